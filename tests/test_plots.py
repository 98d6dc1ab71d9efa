"""Plots: every number is that of an independent count of the records, and a picture says what its table says."""

import json
import os
import re
import subprocess
import sys
from collections import Counter, defaultdict
from dataclasses import replace
from functools import cache
from itertools import combinations

import html5lib
import pytest
import yaml

from conftest import ROOT
from diwan.memory import Memory
from diwan.plots.drawing import draw
from diwan.plots.grid import Count, grid
from diwan.plots.lanes import Position, lanes
from diwan.plots.plot import ROOT as SITE
from diwan.plots.plot import Cell, Figure, Plot
from diwan.plots.ring import Node, Tie, ring
from diwan.plots.style import whole
from diwan.plots.years import Era, Moment, Year, timeline, years

H = "{http://www.w3.org/1999/xhtml}"
S = "{http://www.w3.org/2000/svg}"


@pytest.fixture(scope="module")
def explore(site_public):
    """The figures of the pages that explore, by id."""
    return figures(site_public / "explore/index.html") | figures(site_public / "explore/outlets/index.html")


def figures(path):
    """Return the figures of a page by id."""
    page = html5lib.parse(path.read_text(encoding="utf-8"))
    return {figure.get("id"): figure for figure in page.iter(f"{H}figure")}


def table(figure) -> list[list[str]]:
    """Return the rows of a figure's table, the first its head."""
    return [["".join(cell.itertext()) for cell in row] for row in figure.iter(f"{H}tr")]


def year_of(record: dict) -> str:
    """Return the first year a record's date may mean."""
    return str(record["date"])[:5].strip("[")[:4] if record["date"] != "unknown" else "undated"


@cache
def precedence() -> list[str]:
    """Return the coders in the codebook's order."""
    return yaml.safe_load((ROOT / "corpus/codebook.yml").read_text(encoding="utf-8"))["precedence"]


def answers(record: dict) -> dict[str, str]:
    """Return the answers shown of a record: of each question that of the first coder, in the codebook's order, who has one."""
    codings = {coding["coder"]: coding["answers"] for coding in record.get("codings", [])}
    given: dict[str, str] = {}
    for coder in reversed(precedence()):
        given |= {question: answer["value"] for question, answer in codings.get(coder, {}).items()}
    return given


def test_years_are_counted_with_zeros_and_the_undated(explore, records):
    """The timeline has every year from the first to the last; those without a date are told, not drawn."""
    counts = Counter(year_of(record) for record in records)
    rows = table(explore["timeline"])[1:]
    dated = [year for year in counts if year != "undated"]
    assert [row[0] for row in rows] == [str(y) for y in range(int(min(dated)), int(max(dated)) + 1)]
    assert {row[0]: int(row[1]) for row in rows} == {row[0]: counts[row[0]] for row in rows}
    caption = "".join(explore["timeline"].find(f"{H}figcaption").itertext())
    assert f"want of a date: {counts['undated']}." in caption


def test_coverage_of_languages_adds_up(explore, records):
    """Each cell is a count of its own, and the rows add up to all articles."""
    head, *rows = table(explore["silence-language"])
    names = {"English": "en", "Arabic": "ar", "Persian": "fa", "Turkish": "tr", "German": "de"}
    counts = Counter((record["language"], year_of(record)) for record in records)
    for row in rows:
        if row[0] in names:
            assert [int(n) for n in row[3:]] == [counts[names[row[0]], year] for year in head[3:]]
        assert int(row[2]) == sum(int(n) for n in row[3:])
    assert sum(int(row[2]) for row in rows) == len(records)


def test_stances_of_languages_are_those_of_the_records(explore, records):
    """The answers of all English and of all Arabic articles, question by question."""
    codebook = yaml.safe_load((ROOT / "corpus/codebook.yml").read_text(encoding="utf-8"))
    columns = [(q["id"], value["id"]) for q in codebook["questions"] for value in q["values"]]
    rows = {row[0]: row for row in table(explore["stances-language"])[1:]}
    for name, language in (("English", "en"), ("Arabic", "ar")):
        given = Counter(
            pair for record in records if record["language"] == language for pair in answers(record).items()
        )
        assert [int(n) for n in rows[name][2:]] == [given[column] for column in columns]


