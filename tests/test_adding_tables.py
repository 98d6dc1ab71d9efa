"""Tables of references: what people keep in a spreadsheet, and what services hand out as CSV."""

import pytest

from diwan.adding.listed import items_in
from test_adding import added, record_of

MEDIA_CLOUD = (
    "id,indexed_date,language,media_name,media_url,publish_date,title,url\r\n"
    '17,2024-02-02 10:11:12,en,post.example,post.example,2024-02-01,"A light, and a lamp",https://post.example/a\r\n'
)
ZOTERO = (
    '"Key","Item Type","Publication Year","Author","Title","Publication Title","DOI","Url","Date","Date Added","Publisher","Language",'
    '"File Attachments","Manual Tags"\n"AB12","newspaperArticle","2021","Example, Rim; Sample, Omar","A patrol","The Harbour Post","",'
    '"https://harbour.example/p","2021-05-04","2022-01-01 10:00:00","Quay House","en-GB","page.html","boats; lamps"\n'
)
BY_HAND = "العنوان;الرابط;التاريخ;المصدر;الكاتب\nالميناء لا ينام;https://marsa.example/n;4 مايو 2023;صوت المرسى;ريم مثال، عمر عينة\n"


def items(text, tmp_path, name="list.csv", encoding="utf-8"):
    """Return the items of a table, and the problems."""
    path = tmp_path / name
    path.write_bytes(text.encode(encoding))
    return items_in(path)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_a_list_of_media_cloud_has_outlet_day_and_address(encoding, tmp_path):
    """The day on which it found a story is none of the story."""
    (item,) = items(MEDIA_CLOUD, tmp_path, encoding=encoding).value
    assert item.url == "https://post.example/a"
    assert item.listed == {
        "title": "A light, and a lamp", "outlet": "post.example", "date": "2024-02-01", "language": "en",
    }  # fmt: skip


def test_a_table_of_zotero_has_names_in_order_and_its_files(tmp_path):
    """Names are turned, the paper counts before whoever publishes it, and the day before the year."""
    (tmp_path / "page.html").write_text("<p>A patrol</p>", encoding="utf-8")
    (item,) = items(ZOTERO, tmp_path).value
    assert item.path == tmp_path / "page.html"
    assert item.listed == {
        "title": "A patrol", "authors": "Rim Example; Omar Sample", "outlet": "The Harbour Post", "date": "2021-05-04",
        "language": "en", "keywords": "boats; lamps",
    }  # fmt: skip


@pytest.mark.parametrize("between", [",", ";", "\t", "|"])
def test_a_table_that_somebody_keeps_is_read_by_the_names_of_its_columns(between, tmp_path):
    """In their own language, with months in words, and whatever the program puts between its cells."""
    text = BY_HAND.replace(";", between)
    (item,) = items(text, tmp_path, "list.tsv" if between == "\t" else "list.csv").value
    assert item.url == "https://marsa.example/n"
    assert item.listed == {
        "title": "الميناء لا ينام", "outlet": "صوت المرسى", "date": "2023-05-04", "authors": "ريم مثال; عمر عينة",
    }  # fmt: skip


def test_rows_that_say_nothing_are_passed_over_and_one_without_title_and_address_is_told_with_its_line(
    tmp_path,
):
    """Cells may hold several lines, and rows end early."""
    text = (
        'sep=,\r\nTitle,Link,Date\r\n"A light\r\nand a lamp",https://post.example/a\r\n,,\r\n,,2024-01-01\r\n'
    )
    outcome = items(text, tmp_path)
    assert [item.listed["title"] for item in outcome.value] == ["A light and a lamp"]
    (problem,) = outcome.problems
    assert (problem.code, problem.where.line) == ("references-unreadable", 6)


@pytest.mark.parametrize("text", ["boats,lights\n3,4\n", "", "\0\n", '"open\n', "Date,Source\n2024,Post\n"])
def test_a_table_whose_columns_name_no_article_is_no_list(text, tmp_path):
    """It is said how to name them."""
    outcome = items(text, tmp_path)
    assert outcome.value == []
    (problem,) = outcome.problems
    assert problem.code == "references-unreadable"
    assert "columns" in problem.mend


def test_each_row_becomes_a_record_that_says_where_its_facts_are_from(tmp_path, project, diwan):
    """As a reference of any list does."""
    path = tmp_path / "list.csv"
    path.write_text(MEDIA_CLOUD, encoding="utf-8")
    code, output = diwan("add", str(path))
    assert code == 0, output
    (ident,) = added(output)
    record = record_of(project, ident)
    assert (record["title"], record["date"], record["url"]) == (
        {"en": "A light, and a lamp"}, "2024-02-01", "https://post.example/a",
    )  # fmt: skip
    assert "list" in record["basis"]["title"]
