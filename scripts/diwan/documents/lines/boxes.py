"""Boxes: a label with a name, and the paragraph below it that says who that is; or such a paragraph alone.

In: all shapes, the title and those who wrote. Out: which lines are such boxes. They stand below a text as its last part does,
and the name is told by its capitals, or is that of one who wrote; an article about a person has neither label nor byline of them.
"""

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from itertools import chain

from diwan.documents.phrases.cues import opening, phrases
from diwan.documents.shapes import Shape, key_of

#: What stands before or behind the name in a label.
LABELS = """
about | more about | about the author | about our author | über | mehr über | über den autor | über die autorin | zur person | zum autor
zur autorin | à propos de | à propos de l auteur | qui est | en savoir plus sur | plus sur | sobre | más sobre | sobre el autor
sobre la autora | acerca de | quién es | sobre o autor | sobre a autora | quem é | mais sobre | informazioni su | chi è | a proposito di
l autore | l autrice | over | meer over | over de auteur | om | mer om | mere om | om forfatteren | om författaren | tietoa kirjoittajasta
o autorze | o autorce | o autorovi | o autorce článku | despre | despre autor | a szerzőről | об авторе | автор | про автора | за автора | σχετικά με
ποιος είναι | ποια είναι | hakkında | kimdir | yazar hakkında | tentang | tentang penulis | về tác giả | عن | عن الكاتب | عن الكاتبة | نبذة عن
نبذة عن الكاتب | من هو | درباره | درباره نویسنده | کے بارے میں | مصنف کے بارے میں | על | אודות | על המחבר | על המחברת | के बारे में | लेखक के बारे में
"""
#: What ties the name to what the person is, right behind it.
COPULAS = "is | ist | est | es | è | é | är | er | on | jest | je | este | είναι | является"
#: What those who write are.
ROLES = """
founder | co founder | cofounder | editor | reporter | writer | journalist | columnist | correspondent | author | contributor | blogger
producer | gründer | gründerin | redakteur | redakteurin | redaktor | redaktorin | chefredakteur | chefredakteurin | reporterin
journalistin | autor | autorin | korrespondent | korrespondentin | kolumnist | kolumnistin | volontär | volontärin | journaliste
rédacteur | rédactrice | correspondant | correspondante | chroniqueur | chroniqueuse | éditorialiste | auteur | autrice | fondateur
fondatrice | periodista | redactor | redactora | corresponsal | columnista | escritor | escritora | fundador | fundadora | colaborador
colaboradora | autora | giornalista | redattore | redattrice | corrispondente | editorialista | autore | autrice | scrittore
scrittrice | fondatore | fondatrice | jornalista | repórter | editora | colunista | correspondente | redator | redatora | redacteur
verslaggever | verslaggeefster | oprichter | redaktör | skribent | krönikör | grundare | redaktør | forfatter | kommentator | toimittaja
kirjoittaja | dziennikarz | dziennikarka | redaktorka | publicysta | publicystka | autorka | założyciel | założycielka | korespondent
novinář | novinářka | šéfredaktor | újságíró | szerkesztő | jurnalist | jurnalistă | журналист | журналистка | редактор | корреспондент
колумнист | обозреватель | автор | основатель | журналіст | журналістка | редакторка | кореспондент | кореспондентка | оглядач
авторка | засновник | dziennikarzem | dziennikarką | redaktorem | redaktorką | publicystą | publicystką | autorem | autorką
korespondentem | novinářem | novinářkou | журналистом | журналисткой | редактором | корреспондентом | обозревателем | автором
журналістом | журналісткою | кореспондентом | δημοσιογράφος | συντάκτης | συντάκτρια | αρθρογράφος | αρχισυντάκτης | ανταποκριτής | ιδρυτής
"""
_LABELS = frozenset(phrases(LABELS))
#: With which of them a label begins or ends: most short lines do with none, and need no look at what their other words are.
_EDGES = frozenset(word for label in _LABELS for word in (label.split()[0], label.split()[-1]))
_IS_TIED = opening(COPULAS)
_ROLES = frozenset(phrases(ROLES))
#: Words of the longest label; of a name that capitals tell; and behind a name among which the role stands.
_LONGEST_LABEL, _NAME, _BEHIND = 6, range(1, 5), 12
#: Words of the longest line that has the name of who wrote, and lines right above a box in which it may stand.
_BYLINE, _NEAR = 20, 3
#: Words of the longest paragraph in a box, and of the shortest: of those of saved pages it has eight to ninety.
_LONGEST, _SHORTEST = 150, 5


def boxes_among(
    shapes: Sequence[Shape], where: range, opening_: range, names: Sequence[str]
) -> frozenset[int]:
    """Return the indices of the boxes among the lines of *where*.

    The name is one of *names*, or stands in a short line of the opening, or right above. A bare name is a label, too.
    """
    known = frozenset(map(key_of, names))
    found: set[int] = set()
    for index in where:
        shape, above = shapes[index], shapes[index - 1] if index else None
        if not _SHORTEST <= shape.length <= _LONGEST:
            continue
        tied = _tied_name(shape)
        labelled = [name for name in _labelled_names(above, known) if name in shape.key] if above else []
        if above and not tied and shape.key.startswith(above.key) and _is_name(above.text.split()):
            labelled.append(above.key)
        top = index - 1 if labelled else index
        if any(name in known or _is_named(name, shapes, top, opening_) for name in (tied, *labelled) if name):
            found.add(index)
            if above and (labelled or above.key == tied):
                found.add(index - 1)
    return frozenset(found)


def _is_named(name: str, shapes: Sequence[Shape], index: int, opening_: range) -> bool:
    """Whether the line of *index* has a short line right above with *name* in it, or the text at its *opening*."""
    for place in chain(range(max(index - _NEAR, 0), index), opening_):
        line = shapes[place]
        if place < index and line.length <= _BYLINE and not line.is_sentence and name in line.key:
            return True
    return False


def _tied_name(shape: Shape) -> str:
    """Return the name with which a line begins, tied to what those who write are; empty where it does not."""
    if _ROLES.isdisjoint(shape.parts[: _BEHIND + _NAME.stop]):
        return ""
    words = shape.text.split()[: _NAME.stop]
    for count in _NAME:
        if not all(word[:1].isupper() for word in words[:count]):
            break
        name = key_of(" ".join(words[:count]))
        behind = shape.key[len(name) - 1 :]
        if _IS_TIED.match(behind) and not _ROLES.isdisjoint(behind.split()[:_BEHIND]):
            return name
    return ""


def _labelled_names(shape: Shape, known: AbstractSet[str]) -> Iterator[str]:
    """Yield the names that a short line may have behind or before a label: those *known*, or two and more words with capitals."""
    if (
        not 1 < shape.words <= _LONGEST_LABEL
        or shape.marker
        or _EDGES.isdisjoint((shape.parts[0], shape.parts[-1]))
    ):
        return
    words = shape.text.rstrip(" :：").split()
    for cut in range(1, len(words)):
        for name, label in ((words[cut:], words[:cut]), (words[:cut], words[cut:])):
            if key_of(" ".join(label)).strip() not in _LABELS:
                continue
            key = key_of(" ".join(name))
            if key in known or _is_name(name):
                yield key


def _is_name(words: Sequence[str]) -> bool:
    """Whether *words* may be a name by their number and capitals."""
    return 1 < len(words) < _NAME.stop and all(word[:1].isupper() for word in words)
