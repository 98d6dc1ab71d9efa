"""Lines written in another script: of scripts in which few or no saved pages are at hand, form and place can be learned.

Letter by letter, or, in Chinese characters, word by word; each text by a key of its own, so that no letter is learned.
Capitals are lost. Where a script has no spaces between words, one is left where a reader draws breath; commas and stops
are those of the script, or a space where it has none.
"""

import random
import re
from collections.abc import Sequence
from dataclasses import dataclass
from zlib import crc32

#: Languages whose pages are not rewritten: their words cannot be told apart by spaces.
NOT_FROM = frozenset({"zh", "ja", "ko", "th", "lo", "km", "my"})
_WORD = re.compile(r"[^\W\d_](?:['’]?[^\W\d_])*")
_COMMA, _STOP = re.compile(r",(?=\s|$)"), re.compile(r"(?<!\d)\.(?=\s|$)")
#: Words after which a reader draws breath, in a script that parts phrases and not words; characters of a Chinese word
#: for each letter of ours.
_BREATH, _FOR_A_LETTER = 8, 0.35
_IDEOGRAPHS = (0x4E00, 3_000)


@dataclass(frozen=True)
class Script:
    """The letters of a script (none: ideographs), its comma and stop, and what stands between words and phrases."""

    letters: str
    comma: str
    stop: str
    between: str = ""
    breath: str = " "


SCRIPTS = (
    Script("กขคงจชซดตถทนบปผพมยรลวสหอะาเแโไิีุ่้", " ", " "),
    Script("ກຂຄງຈຊຍດຕຖທນບປຜພຟມຣລວສຫອະາເແໂໄິີຸ່້", " ", " "),
    Script("កខគឃងចឆជញដថទធនបផពភមយរលវសហអាិីុូេែោ", " ", "។"),
    Script("ကခဂငစဆဇညတထဒနပဖဗမယရလဝသဟအာိီုူေဲ", "၊", "။"),
    Script("", "，", "。", breath=""),
    Script("ابتثجحخدذرزسشصضطعغفقكلمنهوي", "،", ".", " ", " "),
    Script("अआइकखगघचछजटडतथदधनपफबभमयरलवशसहािीुूेो", ",", "।", " ", " "),
)


def rescripted(lines: Sequence[str], chance: random.Random) -> list[str]:
    """Return *lines* in a script chosen by *chance*, each letter (or word) always written in the same way."""
    script, key = chance.choice(SCRIPTS), chance.getrandbits(32)
    return [_line(line, script, key) for line in lines]


def in_script(text: str, script: Script, key: int) -> str:
    """Return a *text* of any lines in the letters of *script*, chosen by *key*."""
    return "\n".join(_line(line, script, key) for line in text.split("\n"))


def _line(line: str, script: Script, key: int) -> str:
    if "://" in line or "@" in line:
        return line
    said = _STOP.sub(script.stop, _COMMA.sub(script.comma, line))
    parts, end, count = [], 0, 0
    for word in _WORD.finditer(said):
        parts += [_gap(said[end : word.start()], script, count), _written(word.group(), script, key)]
        end, count = word.end(), count + 1
    return "".join([*parts, said[end:]])


def _gap(gap: str, script: Script, count: int) -> str:
    """Return what stands between two words of a line, or before the first."""
    if not count or not gap.isspace():
        return gap.rstrip() if count and gap[:1] in "，。" else gap
    if len(gap) > 1:
        return gap
    return script.breath if count % _BREATH == 0 else script.between


def _written(word: str, script: Script, key: int) -> str:
    low = word.lower()
    if script.letters:
        return "".join(script.letters[crc32(letter.encode(), key) % len(script.letters)] for letter in low)
    first, many = _IDEOGRAPHS
    size = max(1, round(len(low) * _FOR_A_LETTER))
    return "".join(chr(first + crc32(f"{low}{place}".encode(), key) % many) for place in range(size))
