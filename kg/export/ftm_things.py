"""The things of FollowTheMoney: people, organizations, places, events, articles, and claims as notes."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.export.ftm_proxy import Identifiers, Proxy, make_proxy
from kg.export.records import Article, Claim, Entity, Event, Records
from kg.vocabulary import KG, SCHEMA, label

__all__ = ["things"]

_SCHEMATA = {
    "Person": "Person",
    "Organization": "Organization",
    "Place": "Address",
    "Group": "LegalEntity",
    "AnonymousSource": "LegalEntity",
    "Thing": "Note",
}
"""Kind of entity -> schema. FollowTheMoney has nothing for things of no other kind."""

_MENTIONED = {"Person": "peopleMentioned", "Organization": "companiesMentioned", "Place": "locationMentioned"}
_LEGAL = frozenset(("Person", "Organization", "Group", "AnonymousSource"))
_DATE = re.compile(r"\d{4}(-\d{2}){0,2}")


def things(records: Records, identifiers: Identifiers) -> Iterator[Proxy]:
    """Everything that links may lead to; events take up who had an asserted part in them."""
    for article in records.articles.values():
        yield _article(records, identifiers, article)
    for entity in records.entities.values():
        yield _entity(records, identifiers, entity)
    parts: dict[str, dict[str, list[str]]] = {}
    for fact in records.facts:
        actor = records.entities.get(fact.object)
        if fact.asserted and fact.subject in records.events and actor and actor.kind in _LEGAL:
            role = "organizer" if fact.predicate == f"{KG}organizer" else "involved"
            parts.setdefault(fact.subject, {}).setdefault(role, []).append(identifiers.of(actor.iri))
    for event in records.events.values():
        yield _event(records, identifiers, event, parts.get(event.iri, {}))
    for claim in records.claims.values():
        yield _claim(records, identifiers, claim)


def _article(records: Records, identifiers: Identifiers, article: Article) -> Proxy:
    mentioned: dict[str, list[str]] = {}
    for iri in article.mentions:
        if found := records.entities.get(iri):
            mentioned.setdefault(_MENTIONED.get(found.kind, "namesMentioned"), []).append(found.name)
    return make_proxy(
        identifiers.of(article.iri),
        "Article",
        title=article.title,
        fileName=article.file,
        author=[records.name(iri) for iri in article.authors],
        publisher=[records.name(iri) for iri in article.publishers],
        publishedAt=article.published,
        language="eng" if article.language.split("-")[0] == "en" else "",
        sourceUrl=article.url,
        **mentioned,
    )


def _entity(records: Records, identifiers: Identifiers, entity: Entity) -> Proxy:
    identifier, schema = identifiers.of(entity.iri), _SCHEMATA[entity.kind]
    if schema == "Address":
        return make_proxy(
            identifier,
            schema,
            name=entity.name,
            full=entity.name,
            alias=entity.aliases,
            city=entity.name if "City" in entity.types else "",
            latitude=_number(entity.latitude),
            longitude=_number(entity.longitude),
        )
    if schema == "Note":
        return make_proxy(identifier, schema, name=entity.name, description=entity.name, alias=entity.aliases)
    kind = entity.types[0] if entity.types else entity.kind if schema == "LegalEntity" else ""
    prefix = SCHEMA if entity.types else KG
    return make_proxy(
        identifier,
        schema,
        name=entity.name,
        alias=entity.aliases,
        classification=label(prefix + kind).lower() if kind else "",
    )


def _number(value: float | None) -> str:
    return "" if value is None else f"{value:f}".rstrip("0").rstrip(".")


def _event(records: Records, identifiers: Identifiers, event: Event, parts: dict[str, list[str]]) -> Proxy:
    exact = bool(_DATE.fullmatch(event.edtf))
    places = [place for place in event.places if place in records.entities]
    kind = ", ".join(label(KG + name).lower() for name in event.types)
    status = label(KG + event.status).lower() if event.status else ""
    return make_proxy(
        identifiers.of(event.iri),
        "Event",
        name=event.name,
        date=event.edtf if exact else "",
        startDate="" if exact else event.earliest,
        endDate="" if exact else event.latest,
        location=[records.name(place) for place in places],
        addressEntity=[identifiers.of(place) for place in places if records.entities[place].kind == "Place"],
        summary="; ".join(words for words in (kind, status) if words),
        description=[records.sentences[iri].text for iri in event.evidence],
        proof=[identifiers.of(iri) for iri in records.articles_of(event.evidence) if iri in records.articles],
        **parts,
    )


def _claim(records: Records, identifiers: Identifiers, claim: Claim) -> Proxy:
    speaker = records.name(claim.speaker)
    about = [*claim.about, *claim.events, claim.speaker, *claim.cites]
    figures = [records.figures[iri] for iri in claim.figures if iri in records.figures]
    stance = [claim.quote_type, claim.polarity, claim.certainty, claim.temporality]
    words = [label(KG + name).lower() for name in stance if name]
    words += [f"said {claim.said_edtf}"] if claim.said_edtf else []
    words += [f"{label(KG + figure.measure).lower()}: {figure.text}" for figure in figures if figure.measure]
    said = f"{speaker} ({claim.cue})" if claim.cue else speaker
    return make_proxy(
        identifiers.of(claim.iri),
        "Note",
        name=f"{said}: {claim.text}" if said else claim.text,
        description=f"{said}: {claim.text}" if said else claim.text,
        summary="; ".join(words),
        entity=[identifiers.of(iri) for iri in about if iri in records.entities or iri in records.events],
        proof=[identifiers.of(claim.article)] if claim.article in records.articles else "",
    )
