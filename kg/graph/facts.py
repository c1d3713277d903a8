"""Facts: the plain triple where an article states it, and always the statement with its evidence."""

from __future__ import annotations

from collections.abc import Iterator

from pyoxigraph import Triple

from kg.graph.anchors import Anchors
from kg.graph.corpus import Corpus
from kg.graph.terms import Node, boolean, decimal, plain, vocabulary
from kg.model import ResolvedFact

__all__ = ["fact_triples"]


def fact_triples(corpus: Corpus, anchors: Anchors) -> Iterator[Triple]:
    """Relations of entities and roles in events."""
    for fact in corpus.resolved.facts:
        yield from _fact(corpus, anchors, fact)


def _fact(corpus: Corpus, anchors: Anchors, fact: ResolvedFact) -> Iterator[Triple]:
    subject = corpus.node(fact.subject)
    predicate = vocabulary(f"kg:{fact.predicate}")
    value = corpus.node(fact.object) if fact.object else plain(fact.literal)
    if fact.asserted:
        yield Triple(subject, predicate, value)
    node = Node(corpus.node(fact.iri), "rdf:Statement")
    node.add("rdf:subject", subject)
    node.add("rdf:predicate", predicate)
    node.add("rdf:object", value)
    node.add("kg:asserted", boolean(fact.asserted))
    if fact.status:
        node.add("kg:temporalStatus", vocabulary(f"kg:{fact.status}"))
    node.add("kg:evidence", *anchors.sentences(fact.evidence))
    node.add("kg:confidence", decimal(fact.confidence))
    yield from node.triples
