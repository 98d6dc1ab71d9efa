"""From a corpus to a site: the small project, end to end."""

import html
import re

import pytest

from conftest import edit, files_below, front_matter
from diwan.text.words import words_of
from sitecheck import broken_links, foreign_resources, read_site


@pytest.fixture
def site(project, diwan):
    """The public site of the small project."""
    code, output = diwan("build", "--strict")
    assert code == 0, output
    return project / "site"


def test_a_page_has_front_matter_that_readers_of_markdown_understand(project, diwan):
    """Outlet, date, language, stance and themes stand in the front matter as plain values."""
    assert diwan("convert")[0] == 0
    page = front_matter(project / "docs/articles/harbour-2021-patrol.md")
    assert page["title"] == "A patrol for the bay"
    assert page["outlet"] == "The Harbour Post"
    assert page["date"] == "2021-05-04"
    assert page["language"] == "en"
    assert page["stance"] == {"patrol": "supportive"}
    assert page["themes"] == ["joint-patrol"]


def test_no_link_of_the_site_is_broken_and_nothing_is_fetched_from_elsewhere(site):
    """Every link and fragment leads somewhere; every resource lies in the site."""
    pages = read_site(site)
    assert len(pages) > 30
    assert broken_links(site, pages) == []
    assert foreign_resources(pages) == []


def test_every_link_of_the_site_is_relative(site):
    """The site works below any path of any host."""
    pages = read_site(site)
    absolute = [
        (p.path, link)
        for p in pages.values()
        if p.path != "404.html"
        for _, link in p.links
        if link.startswith("/")
    ]
    assert absolute == []


def test_the_words_of_an_open_text_are_all_on_its_page_in_order(project, site):
    """From source to page no word is lost or moved."""
    from diwan.documents.convert import read_document

    document = read_document(project / "corpus/sources/patrol.txt").value
    expected = [word for block in document.kept for word in words_of(block.text[len(block.marker) :])]
    page = (site / "articles/harbour-2021-patrol/index.html").read_text(encoding="utf-8")
    title = re.search(r"<h1[^>]*>(.*?)</h1>", page).group(1)
    reading = re.search(r'<section class="dw-reading dw-text".*?</section>', page, re.DOTALL).group()
    reading = re.sub(r"<h2[^>]*dw-reading-title.*?</h2>", "", reading, flags=re.DOTALL)
    shown = words_of(html.unescape(re.sub(r"<[^>]*>", " ", f"{title} {reading}")))
    assert shown == expected


def test_text_that_may_not_be_shown_is_nowhere_in_the_public_site(project, diwan):
    """With access `record` none of the article's own sentences leaves, whatever the file."""
    edit(project / "corpus/articles/harbour-2021-patrol.md", "access: full", "access: record")
    assert diwan("build")[0] == 0
    for path in files_below(project / "site"):
        assert b"nets were cut and lamps" not in path.read_bytes(), path


def test_the_private_edition_shows_everything_under_a_banner(project, diwan):
    """What rights forbid in public is there for oneself, and the page says so."""
    edit(project / "corpus/articles/harbour-2021-patrol.md", "access: full", "access: record")
    assert diwan("build", "--edition", "private")[0] == 0
    page = (project / "site-private/articles/harbour-2021-patrol/index.html").read_text(encoding="utf-8")
    assert "nets were cut and lamps" in page
    assert "Private edition" in page
    assert not (project / "site").exists()
    assert not (project / "docs/articles").exists()


def test_a_withdrawn_article_leaves_only_its_address(project, diwan):
    """Its page says that it was here; neither digest nor verdict remains."""
    edit(
        project / "corpus/articles/harbour-2021-patrol.md",
        "access: full",
        "access: withdrawn\nwithdrawn: {date: 2026-03-04, why: {en: The owner asked.}}",
    )
    assert diwan("build")[0] == 0
    page = (project / "site/articles/harbour-2021-patrol/index.html").read_text(encoding="utf-8")
    assert "withdrawn from the corpus" in page
    assert "calmer nights" not in page
    for path in files_below(project / "site"):
        if path.suffix == ".html":
            assert "credits the Joint Patrol" not in path.read_text(encoding="utf-8"), path


def test_a_second_run_writes_nothing(project, diwan):
    """Pages whose text would be the same are left alone, to the second they were written."""
    diwan("convert")
    before = {path: path.stat().st_mtime_ns for path in files_below(project)}
    assert "0 pages changed" in diwan("convert")[1]
    assert {path: path.stat().st_mtime_ns for path in files_below(project)} == before


