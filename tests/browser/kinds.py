"""One page of every kind, by name: what looks after all pages looks at these. Add a kind where a new one is made."""

#: Paths below the site's root; each stands below `ar/` as well, except those of ENGLISH_ONLY.
KINDS = {
    "home": "",
    "articles": "articles/",
    "article with a digest": "articles/rostami-2025-iran-islamic-nato/",
    "article in Arabic, two digests": "articles/araa-2024-nato-gulf-strategy/",
    "article of which we read the opening": "articles/alaraby-2026-gulf-military-integration/",
    "codings of an article": "articles/rostami-2025-iran-islamic-nato/codings/",
    "themes": "themes/",
    "theme": "themes/islamic-nato/",
    "outlets": "outlets/",
    "outlet": "outlets/new-eastern-outlook/",
    "people and places": "entities/",
    "entity": "entities/nato/",
    "chronology": "events/",
    "claims": "claims/",
    "explore": "explore/",
    "explore, outlets": "explore/outlets/",
    "explore, independent texts": "explore/texts/",
    "network": "explore/network/",
    "network, independent texts": "explore/texts/network/",
    "method": "method/",
    "about": "about/",
    "rights": "rights/",
    "list": "lists/language/fa/",
    "data": "data/",
    "agreement": "agreement/",
    "changes": "changes/",
    "search": "search/",
}
ENGLISH_ONLY = {"how it is made": "project/architecture/", "not found": "404.html"}

#: Kinds that only other sites have: the private one shows whole texts, that of the letters compares words.
PRIVATE = {
    "article with its text": "articles/islamtimes-2026-arab-nato-meeting/",
    "article in Arabic with its text": "articles/araa-2024-nato-gulf-strategy/",
}
LETTERS = {"theme with words": "themes/joint-patrol/", "words": "words/joint-patrol/"}


def _both(kinds: dict[str, str]) -> list[str]:
    return [*kinds.values(), *(f"ar/{path}" for path in kinds.values())]


#: Every page of every kind, in both directions.
PAGES = [*_both(KINDS), *ENGLISH_ONLY.values()]
#: The same with those of the other sites, each after the name of its site.
EVERYWHERE = [
    *(("public", path) for path in PAGES),
    *(("private", path) for path in _both(PRIVATE)),
    *(("letters", path) for path in _both(LETTERS)),
]
