"""IRIs and segments of the worked example."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from pyoxigraph import Literal, NamedNode, Triple
from quotations import BUNDLED, Text

from kg.graph.terms import integer, plain
from kg.identifiers import (
    anonymous_iri,
    entity_iri,
    event_iri,
    named_event_iri,
    segment_iri,
    statement_iri,
)
from kg.model import Span
from kg.vocabulary import DEFAULT_BASE, term

__all__ = ["Names", "node"]

HERE = Path(__file__).resolve().parent


def node(local: str) -> NamedNode:
    """A node of the example by its IRI relative to the base."""
    return NamedNode(DEFAULT_BASE + local)


class Names:
    """Gathers triples; knows the IRI of everything that the source names."""

    def __init__(self, source: dict[str, Any]) -> None:
        self.source = source
        folder = HERE / source["folder"] if "folder" in source else BUNDLED
        self.texts = {name: Text(name, table, folder) for name, table in source["articles"].items()}
        self.triples: set[Triple] = set()
        self.events = {name: self._event_iri(name, table) for name, table in source["events"].items()}
        self.unnamed = {name: self._unnamed_iri(*place) for name, place in source["unnamed"].items()}
        self.claims = {table["id"]: self._claim_iri(table) for table in source["claims"]}

    def add(self, subject: str, predicate: str, *values: Literal | NamedNode) -> None:
        """A triple for each value; the property must be in the vocabulary."""
        for value in values:
            self.triples.add(Triple(node(subject), NamedNode(term(predicate)), value))

    def _event_iri(self, name: str, table: dict[str, Any]) -> str:
        if "at" not in table:
            return named_event_iri(name.replace("-", " "))
        kind, article, words = table["at"]
        text = self.texts[article]
        return event_iri(kind, text.key, text.find(words).start)

    def _unnamed_iri(self, article: str, words: str) -> str:
        text = self.texts[article]
        return anonymous_iri(text.key, text.find(words).start)

    def _claim_iri(self, table: dict[str, Any]) -> str:
        text = self.texts[table["article"]]
        offsets = [text.find(table["text"]).start]
        if "cue" in table:
            offsets.append(text.find(table["cue"]).start)
        return "claim/" + "_".join([text.key, *map(str, offsets)])

    def resolve(self, name: str, article: str = "") -> str:
        """IRI of what the source calls ``ent:…``, ``evt:…``, ``unnamed:…`` or ``narrator``.

        After ``ent:`` stands the last part of an IRI, or the name where the IRI ends in a code.
        """
        prefix, _, local = name.partition(":")
        if prefix == "narrator":
            table = self.texts[article].table
            owners = table.get("authors", []) or [table["publisher"]] if "publisher" in table else []
            return self.resolve(owners[0]) if owners else f"entity/anon-{self.texts[article].key}"
        if prefix == "evt":
            return self.events[local]
        if prefix == "unnamed":
            return self.unnamed[local]
        return f"entity/{local}" if local.islower() else entity_iri(local)

    def evidence(self, quotations: list[str]) -> Iterator[NamedNode]:
        """The sentences quoted as ``article|words``."""
        for quotation in quotations:
            name, _, words = quotation.partition("|")
            yield self._sentence(self.texts[name], words)

    def _sentence(self, text: Text, words: str) -> NamedNode:
        span = text.find(words)
        paragraph = text.paragraph(span)
        iri = self._segment(text, span, "nif:Sentence")
        around = self._segment(text, paragraph, "nif:Paragraph")
        if span != paragraph:
            self.add(iri, "nif:superString", node(around))
        return node(iri)

    def _segment(self, text: Text, span: Span, kind: str) -> str:
        iri = segment_iri(text.key, span)
        self.add(iri, "rdf:type", NamedNode(term(kind)))
        self.add(iri, "nif:referenceContext", node(text.iri))
        self.add(iri, "nif:beginIndex", integer(span.start))
        self.add(iri, "nif:endIndex", integer(span.end))
        self.add(iri, "nif:anchorOf", plain(span.of(text.words)))
        return iri

    def statement(self, subject: str, predicate: str, written: str) -> str:
        """IRI of a statement, its three parts named as in the source."""
        literal = predicate == "position"
        about = written if literal else self.resolve(written)
        return statement_iri(self.resolve(subject), predicate, about, literal=literal)
