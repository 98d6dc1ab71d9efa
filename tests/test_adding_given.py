"""Given: what somebody says of all that is added need not be typed ten times, and outlets near a new one are named."""

import json

import pytest

from diwan.adding.namesakes import namesakes_of
from test_adding import ARTICLE, added, record_of
from test_adding_folders import page


def test_an_outlet_and_themes_are_given_for_all_that_is_added(tmp_path, project, diwan):
    """The outlet is decided, and says on what basis; a theme stands before those that the text names."""
    for number in range(2):
        text = page(outlet="Somebody's copy", url=f"https://copy.example/{number}").replace(
            "joint patrol", "boat"
        )
        (tmp_path / f"{number}.html").write_text(
            text.replace("seven", f"{number} or seven"), encoding="utf-8"
        )
    code, output = diwan(
        "add",
        "--outlet",
        "sawt-al-marsa",
        "--theme",
        "joint-patrol",
        *map(str, sorted(tmp_path.glob("*.html"))),
    )
    assert (code, len(added(output))) == (0, 2), output
    for name in added(output):
        record = record_of(project, name)
        assert (record["outlet"], record["themes"]) == ("sawt-al-marsa", ["joint-patrol"])
        assert record["basis"]["outlet"] == "inferred: said by whoever added it"
        assert "outlet" not in record["undecided"]
        assert "themes" in record["undecided"]
    assert diwan("check")[0] == 0


@pytest.mark.parametrize(
    ("entry", "options", "why"),
    [
        ({"title": "Boats", "language": "en"}, ["--theme", "joint-patrol"], "given"),
        ({"title": "A joint patrol of the bay", "language": "en"}, [], "in the title"),
        ({"title": "Boats", "language": "en", "keyword": "joint patrol"}, [], "in keywords or abstract"),
        ({"title": "A joint patrol", "language": "en"}, ["--theme", "joint-patrol"], "in the title"),
    ],
)
def test_of_a_theme_that_no_passage_names_it_is_said_what_speaks_for_it(entry, options, why, tmp_path, diwan):
    """Nought passages speak for nothing."""
    (tmp_path / "list.json").write_text(json.dumps([{"type": "webpage", **entry}]), encoding="utf-8")
    _, output = diwan("add", "--dry-run", *options, str(tmp_path / "list.json"))
    assert f"themes    joint-patrol ({why})" in output


def test_an_outlet_that_the_page_states_too_stays_stated(tmp_path, diwan):
    """What is given and what is found agree."""
    (tmp_path / "page.html").write_text(page(outlet="Harbour Post"), encoding="utf-8")
    _, without = diwan("add", "--dry-run", str(tmp_path / "page.html"))
    _, given = diwan("add", "--dry-run", "--outlet", "harbour-post", str(tmp_path / "page.html"))
    assert "outlet    harbour-post  [stated" in without
    assert given == without


def test_an_id_is_given_for_one_article(tmp_path, project, diwan):
    """Of a title in another script no id can be made that tells anything."""
    (tmp_path / "page.txt").write_text(ARTICLE, encoding="utf-8")
    code, output = diwan("add", "--id", "quay-2021-nobody-met", str(tmp_path / "page.txt"))
    assert (code, added(output)) == (0, ["quay-2021-nobody-met"])
    assert (project / "corpus/sources/quay-2021-nobody-met.txt").exists()


@pytest.mark.parametrize(
    ("options", "code", "mend"),
    [
        (["--outlet", "sawt-al-mrsa"], "outlet-unknown", "did you mean 'sawt-al-marsa'?"),
        (["--theme", "joint-patrol", "--theme", "nothing"], "theme-unknown", "corpus/themes/"),
        (["--id", "harbour-2021-patrol"], "id-duplicate", "another id"),
        (["--id", "../x"], "value-invalid", "small Latin letters"),
        (["--id", "one", "{other}"], "value-invalid", "by itself"),
    ],
)
def test_what_is_given_wrongly_is_told_and_nothing_is_added(options, code, mend, tmp_path, diwan):
    """With the nearest id, or the form of one."""
    for name in ("page", "other"):
        (tmp_path / f"{name}.txt").write_text(ARTICLE.replace("seven", f"seven {name}"), encoding="utf-8")
    options = [option.replace("{other}", str(tmp_path / "other.txt")) for option in options]
    exit_code, output = diwan("add", *options, str(tmp_path / "page.txt"))
    assert (exit_code, added(output), output.count(f"[{code}]")) == (1, [], 1), output
    assert mend in output


BY_NAME = {
    "jazeera english": "aljazeera-english",
    "quay courier": "quay-courier",
    "financial times": "financial-times",
}
BY_HOST = {"aljazeera.com": "aljazeera-english", "quaycourier.co.uk": "quay-courier"}


@pytest.mark.parametrize(
    ("name", "host", "near"),
    [
        ("Al Jazeera", "", ["aljazeera-english"]),
        ("Al Jazeera Net", "aljazeera.net", ["aljazeera-english"]),
        ("The Quay Courier Weekly", "", ["quay-courier"]),
        ("", "www.quaycourier.com", ["quay-courier"]),
        ("Harbour News", "harbour.example", []),
        ("The Times", "", []),
        ("Quay", "", ["quay-courier"]),
        ("Bay Courier", "", []),
    ],
)
def test_an_outlet_that_seems_new_is_compared_with_those_known(name, host, near):
    """By the words of its name, without those of half the press, and by the part of its host that somebody chose."""
    assert [ident for ident, _ in namesakes_of(name, host, BY_NAME, BY_HOST)] == near


def test_outlets_near_a_new_one_are_named_where_somebody_decides(tmp_path, project, diwan):
    """On the terminal and in the record, which keeps its new outlet until then."""
    entry = {"type": "webpage", "title": "Boats at night", "container-title": "Harbour Post Weekly"}
    (tmp_path / "list.json").write_text(json.dumps([entry]), encoding="utf-8")
    _, output = diwan("add", str(tmp_path / "list.json"))
    (name,) = added(output)
    assert "note      Outlet may be harbour-post: the same words in its name" in output
    text = (project / f"corpus/articles/{name}.md").read_text(encoding="utf-8")
    assert "\n# Outlet may be harbour-post: the same words in its name\n" in text
    assert "outlet" in record_of(project, name)["undecided"]
