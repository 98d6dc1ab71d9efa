"""The address that a plain text says it stood at."""

import pytest

from diwan.documents.convert import document_of_bytes
from presspapers import docx, rtf

LONG = (
    "The keeper of the harbour light climbs two hundred steps every evening, and in {} years she has never once been late,"
    " not even in the winter of the great storm, when the stairs were under ice."
)
BODY = "\n\n".join(
    ["A light that was never late", "By Rim Example", *map(LONG.format, ("ten", "two", "six"))]
)
OWN = "https://www.harbour.example/news/2024/5/12/a-light-that-was-never-late"
OTHER = "https://www.harbour.example/news/2024/5/11/ice"


def _url(text):
    return document_of_bytes(text.encode(), "a.txt").value.url


@pytest.mark.parametrize(
    "text",
    [
        f"{OWN}\n\n{BODY}",
        f"{BODY}\n\n{OWN}\n",
        f"{BODY}\n\n<{OWN}>",
        f"{OWN}\n{BODY}\n{OWN}",
        f"{BODY}\n\nSource: {OWN}\n\nSaved on a wet evening",
        f"URL: {OWN}\nSaved: 12 May 2024\n\n{BODY}",
        f"{BODY}\n\nSource: The Harbour Post, {OWN}",
        f"{BODY}\n\nSource: The Harbour Post – {OWN}",
        f"{BODY}\n\nSource: The Harbour Post ({OWN})",
        BODY.replace("\n\n", f"\n\n{OWN}\n\n", 1),
        f"{BODY}\n\n{OWN}\n\nSent from my phone",
    ],
)
def test_an_address_alone_at_the_beginning_or_end_or_behind_a_label_there_is_the_articles(text):
    """Who saves a text writes it there; it is set aside, and read for what it says."""
    document = document_of_bytes(text.encode(), "a.txt").value
    assert (document.url, document.found["url"]) == (OWN, "address-line")
    assert not any(OWN in block.text for block in document.kept)
    assert document.title == "A light that was never late"


@pytest.mark.parametrize(
    "label", ["المصدر", "الرابط", "منبع", "Quelle", "来源", "出典", "Источник", "Lien", "מקור"]
)
@pytest.mark.parametrize("colon", [": ", "："])
def test_labels_of_an_address_are_known_in_many_languages(label, colon):
    """Also where other addresses stand in the text."""
    assert _url(f"{BODY}\n\n{OTHER}\n\n{label}{colon}{OWN}") == OWN


@pytest.mark.parametrize("label", ["", "Source: ", "Source: The Harbour Post, "])
@pytest.mark.parametrize("suffix", [".docx", ".rtf"])
def test_in_a_word_file_too_a_line_may_say_where_its_text_stood(label, suffix):
    """Who pastes an article into one writes it there as well."""
    lines = [*BODY.split("\n\n"), f"{label}{OWN}"]
    document = document_of_bytes({".docx": docx, ".rtf": rtf}[suffix](*lines), f"a{suffix}").value
    assert (document.url, document.found["url"]) == (OWN, "address-line")


def test_a_list_of_addresses_below_a_study_names_none():
    """They are what it cites."""
    assert document_of_bytes(docx(*BODY.split("\n\n"), OTHER, OWN), "a.docx").value.url is None


@pytest.mark.parametrize(
    "end",
    [
        f"Read also:\n{OTHER}",
        f"Read also\n{OTHER}\n{OWN}",
        f"{OTHER}\n{OWN}",
        f"Source: {OTHER}\nSource: {OWN}",
        "https://www.harbour.example/",
        "https://www.facebook.com/harbourpost",
        f"https://share.example/post?u={OWN}",
        f"https://share.example/post?u={OWN.replace(':', '%3A')}",
        "See https://www.harbour.example/news/ice for more",
        f"Photo: {OWN}.jpg",
        f"Photo: The Harbour Post, {OWN}.jpg",
        f"The Harbour Post, {OWN}",
    ],
)
def test_addresses_in_lists_buttons_and_footers_are_not_the_articles(end):
    """What leads elsewhere, to a whole site or to a network says nothing of where the text stood."""
    assert _url(f"{BODY}\n\n{end}\n") is None


@pytest.mark.parametrize(
    "address",
    [
        "https://harbour.example@elsewhere.example/a",
        "https://[harbour/a",
        "https://harbour.example:99999999/a",
        "https://localhost/a",
        "javascript:alert(1)//https://harbour.example/a",
        'https://harbour.example/"onload=x',
        "file:///etc/passwd",
    ],
)
def test_hostile_addresses_are_none(address):
    """They stay words of the text, as any other line."""
    assert _url(f"Source: {address}\n\n{BODY}") is None


def test_an_address_within_the_text_is_not_the_articles():
    """It stands between paragraphs, without a label."""
    first, rest = BODY.split("\n\n", 3)[:3], BODY.split("\n\n", 3)[3:]
    assert _url("\n\n".join([*first, OWN, *rest])) is None
