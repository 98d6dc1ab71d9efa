"""`llms.txt` (https://llmstxt.org): what stands where, for programs that read sites. Facts and our own words only."""

from collections.abc import Iterator
from pathlib import Path

from diwan.edition import Edition
from diwan.files import write_page
from diwan.model.crosswalk import Crosswalk

_PLACES = (
    ("articles/", "Articles", "all articles, newest first, with what each argues"),
    ("themes/", "Themes", "essays on each subject: who says what, and where"),
    ("events/", "Chronology", "dated events and where accounts differ"),
    ("claims/", "Claims", "checkable statements, who asserts and who disputes them"),
    ("outlets/", "Outlets", "who publishes, and who runs it"),
    ("entities/", "People and places", "names in all languages of the corpus"),
    ("method/", "Method", "the codebook: questions, answers, rules"),
    ("rights/", "Rights", "what may be used how"),
)


def write_guide(edition: Edition, crosswalk: Crosswalk, site: Path) -> None:
    """Write `llms.txt` into the root of the site."""
    write_page(site / "llms.txt", "\n".join(_lines(edition, crosswalk)) + "\n")


def _lines(edition: Edition, crosswalk: Crosswalk) -> Iterator[str]:
    about, url = crosswalk.corpus, edition.imprint.url
    yield from (f"# {about.name['en']}", "", f"> {' '.join(about.description['en'].split())}", "")
    if edition.imprint.name:
        yield from (
            f"Edition {edition.imprint.name}. Cite articles as their pages say, with the edition.",
            "",
        )
    yield "Our texts and data are free to use under CC BY 4.0; the articles belong to their owners, and of those in"
    yield from (
        "copyright this site holds our digests, not their words. Every label names the passage it rests on.",
        "",
    )
    yield from ("## Pages", "")
    yield from (f"- [{name}]({url(path)}): {what}" for path, name, what in _PLACES)
    yield from ("", "## Data", "", f"- [Documentation]({url('data/')}): every file and every field")
    yield from (
        f"- [{table.id}.csv]({url(f'data/{table.id}.csv')}): {table.about['en']}"
        for table in crosswalk.tables
    )
    yield from (
        f"- [{file.path}]({url(f'data/{file.path}')}): {file.about['en']}"
        for file in crosswalk.files
        if "{}" not in file.path
    )
    yield from ("", "## Optional", "", f"- [In Arabic]({url('ar/')}): every page in Arabic")
