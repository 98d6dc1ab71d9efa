"""Otherwise: what a list says of an article and the article itself does not, for whoever decides.

In: what the list says, and the facts of the record. Out: a line for each that differs. The article's own word counts, but a list may
have been put right by hand, and what it alone knows would be lost.
"""

from collections.abc import Iterator, Mapping

from diwan.adding.facts import Facts
from diwan.adding.words import line_of, words_key


def said_otherwise(listed: Mapping[str, str], facts: Facts) -> Iterator[str]:
    """Yield what a list says of title, authors and day, where the record says something else."""
    title, date = listed.get("title", ""), listed.get("date", "")
    if title and words_key(title) != words_key(facts.title.value):
        yield f"The list has the title “{line_of(title)}”"
    names = [line_of(name) for name in listed.get("authors", "").split("; ") if name.strip()]
    if set(map(words_key, names)) != set(map(words_key, facts.authors)) and names:
        yield f"The list has the authors {'; '.join(names)}"
    # A day that the article gives and the list gives to the month is the same.
    if date and not facts.date.value.startswith(date):
        yield f"The list has the date {line_of(date)}"
