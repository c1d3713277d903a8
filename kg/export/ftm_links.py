"""The links of FollowTheMoney: facts, what articles mention, and how claims meet."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from kg.export.ftm_proxy import Identifiers, Proxy, make_proxy
from kg.export.records import Fact, Records
from kg.vocabulary import KG, label

__all__ = ["links"]


@dataclass(frozen=True, slots=True)
class _Link:
    """A schema for a relation, its ends with the schemata that may stand there, and where its words go."""

    schema: str
    source: str
    target: str
    sources: frozenset[str]
    targets: frozenset[str]
    words: str = "role"


_LEGAL = frozenset(("Person", "Organization", "LegalEntity"))
_PERSON, _BODY = frozenset(("Person",)), frozenset(("Organization",))
_LINKS = {
    f"{KG}memberOf": _Link("Membership", "member", "organization", _LEGAL, _BODY),
    f"{KG}leaderOf": _Link("Directorship", "director", "organization", _LEGAL, _BODY),
    f"{KG}worksFor": _Link("Employment", "employee", "employer", _PERSON, _BODY),
    f"{KG}spouseOf": _Link("Family", "person", "relative", _PERSON, _PERSON, "relationship"),
    f"{KG}relativeOf": _Link("Family", "person", "relative", _PERSON, _PERSON, "relationship"),
    f"{KG}alliedWith": _Link("Associate", "person", "associate", _PERSON, _PERSON, "relationship"),
}
_ANY = _Link("UnknownLink", "subject", "object", frozenset(), frozenset())
"""What holds between any two things; also where an end is not of the schema that a link asks for."""


def links(records: Records, identifiers: Identifiers, known: Mapping[str, str]) -> Iterator[Proxy]:
    """All links; ``known`` tells the schema of each thing by its identifier."""
    for fact in records.facts:
        if fact.asserted and fact.object:
            yield from _relation(records, identifiers, known, fact)
        elif fact.asserted and known.get(identifiers.of(fact.subject)) == "Person":
            yield from _post(records, identifiers, fact)
    for article in records.articles.values():
        for iri in (iri for iri in article.mentions if iri in records.entities):
            ends = {"document": identifiers.of(article.iri), "entity": identifiers.of(iri)}
            yield make_proxy(identifiers.of(article.iri, iri), "Documentation", role="mentions", **ends)
    yield from _meetings(records, identifiers)


def _relation(
    records: Records, identifiers: Identifiers, known: Mapping[str, str], fact: Fact
) -> Iterator[Proxy]:
    source, target = identifiers.of(fact.subject), identifiers.of(fact.object)
    if source not in known or target not in known:
        return
    link = _LINKS.get(fact.predicate, _ANY)
    if known[source] not in link.sources or known[target] not in link.targets:
        link = _ANY
    values = _interval(records, identifiers, fact)
    values |= {link.source: [source], link.target: [target], link.words: [label(fact.predicate)]}
    if fact.status and link.words == "role":
        values["status"] = [label(KG + fact.status).lower()]
    yield make_proxy(_identifier(identifiers, fact), link.schema, **values)


def _post(records: Records, identifiers: Identifiers, fact: Fact) -> Iterator[Proxy]:
    """A position of a person: a post of its own for each, as "spokesman" here is not "spokesman" there."""
    identifier = _identifier(identifiers, fact)
    values = _interval(records, identifiers, fact)
    if fact.status:
        values["status"] = ["ended" if fact.status == "Former" else label(KG + fact.status).lower()]
    yield make_proxy(f"{identifier}-post", "Position", name=fact.literal)
    yield make_proxy(
        identifier, "Occupancy", holder=identifiers.of(fact.subject), post=f"{identifier}-post", **values
    )


def _identifier(identifiers: Identifiers, fact: Fact) -> str:
    if fact.iri:
        return identifiers.of(fact.iri)
    return identifiers.of(fact.subject, fact.predicate, fact.object or fact.literal)


def _interval(records: Records, identifiers: Identifiers, fact: Fact) -> dict[str, list[str]]:
    articles = [
        records.articles[iri] for iri in records.articles_of(fact.evidence) if iri in records.articles
    ]
    sure = "" if fact.confidence is None else f"confidence {fact.confidence:g}; "
    return {
        "startDate": [fact.since],
        "endDate": [fact.until],
        "description": [records.sentences[iri].text for iri in fact.evidence],
        "summary": [f"{sure}{len(articles)} article{'' if len(articles) == 1 else 's'}"],
        "proof": [identifiers.of(article.iri) for article in articles],
        "sourceUrl": [article.url for article in articles],
        "publisher": [records.name(iri) for article in articles for iri in article.publishers],
        "recordId": [fact.iri],
    }


def _meetings(records: Records, identifiers: Identifiers) -> Iterator[Proxy]:
    for claim in records.claims.values():
        met = {
            "contradicts": claim.contradicts,
            "corroborates": claim.corroborates,
            "sameClaimAs": claim.same,
        }
        for relation, others in met.items():
            for other in (other for other in others if other in records.claims):
                ends = {"subject": identifiers.of(claim.iri), "object": identifiers.of(other)}
                identifier = identifiers.of(claim.iri, relation, other)
                yield make_proxy(identifier, "UnknownLink", role=label(KG + relation), **ends)
    for comparison in records.comparisons.values():
        if comparison.claim in records.claims and comparison.other in records.claims:
            yield make_proxy(
                identifiers.of(comparison.iri),
                "UnknownLink",
                subject=identifiers.of(comparison.claim),
                object=identifiers.of(comparison.other),
                role=label(KG + comparison.verdict).lower(),
                description=comparison.reason,
            )
