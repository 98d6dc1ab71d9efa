"""Asides: sentences in which a page turns from its text to whoever reads it, in the languages of the corpus.

In: a line. Out: whether it has a phrase of one, wherever in it. Phrases are folded as those of `cues`, and each is one that
articles hardly say: what is also said of something else stands with the words that make it an aside.
"""

from collections import defaultdict

from diwan.documents.phrases.cues import phrases
from diwan.documents.phrases.offers import COMMISSIONS, CONSENT, COOKIES, LETTERS, TO_READ_ON
from diwan.documents.shapes import Shape

#: How comments should be, who reads them first, and what one needs to write them.
ON_COMMENTS = """
comments are moderated | comments will be moderated | comments are subject to | comments are reviewed before | comments may take
comments that are offensive will | comments with offensive content | comments containing offensive language
comments will not be published | comments will not be approved | comments may be removed | our comment policy | our comments policy
comment policy before | our comment guidelines | our commenting guidelines | our community guidelines before
our community standards before | commenting rules | keep it civil and | keep comments relevant | keep comments civil
keep your comments respectful | be respectful of other commenters | please be respectful of other | please keep comments
civil forum for discussion | right to remove any comment | right to remove comments | right to delete any comment
right to delete comments | comments do not necessarily reflect | comments are the responsibility of | must log in to post a comment
must be logged in to | must log in to comment | log in to leave a comment | log in or register to | please log in to comment
to post your comment | your email address will not be published | the next time i comment | comments powered by | comments are closed
how your comment data is | kommentare werden moderiert | kommentare werden geprüft | kommentare werden vor der
kommentare die gegen die netiquette | kommentare die gegen unsere | beleidigende kommentare werden | kommentare mit beleidigendem
bitte beachten sie unsere netiquette | beachte unsere netiquette | unserer netiquette | unsere netiquette | bitte bleiben sie sachlich
bitte bleiben sie fair | um einen kommentar zu verfassen | um einen kommentar abzugeben | um einen kommentar zu schreiben
um kommentieren zu können | einloggen um zu kommentieren | anmelden um zu kommentieren | e mail adresse wird nicht veröffentlicht
kommentarfunktion ist geschlossen | kommentare sind geschlossen | les commentaires sont modérés | les commentaires seront modérés
les commentaires sont soumis | commentaires injurieux ne seront | commentaires injurieux seront | commentaires contraires à la loi
commentaires contraires à notre | notre charte de modération | charte des commentaires | nos règles de modération
merci de rester courtois | restez courtois | droit de supprimer tout commentaire | droit de supprimer les commentaires
vous devez être connecté pour | connectez vous pour commenter | e mail ne sera pas publiée | messagerie ne sera pas publiée
les commentaires sont fermés | los comentarios son moderados | los comentarios serán moderados | los comentarios están sujetos
comentarios que no respeten | comentarios que contengan insultos | comentarios ofensivos serán | comentarios con contenido ofensivo no
comentarios con contenido ofensivo serán | no se publicarán comentarios | no serán publicados los comentarios
consulta las normas de participación | nuestras normas de participación | nuestra política de comentarios
les pedimos que sean respetuosos | derecho de eliminar comentarios | derecho de eliminar los comentarios | debes iniciar sesión para
inicia sesión para comentar | correo electrónico no será publicada | los comentarios están cerrados
comentarios son responsabilidad de | i commenti sono moderati | i commenti saranno moderati | i commenti saranno accettati
i commenti saranno pubblicati | non sono consentiti commenti | commenti offensivi saranno | commenti che contengano
regole di netiquette | regole della community prima | diritto di rimuovere i commenti | diritto di rimuovere commenti
accedi per commentare | devi essere connesso per | email non sarà pubblicato | i commenti sono chiusi | comentários são moderados
comentários serão moderados | comentários com textos | comentários com conteúdo ofensivo não | comentários com conteúdo ofensivo serão
comentários ofensivos não | comentários ofensivos serão | comentários que faltem | aprovados pelo moderador
não serão publicados comentários | comentários não representam | comentários são de responsabilidade
comentários são da responsabilidade | direito de remover comentários | faça login para comentar | e mail não será publicado
email não será publicado | reacties worden gemodereerd | reacties worden vooraf | reacties die beledigend | reacties met beledigende
onze huisregels | onze spelregels voor reacties | houd het beschaafd | je moet ingelogd zijn om | log in om te reageren
e mailadres wordt niet gepubliceerd | kommentarer modereras | kommentarerna modereras | kränkande kommentarer tas | håll god ton
logga in för att kommentera | e postadress kommer inte publiceras | kommentarer modereres | kommentarer bliver modereret
hold en god tone | log ind for at kommentere | logg inn for å kommentere | e mailadresse vil ikke blive | kommentit moderoidaan
kirjaudu sisään kommentoidaksesi | sähköpostiosoitettasi ei julkaista | komentarze są moderowane | komentarze będą moderowane
komentarze obraźliwe będą | komentarze zawierające | komentarze niezgodne z | regulamin komentowania | regulamin komentarzy
zaloguj się aby dodać | zaloguj się aby skomentować | zaloguj się by skomentować | e mail nie zostanie opublikowany
komentáře jsou moderovány | urážlivé komentáře budou | pro přidání komentáře se | a hozzászólásokat moderáljuk | moderálási elvek
comentariile sunt moderate | comentariile care conțin | adresa ta de email nu va | комментарии модерируются
комментарии проходят модерацию | комментарии содержащие | комментарии с оскорблениями | комментарии оскорбительного
правила комментирования | соблюдайте правила комментирования | будьте вежливы друг | мнение комментаторов | за комментарии читателей
чтобы оставить комментарий | чтобы оставлять комментарии | авторизуйтесь чтобы | e mail не будет опубликован
email не будет опубликован | коментарі модеруються | коментарі проходять модерацію | коментарі що містять | правила коментування
щоб залишити коментар | щоб залишати коментарі | коментарите се модерират | τα σχόλια ελέγχονται | τα σχόλια εγκρίνονται
υβριστικά σχόλια δεν | υβριστικά σχόλια θα | σχόλια με υβριστικό | σχόλια που περιέχουν | διεύθυνση σας δεν θα δημοσιευθεί
για να σχολιάσετε | yorumlar onaylandıktan | yorumlar editör | yorumlar denetlendikten | hakaret içeren yorumlar
küfür hakaret rencide | yorumlar onaylanmamaktadır | yorum yapabilmek için üye | yorum yapabilmek için giriş | yorum yazmak için giriş
yorum kuralları | e posta hesabınız yayımlanmayacak | لن يتم نشر التعليقات | لن تنشر التعليقات | لن ينشر أي تعليق | لا تنشر التعليقات
تخضع التعليقات | التعليقات تخضع | التعليقات لا تعبر عن | التعليقات تعبر عن | التعليقات المنشورة تعبر | التعليقات المنشورة لا تعبر
بآداب الحوار في التعليق | شروط نشر التعليق | سياسة التعليقات | قواعد التعليق | ضوابط التعليق | يحتفظ الموقع بحق حذف
يجب تسجيل الدخول للتعليق | سجل دخولك للتعليق | لإضافة تعليق يجب | لن يتم نشر عنوان بريدك | نظرات حاوی توهین | نظرات حاوی تهمت
نظراتی که حاوی | نظراتی که حاوی توهین | پیام هایی که حاوی تهمت | دیدگاه هایی که حاوی | نظرات پس از تایید | دیدگاه شما پس از تایید
برای ارسال نظر | نشانی ایمیل شما منتشر | نظر شما پس از تایید | غیر اخلاقی تبصرے شائع | تبصرہ کرنے کے لیے لاگ
تبصرے شائع نہیں کیے جائیں | תגובות פוגעניות לא | תגובות פוגעניות יימחקו | תגובות המכילות | תגובות שיכללו | לא יתפרסמו תגובות
תקנון התגובות | יש להתחבר כדי להגיב | האימייל לא יוצג | टिप्पणी करने के लिए लॉग | कमेंट करने के लिए | टिप्पणियां मॉडरेट
आपत्तिजनक टिप्पणियां हटा | komentar sepenuhnya menjadi | komentar yang mengandung unsur | komentar dimoderasi
komentar akan dimoderasi | untuk mengirim komentar | untuk memberikan komentar | alamat email anda tidak akan
bình luận sẽ được kiểm duyệt | bình luận của bạn sẽ được | đăng nhập để bình luận | 请文明发言 | 請文明發言 | 请理性发言 | 請理性發言
文明上网理性发言 | 发表评论请先 | 登录后发表评论 | 登录后参与评论 | 评论需审核 | 评论经审核 | 评论仅代表 | 網友評論僅 | 請登入後留言
留言須經 | 評論經審核 | コメントを投稿するには | コメントの投稿には | コメントするには | コメントは承認制 | コメントは承認後
不適切なコメントは | コメントポリシー | メールアドレスが公開されることは | 댓글을 작성하려면 | 댓글을 쓰려면 | 댓글 작성을 위해
댓글 운영정책 | 댓글 운영규정 | 로그인 후 댓글 | 댓글은 삭제될 수 | 댓글은 삭제 될 수 | 욕설 비방 등의 댓글 | 이메일 주소는 공개되지
ความคิดเห็นจะถูกตรวจสอบ | เข้าสู่ระบบเพื่อแสดงความคิดเห็น
"""
#: What is amiss: an error that one may report, a film that does not play, a program too old; and where to read on.
AMISS = """
if you notice an error | if you find an error | if you spot an error | if you see an error | if you find a mistake
if you notice a mistake | if you spot a mistake | if you find a typo | if you notice a typo | found an error in this
found a mistake in this | found a typo in this | spotted an error in this | see an error in this | noticed an error in this
notice an error report | report a typo | report an error in this | report a mistake in this | suggest a correction to this
video could not be loaded | video cannot be loaded | video failed to load | unable to load video | this video is not available
this video is unavailable | your browser does not support | your browser doesn t support | your browser is not supported
your browser is out of date | refresh the page and | please refresh the page | please reload the page | content could not be loaded
to view this content | to see this content | this content is hosted by | this content is imported from
este contenido es importado de | este contenido se importa de | ce contenu est importé de | questo contenuto è importato da
dieser inhalt ist importiert von | deze inhoud is geïmporteerd van | から読み込まれています | read the full story in the app
read the full story in our app | read this story in the app | read this story in our app | continue reading in the app
continue reading in our app | haben sie einen fehler gefunden | haben sie einen fehler entdeckt | haben sie einen fehler bemerkt
hast du einen fehler gefunden | hast du einen fehler entdeckt | fehler im artikel melden | fehler im text gefunden
fehler im artikel gefunden | video konnte nicht geladen | inhalt konnte nicht geladen | ihr browser unterstützt kein
ihr browser unterstützt keine | dein browser unterstützt kein | laden sie die seite neu | aktualisieren sie die seite
um diesen inhalt anzuzeigen | um diesen inhalt darzustellen | um diesen inhalt sehen | empfohlener redaktioneller inhalt
empfohlener externer inhalt | inhalte von drittanbietern angezeigt | in der app weiterlesen | in unserer app weiterlesen
vous avez repéré une erreur | vous avez trouvé une erreur | vous avez remarqué une erreur | vous constatez une erreur
une erreur dans cet article | une faute dans cet article | signaler une erreur dans | impossible de charger la vidéo
vidéo n a pas pu être chargée | cette vidéo n est pas disponible | votre navigateur ne prend pas en charge
votre navigateur ne supporte pas | veuillez actualiser la page | veuillez recharger la page | pour afficher ce contenu
pour voir ce contenu | lire la suite dans l application | has encontrado un error | ha encontrado un error en | encontraste un error en
detectaste un error | has visto un error en | reportar error | notificar un error en | comunicar un error en
no se pudo cargar el video | no se ha podido cargar | este vídeo no está disponible | tu navegador no soporta | su navegador no soporta
tu navegador no admite | su navegador no admite | recargue la página | recarga la página | actualiza la página
para ver este contenido | sigue leyendo en la app | hai trovato un errore | hai notato un errore | segnala un errore | segnala errore
impossibile caricare il video | questo video non è disponibile | il tuo browser non supporta | ricarica la pagina
ricaricare la pagina | per visualizzare questo contenuto | continua a leggere nell app | encontrou um erro | encontrou algum erro
encontrou erro na | viu algum erro | comunicar erro | reportar um erro | não foi possível carregar o vídeo
este vídeo não está disponível | seu navegador não suporta | o seu browser não suporta | atualize a página | recarregue a página
para ver este conteúdo | fout gezien in dit artikel | heb je een fout gezien | een fout gevonden in | foutje gezien | zie je een fout
taalfout gezien | meld een fout | meld een taalfout | video kan niet worden geladen | deze video is niet beschikbaar
je browser ondersteunt geen | uw browser ondersteunt geen | vernieuw de pagina | ververs de pagina | om deze inhoud te
lees verder in de app | har du hittat ett fel | har du sett ett fel | rapportera fel i artikeln | hittat ett fel i artikeln
videon kunde inte laddas | din webbläsare stöder inte | din webbläsare stödjer inte | ladda om sidan | har du fundet en fejl
har du funnet en feil | fundet en fejl i artiklen | funnet en feil i artikkelen | din browser understøtter ikke
nettleseren din støtter | last siden på nytt | genindlæs siden | huomasitko virheen | löysitkö virheen | ilmoita virheestä
selaimesi ei tue | lataa sivu uudelleen | znalazłeś błąd | zauważyłeś błąd | dostrzegłeś błąd | widzisz błąd w | zgłoś błąd
nie można załadować wideo | nie udało się załadować | twoja przeglądarka nie obsługuje | odśwież stronę | našli jste chybu
našli jste v článku | nahlásit chybu | váš prohlížeč nepodporuje | video se nepodařilo načíst | obnovte stránku | hibát talált
hibát vett észre | böngészője nem támogatja | ai găsit o greșeală | ai observat o greșeală | browserul tău nu suportă
намерихте грешка | видяхте грешка | если вы заметили ошибку | если вы нашли ошибку | если вы обнаружили ошибку | если вы увидели ошибку
заметили ошибку в тексте | заметили ошибку выделите | нашли ошибку в тексте | нашли ошибку выделите | нашли ошибку сообщите
нашли опечатку | заметили опечатку | увидели ошибку в тексте | выделите ее и нажмите | выделите текст с ошибкой | выделите фрагмент
нажмите ctrl enter | сообщите об ошибке | не удалось загрузить видео | видео не загружается обновите | ваш браузер не поддерживает
обновите страницу | обновите браузер | читать далее в приложении | якщо ви помітили помилку | якщо ви знайшли помилку
якщо ви виявили помилку | знайшли помилку в тексті | знайшли помилку виділіть | помітили помилку виділіть | помітили помилку в тексті
виділіть її та натисніть | виділіть її і натисніть | натисніть ctrl enter | не вдалося завантажити відео | ваш браузер не підтримує
оновіть сторінку | βρήκατε λάθος | εντοπίσατε λάθος | εντοπίσατε κάποιο λάθος | αναφορά λάθους | browser σας δεν υποστηρίζει
το πρόγραμμα περιήγησής σας δεν | ανανεώστε τη σελίδα | το βίντεο δεν είναι διαθέσιμο | haberde hata mı | hata mı buldunuz
yazım hatası bildir | hata bildir | video yüklenemedi | tarayıcınız desteklemiyor | tarayıcınız video | sayfayı yenileyin
إذا لاحظت خطأ | إذا وجدت خطأ | إذا لاحظتم خطأ | هل وجدت خطأ | هل لاحظت خطأ | للإبلاغ عن خطأ | أبلغ عن خطأ | بلغ عن خطأ
تعذر تحميل الفيديو | تعذر تشغيل الفيديو | متصفحك لا يدعم | المتصفح لا يدعم | أعد تحميل الصفحة | يرجى تحديث الصفحة | قم بتحديث الصفحة
لعرض هذا المحتوى | أكمل القراءة في التطبيق | گزارش خطا در | گزارش اشتباه در | در صورت مشاهده خطا | اگر خطایی مشاهده | مرورگر شما از
ویدئو بارگذاری نشد | ویدیو بارگذاری نشد | صفحه را دوباره بارگذاری | صفحه را مجددا بارگذاری | ویڈیو لوڈ نہیں ہو | صفحہ دوبارہ لوڈ کریں
מצאתם טעות | מצאתם שגיאה | נתקלתם בטעות | דווחו על טעות | דווחו לנו על טעות | הדפדפן שלך אינו תומך | לא ניתן לטעון את הסרטון
לא ניתן לטעון את הווידאו | רעננו את העמוד | गलती की सूचना दें | वीडियो लोड नहीं | आपका ब्राउज़र सपोर्ट नहीं | पेज को रिफ्रेश करें
jika anda menemukan kesalahan | laporkan kesalahan | video tidak dapat dimuat | browser anda tidak mendukung | muat ulang halaman
nếu bạn phát hiện lỗi | không thể tải video | trình duyệt của bạn không hỗ trợ | tải lại trang | 违法和不良信息举报
违法不良信息举报 | 文章纠错 | 我要纠错 | 内容纠错
如发现错误 | 如發現錯誤 | 如有错误请 | 视频加载失败 | 視頻加載失敗 | 影片載入失敗 | 您的浏览器不支持 | 你的浏览器不支持
您的瀏覽器不支援 | 刷新页面再试 | 请刷新页面 | 刷新重试 | 請重新整理 | 打开app阅读全文 | 打开app查看 | 在app内阅读 | 誤字脱字を報告
記事の誤りを報告 | 間違いを報告 | 動画を読み込めません | 動画を再生できません | お使いのブラウザ | ページを再読み込み
アプリで続きを読む | 오류 신고 | 오탈자 신고 | 기사 오류 제보 | 동영상을 재생할 수 없습니다 | 브라우저에서 지원하지 | 새로고침 해
앱에서 계속 | แจ้งข้อผิดพลาด | เบราว์เซอร์ของคุณไม่รองรับ
"""
#: Whether one liked it, what one knows, who else had a hand in it, when it is sent, and what translated it.
TO_ANSWER = """
dieses thema im programm | über dieses thema berichtete | über dieses thema berichteten | dies ist eine maschinelle übersetzung
dieser artikel wurde automatisch übersetzt | dieser text wurde automatisch übersetzt | cet article a été traduit automatiquement
este artículo ha sido traducido automáticamente | questo articolo è stato tradotto automaticamente
este artigo foi traduzido automaticamente | dit artikel is automatisch vertaald | ten artykuł został przetłumaczony automatycznie
текст переведен автоматически | текст перекладено автоматично | bu makale otomatik olarak çevrilmiştir | تمت ترجمة هذا المقال آليا
if you enjoyed this article | if you liked this article | if you enjoyed this story | did you enjoy this article | enjoyed this article
enjoyed this story | enjoyed reading this | do you like this article | did you like this article | was this article helpful
did you find this article | have a tip for us | have a news tip | got a tip for us | got a news tip | send us a tip
contributed to this report | contributed to this article | contributed to this story | contributed reporting | hat ihnen der artikel gefallen
hat ihnen dieser artikel gefallen | hat dir der artikel gefallen | war dieser artikel hilfreich | fanden sie diesen artikel
haben sie einen hinweis für uns | mitarbeit an diesem artikel | cet article vous a plu | vous avez aimé cet article
cet article vous a t il | a contribué à cet article | ont contribué à cet article | te ha gustado este artículo
te gustó este artículo | te ha parecido interesante este | te resultó útil este artículo | contribuyó a este reportaje
contribuyeron a este reportaje | colaboró en este reportaje | ti è piaciuto questo articolo | questo articolo ti è stato utile
ha contribuito a questo articolo | gostou deste artigo | gostou desta matéria | gostou desta notícia | este artigo foi útil
contribuiu para esta reportagem | colaborou para esta reportagem | colaborou nesta reportagem | vond je dit artikel | vond u dit artikel
was dit artikel nuttig | heb je een tip voor | werkte mee aan dit artikel | gillade du artikeln | har du ett nyhetstips
kunne du lide artiklen | likte du artikkelen | piditkö artikkelista | podobał ci się artykuł | podobał ci się ten artykuł
czy artykuł był przydatny | líbil se vám článek | tetszett a cikk | ți a plăcut articolul | понравилась статья поделитесь
вам понравилась статья | вам понравился материал | была ли статья полезна | сподобалася стаття | сподобався матеріал
σας άρεσε το άρθρο | bu haberi beğendiniz mi | bu yazıyı beğendiniz mi | هل أعجبك المقال | هل أعجبك هذا المقال | هل كان هذا المقال مفيدا
هل كان المقال مفيدا | ساهم في هذا التقرير | ساهمت في هذا التقرير | ساهم في إعداد هذا التقرير | شارك في إعداد هذا التقرير | آیا این مطلب مفید
این مطلب برای شما مفید | کیا یہ مضمون مفید | אהבתם את הכתבה | הכתבה עניינה אתכם | यह खबर आपको कैसी | यह लेख आपको कैसा | apakah artikel ini bermanfaat
apakah artikel ini membantu | bài viết này có hữu ích | bạn có thích bài viết | 这篇文章对您有帮助 | 這篇文章對您有幫助 | 喜欢这篇文章吗 | 喜歡這篇文章嗎
この記事は役に立ちましたか | この記事は参考になりましたか | この記事が気に入ったら | 이 기사가 마음에 | 이 기사가 도움이 | คุณชอบบทความนี้
"""
#: Who may print it again.
ON_RIGHTS = """
this document is subject to copyright | no part may be reproduced | may not be reproduced distributed | may not be published broadcast
without prior written permission of | without the express written | reproduction without permission | protected by recaptcha
protégé par les lois et conventions internationales | à des fins de visualisation personnelle | for personal and temporary
protected by international copyright laws and conventions
nachdruck verboten | nachdruck nur mit | toute reproduction interdite | toute reproduction même partielle | reproduction interdite
prohibida la reproducción | prohibida su reproducción | queda prohibida la reproducción | riproduzione riservata
vietata la riproduzione | é proibida a reprodução | proibida a reprodução | overname zonder toestemming | niets uit deze uitgave
kopiowanie zabronione | przedruk bez zgody | kopírování bez souhlasu | все права на материалы | копирование материалов сайта
копирование материалов запрещено | перепечатка материалов | перепечатка без | при использовании материалов
использование материалов сайта | использование материалов разрешено | использование материалов допускается
использование материалов без | передрук матеріалів | передрук без | копіювання матеріалів | використання матеріалів сайту
при використанні матеріалів | απαγορεύεται η αναδημοσίευση | απαγορεύεται η αναπαραγωγή | izinsiz kopyalanamaz | izinsiz kullanılamaz
kaynak gösterilmeden kullanılamaz | kaynak gösterilmeden alıntı | يمنع إعادة نشر | يحظر إعادة نشر | يمنع نسخ أو | لا يجوز إعادة نشر
بازنشر مطالب | استفاده از مطالب سایت | استفاده از مطالب این | بلا اجازت نقل | אין להעתיק | dilarang mengutip | dilarang menyalin
cấm sao chép | 未经授权不得 | 未經授權不得 | 未经许可不得 | 未經許可不得 | 不得转载 | 不得轉載 | 转载请注明 | 轉載請註明 | 無断複写
転載を禁じ | 재배포 금지 | 무단 전재 | 무단 복제 | ห้ามทำซ้ำ
"""


