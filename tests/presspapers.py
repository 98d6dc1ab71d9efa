"""Makes files as press archives hand them out, for tests: invented articles, in the forms of Nexis and Factiva."""

import io
import zipfile
from dataclasses import dataclass, field
from xml.sax.saxutils import escape

from pdfmaker import pdf_of

_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
TEXT = (
    (
        "The keeper of light number {} climbs {} hundred steps every evening, and in all her years she has never once been late,"
        " not even in the winter of the great storm, when the stairs were under ice and the harbour office had sent word that no"
        " ship would sail before noon; she went up all the same, with a rope and a second lamp, and came down after dawn."
    ),
    (
        "Those who sail past number {} say that the lamp was lit {} minutes before dusk, and that the log shows it for every day"
        " since the old tower was given up, with the wind, the names of the boats that answered, and the hour at which the fog came in"
        " over the bar; of other lights on that coast nobody could say as much, least of all of those that are lit by a clock."
    ),
    "Nobody has asked what the lamp of number {} costs, though the harbour office has {} clerks who could have done so.",
)


@dataclass
class Paper:
    """An article of a press archive."""

    number: int = 1
    title: str = "A light in harbour {}"
    outlet: str = "The Harbour Post (Northport)"
    day: str = "March 3, 2023 Friday"
    byline: str = "By Rim Example and Omar Sample"
    rights: str = "Copyright 2023 Harbour Press Limited All Rights Reserved"
    language: str = "ENGLISH"
    text: tuple[str, ...] = TEXT
    more: dict[str, str] = field(default_factory=dict)

    @property
    def headline(self):
        """The title with its number."""
        return self.title.format(self.number)

    @property
    def paragraphs(self):
        """The text of the article."""
        return [line.format(self.number, self.number % 9 + 2) for line in self.text]

    @property
    def accession(self):
        """The accession number that Factiva gives it."""
        return f"HARPOS00202303{self.number % 28 + 1:02d}ej33{self.number:05d}"


def uni(papers, *, cover=True):
    """Return the lines of a file of Nexis Uni."""
    lines = _cover(papers) if cover else []
    for paper in papers:
        head = [paper.headline, paper.outlet, paper.day, paper.rights]
        fields = [
            "Section: NEWS; Pg. 4",
            f"Length: {400 + paper.number}\u00a0words",
            f"Byline: {paper.byline}",
            "Highlight: Two hundred steps, and never late.",
        ]
        below = ["Graphic", "The lamp at dusk, seen from the quay.", "Classification",
                 f"Language: {paper.language}", "Publication-Type: Newspaper", "Subject: LIGHTHOUSES (90%); HARBOURS (78%)",
                 "Load-Date: March 4, 2023", "End of Document"]  # fmt: skip
        lines += [*head, *fields, "Body", *paper.paragraphs, *below]
    return [line for line in lines if line]


def _cover(papers):
    listed = [f"{number}. {paper.headline}" for number, paper in enumerate(papers, start=1)]
    return ["Date and Time: Monday, March 6, 2023 9:00:00 AM EST", "Job Number: 12345678", f"Documents ({len(papers)})", *listed,
            "Client/Matter: -None-", "Search Terms: light and harbour", "Search Type: Natural Language"]  # fmt: skip


def old(papers):
    """Return a text file of the older LexisNexis, lines broken at 80 columns and heads centred."""
    blocks = [
        "Download Request: Selected Items: 1-9\nTime Of Request: Friday, March 10, 2023",
        "Terms: light and harbour",
    ]
    for number, paper in enumerate(papers, start=1):
        blocks += [
            f"{number} of {len(papers)} DOCUMENTS".center(80).rstrip(),
            paper.outlet.center(80).rstrip(),
            f"{paper.day.center(80).rstrip()}\n{'Late Edition'.center(80).rstrip()}",
            *filter(None, [paper.headline]),
            f"BYLINE: {paper.byline}", "SECTION: NEWS; Pg. 4", f"LENGTH: {400 + number} words",
            *("\n".join(_wrapped(text)) for text in paper.paragraphs),
            "GRAPHIC: The lamp at dusk, seen from the quay.", "LOAD-DATE: March 4, 2023", f"LANGUAGE: {paper.language}",
            "PUBLICATION-TYPE: Newspaper",
            f"{paper.rights.removesuffix(' All Rights Reserved').center(80).rstrip()}\n{'All Rights Reserved'.center(80).rstrip()}",
        ]  # fmt: skip
    return "\n\n\n".join(blocks)


def _wrapped(text, width=78):
    line = ""
    for word in text.split():
        if len(line) + len(word) + 1 > width:
            yield line
            line = word
        else:
            line = f"{line} {word}".strip()
    yield line


def shown(papers, *, words="words", document="Document", contents=True, language="English"):
    """Return the lines of a file of Factiva in the form for display."""
    lines = [f"{paper.headline} {number + 2}" for number, paper in enumerate(papers)] if contents else []
    for paper in papers:
        lines += [paper.headline, paper.byline, f"{400 + paper.number} {words}", paper.day, "09:35 GMT", paper.outlet,
                  "HARPOS", "4", language, paper.rights, *paper.paragraphs, f"{document} {paper.accession}"]  # fmt: skip
    return [line for line in lines if line]