def test_an_article_that_goes_takes_exactly_its_pages_with_it(project, diwan):
    """Nothing of it stays behind, and hand-written pages are never touched."""
    diwan("convert")
    before = {path.relative_to(project / "docs") for path in files_below(project / "docs")}
    (project / "corpus/articles/undated-note.md").unlink()
    diwan("convert")
    after = {path.relative_to(project / "docs") for path in files_below(project / "docs")}
    assert {str(path) for path in before - after} == {
        "articles/undated-note.md",
        "ar/articles/undated-note.md",
        "lists/year/undated/index.md",
        "ar/lists/year/undated/index.md",
    }
    assert (project / "docs/about.md").exists()


def test_arabic_stands_in_its_own_language_and_direction(site):
    """Titles, names and digests carry `lang` and `dir`; the Arabic interface is right to left."""
    page = (site / "articles/marsa-2022-dawriya/index.html").read_text(encoding="utf-8")
    assert re.search(r'<h1[^>]*lang="ar" dir="rtl"[^>]*>الدورية المشتركة لا تكفي</h1>', page)
    assert '<html lang="en"' in page
    arabic = (site / "ar/articles/marsa-2022-dawriya/index.html").read_text(encoding="utf-8")
    assert '<html lang="ar"' in arabic
    assert '<body dir="rtl"' in arabic
    assert 'lang="en" dir="ltr"' in arabic


def test_a_digest_in_another_language_than_the_page_says_so(project, diwan):
    """Also one that stands alone, in a line above it; one in the reader's own language needs no word."""
    articles = project / "corpus/articles"
    edit(articles / "undated-note.md", "A short note on Southport, nothing more.\n", "")
    (articles / "undated-note.ar.md").write_text("مذكرة قصيرة لا أكثر.\n", encoding="utf-8")
    assert diwan("build")[0] == 0
    english, arabic = project / "site/articles", project / "site/ar/articles"
    section = '<section class="dw-reading dw-digest" dir="{}" lang="{}">\n<p class="dw-reading-title">{}</p>'
    said = '<span lang="ar" dir="rtl">ملخصنا، باللغة: الإنجليزية</span>'
    assert section.format("ltr", "en", said) in page_of(arabic, "marsa-2022-dawriya")
    said = '<span lang="en" dir="ltr">Our digest, in Arabic</span>'
    assert section.format("rtl", "ar", said) in page_of(english, "undated-note")
    assert "dw-reading-title" not in page_of(english, "marsa-2022-dawriya") + page_of(arabic, "undated-note")


def test_a_summary_in_the_readers_language_stands_above_a_digest_in_another(project, diwan):
    """Where there is more to read in the reader's language, the summary would only say it twice."""
    edit(project / "corpus/articles/marsa-2022-dawriya.md", "القوارب وحدها تؤمّن", "<القوارب> وحدها تؤمّن")
    assert diwan("build")[0] == 0
    said = '<p class="dw-reading-title">خلاصتنا</p><p>يشك كاتب العمود في أن &lt;القوارب&gt; وحدها تؤمّن الخليج.</p></section>'
    assert said in page_of(project / "site/ar/articles", "marsa-2022-dawriya")
    assert "Our summary" not in page_of(project / "site/articles", "marsa-2022-dawriya")


def test_an_outlet_is_told_of_in_the_readers_language_below_its_own_name(project, diwan):
    """Who runs it, how that is known and what else to know; its own name is the first, whatever its language."""
    edit(
        project / "corpus/outlets.yml",
        "{en: The Harbour Post}\n  country: GB\n",
        "{en: The Harbour Post, ar: بريد الميناء}\n  country: GB\n"
        "  run_by: {en: Harbour Trust, ar: وقف الميناء}\n  run_by_source: {en: its imprint}\n"
        "  note: {en: A weekly., ar: أسبوعية.}\n",
    )
    assert diwan("build")[0] == 0
    english, arabic = (
        (project / f"site/{place}outlets/harbour-post/index.html").read_text(encoding="utf-8")
        for place in ("", "ar/")
    )
    assert '<bdi lang="ar" dir="rtl">وقف الميناء</bdi>' in arabic
    assert '<bdi lang="en" dir="ltr">its imprint</bdi>' in arabic
    assert '<p class="dw-note" lang="ar" dir="rtl">أسبوعية.</p>' in arabic
    assert '<p class="dw-title__gloss" lang="en" dir="ltr">The Harbour Post</p>' in arabic
    assert "وقف الميناء" not in english
    assert "dw-title__gloss" not in english
    assert 'Run by: <bdi lang="en" dir="ltr">Harbour Trust</bdi>' in page_of(
        project / "site/articles", "harbour-2021-patrol"
    )
    row = (project / "site/data/outlets.csv").read_text(encoding="utf-8").splitlines()[1]
    assert "The Harbour Post,en,The Harbour Post,GB" in row
    assert "Harbour Trust,وقف الميناء,its imprint,,A weekly.,أسبوعية." in row


