"""Invented corpora for measuring: as many articles as one likes, seeded, in the languages and with the names of the real one.

Words are those of the corpus's own digests, essays and summaries, by their real frequency, and behind them rare ones
blended from halves of two, up to 40,000 a language, drawn by Zipf's law. Names of the real vocabularies are strewn in
as often as the digests name somebody. Articles have about 1,000 words under headings. To look at one:
`python bench/corpus.py FOLDER 1000`.
"""

import hashlib
import random
import re
import shutil
import sys
from bisect import bisect
from collections import Counter
from itertools import accumulate
from pathlib import Path

import yaml

from diwan.corpus.yamlfile import split_front_matter

ROOT = Path(__file__).resolve().parent.parent
#: Share of each language, roughly that of the real corpus.
LANGUAGES = (("en", 0.45), ("ar", 0.38), ("fa", 0.09), ("tr", 0.08))
VOCABULARY = 40_000
WORDS = 1_000
#: Words between two names: the digests of the real corpus name somebody every 14 words.
BETWEEN_NAMES = 14


class Writer:
    """Writes invented text in one language."""

    def __init__(self, language: str, names: list[str], seed: int) -> None:
        chance = random.Random(f"{language}{seed}")
        known = real_words(language)
        words = dict.fromkeys(known)
        # Languages of which the corpus has little give fewer words; three tries for each is when to stop.
        for _ in range(3 * VOCABULARY):
            front, back = chance.choice(known), chance.choice(known)
            words[front[: len(front) // 2 + 1] + back[len(back) // 2 :]] = None
        self.words = list(words)[:VOCABULARY]
        self.sums = list(accumulate(1 / (rank + 2.7) for rank in range(len(self.words))))
        self.names = names

    def word(self, chance: random.Random) -> str:
        """Return a word, common ones often and rare ones rarely."""
        if self.names and chance.random() < 1 / BETWEEN_NAMES:
            return chance.choice(self.names)
        return self.words[bisect(self.sums, chance.random() * self.sums[-1] * 0.999999)]

    def sentence(self, chance: random.Random, length: int) -> str:
        """Return a sentence of *length* words."""
        text = " ".join(self.word(chance) for _ in range(length))
        return f"{text[0].upper()}{text[1:]}."

    def article(self, chance: random.Random, words: int) -> list[str]:
        """Return the lines of an article: a title, headings, paragraphs."""
        lines = [self.sentence(chance, 8)[:-1]]
        written = 0
        while written < words:
            if written and len(lines) % 6 == 0:
                lines.append(self.sentence(chance, 4)[:-1])
            paragraph = [self.sentence(chance, chance.randint(10, 26)) for _ in range(chance.randint(2, 5))]
            lines.append(" ".join(paragraph))
            written += sum(len(sentence.split()) for sentence in paragraph)
        return lines


def real_words(language: str) -> list[str]:
    """Return the words that our own texts of a language use, most frequent first."""
    texts = []
    for path in sorted((ROOT / "corpus").rglob("*.md")):
        front_matter, body, _ = split_front_matter(path.read_text(encoding="utf-8"))
        if (path.stem.partition(".")[2] or "en") == language:
            texts.append(body)
        meta = yaml.safe_load(front_matter) if front_matter else {}
        texts.append(str((meta.get("summary") or {}).get(language, "")))
    words = re.findall(r"[^\W\d_]+", " ".join(texts))
    return [word for word, _ in Counter(words).most_common()]


def make_corpus(folder: Path, articles: int, *, seed: int = 1, words: int = WORDS) -> Path:
    """Write a project with *articles* invented articles into *folder*; return it."""
    corpus = folder / "corpus"
    for name in ("articles", "themes", "sources"):
        (corpus / name).mkdir(parents=True, exist_ok=True)
    for name in ("outlets.yml", "entities.yml", "codebook.yml", "fields.yml"):
        shutil.copy(ROOT / "corpus" / name, corpus / name)
    themes = [path for path in sorted((ROOT / "corpus/themes").glob("*.md")) if path.stem.count(".") == 0]
    for path in themes:
        front_matter, _, _ = split_front_matter(path.read_text(encoding="utf-8"))
        (corpus / "themes" / path.name).write_text(f"---\n{front_matter}---\n", encoding="utf-8")
    _copy_site(folder)
    outlets = [entry["id"] for entry in yaml.safe_load((corpus / "outlets.yml").read_text(encoding="utf-8"))]
    entities = yaml.safe_load((corpus / "entities.yml").read_text(encoding="utf-8"))
    writers = {
        tag: Writer(tag, [e["names"][tag]["label"] for e in entities if tag in e["names"]], seed)
        for tag, _ in LANGUAGES
    }
    chance = random.Random(seed)
    for number in range(articles):
        (language,) = chance.choices([tag for tag, _ in LANGUAGES], [share for _, share in LANGUAGES])
        lines = writers[language].article(chance, words)
        _write_article(corpus, number, language, lines, chance, outlets, [path.stem for path in themes])
    return folder


def _copy_site(folder: Path) -> None:
    for path in sorted((ROOT / "docs").rglob("*.md")):
        target = folder / path.relative_to(ROOT)
        if "template: plain.html" in path.read_text(encoding="utf-8") and "versions" not in path.name:
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(path, target)
    for name in ("docs/project", "docs/ar"):
        (folder / name).mkdir(parents=True, exist_ok=True)
    (folder / "docs/project/index.md").write_text("# How it is made\n", encoding="utf-8")
    for prefix, language in (("", "en"), ("ar/", "ar")):
        page = f"---\ntitle: Versions\ndescription: None here\ntemplate: plain.html\nui: {language}\n---\nNone.\n"
        (folder / f"docs/{prefix}versions.md").write_text(page, encoding="utf-8")
    config = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    config = config.replace("custom_dir: scripts/diwan/theme", f"custom_dir: {ROOT / 'scripts/diwan/theme'}")
    (folder / "mkdocs.yml").write_text(config, encoding="utf-8")


def _write_article(  # noqa: PLR0913, PLR0917  # one article's parts, written once
    corpus: Path,
    number: int,
    language: str,
    lines: list[str],
    chance: random.Random,
    outlets: list[str],
    themes: list[str],
) -> None:
    text = "\n\n".join(lines) + "\n"
    ident = f"article-{number:05d}"
    (corpus / "sources" / f"{ident}.txt").write_text(text, encoding="utf-8")
    day = f"{chance.randint(2004, 2026)}-{chance.randint(1, 12):02d}-{chance.randint(1, 28):02d}"
    stance = chance.choice(["supportive", "critical", "mixed", "descriptive", "not-addressed"])
    record = {
        "id": ident,
        "title": {language: lines[0]},
        "outlet": chance.choice(outlets),
        "date": day,
        "language": language,
        "kind": chance.choice(["news", "opinion", "analysis", "study"]),
        "themes": chance.sample(themes, chance.randint(1, 3)),
        "url": f"https://invented.example/{ident}",
        "basis": dict.fromkeys(["title", "authors", "outlet", "date", "language"], "stated"),
        "read": "full",
        "rights": "NKC",
        "access": "full",
        "source": {"sha256": hashlib.sha256(text.encode()).hexdigest(), "media_type": "text/plain"},
        "summary": {
            "en": f"Invented article {number}, in place of a summary of two lines as real records have them."
        },
        "codings": [
            {
                "coder": "opening-reading",
                "codebook": "1.0",
                "date": "2026-01-01",
                "answers": {
                    "nato-gulf-role": {"value": "not-addressed", "confidence": "low"},
                    "islamic-nato": {"value": "not-addressed", "confidence": "low"},
                },
            }
        ]
        if stance == "not-addressed"
        else [],
    }
    front_matter = yaml.safe_dump(record, allow_unicode=True, sort_keys=False, width=110)
    (corpus / "articles" / f"{ident}.md").write_text(
        f"---\n{front_matter}---\nAn invented digest of one sentence.\n", encoding="utf-8"
    )


if __name__ == "__main__":
    make_corpus(Path(sys.argv[1]), int(sys.argv[2]))
