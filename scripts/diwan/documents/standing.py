"""Address: where a plain text stood on the web, as one line of it says.

In: the scene of a text. Out: an address on a line by itself at the beginning or the end, no sentence beyond it, or behind a label such
as *Source* near either; nothing where there are two, and nothing of what lists or buttons hold. Who saves the text of a page often
writes it there, and share buttons and the like copy it.
"""

import re
from urllib.parse import urlsplit

from diwan.documents.lines.scene import Scene
from diwan.documents.readers.clippings import SOURCES
from diwan.documents.shapes import Shape
from diwan.text.fold import fold

#: How languages call an address, beside what they call a source.
_LINKS = """
url | link | original | original url | source url | permalink | web | website | address | available at | retrieved from | adresse | lien | enlace
enlace original | collegamento | länk | lenke | odkaz | ссылка | посилання | σύνδεσμος | bağlantı | tautan | liên kết | الرابط | رابط | رابط المقال
رابط الخبر | المصدر الأصلي | لینک | لینک خبر | پیوند | קישור | लिंक | ลิงก์ | 链接 | 鏈接 | 原文 | 原文链接 | 原文連結 | リンク | 元記事 | 링크 | 원문
"""
_LABELS = frozenset(fold(word.strip()) for word in re.split(r"[|\n]", f"{SOURCES}|{_LINKS}") if word.strip())
#: An address, after a label if there is one; between the two the name of whoever published: `Source: The Quay, https://…`.
_LINE = re.compile(
    r"(?:(?P<label>[^:：/<>]{2,30}?)\s*[:：]\s*(?:[^:：/<>]{2,60}?(?:\s*[,،，;؛|]\s*|\s+[–—-]\s+|\s+))?)?"
    r"(?P<open>\()?<?(?P<address>https?://[^\s<>\"]{4,2000}?)>?(?(open)\))",
    re.IGNORECASE,
)
#: Lines with words from the beginning and from the end in which a label counts.
_NEAR = 5
#: Lines that may stand beyond an address without a label: title, author and day, or with what a text was sent.
_BEYOND = 3
#: Hosts of networks and services by which texts are passed on: an address there without a label is a button.
_PASSING_ON = re.compile(
    r"(?:^|\.)(?:facebook|twitter|x|instagram|linkedin|pinterest|youtube|youtu|tiktok|whatsapp|wa|telegram|t|reddit|threads|bsky|vk|weibo)"
    r"\.(?:com|me|be|net|app|ru)$"
)
#: A page that is given to another in its address.
_GIVEN_ON = re.compile(r"[?&/=](?:https?:|https?%3a)", re.IGNORECASE)


def stood_at(scene: Scene) -> str:
    """Return the address at which *scene* says that it stood; nothing where it says none, or several."""
    if "//" not in scene.whole:
        return ""
    lines = [shape for shape in scene.shapes if shape.words]
    found = dict[int, re.Match[str]]()
    for place, shape in enumerate(lines):
        if shape.has_address and (line := _LINE.fullmatch(shape.text.strip())):
            found[place] = line
    said = {_plain(line) for place, line in found.items() if _is_said(line) and _is_near(place, lines)} - {""}
    if not said:
        # One among other addresses is an entry of a list.
        alone = {place for place in found if _is_outer(place, lines) and not found[place]["label"]}
        others = {_plain(line) for line in found.values()}
        said = (
            others
            if alone and len(others) == 1 and not any(_is_passed(lines[place], scene) for place in alone)
            else set()
        )
    return said.pop() if len(said) == 1 else ""


def _is_outer(place: int, lines: list[Shape]) -> bool:
    """Tell whether few lines and no sentence stand beyond that at *place*: phones share a title and the address below it."""
    beyond = (lines[:place], lines[place + 1 :])
    return any(len(some) <= _BEYOND and not any(line.is_sentence for line in some) for some in beyond)


def _is_near(place: int, lines: list[Shape]) -> bool:
    return place < _NEAR or place >= len(lines) - _NEAR


def _is_said(line: re.Match[str]) -> bool:
    return bool(line["label"]) and fold(line["label"].strip()) in _LABELS


def _plain(line: re.Match[str]) -> str:
    """Return the address of an article's page, nothing where it is hostile or that of a whole site."""
    address = line["address"]
    try:
        parts = urlsplit(address)
        host, port = parts.hostname or "", parts.port
    except ValueError:
        return ""
    is_page = bool(parts.path.strip("/") or parts.query)
    sound = "." in host and port is None and parts.username is None and address.isprintable()
    return address if is_page and sound else ""


def _is_passed(shape: Shape, scene: Scene) -> bool:
    """Tell whether an address without a label is a button, or stands below a label such as *Read also*."""
    host = urlsplit(shape.text.strip("<> ")).hostname or ""
    return shape.index in scene.below_label or bool(
        _PASSING_ON.search(host) or _GIVEN_ON.search(shape.text, 8)
    )
