"""Nodes of the network: entities, events, articles, claims, figures and comparisons."""

from __future__ import annotations

from collections.abc import Iterator

from kg.export.network import Node, day, given, quote
from kg.export.records import Claim, Event, Fact, Records
from kg.vocabulary import KG, label

__all__ = ["nodes"]


def nodes(records: Records) -> Iterator[Node]:
    """All nodes, kind by kind, each in the order of the IRIs."""
    yield from _entities(records)
    for event in records.events.values():
        yield _event(records, event)
    yield from _articles(records)
    stated = {fact.iri: fact for fact in records.facts if fact.iri}
    for claim in records.claims.values():
        yield _claim(records, claim, [stated[iri] for iri in claim.states if iri in stated])
    yield from _figures(records)
    yield from _comparisons(records)


def _entities(records: Records) -> Iterator[Node]:
    positions: dict[str, list[str]] = {}
    for fact in records.facts:
        if fact.literal and fact.asserted:
            held = f"{fact.literal} ({fact.status.lower()})" if fact.status else fact.literal
            positions.setdefault(fact.subject, []).append(held)
    for entity in records.entities.values():
        properties = given(
            name=entity.name,
            kind=entity.kind,
            subtype=entity.types[0] if entity.types else "",
            aliases=entity.aliases,
            positions=tuple(sorted(positions.get(entity.iri, ()))),
            mentions=entity.mentions,
            articles=len(entity.articles),
            latitude=entity.latitude,
            longitude=entity.longitude,
        )
        yield Node(entity.iri, (entity.kind, *entity.types), properties)


def _event(records: Records, event: Event) -> Node:
    properties = given(
        name=event.name,
        kind="Event",
        subtype=event.types[0] if event.types else "",
        articles=len(records.articles_of(event.evidence)),
        status=event.status,
        edtf=event.edtf,
        earliest=day(event.earliest),
        latest=day(event.latest),
        confidence=event.confidence,
        **quote(records, event.evidence),
    )
    return Node(event.iri, ("Event", *event.types), properties)


def _articles(records: Records) -> Iterator[Node]:
    for article in records.articles.values():
        properties = given(
            name=article.title,
            kind="NewsArticle",
            published=day(article.published),
            language=article.language,
            file=article.file,
            url=article.url,
        )
        yield Node(article.iri, ("NewsArticle",), properties)


def _claim(records: Records, claim: Claim, states: list[Fact]) -> Node:
    speaker = records.name(claim.speaker)
    properties = given(
        name=f"{speaker}: {claim.text}" if speaker else claim.text,
        kind="Claim",
        subtype="NarratorClaim" if claim.narrator else "",
        text=claim.text,
        cue=claim.cue,
        cueType=claim.cue_type,
        quoteType=claim.quote_type,
        quoted=claim.quoted,
        polarity=claim.polarity,
        certainty=claim.certainty,
        temporality=claim.temporality,
        edtf=claim.said_edtf,
        earliest=day(claim.said_from),
        latest=day(claim.said_until),
        states=tuple(_proposition(records, fact) for fact in states),
        confidence=claim.confidence,
        **quote(records, claim.evidence),
    )
    labels = ("Claim", "NarratorClaim") if claim.narrator else ("Claim",)
    return Node(claim.iri, labels, properties)


def _proposition(records: Records, fact: Fact) -> str:
    words = fact.literal or records.name(fact.object)
    return f"{records.name(fact.subject)} | {label(fact.predicate)} | {words}"


def _figures(records: Records) -> Iterator[Node]:
    for figure in records.figures.values():
        properties = given(
            name=figure.text,
            kind="Quantity",
            measure=figure.measure,
            modifier=figure.modifier,
            value=figure.value,
            minimum=figure.minimum,
            maximum=figure.maximum,
            scope=figure.scope,
            edtf=figure.scope_edtf,
            earliest=day(figure.scope_from),
            latest=day(figure.scope_until),
        )
        yield Node(figure.iri, ("Quantity",), properties)


def _comparisons(records: Records) -> Iterator[Node]:
    for comparison in records.comparisons.values():
        properties = given(
            name=label(KG + comparison.verdict),
            kind="Comparison",
            verdict=comparison.verdict,
            text=comparison.reason,
            confidence=comparison.confidence,
        )
        yield Node(comparison.iri, ("Comparison",), properties)
