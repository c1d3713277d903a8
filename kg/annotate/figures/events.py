"""The event that a figure is about."""

from __future__ import annotations

from collections.abc import Sequence

from kg.model import Event, Quantity, Span

__all__ = ["TOLLS", "event_of"]

_EVENTS_OF = {
    "Deaths": ("Killing", "Attack", "Disaster", "Protest"),
    "Injuries": ("Attack", "Killing", "Disaster", "Protest"),
    "Arrests": ("Arrest", "Protest", "Attack", "Killing"),
    "Participants": ("Protest", "Meeting", "Election"),
    "Displaced": ("Disaster", "Attack", "Killing", "Protest"),
    "Settlements": ("Protest", "Disaster", "Attack", "Killing"),
    "Provinces": ("Protest", "Disaster", "Attack", "Killing"),
    "Money": ("Transaction", "Agreement", "Sentence", "Sanction"),
    "Duration": ("Sentence",),
}
"""Types of event that a measure can be about, best first."""

_PLACES = frozenset({"Settlements", "Provinces", "Participants"})
TOLLS = frozenset({"Deaths", "Injuries", "Arrests", "Displaced"})


def event_of(quantity: Quantity, events: Sequence[Event]) -> str:
    """Id of the event that the quantity is about, "" if none.

    The nearest event of a fitting type in its sentence, else, for tolls and places, the article's main event
    as last told of before. An arrest without named people, date or place yields to the protest or attack that
    it followed, so that all figures on one event meet there.
    """
    types = _EVENTS_OF.get(quantity.measure, ())
    fitting = [event for event in events if event.type in types]
    near = sorted(
        (e for e in fitting if e.sentence == quantity.sentence >= 0),
        key=lambda e: (types.index(e.type) > 1, _gap(e.span, quantity.span), e.span),
    )
    sure = [e for e in near if e.type != "Arrest" or e.patients or e.when or e.places]
    if sure:
        return sure[0].id
    main = _main_chain(fitting, types) if quantity.measure in TOLLS | _PLACES else None
    told = [event for event in fitting if event.chain == main]
    before = [event for event in told if event.span.start < quantity.span.start]
    chosen = before[-1:] or told[:1] or near[:1]
    return chosen[0].id if chosen else ""


def _main_chain(events: Sequence[Event], types: Sequence[str]) -> int | None:
    """The chain that the article comes back to most.

    The first of equals; a protest only where nothing else is.
    """
    weights: dict[int, int] = {}
    other = [e for e in events if e.type != "Arrest"]
    violent = [e for e in other if e.type != "Protest"] if types and types[0] in {"Killing", "Attack"} else []
    for event in violent or other:
        weights[event.chain] = weights.get(event.chain, 0) + 1
    return max(weights, key=lambda chain: (weights[chain], -chain)) if weights else None


def _gap(left: Span, right: Span) -> int:
    return max(left.start - right.end, right.start - left.end, 0)
