"""Laws of tagged PDFs, on generated trees: whatever a file tells of its text, no letter is lost or added."""

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st
from test_documents_laws import LAW

from diwan.documents.convert import document_of
from diwan.documents.readers.pdf import read
from tagmaker import tagged_of

KINDS = st.sampled_from(
    [
        "P",
        "H",
        "H1",
        "H2",
        "H6",
        "L",
        "LI",
        "LBody",
        "Lbl",
        "Table",
        "TR",
        "TD",
        "THead",
        "Caption",
        "Note",
        "Figure",
        "TOC",
        "TOCI",
        "Span",
        "Link",
        "NonStruct",
        "Div",
        "Art",
        "BlockQuote",
        "Title",
        "Artifact",
        "Strong",
        "Form",
        "Odd",
    ]
)
TEXTS = st.lists(
    st.sampled_from(["the", "council", "voted", "for", "lamps.", "12", "boats", "(a)", "1.", "Towns"]),
    min_size=1,
    max_size=12,
)
EDGES = [(None, (40, 825, 7, "14/03/2024, 08:30")), (None, (40, 12, 7, "https://quay.example/lamps"))]
#: A line's text, its size, its left end, and whether it has a mark.
LINES = st.tuples(
    TEXTS.map(" ".join),
    st.sampled_from([10, 10, 14, 20]),
    st.sampled_from([60, 60, 300]),
    st.sampled_from([1, 1, 1, 0]),
)


@LAW
@given(st.data(), st.booleans())
def test_no_tree_loses_or_adds_a_letter(data, printed):
    """Prints and studies, marks held in any order, not at all, or in elements that make no sense."""
    pages, marks = [], []
    for number, lines in enumerate(
        data.draw(st.lists(st.lists(LINES, min_size=1, max_size=9), min_size=1, max_size=3))
    ):
        page = [
            (mark if marked else None, (left, 760 - 20 * mark, size, f"{text} {number}{mark}"))
            for mark, (text, size, left, marked) in enumerate(lines)
        ]
        marks += [(number, mark) for mark, _ in page if mark is not None]
        pages.append([*(EDGES if printed else ()), *page])
    leaf = st.sampled_from([*marks, "^"]) if marks else st.just("^")
    held = st.lists(leaf, max_size=4)
    tree = data.draw(
        st.recursive(
            st.tuples(KINDS, held),
            lambda node: st.tuples(KINDS, st.lists(node | leaf, max_size=4)),
            max_leaves=20,
        )
    )
    reading = read(tagged_of(pages, ("Document", [tree])), "study.pdf").value
    found = Counter(
        letter for block in document_of(reading).blocks for letter in block.text if letter.isalnum()
    )
    # What stands at the edges of several pages is said once.
    once = EDGES[: 2 * printed] * (len(pages) - 1)
    shown = Counter(letter for page in pages for _, line in page for letter in line[3] if letter.isalnum())
    assert found == shown - Counter(letter for _, line in once for letter in line[3] if letter.isalnum())
