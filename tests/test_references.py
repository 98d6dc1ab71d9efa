"""Forms of lists: what the programs of the world write into RIS, BibTeX and CSL-JSON is read, and no reference is lost."""

import json

import pytest

from diwan.adding.listed import items_in
from test_adding import added, record_of
from test_adding_folders import page
from test_adding_lists import bibtex, listed

#: References of RIS that keep less to the form than their program thinks, and the titles in them.
RIS = {
    "no end before the next": ("TY  - NEWS\nTI  - One boat\nTY  - NEWS\nTI  - Two boats\nER  - \n", 2),
    "no end at the end": ("TY  - NEWS\nTI  - One boat\nER  - \nTY  - NEWS\nTI  - Two boats", 2),
    "one space before the stroke": ("TY - NEWS\nTI - One boat\nER - \nTY - NEWS\nTI - Two boats\nER -\n", 2),
    "lines of an old Mac": ("TY  - NEWS\rTI  - One boat\rER  - \rTY  - NEWS\rTI  - Two boats\rER  - \r", 2),
    "words of a library above it": (
        'Provider: Quay\r\nContent:text/plain; charset="UTF-8"\r\n\r\nTY  - NEWS\r\nTI  - One boat\r\nER  - \r\n',
        1,
    ),
    "an abstract with a stroke": (
        "TY  - NEWS\nTI  - One boat\nAB  - Of it\nUN - as it is called - nothing is said.\nER  - \n",
        1,
    ),
}


@pytest.mark.parametrize("case", RIS)
def test_no_reference_of_a_careless_ris_is_lost(case, tmp_path, project, diwan):
    """Without an end a reference ends where the next begins; each title is that of its record, and nothing else in it."""
    text, count = RIS[case]
    path = listed(tmp_path / "export", "list.ris", "")
    path.write_bytes(text.encode())
    _, output = diwan("add", str(path))
    titles = [next(iter(record_of(project, ident)["title"].values())) for ident in added(output)]
    assert titles == ["One boat", "Two boats"][:count], output


@pytest.mark.parametrize(
    "text",
    [
        "@article{one, title={One boat}}\n@article{one, title={Two boats}}\n",
        "@article{one, title={One boat}, keywords={sea}, keywords={bay}}\n@article{two, title={Two boats}}\n",
        '@string{quay = "The Quay"}\n@article{one, title={One boat}, journal=quay}\n@article{one, title={Two boats}, journal=quay}\n',
    ],
)
def test_a_name_or_field_that_stands_twice_loses_no_reference(text, tmp_path, project, diwan):
    """Names of references tell nothing of articles, and two programs give the same one to two."""
    code, output = diwan("add", str(listed(tmp_path / "export", "list.bib", text)))
    titles = [next(iter(record_of(project, ident)["title"].values())) for ident in added(output)]
    assert (code, titles) == (0, ["One boat", "Two boats"]), output


@pytest.mark.parametrize(
    ("value", "title"),
    [
        ('"The boats " # "stay"', "The boats stay"),
        ('{The boats} # " of " # quay', "The boats of the quay"),
        ('quay # ": " # {no. #3 {"stays"}}', 'the quay: no. #3 "stays"'),
        ('"No. # 3 stays"', "No. # 3 stays"),
        ("bay # {: a letter}", "bay of the quay: a letter"),
        ('"Year " # 2025', "Year 2025"),
        ("turn # { of words}", "turn of words"),
    ],
)
def test_a_value_of_several_parts_is_one(value, title, tmp_path, project, diwan):
    """Between parts of a value stands `#`; names of `@string` among them are what it says, and one of itself comes to an end."""
    strings = '@string{quay = "the quay"}\n@string(bay = {bay of } # quay)\n@string{turn = turn}\n'
    path = listed(
        tmp_path / "export", "list.bib", f"{strings}@article{{one,\n title = {value},\n year = 2025\n}}\n"
    )
    _, output = diwan("add", str(path))
    assert [*record_of(project, *added(output))["title"].values()] == [title], output


