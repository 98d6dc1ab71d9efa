"""What every page needs to know: the edition, the interface it speaks, and where everything stands."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from diwan.edition import Edition, Published
from diwan.library.concepts import ConceptKey, ConceptKind
from diwan.model.title import is_supplied, title_language
from diwan.pages.interface import Interface
from diwan.pages.page import address, link, relative_address
from diwan.text.languages import direction

#: The folder of each kind of concept, and of articles, below the root of a language.
FOLDERS = {
    ConceptKind.THEME: "themes",
    ConceptKind.ENTITY: "entities",
    ConceptKind.OUTLET: "outlets",
}


@dataclass(frozen=True, slots=True)
class Site:
    """An edition as seen through one language of the interface."""

    edition: Edition
    interface: Interface
    #: Links to concepts by folder, and concepts as templates have them, worked out once: many pages have the same.
    _links: dict[str, dict[ConceptKey, str]] = field(default_factory=dict, compare=False, repr=False)
    _addresses: dict[str, dict[ConceptKey, str]] = field(default_factory=dict, compare=False, repr=False)
    _concepts: dict[ConceptKey, dict[str, str]] = field(default_factory=dict, compare=False, repr=False)

    def article_path(self, ident: str) -> str:
        """Return the path of an article's page below `docs/`."""
        return f"{self.interface.prefix}articles/{ident}.md"

    def concept_path(self, key: ConceptKey) -> str:
        """Return the path of a concept's page; events stand together on one."""
        if key.kind is ConceptKind.EVENT:
            return f"{self.interface.prefix}events.md"
        return f"{self.interface.prefix}{FOLDERS[key.kind]}/{key.id}.md"

    def concept_address(self, key: ConceptKey) -> str:
        """Return the address of a concept's page below the site's root."""
        base = address(self.concept_path(key))
        return f"{base}#{key.id}" if key.kind is ConceptKind.EVENT else base

    def concept_link(self, key: ConceptKey) -> dict[str, str]:
        """Return the name and address of a concept, for templates."""
        found = self._concepts.get(key)
        if found is None:
            label = self.edition.library.concepts[key].label(self.interface.language)
            found = self._concepts[key] = {"label": label, "url": self.concept_address(key)}
        return found

    def links_from(self, folder: str) -> Mapping[ConceptKey, str]:
        """Return the link to every concept from Markdown files in *folder*."""
        here = f"{self.interface.prefix}{folder}/"
        if here not in self._links:
            self._links[here] = {
                key: link(here, self.concept_path(key), key.id if key.kind is ConceptKind.EVENT else "")
                for key in self.edition.library.concepts
            }
        return self._links[here]

    def addresses_from(self, folder: str) -> Mapping[ConceptKey, str]:
        """Return the address of every concept as seen from the pages made of Markdown files in *folder*."""
        here = f"{self.interface.prefix}{folder}/"
        if here not in self._addresses:
            page = f"{here}page/"
            self._addresses[here] = {
                key: relative_address(page, self.concept_address(key))
                for key in self.edition.library.concepts
            }
        return self._addresses[here]

    def title(self, published: Published) -> dict[str, object]:
        """Return the title of an article in its own language, and below it for who reads another; ours in the reader's."""
        titles = published.article.record.title
        language = title_language(published.article.record, self.interface.language)
        supplied = is_supplied(titles[language])
        understood = supplied or language == self.interface.language
        gloss, gloss_language = self.interface.pick(
            {} if understood else {tag: text for tag, text in titles.items() if tag != language}
        )
        return {
            "text": titles[language],
            "lang": language,
            "dir": direction(language),
            "supplied": supplied,
            "gloss": gloss,
            "gloss_lang": gloss_language,
            "gloss_dir": direction(gloss_language),
        }