def rows(paper):
    """Return the rows of an article of Factiva in the form with codes: each a code and its paragraphs."""
    first, *others = paper.paragraphs
    found = [("SE", ["News"]), ("HD", [paper.headline]), ("BY", [paper.byline]), ("WC", [f"{400 + paper.number} words"]),
             ("PD", [paper.day]), ("ET", ["09:35 GMT"]), ("SN", [paper.outlet]), ("SC", ["HARPOS"]), ("PG", ["4"]), ("LA", ["English"]),
             ("CY", [paper.rights]), ("LP", [first]), ("TD", others), ("NS", ["glght : Lighthouses | ntop : Top News"]),
             ("RE", ["medz : Middle East"]), ("PUB", ["Harbour Press Limited"]), ("AN", [f"Document {paper.accession}"])]  # fmt: skip
    return [(code, [text for text in texts if text]) for code, texts in found if any(texts)]


def proquest(papers):
    """Return the lines of a file of ProQuest; below its articles stands whose the database is."""
    lines = []
    for number, paper in enumerate(papers, start=1):
        first, *others = paper.paragraphs
        lines += ["_" * 60, f"Document {number} of {len(papers)}", paper.headline, "Author: Example, Rim; Sample, Omar.",
                  "Publication info: The Harbour Post ; Northport [Northport]03 Mar 2023: A.4.", "Links: https://search.example/1",
                  f"Full text: {first}", *others, "Subject: Lighthouses; Harbours", f"Title: {paper.headline}",
                  f"Publication title: {paper.outlet}, Late Edition; Northport", "Pages: A.4", "Publication year: 2023",
                  "Publication date: Mar 3, 2023", "Language of publication: English", f"ProQuest document ID: {paper.number:09}",
                  f"Copyright: {paper.rights}", "Last updated: 2023-03-04", "Database: Harbour Newsstream"]  # fmt: skip
    return [
        *lines,
        "_" * 60,
        "Contact us at: https://search.example/help",
        "Terms and Conditions: https://search.example/terms",
    ]


def docx(*parts, footer=""):
    """Return a Word file: each part a line, or a list of rows."""
    body = "".join(_paragraph(part) if isinstance(part, str) else _table(part) for part in parts)
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("word/document.xml", f"<w:document {_W}><w:body>{body}</w:body></w:document>")
        if footer:
            archive.writestr("word/footer1.xml", f"<w:ftr {_W}>{_paragraph(footer)}</w:ftr>")
    return buffer.getvalue()


def _paragraph(text):
    return f"<w:p><w:r><w:t xml:space='preserve'>{escape(text)}</w:t></w:r></w:p>"


def _table(table):
    cells = [
        "".join(f"<w:tc>{''.join(map(_paragraph, cell))}</w:tc>" for cell in ([code], texts))
        for code, texts in table
    ]
    return f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in cells)}</w:tbl><w:p/>"


def rtf(*parts):
    """Return a Rich Text file: each part a line, or a list of rows."""
    body = "".join(
        _as_rtf(part) + r"\par " if isinstance(part, str) else _rtf_table(part) + r"\pard\par "
        for part in parts
    )
    return (r"{\rtf1\ansi\ansicpg1252\uc1 " + body + "}").encode("ascii")


def _as_rtf(text):
    units = [
        sign if sign.isascii() else rf"\u{int.from_bytes(sign.encode('utf-16-be')[:2], 'big', signed=True)}?"
        for sign in text
    ]
    return "".join(units)


def _rtf_table(table):
    cells = [(code, r"\par ".join(map(_as_rtf, texts))) for code, texts in table]
    return "".join(
        rf"\trowd\cellx900\cellx9000\pard\intbl {code}\cell {text}\cell\row " for code, text in cells
    )


def page(papers, *, coded=False):
    """Return a web page of Factiva."""
    articles = "".join(map(_coded if coded else _shown, papers))
    return f"<!DOCTYPE html><html><head><title>Factiva</title></head><body>{articles}</body></html>".encode()


def _shown(paper):
    lines = [
        f"{400 + paper.number} words",
        paper.day,
        "09:35 GMT",
        paper.outlet,
        "HARPOS",
        "English",
        paper.rights,
    ]
    head = "".join(f"<div>{escape(line)}</div>" for line in lines)
    title = (
        f"<div id='hd'><span class='enHeadline'>{escape(paper.headline)} </span></div>"
        if paper.headline
        else ""
    )
    by = f"<div class='author'>{escape(paper.byline)}</div>" if paper.byline else ""
    text = "".join(
        f"<p class='articleParagraph enarticleParagraph'>{escape(line)}</p>" for line in paper.paragraphs
    )
    return f"<div class='article enArticle'>{title}{by}{head}{text}<p>Document {paper.accession}</p></div>"


def _coded(paper):
    cells = "".join(
        f"<tr><td><b>{code}</b>&nbsp;</td><td>{''.join(f'<p>{escape(text)}</p>' for text in texts)}</td></tr>"
        for code, texts in rows(paper)
    )
    return f"<div class='article enArticle'><table>{cells}</table></div>"


def pdf(papers):
    """Return a PDF file of Nexis Uni: a cover, each article on pages of its own, a paragraph's room between its parts."""
    pages = [[*_set(_cover(papers), 1)]]
    for number, paper in enumerate(papers, start=1):
        pages.append([*_set(uni([paper], cover=False), number)])
    return pdf_of(pages)


def _set(lines, number):
    yield 60, 820, 8, f"Page {number} of 9"
    at = 790
    for place, line in enumerate(lines):
        for index, text in enumerate(_wrapped(line, 84)):
            at -= 12 if index else 26
            yield (
                60,
                at,
                10 if place else 14,
                f"*{text}" if place == 0 or line in ("Body", "Graphic", "Classification") else text,
            )
