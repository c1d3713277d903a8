"""Resolution: what the articles name, tell and claim, joined into one account of the world.

Pure and independent of the order of its input: articles are sorted by document id first. Every joining of
two names or events is a :class:`kg.model.Decision` with its reason in words.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from kg.identifiers import article_iri
from kg.ledger import Ledger
from kg.model import Annotated, Article, Decision, Entity, Resolved, Span
from kg.resolve.claims import resolve_claims
from kg.resolve.compare import article_context, telling
from kg.resolve.entities import NamedEntities, named_entities
from kg.resolve.events import JoinedEvents, resolve_events
from kg.resolve.facts import Names, events_with_roles, resolve_facts
from kg.resolve.joins import join_units
from kg.resolve.names import normal, printed
from kg.resolve.occurrences import article_occurrences
from kg.resolve.units import Unit, article_units, byline_unit
from kg.resolve.unnamed import local_entities, unnamed_author

__all__ = ["resolve"]

#: Characters of the text that an article without headline is named after.
OPENING = 200


def resolve(annotated: Sequence[Annotated], ledger: Ledger | None = None) -> Resolved:
    """Join the articles.

    Articles with the same text have the same IRIs: only the first by id gives evidence, the others stand
    beside it in ``articles``, and their mentions get the same entities.

    Args:
        annotated: the articles, in any order, with distinct document ids.
        ledger: what an earlier graph named; its IRIs are kept.
    """
    known = ledger or Ledger()
    articles, copies = _distinct(annotated)
    units = {article.document.id: article_units(article) for article in articles}
    every = sorted((unit for found in units.values() for unit in found), key=lambda unit: unit.order)
    contexts = telling({a.document.id: article_context(a, units[a.document.id]) for a in articles})
    clusters = join_units(every, contexts)
    named = named_entities(clusters, contexts, known)

    local = [entity for article in articles for entity in local_entities(article, named.chains)]
    listed = [_article(article, units[article.document.id], named) for article in articles]
    narrators = {}
    for article in listed:
        narrators[article.annotated.document.id], unnamed = _narrator(article)
        local += unnamed
    entities = {entity.iri: entity for entity in (*named.entities, *local)}
    chains = {**named.chains, **{mention: entity.iri for entity in local for mention in entity.mentions}}

    occurrences = [
        found
        for article in articles
        for found in article_occurrences(article, chains, contexts[article.document.id].country)
    ]
    joined = resolve_events(occurrences, entities, known)
    chains.update(_event_mentions(articles, chains, joined))
    names = Names(chains, joined.by_mention, entities)
    statements = resolve_facts(articles, names)
    events = events_with_roles(joined.events, statements.facts)
    claims = resolve_claims(articles, names, statements, events, narrators)
    chains.update(_copied(copies, chains))
    return Resolved(
        articles=_with_copies(listed, copies),
        entities=tuple(entities[iri] for iri in sorted(entities)),
        events=events,
        facts=statements.facts,
        claims=claims,
        chains=dict(sorted(chains.items())),
        replaced=_redirects(known, named, joined, {*entities, *(event.iri for event in events)}),
        decisions=_sorted_decisions([*clusters.decisions, *joined.decisions]),
    )


def _distinct(annotated: Iterable[Annotated]) -> tuple[list[Annotated], list[tuple[Annotated, str]]]:
    """The articles by id, and the copies of the same text with the id of the one that is taken."""
    taken: dict[str, str] = {}
    articles: list[Annotated] = []
    copies: list[tuple[Annotated, str]] = []
    for article in sorted(annotated, key=lambda article: article.document.id):
        first = taken.setdefault(article.document.sha256, article.document.id)
        if first == article.document.id:
            articles.append(article)
        else:
            copies.append((article, first))
    return articles, copies


def _with_copies(listed: Sequence[Article], copies: Sequence[tuple[Annotated, str]]) -> tuple[Article, ...]:
    by_id = {article.annotated.document.id: article for article in listed}
    extra = [replace(by_id[first], annotated=copy) for copy, first in copies]
    return tuple(sorted([*listed, *extra], key=lambda article: article.annotated.document.id))


def _copied(
    copies: Sequence[tuple[Annotated, str]], chains: Mapping[tuple[str, str], str]
) -> dict[tuple[str, str], str]:
    return {
        (copy.document.id, mention.id): chains[first, mention.id]
        for copy, first in copies
        for mention in copy.mentions
        if (first, mention.id) in chains
    }


def _article(annotated: Annotated, units: Sequence[Unit], named: NamedEntities) -> Article:
    document = annotated.document
    title = document.headline.of(document.text) if document.headline else document.text[:OPENING]

    def entity_at(span: Span, role: str) -> str:
        unit = byline_unit(units, span, role)
        return "" if unit is None else named.by_unit[unit.order]

    authors = [entity_at(span, "author") for span in document.authors]
    return Article(
        iri=article_iri(printed(title), document.sha256),
        annotated=annotated,
        authors=tuple(dict.fromkeys(iri for iri in authors if iri)),
        publisher=entity_at(document.publisher, "publisher") if document.publisher else "",
    )


def _narrator(article: Article) -> tuple[str, list[Entity]]:
    """Who speaks in an article's own voice, and the entity that must be made for it."""
    if article.authors or article.publisher:
        return (*article.authors, article.publisher)[0], []
    entity = unnamed_author(article.annotated)
    is_needed = any(not claim.speaker for claim in article.annotated.claims)
    return entity.iri, [entity] if is_needed else []


def _event_mentions(
    articles: Sequence[Annotated], chains: Mapping[tuple[str, str], str], joined: JoinedEvents
) -> dict[tuple[str, str], str]:
    """Mentions that name an event, with the event of their article at that place or of that name."""
    found: dict[tuple[str, str], str] = {}
    for article in articles:
        document = article.document.id
        for mention in article.mentions:
            if mention.type != "Event" or (document, mention.id) in chains:
                continue
            for event in article.events:
                named = bool(event.name) and normal(event.name) == normal(mention.name)
                iri = joined.by_mention.get((document, event.id), "")
                if iri and (named or mention.span.covers(event.span)):
                    found.setdefault((document, mention.id), iri)
    return found


def _redirects(
    ledger: Ledger, named: NamedEntities, joined: JoinedEvents, living: set[str]
) -> tuple[tuple[str, str], ...]:
    """Old and new redirects, from what is no more in the graph to what stands for it now."""
    fresh = {**named.replaced, **joined.replaced}
    final = Ledger(replaced={**ledger.redirects, **fresh}).redirects
    return tuple(sorted((old, new) for old, new in final.items() if new in living and old not in living))


def _sorted_decisions(decisions: Iterable[Decision]) -> tuple[Decision, ...]:
    return tuple(sorted(decisions, key=lambda d: (d.left, d.right, d.rule, d.reason, d.score)))