@pytest.mark.parametrize(
    ("name", "text", "date"),
    [
        ("list.json", json.dumps([{"title": "A boat", "issued": {"raw": "13 March 2024"}}]), "2024-03-13"),
        (
            "list.json",
            json.dumps([{"title": "Ein Boot", "language": "de", "issued": {"literal": "13. März 2024"}}]),
            "2024-03-13",
        ),
        ("list.json", json.dumps([{"title": "A boat", "issued": {"raw": "spring 2024"}}]), "2024"),
        ("list.ris", "TY  - NEWS\nTI  - A boat\nDA  - March 13, 2024\nPY  - 2024\nER  - \n", "2024-03-13"),
        ("list.ris", "TY  - NEWS\nTI  - A boat\nDA  - 2024/03/13/\nER  - \n", "2024-03-13"),
        ("list.bib", bibtex(title="A boat", year="2024", month="mar", day="13"), "2024-03-13"),
        ("list.bib", bibtex(title="A boat", year="2024", month="3", day="13"), "2024-03-13"),
        ("list.bib", bibtex(title="A boat", year="2024", month="13 March"), "2024-03-13"),
        (
            "list.bib",
            bibtex(title="Ein Boot", year="2024", month="März", day="13", langid="german"),
            "2024-03-13",
        ),
        ("list.bib", bibtex(title="A boat", year="2024", month="mar"), "2024-03"),
        ("list.bib", bibtex(title="A boat", year="2024", month="winter"), "2024"),
        ("list.bib", bibtex(title="A boat", year="n.d."), "unknown"),
    ],
)
def test_a_day_is_read_in_words_and_in_parts(name, text, date, tmp_path):
    """Programs write days as somebody typed them; BibTeX has fields of their own for them."""
    (item,) = items_in(listed(tmp_path / "export", name, text)).value
    assert item.listed.get("date", "unknown") == date


TWO_STUDIES = (
    "@article{one, title={A study of boats}, journal={Quay Studies}, doi={10.1000/ab}}\n"
    "@misc{two, title={Another study of boats}, doi={10.1000/cd}}\n"
)
PAGE = "https://quay.example/boats_1%20a"


@pytest.mark.parametrize(
    ("name", "text", "url"),
    [
        ("list.bib", bibtex(title="A boat", howpublished=rf"\url{{{PAGE}}}"), PAGE),
        ("list.bib", bibtex(title="A boat", url=rf"\url{{{PAGE}}}"), PAGE),
        ("list.bib", bibtex(title="A boat", note=rf"Read in May. \url{{{PAGE}}}."), PAGE),
        ("list.bib", bibtex(title="A boat", note=f"An answer to {PAGE}"), ""),
        ("list.bib", bibtex(title="A boat", doi="10.1000/ab_1"), "https://doi.org/10.1000/ab_1"),
        ("list.bib", bibtex(title="A boat", doi="10.1000/ab_1", url=PAGE), PAGE),
        (
            "list.ris",
            "TY  - JOUR\nTI  - A boat\nDO  - https://doi.org/10.1000/ab\nER  - \n",
            "https://doi.org/10.1000/ab",
        ),
        (
            "list.json",
            json.dumps([{"title": "A boat", "DOI": "doi:10.1000/ab"}]),
            "https://doi.org/10.1000/ab",
        ),
        ("list.json", json.dumps([{"title": "A boat", "DOI": "none"}]), ""),
    ],
)
def test_an_address_may_stand_elsewhere_or_be_that_of_a_doi(name, text, url, tmp_path):
    """BibTeX had no field for addresses for long, and studies are named by their DOI."""
    (item,) = items_in(listed(tmp_path / "export", name, text)).value
    assert item.url == url


@pytest.mark.parametrize("tag", ["T2", "JF", "JO", "JA", "J2"])
def test_the_outlet_of_a_reference_is_its_journal_and_not_the_publisher(tag, tmp_path):
    """Programs write the name of a journal under one of several tags."""
    text = f"TY  - JOUR\nTI  - One light\nPB  - Mole Press UK\n{tag}  - Annals of Quays\nER  - \n"
    (item,) = items_in(listed(tmp_path / "export", "list.ris", text)).value
    assert item.listed["outlet"] == "Annals of Quays"


def test_the_address_of_a_doi_is_that_of_no_outlet(tmp_path, project, diwan):
    """It leads to the pages of all publishers: neither names it one, nor is it known as that of the first."""
    path = listed(tmp_path / "export", "list.bib", TWO_STUDIES)
    _, output = diwan("add", str(path))
    outlets = [record_of(project, ident)["outlet"] for ident in added(output)]
    assert outlets == ["quay-studies", "unknown-outlet"], output
    assert "doi.org" not in (project / "corpus/outlets.yml").read_text(encoding="utf-8")


