"""Edges of the network: asserted facts, and what ties claims, articles and comparisons to the rest."""

from __future__ import annotations

from collections.abc import Iterator

from kg.export.network import Edge, Value, day, given, quote
from kg.export.records import Fact, Records
from kg.vocabulary import KG, fact_properties, role_properties

__all__ = ["edges"]


def edges(records: Records) -> Iterator[Edge]:
    """All edges between nodes, each once; what leads to no node is left out."""
    known = {
        *records.entities,
        *records.events,
        *records.articles,
        *records.claims,
        *records.figures,
        *records.comparisons,
    }
    seen = set()
    for edge in _all_edges(records):
        key = edge.source, edge.relation, edge.target
        if edge.source in known and edge.target in known and key not in seen:
            seen.add(key)
            yield edge


def _all_edges(records: Records) -> Iterator[Edge]:
    relations = {KG + name: name for name in (*fact_properties(), *role_properties())}
    for fact in records.facts:
        if fact.asserted and fact.object and fact.predicate in relations:
            yield _fact(records, fact, relations[fact.predicate])
    for event in records.events.values():
        properties = _resting(records, event.confidence, event.evidence)
        yield from (Edge(event.iri, "hasPlace", place, properties) for place in event.places)
        yield from (Edge(event.iri, "subEventOf", whole, properties) for whole in event.part_of)
    for source, ties in _ties(records):
        for relation, targets in ties.items():
            yield from (Edge(source, relation, target, {}) for target in targets)
    for entity in records.entities.values():
        # an unnamed source belongs to its article, which does not list it
        yield from (Edge(article, "mentions", entity.iri, {}) for article in entity.articles)


def _fact(records: Records, fact: Fact, relation: str) -> Edge:
    properties = given(status=fact.status, since=day(fact.since), until=day(fact.until), statement=fact.iri)
    properties |= _resting(records, fact.confidence, fact.evidence)
    return Edge(fact.subject, relation, fact.object, properties)


def _resting(records: Records, confidence: float | None, evidence: tuple[str, ...]) -> dict[str, Value]:
    return given(
        confidence=confidence,
        articles=len(records.articles_of(evidence)),
        evidence=evidence,
        **quote(records, evidence),
    )


def _ties(records: Records) -> Iterator[tuple[str, dict[str, tuple[str, ...]]]]:
    """What ties articles, claims, figures and comparisons to the rest and to each other."""
    for article in records.articles.values():
        yield (
            article.iri,
            {"author": article.authors, "publisher": article.publishers, "mentions": article.mentions},
        )
    for claim in records.claims.values():
        yield (
            claim.iri,
            {
                "speaker": (claim.speaker,),
                "citesSource": claim.cites,
                "about": claim.about,
                "aboutEvent": claim.events,
                "quantity": claim.figures,
                "appearance": (claim.article,),
                "sameClaimAs": claim.same,
                "corroborates": claim.corroborates,
                "contradicts": claim.contradicts,
            },
        )
    for figure in records.figures.values():
        yield figure.iri, {"scopePlace": figure.scope_places}
    for comparison in records.comparisons.values():
        yield (
            comparison.iri,
            {
                "comparedClaim": (comparison.claim,),
                "comparedWith": (comparison.other,),
                "comparedFigure": (comparison.figure,),
                "comparedWithFigure": (comparison.other_figure,),
            },
        )
