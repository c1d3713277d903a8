"""Facts of all articles as distinct statements, each with all its evidence."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from kg.identifiers import statement_iri
from kg.model import Annotated, Entity, Event, Fact, ResolvedEvent, ResolvedFact
from kg.resolve.events import noisy_or
from kg.resolve.fact_rules import EVENT_ROLES, is_sound
from kg.resolve.names import printed
from kg.resolve.occurrences import is_own_voice

__all__ = ["Names", "Statements", "events_with_roles", "resolve_facts"]

#: Which status holds where as many say one as the other: the careful one.
_STATUS_ORDER = ("Former", "Upcoming", "Current")
#: What also holds where a predicate does.
_IMPLIED = {"leaderOf": "memberOf"}


@dataclass(frozen=True, slots=True)
class Names:
    """What the ids of the articles stand for: mentions and events by (document id, id), entities by IRI."""

    mentions: Mapping[tuple[str, str], str]
    events: Mapping[tuple[str, str], str]
    entities: Mapping[str, Entity]

    def of(self, document: str, local: str) -> str:
        """The IRI of a mention or event, "" where it has none."""
        return self.mentions.get((document, local)) or self.events.get((document, local), "")


@dataclass(frozen=True, slots=True)
class Statements:
    """The facts, sorted by IRI; by_fact and by_role: the statements that stand for an article's findings.

    by_fact: (document id, fact id) -> IRI. by_role: (document id, event id) -> IRIs of its roles.
    """

    facts: tuple[ResolvedFact, ...]
    by_fact: dict[tuple[str, str], str]
    by_role: dict[tuple[str, str], tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class _Finding:
    """One place where a statement is made. source: fact or event id, "" for what is implied."""

    key: tuple[str, str, str, bool]
    value: str
    document: str
    sentence: int
    source: str
    status: str
    asserted: bool
    confidence: float
    published: date | None


def resolve_facts(articles: Sequence[Annotated], names: Names) -> Statements:
    """Group what the articles state by subject, predicate and object; drop what cannot hold."""
    groups: dict[tuple[str, str, str, bool], list[_Finding]] = {}
    for annotated in articles:
        for finding in _findings(annotated, names):
            groups.setdefault(finding.key, []).append(finding)
    facts: list[ResolvedFact] = []
    by_fact: dict[tuple[str, str], str] = {}
    by_role: dict[tuple[str, str], set[str]] = {}
    for key in sorted(groups):
        fact = _fact(key, groups[key])
        facts.append(fact)
        for finding in groups[key]:
            if (
                finding.source
                and key[1] in EVENT_ROLES
                and (finding.document, finding.source) in names.events
            ):
                by_role.setdefault((finding.document, finding.source), set()).add(fact.iri)
            elif finding.source:
                by_fact[finding.document, finding.source] = fact.iri
    return Statements(
        facts=tuple(sorted(facts, key=lambda fact: fact.iri)),
        by_fact=by_fact,
        by_role={key: tuple(sorted(iris)) for key, iris in by_role.items()},
    )


def _findings(annotated: Annotated, names: Names) -> Iterator[_Finding]:
    for event in annotated.events:
        yield from _role_findings(annotated, event, names)
    for fact in annotated.facts:
        yield from _fact_findings(annotated, fact, names)


def _role_findings(annotated: Annotated, event: Event, names: Names) -> Iterator[_Finding]:
    document = annotated.document
    subject = names.events.get((document.id, event.id), "")
    for predicate, role in EVENT_ROLES.items():
        for mention in getattr(event, role):
            value = names.mentions.get((document.id, mention), "")
            if subject and value in names.entities and event.sentence >= 0:
                yield _Finding(
                    key=(subject, predicate, value, False),
                    value=value,
                    document=document.id,
                    sentence=event.sentence,
                    source=event.id,
                    status="",
                    asserted=is_own_voice(event),
                    confidence=event.confidence,
                    published=document.published,
                )


def _fact_findings(annotated: Annotated, fact: Fact, names: Names) -> Iterator[_Finding]:
    document = annotated.document
    literal = not fact.object
    subject = names.of(document.id, fact.subject)
    value = printed(fact.literal) if literal else names.of(document.id, fact.object)
    if not subject or not value or subject == value or fact.sentence < 0:
        return
    left, right = names.entities.get(subject), None if literal else names.entities.get(value)
    finding = _Finding(
        key=(subject, fact.predicate, value.casefold() if literal else value, literal),
        value=value,
        document=document.id,
        sentence=fact.sentence,
        source=fact.id,
        status=fact.status,
        asserted=fact.asserted,
        confidence=fact.confidence,
        published=document.published,
    )
    if is_sound(fact.predicate, left, right, literal=literal):
        yield finding
    implied = _IMPLIED.get(fact.predicate)
    if implied and is_sound(implied, left, right, literal=literal):
        yield replace(finding, key=(subject, implied, value, False), source="")


def _fact(key: tuple[str, str, str, bool], findings: list[_Finding]) -> ResolvedFact:
    subject, predicate, _, literal = key
    values = Counter(finding.value for finding in findings)
    value = min(values, key=lambda v: (-values[v], v))
    surest: dict[tuple[str, int], float] = {}
    for finding in findings:
        place = (finding.document, finding.sentence)
        surest[place] = max(finding.confidence, surest.get(place, 0.0))
    return ResolvedFact(
        iri=statement_iri(subject, predicate, value, literal=literal),
        subject=subject,
        predicate=predicate,
        object="" if literal else value,
        literal=value if literal else "",
        status=_status(findings),
        asserted=any(finding.asserted for finding in findings),
        evidence=tuple(sorted(surest)),
        confidence=noisy_or(surest.values()),
    )


def _status(findings: Iterable[_Finding]) -> str:
    """The status by the articles' own voice: that of the latest article where all are dated, else of most."""
    told = list(findings)
    told = [finding for finding in told if finding.asserted] or told
    dates = [finding.published for finding in told if finding.published is not None]
    if len(dates) == len(told):
        told = [finding for finding in told if finding.published == max(dates)]
    counted = Counter(finding.status for finding in told)
    return min(
        counted,
        key=lambda s: (-counted[s], _STATUS_ORDER.index(s) if s in _STATUS_ORDER else len(_STATUS_ORDER), s),
    )


def events_with_roles(
    events: Sequence[ResolvedEvent], facts: Sequence[ResolvedFact]
) -> tuple[ResolvedEvent, ...]:
    """The events with those roles that an article states in its own voice; the rest stays in claims."""
    roles: dict[tuple[str, str], list[str]] = {}
    for fact in facts:
        if fact.asserted and fact.predicate in EVENT_ROLES:
            roles.setdefault((fact.subject, EVENT_ROLES[fact.predicate]), []).append(fact.object)
    return tuple(
        replace(
            event,
            agents=tuple(sorted(roles.get((event.iri, "agents"), ()))),
            patients=tuple(sorted(roles.get((event.iri, "patients"), ()))),
            organizers=tuple(sorted(roles.get((event.iri, "organizers"), ()))),
        )
        for event in events
    )
