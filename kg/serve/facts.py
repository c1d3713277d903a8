"""Facts about a node: statements with who stands behind them and the sentences that say so."""

from __future__ import annotations

from dataclasses import dataclass

from kg.export.page.labels import incoming_label, term_label
from kg.export.reader import GraphReader
from kg.serve.links import Value, value_of
from kg.serve.passages import Passage, passages_of
from kg.vocabulary import KG, RDF, definition

__all__ = ["Fact", "facts_of"]

SHOWN = 100


@dataclass(frozen=True, slots=True)
class Fact:
    """A fact as seen from one of its two ends.

    key: its subject, predicate and object as in the graph. label: how it reads from this end. asserted:
    said in an article's own voice, else only claimed by someone. time: since when and until when.
    """

    key: tuple[str, str, str]
    label: str
    note: str
    other: Value
    asserted: bool
    status: str
    since: str
    until: str
    confidence: str
    passages: tuple[Passage, ...]


def facts_of(reader: GraphReader, base: str, iri: str) -> tuple[Fact, ...]:
    """Statements that have the node as their subject, then those that have it as their object."""
    found = []
    for end in ("subject", "object"):
        for statement in reader.subjects(f"{RDF}{end}", iri)[:SHOWN]:
            fact = _fact(reader, base, statement, forward=end == "subject")
            if fact:
                found.append(fact)
    return tuple(sorted(found, key=lambda fact: (not fact.asserted, fact.label, fact.other.text, fact.key)))


def _fact(reader: GraphReader, base: str, statement: str, *, forward: bool) -> Fact | None:
    predicate = reader.iri(statement, f"{RDF}predicate")
    ends = [reader.about(statement).get(f"{RDF}{end}", []) for end in ("subject", "object")]
    if not predicate or not all(ends):
        return None
    status = reader.iri(statement, f"{KG}temporalStatus")
    return Fact(
        key=(ends[0][0].value, predicate, ends[1][0].value),
        label=term_label(predicate) if forward else incoming_label(predicate),
        note=definition(predicate),
        other=value_of(reader, base, ends[1][0] if forward else ends[0][0]),
        asserted=reader.text(statement, f"{KG}asserted") not in ("false", "0"),
        status=term_label(status) if status else "",
        since=reader.text(statement, f"{KG}validFrom"),
        until=reader.text(statement, f"{KG}validUntil"),
        confidence=reader.text(statement, f"{KG}confidence"),
        passages=tuple(passages_of(reader, base, statement)),
    )
