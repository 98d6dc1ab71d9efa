"""Cues: the few words by which pages introduce themselves, in the languages of the corpus.

Phrases are data. Each is folded as texts are, so that case, accents, hamza and spelling habits do not matter. They
decide only where position and shape leave a question; a page in a language not listed here is read by its shape.
"""

import re

from diwan.documents.shapes import Shape, key_of

#: Labels before links to other articles.
READ_ALSO = """
see also | read also | also read | read more | read next | related | related articles | related news | related stories
similar posts | more on this topic | more on this | more from | you may also like | you might also like | recommended
most read | most popular | trending | don t miss | previous article | next article
lesen sie auch | mehr zum thema | auch interessant | ähnliche artikel | weitere artikel | das könnte sie auch interessieren
lire aussi | à lire aussi | sur le même sujet | voir aussi | articles liés | lea también | lee también | leer también
le puede interesar | te puede interesar | ver también | noticias relacionadas | leggi anche | ti potrebbe interessare
potrebbe interessarti | leia também | leia mais | veja também | lees ook | lees meer | läs också | läs även | läs mer
les også | læs også | lue myös | czytaj także | czytaj też | czytaj więcej | zobacz też | zobacz także | čtěte také
přečtěte si také | olvassa el | citește și | vezi și | διαβάστε επίσης | διαβάστε ακόμη | δείτε επίσης
читайте также | читать также | по теме | похожие статьи | другие новости | читайте також | до теми | прочетете още
ayrıca okuyun | ilgili haberler | ilgili haber | bunu da oku | benzer haberler | baca juga | artikel terkait | đọc thêm | xem thêm
اقرأ أيضا | اقرأ ايضا | اقرأ المزيد | مواضيع ذات صلة | مواضيع مشابهة | مقالات ذات صلة | أخبار ذات صلة | موضوعات متعلقة
بیشتر بخوانید | مطالب مرتبط | اخبار مرتبط | همچنین بخوانید | مزید پڑھیں | یہ بھی پڑھیں | קראו גם | כתבות נוספות | עוד בנושא
ये भी पढ़ें | यह भी पढ़ें | 相关阅读 | 相关新闻 | 延伸阅读 | 相關新聞 | 関連記事 | あわせて読みたい | 관련기사 | 관련 기사 | 많이 본 뉴스
往期推荐 | 往期回顾 | 精彩回顾 | 相关报道 | 相關報導 | 相關報道 | 相关文章 | 相關文章 | 推荐阅读 | 推薦閱讀 | 更多报道 | 関連ニュース | 関連リンク | おすすめ記事 | 人気記事
관련 뉴스 | 추천 기사 | 인기 기사
ข่าวที่เกี่ยวข้อง | ข่าวที่น่าสนใจ | संबंधित खबरें | سب سے زیادہ پڑھی
อ่านเพิ่มเติม | อ่านต่อ | อ่านข่าวเพิ่มเติม | ข่าวเกี่ยวข้อง | บทความที่เกี่ยวข้อง | เรื่องที่เกี่ยวข้อง | ข่าวแนะนำ | เรื่องแนะนำ | ข่าวยอดนิยม
ອ່ານເພີ່ມເຕີມ | ຂ່າວທີ່ກ່ຽວຂ້ອງ | ຂ່າວຍອດນິຍົມ | ဆက်စပ်သတင်း | ဆက်စပ်သတင်းများ | ဆက်စပ်ဆောင်းပါးများ | ပိုမိုဖတ်ရှုရန် | ဆက်လက်ဖတ်ရှုရန် | လူဖတ်အများဆုံး
អានបន្ថែម | អត្ថបទទាក់ទង | ព័ត៌មានទាក់ទង | ព័ត៌មានពាក់ព័ន្ធ | អានច្រើនបំផុត | আরও পড়ুন | আরো পড়ুন | সম্পর্কিত খবর | সংশ্লিষ্ট খবর | সর্বাধিক পঠিত
इसे भी पढ़ें | और पढ़ें | संबंधित लेख | மேலும் படிக்க | இதையும் படிக்க | தொடர்புடைய செய்திகள் | அதிகம் வாசிக்கப்பட்டவை
دا هم ولولئ | نور ولولئ | اړوند مطالب | اړوند خبرونه | ډېر لوستل شوي | زیاتر بخوێنەوە | هەواڵی پەیوەندیدار | بابەتی پەیوەندیدار | زۆرترین خوێندراوە
həmçinin oxuyun | oxşar xəbərlər | əlaqəli xəbərlər | ən çox oxunanlar | shuningdek o qing | mavzuga oid | сондай ақ оқыңыз | ұқсас жаңалықтар
soma pia | soma zaidi | habari zinazohusiana | zilizosomwa zaidi | ተጨማሪ ያንብቡ | ተዛማጅ ዜናዎች | ასევე წაიკითხეთ | წაიკითხეთ ასევე | կարդացեք նաև | կարդալ նաև | առնչվող նյութեր
"""
#: Openings of appeals to follow, pay, share, subscribe.
APPEALS = """
follow us | follow new articles | follow us on | join our | join us | become a member | become a subscriber | subscribe
sign up | sign in | log in | register now | donate | support us | support our | share this | share on | comment on
like us on | download our | click here | get the latest | stay informed | newsletter
folgen sie uns | abonnieren sie | jetzt abonnieren | teilen | suivez nous | abonnez vous | partager | síguenos | síguenos en
suscríbete | suscríbase | compartir | seguici | iscriviti | abbonati | condividi | siga nos | assine | compartilhe | volg ons
följ oss | śledź nas | obserwuj nas | подписывайтесь | подпишитесь | поделиться | підписуйтесь | поділитися | bizi takip edin
abone ol | ikuti kami | bagikan | تابعنا | تابعونا | تابعوا | اشترك | اشتركوا | شارك | شارك الخبر | ما را دنبال کنید | اشتراک گذاری
عضویت | הצטרפו | עקבו אחרינו | שתפו | 关注我们 | 订阅 | 分享到 | シェアする | 印刷する | 会員登録 | 구독 | 공유하기 | शेयर करें | شیئر کریں | แชร์ | κοινοποίηση | offrir l article | dela artikeln | udostępnij
get breaking news | download the app | open in app | read in app | jetzt anmelden | jetzt registrieren | jetzt testen | inscrivez vous
téléchargez l application | inscríbete | regístrate | regístrese | descarga la app | registrati | scarica l app | inscreva se
cadastre se | baixe o app | registreer je | registrera dig | tilmeld dig | zapisz się | zarejestruj się | зарегистрируйтесь
войдите | скачайте приложение | увійдіть | зареєструйтеся | kaydol | üye ol | daftar sekarang | đăng ký ngay | سجل الان | سجلوا الان
سجل الدخول | تسجيل الدخول | حمل التطبيق | لتحميل التطبيق | ثبت نام کنید | وارد شوید | הירשמו | התחברו | 立即订阅 | 立即注册 | 登录后
今すぐ登録 | 無料登録 | 有料会員になると | ログインする | 로그인 | 회원가입
ติดตามเรา | ติดตามข่าวสาร | สมัครรับ | สมัครสมาชิก | เข้าสู่ระบบ | ดาวน์โหลดแอป | เพิ่มเพื่อน | ແບ່ງປັນ | ສະໝັກຮັບ | ຕິດຕາມພວກເຮົາ | ເຂົ້າສູ່ລະບົບ
မျှဝေရန် | မျှဝေပါ | သတင်းလွှာ | စာရင်းသွင်းရန် | ចែករំលែក | ចុះឈ្មោះ | តាមដានយើង | শেয়ার করুন | সাবস্ক্রাইব করুন | আমাদের অনুসরণ করুন
सब्सक्राइब करें | फॉलो करें | न्यूज़लेटर | பகிர்க | பதிவு செய்க | شریک یې کړئ | ګډون وکړئ | موږ تعقیب کړئ | هاوبەشی پێ بکە | بەشداری بکە | paylaş | abunə olun
bizi izləyin | ulashing | obuna bo ling | бөлісу | жазылыңыз | jiunge na | jisajili | tufuate | አጋራ | ይመዝገቡ | გაზიარება | გამოიწერეთ | կիսվել | բաժանորդագրվել
"""
#: Openings of what pages offer beside a text: to hear it, to see a picture larger; and how long it takes to read.
AIDS = """
reading time | estimated reading time | lesezeit | lesedauer | temps de lecture | tiempo de lectura | tempo di lettura
tempo de leitura | leestijd | lästid | læsetid | czas czytania | время чтения | час читання | okuma süresi | waktu baca
thời gian đọc | وقت القراءة | مدة القراءة | زمان مطالعه | זמן קריאה | 阅读时间 | 阅读时长 | 読了時間 | 읽는 시간
listen to this article | listen to the article | artikel anhören | artikel vorlesen | écouter l article | écouter cet article
escuchar artículo | escucha este artículo | ascolta l articolo | ouça este artigo | ouvir artigo | luister naar dit artikel
beluister dit artikel | lyssna på artikeln | posłuchaj artykułu | прослушать статью | слушать статью | прослухати статтю
haberi dinle | makaleyi dinle | استمع للمقال | استمع إلى المقال | استمع للخبر | به این مقاله گوش دهید | האזינו לכתבה | この記事を聞く | 기사 듣기
click to enlarge | enlarge image | expand image | view image in fullscreen | open image in gallery | bild vergrößern
agrandir l image | ampliar foto | ampliar imagen | ingrandisci immagine | vergroot afbeelding | förstora bild
увеличить фото | увеличить изображение | збільшити фото | resmi büyüt | fotoğrafı büyüt | تكبير الصورة | اضغط لتكبير الصورة
点击查看大图 | 查看原图 | 画像を拡大 | 写真を拡大 | 사진 확대 | 이미지 확대
เวลาอ่าน | ใช้เวลาอ่าน | ฟังข่าวนี้ | পড়তে সময় | د لوستلو وخت | کاتی خوێندنەوە | oxuma müddəti | muda wa kusoma
"""
#: What a notice about the making or use of the page says, wherever in its line.
NOTICES = """
ai generated | ai assistance | ai assisted | generated by ai | generated with ai | created using ai | created with ai
written by ai | machine translation | machine translated | automatically translated | translated automatically
mithilfe von ki | ki generiert | généré par ia | par une intelligence artificielle | generado por ia | con ayuda de ia
generato con l ia | gerado por ia | сгенерировано ии | с помощью ии | создано нейросетью | yapay zeka ile
بالذكاء الاصطناعي تم | تم إنشاء هذا المحتوى | ترجمة آلية | با هوش مصنوعی تولید | ترجمه ماشینی | 人工智能生成 | 机器翻译 | ai 요약은
you are receiving this | you re receiving this | you received this email | you received this newsletter | view this email in
view this email online | sie erhalten diese e mail | sie erhalten diesen newsletter | vous recevez ce message | vous recevez cet e mail
vous recevez cette newsletter | recibes este correo | recibe este correo | stai ricevendo questa | você está recebendo este
você recebeu este e mail | вы получили это письмо | bu e postayı aldınız | تصلك هذه الرسالة | وصلتك هذه الرسالة
we use cookies | uses cookies | this site uses cookies | javascript is disabled | enable javascript
verwendet cookies | utilise des cookies | utiliza cookies | utilizza i cookie | использует файлы cookie
использует cookie | використовує файли cookie | używa plików cookie | gebruikt cookies | çerez kullan | menggunakan cookie | ใช้คุกกี้ | ໃຊ້ຄຸກກີ້
ကွတ်ကီးများ | ប្រើខូគី | কুকি ব্যবহার | कुकीज़ का | குக்கீகளைப் | کوکي کاروي | کوکی بەکاردەهێنێت | kukilərdən istifadə | inatumia vidakuzi | ኩኪዎችን ይጠቀማል
"""
#: Openings of statements about rights and responsibility.
DISCLAIMERS = """
disclaimer | copyright | all rights reserved | the views expressed | views expressed in | the opinions expressed
opinions expressed | the views and opinions | the contents of this article | this article does not necessarily
haftungsausschluss | alle rechte vorbehalten | tous droits réservés | les opinions exprimées | avertissement
descargo de responsabilidad | todos los derechos reservados | las opiniones expresadas | tutti i diritti riservati
le opinioni espresse | todos os direitos reservados | as opiniões expressas | alle rechten voorbehouden
wszelkie prawa zastrzeżone | все права защищены | мнение автора | мнение редакции | точка зрения редакции | відмова від
усі права захищено | tüm hakları saklıdır | yasal uyarı | sorumluluk reddi | hak cipta | إخلاء مسؤولية | إخلاء المسؤولية
جميع الحقوق محفوظة | حقوق النشر | الآراء الواردة | المقالات المنشورة تعبر | تمامی حقوق | کلیه حقوق | سلب مسئولیت
כל הזכויות שמורות | 免责声明 | 免責聲明 | 版权声明 | 特别声明 | 郑重声明 | 版权所有 | 著作権 | 無断転載 | 저작권자 | 무단전재
สงวนลิขสิทธิ์ | ลิขสิทธิ์ | ສະຫງວນລິຂະສິດ | မူပိုင်ခွင့် | រក្សាសិទ្ធិ | সর্বস্বত্ব সংরক্ষিত | স্বত্ব | सर्वाधिकार सुरक्षित | कॉपीराइट | அனைத்து உரிமைகளும்
ټول حقونه خوندي | د چاپ حق | هەموو مافەکان پارێزراون | hemû maf parastî ne | bütün hüquqlar qorunur | barcha huquqlar himoyalangan
барлық құқықтар қорғалған | haki zote zimehifadhiwa | መብቱ በሕግ የተጠበቀ | ყველა უფლება დაცულია | բոլոր իրավունքները պաշտպանված
"""
#: Openings of the line that names who wrote; a colon may follow.
BYLINES = """
by | written by | texto | testo | texte | article by | articles by | story by | reported by | text by | author | authors | opinion by
analysis by | column by | commentary by | review by | reported by | posted by | words by | von | text von | kolumne von
kommentar von | ein kommentar von | gastbeitrag von | ein gastbeitrag von | analyse von | eine analyse von | interview von | autor | autorin | par | auteur | écrit par | por | escrito por | autora | di | autore | a cura di | door
av | tekst | af | nga | piše | írta | przez | автор | авторы | автори | текст | szerző | συντάκτης | yazan | yazar | haber | oleh | penulis
authored by | from our correspondent | dal nostro inviato | dalla nostra inviata | dal nostro corrispondente | dalla nostra corrispondente
de notre envoyé spécial | de notre envoyée spéciale | de notre correspondant | de notre correspondante | de nuestro corresponsal
de nuestra corresponsal | une enquête de | un reportage de | une analyse de | un entretien de | une chronique de | une tribune de
un análisis de | un reportaje de | una crónica de | un'analisi di | un'inchiesta di | eine reportage von | ein kommentar von
interview by | interviewed by | an interview by | a column by | guest column by | guest post by | an essay by | submitted by
ein interview von | ein essay von | ein bericht von | ein beitrag von | die fragen stellte | die fragen stellten | das gespräch führte
das interview führte | un article de | un récit de | texte de | entretien réalisé par | interview réalisée par | texto de | una columna de
un artículo de | entrevista de | una entrevista de | escribe | un articolo di | intervista di | un reportage di
door onze redacteur | door onze verslaggever | door onze correspondent | van onze redacteur | van onze verslaggever | van onze correspondent
oprac | opracował | opracowała | opracowanie | rozmawiał | rozmawiała | беседовал | беседовала | подготовил | подготовила | του | της
tác giả | propos recueillis par | διά χειρός | γράφει ο | γράφει η | корреспондент | muhabir | โดย | ผู้เขียน | เรื่อง | द्वारा | रिपोर्ट
بقلم | بواسطة | كتب | كتبت | كتبه | إعداد | إعداد وتحرير | إعداد وترجمة | إعداد وتقديم | أعد التقرير | الكاتب | الكاتبة | كاتب المقال | كاتبة المقال | تقرير | حوار | حاوره | حاورته | أجرى الحوار | أجرت الحوار | أجرى المقابلة | تحقيق | مقال بقلم | نوشته | نویسنده | به قلم | خبرنگار | گزارش از | گزارش | گفتگو | گفت‌وگو | گفت و گو | یادداشت از | مصنف | تحریر | از | מאת | लेखक | 作者 | 記者 | 记者
เขียนโดย | รายงานโดย | ผู้สื่อข่าว | ໂດຍ | ຂຽນໂດຍ | ရေးသားသူ | စာရေးသူ | ရေးသူ | ដោយ | អ្នកនិពន្ធ | লেখা | লেখক | লিখেছেন | প্রতিবেদক | लेखक | எழுதியவர்
لیکوال | لیکونکی | نووسینی | نووسەر | ئامادەکردنی | nivîskar | müəllif | hazırladı | muallif | imeandikwa na | na mwandishi wetu | mwandishi | ጸሐፊ | ავტორი | հեղինակ
"""
#: Those of them that name a sort of article too, and open a headline as well (*Report: Water runs out*).
SORTS = "تقرير | حوار | تحقيق | گزارش | گفتگو | گفت‌وگو | گفت و گو | रिपोर्ट | haber"
#: Sections of opinions, whose name stands before that of who wrote.
OPINIONS = """
opinion | opinions | op-ed | comment | commentary | analysis | column | perspective | kommentar | meinung | kolumne | analyse
tribune | chronique | opinión | columna | análisis | opinione | commento | opinião | análise | opinie | görüş | мнение | колонка
رأي | آراء | مقالات | یادداشت
"""
#: Other sections of papers, as they stand over a title: some are called as outlets are.
SECTIONS = """
perspectives | editorial | world | world news | politics | business | economy | international | middle east | news | feature | features
report | trend | time | today | information | focus | politik | wirtschaft | ausland | politique | économie | monde
política | economía | mundo | politica | esteri | yorum | analiz | siyaset | gündem | dünya | ekonomi | политика | экономика | мир | в мире
مقال | رأي ومقالات | تحليل | تحليلات | افتتاحية | سياسة | السياسة | أخبار | الأخبار | اقتصاد | الاقتصاد | الاقتصادية | العالم
دولي | دوليات | عربي ودولي | الشرق الأوسط | الخليج | العرب | المدينة | اليوم | سرمقاله | تحلیل | مقاله | سیاست | بین الملل
کالم | اداریہ | تجزیہ | דעות | פרשנות | טור | חדשות | 评论 | 观点 | 社论 | 国际 | 评論 | 評論 | 觀點 | 國際 | 意見 | 社説 | 国際 | 오피니언 | 사설 | 칼럼 | 국제
"""
#: Openings of headlines over talks: who is named behind one was asked, and did not write it.
TALKS_WITH = "حوار مع | مقابلة مع | گفتگو با | گفت‌وگو با | گفت و گو با | گفت وگو با | مصاحبه با"
#: What others did than those who wrote: who is named behind it did not.
OTHER_CREDITS = """
translated by | translation | translation by | edited by | editing by | editing | photo by | photos by | photographs by | photography by
illustration by | illustrations by | übersetzt von | übersetzung | aus dem englischen von | traduit par | traduction | traduction de
traduit de l'anglais par | traducido por | traducción | traducción de | tradotto da | traduzione | traduzione di | traduzido por | tradução
vertaald door | vertaling | çeviri | çeviren | перевод | переводчик | переклад | tłumaczenie | ترجمة | ترجمها | ترجمته | المترجم | تحرير
تصوير | مراجعة | مترجم | مترجمان | ترجمه | ویراستار | ویرایش | عکس | ترجمہ | תרגום | 翻译 | 翻譯 | 译者 | 譯者 | 摄影 | 攝影 | 翻訳 | 訳 | 撮影 | 번역
"""
#: Words beside a date that say that it is the day of issue, or only that it is a day.
ISSUE_LABELS = """
published | published on | published at | publication date | date published | posted | posted on | added | added on | date | on
first published | originally published | created | issued | release date
veröffentlicht | veröffentlicht am | erstellt | erstellt am | erschienen | erschienen am | eingestellt am | datum
publié le | publié | mis en ligne le | paru le | date de publication | créé le | publicado | publicado el | publicada el | fecha
fecha de publicación | creado el | subido el | pubblicato il | pubblicato | data di pubblicazione | inserito il | creato il
publicado em | publicado a | data de publicação | criado em | gepubliceerd | gepubliceerd op | geplaatst op | toegevoegd
publicerad | publicerat | publisert | publiceret | offentliggjort | julkaistu | opublikowano | data publikacji | data dodania
dodano | utworzono | publikováno | zveřejněno | vydáno | pridané | objavljeno | objavljeno dana | публикувана | публикувано | добавена
közzétéve | megjelent | publicat | publicat la | publicat pe | adăugat | опубликовано | дата публикации | время публикации | дата
добавлено | дата добавления | размещено | создано | вышло | опубліковано | дата публікації | додано | створено | оприлюднено
δημοσιεύθηκε | δημοσιευτηκε | δημοσίευση | ημερομηνία δημοσίευσης | αναρτήθηκε | ημερομηνία
yayınlanma | yayınlanma tarihi | yayın tarihi | yayımlanma | eklenme | eklenme tarihi | giriş | giriş tarihi | oluşturulma tarihi | tarih
diterbitkan | dipublikasikan | tayang | ngày đăng | đăng ngày | xuất bản
نشر في | نشر | تاريخ النشر | تم النشر | تاريخ الإضافة | أضيف في | أضيف بتاريخ | تاريخ الإنشاء | نشرت في | تاریخ انتشار | زمان انتشار | تاریخ
تاریخ درج | منتشر شده در | انتشار | کد خبر | تاریخ اشاعت | شائع شدہ | اشاعت | פורסם | פורסם ב | תאריך פרסום | הועלה | נוסף
प्रकाशित | प्रकाशन तिथि | प्रकाशित तिथि | เผยแพร่ | เผยแพร่เมื่อ | วันที่ | 发布时间 | 发布日期 | 發布時間 | 發佈時間 | 发表时间 | 发布 | 公開 | 公開日 | 投稿日
掲載日 | 入力 | 입력 | 등록 | 등록일 | 게시 | 게시일 | 작성일 | 승인
ลงวันที่ | โพสต์เมื่อ | ເຜີຍແຜ່ | ຈັດພິມ | နေ့စွဲ | ရက်စွဲ | ထုတ်ပြန်သည့်နေ့ | ចុះផ្សាយ | ថ្ងៃផ្សាយ | প্রকাশ | প্রকাশিত | প্রকাশের সময় | வெளியிடப்பட்டது
خپرېدو نېټه | د خپرېدو نېټه | نېټه | بڵاوکراوەتەوە | بەرواری بڵاوکردنەوە | dərc olunub | tarix | yayımlanıb | chop etilgan | imechapishwa | ilichapishwa | tarehe
የታተመው | გამოქვეყნდა | հրապարակվել է
"""
#: The same of the day on which the text was changed.
CHANGE_LABELS = """
updated | updated on | updated at | update | last updated | last update | last modified | modified | modified on | edited | changed
last changed | revised | aktualisiert | aktualisiert am | aktualisierung | letzte aktualisierung | zuletzt aktualisiert
zuletzt aktualisiert am | geändert | geändert am | bearbeitet | stand | mis à jour le | mis à jour | mise à jour | dernière mise à jour
modifié le | actualizado | actualizado a | actualizado el | actualizada | última actualización | modificado el | modificado
aggiornato il | aggiornato | aggiornamento | ultimo aggiornamento | ultima modifica | atualizado em | atualizado | atualizada em
última atualização | modificado em | bijgewerkt | bijgewerkt op | laatst bijgewerkt | laatste update | gewijzigd | uppdaterad
senast uppdaterad | uppdaterat | oppdatert | sist oppdatert | opdateret | senest opdateret | päivitetty | aktualizacja | zaktualizowano
ostatnia aktualizacja | data aktualizacji | aktualizováno | aktualizované | upraveno | ažurirano | izmijenjeno | обновена | frissítve | módosítva
actualizat | actualizat la | ultima actualizare | обновлено | обновление | последнее обновление | дата обновления | время обновления
изменено | последнее изменение | отредактировано | оновлено | змінено | останнє оновлення | ενημερώθηκε | ενημέρωση
τελευταία ενημέρωση | τελευταια ενημερωση | güncelleme | güncelleme tarihi | güncellenme | güncellenme tarihi | son güncelleme
diperbarui | pembaruan | cập nhật | آخر تحديث | تحديث | تم التحديث | تاريخ التحديث | تعديل | آخر تعديل | به روز رسانی | به روزرسانی | بروزرسانی
آخرین به روز رسانی | آخرین ویرایش | اپ ڈیٹ | آخری اپ ڈیٹ | עודכן | עודכן ב | עדכון אחרון | עודכן לאחרונה | अपडेट | अपडेटेड | अंतिम अपडेट | संशोधित
แก้ไข | อัปเดต | อัพเดท | 更新 | 更新日 | 修改 | 수정 | 최종수정
ปรับปรุงล่าสุด | แก้ไขล่าสุด | ອັບເດດ | ອັບເດດຫຼ້າສຸດ | နောက်ဆုံး ပြင်ဆင်ချိန် | ပြင်ဆင်သည် | ធ្វើបច្ចុប្បន្នភាព | আপডেট | সর্বশেষ আপডেট
புதுப்பிக்கப்பட்டது | تازه شوی | وروستی تازه | نوێکرایەوە | دوا نوێکردنەوە | yenilənib | yeniləndi | yangilangan | жаңартылды | imesasishwa | የታደሰው | განახლდა | թարմացվել է
"""
#: Openings of the label above readers' comments; a number may stand before or behind.
COMMENTS = """
comments | comment | leave a comment | leave a reply | post a comment | join the conversation | add a comment | responses
kommentare | kommentar schreiben | kommentar abgeben | commentaires | laisser un commentaire | comentarios | deja un comentario
commenti | lascia un commento | comentários | deixe um comentário | reacties | kommentarer | komentarze | zostaw komentarz
комментарии | комментариев | оставить комментарий | добавить комментарий | коментарі | отзывы | σχόλια | yorumlar | yorum yap
komentar | tinggalkan komentar | bình luận | التعليقات | تعليقات | أضف تعليق | اترك تعليقا | نظرات | ارسال نظر | نظر شما
תגובות | הוסף תגובה | 评论 | 網友評論 | コメント | 댓글 | تبصرے | टिप्पणियां | ความคิดเห็น
แสดงความคิดเห็น | ຄຳເຫັນ | မှတ်ချက်များ | មតិយោបល់ | মন্তব্য | टिप्पणियाँ | கருத்துகள் | கருத்து தெரிவிக்க | تبصرې | نظرونه | لێدوانەکان | şərhlər | izohlar | пікірлер
maoni | አስተያየቶች | კომენტარები | մեկնաբանություններ
"""
#: Openings of captions and credits; a colon or sign must follow.
CAPTIONS = """
photo | photos | photo by | photo credit | image | image credit | picture | file photo | caption | illustration | graphic
foto | fotos | fotó | снимка | snímek | bild | symbolbild | imagen | foto di | imagem | zdjęcie | fot | фото | фотография | изображение | світлина
φωτογραφία | fotoğraf | görsel | gambar | ảnh | صورة | الصورة | تصوير | عکس | تصویر | תמונה | צילום | 图 | 图注 | 图片 | 図 | 写真 | 사진
ภาพ | ภาพจาก | ที่มาของภาพ | ພາບ | ຮູບ | ဓာတ်ပုံ | រូបថត | រូបភាព | ছবি | फोटो | तस्वीर | படம் | புகைப்படம் | انځور | وێنە | şəkil | picha | ፎቶ | ფოტო | լուսանկար
"""
#: Openings of notes about who wrote.
AUTHOR_NOTES = """
about the author | about the authors | über den autor | über die autorin | zum autor | à propos de l auteur | sobre el autor
sobre la autora | sobre o autor | l autore | o autorze | об авторе | про автора | yazar hakkında | tentang penulis
about the writer | about the writers | über die autoren | über die autorinnen | zu den autoren | à propos de l auteure | à propos des auteurs
à propos des auteures | sobre los autores | sobre las autoras | sobre os autores | об авторах | про авторів | yazarlar hakkında
tentang para penulis | عن الكاتبة | عن الكاتبين | عن المؤلف | عن المؤلفين | نبذة عن المؤلف | درباره نویسندگان | 作者介绍
عن الكاتب | نبذة عن الكاتب | درباره نویسنده | על המחבר | 作者简介 | この記事を書いた人
เกี่ยวกับผู้เขียน | စာရေးသူအကြောင်း | អំពីអ្នកនិពន្ធ | লেখক পরিচিতি | लेखक के बारे में | د لیکوال په اړه | دەربارەی نووسەر | müəllif haqqında | kuhusu mwandishi
"""
#: How the first part of a paper is called.
FIRST_PARTS = """
introduction | summary | executive summary | abstract | background | overview | einleitung | einführung | zusammenfassung | vorwort
résumé | synthèse | introducción | resumen | introduzione | sommario | introdução | resumo | inleiding | samenvatting | wstęp
введение | аннотация | вступ | özet | المقدمة | مقدمة | ملخص | الملخص | تمهيد | توطئة | مقدمه | چکیده | تعارف | خلاصہ | הקדמה | מבוא | תקציר
प्रस्तावना | भूमिका | pendahuluan | abstrak | ringkasan | 引言 | 前言 | 导言 | 導言 | 摘要 | はじめに | 要旨 | 서론 | 요약
"""
#: How the notes below a paper are called.
LAST_PARTS = """
notes | footnotes | endnotes | references | bibliography | works cited | sources | anmerkungen | fußnoten | quellen | literatur
références | bibliographie | notas | notas al pie | referencias | fuentes | note | riferimenti | bibliografia | fonti | referências
noten | bronnen | przypisy | примечания | сноски | литература | источники | примітки | notlar | dipnotlar | kaynakça | kaynaklar
الهوامش | هوامش | الحواشي | المراجع | المصادر | المراجع والمصادر | المصادر والمراجع | پانوشت ها | پی نوشت ها | پی نوشت | منابع | حواشی | حوالہ جات
הערות | הערות שוליים | מקורות | संदर्भ | catatan | catatan kaki | referensi | daftar pustaka | 注释 | 註釋 | 参考文献 | 參考文獻 | 脚注 | 각주 | 참고문헌
"""
#: Openings of the last line of an agency's report: who else reported, wrote and edited.
SIGN_OFFS = """
reporting by | reporting and writing by | additional reporting by | with reporting by | with additional reporting by
reported and written by | writing by | editing by | compiled by | with files from | with input from | with inputs from
with agency inputs | with reports from | with reporting from | with information from | mit material von
bearbeitet von | redigiert von | berichtet von | reportage de | reportage par | rédigé par | édité par | avec agences | avec la contribution de
información de | con información de | reporte de | editado por | editado en español por | reportagem de | reportagem adicional
edição de | com informações de | a cura della redazione | met medewerking van | при участии | с участием | شارك في التغطية
تغطية صحفية | إعداد وتحرير | شارك في إعداد | با همکاری | haberi hazırlayan | katkıda bulunan
"""
#: What agencies write below a report where it ends.
ENDINGS = """
end | ends | the end | end of text | end of message | endit | انتهى | انتهت | انتهي | انتهى الخبر | انتهای پیام | پایان پیام | انتهای خبر | پایان خبر
ختم خبر | 完 | 全文完 | 끝
"""
#: Openings of lists of subjects.
TAGS = """
tags | tag | topics | filed under | categories | schlagwörter | themen | mots clés | etiquetas | temas | archivado en
argomenti | assuntos | tagi | теги | метки | теми | etiketler | كلمات مفتاحية | الكلمات المفتاحية | وسوم | برچسب ها | برچسب
תגיות | 标签 | 关键词 | タグ | 태그
แท็ก | คำค้น | ແທັກ | အမျိုးအစား | ប្រធានបទ | ট্যাগ | टैग | टैग्स | குறிச்சொற்கள் | ټګونه | تاگ | تاگەکان | açar sözlər | teqlər | teglar
тегтер | መለያዎች | თეგები | պիտակներ | tagged | onderwerpen | tópicos | temas relacionados
"""
#: Words that name what publishes, for telling an outlet from a place or a person.
OUTLET_WORDS = """
times | news | post | press | agency | daily | tribune | herald | journal | gazette | observer | monitor | today | online
review | magazine | tv | radio | network | media | telegraph | chronicle | mail | guardian | zeitung | nachrichten | presse
agence | diario | agencia | giornale | agenzia | jornal | gazeta | газета | новости | агентство | haber | gazetesi | ajansı
وكالة | صحيفة | جريدة | قناة | موقع | مجلة | شبكة | خبرگزاری | روزنامه | شبکه | 新闻 | 日报 | 通讯社 | 新聞 | 뉴스 | 일보
"""


