"""Lists of references: what programs write of attachments, names and addresses is understood as they mean it."""

import json
import re
from pathlib import Path

import pytest

from diwan.adding.add import AddingWish, add
from diwan.adding.attachments import found_at, paths_in
from diwan.adding.fetching import Fetcher
from diwan.adding.listed import items_in
from diwan.adding.said import date_of
from diwan.project import Project
from localserver import running_server
from test_adding import ARTICLE, added, record_of
from test_adding_folders import page


@pytest.fixture
def local():
    """A fetcher that may ask this machine alone, and does not wait."""
    return Fetcher(is_allowed=lambda address: address.is_loopback, sleep=lambda _: None)


def listed(folder, name, text):
    """Write a list into a folder, and return its path."""
    folder.mkdir(exist_ok=True)
    (folder / name).write_text(text, encoding="utf-8")
    return folder / name


def bibtex(**fields):
    """Return a list with one reference."""
    lines = "".join(f" {name} = {{{value}}},\n" for name, value in fields.items())
    return f"@article{{one,\n{lines}}}\n"


@pytest.mark.parametrize(
    ("field", "paths"),
    [
        ("Text:page.txt:text/plain", ["page.txt"]),
        (
            "Snapshot:files/12/Gulf.html:text/html;Full Text PDF:files/12/x.pdf:application/pdf",
            ["files/12/Gulf.html", "files/12/x.pdf"],
        ),
        (r"A\: title\; too:C\:\\Users\\me\\a\;b.pdf:application/pdf", [r"C:\Users\me\a;b.pdf"]),
        (r"Text:C:\Users\me\x.pdf:application/pdf", [r"C:\Users\me\x.pdf"]),
        (":C$\\backslash$:/Users/me/a\\_b.pdf:pdf", ["C:/Users/me/a_b.pdf"]),
        (":/home/me/two  spaces.pdf:pdf", ["/home/me/two  spaces.pdf"]),
        (":home/me/x.pdf:PDF;", ["home/me/x.pdf"]),
        ("/home/me/x.pdf;/home/me/y.html", ["/home/me/x.pdf", "/home/me/y.html"]),
        (r"Snapshot:page.html:text/html;Mail:letter.eml:message/rfc822", ["page.html", "letter.eml"]),
        ("", []),
    ],
)
def test_the_paths_of_a_field_are_those_that_its_program_meant(field, paths):
    """Zotero, Better BibTeX, JabRef and Mendeley part titles, paths and types in ways of their own."""
    assert paths_in(field) == paths


@pytest.mark.parametrize(
    "name",
    ["two  spaces.html", "مقال ١.html", "percent %41.html", "semi;colon: and \\ stroke.html", "é.html"],
)
@pytest.mark.parametrize("absolute", [False, True])
def test_an_attachment_is_found_whatever_its_name(name, absolute, tmp_path, diwan):
    """Its path may be that on a disk or one beside the list, as Zotero writes it in each form of list."""
    folder = tmp_path / "export"
    (folder / "files").mkdir(parents=True)
    (folder / "files" / name).write_text(page(title="The page's own title"), encoding="utf-8")
    path = f"{folder}/files/{name}" if absolute else f"files/{name}"
    escaped = path.replace("\\", "\\\\").replace(";", "\\;").replace(":", "\\:")
    lists = {
        "list.bib": bibtex(title="Listed", file=f"Snapshot:{escaped}:text/html"),
        "list.ris": f"TY  - NEWS\nTI  - Listed\nL1  - {path}\nER  - \n",
        "list.json": json.dumps([{"type": "webpage", "title": "Listed", "attachments": [{"path": path}]}]),
    }
    for name_of_list, text in lists.items():
        _, output = diwan("add", "--dry-run", str(listed(folder, name_of_list, text)))
        assert "title     The page's own title" in output, (name_of_list, output)


def test_an_attachment_may_be_named_by_its_address_on_the_disk(tmp_path, diwan):
    """RIS of some programs says `file:///`, and letters as numbers in it."""
    folder = tmp_path / "a folder"
    folder.mkdir()
    (folder / "مقال.html").write_text(page(title="The page's own title"), encoding="utf-8")
    text = f"TY  - NEWS\nTI  - Listed\nL1  - {(folder / 'مقال.html').as_uri()}\nER  - \n"
    _, output = diwan("add", "--dry-run", str(listed(folder, "list.ris", text)))
    assert "title     The page's own title" in output


