"""Judges searches without the index: reads the corpus's own files and says which articles a query must find.

It shares no code with the search. Its letters are plainer than those of the index (every accent goes), and its words
are regular expressions over whole articles, so that a fault of the analysis cannot hide in both.
"""

import re
import unicodedata
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import yaml

from conftest import ROOT

HERE = Path(__file__).resolve().parent
_PLAIN = str.maketrans({"ى": "ي", "ی": "ي", "ې": "ي", "ة": "ه", "ہ": "ه", "ھ": "ه", "ۀ": "ه", "ە": "ه", "ک": "ك", "ٱ": "ا", "ı": "i", "ё": "е", "’": "'", "״": '"'})  # fmt: skip
_CLITICS = r"(?:[وف]?(?:[بكل]?ال|لل|[بكلس])?|ו?[שבלמכה]{0,2})"


@dataclass(frozen=True)
class Article:
    """An article as its own files tell of it."""

    id: str
    text: str
    raw: str
    values: dict[str, set[str]]


@dataclass(frozen=True)
class Query:
    """A line of the gold set."""

    text: str
    must: tuple[str, ...]
    may: str
    where: tuple[str, ...]


def plain(text: str) -> str:
    """Return *text* in the judge's letters."""
    spread = unicodedata.normalize("NFKD", unicodedata.normalize("NFKC", text).casefold())
    kept = "".join(c for c in spread if unicodedata.category(c) not in ("Mn", "Cf") and c != "ـ")
    return "".join(str(unicodedata.decimal(c, c)) for c in kept.translate(_PLAIN))


@cache
def gold() -> tuple[Query, ...]:
    """Return the gold set."""
    queries = []
    for line in (HERE / "gold.tsv").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            text, must, may, where = (*line.split("\t"), "", "")[:4]
            queries.append(
                Query(text, tuple(must.split(" & ")), may, tuple(filter(None, where.split(" & "))))
            )
    return tuple(queries)


@cache
def articles(sources: Path | None = None) -> dict[str, Article]:
    """Return the articles of the project's corpus that can be found, with the texts in *sources* if given."""
    outlets = {entry["id"]: entry for entry in _yaml("outlets.yml")}
    codebook = _yaml("codebook.yml")
    texts = {path.name: path.read_text(encoding="utf-8") for path in sources.glob("*.txt")} if sources else {}
    found = {}
    for path in sorted((ROOT / "corpus/articles").glob("*.md")):
        if path.stem.count("."):
            continue
        record, body = _record(path)
        if record.get("access") == "withdrawn":
            continue
        digests = [
            body,
            *(
                _paragraphs(other.read_text(encoding="utf-8"))
                for other in path.parent.glob(f"{path.stem}.*.md")
            ),
        ]
        parts = _stated(record, outlets[record["outlet"]]) + digests + _source(record, texts)
        raw = "\n\n¶\n\n".join(parts)
        found[record["id"]] = Article(record["id"], plain(raw), raw, _values(record, outlets, codebook))
    return found


def _yaml(name: str):
    return yaml.safe_load((ROOT / "corpus" / name).read_text(encoding="utf-8"))


def _record(path: Path) -> tuple[dict, str]:
    _, head, body = path.read_text(encoding="utf-8").split("---\n", 2)
    return yaml.load(head, Loader=yaml.BaseLoader), _paragraphs(body)  # noqa: S506  # dates stay text


def _paragraphs(text: str) -> str:
    """Return Markdown with the lines of a paragraph joined, list items and headings apart."""
    blocks = re.split(r"\n\s*\n|\n(?=[-#])", text)
    return "\n\n¶\n\n".join(" ".join(block.split()).lstrip("#- ") for block in blocks)


def _stated(record: dict, outlet: dict) -> list[str]:
    authors = [
        name for author in record.get("authors", []) for name in (author["name"], author.get("latin", ""))
    ]
    return [
        *record["title"].values(), *authors, *outlet["name"].values(), *record.get("summary", {}).values(),
        *record.get("notes", []),
    ]  # fmt: skip


def _source(record: dict, texts: dict[str, str]) -> list[str]:
    import hashlib

    wanted = record.get("source", {}).get("sha256")
    return [t for t in texts.values() if hashlib.sha256(t.encode()).hexdigest() == wanted] if wanted else []


