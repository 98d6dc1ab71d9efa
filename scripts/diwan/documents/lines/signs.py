"""Signs: the questions that rules ask about a block. Each is a predicate over its shape and the scene.

They are kept apart from the table of rules so that the table can be read from top to bottom, and so that each can be
tested by itself.
"""

import re

from diwan.documents.lines import headings, menus
from diwan.documents.lines.body import LONGEST_NOTICE
from diwan.documents.lines.captions import has_sign, is_caption
from diwan.documents.lines.scene import Scene
from diwan.documents.phrases.asides import is_aside, is_on_rights
from diwan.documents.phrases.closing import begins_note_on
from diwan.documents.phrases.cues import IS_AUTHOR_NOTE, IS_DISCLAIMER, IS_SIGN_OFF, has_notice
from diwan.documents.phrases.labels import SHORT_LABEL
from diwan.documents.shapes import Shape

#: Words of the longest note on an author met on saved pages, and some room.
_LONGEST_NOTE = 150
#: Words of a short standing line, such as a contact.
_FEW_WORDS = 20
#: Characters and words of a button.
_ENTRY_LENGTH, _ENTRY_WORDS = 16, 2
#: Columns from which a sentence outside the run is still text of the article: cut off from it by a long list or a
#: table, and too long for a teaser, which has 60 to 150.
_STRAY_WIDTH = 200
#: Short lines in a row, of which the last may be a heading under a heading.
_HEADINGS_IN_A_ROW = 2

#: The sign at the beginning, or beside a year: of 21 such lines of saved pages none credits a picture, as those without do.
_RIGHTS = re.compile(
    r"^\W*(?:[©Ⓒ]|\([cC]\))|(?:[©Ⓒ]|\([cC]\))\D{0,3}(?:19|20)\d\d|(?:19|20)\d\d\s*(?:[©Ⓒ]|\([cC]\))"
)
#: Words that no headline has. Those of saved pages that are taken up in the text have up to 12.
_NO_HEADLINE = 20
_OPENING_QUOTES = "\"'“”„«»‘’「『"
#: Eight digits in three groups of two or more, or one long number: no row of a table, and no date.
_PHONE = re.compile(
    r"(?<![\d/-])(?!(?:19|20)\d\d(?!\d)|\d\d?[/-]\d\d?[/-]\d{4})"
    r"(?=\+|\(?\d)(?=(?:[\s()/-]*\d){8}|\+)(?:\+?\d{9,15}|(?:\+\d{1,4}|\d(?=\()|\(?\d{2,6}\)?)(?:[\s()/-]{1,2}\d{2,}){2,})(?!\d)"
)
#: Without one there is no number to call, and most lines have none.
_DIGIT = re.compile(r"\d")


def is_empty(shape: Shape, _: Scene) -> bool:
    """Tell whether the line has no words: an ornament or a stray bullet."""
    return not shape.words


def is_title(shape: Shape, scene: Scene) -> bool:
    """Tell whether the line is the title."""
    return shape.index == scene.title


def is_repeated_title(shape: Shape, scene: Scene) -> bool:
    """Tell whether the line says the title once more."""
    return scene.is_repeated_title(shape.index)


def is_before(shape: Shape, scene: Scene) -> bool:
    """Tell whether the line stands before the text."""
    return shape.index < scene.body[0]


def is_after(shape: Shape, scene: Scene) -> bool:
    """Tell whether the line stands after the text."""
    return shape.index > scene.body[1]


def is_inside(shape: Shape, scene: Scene) -> bool:
    """Tell whether the line stands in the text."""
    return scene.body[0] <= shape.index <= scene.body[1]


def is_byline(shape: Shape, scene: Scene) -> bool:
    """Tell whether the line says who wrote."""
    credit = scene.credits.get(shape.index)
    return credit is not None and bool(credit.names)


def is_dateline(shape: Shape, scene: Scene) -> bool:
    """Tell whether the line only says when."""
    return shape.index in scene.credits


def is_menu(shape: Shape, scene: Scene) -> bool:
    """Tell whether the line is a row of short entries between bars or points, or of such as stand on lines of their own too."""
    return menus.is_menu(shape) or shape.index in scene.rows


def is_row_of_headlines(shape: Shape, scene: Scene) -> bool:
    """Tell whether the line, outside the text, is a row of headlines in Chinese or Japanese."""
    return not is_inside(shape, scene) and menus.is_row_of_headlines(shape)


def is_path(shape: Shape, scene: Scene) -> bool:
    """Tell whether the line, outside the text, is the path of sections that leads to the page."""
    return not is_inside(shape, scene) and menus.is_path(shape)


def is_comment(shape: Shape, scene: Scene) -> bool:
    """Tell whether the line stands at or below the label of readers' comments."""
    return shape.index >= scene.comments


def is_notice(shape: Shape, _: Scene) -> bool:
    """Tell whether the line says how the page was made or what it does."""
    return shape.length <= LONGEST_NOTICE and (has_notice(shape) or is_aside(shape))


def is_disclaimer(shape: Shape, _: Scene) -> bool:
    """Tell whether the block speaks of rights or responsibility."""
    if IS_DISCLAIMER.match(shape.key) or (has_sign(shape.text) and _RIGHTS.search(shape.text)):
        return True
    return shape.length <= LONGEST_NOTICE and is_on_rights(shape)