@pytest.mark.parametrize("order", [("L1", "L2"), ("L2", "L1"), ("L1", "L1")])
def test_of_a_saved_page_and_its_text_the_page_is_the_source(order, tmp_path, project, diwan):
    """A page states its facts, and what is a heading: it is taken before other forms, wherever it stands in the list."""
    folder = tmp_path / "export"
    folder.mkdir()
    (folder / "page.html").write_text(page(), encoding="utf-8")
    (folder / "text.txt").write_text(ARTICLE, encoding="utf-8")
    text = f"TY  - NEWS\nTI  - Listed\n{order[0]}  - text.txt\n{order[1]}  - page.html\nER  - \n"
    _, output = diwan("add", str(listed(folder, "list.ris", text)))
    (name,) = added(output)
    assert record_of(project, name)["source"]["media_type"] == "text/html"
    assert "Source: page.html; text.txt is attached to the reference as well" in output


def test_what_holds_twice_the_text_is_the_source_whatever_its_form(tmp_path, project, diwan):
    """The page of a library shows the opening of what is attached whole."""
    folder = tmp_path / "export"
    folder.mkdir()
    (folder / "page.html").write_text(page(), encoding="utf-8")
    longer = ARTICLE + "".join(
        f"\nIn the {number}th week of the patrol the captains again wrote of lights, of signals and of nobody else.\n"
        for number in range(4, 14)
    )
    (folder / "whole.txt").write_text(longer, encoding="utf-8")
    text = bibtex(title="Listed", file="Snapshot:page.html:text/html;Text:whole.txt:text/plain")
    _, output = diwan("add", str(listed(folder, "list.bib", text)))
    assert record_of(project, added(output)[0])["source"]["media_type"] == "text/plain"
    assert "page.html is attached to the reference as well" in output


def test_an_opening_gives_way_to_the_whole(tmp_path, project, diwan):
    """A snapshot taken before a paywall is no better source than the article in print."""
    folder = tmp_path / "export"
    folder.mkdir()
    wall = "<p>38% of this article remain. Subscribe to continue reading.</p></body>"
    (folder / "page.html").write_text(page().replace("</body>", wall), encoding="utf-8")
    (folder / "text.txt").write_text(ARTICLE, encoding="utf-8")
    text = bibtex(title="Listed", file="Snapshot:page.html:text/html;Text:text.txt:text/plain")
    _, output = diwan("add", str(listed(folder, "list.bib", text)))
    record = record_of(project, added(output)[0])
    assert (record["source"]["media_type"], record["read"]) == ("text/plain", "full")


def test_of_attachments_that_cannot_be_read_the_others_are(tmp_path, diwan):
    """A picture beside a page is passed over; a broken file beside it is told, and stops nothing."""
    folder = tmp_path / "export"
    folder.mkdir()
    (folder / "boat.png").write_bytes(b"\x89PNG\r\n")
    (folder / "broken.pdf").write_bytes(b"no such thing")
    (folder / "page.html").write_text(page(), encoding="utf-8")
    files = "Image:boat.png:image/png;Full Text PDF:broken.pdf:application/pdf;Snapshot:page.html:text/html"
    code, output = diwan("add", str(listed(folder, "list.bib", bibtex(title="Listed", file=files))))
    assert (code, len(added(output)), output.count("warning:")) == (0, 1, 1), output
    assert "broken.pdf: warning:" in output


def test_an_attachment_that_is_not_there_is_told_with_its_path_and_a_way_out(tmp_path, diwan):
    """The record is made from the list, and nobody believes that its source was read."""
    text = bibtex(title="Listed", file="Snapshot:files/12/Gulf.html:text/html")
    path = listed(tmp_path / "export", "list.bib", text)
    code, output = diwan("add", str(path))
    assert (code, len(added(output)), output.count("[attachment-missing]")) == (0, 1, 1), output
    assert f"{path}:1: warning: “Listed” has a file attached that is not there: files/12/Gulf.html" in output
    assert "mend: export the list again with its files" in output