def phrases(table: str) -> list[str]:
    """Return the phrases of a table, folded as keys, the longest first."""
    parts = (part for line in table.strip().splitlines() for part in line.split("|"))
    return sorted({key_of(part).strip() for part in parts}, key=lambda phrase: (-len(phrase), phrase))


def opening(table: str) -> re.Pattern[str]:
    """Return a pattern that matches keys that begin with a phrase of *table*."""
    return _pattern(" (?:[0-9]+ )?", table)


def anywhere(table: str) -> re.Pattern[str]:
    """Return a pattern to search for phrases of *table* in keys."""
    return _pattern(" ", table)


def _pattern(before: str, table: str) -> re.Pattern[str]:
    return re.compile(f"{before}(?:{'|'.join(map(re.escape, phrases(table)))}) ")


IS_READ_ALSO = opening(READ_ALSO)
IS_APPEAL = opening(f"{APPEALS.rstrip()}{AIDS}")
_NOTICE = anywhere(NOTICES)
_NOTICE_WORDS = frozenset(phrase.split()[0] for phrase in phrases(NOTICES))
IS_DISCLAIMER = opening(DISCLAIMERS)
IS_BYLINE = opening(BYLINES)
IS_SORT = opening(SORTS)
_SECTIONS = frozenset(phrases(f"{OPINIONS.rstrip()}{SECTIONS}"))
IS_TALK_WITH = opening(TALKS_WITH)
HAS_BYLINE = anywhere(BYLINES)
DATE_LABELS = f"{ISSUE_LABELS.rstrip()}{CHANGE_LABELS}"
IS_DATE_LABEL = opening(DATE_LABELS)
HAS_ISSUE_LABEL = anywhere(ISSUE_LABELS)
HAS_CHANGE_LABEL = anywhere(CHANGE_LABELS)
IS_OTHER_CREDIT = opening(OTHER_CREDITS)
IS_COMMENTS = opening(COMMENTS)
IS_CAPTION = opening(CAPTIONS)
IS_AUTHOR_NOTE = opening(AUTHOR_NOTES)
IS_FIRST_PART = opening(FIRST_PARTS)
IS_LAST_PART = opening(LAST_PARTS)
IS_SIGN_OFF = opening(SIGN_OFFS)
IS_TAGS = opening(TAGS)
IS_ENDING = opening(ENDINGS)
#: A line of hashtags alone, in whatever language.
IS_HASHTAGS = re.compile(r"#[^\s#]+(?:[\s,،、|]*#[^\s#]+)*")
HAS_OUTLET_WORD = anywhere(OUTLET_WORDS)


def is_section(key: str) -> bool:
    """Tell whether *key* is the name of a section and nothing else."""
    return key.strip() in _SECTIONS


def has_notice(shape: Shape) -> bool:
    """Tell whether a line has a phrase of a notice in it; most lines have not even the first word of one."""
    return not _NOTICE_WORDS.isdisjoint(shape.parts) and bool(_NOTICE.search(shape.key))
