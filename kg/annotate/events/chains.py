"""Joins the event words of one article that speak of one event.

An article that reports one attack or disaster comes back to it with bare words ("killed", "the dead", "the
blasts"), so a word for violence or death without a date, place or named person of its own belongs to the
article's main event. Everything else is joined only by a link in the parse, a shared name, or a definite noun
soon after.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass, field
from decimal import Decimal

from kg.annotate.dates.find import date_spans
from kg.annotate.events.triggers import Trigger
from kg.model import DateExpression, Mention

__all__ = ["chain_triggers"]

_FAMILY = {"Killing": "violence", "Attack": "violence"}
_LEAD = 3  # an event first told in so many sentences can be what the whole article is about
_NEAR = 2  # sentences within which an undated word joins a dated event that is not in the lead


MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
    "november", "december",
)  # fmt: skip


@dataclass
class _Chain:
    family: str
    members: list[Trigger] = field(default_factory=list)

    @property
    def first(self) -> Trigger:
        return self.members[0]

    @property
    def last(self) -> Trigger:
        return self.members[-1]


def chain_triggers(
    found: Sequence[Trigger], tolls: Mapping[int, Set[Decimal]], *, suggested: str = ""
) -> list[tuple[Trigger, int, str]]:
    """Each trigger with the number of its chain and its type.

    Triggers of the pseudo-type Toll get the type of the chain they join; those that join none are dropped.
    A chain with an attack in it is an attack throughout, so that one event has one type.

    Args:
        found: event words in text order.
        tolls: numbers of dead and injured by sentence; the same toll again speaks of the same event.
        suggested: family of deaths ("violence" or "Disaster") where no trigger tells it.
    """
    joiner = _Joiner(tolls, _main_family(found) or suggested)
    for trigger in found:
        joiner.add(trigger)
    rows = [(t, number, _type(c, t)) for number, c in enumerate(joiner.chains) for t in c.members]
    return sorted(rows, key=lambda row: row[0].span)


class _Joiner:
    """Takes triggers in text order and keeps the chains so far."""

    def __init__(self, tolls: Mapping[int, Set[Decimal]], main: str) -> None:
        self.chains: list[_Chain] = []
        self._owner: dict[tuple[int, int], _Chain] = {}
        self._tolls = tolls
        self._main = main

    def add(self, trigger: Trigger) -> None:
        """Put a trigger into the chain it belongs to, or into one of its own."""
        chain = self._linked(trigger) or self._chain_of(trigger)
        if chain is None:
            if trigger.type == "Toll" and (not self._main or _named_people(trigger.patients)):
                return
            chain = _Chain(self._family(trigger))
            self.chains.append(chain)
        chain.members.append(trigger)
        self._owner[(trigger.passage.region.span.start, trigger.token)] = chain

    def _family(self, trigger: Trigger) -> str:
        """A death, or a killing by nobody in an article about a disaster, is of the article's main family."""
        bare = trigger.lemma == "kill" and not trigger.agents and self._main == "Disaster"
        return self._main if trigger.type == "Toll" or bare else _family(trigger)

    def _linked(self, trigger: Trigger) -> _Chain | None:
        """The chain of an event word that this one hangs on or holds in the parse."""
        base, families = trigger.passage.region.span.start, {self._family(trigger), _family(trigger)}
        if trigger.type == "Toll" or trigger.lemma == "kill":
            families |= {"violence", "Disaster"}
        near = [self._owner[(base, token)] for token in trigger.linked if (base, token) in self._owner]
        near += [
            c
            for c in self.chains
            if any(trigger.token in m.linked and m.passage is trigger.passage for m in c.members)
        ]
        return next((c for c in near if c.family in families and not _conflict(trigger, c)), None)

    def _chain_of(self, trigger: Trigger) -> _Chain | None:
        if trigger.type == "Toll" and _named_people(trigger.patients):
            return None
        family = self._family(trigger)
        fitting = [c for c in self.chains if c.family == family and not _conflict(trigger, c)]
        named = [
            c
            for c in fitting
            if trigger.name and any(m.name.lower() == trigger.name.lower() for m in c.members)
        ]
        if named:
            return named[-1]
        fitting = [c for c in fitting if not self._elsewhen(trigger, c)]
        if trigger.times:
            timeless = family in {"violence", "Disaster"}
            fitting = [
                c
                for c in fitting
                if _share_times(trigger, c) or (timeless and not _has_time(c) and c.first.sentence < _LEAD)
            ]
        recent = sorted(fitting, key=lambda c: c.last.sentence)
        if trigger.noun and trigger.definite and not trigger.own_places and recent:
            return recent[-1]
        if family in {"violence", "Disaster"}:
            return self._main_event(trigger, fitting, recent)
        if trigger.times and recent:
            return recent[-1]
        close = [c for c in recent if trigger.sentence - c.last.sentence <= 1 and c.last.type == trigger.type]
        return close[-1] if close and _same_patients(trigger, close[-1]) else None

    def _elsewhen(self, trigger: Trigger, chain: _Chain) -> bool:
        """Whether an undated word stands among dates of which none fits the chain's."""
        when = [m.when for m in chain.members if m.when]
        if trigger.type == "Toll" or trigger.when or not when or not trigger.around:
            return False
        return not any(_meet(date, other) for date in trigger.around for other in when)

    def _main_event(self, trigger: Trigger, fitting: list[_Chain], recent: list[_Chain]) -> _Chain | None:
        """The first event of the kind where it is in the lead, one with the same toll, or one close by."""
        if trigger.status not in {"Occurred", "Denied"} and trigger.type != "Toll":
            return None
        lead = [c for c in fitting if c.first.sentence < _LEAD and c.first.status == "Occurred"]
        tolls = self._tolls.get(trigger.sentence, frozenset())
        same = [
            c for c in fitting if any(tolls & self._tolls.get(m.sentence, frozenset()) for m in c.members)
        ]
        near = [
            c for c in recent if trigger.sentence - c.last.sentence <= _NEAR and not _timed_apart(trigger, c)
        ]
        return next(iter(lead or same[-1:] or near[-1:]), None)


