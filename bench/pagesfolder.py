"""A folder of saved pages with known text: what `pages.py` measures with and `train_pages.py` learns from.

`index.jsonl` has a page a line (`id`, `source`, `site`, `lang`, `tasks`); `html/<id>.html` is the page;
`gold/<id>.json` its text as `body`, pairs of kind (`p`, `h`) and line, and its `title`, `date`, `authors`, `outlet`
and `language`, null where they are not known. `first_is_title` says that the first line of the body is the title;
`heading_gold` that its headings are marked.
"""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from diwan.text.fold import fold
from diwan.text.words import words_of


@dataclass(frozen=True)
class Known:
    """A page and what is known of it."""

    name: str
    source: str
    site: str
    language: str
    tasks: tuple[str, ...]
    gold: dict[str, Any]
    path: Path

    @property
    def title_key(self) -> str:
        """The words of the title, which counts neither for nor against anybody."""
        first = self.gold["body"][0][1] if self.gold.get("first_is_title") else self.gold.get("title")
        return key_of(first or "")

    @property
    def body(self) -> list[tuple[str, str]]:
        """The lines of the text without its title, each with its kind."""
        lines = self.gold["body"][1:] if self.gold.get("first_is_title") else self.gold["body"]
        return [(kind, text) for kind, text in lines if key_of(text) != self.title_key]


def load(folder: Path) -> list[Known]:
    """Return the pages of *folder*, in the order of its index."""
    rows = [json.loads(line) for line in (folder / "index.jsonl").read_text(encoding="utf-8").splitlines()]
    return [
        Known(
            row["id"], row["source"], row["site"], row["lang"], tuple(row["tasks"]),
            json.loads((folder / "gold" / f"{row['id']}.json").read_text(encoding="utf-8")),
            folder / "html" / f"{row['id']}.html",
        )
        for row in rows
    ]  # fmt: skip


def tokens_of(text: str) -> list[str]:
    """Return the words of *text*, folded: what counts as the same."""
    return words_of(fold(text))


def key_of(text: str) -> str:
    """Return *text* without spaces, signs and case."""
    return "".join(tokens_of(text))
