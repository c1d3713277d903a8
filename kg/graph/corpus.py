"""The resolved corpus with the look-ups that all kinds of node need."""

from __future__ import annotations

from collections import Counter

from pyoxigraph import NamedNode

from kg.model import Article, Resolved

__all__ = ["Corpus"]


class Corpus:
    """Resolved values by name, and their IRIs under the base.

    Args:
        resolved: from the resolve stage.
        base: start of all IRIs, ends in a slash.
    """

    def __init__(self, resolved: Resolved, base: str) -> None:
        self.resolved = resolved
        self.base = base
        self.articles: dict[str, Article] = {a.annotated.document.id: a for a in resolved.articles}
        self.names = {entity.iri: entity.name for entity in resolved.entities}
        self.names.update((event.iri, event.label) for event in resolved.events)

    def node(self, local: str) -> NamedNode:
        """A node of the data by its IRI relative to the base."""
        return NamedNode(self.base + local)

    def article_node(self, document: str) -> NamedNode:
        """The node of a document."""
        return self.node(self.articles[document].iri)

    def sha256(self, document: str) -> str:
        """The hash of a document's text."""
        return self.articles[document].annotated.document.sha256

    def mention_counts(self) -> Counter[str]:
        """How many mentions each entity has, names, nominals and pronouns."""
        return Counter(self.resolved.chains.values())