def test_what_is_attached_as_an_address_is_no_missing_file(tmp_path, project, diwan):
    """Where the reference has no other address it is that of the article."""
    text = "TY  - NEWS\nTI  - Listed\nL2  - https://quay.example/2024/patrol\nER  - \n"
    code, output = diwan("add", str(listed(tmp_path / "export", "list.ris", text)))
    assert (code, output.count("warning:")) == (0, 0), output
    assert record_of(project, added(output)[0])["url"] == "https://quay.example/2024/patrol"


def test_a_name_that_no_disk_can_hold_is_a_file_that_is_not_there():
    """Nothing a list says stops the run."""
    for name in ("a\0b", "x" * 5000, "file://[", ""):
        assert found_at(name, Path("/nowhere")) is None


SPOKEN = [
    "Abdulrahman al-Rashed",
    "Ursula von der Leyen",
    "Jean d'Orsay",
    "Martin Luther King Jr.",
    "Ludwig van Beethoven",
]
BODIES = ["Ministry of Trade and Industry", "NATO"]
NAMES = {
    "list.json": json.dumps([{"type": "webpage", "title": "One", "author": [
        {"given": "Abdulrahman", "non-dropping-particle": "al-", "family": "Rashed"},
        {"given": "Ursula", "dropping-particle": "von der", "family": "Leyen"},
        {"given": "Jean", "dropping-particle": "d'", "family": "Orsay"},
        {"given": "Martin Luther", "family": "King", "suffix": "Jr."},
        {"given": "Ludwig", "dropping-particle": "van", "family": "Beethoven"},
        {"literal": BODIES[0]}, {"family": BODIES[1]},
    ]}]),
    "list.ris": "TY  - NEWS\nTI  - One\n" + "".join(f"AU  - {name}\n" for name in (
        "al-Rashed, Abdulrahman", "Leyen, Ursula von der", "Orsay, Jean d'", "King, Martin Luther, Jr.", "Beethoven, Ludwig van",
        f"{BODIES[0]},", BODIES[1],
    )) + "ER  - \n",
    "list.bib": bibtex(title="One", author=" and ".join((
        "family=Rashed, given=Abdulrahman, prefix=al-, useprefix=true", "von der Leyen, Ursula", "Orsay, Jean d'",
        "King, Jr., Martin Luther", "Ludwig van Beethoven", f"{{{BODIES[0]}}}", "{NATO}", "others",
    ))),
}  # fmt: skip


@pytest.mark.parametrize("name", NAMES)
def test_particles_suffixes_and_bodies_are_read_as_they_are_spoken(name, tmp_path, project, diwan):
    """The three forms of list say the same of one person; a body is no person, and `and` in its name parts nothing."""
    _, output = diwan("add", str(listed(tmp_path / "export", name, NAMES[name])))
    record = record_of(project, added(output)[0])
    assert [author["name"] for author in record["authors"]] == [*SPOKEN, *BODIES]


@pytest.mark.parametrize("name", ["list.json", "list.ris", "list.bib"])
def test_an_address_is_taken_as_it_stands_in_a_list(name, tmp_path, project, diwan):
    """Percent signs begin no comment, semicolons part nothing, and strokes before signs of LaTeX fall away."""
    url = "https://quay.example/%D8%AF%D9%88%D8%B1%D9%8A%D8%A9/a_b;c~d?x=1&y=2"
    texts = {
        "list.json": json.dumps([{"type": "webpage", "title": "One", "URL": url}]),
        "list.ris": f"TY  - NEWS\nTI  - One\nUR  - {url}\nUR  - https://other.example/\nER  - \n",
        "list.bib": bibtex(title="One", url=url.replace("_", "\\_").replace("&", "\\&")),
    }
    _, output = diwan("add", str(listed(tmp_path / "export", name, texts[name])))
    assert record_of(project, added(output)[0])["url"] == url


