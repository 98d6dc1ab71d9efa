"""Asides: sentences in which a page turns from its text to whoever reads it, in the languages of the corpus.

In: a line. Out: whether it has a phrase of one, wherever in it. Phrases are folded as those of `cues`, and each is one that
articles hardly say: what is also said of something else stands with the words that make it an aside.
"""

import re
from collections import defaultdict

from diwan.documents.cues import APPEALS, IS_APPEAL, IS_READ_ALSO, phrases
from diwan.documents.shapes import Shape, key_of

#: Consent to be sent something, to terms, to what becomes of one's data.
CONSENT = """
by signing up you agree | by signing up you consent | by signing up i agree | by subscribing you agree | by subscribing i agree
by registering you agree | by creating an account you agree | by continuing you agree | by submitting your email
by submitting this form | by submitting your information | by submitting my information | by clicking subscribe | by clicking submit
by clicking sign up | by entering your email | by providing your email | i agree to receive | i agree to be contacted
i consent to receive | i have read and agree to the | i have read and accept the | i agree my information | sign me up to receive
you can unsubscribe at | you may unsubscribe at | unsubscribe at any time | unsubscribe any time | opt out at any time
i can change these preferences | mit meiner anmeldung | mit ihrer anmeldung stimmen | mit ihrer anmeldung akzeptieren
mit ihrer anmeldung zum newsletter | mit deiner anmeldung | mit der anmeldung zum newsletter | mit meiner registrierung
mit ihrer registrierung stimmen | mit ihrer registrierung akzeptieren | mit klick auf abonnieren | mit klick auf anmelden
mit klick auf registrieren | ich möchte den newsletter | ich möchte newsletter | ich willige ein dass | ich stimme der verarbeitung
ich stimme zu dass mir | ich bin damit einverstanden dass mir | ich bin damit einverstanden dass meine | jederzeit abbestellen
jederzeit vom newsletter abmelden | en vous inscrivant vous acceptez | en vous abonnant vous acceptez | en m inscrivant j accepte
en m abonnant j accepte | en cliquant sur s inscrire | en cliquant sur s abonner | en cliquant sur je m inscris
en cliquant sur je m abonne | j accepte de recevoir | j accepte les conditions générales | j accepte que mes données
j ai lu et j accepte | oui je souhaite recevoir | je souhaite recevoir la newsletter | je souhaite recevoir les offres
vous désinscrire à tout moment | vous désabonner à tout moment | al suscribirte aceptas | al suscribirse acepta | al suscribirme acepto
al registrarte aceptas | al registrarse acepta | al registrarme acepto | acepto recibir | deseo recibir la newsletter
deseo recibir información | quiero recibir la newsletter | quiero recibir el boletín | quiero recibir noticias | he leído y acepto
acepto los términos y condiciones | acepto la política de privacidad | darte de baja de la newsletter | darte de baja del boletín
darse de baja del boletín | darte de baja cuando | iscrivendoti accetti | iscrivendoti dichiari | registrandoti accetti
cliccando su iscriviti | accetto di ricevere | acconsento a ricevere | acconsento al trattamento | desidero ricevere
ho letto e accetto | ho letto l informativa | puoi disiscriverti | puoi annullare l iscrizione | ao se inscrever você
ao inscrever se concorda | ao inscrever se aceita | ao se cadastrar você | ao assinar você concorda | aceito receber
concordo em receber | desejo receber | quero receber a newsletter | quero receber notícias | li e aceito | li e concordo
pode cancelar a subscrição a | cancele a inscrição a | door je in te schrijven ga | door u in te schrijven gaat
door je aan te melden ga | door u aan te melden gaat | met je inschrijving ga je | ja ik ontvang graag | ja ik wil graag de nieuwsbrief
ik ga akkoord met de voorwaarden | ik ga akkoord met het privacybeleid | op elk moment uitschrijven | op ieder moment uitschrijven
op elk moment afmelden | genom att registrera dig godkänner | genom att anmäla dig godkänner | genom att prenumerera godkänner
jag godkänner att | jag samtycker till att | jag vill ta emot nyhetsbrev | avsluta prenumerationen när som helst
ved at tilmelde dig accepterer | ved tilmelding accepterer | jeg accepterer at modtage | jeg ønsker at modtage
ved å melde deg på godtar | jeg samtykker til at | jeg ønsker å motta | melde deg av når som helst | tilaamalla uutiskirjeen hyväksyn
tilaamalla uutiskirjeen hyväksyt | haluan vastaanottaa | peruuttaa tilauksen milloin tahansa | zapisując się do newslettera
zapisując się akceptujesz | rejestrując się akceptujesz | wyrażam zgodę na otrzymywanie | wyrażam zgodę na przetwarzanie
wyrażam zgodę na przesyłanie | chcę otrzymywać newsletter | akceptuję regulamin | możesz zrezygnować z subskrypcji
přihlášením k odběru | souhlasím se zasíláním | souhlasím se zpracováním | z odběru se můžete | hozzájárulok hogy | hozzájárulok ahhoz
bármikor leiratkozhat | sunt de acord să primesc | sunt de acord cu prelucrarea | te poți dezabona | нажимая на кнопку вы
нажимая на кнопку я | нажимая кнопку вы | нажимая кнопку я | подписываясь вы соглашаетесь | подписываясь на рассылку
регистрируясь вы соглашаетесь | отправляя форму вы | я согласен получать | я хочу получать рассылку
согласен на обработку персональных | соглашаюсь на обработку персональных | даю согласие на обработку | даю согласие на получение
отписаться в любой момент | отказаться от рассылки в любой | натискаючи кнопку ви | натискаючи на кнопку ви
підписуючись ви погоджуєтесь | реєструючись ви погоджуєтесь | погоджуюся отримувати | даю згоду на обробку
відписатися в будь який момент | съгласен съм да получавам | με την εγγραφή σας αποδέχεστε | με την εγγραφή σας συμφωνείτε
με την εγγραφή μου | συμφωνώ να λαμβάνω | επιθυμώ να λαμβάνω | αποδέχομαι τους όρους | μπορείτε να διαγραφείτε | abone olarak kabul
kaydolarak kabul | üye olarak kabul | e posta almayı kabul | bülten almak istiyorum | almayı kabul ediyorum | aydınlatma metnini okudum
istediğiniz zaman abonelikten | dilediğiniz zaman abonelikten | بالاشتراك فإنك توافق | باشتراكك فإنك توافق | باشتراكك أنت توافق
بالتسجيل فإنك توافق | بتسجيلك فإنك توافق | بالتسجيل أنت توافق | أوافق على تلقي | أوافق على استلام | أوافق على الشروط والأحكام
أوافق على سياسة الخصوصية | أرغب في تلقي | نعم أود تلقي | يمكنك إلغاء الاشتراك | يمكنكم إلغاء الاشتراك | با عضویت در خبرنامه
با ثبت نام موافقت | مایل به دریافت خبرنامه | مایلم خبرنامه | قوانین و مقررات را می پذیرم | با قوانین و مقررات موافقم
لغو اشتراک در هر زمان | سبسکرائب کر کے آپ | میں شرائط و ضوابط سے متفق | בהרשמה אני מאשר | בהרשמה אני מסכים | אני מאשר קבלת
אני מאשרת קבלת | אני מסכים לקבל | קראתי ואני מסכים | साइन अप करके आप | सब्सक्राइब करके आप | रजिस्टर करके आप
मैं नियम और शर्तों से सहमत | dengan mendaftar anda menyetujui | dengan mendaftar anda setuju | dengan berlangganan anda menyetujui
saya setuju menerima | saya setuju untuk menerima | anda dapat berhenti berlangganan | bằng cách đăng ký bạn đồng ý
bằng việc đăng ký bạn đồng ý | tôi đồng ý nhận | bạn có thể hủy đăng ký | 注册即表示 | 註冊即表示 | 订阅即表示 | 訂閱即表示
点击订阅即 | 點擊訂閱即 | 我同意接收 | 我已阅读并同意 | 我已閱讀並同意 | 随时取消订阅 | 隨時取消訂閱 | 登録することで利用規約
登録することにより利用規約 | 利用規約に同意の上 | 利用規約とプライバシーポリシーに同意 | メールの配信を希望 | メールの受信に同意
いつでも配信停止 | いつでも登録解除 | 수신에 동의합니다 | 이용약관에 동의합니다 | 수집 및 이용에 동의합니다 | 언제든지 구독을 취소
언제든지 수신을 거부 | การสมัครสมาชิกถือว่าคุณยอมรับ | ฉันยอมรับที่จะรับ
"""
#: What comes by mail, and what those have who pay.
LETTERS = """
delivered to your inbox | delivered straight to your inbox | straight to your inbox | directly to your inbox | direct to your inbox
right in your inbox | right to your inbox | sent to your inbox | stories in your inbox | news in your inbox | in your inbox every
to your inbox every | will soon be in your inbox | get breaking news alerts | breaking news alerts and special reports
delivered weekday mornings | delivered every morning | delivered every weekday | newsletter with the best of our | our free newsletter
our daily newsletter | our weekly newsletter | our newsletter | our newsletters | our morning briefing | to receive new posts
becoming a free or paid subscriber | a reader supported publication | as a subscriber you | subscribers also get
discover our premium offers | discover our subscription offers | direkt in ihr postfach | direkt in dein postfach
in ihr e mail postfach | in ihr mail postfach | in dein mail postfach | kostenlos in ihr postfach | unser kostenloser newsletter
unseren kostenlosen newsletter | unserem kostenlosen newsletter | unseren newsletter | unserem newsletter | unsere newsletter
als abonnent lesen sie | als abonnent erhalten sie | als abonnentin oder abonnent | entdecken sie unsere abos
directement dans votre boîte | matin dans votre boîte | gratuitement dans votre boîte | recevez chaque matin | recevez chaque soir
recevez chaque semaine | recevez gratuitement | recevez notre newsletter | notre newsletter | nos newsletters
notre lettre d information | découvrez nos offres | découvrez nos abonnements | en tant qu abonné vous | directamente en tu correo
directamente en tu bandeja | mañana en tu bandeja | directamente en su bandeja | nuestro boletín diario | nuestro boletín semanal
a nuestro boletín | a nuestros boletines | nuestra newsletter | nuestras newsletters | recibe cada mañana | recibe en tu correo
recibe gratis en tu | reciba en su correo | descubre nuestras ofertas | como suscriptor puedes | como suscriptor tienes
direttamente nella tua casella | mattina nella tua casella | nella tua mail ogni | alla nostra newsletter | la nostra newsletter
le nostre newsletter | ricevi ogni mattina | ricevi ogni giorno | scopri le nostre offerte | scopri i nostri abbonamenti
come abbonato puoi | diretamente na sua caixa | manhã na sua caixa | manhãs na sua caixa | no seu e mail todas | no seu email todas
nossa newsletter | nossas newsletters | receba as principais notícias | receba as notícias | conheça os nossos planos
conheça nossos planos | como assinante você | como assinante pode | rechtstreeks in je inbox | gratis in je inbox | direct in je inbox
nieuws in je inbox | ochtend in je inbox | nieuws in je mailbox | gratis in uw inbox | onze nieuwsbrief | onze nieuwsbrieven
onze dagelijkse nieuwsbrief | ontvang elke ochtend | ontvang elke dag | ontvang dagelijks | als abonnee krijg je | als abonnee lees je
als abonnee kun je | als abonnee heb je | als abonnee ontvang je | als abonnee krijgt u | als abonnee leest u
ontdek onze abonnementen | direkt i din inkorg | nyheter i din inkorg | vårt nyhetsbrev | våra nyhetsbrev | som prenumerant får du
som prenumerant kan du | direkte i din indbakke | nyheder i din indbakke | nyheter i innboksen din | vores nyhedsbrev
vores nyhedsbreve | våre nyhetsbrev | som abonnent får du | suoraan sähköpostiisi | uutiskirjeemme | na twoją skrzynkę
na twój adres e mail | prosto na skrzynkę | nasz newsletter | naszego newslettera | nasze newslettery | jako subskrybent masz
jako prenumerator masz | do vaší schránky | do vaší e mailové schránky | náš newsletter | našeho newsletteru | k našemu newsletteru
hírlevelünkre | hírlevelünket | newsletterul nostru | la newsletter ul nostru | direct în inbox | новости на вашу почту
утро на вашу почту | письма на вашу почту | нашу рассылку | нашей рассылке | наши рассылки | нашу ежедневную рассылку
как подписчик вы | новини на вашу пошту | ранку на вашу пошту | нашу розсилку | нашій розсилці | нашия бюлетин
κατευθείαν στο email σας | απευθείας στο email σας | κατευθείαν στο inbox σας | στο newsletter μας | το newsletter μας
τα newsletter μας | e posta kutunuza | e posta adresinize gelsin | bültenimize | bültenlerimize | günlük bültenimiz
aboneliğinizle birlikte | abonemiz olarak | مباشرة إلى بريدك | مباشرة في بريدك | مباشرة على بريدك | يوميا إلى بريدك | يوميا على بريدك
أهم الأخبار إلى بريدك | نشرتنا البريدية | نشرتنا الإخبارية | نشرتنا اليومية | نشرتنا الأسبوعية | بصفتك مشتركا | كمشترك يمكنك
اكتشف عروضنا | خبرنامه ما | خبرنامه روزانه ما | در ایمیل خود دریافت | به ایمیل شما ارسال | ہمارا نیوز لیٹر | ہمارے نیوز لیٹر
اپنے ان باکس میں | לתיבת המייל שלך | לתיבת הדואר שלך | ישירות למייל | הניוזלטר שלנו | לניוזלטר שלנו | सीधे अपने इनबॉक्स में
सीधे आपके इनबॉक्स में | हमारे न्यूज़लेटर | हमारा न्यूज़लेटर | langsung di kotak masuk anda | langsung ke kotak masuk anda
langsung ke email anda | newsletter kami | buletin kami | trực tiếp vào hộp thư của bạn | bản tin của chúng tôi | 发送到您的邮箱
发送至您的邮箱 | 送到您的郵箱 | 寄到您的信箱 | 我们的电子报 | 我們的電子報 | 我们的新闻简报 | 我們的新聞簡報 | 订阅电子报 | 訂閱電子報
訂閱每日電子報 | メールマガジンに登録 | メルマガ登録 | メールでお届け | ニュースレターに登録 | ニュースレター登録
ニュースレターをお届け | 有料会員の方は | 뉴스레터를 구독 | 뉴스레터 구독 | 이메일로 받아보세요 | 메일로 받아보세요 | จดหมายข่าวของเรา
"""
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
to view this content | to see this content | this content is hosted by | read the full story in the app
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
nếu bạn phát hiện lỗi | không thể tải video | trình duyệt của bạn không hỗ trợ | tải lại trang | 文章纠错 | 我要纠错 | 内容纠错
如发现错误 | 如發現錯誤 | 如有错误请 | 视频加载失败 | 視頻加載失敗 | 影片載入失敗 | 您的浏览器不支持 | 你的浏览器不支持
您的瀏覽器不支援 | 刷新页面再试 | 请刷新页面 | 刷新重试 | 請重新整理 | 打开app阅读全文 | 打开app查看 | 在app内阅读 | 誤字脱字を報告
記事の誤りを報告 | 間違いを報告 | 動画を読み込めません | 動画を再生できません | お使いのブラウザ | ページを再読み込み
アプリで続きを読む | 오류 신고 | 오탈자 신고 | 기사 오류 제보 | 동영상을 재생할 수 없습니다 | 브라우저에서 지원하지 | 새로고침 해
앱에서 계속 | แจ้งข้อผิดพลาด | เบราว์เซอร์ของคุณไม่รองรับ
"""
#: What the page earns if one buys.
COMMISSIONS = """
we may earn a commission | we earn a commission | we may earn commission | earn a small commission | we may receive a commission
receive a small commission | we may get a commission | earn an affiliate commission | contains affiliate links
contain affiliate links | includes affiliate links | auto affiliate links | as an amazon associate | sogenannte affiliate links
enthält affiliate links | erhalten wir eine provision | bekommen wir eine provision | eine provision vom händler
contient des liens affiliés | contient des liens d affiliation | pouvons percevoir une commission | peut percevoir une commission
touchons une commission | pouvons recevoir une commission | contiene enlaces de afiliados | incluye enlaces de afiliados
contiene enlaces de afiliación | podemos recibir una comisión | recibimos una comisión | contiene link di affiliazione
contiene link affiliati | potremmo ricevere una commissione | riceviamo una commissione | acquisto attraverso uno dei link
contém links de afiliados | podemos receber uma comissão | recebemos uma comissão | podemos ganhar uma comissão | bevat affiliatelinks
ontvangen wij een commissie | krijgen we een commissie | innehåller annonslänkar | innehåller affiliatelänkar | indeholder reklamelinks
linki afiliacyjne | możemy otrzymać prowizję | партнерские ссылки мы | получить комиссию за покуп | партнерські посилання ми
satış ortaklığı bağlantıları | komisyon kazanabiliriz | روابط تابعة | قد نحصل على عمولة | نحصل على عمولة | 我们可能会获得佣金
我們可能會獲得佣金 | アフィリエイトリンクを | アフィリエイト広告を利用して | 일정액의 수수료를 제공받
"""
#: Whether one liked it, what one knows, and who else had a hand in it.
TO_ANSWER = """
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
_TABLES = (CONSENT, LETTERS, ON_COMMENTS, AMISS, COMMISSIONS, TO_ANSWER)