@pytest.mark.parametrize("host", ["127.0.0.1:8300", "192.0.2.7", "[2001:db8::1]", "localhost:8000"])
def test_the_number_of_a_machine_names_no_outlet(host, tmp_path, project, diwan):
    """Nor does one's own."""
    text = f"TY  - NEWS\nTI  - One light\nUR  - http://{host}/one\nER  - \n"
    path = listed(tmp_path / "export", "list.ris", text)
    _, output = diwan("add", str(path))
    (ident,) = added(output)
    assert record_of(project, ident)["outlet"] == "unknown-outlet"


@pytest.mark.parametrize("encoding", ["utf-16", "utf-8-sig", "windows-1251"])
def test_a_list_is_read_in_its_encoding(encoding, tmp_path, project, diwan):
    """By its mark, as UTF-8, or as a detector tells it, which is said; as texts of articles are read."""
    titles = ["Катера в заливе никого не встретили", "Береговая охрана получит новые суда"]
    said = "Капитаны писали об огнях и сигналах, а совет весной решит, сколько стоят новые катера и кто за них заплатит."
    text = "".join(f"TY  - NEWS\nTI  - {title}\nAB  - {said}\nLA  - ru\nER  - \n\n" for title in titles)
    path = listed(tmp_path / "export", "list.ris", "")
    path.write_bytes(text.encode(encoding))
    _, output = diwan("add", str(path))
    assert [record_of(project, ident)["title"]["ru"] for ident in added(output)] == titles, output
    assert ("[references-encoding]" in output) == (encoding == "windows-1251")


@pytest.mark.parametrize(
    ("encoding", "title"),
    [
        ("cp1252", "Die Größe der Türme und das Licht über dem Fluss"),
        ("iso-8859-1", "Les phares oubliés de la côte et l'entrée du port"),
        ("cp1250", "Světlo na konci nábřeží a tři města"),
        ("cp1254", "Rıhtımın sonundaki ışık ve üç şehir"),
        ("cp1256", "ضوء في آخر الرصيف لثلاث مدن"),
    ],
)
def test_a_short_list_tells_its_encoding_by_the_lines_that_are_not_ascii(encoding, title, tmp_path):
    """Most of a list are tags, years and addresses, which would hide the language of the titles from a detector."""
    text = f"TY  - JOUR\nTI  - {title}\nJF  - Annals of Quays\nPY  - 2019\nUR  - https://quay.example/1\nER  - \n"
    path = listed(tmp_path / "export", "list.ris", "")
    path.write_bytes(text.encode(encoding))
    found = items_in(path)
    assert [item.listed["title"] for item in found.value] == [title]
    assert [problem.code for problem in found.problems] == ["references-encoding"]


@pytest.mark.parametrize("comment", ["% Encoding: ISO8859_2", "% -*- coding: iso-8859-2 -*-"])
def test_a_list_that_says_its_encoding_is_read_so(comment, tmp_path):
    """As JabRef writes it, or as Emacs does: no detector need be asked, which knows nothing of names in two languages."""
    path = listed(tmp_path / "export", "list.bib", "")
    path.write_bytes(f"{comment}\n\n@misc{{k, title = {{Łódź, Győr, Brăila}}}}\n".encode("iso-8859-2"))
    found = items_in(path)
    assert [item.listed["title"] for item in found.value] == ["Łódź, Győr, Brăila"]
    assert not found.problems


def test_a_list_in_no_encoding_that_can_be_told_is_refused_in_words(tmp_path, diwan):
    """Nothing of it is added, and no word of a program's inside is said."""
    path = listed(tmp_path / "export", "list.ris", "")
    path.write_bytes(b"TY  - NEWS\nTI  - " + bytes(range(128, 256)) + b"\nER  - \n")
    code, output = diwan("add", str(path))
    assert (code, "its encoding cannot be told" in output, "codec" in output) == (1, True, False), output


def test_notes_of_a_reference_propose_themes_and_are_written_nowhere(tmp_path, project, diwan):
    """As keywords and abstracts do."""
    text = "TY  - NEWS\nTI  - One\nN1  - Lights at sea\nN1  - On the Joint Patrol\nER  - \n"
    _, output = diwan("add", str(listed(tmp_path / "export", "list.ris", text)))
    (ident,) = added(output)
    assert record_of(project, ident)["themes"] == ["joint-patrol"]
    assert "Lights" not in output + (project / f"corpus/articles/{ident}.md").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("title", "language"),
    [
        ("أزمة المياه في المدن الساحلية", "ar"),
        ("Die Boote fahren jede Nacht in die Bucht hinaus", "de"),
        ("海水淡化的未来", "zh"),
        ("NATO", "und"),
        ("Mediterraneo 2024", "und"),
    ],
)
def test_a_title_tells_its_language_where_it_is_sure(title, language, tmp_path, project, diwan):
    """With its basis, and somebody is still to look at it; of names and few words nothing is told."""
    _, output = diwan(
        "add", str(listed(tmp_path / "export", "list.ris", f"TY  - NEWS\nTI  - {title}\nER  - \n"))
    )
    record = record_of(project, added(output)[0])
    basis = "unknown" if language == "und" else "inferred: from the title in the list of references"
    assert (record["language"], record["basis"]["language"]) == (language, basis)
    assert record["title"] == {language: title}
    assert "language" in record["undecided"]


