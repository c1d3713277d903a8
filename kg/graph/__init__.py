"""Resolved -> RDF: the graph that everything after it reads.

One module per kind of node. The layout is the contract of ``ontology/README.md``: no blank nodes, no named
graphs, evidence on every fact, claim and event.
"""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from kg.model import Resolved
from kg.settings import Settings

if TYPE_CHECKING:
    from pyoxigraph import Triple

__all__ = ["build_graph"]


def build_graph(resolved: Resolved, settings: Settings) -> list[Triple]:
    """All triples of a corpus, each once, in an order that depends on nothing but the triples."""
    from kg.graph.anchors import Anchors
    from kg.graph.articles import article_triples
    from kg.graph.claims import claim_triples
    from kg.graph.corpus import Corpus
    from kg.graph.entities import entity_triples
    from kg.graph.events import event_triples
    from kg.graph.facts import fact_triples

    corpus = Corpus(resolved, settings.base_iri)
    anchors = Anchors(corpus)
    triples = set(
        chain(
            article_triples(corpus),
            entity_triples(corpus),
            event_triples(corpus, anchors),
            fact_triples(corpus, anchors),
            claim_triples(corpus, anchors),
        )
    )
    if settings.all_sentences:
        anchors.use_all()
    triples.update(anchors.triples(context=settings.context))
    if settings.mentions:
        triples.update(anchors.phrases())
    return sorted(triples, key=_order)


def _order(triple: Triple) -> tuple[str, bool, str, str]:
    """By subject; its types first, then by predicate and object."""
    predicate = str(triple.predicate)
    return str(triple.subject), not predicate.endswith("#type>"), predicate, str(triple.object)