GROWN = [
    {
        "title": "A listed patrol that meets nobody",
        "container-title": "The Quay",
        "URL": "https://quay.example/1",
    },
    {"title": "Boats", "container-title": "The Quay", "issued": {"raw": "2021-05-04"}},
    {"title": "Boats", "container-title": "The Quay", "issued": {"raw": "2021-05-05"}},
    {"title": "Boats", "URL": "https://quay.example/2?id=7"},
    {"title": "One page of a program", "URL": "https://quay.example/news.asp?4711"},
    {"title": "Its other page", "URL": "https://quay.example/news.asp?4712"},
    {"title": "One view of a page", "URL": "https://quay.example/app#!/1"},
    {"title": "Its other view", "URL": "https://quay.example/app#!/2"},
    {"title": "Nothing else is known of this one"},
    {"title": "A front page is that of everything", "URL": "https://front.example/"},
    {"title": "Another text of the same front page", "URL": "https://front.example/"},
]


def test_a_list_that_is_added_again_makes_no_second_record(tmp_path, diwan):
    """Each reference without a file is known, whatever it states; what has grown is added."""
    path = listed(
        tmp_path / "export", "list.json", json.dumps([{"type": "webpage", **entry} for entry in GROWN])
    )
    _, output = diwan("add", str(path))
    assert len(added(output)) == len(GROWN)
    new = {
        "type": "webpage",
        "title": "Boats",
        "container-title": "The Quay",
        "issued": {"raw": "2021-05-06"},
    }
    path.write_text(json.dumps([*({"type": "webpage", **entry} for entry in GROWN), new]), encoding="utf-8")
    code, output = diwan("add", str(path))
    assert (code, len(added(output)), output.count("[source-known]")) == (0, 1, len(GROWN)), output
    assert "“Boats” is recorded already: quay-2021-boats" in output


@pytest.mark.parametrize(
    ("change", "is_known"),
    [
        ({"URL": "http://www.quay.example/1/?utm_source=x#top", "title": "Another title"}, True),
        ({"URL": "https://quay.example/other"}, False),
        ({"URL": ""}, True),
        ({"URL": "", "issued": {"raw": "2021-05-05"}}, False),
        ({"URL": "", "issued": {}}, True),
        ({"URL": "", "container-title": "The Harbour Post"}, True),
        ({"URL": "", "container-title": "The Harbour Post", "issued": {}}, False),
        ({"URL": "", "title": "A patrol, THAT meets nobody!"}, True),
        ({"URL": "", "title": "A patrol that meets somebody"}, False),
    ],
)
def test_a_reference_is_known_by_its_address_or_its_title_with_outlet_or_day(
    change, is_known, tmp_path, diwan
):
    """Nothing that both say may be different; of a title alone nothing is concluded."""
    entry = {
        "type": "webpage", "title": "A patrol that meets nobody", "container-title": "The Quay",
        "issued": {"raw": "2021-05-04"}, "URL": "https://quay.example/1",
    }  # fmt: skip
    diwan("add", str(listed(tmp_path / "export", "one.json", json.dumps([entry]))))
    _, output = diwan("add", str(listed(tmp_path / "export", "two.json", json.dumps([entry | change]))))
    assert (output.count("[source-known]"), len(added(output))) == ((1, 0) if is_known else (0, 1)), output


def test_a_page_whose_address_has_a_record_is_not_asked_for_again(project, local):
    """Addresses that are added again cost nobody anything; one that leads to a known page is known by that."""
    with running_server() as server:
        server.answers["/one"] = (200, {}, page(url=f"{server.url}/one").encode())
        server.answers["/two"] = (302, {"Location": "/one"}, b"")
        for addresses in (["/one"], ["/one", "/one"], ["/two", "/one"]):
            wish = AddingWish(arguments=[server.url + path for path in addresses], fetcher=local)
            problems = [problem.code for problem in add(Project(project), wish).problems]
            assert problems == (["source-known"] * len(addresses) if len(addresses) > 1 else [])
        assert [path for path, _ in server.asked if path == "/one"] == ["/one", "/one"]


@pytest.mark.parametrize(
    "entry", [{}, {"type": "webpage", "language": "en"}, {"type": "webpage", "title": " "}]
)
def test_a_reference_that_names_nothing_is_told_with_its_number(entry, tmp_path, diwan):
    """Of it nobody could make anything; the others are added, and nobody is asked for a page."""
    others = [
        {"type": "webpage", "title": "Boats"},
        {"type": "webpage", "URL": "https://quay.example/2024/boats"},
    ]
    path = listed(tmp_path / "export", "list.json", json.dumps([*others, entry]))
    code, output = diwan("add", str(path))
    assert (code, len(added(output)), output.count("error:")) == (1, 2, 1), output
    assert (
        f"{path}#3: error: this reference has no title, no address and no file [references-unreadable]"
        in output
    )


