"""The claims register: checkable statements that articles make, those on the same question side by side."""

from typing import Any

from diwan.library.concepts import ConceptKey, ConceptKind
from diwan.model.event import Claim
from diwan.pages.cards import Desk
from diwan.pages.page import Page
from diwan.pages.pointing import pointed
from diwan.text.languages import direction


def claims_page(desk: Desk) -> Page:
    """Return the register; claims that answer the same question otherwise stand together."""
    say = desk.site.interface.say
    claims = {ident: entry.value for ident, entry in desk.site.edition.library.corpus.claims.items()}
    groups = [[_claim(desk, claims[ident]) for ident in group] for group in groups_of(claims)]
    return Page(
        path=f"{desk.site.interface.prefix}claims.md",
        title=say("claims.title"),
        description=say("claims.lead", count=len(claims)),
        template="claims.html",
        interface=desk.site.interface,
        meta={"view": {"groups": groups}},
    )


def groups_of(claims: dict[str, Claim]) -> list[list[str]]:
    """Return the ids of claims in groups that stand beside one another, contested groups first."""
    groups: list[list[str]] = []
    seen: set[str] = set()
    for start in claims:
        if start in seen:
            continue
        group, waiting = [], [start]
        while waiting:
            ident = waiting.pop(0)
            if ident not in seen:
                seen.add(ident)
                group.append(ident)
                waiting += [
                    other
                    for other in claims
                    if other in claims[ident].beside or ident in claims[other].beside
                ]
        groups.append(group)
    return sorted(groups, key=lambda group: len(group) == 1)


def _claim(desk: Desk, claim: Claim) -> dict[str, Any]:
    site = desk.site
    statement, language = site.interface.pick(claim.statement)
    return {
        "id": claim.id,
        "statement": statement,
        "lang": language,
        "dir": direction(language),
        "themes": [site.concept_link(ConceptKey(ConceptKind.THEME, theme)) for theme in claim.themes],
        "voices": [
            {
                "who": voice.who,
                "how": voice.how,
                "how_label": site.interface.say(f"voice.{voice.how}"),
                "says": voice.says or "",
                "at": pointed(desk, [voice.at])[0],
            }
            for voice in claim.voices
        ],
        "note": claim.note or "",
    }
