"""One article's events: its in-document chains, with the entities that take part."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from kg.identifiers import article_key
from kg.model import Annotated, DateExpression, Event
from kg.resolve.names import normal, printed

__all__ = ["STATUSES", "Occurrence", "article_occurrences", "closest_date", "is_own_voice"]

#: Statuses, the one that wins where members differ first.
STATUSES = ("Occurred", "Attempted", "Planned", "ClaimedOnly", "Denied")
_ROLES = ("agents", "patients", "organizers", "places")


@dataclass(frozen=True, slots=True)
class Occurrence:
    """A chain of events of one article. members: in text order; roles hold entity IRIs."""

    document: str
    article: str
    members: tuple[Event, ...]
    type: str
    name: str
    label: str
    when: DateExpression | None
    agents: frozenset[str]
    patients: frozenset[str]
    organizers: frozenset[str]
    places: frozenset[str]

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


def article_occurrences(annotated: Annotated, entities: Mapping[tuple[str, str], str]) -> list[Occurrence]:
    """The events of an article by chain, in text order; chains without a sentence to cite are left out."""
    chains: dict[object, list[Event]] = {}
    for event in sorted(annotated.events, key=lambda e: (e.span.start, e.span.end, len(e.id), e.id)):
        chains.setdefault((event.chain, "") if event.chain >= 0 else (-1, event.id), []).append(event)
    return [
        _occurrence(annotated, tuple(chain), entities)
        for chain in chains.values()
        if any(event.sentence >= 0 for event in chain)
    ]


def _occurrence(
    annotated: Annotated, members: tuple[Event, ...], entities: Mapping[tuple[str, str], str]
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
        type=min(types, key=lambda t: (t == "Event", -types[t], t)),
        name=min(names, key=lambda n: (-names[n], -len(n), n), default=""),
        label=min(labels, key=lambda n: (-len(normal(n).split()), -labels[n], n), default=""),
        when=closest_date(dates),
        **roles,
    )


def closest_date(dates: list[DateExpression]) -> DateExpression | None:
    """The shortest of the intervals; of equals the earliest."""
    return min(dates, key=lambda d: (d.latest - d.earliest, d.earliest, d.edtf, d.span), default=None)