def _by_word() -> dict[str, list[str]]:
    """Return the phrases by the longest word of each, which few lines have: first words are those of grammar."""
    found = defaultdict(list)
    for phrase in {phrase for table in _TABLES for phrase in phrases(table)}:
        found[max(phrase.split(), key=len)].append(f" {phrase} ")
    return dict(found)


_PHRASES = _by_word()
_WORDS = frozenset(_PHRASES)


def is_aside(shape: Shape) -> bool:
    """Tell whether a line has a phrase in it with which a page turns to its reader."""
    met = _WORDS.intersection(shape.parts)
    return any(phrase in shape.key for word in met for phrase in _PHRASES[word])


#: Where a sentence ends and another begins.
_NEXT = re.compile(r"(?<=[.!?…؟۔।])\s+|(?<=[。！？])\s*")
_ASKS = ("?", "؟", "？")
_APPEALING = frozenset(phrase.split()[0] for phrase in phrases(APPEALS))
#: Characters of the longest label of a link to another article, and its colon.
_LABEL = 40


def ends_in_appeal(shape: Shape) -> bool:
    """Tell whether a sentence of the line but the first is an appeal; in a line like running text, if a question leads to it.

    Of 19 lines of saved pages up to 25 words 18 are none of the text, and one is labelled so.
    """
    if _APPEALING.isdisjoint(shape.parts):
        return False
    first, *others = _NEXT.split(shape.text)
    runs = shape.is_sentence and shape.ends_sentence
    before = first
    for sentence in others:
        if (not runs or before.endswith(_ASKS)) and IS_APPEAL.match(key_of(sentence)):
            return True
        before = sentence
    return False


def is_labelled_link(shape: Shape) -> bool:
    """Tell whether the line is a link to another article behind its label and a colon: *Read also: …*."""
    label, colon, _ = shape.text[:_LABEL].partition(":")
    return bool(colon and IS_READ_ALSO.match(shape.key) and IS_READ_ALSO.fullmatch(key_of(label)))
