"""What others show than those who published it: pages of platforms, copies of archives, texts that a machine translated."""

import json

import pytest

from diwan.adding.addresses import page_key
from diwan.documents.convert import document_of_bytes
from diwan.documents.names.platforms import is_platform, is_platform_at
from diwan.model.copies import page_of_copy, page_translated
from test_adding import added, record_of

TEXT = (
    "The two harbour towns agreed in spring that one patrol would sail through the whole winter, and nobody objected.",
    "The patrol has met nobody in seven weeks, say its captains, who keep a log of lights and of answered signals.",
    "Those who doubt it ask what becomes of a promise when the storm is on one side of the bay only, as it was in March.",
)
LD = {"@type": "NewsArticle", "headline": "A patrol that meets nobody", "datePublished": "2025-03-04"}


def page(url="", site="", **more):
    """Return a page that shows an article; *more* are `ld`, `beside` the title, `head`, the `opening` tag and the `title` of the page."""
    own = f'<link rel="canonical" href="{url}">' if url else ""
    own += f'<meta property="og:site_name" content="{site}">' if site else ""
    own += (
        f'<script type="application/ld+json">{json.dumps(LD | more["ld"])}</script>' if "ld" in more else ""
    )
    title, text = more.get("title", "A patrol that meets nobody"), "".join(f"<p>{line}</p>" for line in TEXT)
    head = f"{more.get('opening', '<html>')}<head><title>{title}</title>{own}{more.get('head', '')}</head>"
    return f"{head}<body><h1>A patrol that meets nobody</h1>{more.get('beside', '')}{text}</body></html>"


def read(markup, name="page.html"):
    """Return the document of a page."""
    return document_of_bytes(markup.encode(), name).value


def flags(document):
    """Return the flags of a document that say whose it is."""
    return [
        (flag.kind, flag.detail)
        for flag in document.flags
        if flag.kind in ("platform", "machine-translation")
    ]