def _values(record: dict, outlets: dict, codebook: dict) -> dict[str, set[str]]:
    codings = {coding["coder"]: coding["answers"] for coding in record.get("codings", [])}
    given = {
        q["id"]: {
            c: codings[c][q["id"]]["value"] for c in codebook["precedence"] if q["id"] in codings.get(c, ())
        }
        for q in codebook["questions"]
    }
    answers = {question: next(iter(found.values()), "not-coded") for question, found in given.items()}
    settling = {coder["id"] for coder in codebook["coders"] if coder.get("role") == "reconciliation"}
    differ = {q for q, found in given.items() if not settling & set(found) and len(set(found.values())) > 1}
    return {
        "outlet": {record["outlet"]}, "country": {outlets[record["outlet"]]["country"]},
        "language": {record["language"]}, "theme": set(record["themes"]), "kind": {record["kind"]}, "read": {record["read"]},
        "year": _years(record["date"]), "differ": differ, "stance": set(answers.values()),
        **{f"stance:{question}": {value} for question, value in answers.items()},
    }  # fmt: skip


def _years(date: str) -> set[str]:
    years = [int(year) for year in re.findall(r"(?<!\d)\d{4}(?=\D|$)", date)]
    return {str(year) for year in range(min(years), max(years) + 1)} if years else set()


def must_find(query: Query, found: dict[str, Article]) -> set[str]:
    """Return the articles that *query* must find."""
    return {a.id for a in found.values() if _where(query, a) and all(_holds(t, a) for t in query.must)}


def may_find(query: Query, article: Article) -> bool:
    """Whether *article* has any of the words or concepts that *query* asks for, and nothing it excludes."""
    excluded = [term for term in query.must if term.startswith("!")]
    asked = [query.may] if query.may else [term for term in query.must if not term.startswith("!")]
    return (
        _where(query, article)
        and any(_loosely(t, article) for t in asked)
        and all(_holds(t, article) for t in excluded)
    )


def _where(query: Query, article: Article) -> bool:
    for condition in query.where:
        name, _, values = condition.lstrip("!").partition("=")
        if bool(article.values[name] & set(values.split(","))) == condition.startswith("!"):
            return False
    return True


def _holds(term: str, article: Article) -> bool:
    if term.startswith("!"):
        return not _holds(term[1:], article)
    if term.startswith("@"):
        return _names(term[1:], article, strict=True)
    return _pattern(term).search(article.text) is not None


def _loosely(term: str, article: Article) -> bool:
    return _names(term[1:], article, strict=False) if term.startswith("@") else _holds(term, article)


@cache
def _pattern(term: str) -> re.Pattern[str]:
    if term.startswith("/"):
        return re.compile(term.strip("/"))
    clitics = _CLITICS if term.startswith("~") else ""
    return re.compile(rf"(?<!\w){clitics}{re.escape(plain(term[1:]))}(?!\w)")


def _names(key: str, article: Article, *, strict: bool) -> bool:
    """Whether an article is filed under a concept or has one of its names; *strict*: its longer names, as written."""
    kind, _, ident = key.partition(":")
    if kind == "theme" and ident in article.values["theme"]:
        return True
    return any(_named(name, article, strict=strict) for name in _names_of(kind, ident))


def _named(name: str, article: Article, *, strict: bool) -> bool:
    if not strict:
        return plain(name).removeprefix("ال") in article.text
    if name.isupper() or len(name) < 6 or re.search("[\u0590-\u07ff]", name):
        return False  # abbreviations, short names and names with clitics need more judgement than a judge has
    return re.search(rf"(?<![\w-]){re.escape(name)}(?![\w-])", article.raw) is not None


@cache
def _names_of(kind: str, ident: str) -> tuple[str, ...]:
    if kind == "theme":
        _, head, _ = (ROOT / f"corpus/themes/{ident}.md").read_text(encoding="utf-8").split("---\n", 2)
        names = yaml.safe_load(head)["names"]
    else:
        (names,) = [entry["names"] for entry in _yaml("entities.yml") if entry["id"] == ident]
    return tuple(n for entry in names.values() for n in (entry["label"], *entry.get("variants", [])))