def test_ties_are_articles_that_stand_under_both_themes(site_public, records):
    """Every pair of themes that shares an article is in the table with its number, and no other."""
    rows = table(figures(site_public / "explore/network/index.html")["ties"])[1:]
    shared = Counter(pair for record in records for pair in combinations(sorted(record["themes"]), 2))
    assert sorted(int(row[2]) for row in rows) == sorted(shared.values())
    rows = table(figures(site_public / "explore/texts/network/index.html")["ties-texts"])[1:]
    family, texts = families_of(records), defaultdict(set)
    for record in records:
        for pair in combinations(sorted(record["themes"]), 2):
            texts[pair].add(family[record["id"]])
    assert sorted(int(row[2]) for row in rows) == sorted(map(len, texts.values()))
    assert sum(map(len, texts.values())) < shared.total()


def test_every_mark_says_and_links_what_the_table_does(explore):
    """A mark of a picture has the number its title ends with, and the address its cell in the table has."""
    for name in ("stances-language", "silence-outlet", "stances-year"):
        figure = explore[name]
        links = {a.get("href"): "".join(a.itertext()) for a in figure.find(f"{H}details").iter(f"{H}a")}
        marks = list(figure.iter(f"{S}a"))
        assert len(marks) > 10
        for mark in marks:
            said = "".join(mark.find(f".//{S}title").itertext())
            assert links[mark.get("href")] == re.search(r"(\d+)$", said).group(1), said


@pytest.mark.parametrize("rtl", [False, True])
def test_what_names_hold_stays_words(rtl, tmp_path):
    """Names of the corpus are data: no markup, script or address comes of them in any picture."""
    bad = "</title><script>alert(1)</script> \\' \" ) || 1 //"
    url = "articles/?a=%3Cscript%3E"
    specs = {
        "grid": grid([Count(row=bad, column=bad, number=2, says=bad, address=url)], [bad], [bad], rtl=rtl),
        "lanes": lanes([Position(2004.5, bad, "critical", bad, url), Position(2005, "b", "", bad, url)], [bad, "b"], rtl=rtl),
        "ring": ring([Node(bad, 1, bad, url), Node("b", 2, bad, url)], [Tie(0, 1, 1, bad, url)]),
        "timeline": timeline([Moment(2004, 0, bad, url)], [Year(2004, 2, bad, url)], Era(2003, 2005, rtl), bad),
    }  # fmt: skip
    plots = {
        name: Plot(title=bad, description=bad, spec=spec, head=(bad,), rows=((Cell(bad),),))
        for name, spec in specs.items()
    }
    for name, figure in draw(plots, Memory(tmp_path / "memory"), "test").items():
        svg = html5lib.parseFragment(figure.svg)
        tags = {element.tag.rpartition("}")[2] for element in svg.iter() if isinstance(element.tag, str)}
        assert "script" not in tags, name
        assert any("alert(1)" in text for text in svg.itertext()), name
        assert {a.get("href") for a in svg.iter(f"{S}a")} <= {f"{SITE}{url}"}, name


def test_bars_are_as_tall_as_what_they_count():
    """A year with twice as many articles has a bar twice as tall, and both stand on the ground."""
    found = [Year(2004, 2, "2004: 2", "x"), Year(2005, 4, "2005: 4", "y")]
    plot = Plot(title="t", description="d", spec=years(found, Era(2004, 2005), "n"), head=(), rows=())
    svg = html5lib.parseFragment(draw({"bars": plot}, Memory(), "test")["bars"].svg)
    shapes = [mark.find(f"{S}path").get("d") for mark in svg.iter(f"{S}a")]
    boxes = [[float(n) for n in re.findall(r"-?[\d.]+", shape)] for shape in shapes]
    (_, low_top, _, low), (_, high_top, _, high) = (box[:4] for box in boxes)
    assert high == pytest.approx(2 * low, rel=0.01)
    assert low_top + low == pytest.approx(high_top + high)


def test_a_picture_needs_no_style_of_its_own(explore):
    """The Content Security Policy forbids styles in elements; a drawing has none, and its ids stand once."""
    for figure in explore.values():
        assert all(element.get("style") is None for element in figure.iter() if isinstance(element.tag, str))