PROVIDED = {
    "Yahoo, in its data": page("https://www.yahoo.com/news/a-091200000.html", "Yahoo News", ld={"publisher": {"name": "Yahoo News"}, "provider": {"name": "Quay Courier"}}),
    "MSN, in a class": page("https://www.msn.com/de-de/a/ar-AA1", "MSN", beside='<div class="provider-info"><img alt="Quay Courier"></div>'),
    "PressReader, in a line": page(
        "https://www.pressreader.com/norway/quay-courier/20250304/281659670000001", "PressReader",
        beside="<ul><li>Quay Courier</li><li>4 Mar 2025</li></ul>",
    ),
    "PressReader, in its title": page(
        "https://www.pressreader.com/norway/quay-courier/20250304/281659670000001",
        title="PressReader - Quay Courier: 2025-03-04 - A patrol that meets nobody",
    ),
    "archive.today, behind the title": page(
        "https://archive.ph/AbCdE", "archive.ph",
        head='<link rel="bookmark" href="http://archive.today/20250304120000/https://quay.example/a">',
        title="A patrol that meets nobody - Quay Courier",
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", PROVIDED)
def test_the_outlet_is_whoever_provided_the_article(case):
    """A platform has what it shows from somebody, and says from whom."""
    document = read(PROVIDED[case])
    assert (document.outlet, flags(document)) == ("Quay Courier", [])


@pytest.mark.parametrize(
    ("url", "site"),
    [
        ("https://www.pressreader.com/norway/quay-courier/20250304/281659670000001", "PressReader"),
        ("https://news.google.com/articles/CBMiabc", "Google News"),
        ("", "Yahoo!ニュース"),
        ("https://nabd.com/s/1-a", "نبض"),
    ],
)
def test_a_platform_that_names_nobody_is_told_and_is_no_outlet(url, site, tmp_path, project, diwan):
    """The record has no outlet, and a line that says why; nothing is made of the name of the platform or its host."""
    document = read(page(url, site))
    assert document.outlet is None
    assert [kind for kind, _ in flags(document)] == ["platform"]
    path = tmp_path / "page.html"
    path.write_text(page(url, site), encoding="utf-8")
    _, output = diwan("add", str(path))
    (ident,) = added(output)
    assert record_of(project, ident)["outlet"] == "unknown-outlet"
    assert "# A platform shows the text" in (project / f"corpus/articles/{ident}.md").read_text(
        encoding="utf-8"
    )


def test_a_text_copied_from_a_platform_is_not_its_own():
    """In the line about rights below a text as in the data of a page."""
    text = "A patrol that meets nobody\n\nBy Rim Example\n\n" + "\n\n".join(TEXT)
    assert read(f"{text}\n\n© 2025 PressReader. All rights reserved.\n", "page.txt").outlet is None
    assert read(f"{text}\n\n© 2025 Quay Courier. All rights reserved.\n", "page.txt").outlet == "Quay Courier"


def test_papers_are_no_platforms():
    """A name that begins as a platform's does is another one, and so is a host below none of them."""
    assert not any(map(is_platform, ("Yahoo Valley Courier", "Pocket Times", "Quay Courier", "")))
    assert not any(map(is_platform_at, ("quay.example", "notyahoo.com", "google.com", "")))
    assert is_platform_at("de.nachrichten.yahoo.com")


TRANSLATED = {
    "https://alma--rfa-example.translate.goog/a/b?_x_tr_sl=ar&_x_tr_tl=en&page=2": ("https://alma-rfa.example/a/b?page=2", "ar"),
    "https://almarfa-example.translate.goog/a?_x_tr_sch=http&_x_tr_sl=auto": ("http://almarfa.example/a", ""),
    "https://translate.google.com/translate?sl=fa&tl=en&u=https://bandar.example/a": ("https://bandar.example/a", "fa"),
    "https://translate.google.com/translate?sl=fa&u=javascript:alert(1)": ("", ""),
    "https://quay.example/translate": ("", ""),
}  # fmt: skip


@pytest.mark.parametrize("url", TRANSLATED)
def test_the_address_of_a_translation_tells_that_of_the_original(url):
    """Google writes the host into its own, and which language it was."""
    assert page_translated(url) == TRANSLATED[url]


@pytest.mark.parametrize(
    ("markup", "detail"),
    [
        (page("https://almarfa-example.translate.goog/a?_x_tr_sl=ar&_x_tr_tl=en"), "from ar, almarfa.example"),
        (page("https://almarfa.example/a", opening='<html lang="en" class="no-js translated-ltr">', head='<meta property="og:locale" content="ar_AR">'), "from ar, almarfa.example"),
        (page(opening='<html class="translated-rtl">'), ""),
        (page("https://almarfa.example/a").replace("<title>", '<title _msttexthash="12">'), "almarfa.example"),
    ],
)  # fmt: skip
def test_a_translation_by_machine_is_told_with_its_original(markup, detail):
    """Whoever codes it codes the machine's words, and can look for those of the author."""
    assert flags(read(markup)) == [("machine-translation", detail)]


@pytest.mark.parametrize(
    ("line", "detail"),
    [
        ("This article was machine translated.", "machine translat"),
        ("Dies ist eine maschinelle Übersetzung.", "maschinelle Übersetz"),
        ("ترجمة آلية", "ترجمة آلية"),
        ("Bu makale otomatik olarak çevrilmiştir.", "otomatik olarak çevri"),
    ],
)
def test_a_line_that_says_so_tells_of_a_translation_too(line, detail):
    """Around the text of a page saved as text, in whatever language."""
    text = "\n\n".join(TEXT)
    document = read(f"A patrol that meets nobody\n\nBy Rim Example\n\n{text}\n\n{line}\n", "page.txt")
    assert flags(document) == [("machine-translation", detail)]


def test_an_article_about_machines_that_translate_is_none_of_theirs():
    """Neither what it says itself nor the title of another article beside it."""
    markup = page("https://quay.example/a").replace(
        "</h1>", "</h1><p>Machine translation has come to the harbour, says the mayor of the two towns.</p>"
    )
    markup = markup.replace(
        "</body>", '<ul><li><a href="/b">Why machine translation fails captains at night</a></li></ul></body>'
    )
    assert flags(read(markup)) == []


def test_a_record_of_a_translation_has_the_address_of_the_original(tmp_path, project, diwan):
    """The page at Google is no other page, and the line below the record says what it is."""
    path = tmp_path / "page.html"
    path.write_text(
        page("https://almarfa-example.translate.goog/a?_x_tr_sl=ar&_x_tr_tl=en"), encoding="utf-8"
    )
    _, output = diwan("add", str(path))
    (ident,) = added(output)
    assert record_of(project, ident)["url"] == "https://almarfa.example/a"
    said = (project / f"corpus/articles/{ident}.md").read_text(encoding="utf-8")
    assert (
        "# A machine translated the text: its words are not the author's (from ar, almarfa.example)" in said
    )


def test_copies_at_archives_are_the_same_page():
    """The long addresses of archive.today hold that of the page, as those of the Internet Archive do."""
    copy = "https://archive.ph/2025.03.04-120000/https://quay.example/a"
    assert page_of_copy(copy) == "https://quay.example/a"
    assert page_key(copy) == page_key("https://quay.example/a")
    assert page_of_copy("https://archive.ph/AbCdE") == ""


def test_the_address_that_a_browser_notes_in_a_page_is_its_own():
    """Chrome and Edge write it above the page; what the page itself states counts more."""
    note = "<!-- saved from url=(0031)https://quay.example/a?b=1 -->"
    assert read(page().replace("<head>", f"{note}<head>")).url == "https://quay.example/a?b=1"
    assert read(f"<!DOCTYPE html>\n{note}\n{page()}").url == "https://quay.example/a?b=1"
    assert read(f"<!DOCTYPE html>\n{note}\n{page('https://quay.example/a')}").url == "https://quay.example/a"
