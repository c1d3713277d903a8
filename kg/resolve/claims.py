"""Claims with IRIs, and the relations between claims that give a figure for the same event.

A relation is written once, from the smaller IRI to the larger, but for a confirmation, which goes from the
claim that confirms to the one that is confirmed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal

from kg.identifiers import article_key, claim_iris, quantity_iri
from kg.model import Annotated, Claim, Quantity, ResolvedClaim, ResolvedEvent
from kg.resolve.facts import Names, Statements
from kg.resolve.figures import Figure, figure_of
from kg.resolve.names import normal

__all__ = ["resolve_claims"]

#: For this long after an event its toll may rise from one report to the next.
TOLL_RISES = timedelta(days=60)
_ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class _Told:
    """One comparable figure of a claim."""

    claim: ResolvedClaim
    figure: Figure
    unnamed: bool
    published: date | None
    places: frozenset[str]


def resolve_claims(
    articles: Sequence[Annotated],
    names: Names,
    statements: Statements,
    events: Sequence[ResolvedEvent],
    narrators: Mapping[str, str],
) -> tuple[ResolvedClaim, ...]:
    """The claims of all articles, sorted by IRI. narrators: document id -> who speaks in its own voice."""
    claims = [
        claim
        for annotated in articles
        for claim in _article_claims(annotated, names, statements, narrators[annotated.document.id])
    ]
    by_iri = {event.iri: event for event in events}
    told = _told(articles, claims, by_iri, names)
    links: dict[str, dict[str, set[str]]] = {}
    for group in told.values():
        for source, relation, target in _relations(group, by_iri):
            links.setdefault(source, {}).setdefault(relation, set()).add(target)
    return tuple(
        _linked(claim, links.get(claim.iri, {})) for claim in sorted(claims, key=lambda claim: claim.iri)
    )


def _linked(claim: ResolvedClaim, links: Mapping[str, set[str]]) -> ResolvedClaim:
    return replace(
        claim,
        same_as=tuple(sorted(links.get("same_as", ()))),
        corroborates=tuple(sorted(links.get("corroborates", ()))),
        contradicts=tuple(sorted(links.get("contradicts", ()))),
    )


def _article_claims(
    annotated: Annotated, names: Names, statements: Statements, narrator: str
) -> Iterator[ResolvedClaim]:
    """The claims of one article; those without content, or whose speaker is no mention, are left out."""
    document = annotated.document
    iris = claim_iris(article_key(document.sha256), [claim for claim in annotated.claims if claim.content])
    quantities = {quantity.id: quantity for quantity in annotated.quantities}
    for claim in annotated.claims:
        speaker = names.mentions.get((document.id, claim.speaker), "") if claim.speaker else narrator
        if claim.id not in iris or speaker not in names.entities:
            continue
        cites = names.mentions.get((document.id, claim.cites), "") if claim.cites else ""
        yield ResolvedClaim(
            iri=iris[claim.id],
            document=document.id,
            claim=claim,
            speaker=speaker,
            about=tuple(sorted({names.of(document.id, mention) for mention in claim.about} - {""})),
            event=names.events.get((document.id, claim.event), ""),
            cites=cites if cites in names.entities else "",
            quantities=tuple(
                _quantities(annotated, (quantities[q] for q in claim.quantities if q in quantities))
            ),
            states=_states(annotated, claim, statements),
            same_as=(),
            corroborates=(),
            contradicts=(),
        )


def _quantities(annotated: Annotated, found: Iterable[Quantity]) -> Iterator[tuple[str, Quantity]]:
    key = article_key(annotated.document.sha256)
    return ((quantity_iri(key, quantity.span), quantity) for quantity in found)


def _states(annotated: Annotated, claim: Claim, statements: Statements) -> tuple[str, ...]:
    """The statements of the claim's facts, and of the roles in its event as its own words give them."""
    document = annotated.document.id
    found = {statements.by_fact.get((document, fact), "") for fact in claim.states}
    chains = {event.chain for event in annotated.events if event.id == claim.event}
    for event in annotated.events:
        same = event.id == claim.event or (event.chain >= 0 and event.chain in chains)
        if same and any(span.covers(event.span) for span in claim.content):
            found.update(statements.by_role.get((document, event.id), ()))
    return tuple(sorted(found - {""}))


