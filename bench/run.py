"""Side by side, in one run: Diwan and what one would use instead, from articles to a site; stages; the edit loop.

    python bench/run.py 100 1000          # numbers of articles; results go to bench/results/
    python bench/run.py 10000 --only diwan,mkdocs

Each builds the same invented articles (`bench/corpus.py`) from nothing. Figures of one run can be compared with each
other; those of different runs only if the machine did nothing else, which `load_before` in the results tells.
"""

import argparse
import json
import sys
import tempfile
from datetime import UTC, datetime
from pathlib import Path

import edits
import stages
from corpus import make_corpus
from measuring import Cost, cost_of, machine
from rivals import RIVALS

RESULTS = Path(__file__).parent / "results"
#: Edits, each of another article, of which the one in the middle is given: a build after one takes seconds, and in so short a
#: time the machine itself differs by a fifth.
EDITS = 5


def main() -> None:
    """Measure, print, and write the results."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("articles", type=int, nargs="*", default=[100, 1000], help="numbers of articles")
    parser.add_argument(
        "--only", default="", help="parts of the names of what is measured, separated by commas"
    )
    parser.add_argument("--folder", type=Path, help="where to work (default: a temporary folder)")
    chosen = parser.parse_args()
    wanted = [part.strip().lower() for part in chosen.only.split(",") if part.strip()]
    results: dict[str, object] = {"machine": machine(), "articles": {}}
    # Nothing is removed before the end: ext4 without a journal gives no inode away that became free in the last minutes, and
    # looks long for another; a file that is made meanwhile costs 0.3 to 0.5 ms more.
    with tempfile.TemporaryDirectory(dir=chosen.folder) as folder:
        for articles in chosen.articles:
            found = measure(Path(folder), articles, wanted)
            results["articles"][str(articles)] = found  # type: ignore[index]
            # Written after each size, so that a long run that is stopped leaves what it has.
            target = RESULTS / f"{datetime.now(UTC):%Y-%m-%d}-{'-'.join(map(str, chosen.articles))}.json"
            RESULTS.mkdir(exist_ok=True)
            target.write_text(json.dumps(results, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    print(f"written to {target}")


def measure(folder: Path, articles: int, wanted: list[str]) -> dict[str, dict[str, float]]:
    """Return the costs of everything *wanted* for so many articles."""

    def is_wanted(name: str) -> bool:
        return not wanted or any(part in name.lower() for part in wanted)

    found: dict[str, dict[str, float]] = {}

    def note(name: str, row: dict[str, float]) -> None:
        found[name] = row
        print(
            f"{articles:6} {name:36} " + "  ".join(f"{key} {value:g}" for key, value in row.items()),
            flush=True,
        )

    corpus = make_corpus(folder / f"corpus-{articles}", articles)
    if is_wanted("diwan"):
        note("Diwan, from nothing", _diwan(corpus).row())
        note("Diwan, nothing changed", _diwan(corpus).row())
        edited = sorted((_edited(corpus, number) for number in range(EDITS)), key=lambda cost: cost.wall)
        note("Diwan, one digest changed", edited[EDITS // 2].row())
    for rival in RIVALS:
        if is_wanted(rival.name) and rival.installed and articles <= rival.most:
            project = folder / f"{corpus.name}-{RIVALS.index(rival)}"
            rival.set_up(corpus, project)
            note(rival.name, cost_of(list(rival.command), project, project / rival.output).row())
    if is_wanted("edits"):
        for name, seconds in edits.measure(corpus).items():
            note(f"edits: {name}", seconds)
    if is_wanted("stages"):
        for name, row in stages.measure(corpus).items():
            note(f"stages: {name}", row)
    return found


def _edited(corpus: Path, number: int) -> Cost:
    record = corpus / f"corpus/articles/article-{number:05}.md"
    record.write_text(record.read_text(encoding="utf-8") + "\nOne more sentence.\n", encoding="utf-8")
    return _diwan(corpus)


def _diwan(corpus: Path) -> Cost:
    return cost_of(
        [sys.executable, "-m", "diwan", "build"], corpus, corpus / "site", SOURCE_DATE_EPOCH="1700000000"
    )


if __name__ == "__main__":
    main()