def test_what_was_drawn_is_remembered(tmp_path, monkeypatch):
    """The same plot is drawn once; a run that follows reads it from memory."""
    from diwan.plots import drawing

    plot = Plot(
        title="t",
        description="d",
        spec=ring([Node("a", 1, "a", "x"), Node("b", 1, "b", "y")], []),
        head=(),
        rows=(),
    )
    memory = Memory(tmp_path / "memory")
    first = draw({"one": plot}, memory, "test")
    memory.keep()
    monkeypatch.setattr(drawing, "_drawn", lambda _: pytest.fail("drawn again"))
    again = draw({"one": plot}, Memory(tmp_path / "memory"), "test")
    assert again == first
    assert isinstance(again["one"], Figure)


def families_of(records: list[dict]) -> dict[str, str]:
    """Return what each record goes back to by the versions that records declare."""
    parents = {r["id"]: r["variant_of"]["article"] for r in records if "variant_of" in r}

    def root(ident: str) -> str:
        return root(parents[ident]) if ident in parents else ident

    return {record["id"]: root(record["id"]) for record in records}


def test_independent_texts_are_counted_once_in_each_cell(site_public, records):
    """On the pages that count texts every number is that of the families met there, counted anew from the records."""
    pages = site_public / "explore/texts"
    shown = figures(pages / "index.html") | figures(pages / "outlets/index.html")
    family = families_of(records)
    head, *rows = table(shown["silence-language-texts"])
    for name, language in (("English", "en"), ("Arabic", "ar"), ("Turkish", "tr")):
        row = next(row for row in rows if row[0] == name)
        of = [r for r in records if r["language"] == language]
        assert int(row[2]) == len({family[r["id"]] for r in of})
        assert [int(n) for n in row[3:]] == [
            len({family[r["id"]] for r in of if year_of(r) == year}) for year in head[3:]
        ]
    years = {row[0]: int(row[1]) for row in table(shown["timeline-texts"])[1:]}
    assert years == {year: len({family[r["id"]] for r in records if year_of(r) == year}) for year in years}
    assert sum(years.values()) < sum(year_of(r) in years for r in records)
    home = {row[0]: int(row[1]) for row in table(figures(site_public / "index.html")["coverage-texts"])[1:]}
    assert {year: home[year] for year in years} == years


def test_marks_of_positions_are_articles_or_texts(site_public, records):
    """A theme's marks are its dated articles; by texts, one of the versions that stand in the same lane."""
    family = families_of(records)
    differing = 0
    for theme in {theme for record in records for theme in record["themes"]}:
        shown = figures(site_public / f"themes/{theme}/index.html")
        dated = [r for r in records if theme in r["themes"] and year_of(r) != "undated"]
        rows = table(shown[f"positions-{theme}"])[1:]
        assert len(rows) == len(dated)
        if f"positions-{theme}-texts" in shown:
            differing += 1
            by_texts = table(shown[f"positions-{theme}-texts"])[1:]
            assert len({family[r["id"]] for r in dated}) <= len(by_texts) < len(rows)
            assert all(row in rows for row in by_texts)
    assert differing


def test_a_ring_marks_what_readers_differ_on():
    """A mark with a ring is drawn once more, as a circle without filling; without one nothing is added."""
    plain = Position(2004.5, "a", "critical", "x", "y")
    marks = [
        len(re.findall("<path", draw({"p": Plot(title="t", description="d", spec=lanes([one, Position(2005, "a", "", "z", "y")], ["a"], rtl=False), head=(), rows=())}, Memory(), "test")["p"].svg))
        for one in (plain, replace(plain, ringed=True))
    ]  # fmt: skip
    assert marks[1] == marks[0] + 1


def test_a_drawing_is_the_same_whatever_fonts_the_machine_has(tmp_path):
    """Words in any script are measured with what comes along: where the machine's fonts are said to be makes no difference."""
    spec = {
        "data": {"values": [{"name": "مجلس التعاون"}]},
        "mark": "bar",
        "encoding": {"y": {"field": "name", "type": "nominal"}},
    }
    elsewhere = tmp_path / "fonts.conf"
    elsewhere.write_text(f"<fontconfig><dir>{tmp_path}</dir></fontconfig>", encoding="utf-8")
    drawn = {
        subprocess.run(
            [sys.executable, "-m", "diwan.plots.pen"],
            input=json.dumps([whole(spec)]),
            env={**os.environ, **fonts},
            capture_output=True,
            encoding="utf-8",
            check=True,
        ).stdout
        for fonts in ({}, {"FONTCONFIG_FILE": str(elsewhere)})
    }
    assert len(drawn) == 1
