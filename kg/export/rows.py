"""Rows of the tables, in the order in which :mod:`tables` lists their columns; "" becomes None."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import astuple
from typing import TypeAlias

from kg.export.described import short_name
from kg.export.records import Records
from kg.vocabulary import NAMESPACES, terms

__all__ = [
    "article_entities",
    "articles",
    "claim_facts",
    "claim_figures",
    "claim_relations",
    "claim_subjects",
    "claims",
    "comparisons",
    "entities",
    "event_links",
    "events",
    "evidence",
    "facts",
    "figure_places",
    "figures",
    "names",
    "paragraphs",
    "quotes",
    "sentences",
    "vocabulary",
]

Row: TypeAlias = tuple[str | int | float | bool | None, ...]


def _row(*cells: str | int | float | bool | None) -> Row:
    return tuple(None if cell == "" else cell for cell in cells)


def entities(records: Records) -> Iterator[Row]:
    """Entities, then events."""
    for entity in records.entities.values():
        subtype = entity.types[0] if entity.types else ""
        place = entity.latitude, entity.longitude
        count = len(entity.articles)
        yield _row(entity.iri, entity.kind, subtype, entity.name, entity.mentions, count, *place)
    for event in records.events.values():
        subtype = event.types[0] if event.types else ""
        count = len(records.articles_of(event.evidence))
        yield _row(event.iri, "Event", subtype, event.name, None, count, None, None)


def names(records: Records) -> Iterator[Row]:
    """The chosen name of each entity and event, and its other ones."""
    for entity in records.entities.values():
        yield _row(entity.iri, entity.name, True)
        yield from (_row(entity.iri, alias, False) for alias in entity.aliases)
    for event in records.events.values():
        yield _row(event.iri, event.name, True)


def events(records: Records) -> Iterator[Row]:
    """What there is to say of events alone."""
    for event in records.events.values():
        days = event.earliest, event.latest
        yield _row(event.iri, event.status, event.edtf, *days, event.confidence)


def event_links(records: Records) -> Iterator[Row]:
    """Where events took place, and of which larger event they are a part."""
    for event in records.events.values():
        yield from (_row(event.iri, "hasPlace", place) for place in event.places)
        yield from (_row(event.iri, "subEventOf", whole) for whole in event.part_of)


def articles(records: Records) -> Iterator[Row]:
    """Articles, without their text: it is not in the graph."""
    for article in records.articles.values():
        printed = article.title, article.published, article.language
        yield _row(article.iri, *printed, article.file, article.url, article.sha256)


def article_entities(records: Records) -> Iterator[Row]:
    """Who wrote and published an article, and whom it mentions."""
    mentioned: dict[str, list[str]] = {}
    for entity in records.entities.values():
        for article_iri in entity.articles:
            mentioned.setdefault(article_iri, []).append(entity.iri)
    for article in records.articles.values():
        yield from (_row(article.iri, "author", iri) for iri in article.authors)
        yield from (_row(article.iri, "mentions", iri) for iri in mentioned.get(article.iri, ()))
        yield from (_row(article.iri, "publisher", iri) for iri in article.publishers)


def paragraphs(records: Records) -> Iterator[Row]:
    """Paragraphs around the sentences."""
    for paragraph in records.paragraphs.values():
        yield _row(*astuple(paragraph))


def sentences(records: Records) -> Iterator[Row]:
    """Sentences on which something rests."""
    for sentence in records.sentences.values():
        yield _row(*astuple(sentence))


def facts(records: Records) -> Iterator[Row]:
    """Facts and propositions that someone merely claims (asserted is false)."""
    for fact in records.facts:
        triple = fact.subject, short_name(fact.predicate), fact.object, fact.literal
        days = fact.since, fact.until
        counts = len(records.articles_of(fact.evidence)), len(fact.evidence)
        yield _row(fact.iri, *triple, fact.asserted, fact.status, *days, fact.confidence, *counts)


def claims(records: Records) -> Iterator[Row]:
    """Claims: who says what, how."""
    for claim in records.claims.values():
        wording = claim.text, claim.cue, claim.cue_type, claim.quote_type
        stance = claim.polarity, claim.certainty, claim.temporality
        said = claim.said_edtf, claim.said_from, claim.said_until
        where = claim.article, claim.confidence
        yield _row(claim.iri, claim.speaker, claim.narrator, *wording, *stance, *said, *where)


def quotes(records: Records) -> Iterator[Row]:
    """Words inside quotation marks, verbatim."""
    for claim in records.claims.values():
        yield from (_row(claim.iri, words) for words in claim.quoted)


def claim_subjects(records: Records) -> Iterator[Row]:
    """Whom and what claims are about, and on whose word they rest."""
    for claim in records.claims.values():
        yield from (_row(claim.iri, "about", iri) for iri in claim.about)
        yield from (_row(claim.iri, "aboutEvent", iri) for iri in claim.events)
        yield from (_row(claim.iri, "citesSource", iri) for iri in claim.cites)


def claim_facts(records: Records) -> Iterator[Row]:
    """Propositions that claims put forward."""
    for claim in records.claims.values():
        yield from (_row(claim.iri, iri) for iri in claim.states)


def claim_relations(records: Records) -> Iterator[Row]:
    """Claims that meet, as the graph writes it: each pair once."""
    for claim in records.claims.values():
        yield from (_row(claim.iri, "contradicts", other) for other in claim.contradicts)
        yield from (_row(claim.iri, "corroborates", other) for other in claim.corroborates)
        yield from (_row(claim.iri, "sameClaimAs", other) for other in claim.same)


def figures(records: Records) -> Iterator[Row]:
    """Figures; several words of scope stand in one cell."""
    for figure in records.figures.values():
        bounds = figure.value, figure.minimum, figure.maximum
        scope = "; ".join(figure.scope), figure.scope_edtf, figure.scope_from, figure.scope_until
        yield _row(figure.iri, figure.measure, figure.modifier, figure.text, *bounds, *scope)


def claim_figures(records: Records) -> Iterator[Row]:
    """Which claim gives which figure."""
    for claim in records.claims.values():
        yield from (_row(claim.iri, iri) for iri in claim.figures)


def figure_places(records: Records) -> Iterator[Row]:
    """The places to which figures are limited."""
    for figure in records.figures.values():
        yield from (_row(figure.iri, place) for place in figure.scope_places)


def comparisons(records: Records) -> Iterator[Row]:
    """Pairs of claims with a verdict."""
    for comparison in records.comparisons.values():
        yield _row(*astuple(comparison))


def evidence(records: Records) -> Iterator[Row]:
    """The sentences behind facts, claims and events; position 1 is the earliest published."""
    kinds = (
        ("fact", ((fact.iri, fact.evidence) for fact in records.facts if fact.iri)),
        ("claim", ((claim.iri, claim.evidence) for claim in records.claims.values())),
        ("event", ((event.iri, event.evidence) for event in records.events.values())),
    )
    for kind, things in kinds:
        for iri, cited in things:
            yield from (_row(iri, place, kind, sentence) for place, sentence in enumerate(cited, start=1))


def vocabulary(_: Records) -> Iterator[Row]:
    """Words for the names that other tables use, and what they mean."""
    ours = [known for known in terms().values() if known.iri.startswith(tuple(NAMESPACES.values()))]
    named = {short_name(known.iri): known for known in ours}
    for name in ("author", "mentions", "publisher"):
        named[name] = named.pop(f"schema:{name}")
    named["hasPlace"] = named.pop("sem:hasPlace")
    for name in sorted(named):
        yield _row(name, named[name].label, named[name].definition)
