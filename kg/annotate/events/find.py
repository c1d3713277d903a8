"""Finds the events that an article tells of: who did what to whom, where, when, and whether it happened."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from kg.annotate.events import trigger_words as triggers
from kg.annotate.events.chains import chain_triggers
from kg.annotate.events.frames import framed
from kg.annotate.events.mentions import MentionIndex
from kg.annotate.events.reality import lemma_of
from kg.annotate.events.triggers import Trigger, find_triggers
from kg.annotate.reading import Reading
from kg.model import DateExpression, Event, Mention, Quantity, Span

__all__ = ["find_events"]

_BLASTS = frozenset({"explosion", "blast"})
_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
    "November", "December",
)  # fmt: skip


def find_events(
    reading: Reading,
    mentions: Sequence[Mention],
    dates: Sequence[DateExpression],
    quantities: Sequence[Quantity],
    claimed: Sequence[Span],
) -> list[Event]:
    """Events in text order with ids ``e0``, ``e1``, ...; only sentences are read, no headlines.

    Args:
        reading: The parsed article.
        mentions: What the article refers to; participants are taken from these.
        dates: Date expressions of :func:`kg.annotate.dates.find.find_dates`.
        quantities: Figures, which show that words for dying tell of an event.
        claimed: Stretches that someone is reported to say; an event told only there is ``ClaimedOnly``.
    """
    index = MentionIndex(reading, mentions)
    found = [trigger for passage in reading.body for trigger in find_triggers(passage, index, dates)]
    counted: dict[int, set[Decimal]] = {}
    for quantity in quantities:
        if quantity.measure in {"Deaths", "Injuries"}:
            counted.setdefault(quantity.sentence, set()).update([quantity.value] if quantity.value else [])
    found = [t for t in found if t.type != "Toll" or t.sentence in counted]
    found = _explosions(found, reading)
    rows = framed(reading, chain_triggers(found, counted, suggested=_violent_or_disaster(reading)), dates)
    covers = _cover(claimed)
    told = {chain for trigger, chain, _ in rows if trigger.status == "Occurred" and not covers(trigger.span)}
    return [
        _event(f"e{position}", trigger, chain, kind, _status(trigger, chain in told, covers(trigger.span)))
        for position, (trigger, chain, kind) in enumerate(rows)
    ]


def _explosions(found: list[Trigger], reading: Reading) -> list[Trigger]:
    """An explosion is an accident unless the article speaks of an attack or of those who make one."""
    if not any(trigger.lemma in _BLASTS for trigger in found):
        return found
    violent = any(t.type in {"Attack", "Killing"} and t.lemma not in _BLASTS for t in found) or any(
        lemma_of(token) in triggers.ATTACKERS for passage in reading.passages for token in passage.doc
    )
    return found if violent else [replace(t, type="Disaster") if t.lemma in _BLASTS else t for t in found]


def _violent_or_disaster(reading: Reading) -> str:
    """What the words of an article suggest that people died of: "violence", "Disaster", or "" for neither."""
    weights = {"violence": 0, "Disaster": 0}
    for passage in reading.passages:
        for token in passage.doc:
            lemma = lemma_of(token)
            if lemma in triggers.ATTACKERS or triggers.NOUNS.get(lemma) in {"Attack", "Killing"}:
                weights["violence"] += 1
            elif triggers.NOUNS.get(lemma) == "Disaster" or lemma in triggers.DISASTER_SIGNS:
                weights["Disaster"] += 1
    best = max(weights, key=lambda family: weights[family])
    return best if weights[best] else ""


class _cover:  # noqa: N801 - called like a function
    """Whether a span lies within one of the claimed stretches."""

    def __init__(self, claimed: Sequence[Span]) -> None:
        self._ends: list[tuple[int, int]] = []
        for span in sorted(claimed):
            if self._ends and span.start <= self._ends[-1][1]:
                self._ends[-1] = (self._ends[-1][0], max(self._ends[-1][1], span.end))
            else:
                self._ends.append((span.start, span.end))
        self._starts = [start for start, _ in self._ends]

    def __call__(self, span: Span) -> bool:
        position = bisect_right(self._starts, span.start) - 1
        return position >= 0 and span.end <= self._ends[position][1]


def _status(trigger: Trigger, told: bool, claimed: bool) -> str:
    if trigger.status == "Occurred" and claimed and not told:
        return "ClaimedOnly"
    return trigger.status


def _event(identifier: str, trigger: Trigger, chain: int, kind: str, status: str) -> Event:
    return Event(
        id=identifier,
        span=trigger.span,
        type=kind,
        name=trigger.name,
        label=_label(trigger),
        status=status,
        agents=_ids(trigger.agents),
        patients=_ids(trigger.patients),
        organizers=_ids(trigger.organizers),
        places=_ids(trigger.places),
        when=trigger.when,
        chain=chain,
        sentence=trigger.sentence,
        confidence=_confidence(trigger),
    )


def _ids(mentions: Sequence[Mention]) -> tuple[str, ...]:
    return tuple(mention.id for mention in mentions)


def _label(trigger: Trigger) -> str:
    """Words for a list: the event noun with its patients or place, and the month when it is known."""
    label = trigger.label
    if trigger.when is None or any(word.isdigit() and len(word) == 4 for word in label.split()):
        return label
    first, last = trigger.when.earliest, trigger.when.latest
    if (last - first).days > 366:
        return label
    if first.year == last.year and first.month == last.month:
        return f"{label}, {_MONTHS[first.month - 1]} {first.year}"
    return f"{label}, {last.year}" if first.year == last.year else label


def _confidence(trigger: Trigger) -> float:
    """Higher where participants or a date tell that the event is a particular one; lower for pronouns."""
    if trigger.type == "Toll":
        return 0.6
    score = 0.6 + 0.1 * bool(trigger.patients or trigger.agents) + 0.1 * bool(trigger.when or trigger.name)
    if trigger.noun and not trigger.definite and not trigger.name:
        score -= 0.1
    if any(m.kind == "pronoun" for m in (*trigger.agents, *trigger.patients)):
        score -= 0.1
    return round(score, 2)