def by_word(*tables: str) -> dict[str, list[str]]:
    """Return the phrases by the longest word of each, which few lines have: first words are those of grammar."""
    found = defaultdict(list)
    for phrase in {phrase for table in tables for phrase in phrases(table)}:
        found[max(phrase.split(), key=len)].append(f" {phrase} ")
    return dict(found)


_TO_READERS = (CONSENT, COOKIES, LETTERS, TO_READ_ON, ON_COMMENTS, AMISS, TO_ANSWER)
_ASIDES = by_word(*_TO_READERS, COMMISSIONS)
_RIGHTS = by_word(ON_RIGHTS)
_OF_PAGES = by_word(*_TO_READERS, ON_RIGHTS)


def is_aside(shape: Shape) -> bool:
    """Tell whether a line has a phrase in it with which a page turns to its reader, or says what it earns."""
    return has_any(shape, _ASIDES)


def is_on_rights(shape: Shape) -> bool:
    """Tell whether a line has a phrase in it that says who may print it again."""
    return has_any(shape, _RIGHTS)


def is_of_page(shape: Shape) -> bool:
    """Tell whether a line has a phrase of either sort, but for what the page earns: authors say that in their texts, too."""
    return has_any(shape, _OF_PAGES)


def has_any(shape: Shape, phrases_by_word: dict[str, list[str]]) -> bool:
    """Tell whether a line has one of some phrases (`by_word`) in it."""
    # Most lines have none of the words.
    if phrases_by_word.keys().isdisjoint(shape.parts):
        return False
    met = phrases_by_word.keys() & shape.parts
    return any(phrase in shape.key for word in met for phrase in phrases_by_word[word])
