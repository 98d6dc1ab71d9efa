"""One page of every kind, by name: what looks after all pages looks at these. Add a kind where a new one is made."""

#: Paths below the site's root; each stands below `ar/` as well, except those of ENGLISH_ONLY.
KINDS = {
    "home": "",
    "articles": "articles/",
    "article with a digest": "articles/rostami-2025-iran-islamic-nato/",
    "article in Arabic, two digests": "articles/araa-2024-nato-gulf-strategy/",
    "article of which we read the opening": "articles/alaraby-2026-gulf-military-integration/",
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

#: Every page of every kind, in both directions.
PAGES = [*KINDS.values(), *(f"ar/{path}" for path in KINDS.values()), *ENGLISH_ONLY.values()]
