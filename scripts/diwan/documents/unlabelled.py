"""Unlabelled names: the names in a line that has no word such as *by*, and nothing else but a role, a place or a paper.

In: a shape and the scene. Out: the names. What has the form of a name may be much else, so that `persons` is asked about each.
Beside a day a line may say more than alone: *Nadia Ferrant | Quay Post*, *Opinion | Nadia Ferrant*, *Nadia Ferrant, Doha*.
"""

import re
from collections.abc import Iterable, Iterator

from diwan.documents.lines.scene import Scene
from diwan.documents.names.bylines import LONGEST, names_in
from diwan.documents.names.cities import is_place
from diwan.documents.names.given import begins_as_name, people_joined, with_plain_titles
from diwan.documents.names.signatures import describes, is_agency, is_role
from diwan.documents.persons import may_be_person, may_be_uncased
from diwan.documents.phrases.cues import OPINIONS
from diwan.documents.shapes import WORD, Shape, key_of

#: Words of what stands beside a name in a script without capitals, and of a place before it.
_BESIDE, _LONGEST_PLACE = 4, 2
_HANDLE = re.compile(r"@\w+")
_BRACKETS = re.compile(r"\([^()]*\)")
#: What parts more than names: a picture's credit, a menu.
_BESIDE_NAME = re.compile(r"\s*[،,|/]\s*|\s[-–—ـ]\s")
_PARTS = re.compile(r"[|/•·:]|\s[-–—]\s")
_COLON = re.compile(r"\s?[:：]\s?")
#: Where somebody wrote, in small letters before a capital: *in Beirut*.
_WHERE = re.compile(
    r"\s(?:in|from|aus|à|en|em|w|в)\s[^\W\d_a-z][\w'’-]+(?:\s(?!and\b|und\b|et\b|y\b)[\w'’-]+)?"
)
#: A section of opinions before a name.
_OPINION = "|".join(word for word in OPINIONS.split() if word != "|")
_SECTION = re.compile(rf"^(?:{_OPINION})\s*(?:[|/•·:]|\s[-–—]\s)\s*", re.IGNORECASE)


def unlabelled_in(shape: Shape, scene: Scene, *, alone: bool = True) -> tuple[str, ...]:
    """Return the names in a line that has nothing else but a role, a place or a note in brackets."""
    if shape.width > LONGEST // 2 or shape.marker or shape.ends_sentence:
        return ()
    text = with_plain_titles(_BRACKETS.sub("", shape.text))
    if uncased := _uncased_in(text, scene):
        return uncased
    if not alone:
        text, *beside = _PARTS.split(_SECTION.sub("", text))
        if ":" in shape.text or not all(_says_where(part, scene, alone=False) for part in beside):
            return ()
    elif _PARTS.search(shape.text):
        return ()
    names, others = names_in(text, signed=False)
    around = _beside(names, text, alone=alone)
    if others and not all(_says_where(part, scene, alone=alone) for part in around):
        return ()
    return people_among(names, scene, alone=alone)


def people_among(names: Iterable[str], scene: Scene, *, alone: bool) -> tuple[str, ...]:
    """Return those of *names* that may be those of who wrote."""
    return tuple(name for name in names if may_be_person(name, scene, alone=alone))


def _uncased_in(text: str, scene: Scene) -> tuple[str, ...]:
    """Return the names in a line of a script without capitals that begins with a given name, perhaps behind a place."""
    name, *rest = _BESIDE_NAME.split(text.strip(" *"))
    if rest and not begins_as_name(name) and len(name.split()) <= _LONGEST_PLACE:
        name, *rest = rest
    place, *behind = _COLON.split(name, maxsplit=1)
    if behind and is_place(key_of(place), scene.language):
        name = behind[0]
    if not begins_as_name(name) or len(" ".join(rest).split()) > _BESIDE:
        return ()
    names = people_joined(name)
    return names if all(may_be_uncased(one, scene) for one in names) else ()


def _beside(names: Iterable[str], text: str, *, alone: bool) -> Iterator[str]:
    """Yield the parts of a line that are left without its *names*; beside a day without the places in which they wrote."""
    left = text if alone else _WHERE.sub("", text)
    for name in names:
        left = left.replace(name, ", ")
    yield from _BESIDE_NAME.split(_HANDLE.sub(" ", left))


def _says_where(part: str, scene: Scene, *, alone: bool) -> bool:
    """Tell whether a part beside a name says where they wrote or what the named is, beside a day also for whom."""
    words = WORD.findall(part)
    return (
        all(is_role(word) or is_agency(word) for word in words)
        or is_place(key_of(part), scene.language)
        or (not alone and len(words) > 1 and describes(part))
    )
