"""How well saved pages are read, beside what one would use instead: `python bench/pages.py FOLDER`.

FOLDER is of the form that `pagesfolder.py` describes. Each page is read by Diwan and by every rival that is installed;
a page that cannot be read is an empty answer. Figures, each over all pages whose answer is known:

- text: runs of four words in common with the known text; every page counts the same, sources are averaged.
- low: pages whose own F1 is below 0.8.
- headings: F1 of the headings found, by their words, where the known text marks them.
- unspaced: F1 of text on the pages in a language that is written without spaces, on the average.
- title: the same words; date: the same day, here or in UTC; author: the same names; outlet: one name in the other.
- invented: authors given where it is known that none is stated.
- seconds: of one processor, for a page.

With `--stripped` everybody reads the pages without what they say for machines (`strippedpages.py`), with `--script th` those of them
that can be written in Thai letters in these (`rescriptedpages.py`): no page in that script is at hand, and facts do not count then.

The models of this package learned from the pages it was made with, so that on these they know the answers. Their figures
on sites they have not seen are printed by `train_pages.py --measure`.
"""

import argparse
import re
import time
from collections import Counter, defaultdict
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from diwan.documents.convert import document_of
from diwan.documents.readers.html import read
from extractors import EXTRACTORS
from pagesfolder import Known, key_of, load, tokens_of
from rescriptedpages import LANGUAGES, rescripted_into
from strippedpages import stripped_into

Answer = dict[str, Any]
_KINDS = {"heading": "heading", "list_item": "list_item", "quotation": "quote"}
_TITLES = {"title", "repeated_title"}
_SHINGLE = 4
_LOW = 0.8
_UNSPACED = {"zh", "ja", "th", "lo", "km", "my"}
_AND = re.compile(r"\s*[,;/|&•]\s*|\s+(?:and|und|et|y|og|och|e)\s+|\s+و(?=\w{3})|、")
_BY = re.compile(r"^\s*(?:by|von|par|por|di|door|av|от)\s+", re.IGNORECASE)
_HOST = re.compile(
    r"^(?:https?://)?(?:www\.)?|^(?:the|der|die|das|le|la|les|el|il)\s+|\.(?:com|net|org|\w\w)\b.*$",
    re.IGNORECASE,
)


def convert(path: str) -> Answer:
    """Return what Diwan makes of the page at *path*: facts, and blocks of which those set aside are `boilerplate`."""
    reading = read(Path(path).read_bytes(), path).value
    if reading is None:
        return {}
    document = document_of(reading)
    blocks = [
        {
            "kind": _KINDS.get(block.kind, "paragraph") if block.kept else "boilerplate",
            "level": block.level,
            "text": block.text,
        }
        for block in document.blocks
        # The title is given as a fact; the text of rivals is without it too.
        if block.kind not in _TITLES
    ]
    return {"title": document.title, "date": document.date, "author": list(document.authors), "outlet": document.outlet,
            "language": document.language, "blocks": blocks}  # fmt: skip


