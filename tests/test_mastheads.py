"""Mastheads: widely known outlets are told by the host of their site, if they are called so there."""

from collections import Counter

import pytest
import yaml

from diwan.adding.facts import facts_of
from diwan.adding.outlets import OutletFinder
from diwan.corpus.yamlfile import parse_yaml
from diwan.documents.convert import document_of
from diwan.documents.names.mastheads import in_full, listed, masthead_of
from diwan.documents.readers.html import read
from diwan.model.concept import Outlet

LINES = [line for line in listed().splitlines() if line and not line.startswith("#")]
NEWS = "The ministers of the two towns met at the quay on Monday and agreed that the light will be kept through the winter. "


def test_each_outlet_of_the_list_makes_an_entry_that_the_check_accepts():
    """Country, kind and languages are those that `outlets.yml` has, and an id can be made of the name in Latin letters."""
    hosts = [host for line in LINES for host in line.split("|")[0].split()]
    for host in hosts:
        proposed = OutletFinder(frozenset(), {}, {}).find(f"https://{host}/a", "", "", "en")
        (entry,) = parse_yaml(proposed.entry, "outlets.yml").value.data
        outlet = Outlet.model_validate(entry)
        assert (outlet.id, outlet.country != "XX") == (proposed.id, True), host


def test_no_host_is_that_of_two_outlets():
    """A second line would silently replace the first."""
    hosts = Counter(host for line in LINES for host in line.split("|")[0].split())
    assert [host for host, lines in hosts.items() if lines > 1] == []


@pytest.mark.parametrize(
    ("host", "name", "known"),
    [
        ("www.asahi.com", "朝日新聞デジタル", "Asahi Shimbun"),
        ("digital.asahi.com", "朝日新聞", "Asahi Shimbun"),
        ("asahi.com", "", "Asahi Shimbun"),
        ("m.asahi.com", "", "Asahi Shimbun"),
        ("english.alarabiya.net", "Al Arabiya English", "Al Arabiya English"),
        ("mp.weixin.qq.com", "老王的港口笔记", None),
        ("harbour.qq.com", "", None),
        ("asahi.example", "朝日新聞", None),
        ("asahi.com", "Harbour Post", None),
        ("timesofindia.indiatimes.com", "TOI", "The Times of India"),
        ("sport.stuttgarter-zeitung.de", "STZ", None),
        ("stuttgarter-zeitung.de", "BSZ", None),
        ("dr.dk", "Drama at the quay", None),
        ("", "Reuters", None),
    ],
)
def test_an_outlet_is_known_where_its_host_and_its_name_agree(host, name, known):
    """Below a host others may publish, who call themselves otherwise; who says nothing is known at that very host."""
    found = masthead_of(host, name)
    assert (found and found.latin) == known


@pytest.mark.parametrize(
    ("name", "host", "shown"),
    [
        ("読売新聞オンライン", "www.yomiuri.co.jp", "読売新聞オンライン (Yomiuri Shimbun)"),
        ("صحيفة عكاظ", "okaz.com.sa", "صحيفة عكاظ (Okaz)"),
        ("NHKニュース", "www3.nhk.or.jp", "NHKニュース"),
        ("STZ", "www.stuttgarter-zeitung.de", "Stuttgarter Zeitung"),
        ("KUNA", "kuna.net.kw", "Kuwait News Agency"),
        ("BBC", "bbc.com", "BBC"),
        ("The Yomiuri Shimbun", "yomiuri.co.jp", "The Yomiuri Shimbun"),
        ("港の新聞", "harbour.example", "港の新聞"),
        ("", "yomiuri.co.jp", ""),
    ],
)
def test_a_name_in_another_script_has_that_in_latin_letters_beside_it(name, host, shown):
    """Who cannot read the one reads the other, and initials are spelled out."""
    assert in_full(name, host) == shown


def test_a_page_names_a_known_outlet_in_full_or_by_its_address():
    """What the page says comes first; a page that names nobody is of the outlet at its address."""
    head = '<link rel="canonical" href="https://www.kommersant.ru/doc/1">{}'
    page = "<html><head>{}</head><body><h1>The light stays</h1>" + f"<p>{NEWS}</p>" * 6 + "</body></html>"
    named = head.format('<meta property="og:site_name" content="Коммерсантъ">')
    for said, outlet in ((named, "Коммерсантъ (Kommersant)"), (head.format(""), "Коммерсантъ (Kommersant)")):
        assert read(page.format(said).encode(), "page.html").value.stated["outlet"] == outlet


def test_an_outlet_in_two_scripts_is_no_author_of_its_own_page():
    """Pages name themselves as authors; by either of its names it publishes."""
    head = '<link rel="canonical" href="https://www.kommersant.ru/doc/1"><meta property="og:site_name" content="Коммерсантъ">'
    who = '<meta name="author" content="Коммерсантъ">'
    page = (
        f"<html><head>{head}{who}</head><body><h1>The light stays</h1>"
        + f"<p>{NEWS}</p>" * 6
        + "</body></html>"
    )
    document = document_of(read(page.encode(), "page.html").value)
    assert (document.outlet, facts_of(document, "", {}, "page.html").authors) == (
        "Коммерсантъ (Kommersant)",
        (),
    )


def test_a_new_outlet_that_is_known_has_names_country_and_kind():
    """Only the names of an unknown one can be told, and those of two scripts are of one outlet."""
    finder = OutletFinder(frozenset(), {}, {})
    proposed = finder.find("https://www.hani.co.kr/arti/1.html", "한겨레", "stated on the page", "ko")
    (entry,) = yaml.safe_load(proposed.entry)
    assert proposed.id == "hankyoreh"
    assert {name: entry[name] for name in ("name", "country", "kind", "url")} == {
        "name": {"ko": "한겨레", "en": "Hankyoreh"}, "country": "KR", "kind": "newspaper", "url": "https://www.hani.co.kr",
    }  # fmt: skip
    corpus = OutletFinder(frozenset(["hankyoreh"]), {}, {"hankyoreh": "hankyoreh"})
    assert corpus.find("https://www.hani.co.kr/arti/1.html", "한겨레", "", "ko").id == "hankyoreh"


def test_papers_of_several_states_that_are_called_the_same_are_kept_apart():
    """*Al-Watan* at a host of Qatar is not that of Saudi Arabia, nor is it at a host that is not known."""
    finder = OutletFinder(
        frozenset(["al-watan-saudi"]), {"alwatan.com.sa": "al-watan-saudi"}, {"الوطن": "al-watan-saudi"}
    )
    assert finder.find("https://www.al-watan.com/a", "الوطن", "", "ar").id == "al-watan"
    assert finder.find("https://www.alwatan.com.sa/a", "الوطن", "", "ar").id == "al-watan-saudi"
    assert finder.find("", "الوطن", "", "ar").id == "al-watan-saudi"


def test_a_name_without_a_host_tells_the_rest_if_one_outlet_alone_is_called_so():
    """A pasted article has no address; three papers of the list are called *The Nation*."""
    finder = OutletFinder(frozenset(), {}, {})
    (known,) = yaml.safe_load(finder.find("", "Gulf News", "in a line", "en").entry)
    (shared,) = yaml.safe_load(finder.find("", "The Nation", "in a line", "en").entry)
    assert (known["country"], known["kind"], shared["country"]) == ("AE", "newspaper", "XX")
