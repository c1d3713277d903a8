"""Reads facts: statements with their evidence, and plain triples that no statement covers."""

from __future__ import annotations

from pyoxigraph import NamedNode

from kg.export.page.labels import term_label
from kg.export.page.passages import Passages
from kg.export.page.reader import GraphReader
from kg.export.page.scene import Fact
from kg.export.page.terms import ROLE_PROPERTIES
from kg.vocabulary import KG, RDF

__all__ = ["Facts", "read_facts"]

NOT_FACTS = frozenset(f"{KG}{name}" for name in ("evidence", "eventStatus", "mentionedIn", "replacedBy"))
"""Properties of a node that are no relation between two nodes."""


class Facts:
    """The facts, with the position of each statement by its IRI."""

    def __init__(self) -> None:
        self.all: list[Fact] = []
        self.position: dict[str, int] = {}
        self.seen: set[tuple[int, str, int]] = set()


def read_facts(reader: GraphReader, passages: Passages, node_at: dict[str, int]) -> Facts:
    """Reads every statement about a known node, then the plain triples between nodes that lack one."""
    facts = Facts()
    for iri in reader.instances(f"{RDF}Statement"):
        fact = _statement(reader, passages, node_at, iri)
        if fact is not None:
            facts.position[iri] = len(facts.all)
            facts.all.append(fact)
            facts.seen.add((fact.subject, fact.predicate, fact.object))
    for iri, node in node_at.items():
        facts.all.extend(_plain(reader, passages, node_at, facts, iri, node))
    return facts


def _statement(reader: GraphReader, passages: Passages, node_at: dict[str, int], iri: str) -> Fact | None:
    subject, predicate = reader.iri(iri, f"{RDF}subject"), reader.iri(iri, f"{RDF}predicate")
    target, literal = reader.iri(iri, f"{RDF}object"), reader.text(iri, f"{RDF}object")
    if (
        subject not in node_at
        or not predicate
        or (target and target not in node_at)
        or not (target or literal)
    ):
        return None
    status = reader.iri(iri, f"{KG}temporalStatus")
    return Fact(
        iri=iri,
        subject=node_at[subject],
        predicate=predicate,
        object=node_at.get(target, -1),
        literal="" if target else literal,
        role=predicate in ROLE_PROPERTIES,
        asserted=reader.text(iri, f"{KG}asserted") not in ("false", "0"),
        status=term_label(status) if status else "",
        since=reader.text(iri, f"{KG}validFrom"),
        until=reader.text(iri, f"{KG}validUntil"),
        confidence=reader.number(iri, f"{KG}confidence"),
        sentences=passages.cited(iri),
    )


def _plain(
    reader: GraphReader, passages: Passages, node_at: dict[str, int], facts: Facts, iri: str, node: int
) -> list[Fact]:
    """Links such as ``sem:hasPlace`` that need no statement: they rest on the event's own evidence."""
    found = []
    for predicate, values in reader.about(iri).items():
        if predicate in NOT_FACTS or not (predicate.startswith(KG) or predicate in ROLE_PROPERTIES):
            continue
        targets = [
            node_at[value.value]
            for value in values
            if isinstance(value, NamedNode) and value.value in node_at
        ]
        for target in targets:
            if (node, predicate, target) in facts.seen:
                continue
            found.append(_unproven(predicate, node, target, passages.cited(iri)))
    return found


def _unproven(predicate: str, subject: int, target: int, sentences: tuple[int, ...]) -> Fact:
    return Fact(
        iri="",
        subject=subject,
        predicate=predicate,
        object=target,
        literal="",
        role=predicate in ROLE_PROPERTIES,
        asserted=True,
        status="",
        since="",
        until="",
        confidence=None,
        sentences=sentences,
    )