def test_what_a_theme_says_in_another_language_stands_in_its_own_direction(project, diwan):
    """In lists of themes and on its page; an essay in another language says which."""
    edit(project / "corpus/themes/joint-patrol.md", ", ar: من يريد الدورية ومن يشك فيها.", "")
    edit(project / "corpus/themes/joint-patrol.md", ", ar: قوارب ترسلها بلدات عدة معاً.", "")
    assert diwan("build")[0] == 0
    home, listed, page = (
        (project / f"site/ar/{place}index.html").read_text(encoding="utf-8")
        for place in ("", "themes/", "themes/joint-patrol/")
    )
    summary = '<p lang="en" dir="ltr">Who wants the patrol and who doubts it.</p>'
    assert summary in home
    assert summary in listed
    assert '<p class="dw-lead" lang="en" dir="ltr">Boats that several towns' in page
    assert re.search(r"\(بالإنجليزية\)</span></p>\s*<div class=.dw-body dw-essay", page)
    assert "in English" not in (project / "site/themes/joint-patrol/index.html").read_text(encoding="utf-8")


def page_of(folder, ident):
    """Return the page of an article, as HTML."""
    return (folder / ident / "index.html").read_text(encoding="utf-8")


def test_mentions_link_where_a_section_first_names_a_concept(project, diwan):
    """The first mention after each heading is a link, later ones are not."""
    diwan("convert")
    text = (project / "docs/articles/harbour-2021-patrol.md").read_text(encoding="utf-8")
    assert text.count("[Northport](../entities/northport.md)") == 2
    assert text.count("(../themes/joint-patrol.md)") == 1


def test_dates_say_how_they_are_known(site):
    """A doubt about a fact is on the page beside the fact."""
    text = (site / "articles/marsa-2022-dawriya/index.html").read_text(encoding="utf-8")
    page = html.unescape(re.sub(r"<[^>]*>", "", text))
    assert "about March 2022" in page
    assert "inferred: from a storm it mentions" in page


def test_a_title_that_we_supplied_says_so_below_it(site):
    """Square brackets alone are a librarian's sign; the page says in words what they mean, and of no other title."""
    supplied, own = (
        (site / f"articles/{ident}/index.html").read_text(encoding="utf-8")
        for ident in ("undated-note", "harbour-2021-patrol")
    )
    assert re.search(r"\[Untitled note on the bay\]</h1>\s*<p[^>]*>Title supplied by us</p>", supplied)
    assert "Title supplied by us</p>" not in own


def test_a_title_is_glossed_for_those_alone_who_read_another_language(project, diwan):
    """In the language of the page a title needs no other below it; one that we supplied is in that language itself."""
    edit(project / "corpus/articles/harbour-2021-patrol.md", "bay}", "bay, ar: دورية للخليج}")
    note = project / "corpus/articles/undated-note.md"
    edit(note, 'bay]"}', 'bay]", ar: "[ملاحظة عن الخليج]"}')
    edit(note, "language: en", "language: ar")
    assert diwan("build")[0] == 0
    glossed = r'</h1>\s*<p class="dw-title__gloss" lang="(..)" dir="(...)">([^<]*)<'
    heads = {
        (ident, tongue): (page := page_of(project / "site" / tongue / "articles", ident))
        and (re.search(r'<h1[^>]*lang="(..)"', page)[1], *re.findall(glossed, page))
        for ident in ("harbour-2021-patrol", "marsa-2022-dawriya", "undated-note")
        for tongue in ("", "ar")
    }
    assert heads == {
        ("harbour-2021-patrol", ""): ("en",),
        ("harbour-2021-patrol", "ar"): ("en", ("ar", "rtl", "دورية للخليج")),
        ("marsa-2022-dawriya", ""): ("ar", ("en", "ltr", "The joint patrol is not enough")),
        ("marsa-2022-dawriya", "ar"): ("ar",),
        ("undated-note", ""): ("en",),
        ("undated-note", "ar"): ("ar",),
    }
    listed = (project / "site/articles/index.html").read_text(encoding="utf-8")
    assert "دورية للخليج" not in listed


def test_nothing_is_written_when_something_must_be_mended(project, diwan):
    """A build that fails leaves the former site whole."""
    diwan("build")
    before = {path: path.read_bytes() for path in files_below(project / "site")}
    edit(project / "corpus/articles/undated-note.md", "themes: [joint-patrol]", "themes: [storms]")
    assert diwan("build")[0] == 1
    assert {path: path.read_bytes() for path in files_below(project / "site")} == before


def test_a_site_that_is_not_there_cannot_be_packed(project, diwan):
    """The verb says what to do first, and then makes the same archive every time."""
    code, said = diwan("pack")
    assert code == 1
    assert "diwan build --edition public" in said
    assert diwan("build")[0] == 0
    assert diwan("pack")[0] == 0
    before = (project / "site.zip").read_bytes()
    assert diwan("pack")[0] == 0
    assert (project / "site.zip").read_bytes() == before
