"""Codings made elsewhere come into the records as if somebody had typed them there, or not at all."""

import yaml

from conftest import edit, files_below

SHEET = """harbour-2021-patrol:
  patrol:
    value: critical
    confidence: low
    reason: "The councils count the cost: {long}"
    evidence: [en3, en4]
undated-note:
  patrol: {value: not-addressed, confidence: high}
"""
LONG = (
    "and what follows is long enough for a second line, with a colon: and 'quotes' that YAML might trip over"
)


def sheet(project, text=SHEET):
    """Write a file of codings, and a second coder into the codebook."""
    other = "- id: other\n  name: {en: Other, ar: آخر}\n  method: {en: Elsewhere., ar: في مكان آخر.}\n"
    edit(project / "corpus/codebook.yml", "precedence: [reader]", f"{other}precedence: [reader, other]")
    path = project / "codings.yml"
    path.write_text(text.replace("{long}", LONG), encoding="utf-8")
    return path


def test_codings_made_elsewhere_stand_in_the_records(project, diwan):
    """Answer, reason and evidence are those of the file, under the rules in force; nothing else of a record changes."""
    records = [project / f"corpus/articles/{name}.md" for name in ("harbour-2021-patrol", "undated-note")]
    before = [path.read_text(encoding="utf-8") for path in records]
    code, output = diwan("code", str(sheet(project)), "--coder", "other", "--date", "2026-01-05")
    assert (code, "2 articles coded by other" in output) == (0, True), output
    for path, former in zip(records, before, strict=True):
        _, front, body = path.read_text(encoding="utf-8").split("---\n", 2)
        _, former_front, former_body = former.split("---\n", 2)
        assert body == former_body
        assert front.startswith(former_front)
        coding = yaml.safe_load(front)["codings"][-1]
        assert {key: str(coding[key]) for key in ("coder", "codebook", "date")} == {
            "coder": "other", "codebook": "1.1", "date": "2026-01-05",
        }  # fmt: skip
    answer = yaml.safe_load(records[0].read_text(encoding="utf-8").split("---\n")[1])["codings"][-1][
        "answers"
    ]
    assert answer["patrol"]["reason"] == f"The councils count the cost: {LONG}"
    assert answer["patrol"]["evidence"] == ["en3", "en4"]
    assert diwan("pin")[0] == 0
    assert diwan("check")[0] == 0


def test_a_record_keeps_what_stands_behind_its_codings(project, diwan):
    """The list of codings need not be the last of the record."""
    record = project / "corpus/articles/harbour-2021-patrol.md"
    edit(
        record,
        "      evidence: [en2@1b3ab1c0ee91ac43]\n",
        "      evidence: [en2@1b3ab1c0ee91ac43]\nnotes:\n- Last.\n",
    )
    assert diwan("code", str(sheet(project)), "--coder", "other", "--date", "2026-01-05")[0] == 0
    front = yaml.safe_load(record.read_text(encoding="utf-8").split("---\n")[1])
    assert [coding["coder"] for coding in front["codings"]] == ["reader", "other"]
    assert front["notes"] == ["Last."]


def test_a_file_with_a_fault_changes_nothing(project, diwan):
    """Unknown articles and coders, answers of another form, a second coding: all are told, and no record is touched."""
    faulty = SHEET.replace("undated-note", "undated-notes").replace("confidence: low", "confidence: middling")
    path = sheet(project, faulty)
    before = {file: file.read_bytes() for file in files_below(project / "corpus")}
    code, output = diwan("code", str(path), "--coder", "others", "--date", "2026-01-05")
    assert code == 1
    for told in (
        "[article-unknown]",
        "did you mean 'undated-note'?",
        "[coder-unknown]",
        "codings.yml:4",
        "0 articles",
    ):
        assert told in output, told
    path.write_text(SHEET, encoding="utf-8")
    code, output = diwan("code", str(path), "--coder", "reader", "--date", "2026-01-05")
    assert (code, "[coding-there]" in output) == (1, True)
    path.write_text("- not a sheet\n", encoding="utf-8")
    assert (
        "a file of codings has a key for each article"
        in diwan("code", str(path), "--coder", "other", "--date", "2026-01-05")[1]
    )
    assert {file: file.read_bytes() for file in files_below(project / "corpus")} == before
