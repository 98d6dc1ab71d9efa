"""Rich Text (RTF): the paragraphs, lists, tables, notes and edges of a document, each as its style says (RTF 1.9.1).

In: the bytes of a file, as word processors and archives of the press write it. Out: as of a Word file: its paragraphs in
order, text boxes after the paragraph they hang on, notes after the text, headers and footers set aside. Hidden and deleted
text is gone, comments are no text; the opening lines get no kind from here.
"""

from collections.abc import Callable
from dataclasses import dataclass, field, replace

from diwan.documents.pieces import Reading
from diwan.documents.readers.delivery import deliver, no_text, provenance_of, refused, unsafe
from diwan.documents.readers.office import edges_of, notes_of, opened_text
from diwan.documents.readers.rtfflow import Flow, Setting
from diwan.documents.readers.rtfletters import SIGNS, Letters, unicode_of
from diwan.documents.readers.rtftokens import Token, tokens_of
from diwan.documents.sethigh import set_high
from diwan.problems import Outcome

READER = "RTF 1"
MEDIA_TYPE = "application/rtf"
#: Groups within groups: Word writes about twenty.
_DEEPEST = 500
#: Groups whose words are no text of the document: tables of fonts and styles, pictures, fields, comments, index entries,
#: what older programs show instead. Others of the kind are marked to be left out by whoever does not know them.
_NOT_SHOWN = (
    "annotation", "atnauthor", "atnid", "bkmkend", "bkmkstart", "colortbl", "comment", "filetbl", "fldinst", "ftncn", "ftnsep",
    "ftnsepc", "aftncn", "aftnsep", "aftnsepc", "info", "listtable", "listoverridetable", "nonesttables", "nonshppict",
    "objclass", "objdata", "pict", "rxe", "shprslt", "sp", "tc", "tcn", "template", "upr", "xe",
)  # fmt: skip
#: Groups marked to be left out that hold text all the same: drawings with text boxes.
_HOLD_TEXT = frozenset({"do", "shpinst"})
_BOXES = frozenset({"dptxbxtext", "shptxt"})
_EDGES = frozenset(f"{edge}{which}" for edge in ("header", "footer") for which in ("", "l", "r", "f"))
_FLOWS = _BOXES | _EDGES | {"footnote"}
#: Where the text of a group goes instead, by its word.
_ELSEWHERE = {
    "fonttbl": "fonts", "stylesheet": "styles", "listtext": "mark", "pntext": "mark"
} | dict.fromkeys(_NOT_SHOWN, "nowhere")  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Group:
    """What holds from a word of it to the end of a group: where text goes, and how letters and paragraphs are set."""

    flow: Flow
    #: `text` of the flow, `mark` of an item, `fonts`, `styles`, or `nowhere`.
    goes: str = "text"
    #: None: that of the file.
    font: int | None = None
    #: Bytes that replace a number of UTF-16.
    replaced: int = 1
    bold: bool = False
    is_high: bool = False
    is_hidden: bool = False
    is_deleted: bool = False
    setting: Setting = field(default_factory=Setting)


@dataclass(slots=True)
class _File:
    """A file being read."""

    body: Flow = field(default_factory=Flow)
    group: _Group = field(init=False)
    around: list[_Group] = field(default_factory=list)
    letters: Letters = field(default_factory=Letters)
    styles: dict[int, str] = field(default_factory=dict)
    #: The style that is being described, and its name so far.
    described: int = 0
    named: str = ""
    notes: list[Flow] = field(default_factory=list)
    edges: list[Flow] = field(default_factory=list)
    #: Whether the group that begins may be left out by whoever does not know it.
    is_spare: bool = False
    #: Bytes that replace the number of UTF-16 before them.
    skipped: int = 0

    def __post_init__(self) -> None:
        self.group = _Group(self.body)


class _TooDeepError(Exception):
    """Groups are nested without end."""


def read(data: bytes, path: str) -> Outcome[Reading | None]:
    """Return the reading of an RTF file, or why it cannot be read."""
    file = _File()
    try:
        for token in tokens_of(data):
            _take(token, file)
    except _TooDeepError:
        return unsafe(path, "its groups are nested without end")
    if file.around:
        return refused("source-damaged", path, "the file breaks off: a group in it does not end",
                       "copy or download it again; or open it in a word processor and save it anew")  # fmt: skip
    file.body.finish(file.group.setting)
    pieces = [
        *opened_text(file.body.pieces),
        *notes_of(map(_words, file.notes)),
        *edges_of(map(_words, file.edges)),
    ]
    if not any(piece.text.strip() for piece in pieces):
        return no_text(path, "the document has no text")
    return deliver(pieces, replace(provenance_of(data, MEDIA_TYPE, READER), encoding=file.letters.page))


