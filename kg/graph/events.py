"""Events: type, status, time, place. Their participants are facts, written with the facts."""

from __future__ import annotations

from collections.abc import Iterator

from pyoxigraph import Triple

from kg.graph.anchors import Anchors
from kg.graph.corpus import Corpus
from kg.graph.terms import Node, day, decimal, plain, spoken, vocabulary
from kg.model import DateExpression, ResolvedEvent

__all__ = ["event_triples"]


def event_triples(corpus: Corpus, anchors: Anchors) -> Iterator[Triple]:
    """Every event with its evidence."""
    for event in corpus.resolved.events:
        yield from _event(corpus, anchors, event).triples


def _event(corpus: Corpus, anchors: Anchors, event: ResolvedEvent) -> Node:
    types = ["kg:Event"] if event.type in ("", "Event") else ["kg:Event", f"kg:{event.type}"]
    node = Node(corpus.node(event.iri), *types)
    node.add("rdfs:label", spoken(event.label, "en"))
    node.add("kg:eventStatus", vocabulary(f"kg:{event.status}"))
    node.add("sem:hasPlace", *map(corpus.node, event.places))
    if event.part_of:
        node.add("kg:subEventOf", corpus.node(event.part_of))
    if event.when is not None:
        _add_time(node, event.when)
    node.add("kg:evidence", *anchors.sentences(event.evidence))
    node.add("kg:confidence", decimal(event.confidence))
    return node


def _add_time(node: Node, when: DateExpression) -> None:
    node.add("kg:edtf", plain(when.edtf))
    node.add("sem:hasEarliestBeginTimeStamp", day(when.earliest))
    node.add("sem:hasLatestEndTimeStamp", day(when.latest))
