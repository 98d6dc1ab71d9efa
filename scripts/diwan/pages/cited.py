"""What the corpus itself leans on: articles to which events, claims and essays point."""

from collections import defaultdict

from diwan.library.essaylinks import essay_links
from diwan.pages.cards import Desk


def most_cited(desk: Desk, limit: int) -> list[tuple[str, int]]:
    """Return the ids of the articles named in most entries (an event, a claim, a theme's essay), with that number."""
    corpus = desk.site.edition.library.corpus
    entries: dict[str, set[str]] = defaultdict(set)
    for event in corpus.events.values():
        pointers = [*event.value.sources, *(p for other in event.value.disagreements for p in other.sources)]
        for pointer in pointers:
            entries[pointer.article].add(f"event {event.value.id}")
    for claim in corpus.claims.values():
        for voice in claim.value.voices:
            entries[voice.at.article].add(f"claim {claim.value.id}")
    for theme in corpus.themes.values():
        for text in theme.texts.values():
            for _, link in essay_links(text.text):
                if link.kind == "article":
                    entries[link.id].add(f"theme {theme.value.id}")
    counts = [(ident, len(entries[ident])) for ident in desk.cards if ident in entries]
    return sorted(counts, key=lambda found: (-found[1], found[0]))[:limit]