SAYING = {
    "list.json": json.dumps([{"type": "webpage", "title": "One", "{field}": "{text}"}]),
    "list.ris": "TY  - NEWS\nTI  - One\n{field}  - {text}\nER  - \n",
    "list.bib": bibtex(title="One", field="text").replace("field", "{field}").replace("text", "{text}"),
}


@pytest.mark.parametrize(
    ("name", "field"),
    [("list.json", "keyword"), ("list.json", "abstract"), ("list.ris", "KW"), ("list.ris", "AB"), ("list.ris", "N2"),
     ("list.bib", "keywords"), ("list.bib", "abstract")],
)  # fmt: skip
def test_keywords_and_abstracts_propose_themes_and_are_written_nowhere(name, field, tmp_path, project, diwan):
    """They are the words of others: what they name is looked up, and for somebody to decide."""
    text = SAYING[name].replace("{field}", field).replace("{text}", "Lights at sea; Joint Patrol; winter")
    _, output = diwan("add", str(listed(tmp_path / "export", name, text)))
    (ident,) = added(output)
    record = record_of(project, ident)
    assert (record["themes"], "themes" in record["undecided"]) == (["joint-patrol"], True)
    written = (project / f"corpus/articles/{ident}.md").read_text(encoding="utf-8")
    assert "Lights at sea" not in written + (project / "corpus/outlets.yml").read_text(encoding="utf-8")
    assert "Lights at sea" not in output


def test_a_reference_whose_title_alone_names_a_theme_is_filed_under_it(tmp_path, project, diwan):
    """Without a text no passage names it."""
    entry = {"type": "webpage", "title": "A joint patrol of the bay", "language": "en"}
    _, output = diwan("add", str(listed(tmp_path / "export", "list.json", json.dumps([entry]))))
    assert record_of(project, added(output)[0])["themes"] == ["joint-patrol"]


@pytest.mark.parametrize(
    ("said", "language", "date"),
    [
        ("juin 2024", "fr", "2024-06"),
        ("June 2024", "", "2024-06"),
        ("آذار/مارس 2023", "ar", "2023-03"),
        ("خرداد ۱۴۰۲", "fa", ""),
        ("Spring 2019", "en", "2019"),
        ("Winter 2019/20", "", "2019"),
        ("c. 2019", "", "2019"),
        ("n.d.", "", ""),
        ("12 June 2024", "en", "2024-06-12"),
    ],
)
def test_a_date_in_words_is_read_as_far_as_it_goes(said, language, date):
    """Reports and magazines have a month or a season; the year is not lost with it."""
    assert date_of(said, language) == date


@pytest.mark.parametrize("name", ["list.json", "list.ris", "list.bib"])
@pytest.mark.parametrize("date", ["ربيع 1445هـ", "n.d."])
def test_a_date_that_cannot_be_read_is_told_and_stands_in_the_record(name, date, tmp_path, project, diwan):
    """Whoever looks the article up begins with what the list says."""
    texts = {
        "list.json": json.dumps(
            [{"type": "webpage", "title": "البحث عن أمن الخليج", "issued": {"literal": date}}]
        ),
        "list.ris": f"TY  - JOUR\nTI  - البحث عن أمن الخليج\nPY  - {date}\nER  - \n",
        "list.bib": bibtex(title="البحث عن أمن الخليج", year=date),
    }
    _, output = diwan("add", str(listed(tmp_path / "export", name, texts[name])))
    (ident,) = added(output)
    told = int("1445" in date)
    assert output.count(f"the date '{date}' is not taken over") == told
    record = (project / f"corpus/articles/{ident}.md").read_text(encoding="utf-8")
    assert record.count(f"# The list has the date {date}\n") == told


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("export.txt", "\ufeffTY  - NEWS\r\nTI  - Boats at night\r\nER  - \r\n"),
        ("citation.txt", "\n@misc{boats,\n title = {Boats at night}\n}\n"),
        ("list.bibtex", "@misc{boats, title = {Boats at night}}\n"),
        ("list.json", json.dumps({"items": [{"type": "webpage", "title": "Boats at night"}]})),
    ],
)
def test_a_list_is_known_whatever_a_library_calls_its_file(name, text, tmp_path, project, diwan):
    """It is not taken for an article of its own, neither by itself nor in a folder."""
    path = listed(tmp_path / "export", name, text)
    (ident,) = added(diwan("add", str(path))[1])
    assert record_of(project, ident)["title"] in ({"en": "Boats at night"}, {"und": "Boats at night"})
    assert f"mend: name the list itself: {path}" in diwan("add", "--dry-run", str(path.parent))[1]