def _family(trigger: Trigger) -> str:
    return _FAMILY.get(trigger.type, trigger.type)


def _type(chain: _Chain, trigger: Trigger) -> str:
    if chain.family != "violence":
        return chain.family
    return "Attack" if any(member.type == "Attack" for member in chain.members) else "Killing"


def _main_family(found: Sequence[Trigger]) -> str:
    """Violence or Disaster, whichever more words tell of.

    Those in the lead thrice; bare "kill" counts for neither.
    """
    weight = {"violence": 0, "Disaster": 0}
    for trigger in found:
        bare = trigger.lemma == "kill" and not trigger.agents
        if _family(trigger) in weight and trigger.status == "Occurred" and not bare:
            weight[_family(trigger)] += 3 if trigger.sentence < _LEAD else 1
    if not any(weight.values()):
        return ""
    return "Disaster" if weight["Disaster"] > weight["violence"] else "violence"


def _conflict(trigger: Trigger, chain: _Chain) -> bool:
    """Whether the two cannot be one event: other days, other named people, another place, one and several."""
    for member in chain.members:
        if trigger.when and member.when and not _meet(trigger.when, member.when):
            return True
        if any(_differ(a, b) for a, b in zip(_calendar(trigger), _calendar(member), strict=True)):
            return True
        if _differ(_named_people(trigger.patients), _named_people(member.patients)):
            return True
        if _differ(_named(trigger.agents), _named(member.agents)):
            return True
    numbers = {_plural(m) for m in chain.members if m.noun and m.lemma == trigger.lemma}
    if trigger.noun and numbers and _plural(trigger) not in numbers:
        return True
    places = {m.chain for member in chain.members for m in member.places if m.kind == "name"}
    return trigger.noun and _differ({m.chain for m in trigger.own_places if m.kind == "name"}, places)


def _plural(trigger: Trigger) -> bool:
    return trigger.passage.doc[trigger.token].tag_ in {"NNS", "NNPS"}


def _meet(left: DateExpression, right: DateExpression) -> bool:
    return left.earliest <= right.latest and right.earliest <= left.latest


def _calendar(trigger: Trigger) -> tuple[set[str], set[str]]:
    """Months and years that the event's words or its date name."""
    months = {time for time in trigger.times if time in MONTHS}
    years = {time for time in trigger.times if time.isdigit()}
    if trigger.when and trigger.when.earliest.year == trigger.when.latest.year:
        years.add(str(trigger.when.earliest.year))
        if trigger.when.earliest.month == trigger.when.latest.month:
            months.add(MONTHS[trigger.when.earliest.month - 1])
    return months, years


def _share_times(trigger: Trigger, chain: _Chain) -> bool:
    return any(_share_time(trigger, member) for member in chain.members)


def _has_time(chain: _Chain) -> bool:
    return any(member.times or member.when for member in chain.members)


def _share_time(left: Trigger, right: Trigger) -> bool:
    if left.times & right.times:
        return True
    return any(a & b for a, b in zip(_calendar(left), _calendar(right), strict=True))


def _differ(left: set[int] | set[str], right: set[int] | set[str]) -> bool:
    return bool(left and right and not set(left) & set(right))


def _timed_apart(trigger: Trigger, chain: _Chain) -> bool:
    """Whether the sentence has a time that cannot be told.

    ("during last year's unrest") and the chain a date.
    """
    if trigger.when or trigger.around or not any(m.when for m in chain.members):
        return False
    return bool(date_spans(trigger.passage.doc[trigger.token].sent.text))


def _named(mentions: Sequence[Mention]) -> set[int]:
    return {m.chain for m in mentions if m.kind == "name"}


def _named_people(mentions: Sequence[Mention]) -> set[int]:
    return {m.chain for m in mentions if m.type == "Person" and m.kind != "nominal"}


def _same_patients(trigger: Trigger, chain: _Chain) -> bool:
    left, right = {m.chain for m in trigger.patients}, {m.chain for c in chain.members for m in c.patients}
    return not left or not right or bool(left & right)
