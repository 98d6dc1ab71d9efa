"""Offers: phrases with which a page offers something to its reader, asks for consent to it, and says what it earns.

They are data for `asides`, folded as those of `cues`, in the languages of the corpus and around it.
"""

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
#: What one needs to read on, and where the text goes on.
TO_READ_ON = """
already have an account | don t have an account | create an account or sign | create an account or log | sign in if you have
by registering for free | you are not logged in | stories left this month | articles left this month | free articles remaining
unlock this article | unlock more articles | reserved for subscribers | unlimited online access | unlimited digital access
sind sie nicht eingeloggt | sie sind nicht eingeloggt | du bist nicht eingeloggt | artikel verschenken | haben sie schon ein konto
noch kein konto | noch kein abo | bereits registriert melden | sie sind bereits registriert | schon abonnent | bereits abonnent
déjà abonné | vous avez déjà un compte | vous possédez déjà un compte | pas encore abonné | pas encore de compte | ya eres suscriptor
eres suscriptor | ya tienes cuenta | ya tienes una cuenta | aún no tienes cuenta | no tienes cuenta | sei già abbonato
hai già un account | hai già un abbonamento | non hai un account | já é assinante | já tem conta | já tem uma conta
ainda não tem conta | não tem conta | heb je al een account | heeft u al een account | al abonnee log | nog geen account
nog geen abonnee | har du redan ett konto | redan prenumerant | har du allerede en konto | har du allerede abonnement
er du allerede abonnent | onko sinulla jo | masz już konto | nie masz konta | nie masz jeszcze konta | máte již účet | van már fiókja
ai deja cont | уже зарегистрированы | уже есть аккаунт | нет аккаунта | вже зареєстровані | вже є акаунт | вже маєте акаунт
έχετε ήδη λογαριασμό | δεν έχετε λογαριασμό | zaten üye misiniz | üye değil misiniz | hesabınız var mı | hesabınız yok mu
لديك حساب بالفعل | هل لديك حساب | ليس لديك حساب | هل أنت مشترك | حساب کاربری دارید | حساب کاربری ندارید | כבר מנויים | אין לך חשבון
क्या आपका अकाउंट है | sudah punya akun | belum punya akun | bạn đã có tài khoản | bạn chưa có tài khoản | 已有账号 | 已有帳號
还没有账号 | 還沒有帳號 | すでに会員の方 | アカウントをお持ち | 이미 회원이신가요 | 계정이 있으신가요 | article continues below
article continues after | story continues below | continue reading below | your article continues | advertisement scroll to continue
continues after advertisement | wird nach der anzeige fortgesetzt | geht nach der anzeige weiter | unter der anzeige weiter
suite de l article après | la suite après cette publicité | continúa después de la publicidad | sigue leyendo tras la
continua dopo la pubblicità | continua após a publicidade | lees verder onder de advertentie | lees verder na de advertentie
verder onder de advertentie | artikeln fortsätter efter annonsen | artikkelen fortsetter under annonsen
artiklen fortsætter efter annoncen | juttu jatkuu mainoksen | dalsza część artykułu pod | ciąg dalszy pod reklamą
článek pokračuje pod | a cikk a hirdetés | materialul continuă după | продолжение после рекламы | материал продолжается после рекламы
продовження після реклами | το άρθρο συνεχίζεται | haberin devamı için | haber reklamdan sonra | يتبع بعد الإعلان | المقال يستمر بعد
ادامه مطلب پس از تبلیغ | הכתבה ממשיכה אחרי | artikel berlanjut setelah | artikel ini berlanjut setelah | 广告 请继续往下
請繼續往下閱讀 | 広告の下に続きます | 기사는 광고 아래
"""
#: What is kept on the machine of whoever reads, and for whom.
COOKIES = """
these cookies are | these cookies enable | these cookies allow | these cookies may be | cookies are necessary for
cookies on your browser | cookies on your device | strictly necessary cookies | functional cookies | performance cookies
targeting cookies | accept all cookies | reject all cookies | manage cookies | cookie settings | cookie preferences
we and our partners | opt out of the sale | website uses cookies to | diese cookies sind | diese cookies ermöglichen
unbedingt erforderliche cookies | notwendige cookies | cookie einstellungen | alle cookies akzeptieren | wir verwenden cookies
wir nutzen cookies | wir und unsere partner | ces cookies sont | ces cookies permettent | cookies strictement nécessaires
paramétrer les cookies | gérer les cookies | accepter tous les cookies | nous utilisons des cookies | nous et nos partenaires
estas cookies son | estas cookies permiten | cookies estrictamente necesarias | configurar cookies | configuración de cookies
aceptar todas las cookies | utilizamos cookies | usamos cookies | nosotros y nuestros socios | questi cookie sono
cookie strettamente necessari | accetta tutti i cookie | utilizziamo i cookie | utilizziamo cookie | usiamo i cookie
noi e i nostri partner | estes cookies são | cookies estritamente necessários | aceitar todos os cookies | nós e os nossos parceiros
nós e nossos parceiros | deze cookies zijn | strikt noodzakelijke cookies | alle cookies accepteren | wij gebruiken cookies
we gebruiken cookies | wij en onze partners | nödvändiga cookies | vi använder cookies | acceptera alla cookies | vi och våra partners
vi bruger cookies | accepter alle cookies | vi og vores partnere | vi bruker informasjonskapsler | vi bruker cookies
vi og våre partnere | käytämme evästeitä | hyväksy kaikki evästeet | te pliki cookie | niezbędne pliki cookie | używamy plików cookie
wykorzystujemy pliki cookie | my i nasi partnerzy | používáme cookies | používáme soubory cookie | my a naši partneři
sütiket használunk | folosim cookie uri | мы используем cookie | мы используем файлы cookie | сайт использует cookie
сайт использует файлы cookie | ми використовуємо файли cookie | ми використовуємо cookie | използваме бисквитки
χρησιμοποιούμε cookies | απαραίτητα cookies | çerez kullanıyoruz | çerezleri kullanıyoruz | çerez ayarları | çerez politikası
نستخدم ملفات تعريف الارتباط | يستخدم هذا الموقع ملفات تعريف | نحن وشركاؤنا | از کوکی ها استفاده می کنیم | אנו משתמשים בעוגיות
אתר זה עושה שימוש | हम कुकीज़ का उपयोग | kami menggunakan cookie | situs ini menggunakan cookie | chúng tôi sử dụng cookie
我们使用cookie | 本网站使用cookie | 我們使用cookie | 本網站使用cookie | cookieを使用しています | cookieを使用して | 쿠키를 사용합니다
쿠키를 사용하고 있습니다 | เราใช้คุกกี้
"""
