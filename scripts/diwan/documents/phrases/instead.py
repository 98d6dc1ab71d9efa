"""Instead: what sites show in the place of an article, by the phrases with which they say so.

In: the blocks of a source. Out: the flag of what was saved instead. A page that is not there, asks for consent, for who one is, or whether
one is a program has few words, and one of these phrases among those that are kept or in its title: who saves hundreds of pages at a
time does not see it. An article that speaks of such pages has more words.
"""

from collections.abc import Iterable, Iterator

from diwan.documents.phrases.cues import anywhere
from diwan.documents.shapes import key_of
from diwan.model.block import Block, Flag
from diwan.text.words import count_words

#: The kind of the flag.
INSTEAD = "instead"
#: Words of the longest page that is shown instead: walls that ask for consent have up to a hundred.
_MOST = 150
#: Characters that the flag quotes.
_QUOTED = 80
_NOT_THERE = """
page not found | 404 not found | error 404 | page cannot be found | page could not be found | page you are looking for | page you requested
page you were looking for | page does not exist | page no longer exists | article not found | seite nicht gefunden | seite wurde nicht gefunden
seite existiert nicht | page introuvable | page est introuvable | page demandée | página no encontrada | página que busca | página que buscas
página no existe | pagina non trovata | pagina che cerchi | página não encontrada | página não existe | pagina niet gevonden
pagina bestaat niet | sidan hittades inte | sidan kunde inte hittas | siden blev ikke fundet | siden finnes ikke | sivua ei löytynyt
nie znaleziono strony | strona nie istnieje | strona nie została znaleziona | stránka nenalezena | az oldal nem található | pagina nu a fost găsită
страница не найдена | страницы не существует | сторінку не знайдено | η σελίδα δεν βρέθηκε | sayfa bulunamadı | aradığınız sayfa
halaman tidak ditemukan | không tìm thấy trang | الصفحة غير موجودة | الصفحة المطلوبة غير | الصفحة التي تبحث عنها | لم يتم العثور على الصفحة
صفحه مورد نظر | صفحه پیدا نشد | صفحه یافت نشد | صفحہ نہیں ملا | הדף לא נמצא | העמוד לא נמצא | पेज नहीं मिला | 页面不存在 | 找不到页面 | 页面未找到
找不到網頁 | 頁面不存在 | ページが見つかりません | お探しのページ | 페이지를 찾을 수 없습니다 | ไม่พบหน้า
"""
_PROGRAM = """
verify you are human | are you a robot | you are not a robot | i m not a robot | checking your browser | checking if the site connection is secure
enable javascript and cookies | enable cookies and reload | unusual traffic | complete the security check | access denied
access to this page has been denied | pardon our interruption | you have been blocked | made us think you were a bot | request blocked
dass sie ein mensch sind | dass sie kein roboter sind | ich bin kein roboter | zugriff verweigert | que vous êtes humain
je ne suis pas un robot | accès refusé | no soy un robot | acceso denegado | non sono un robot | accesso negato | não sou um robô | acesso negado
вы не робот | я не робот | доступ запрещен | robot olmadığınızı | erişim engellendi | bukan robot | أنك لست روبوت | لست روبوتا
تم رفض الوصول | الوصول مرفوض | ربات نیستم | دسترسی شما مسدود | אני לא רובוט | 请完成安全验证 | 人机验证 | 訪問被拒 | ロボットではありません | アクセスが拒否
접근이 거부 | 로봇이 아닙니다
"""
_CONSENT = """
we value your privacy | we care about your privacy | store and or access information on a device | store and access information on a device
accept all cookies | reject all cookies | manage cookie preferences | informationen auf einem gerät | informationen auf ihrem gerät
zustimmung ist jederzeit widerrufbar | alle cookies akzeptieren | mit werbung weiterlesen | mit werbung und tracking
informations sur un terminal | informations sur votre appareil | accepter et continuer | continuer sans accepter | tout accepter
información en un dispositivo | aceptar todas las cookies | informazioni su un dispositivo | accetta tutti i cookie
informações num dispositivo | informações em um dispositivo | informatie op een apparaat | alle cookies accepteren
acceptera alla cookies | informacji na urządzeniu | tüm çerezleri kabul | terima semua cookie | قبول جميع ملفات تعريف الارتباط
قبول كل ملفات تعريف الارتباط | 接受所有 cookie | すべての cookie | 모든 쿠키 허용
"""
_WHO = """
forgot your password | forgot password | forgotten password | reset your password | passwort vergessen | mot de passe oublié
olvidaste tu contraseña | olvidado tu contraseña | olvidó su contraseña | password dimenticata | esqueceu a senha | esqueci minha senha
wachtwoord vergeten | glömt lösenord | glemt passord | glemt adgangskode | zapomniałeś hasła | nie pamiętasz hasła | забыли пароль | забули пароль
ξεχάσατε τον κωδικό | şifremi unuttum | parolamı unuttum | lupa kata sandi | quên mật khẩu | نسيت كلمة المرور | نسيت كلمة السر
رمز عبور را فراموش | فراموشی رمز عبور | پاس ورڈ بھول | שכחתי סיסמה | שכחת סיסמה | 忘记密码 | 忘記密碼 | パスワードをお忘れ | 비밀번호 찾기
"""
_SHOWN = tuple(map(anywhere, (_NOT_THERE, _PROGRAM, _CONSENT, _WHO)))


def shown_instead(title: str | None, blocks: Iterable[Block]) -> Iterator[Flag]:
    """Yield the flag of a source that is no article, where its *title* or a kept one of its *blocks* says so."""
    kept = [block for block in blocks if block.kept]
    words = 0
    for block in kept:
        words += count_words(block.text)
        if words > _MOST:
            return
    said = [(0, title or ""), *((block.line, block.text) for block in kept)]
    for line, text in said:
        if any(phrase.search(key_of(text)) for phrase in _SHOWN):
            yield Flag(kind=INSTEAD, line=line, detail=f"“{text[:_QUOTED]}”")
            return