def is_contact(shape: Shape, _: Scene) -> bool:
    """Tell whether the line is an address to write to or call."""
    # Numbers are looked for last: to look through every long paragraph took a seventh of reading.
    if shape.length > _FEW_WORDS:
        return False
    return shape.has_email or bool(_DIGIT.search(shape.text) and _PHONE.search(shape.text))


def is_appeal(shape: Shape, scene: Scene) -> bool:
    """Tell whether the line, in the text or after it, introduces itself as a link to other articles or an appeal."""
    told = scene.furniture[shape.index] or shape.index in scene.subjects
    return told and not is_before(shape, scene)


def is_link_below_label(shape: Shape, scene: Scene) -> bool:
    """Tell whether the line is one of those below a bare label such as *Read also*, before text goes on if it does."""
    return shape.index in scene.below_label and not is_before(shape, scene) and not shape.is_sentence


def is_author_note(shape: Shape, scene: Scene) -> bool:
    """Tell whether the block after the text, or the last of it, is about those who wrote it; or in a box about one of them."""
    if shape.index in scene.boxes:
        return True
    if shape.length > _LONGEST_NOTE or shape.index < scene.tail or shape.index <= scene.top:
        return False
    if IS_SIGN_OFF.match(shape.key):
        return True
    if shape.index < scene.body[1]:
        return False
    return bool(IS_AUTHOR_NOTE.match(shape.key)) or any(
        begins_note_on(name, shape.text) for name in scene.names
    )


def is_lead(shape: Shape, scene: Scene) -> bool:
    """Tell whether the block stands between the title and the last line of who, when and title."""
    if scene.title is None or not scene.title < shape.index < scene.top:
        return False
    full = shape.length >= SHORT_LABEL and not (shape.is_label or shape.marker or shape.has_address)
    below = shape.index == scene.title + 1 or scene.is_repeated_title(shape.index - 1)
    return shape.is_sentence or (full and below)


def is_entry_in_row(shape: Shape, scene: Scene) -> bool:
    """Tell whether the line is one of several words-long lines in a row near the title, as buttons are."""
    if shape.index not in scene.opening or shape.index in scene.introduced or not _is_entry(shape):
        return False
    return any(
        beside is not None and _is_entry(beside)
        for beside in (scene.before(shape.index), scene.after(shape.index))
    )


def _is_entry(shape: Shape) -> bool:
    return 0 < shape.length <= _ENTRY_WORDS and shape.width <= _ENTRY_LENGTH and not shape.ends_sentence


def is_quotation(shape: Shape, scene: Scene) -> bool:
    """Tell whether the block is marked as quoted, as mail and Markdown mark it."""
    return shape.text.startswith(">") and is_inside(shape, scene)


def is_list_item(shape: Shape, scene: Scene) -> bool:
    """Tell whether the line is an item of a list in the text: marked, and if numbered then in a series."""
    if not shape.marker or not is_inside(shape, scene):
        return False
    if shape.number is None:
        return True
    return not scene.numbers.isdisjoint({shape.number - 1, shape.number + 1})


def is_pull_quote(shape: Shape, scene: Scene) -> bool:
    """Tell whether the block is a sentence, marked as speech or too long for a headline, and stands in another block."""
    said = shape.ends_sentence or shape.text[0] in _OPENING_QUOTES or shape.length >= _NO_HEADLINE
    return said and not shape.is_numbered and is_inside(shape, scene) and scene.repetitions.is_repeated(shape)


def is_heading(shape: Shape, scene: Scene) -> bool:
    """Tell whether the line is short, unstopped, and stands over running text."""
    if shape.index in scene.named_parts:
        return True
    if not headings.has_form(shape) or scene.furniture[shape.index] or not _may_stand(shape, scene):
        return False
    if shape.index in scene.turns:
        return False
    after = scene.after(shape.index)
    if after is None or (shape.marker and (not shape.is_numbered or _has_numbered_neighbour(shape, scene))):
        return False
    below = after if after.is_sentence or after.marker else scene.after(after.index)
    if below is None or not is_inside(below, scene) or (shape.is_label and after.marker):
        return False
    return (after is below or headings.has_form(after)) and (below.is_sentence or bool(below.marker))


def _may_stand(shape: Shape, scene: Scene) -> bool:
    """Tell whether a heading could stand here: in the text under running text, or between title and text."""
    if not is_inside(shape, scene):
        over = scene.before(shape.index)
        opens = shape.index == scene.body[0] - 1 and shape.words > 1
        return opens and over is not None and (over.index == scene.title or over.index in scene.credits)
    short = 0
    index = shape.index - 1
    while short < _HEADINGS_IN_A_ROW and index >= scene.body[0] and _is_unstopped(scene.shapes[index], scene):
        short += 1
        index -= 1
    return short < _HEADINGS_IN_A_ROW


def _is_unstopped(shape: Shape, scene: Scene) -> bool:
    """Tell whether the line above a heading is one of the article's own that could be a heading too."""
    own = not scene.furniture[shape.index] and not is_pull_quote(shape, scene) and not is_caption(shape)
    return own and not shape.marker and headings.has_form(shape)


def _has_numbered_neighbour(shape: Shape, scene: Scene) -> bool:
    beside = (scene.before(shape.index), scene.after(shape.index))
    return any(neighbour is not None and neighbour.is_numbered for neighbour in beside)


def is_text(shape: Shape, scene: Scene) -> bool:
    """Tell whether the block is in the text, or is so long a sentence that it must be."""
    return is_inside(shape, scene) or (shape.is_sentence and shape.width >= _STRAY_WIDTH)