COPY = "https://web.archive.org/web/20210506070809/https://quay.example/2021/05/04/boats"


@pytest.mark.parametrize("form", ["listed", "saved"])
def test_an_archived_copy_is_one_of_the_page(form, tmp_path, project, diwan):
    """The record has both addresses; outlet and day are those of the page, and not of the archive and the day of the copy."""
    if form == "listed":
        path = listed(
            tmp_path / "export", "list.json", json.dumps([{"title": "Boats of the bay", "URL": COPY}])
        )
    else:
        path = listed(tmp_path / "export", "saved.html", page(url=COPY, outlet=""))
    _, output = diwan("add", str(path))
    (ident,) = added(output)
    record = record_of(project, ident)
    assert (record["url"], record["archived"]) == (COPY.partition("0809/")[2], COPY)
    assert (record["outlet"], record["date"]) == ("quay-example", "2021-05-04")
    _, output = diwan(
        "add",
        str(
            listed(
                tmp_path / "export",
                "again.json",
                json.dumps([{"URL": "http://www.quay.example/2021/05/04/boats"}]),
            )
        ),
    )
    assert f"recorded already: {ident}" in output
    assert diwan("check")[0] == 0


@pytest.mark.parametrize("first", ["page", "copy"])
def test_a_second_address_of_a_reference_in_ris_is_its_archived_copy(first, tmp_path, project, diwan):
    """Programs write both as UR, in either order; an address is one also as people write it, without the form before it."""
    addresses = ["www.quay.example/2021/05/04/boats", COPY]
    lines = "".join(f"UR  - {url}\n" for url in (addresses if first == "page" else addresses[::-1]))
    text = f"TY  - NEWS\nTI  - Boats of the bay\n{lines}ER  - \n"
    _, output = diwan("add", str(listed(tmp_path / "export", "list.ris", text)))
    record = record_of(project, added(output)[0])
    assert (record["url"], record["archived"]) == ("https://www.quay.example/2021/05/04/boats", COPY)


def test_a_reference_that_names_only_a_page_is_called_by_it(tmp_path, project, diwan):
    """Its number in the list tells nobody anything."""
    _, output = diwan(
        "add",
        str(listed(tmp_path / "export", "list.json", json.dumps([{"URL": "https://quay.example/boats-7"}]))),
    )
    assert record_of(project, added(output)[0])["title"] == {"en": "[Untitled: boats-7]"}


@pytest.mark.parametrize(
    ("family", "given", "name"),
    [
        ("林", "若溪", "林若溪"),
        ("三枝", "美緒", "三枝美緒"),
        ("윤", "서하", "윤서하"),
        ("Lin", "Ruoxi", "Ruoxi Lin"),
        ("李", "Ruoxi", "Ruoxi 李"),
    ],
)
def test_a_name_in_letters_of_east_asia_has_the_family_name_first(family, given, name, tmp_path):
    """The three forms of list have it in two parts, and it is read as one word."""
    parts = json.dumps([{"title": "A boat", "author": [{"family": family, "given": given}]}])
    lists = {
        "list.json": parts,
        "list.ris": f"TY  - NEWS\nTI  - A boat\nAU  - {family}, {given}\nER  - \n",
        "list.bib": bibtex(title="A boat", author=f"{family}, {given}"),
    }
    for file, text in lists.items():
        (item,) = items_in(listed(tmp_path, file, text)).value
        assert item.listed["authors"] == name, file


def test_a_comma_of_arabic_parts_family_name_and_given_name_too(tmp_path):
    """Lists of Persian and Arabic libraries have that comma."""
    lists = {
        "list.ris": "TY  - NEWS\nTI  - A boat\nAU  - صابری، نگار\nER  - \n",
        "list.bib": bibtex(title="A boat", author="صابری، نگار"),
    }
    for file, text in lists.items():
        (item,) = items_in(listed(tmp_path, file, text)).value
        assert item.listed["authors"] == "نگار صابری", file
