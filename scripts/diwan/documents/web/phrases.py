"""Phrases: which of several tables have one that stands in a text. All are looked for at once (Aho–Corasick)."""

from collections.abc import Iterable

from ahocorasick_rs import BytesAhoCorasick


class Phrases:
    """The phrases of some tables."""

    def __init__(self, tables: Iterable[Iterable[str]]) -> None:
        """Take the phrases table by table; one may stand in several."""
        bits: dict[str, int] = {}
        for bit, table in enumerate(tables):
            for phrase in table:
                bits[phrase] = bits.get(phrase, 0) | 1 << bit
        self._automaton, self._bits = (
            BytesAhoCorasick([phrase.encode() for phrase in bits]),
            tuple(bits.values()),
        )

    def tables_in(self, text: str) -> int:
        """Return the tables of which a phrase stands anywhere in *text*: bit i for the i-th."""
        found = 0
        for number, *_ in self._automaton.find_matches_as_indexes(
            text.encode(errors="surrogatepass"), overlapping=True
        ):
            found |= self._bits[number]
        return found
