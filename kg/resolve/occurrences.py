"""One article's events: its in-document chains, with the entities that take part."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from kg.identifiers import article_key, event_iri
from kg.model import Annotated, DateExpression, Event
from kg.resolve.names import normal, printed

__all__ = [
    "STATUSES",
    "Occurrence",
    "article_occurrences",
    "closest_date",
    "common_date",
    "is_own_voice",
    "month_of",
]

#: Statuses, the one that wins where members differ first.
STATUSES = ("Occurred", "Attempted", "Planned", "ClaimedOnly", "Denied")
_ROLES = ("agents", "patients", "organizers", "places")
#: The longest interval, in days, that counts as a month.
MONTH_DAYS = 31


@dataclass(frozen=True, slots=True)
class Occurrence:
    """A chain of events of one article. members: in text order, each with the IRI it would have alone.

    agents, patients, organizers and places hold entity IRIs. country: normal form of the one that the article
    speaks of most, "" if unknown. unrest: months ("2019-11") of the protests that the article tells of.
    """

    document: str
    article: str
    members: tuple[Event, ...]
    own_iris: tuple[str, ...]
    type: str
    name: str
    label: str
    when: DateExpression | None
    agents: frozenset[str]
    patients: frozenset[str]
    organizers: frozenset[str]
    places: frozenset[str]
    country: str
    unrest: frozenset[str] = frozenset()

    @property
    def order(self) -> tuple[str, int, str]:
        """Where it comes among all events, whatever order the articles were given in."""
        return (self.document, self.members[0].span.start, self.members[0].id)

    @property
    def participants(self) -> frozenset[str]:
        """All who take part, in whatever role."""
        return self.agents | self.patients | self.organizers


def is_own_voice(event: Event) -> bool:
    """Whether the article itself tells of the event, not only someone it quotes."""
    return event.status not in ("ClaimedOnly", "Denied")


def article_occurrences(
    annotated: Annotated, entities: Mapping[tuple[str, str], str], country: str = ""
) -> list[Occurrence]:
    """The events of an article by chain, in text order; chains without a sentence to cite are left out."""
    chains: dict[object, list[Event]] = {}
    ordered = sorted(annotated.events, key=lambda e: (e.span.start, e.span.end, len(e.id), e.id))
    for event in ordered:
        chains.setdefault((event.chain, "") if event.chain >= 0 else (-1, event.id), []).append(event)
    own = _own_iris(annotated, ordered)
    found = [
        _occurrence(annotated, tuple(chain), own, entities, country)
        for chain in chains.values()
        if any(event.sentence >= 0 for event in chain)
    ]
    unrest = frozenset(month_of(one.when) for one in found if one.type == "Protest") - {""}
    return [replace(one, unrest=unrest) for one in found]


def _own_iris(annotated: Annotated, ordered: Sequence[Event]) -> dict[str, str]:
    """The IRI of each event by type and place; two of one type at one place are numbered."""
    used: Counter[str] = Counter()
    found: dict[str, str] = {}
    for event in ordered:
        iri = event_iri(event.type, article_key(annotated.document.sha256), event.span.start)
        used[iri] += 1
        found[event.id] = iri if used[iri] == 1 else f"{iri}-{used[iri]}"
    return found


def _occurrence(
    annotated: Annotated,
    members: tuple[Event, ...],
    own_iris: Mapping[str, str],
    entities: Mapping[tuple[str, str], str],
    country: str,
) -> Occurrence:
    document = annotated.document
    roles = {
        role: frozenset(
            entities[document.id, mention]
            for event in members
            for mention in getattr(event, role)
            if (document.id, mention) in entities
        )
        for role in _ROLES
    }
    types = Counter(event.type for event in members)
    names = Counter(printed(event.name) for event in members if event.name.strip())
    labels = Counter(printed(event.label) for event in members if event.label.strip())
    dates = [event.when for event in members if event.when is not None]
    return Occurrence(
        document=document.id,
        article=article_key(document.sha256),
        members=members,
        own_iris=tuple(own_iris[event.id] for event in members),
        type=min(types, key=lambda t: (t == "Event", -types[t], t)),
        name=min(names, key=lambda n: (-names[n], -len(n), n), default=""),
        label=min(labels, key=lambda n: (-len(normal(n).split()), -labels[n], n), default=""),
        when=closest_date(dates),
        country=country,
        **roles,
    )


def closest_date(dates: list[DateExpression]) -> DateExpression | None:
    """The shortest of the intervals; of equals the earliest."""
    return min(dates, key=lambda d: (d.latest - d.earliest, d.earliest, d.edtf, d.span), default=None)


def common_date(dates: Sequence[DateExpression]) -> DateExpression | None:
    """The interval that most articles give; of equals the shortest, and one that is not approximate.

    One article's day of a part ("220 of them on the 17th") is then not the day of the whole.
    """
    given = Counter((d.earliest, d.latest) for d in dates)
    return min(
        dates,
        key=lambda d: (
            -given[d.earliest, d.latest],
            d.latest - d.earliest,
            d.earliest,
            "~" in d.edtf,
            d.edtf,
            d.span,
        ),
        default=None,
    )


def month_of(when: DateExpression | None) -> str:
    """The month that an interval lies in ("2019-11"), "" where it is longer or lies in two.

    >>> from datetime import date
    >>> from kg.model import Span
    >>> month_of(DateExpression(Span(0, 1), "2019-11", date(2019, 11, 1), date(2019, 11, 30)))
    '2019-11'
    """
    if when is None or (when.latest - when.earliest).days >= MONTH_DAYS:
        return ""
    same = (when.earliest.year, when.earliest.month) == (when.latest.year, when.latest.month)
    return when.earliest.isoformat()[:7] if same else ""