#: What control words change, to the end of the group.
_CHANGES: dict[str, Callable[[_Group, int | None], _Group]] = {
    "pard": lambda group, _: replace(group, setting=Setting()),
    "plain": lambda group, _: replace(
        group, font=None, bold=False, is_high=False, is_hidden=False, is_deleted=False
    ),
    "f": lambda group, number: replace(group, font=number),
    "uc": lambda group, number: replace(group, replaced=number or 0),
    "b": lambda group, number: replace(group, bold=number != 0),
    "ab": lambda group, number: replace(group, bold=number != 0),
    "super": lambda group, number: replace(group, is_high=number != 0),
    "sub": lambda group, _: replace(group, is_high=False),
    "nosupersub": lambda group, _: replace(group, is_high=False),
    "v": lambda group, number: replace(group, is_hidden=number != 0),
    "deleted": lambda group, number: replace(group, is_deleted=number != 0),
    "outlinelevel": lambda group, number: replace(group, setting=replace(group.setting, outline=number or 0)),
    "ls": lambda group, number: replace(group, setting=replace(group.setting, list=number or 0)),
    "ilvl": lambda group, number: replace(group, setting=replace(group.setting, depth=number or 0)),
    "intbl": lambda group, _: replace(group, setting=replace(group.setting, in_table=True)),
}
#: What control words end, in the flow.
_ENDS: dict[str, Callable[[Flow, Setting], None]] = {
    "cell": Flow.end_cell,
    "row": lambda flow, _: flow.end_row(),
} | dict.fromkeys(("par", "sect", "nestcell", "\n", "\r"), Flow.end_paragraph)


def _take(token: Token, file: _File) -> None:
    """Take in one token."""
    word, number, text = token
    if not word:
        shown = text[file.skipped :]
        file.skipped = max(0, file.skipped - len(text))
        _write(file.letters.decode(shown, file.group.font), file)
    elif word == "{":
        if len(file.around) == _DEEPEST:
            raise _TooDeepError
        file.around.append(file.group)
        file.is_spare, file.skipped = False, 0
    elif word == "}":
        _close(file)
    elif word == "*":
        file.is_spare = True
    elif word in SIGNS:
        # One sign of what replaces a number of UTF-16.
        if file.skipped:
            file.skipped -= 1
        else:
            _write(SIGNS[word], file)
    else:
        _turn(word, file)
        _set(word, number, file)


def _close(file: _File) -> None:
    """End a group: what was set in it holds no more, and a flow of its own is whole."""
    inner = file.group
    # A brace too many ends nothing; programs stop there.
    file.group = file.around.pop() if file.around else inner
    file.skipped = 0
    if inner.flow is not file.group.flow:
        inner.flow.finish(inner.setting)


def _turn(word: str, file: _File) -> None:
    """Let the text of the group go where its first word says."""
    group, is_spare, file.is_spare = file.group, file.is_spare, False
    if word == "ud":  # in Unicode what stands before it without
        file.group = replace(group, goes="text")
    elif group.goes == "nowhere" or (is_spare and word in _HOLD_TEXT):
        return
    elif word in _FLOWS:
        file.group = replace(group, goes="text", flow=_flow(word, file), bold=False, setting=Setting())
    elif is_spare or word in _ELSEWHERE:
        file.group = replace(group, goes=_ELSEWHERE.get(word, "nowhere"))


def _flow(word: str, file: _File) -> Flow:
    """Return the new flow of a note, a text box or an edge of the page."""
    flow = Flow()
    if word in _BOXES:
        file.group.flow.boxes.append(flow)
    elif word in _EDGES:
        file.edges.append(flow)
    else:
        file.notes.append(flow)
        _write(f"[{len(file.notes)}]", file)
    return flow


def _set(word: str, number: int | None, file: _File) -> None:
    """Take in what a control word says of letters, of the paragraph, or of the file."""
    group = file.group
    if group.goes == "fonts":
        file.letters.describe(word, number)
    elif change := _CHANGES.get(word):
        file.group = change(group, number)
    elif word == "u":
        _write(unicode_of(number or 0), file)
        file.skipped = group.replaced
    elif word == "s":
        file.described = number or 0
        style = file.styles.get(number or 0, "")
        file.group = replace(group, setting=replace(group.setting, style=style))
    elif group.goes == "text" and (end := _ENDS.get(word)):
        end(group.flow, group.setting)
    else:
        file.letters.name(word, number)


def _write(text: str, file: _File) -> None:
    """Let *text* go where that of the group goes."""
    group = file.group
    if group.goes == "text" and text and not (group.is_hidden or group.is_deleted):
        group.flow.runs.append((set_high(text) if group.is_high else text, group.bold))
    elif group.goes == "mark":
        group.flow.mark += text
    elif group.goes == "styles":
        name, ends, _ = text.partition(";")
        file.named += name
        if ends:
            file.styles[file.described] = file.named.strip().lower()
            file.named, file.described = "", 0


def _words(flow: Flow) -> str:
    return " ".join(piece.text for piece in flow.pieces)
