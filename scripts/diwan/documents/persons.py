"""Persons: whether words that have the form of a name may be one, by what else their source says.

In: the words of a line that has no word such as *by*, and the scene. Out: yes or no. Menus, buttons, sections, cities
and people whom an article is about have the form of names too. Their words stand in the text in small letters, in the title,
or on lines of their own; or the running text speaks of them. Who wrote is hardly named in the text.
"""

import re

from diwan.documents.lines.scene import Scene
from diwan.documents.names.bylines import is_uncased
from diwan.documents.names.cities import is_place
from diwan.documents.names.signatures import has_role, is_role
from diwan.documents.phrases import cues
from diwan.documents.pieces import Piece
from diwan.documents.shapes import WORD, Shape, key_of, measure

#: What labels, buttons and outlets begin with or have in them.
_OPENINGS = (cues.IS_APPEAL, cues.IS_READ_ALSO, cues.IS_TAGS, cues.IS_COMMENTS, cues.IS_DATE_LABEL, cues.IS_CAPTION,
             cues.IS_DISCLAIMER, cues.IS_AUTHOR_NOTE, cues.IS_BYLINE, cues.IS_ENDING)  # fmt: skip
#: Letters from which a word in capitals is a short form, and no initials; letters of a text that tell its script.
_SHORT_FORM, _ENOUGH = 3, 400
#: Words of a name, or Chinese signs, and what stands in none.
_FEWEST, _MOST = 2, 4
_OTHER = re.compile(r"[\d:：!?؟@#()«»\"|/،,、。.]")
#: Networks, buttons and credits of pictures: words that no name has.
_NEVER = re.compile(
    r" (?:share|tweet|watch|dismiss|software|resize|text|stories|interview|connect|insider|print|email|mail|buy|photo|article|comments?|video|gallery|listen|newsletter|teilen|drucken|merken|artikel|partager|imprimer"
    r"|condividi|stampa|compartir|imprimir|guardar|delen|dela|udostępnij|поделиться|paylaş|facebook|whatsapp|twitter|pinterest|pint|linkedin|telegram|viber|reddit|messenger|instagram"
    r"|youtube|tiktok|google|follow|unfollow|view|profile|about|subscribe|recommend|recommended|courtesy|via|getty|images|shutterstock|alamy|reuters|afp|dpa) "
)
#: Short titles before a name in Arabic: *د.*, *أ. د.*.
_TITLES = re.compile(r"^(?:[دأام]\.\s*){1,2}")
#: What stands before the name of who made a picture.
_CREDIT = re.compile(r"[/©|(:]\s?$")
_NO_NAME = re.compile(r"[#*+=<>{}\\~^%$€]|\w\.[a-z]{2,}\b|\w{21}|\w['’]s\b|^The\s")


def may_be_person(name: str, scene: Scene, *, alone: bool = True) -> bool:
    """Tell whether *name*, which has the form of one, may be that of who wrote; less is asked if it is not *alone*."""
    key = key_of(name)
    if (
        is_label(name)
        or has_role(name)
        or cues.HAS_OUTLET_WORD.search(key)
        or not _is_set_as_name(name, scene, alone=alone)
    ):
        return False
    if is_place(key, scene.language):
        return False
    if any(scene.occurrences[f" {word} "] for word in key.split()):
        return False
    small = [_is_said_small(word, scene) for word in name.split() if word[0] != word[0].lower()]
    if small and (any(small) if alone else all(small)):
        return False
    return not (_is_in_title(key, scene) or is_spoken_of(name, scene))


def may_be_uncased(line: str, scene: Scene) -> bool:
    """Tell whether a line may be a name in a script without capitals: two to four words, or as few signs where these are words."""
    text = _TITLES.sub("", line.strip())
    parts, key = measure(0, Piece(text, 1)).parts_of_name, key_of(text)
    if not _FEWEST <= parts <= _MOST or _OTHER.search(text) or not is_uncased(text):
        return False
    if is_label(text) or is_role(text) or has_role(text) or cues.HAS_OUTLET_WORD.search(key):
        return False
    if is_place(key, scene.language):
        return False
    return not (_is_in_title(key, scene) or is_spoken_of(text, scene))


def is_label(name: str) -> bool:
    """Tell whether *name* is what buttons, labels and credits say."""
    key = key_of(name)
    return bool(_NO_NAME.search(name) or _NEVER.search(key)) or any(
        opening.match(key) for opening in _OPENINGS
    )


def _is_set_as_name(name: str, scene: Scene, *, alone: bool) -> bool:
    """Tell whether a name is written as names are in its text: in its letters, and not in capitals, as labels and short forms are.

    Beside a day family names may be in capitals: *Nadia FERRANT*.
    """
    cased = [word for word in WORD.findall(name) if word.lower() != word.upper()]
    while not alone and len(cased) > 1 and len(cased[-1]) >= _SHORT_FORM and cased[-1].isupper():
        cased.pop()
    if any(len(word) >= _SHORT_FORM and word.isupper() for word in cased):
        return False
    return not cased or is_cased(scene)


def is_cased(scene: Scene) -> bool:
    """Tell whether the text is in a script with capitals."""
    letters = [letter for letter in scene.running[:_ENOUGH] if letter.isalpha()]
    return sum(letter.lower() != letter.upper() for letter in letters) * 2 >= len(letters)


def _is_in_title(key: str, scene: Scene) -> bool:
    return scene.title is not None and set(key.split()) <= set(scene.shapes[scene.title].parts)


def is_spoken_of(name: str, scene: Scene) -> bool:
    """Tell whether a sentence has *name* within it; who wrote may open one in the note below the text, and credit a picture.

    Of several who wrote all stand in what is below such a label as *About the authors*.
    """
    key = key_of(name)
    lines = (
        shape.text
        for shape in scene.shapes
        if shape.is_sentence and shape.key.find(key) > 0 and not _is_note(shape, scene)
    )
    return any(not _CREDIT.search(line, 0, max(line.find(name), 0)) for line in lines)


def _is_note(shape: Shape, scene: Scene) -> bool:
    above = scene.before(shape.index)
    return above is not None and bool(cues.IS_AUTHOR_NOTE.fullmatch(above.key))


def _is_said_small(word: str, scene: Scene) -> bool:
    """Tell whether the text has *word* in small letters, other than in an address."""
    return bool(re.search(rf"(?<![\w@./-]){re.escape(word.strip('.,').lower())}(?![\w@/-])", scene.whole))
