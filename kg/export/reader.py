"""Reads an RDF graph subject by subject, in an order that depends on the graph alone."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from kg.vocabulary import RDF, RDFS, SCHEMA, label

if TYPE_CHECKING:
    from pyoxigraph import BlankNode, Literal, NamedNode, Store

    Term: TypeAlias = NamedNode | BlankNode | Literal

__all__ = ["GraphReader"]


class GraphReader:
    """Looks up what a store says about a subject; named graphs and the default graph count as one.

    Everything handed out is sorted, so that equal graphs give equal files whatever the store's own order.
    """

    def __init__(self, store: Store) -> None:
        self._store = store
        self._known: dict[str, dict[str, list[Term]]] = {}

    def instances(self, class_iri: str) -> list[str]:
        """IRIs of everything typed with the class, sorted. Blank nodes cannot be cited and are left out."""
        return self.subjects(f"{RDF}type", class_iri)

    def subjects(self, predicate: str, object_iri: str) -> list[str]:
        """IRIs that point to ``object_iri`` by ``predicate``, sorted."""
        from pyoxigraph import NamedNode

        quads = self._store.quads_for_pattern(None, NamedNode(predicate), NamedNode(object_iri), None)
        return sorted({quad.subject.value for quad in quads if isinstance(quad.subject, NamedNode)})

    def about(self, subject: str) -> dict[str, list[Term]]:
        """Predicate IRI -> distinct values of one subject."""
        if subject not in self._known:
            self._known[subject] = self._read(subject)
        return self._known[subject]

    def iris(self, subject: str, predicate: str) -> list[str]:
        """The IRIs among the values, sorted."""
        from pyoxigraph import NamedNode

        return [
            value.value for value in self.about(subject).get(predicate, ()) if isinstance(value, NamedNode)
        ]

    def iri(self, subject: str, predicate: str) -> str:
        """The first IRI among the values, or ""."""
        return next(iter(self.iris(subject, predicate)), "")

    def texts(self, subject: str, predicate: str) -> list[str]:
        """The words of the literals, each once: English and untagged first, then by language and text."""
        from pyoxigraph import Literal

        found = [value for value in self.about(subject).get(predicate, ()) if isinstance(value, Literal)]
        found.sort(
            key=lambda literal: (not _is_english(literal.language), literal.language or "", literal.value)
        )
        return list(dict.fromkeys(literal.value for literal in found))

    def text(self, subject: str, predicate: str) -> str:
        """The first of :meth:`texts`, or ""."""
        return next(iter(self.texts(subject, predicate)), "")

    def number(self, subject: str, predicate: str) -> float | None:
        """A numeric value, or None where there is none that can be read."""
        try:
            return float(self.text(subject, predicate))
        except ValueError:
            return None

    def name(self, subject: str) -> str:
        """What to call a resource: its name, else its label, else the end of its IRI."""
        return self.text(subject, f"{SCHEMA}name") or self.text(subject, f"{RDFS}label") or label(subject)

    def _read(self, subject: str) -> dict[str, list[Term]]:
        from pyoxigraph import NamedNode

        found: dict[str, set[Term]] = {}
        for quad in self._store.quads_for_pattern(NamedNode(subject), None, None, None):
            found.setdefault(quad.predicate.value, set()).add(quad.object)  # type: ignore[arg-type]
        return {predicate: sorted(found[predicate], key=_order) for predicate in sorted(found)}


def _order(value: Term) -> tuple[str, str]:
    return value.value, str(value)


def _is_english(language: str | None) -> bool:
    return not language or language.lower().split("-")[0] == "en"
