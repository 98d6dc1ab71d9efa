"""Numbers that count either unit: every one in the pages is that of an independent count of the records."""

import re
from collections import defaultdict
from functools import cache
from pathlib import Path

import html5lib
import pytest
import yaml

from conftest import ROOT
from test_plots import H, S, answers, families_of

BOTH = ("articles", "texts")


@cache
def page(path: Path):
    """Return a page as a tree."""
    return html5lib.parse(path.read_text(encoding="utf-8"))


def counted(records: list[dict], chosen: list[dict]) -> tuple[int, int]:
    """Return how many articles and how many independent texts *chosen* are."""
    family = families_of(records)
    return len(chosen), len({family[record["id"]] for record in chosen})


def number(element) -> tuple[int, int]:
    """Return the number of articles and that of texts in *element*; a number that says neither is both."""
    marked = {e.get("data-unit"): "".join(e.itertext()) for e in element.iter() if e.get("data-unit")}
    found = [re.search(r"\d+", marked.get(unit) or "".join(element.itertext())) for unit in BOTH]
    return tuple(int(one.group()) for one in found)


def of_class(tree, tag: str, name: str) -> list:
    """Return the elements of a class."""
    return [element for element in tree.iter(tag) if name in (element.get("class") or "").split()]


@pytest.mark.parametrize("prefix", ["", "ar/"])
def test_bars_of_themes_count_both(site_public, records, prefix):
    """Each part of a theme's bar is its articles with that answer, or their texts, on its page, home and in the list."""
    questions = {
        p.stem: yaml.safe_load(p.read_text("utf-8").split("---\n")[1]).get("question")
        for p in (ROOT / "corpus/themes").glob("*.md")
        if ".ar" not in p.name
    }
    bars = {}
    for path in (f"{prefix}index.html", f"{prefix}themes/index.html"):
        for item in of_class(page(site_public / path), f"{H}li", "dw-theme"):
            theme = next(item.iter(f"{H}a")).get("href").rstrip("/").rpartition("/")[2]
            bars.setdefault(theme, []).append(item)
    checked = 0
    for theme, items in bars.items():
        filed = [record for record in records if theme in record["themes"]]
        [theme_page] = of_class(
            page(site_public / f"{prefix}themes/{theme}/index.html"), f"{H}div", "dw-concept"
        )
        items.append(theme_page)
        given = defaultdict(list)
        for record in filed:
            given[answers(record).get(questions[theme], "not-coded")].append(record)
        for item in items:
            assert number(of_class(item, f"{H}p", "dw-theme__count")[0]) == counted(records, filed), theme
            parts = of_class(item, f"{H}li", "dw-tally__part")
            assert bool(parts) == bool(questions[theme])
            shown = {re.search(r"dw-stance--([\w-]+)", p.get("class")).group(1): number(p) for p in parts}
            assert shown == ({value: counted(records, rs) for value, rs in given.items()} if parts else {}), (
                theme
            )
            checked += len(parts)
            for bar in of_class(item, f"{S}svg", "dw-bar"):
                unit = BOTH.index(bar.get("data-unit") or "articles")
                widths = [int(rect.get("width")) for rect in bar.iter(f"{S}rect")]
                assert widths == [n[unit] for n in shown.values()]
    assert checked > 100


def test_outlets_languages_and_lists_count_both(site_public, records):
    """The table of outlets, the languages of the home page and the links to lists have both numbers."""
    rows = list(page(site_public / "outlets/index.html").iter(f"{H}tr"))[1:]
    for row in rows:
        outlet = next(row.iter(f"{H}a")).get("href").rstrip("/").rpartition("/")[2]
        assert number(row[2]) == counted(records, [r for r in records if r["outlet"] == outlet]), outlet
    links = [
        link
        for path in ("index.html", "articles/index.html")
        for item in page(site_public / path).iter(f"{H}li")
        for link in item.iter(f"{H}a")
        if "lists/language/" in link.get("href") and (numbers := of_class(item, f"{H}bdi", "dw-count"))
        and number(numbers[0]) == counted(records, [r for r in records if r["language"] == link.get("href").rstrip("/").rpartition("/")[2]])
    ]  # fmt: skip
    assert len(links) == 2 * len({record["language"] for record in records})


def test_names_count_both(site_public, records):
    """The list of people and places and the page of each have the number of articles and of texts that name it."""
    import csv

    named = defaultdict(set)
    with (site_public / "data/mentions.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            if row["kind"] == "entity":
                named[row["concept"]].add(row["article"])
    items = [
        i
        for i in page(site_public / "entities/index.html").iter(f"{H}li")
        if of_class(i, f"{H}bdi", "dw-count")
    ]
    assert len(items) > 100
    differing = 0
    for item in items:
        entity = next(item.iter(f"{H}a")).get("href").rstrip("/").rpartition("/")[2]
        both = counted(records, [record for record in records if record["id"] in named[entity]])
        assert number(of_class(item, f"{H}bdi", "dw-count")[0]) == both, entity
        differing += both[0] > both[1]
    assert differing > 10
    head = next(
        h for h in page(site_public / "entities/nato/index.html").iter(f"{H}h2") if h.get("id") == "articles"
    )
    assert number(head) == counted(records, [record for record in records if record["id"] in named["nato"]])


def test_events_count_both(site_public, records):
    """Each event has the number of articles that speak of it, and of their texts."""
    events = yaml.safe_load((ROOT / "corpus/events.yml").read_text(encoding="utf-8"))
    shown = {
        item.get("id"): item
        for item in of_class(page(site_public / "events/index.html"), f"{H}li", "dw-event")
    }
    assert len(shown) == len(events)
    for event in events:
        speaking = {pointer.partition("#")[0] for pointer in event["sources"]}
        both = counted(records, [record for record in records if record["id"] in speaking])
        assert number(of_class(shown[event["id"]], f"{H}bdi", "dw-count")[0]) == both, event["id"]