def main() -> None:
    """Read the command line, run everybody, print a table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--only", nargs="*", help="names of rivals to run; none: Diwan alone")
    parser.add_argument(
        "--stripped", action="store_true", help="read pages without what they say for machines"
    )
    parser.add_argument(
        "--script", choices=LANGUAGES, help="read pages written in the letters of this language"
    )
    options = parser.parse_args()
    rivals = {name: run for name, run in EXTRACTORS.items() if options.only is None or name in options.only}
    pages = load(options.folder)
    with TemporaryDirectory() as folder:
        if options.script:
            pages = [*rescripted_into(Path(folder), pages, options.script)]
        elif options.stripped:
            pages = [stripped_into(Path(folder), page) for page in pages]
        compare(pages, rivals)


def compare(pages: list[Known], rivals: dict[str, Callable[[str], Answer]]) -> None:
    """Print how right Diwan and each of its *rivals* are on *pages*."""
    print(f"{len(pages)} pages\n{'':14}" + "".join(f"{name:>10}" for name in COLUMNS))
    for name, run in {"diwan": convert, **rivals}.items():
        with ProcessPoolExecutor(2) as pool:
            scores = list(pool.map(partial(score, run), pages, chunksize=8))
        if all(one["failed"] for one in scores):
            print(f"{name:14}not installed")
            continue
        print(f"{name:14}" + "".join(f"{value:10.3f}" for value in figures(pages, scores)), flush=True)


COLUMNS = ("text", "low", "headings", "unspaced", "title", "date", "author", "invented", "outlet", "seconds")


def score(run: Callable[[str], Answer], page: Known) -> Answer:
    """Return how right the answer of *run* on *page* is, figure by figure, where something is known."""
    start = time.process_time()
    try:
        answer = run(str(page.path))
    except Exception:  # noqa: BLE001 a rival may fail in any way, and that is its answer
        answer = {"failed": True}
    found: Answer = {"seconds": time.process_time() - start, "failed": answer.get("failed", False)}
    lines = [
        (block["kind"], block["text"]) for block in answer.get("blocks", ()) if block["kind"] != "boilerplate"
    ]
    lines = [(kind, text) for kind, text in lines if key_of(text) != page.title_key]
    found["text"] = overlap(shingles(page.body), shingles(lines))
    if page.language in _UNSPACED:
        found["unspaced"] = f1(found["text"])
    if page.gold.get("heading_gold"):
        known = Counter(key_of(text) for kind, text in page.body if kind == "h")
        given = Counter(key_of(text) for kind, text in lines if kind == "heading")
        found["headings"] = overlap(known, given)
    return found | facts(page, answer)


def shingles(lines: list[tuple[str, str]]) -> Counter[tuple[str, ...]]:
    """Return the runs of four words of a text."""
    words = tokens_of(" ".join(text for _, text in lines))
    return (
        Counter(tuple(words[i : i + _SHINGLE]) for i in range(max(1, len(words) - _SHINGLE + 1)))
        if lines
        else Counter()
    )


def overlap(known: Counter[Any], given: Counter[Any]) -> tuple[int, int, int]:
    """Return how many are in both, only given, and only known."""
    both = (known & given).total()
    return both, given.total() - both, known.total() - both


def facts(page: Known, answer: Answer) -> Answer:
    """Return which facts of *answer* are right, of those known."""
    gold, found = page.gold, {}
    if gold.get("title"):
        found["title"] = key_of(gold["title"]) == key_of(answer.get("title") or "")
    if gold.get("date"):
        found["date"] = str(answer.get("date"))[:10] in days(gold["date"])
    if gold.get("authors") is not None:
        known, given = names(gold["authors"]), names(answer.get("author") or [])
        found |= {"author": known == given} if known else {"invented": bool(given)}
    if gold.get("outlet"):
        given = outlet(answer.get("outlet") or "")
        known = [outlet(name) for name in gold["outlet"]]
        found["outlet"] = bool(given) and any(given in name or (name and name in given) for name in known)
    return found


def days(stated: str) -> set[str]:
    """Return the day of a date as stated, and the day it is in UTC."""
    found = {stated[:10]}
    try:
        moment = datetime.fromisoformat(stated)
    except ValueError:
        return found
    return found | {moment.astimezone(UTC).date().isoformat()} if moment.tzinfo else found


def names(stated: str | list[str]) -> set[str]:
    """Return the names in a list or line of authors."""
    parts = [
        part
        for line in ([stated] if isinstance(stated, str) else stated)
        for part in _AND.split(_BY.sub("", line))
    ]
    return {key for part in parts if len(key := key_of(part)) > 1}


def outlet(name: str) -> str:
    """Return the name of an outlet without article and address."""
    return key_of(_HOST.sub("", _HOST.sub("", name)))


def figures(pages: list[Known], scores: list[Answer]) -> list[float]:
    """Return the figures of `COLUMNS`."""
    sums: dict[str, list[float]] = defaultdict(lambda: [0.0, 0.0, 0.0])
    low = 0
    for page, one in zip(pages, scores, strict=True):
        low += f1(one["text"]) < _LOW
        whole = max(sum(one["text"]), 1)
        sums[page.source] = [
            total + part / whole for total, part in zip(sums[page.source], one["text"], strict=True)
        ]
    headings = [
        sum(parts) for parts in zip(*(one["headings"] for one in scores if "headings" in one), strict=True)
    ]
    rest = [mean([one[name] for one in scores if name in one]) for name in COLUMNS[3:]]
    return [mean([f1(total) for total in sums.values()]), low, f1(headings), *rest]


def f1(counts: tuple[int, int, int] | list[float]) -> float:
    """Return the F1 of what is in both, only given, only known."""
    both, junk, lost = counts or (0, 0, 0)
    return 2 * both / (2 * both + junk + lost) if both else 0.0


def mean(values: list[float]) -> float:
    """Return the mean, nought of nothing."""
    return sum(values) / len(values) if values else 0.0


if __name__ == "__main__":
    main()
