"""Translated: a line of a source that says that a machine translated its text.

In: the blocks of a document. Out: a flag with the line that says so. Only what was set aside is asked: an article may be about such
translations. Pages that were translated where they were shown are told by their markup (`web.translated`).
"""

import re
from collections.abc import Iterable, Iterator

from diwan.model.block import Block, Flag

#: The flag.
TRANSLATED = "machine-translation"
#: Letters of which a line that speaks of translating has some, and what machines are called in it: in all a glance is enough.
_TRANSLATING = (
    "translat",
    "ersetz",
    "tradu",
    "tradot",
    "vertaal",
    "çevr",
    "çevir",
    "перев",
    "перекл",
    "ترجم",
    "תרג",
    "翻译",
    "翻譯",
    "翻訳",
    "번역",
    "अनुवाद",
)
_BY_MACHINE = re.compile(
    r"(?:machine|automatic(?:ally)?|auto)[ -]translat|translated (?:automatically|by (?:google|machine|deepl|a computer|ai\b))|rate this translation"
    r"|(?:automatisch|maschinell)(?:e[rsn]?)? übersetz|diese übersetzung bewerten|traduit(?:e)? (?:automatiquement|par (?:google|une? (?:machine|ia)))"
    r"|traduction automatique|évalue[rz] cette traduction|traduc(?:ción|ão) automática|traducid[oa] automáticamente|traduzid[oa] automaticamente"
    r"|traduzione automatica|tradotto automaticamente|automatisch vertaald|otomatik(?: olarak)? çevri|makine çevirisi|автоматически перевед"
    r"|(?:машинный|автоматический) перевод|автоматичний переклад|ترجمة (?:آلية|تلقائية|غوغل|جوجل)|تُ?رجم(?:ت)? (?:آليا|تلقائيا)|ترجمه (?:ماشینی|خودکار)"
    r"|مشینی ترجمہ|תרגום (?:אוטומטי|מכונה)|תורגם אוטומטית|机器翻译|自动翻译|機器翻譯|自動翻譯|機械翻訳|自動翻訳|기계 번역|자동 번역|मशीन(?:ी)? अनुवाद",
    re.IGNORECASE,
)
_STOPS = (".", "。", "۔", "।", "!")
#: Characters of the longest line that says so.
_LONGEST = 300


def flags_of_translation(blocks: Iterable[Block]) -> Iterator[Flag]:
    """Yield the flag of the first line among *blocks* that says that a machine translated the text."""
    aside = [block for block in blocks if not block.kept and len(block.text) <= _LONGEST]
    # Hardly any page has such letters anywhere in what is set aside.
    if not _is_on_translating("\n".join([block.text for block in aside])):
        return
    for block in filter(lambda block: _is_on_translating(block.text), aside):
        found = _BY_MACHINE.search(block.text.replace("\u064b", ""))
        # A headline about such translations has other words, and no stop.
        if found and (block.text.endswith(_STOPS) or 2 * len(found.group()) >= len(block.text)):
            yield Flag(kind=TRANSLATED, line=block.line, detail=found.group())
            return


def _is_on_translating(text: str) -> bool:
    small = text.lower()
    return any(part in small for part in _TRANSLATING)
