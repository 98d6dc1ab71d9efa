"""Source text, files and metadata are data: they never become markup, script, path or YAML type, nor stop the rest."""

import io
import json
import os
import plistlib
import threading
import time
import zipfile
import zlib

import pytest
import yaml
from playwright.sync_api import sync_playwright

from conftest import copy_project
from diwan.cli import main
from diwan.documents import confined
from diwan.documents.confined import SECONDS
from diwan.documents.convert import document_of_bytes
from diwan.files import sha256_of
from diwan.serving import open_server
from hostile import HIDDEN, LONG, PAYLOADS
from pdfmaker import paragraph, pdf_of
from set_up import find_browser
from sitecheck import read_site

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
OFFICE = 'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"'
LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))


def zipped(files, *, flags=0):
    """Return a zip archive of *files*, by name."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in files.items():
            archive.writestr(name, text)
    data = bytearray(buffer.getvalue())
    if flags:
        place = data.index(b"PK\x01\x02")
        data[place + 8] |= flags
    return bytes(data)


def word(body, **more):
    """Return a Word file whose document is *body*."""
    return zipped({"word/document.xml": f"<w:document {W}><w:body>{body}</w:body></w:document>", **more})


def odt(body, **more):
    """Return an ODT file whose text is *body*; an entity may be declared before it."""
    kind = {"mimetype": "application/vnd.oasis.opendocument.text"}
    return zipped(kind | {"content.xml": body.format(O=OFFICE)} | more)


def deflated_pdf(size):
    """Return a PDF file whose only page unpacks to *size* bytes."""
    packed = zlib.compress(b"BT /F1 1 Tf (a) Tj ET " * (size // 22), 9)
    head = b"%PDF-1.7\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj "
    page = b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 4 0 R>>endobj "
    return (
        head
        + page
        + b"4 0 obj<</Filter/FlateDecode/Length %d>>stream\n" % len(packed)
        + packed
        + b"\nendstream endobj\ntrailer<</Root 1 0 R>>"
    )


PARAGRAPH = "<w:p><w:r><w:t>Words.</w:t></w:r></w:p>"
#: Files that would harm a careless reader, by name.
FILES = {
    "bomb.docx": zipped({"word/document.xml": b" " * 120_000_000}),
    "many.docx": zipped({"word/document.xml": PARAGRAPH} | {f"word/{n}.xml": "" for n in range(2500)}),
    "outside.docx": word(PARAGRAPH, **{"../../evil.xml": "x"}),
    "absolute.docx": word(PARAGRAPH, **{"/etc/evil.xml": "x"}),
    "laughs.docx": zipped({"word/document.xml": f'<!DOCTYPE d [<!ENTITY l0 "ha">{LAUGHS}]><w:document {W}><w:body><w:p><w:r><w:t>&l9;</w:t></w:r></w:p></w:body></w:document>'}),
    "file.docx": zipped({"word/document.xml": f'<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]><w:document {W}><w:body><w:p><w:r><w:t>&x;</w:t></w:r></w:p></w:body></w:document>'}),
    "locked.docx": zipped({"word/document.xml": f"<w:document {W}/>"}, flags=1),
    "deep.docx": word("<w:tbl><w:tr><w:tc>" * 5000),
    "broken.docx": word(PARAGRAPH)[:200] + b"word/document.xml",
    "nested.epub": zipped({"META-INF/container.xml": '<!DOCTYPE c [<!ENTITY a "b">]><c/>'}),
    "empty.epub": zipped({"META-INF/container.xml": "<c/>"}),
    "bomb.pdf": deflated_pdf(400_000_000),
    "circle.pdf": b"%PDF-1.7\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Kids[2 0 R 2 0 R]/Count 99999999>>endobj\ntrailer<</Root 1 0 R>>",
    "cut.pdf": pdf_of([paragraph(60, 700, 10, "words")])[:300],
    "noise.pdf": b"%PDF-1.7\n" + bytes(range(256)) * 500,
    "deep.html": b"<!doctype html>" + b"<div>" * 200_000 + b"words",
    "attributes.html": b"<!doctype html><p " + b"a=b " * 200_000 + b">words",
    "tables.html": b"<!doctype html>" + b"<table><tr><td>" * 20_000 + b"words",
    "entities.html": b"<!doctype html><!DOCTYPE d [<!ENTITY a 'b'>]><p>&a;" + b"&amp" * 200_000,
    "empty.mhtml": b"MIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n\n--x--\n",
    "parts.mhtml": b"MIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n\n" + b"--x\nContent-Type: multipart/mixed; boundary=x\n\n" * 5000,
    "empty.webarchive": plistlib.dumps({"WebMainResource": {}}), "list.webarchive": plistlib.dumps(["WebMainResource"] * 9),
    "circle.webarchive": b"bplist00\xa1\x00_\x10\x0fWebMainResource\x08\x0a" + bytes(6) + b"\x01\x01" + (2).to_bytes(8) + bytes(8) + (28).to_bytes(8),
    "entities.webarchive": b"<!DOCTYPE plist [<!ENTITY a 'WebMainResource'>]><plist><string>&a;</string></plist>",
    "empty.eml": b"Message-ID: <a>\nSubject: =?utf-8?b?//8=?=\nDate: never\n\n",
    "parts.eml": b"Message-ID: <a>\nContent-Type: multipart/mixed; boundary=x\n\n" + b"--x\nContent-Type: multipart/mixed; boundary=x\n\n" * 5000,
    "head.eml": b"Message-ID: <a>\nFrom: " + b"a<" * 200_000 + b"\nList-Id: a\n\n<p>words",
    "bomb.odt": odt(" " * 120_000_000),
    "laughs.odt": odt(f'<!DOCTYPE d [<!ENTITY l0 "ha">{LAUGHS}]>' "<office:text {O}><text:p>&l9;</text:p></office:text>"),
    "file.odt": odt('<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]><office:text {O}><text:p>&x;</text:p></office:text>'),
    "deep.odt": odt("<office:text {O}>" + "<text:list><text:list-item>" * 60 + "</text:list-item></text:list>" * 60 + "</office:text>"),
    "locked.odt": odt("noise", **{"META-INF/manifest.xml": "<encryption-data/>"}),
    "deep.rtf": b"{\\rtf1 " + b"{\\*" * 1_000_000, "open.rtf": b"{\\rtf1 {\\footnote " + b"words{" * 400,
    "bin.rtf": b"{\\rtf1 \\bin-9999999999 a \\bin9999999999 b}", "marks.rtf": b"{\\rtf1 " + b"\\u-1\\par\\cell\\row" * 20_000 + b"}",
    "zeros.txt": b"\0" * 1_000_000, "noise.txt": bytes(range(256)) * 4000, "old.doc": b"\xd0\xcf\x11\xe0" * 100, "half.txt": b"\xff\xfe\x00",
}  # fmt: skip
FIELDS = ("title", "author", "summary", "note", "outlet", "theme", "url")


@pytest.fixture(scope="module")
def hostile_site(tmp_path_factory):
    """The private site of a corpus in which every payload stands in every field, and every hostile file is a source."""
    project = copy_project(tmp_path_factory.mktemp("hostile") / "project")
    outlets, files = (project / "corpus/outlets.yml").read_text(encoding="utf-8"), list(FILES.items())
    for number, payload in enumerate(PAYLOADS):
        source = project / f"corpus/sources/hostile-{number}.txt"
        body = f"A note on the bay\n\nThe bay {payload} is what the harbour master said to the council in the evening of that day."
        source.write_text(body, encoding="utf-8")
        if number < len(files):
            name, data = files[number]
            source = source.with_name(f"hostile-{number}{name[name.index('.') :]}")
            (project / f"corpus/sources/hostile-{number}.txt").unlink()
            source.write_bytes(data)
        line = " ".join(f"x {payload} y".split())
        shown = json.dumps(line, ensure_ascii=False)
        outlets += f"- id: outlet-{number}\n  name: {{en: {shown}}}\n  country: GB\n  kind: newspaper\n"
        (project / f"corpus/themes/theme-{number}.md").write_text(
            f"---\nid: theme-{number}\nnames: {{en: {{label: {shown}}}}}\nscope: {{en: {shown}}}\nsummary: {{en: {shown}}}\n---\nAn essay.\n",
            encoding="utf-8",
        )  # fmt: skip
        record = {
            "id": f"hostile-{number}", "title": {"en": line}, "authors": [{"name": line}],
            "outlet": f"outlet-{number}", "date": "2021-05-04", "language": "en", "kind": "news", "themes": [f"theme-{number}"],
            "url": "https://a.example/" + "".join(c for c in payload if not c.isspace() and c not in '<>"'),
            "basis": {"title": "stated", "authors": "stated", "outlet": "stated", "date": "stated", "language": "stated"},
            "read": "full", "summary": {"en": line}, "notes": [line],
            "source": {"sha256": sha256_of(source), "media_type": "text/plain"},
        }  # fmt: skip
        (project / f"corpus/articles/hostile-{number}.md").write_text(
            f"---\n{json.dumps(record, ensure_ascii=False)}\n---\n{payload}\n", encoding="utf-8"
        )
    (project / "corpus/outlets.yml").write_text(outlets, encoding="utf-8")
    with pytest.raises(SystemExit) as stopped:
        main(["--project", str(project), "build", "--edition", "private"])
    assert stopped.value.code == 0
    return project / "site-private"


@pytest.fixture(scope="module")
def hostile_pages(hostile_site):
    """The pages of the hostile site, as a parser reads them."""
    return read_site(hostile_site)


def test_there_are_enough_hostile_inputs():
    """At least 150 that differ, in seven fields and the text."""
    assert len(set(PAYLOADS)) >= 150


def test_every_word_is_shown_as_a_word(hostile_pages):
    """Title, author, outlet and summary of each article stand on its page as they were written."""
    for number, payload in enumerate(PAYLOADS):
        visible = " ".join("".join(hostile_pages[f"articles/hostile-{number}/"].text).split())
        assert visible.count(" ".join(f"x {payload} y".split())) >= len(FIELDS) - 1, payload


def test_nothing_becomes_markup(hostile_pages):
    """No page has a script or style of its own, a handler, a link that runs or holds data, or a picture from elsewhere."""
    found = []
    for address, page in hostile_pages.items():
        for tag, attributes in page.tags:
            inline = (
                tag == "script"
                and "src" not in attributes
                and attributes.get("type") != "application/ld+json"
            )
            foreign = tag in ("img", "iframe", "object", "embed", "base", "style", "form") and (
                tag != "form" or "evil" in attributes.get("action", "")
            )
            if inline or foreign or any(name.startswith("on") for name in attributes):
                found.append((address, tag, attributes))
        found += [
            (address, link)
            for _, link in page.links
            if link.strip().lower().startswith(("javascript:", "data:", "vbscript:"))
        ]
        found += [(address, link) for tag, link in page.links if "evil.example" in link and tag != "a"]
    assert found == []


def test_nothing_runs_in_a_browser_even_without_the_policy(hostile_site):
    """With the Content Security Policy switched off, no script of a payload runs and no other host is asked."""
    found = find_browser()
    if not found:
        pytest.skip("there is no Chromium (tests/set_up.py installs one)")
    heard, asked = [], []
    with open_server(hostile_site, "127.0.0.1", 0) as server, sync_playwright() as playwright:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        home = f"http://127.0.0.1:{server.server_address[1]}/"
        chromium = playwright.chromium.launch(
            executable_path=found, args=["--no-sandbox", "--disable-background-networking"]
        )
        page = chromium.new_context(bypass_csp=True).new_page()
        page.on("dialog", lambda dialog: (heard.append((page.url, dialog.message)), dialog.dismiss()))
        page.on(
            "request",
            lambda request: (
                asked.append(request.url) if not request.url.startswith((home, "data:")) else None
            ),
        )
        addresses = [f"articles/hostile-{number}/" for number in range(len(PAYLOADS))]
        addresses += [
            "",
            "articles/",
            "outlets/",
            "themes/",
            "ar/articles/",
            *(f"themes/theme-{n}/" for n in range(0, len(PAYLOADS), 24)),
        ]
        for address in addresses:
            page.goto(home + address)  # all of it: pictures that are not there call as well
        page.evaluate("document.querySelectorAll('*').forEach(one => one.focus && one.focus())")
        chromium.close()
        server.shutdown()
    assert (heard, asked) == ([], [])


def test_hostile_files_leave_the_rest_of_the_site_unharmed(hostile_pages):
    """Each record whose source is hostile has its page; so have all others."""
    missing = [n for n in range(len(PAYLOADS)) if f"articles/hostile-{n}/" not in hostile_pages]
    assert missing == []
    assert "articles/harbour-2021-patrol/" in hostile_pages


def worked() -> float:
    """Return the seconds of the processor that this process has taken, and its reading processes, which end."""
    confined.end_all()
    return sum(os.times()[:4])


@pytest.mark.usefixtures("patient")
@pytest.mark.parametrize("name", FILES)
def test_a_hostile_file_is_read_or_refused_in_time(name):
    """No file crashes, hangs or fills the memory: there is a document or a problem, within the limits."""
    before = worked()
    outcome = document_of_bytes(FILES[name], name)
    assert worked() - before < SECONDS + 5
    codes = [problem.code for problem in outcome.problems]
    assert "source-stalled" not in codes
    assert outcome.value or [code for code in codes if code.startswith("source-")]
    text = " ".join(block.text for block in outcome.value.blocks) if outcome.value else ""
    assert "root:" not in text
    assert "hahahaha" not in text


@pytest.mark.parametrize("suffix", [".txt", ".md", ".html"])
def test_endless_text_takes_no_endless_time(suffix):
    """Runs of marks that make careless parsers run in circles are read, or refused, within the limits."""
    for text in [*LONG, *HIDDEN, *PAYLOADS]:
        started = time.process_time()
        data = f"<!doctype html><p>{text}" if suffix == ".html" else text
        outcome = document_of_bytes(data.encode("utf-8", "surrogatepass"), f"source{suffix}")
        assert time.process_time() - started < SECONDS
        assert outcome.value or outcome.problems


def test_what_hides_or_reorders_text_is_no_metadata(project, diwan):
    """Controls, direction overrides and tags are refused in every field, with file and line."""
    for number, payload in enumerate(HIDDEN):
        record = yaml.safe_load(
            (project / "corpus/articles/undated-note.md").read_text(encoding="utf-8").split("---\n")[1]
        )
        shown = f"x{payload}y"
        record |= {"id": f"hidden-{number}", "title": {"en": f"[{shown}]"}, "authors": [{"name": shown}], "notes": [shown],
                   "summary": {"en": shown}, "url": f"https://a.example/{shown}"}  # fmt: skip
        # YAML has no surrogate pairs: characters beyond the first plane are written as they are.
        beyond = any(ord(character) > 0xFFFF for character in payload)
        lines = "\n".join(
            f"{key}: {json.dumps(value, ensure_ascii=not beyond)}" for key, value in record.items()
        )
        (project / f"corpus/articles/hidden-{number}.md").write_text(
            f"---\n{lines}\n---\nA digest.\n", encoding="utf-8"
        )
    code, output = diwan("check")
    assert code == 1
    for number in range(len(HIDDEN)):
        told = [
            line for line in output.splitlines() if line.startswith(f"corpus/articles/hidden-{number}.md:")
        ]
        for field in ("title", "authors", "notes", "summary", "url"):
            assert any(f"'{field}" in line and "[value-invalid]" in line for line in told), (
                number,
                field,
                told,
            )
    assert not set(output) & set("\x00\x1b\u202e\u2028")