def _told(
    articles: Sequence[Annotated],
    claims: Sequence[ResolvedClaim],
    events: Mapping[str, ResolvedEvent],
    names: Names,
) -> dict[tuple[str, str, str], list[_Told]]:
    """Comparable figures by event, measure and scope, in the order of their claims' IRIs."""
    documents = {annotated.document.id: annotated.document for annotated in articles}
    groups: dict[tuple[str, str, str], list[_Told]] = {}
    for claim in sorted(claims, key=lambda claim: claim.iri):
        if not claim.event or claim.claim.polarity != "Affirmed":
            continue
        document = documents[claim.document]
        people = frozenset(normal(events[claim.event].label).split(" "))
        for figure in _figures(claim, document.text, people):
            speaker = names.entities[claim.speaker]
            told = _Told(
                claim=claim,
                figure=figure,
                unnamed=bool(speaker.article),
                published=document.published,
                places=frozenset(
                    i for i in claim.about if i in names.entities and names.entities[i].type == "Place"
                ),
            )
            groups.setdefault((claim.event, figure.measure, figure.scope), []).append(told)
    return groups


def _figures(claim: ResolvedClaim, text: str, people: frozenset[str]) -> list[Figure]:
    """The figures of a claim, but for those of one measure and scope of which it gives several."""
    found = [figure for _, quantity in claim.quantities if (figure := figure_of(quantity, text, people))]
    scopes = [(figure.measure, figure.scope) for figure in found]
    return [figure for figure in found if scopes.count((figure.measure, figure.scope)) == 1]


def _relations(group: Sequence[_Told], events: Mapping[str, ResolvedEvent]) -> Iterator[tuple[str, str, str]]:
    """(from, relation, to) between the figures for one event, measure and scope."""
    for earlier, later in _pairs(group):
        if earlier.claim.speaker == later.claim.speaker:
            if earlier.claim.document != later.claim.document and earlier.figure.meets(later.figure):
                yield earlier.claim.iri, "same_as", later.claim.iri
        elif earlier.places and later.places and not earlier.places & later.places:
            continue
        elif not earlier.figure.meets(later.figure):
            if not _may_have_risen(earlier, later, events[earlier.claim.event]):
                yield earlier.claim.iri, "contradicts", later.claim.iri
        elif not (earlier.unnamed and later.unnamed):
            yield from _support(earlier, later)


def _pairs(group: Sequence[_Told]) -> Iterator[tuple[_Told, _Told]]:
    """Pairs worth comparing: every claim with the first of each speaker and figure, so that 1,000 equal
    reports make 1,000 pairs and not half a million.
    """
    firsts: dict[tuple[str, Decimal, Decimal, str], _Told] = {}
    for later in group:
        key = (later.claim.speaker, later.figure.low, later.figure.high, later.claim.claim.cue_type)
        if key in firsts:
            yield firsts[key], later
        else:
            yield from ((earlier, later) for earlier in firsts.values())
            firsts[key] = later


def _support(earlier: _Told, later: _Told) -> Iterator[tuple[str, str, str]]:
    """A confirmation, by the text's own word; else equal figures."""
    confirming = [t.claim.claim.cue_type == "Confirm" for t in (earlier, later)]
    if confirming == [False, True]:
        yield later.claim.iri, "corroborates", earlier.claim.iri
    elif confirming == [True, False] or earlier.figure.equals(later.figure):
        yield earlier.claim.iri, "corroborates", later.claim.iri


def _may_have_risen(left: _Told, right: _Told, event: ResolvedEvent) -> bool:
    """Whether the larger figure is the later one, of a toll still being counted."""
    if left.published is None or right.published is None or abs(left.published - right.published) <= _ONE_DAY:
        return False
    earlier, later = sorted((left, right), key=lambda told: told.published or date.min)
    recent = event.when is None or (later.published or date.max) - event.when.earliest <= TOLL_RISES
    return recent and later.figure.low > earlier.figure.high