@pytest.mark.parametrize(
    ("kind", "outlet"), [("RPRT", "Harbour Institute"), ("NEWS", "The Quay"), ("ELEC", "The Quay")]
)
def test_the_series_of_a_report_is_not_its_outlet(kind, outlet, tmp_path):
    """Zotero writes it where newspapers have their name, and the institute among the publishers."""
    text = f"TY  - {kind}\nTI  - Boats\nT2  - The Quay\nPB  - Harbour Institute\nER  - \n"
    (item,) = items_in(listed(tmp_path / "export", "list.ris", text)).value
    assert item.listed["outlet"] == outlet


@pytest.mark.parametrize(
    ("kind", "field", "outlet"),
    [
        ("online", "titleaddon", "The Quay"),
        ("article", "titleaddon", "unknown"),
        ("inproceedings", "booktitle", "The Quay"),
        ("thesis", "school", "The Quay"),
    ],
)
def test_the_site_of_a_page_is_its_outlet_where_zotero_writes_it(kind, field, outlet, tmp_path):
    """In BibLaTeX it has no field for the name of a site; what adds to the title of a printed article is no outlet."""
    text = bibtex(title="Boats", langid="pinyin", **{field: "The Quay"}).replace("@article", f"@{kind}")
    (item,) = items_in(listed(tmp_path / "export", "list.bib", text)).value
    assert (item.listed.get("outlet", "unknown"), item.listed["language"]) == (outlet, "zh")


@pytest.mark.parametrize("host", ["rasif.digital", "www.rasif.example", "en.rasif.co.uk"])
def test_an_outlet_with_a_name_in_another_script_is_called_by_its_host(host, tmp_path, project, diwan):
    """By the part that somebody chose, however long the part is in which register it stands."""
    entry = {"type": "webpage", "title": "Boats", "container-title": "الرصيف", "URL": f"https://{host}/1"}
    _, output = diwan("add", str(listed(tmp_path / "export", "list.json", json.dumps([entry]))))
    assert record_of(project, added(output)[0])["outlet"] == "rasif"


@pytest.mark.parametrize(
    ("said", "note"),
    [
        ({}, None),
        ({"title": "Nobody met at sea"}, "The list has the title “Nobody met at sea”"),
        ({"title": "a patrol, that meets nobody"}, None),
        (
            {"author": [{"literal": "Rim Example"}, {"literal": "Ana Other"}]},
            "The list has the authors Rim Example; Ana Other",
        ),
        ({"author": [{"literal": "rim example"}]}, None),
        ({"issued": {"raw": "2021-05-03"}}, "The list has the date 2021-05-03"),
        ({"issued": {"raw": "2021-05"}}, None),
    ],
)
def test_what_a_list_says_otherwise_than_its_article_is_not_lost(said, note, tmp_path, project, diwan):
    """The article's own word counts; a line of the record says the other, for whoever decides."""
    folder = tmp_path / "export"
    folder.mkdir()
    dated = page().replace(
        "<h1>", '<meta property="article:published_time" content="2021-05-04T10:00:00Z"><h1>'
    )
    (folder / "page.html").write_text(dated, encoding="utf-8")
    entry = {"type": "webpage", "attachments": ["page.html"], **said}
    _, output = diwan("add", str(listed(folder, "list.json", json.dumps([entry]))))
    text = (project / f"corpus/articles/{added(output)[0]}.md").read_text(encoding="utf-8")
    assert re.findall("^# (The list .*)$", text, re.MULTILINE) == ([note] if note else [])
    assert record_of(project, added(output)[0])["title"] == {"en": "A patrol that meets nobody"}
