"""When events took place that an article tells without a date: in the frame that it sets.

An article about one uprising, attack or disaster dates it once, in the headline or in the first sentences
that tell of it, then speaks of "the protests", "the dead", "the arrests". Such words get the article's month,
marked as approximate ("2019-11~"); a date of their own, or another one told before them in their paragraph,
speaks against it. The date of a report ("it said on 23 December that ...") is no date of the event.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from kg.annotate.claims.cues import verb_forms
from kg.annotate.dates.edtf import month
from kg.annotate.events.triggers import Trigger
from kg.annotate.reading import Passage, Reading
from kg.model import DateExpression

__all__ = ["framed"]

_FRAMED = frozenset({"Protest", "Killing", "Attack", "Arrest", "Disaster"})
_FRAMING = frozenset({"Protest", "Killing", "Attack", "Disaster"})
_LEAD = 3
_LONGEST = 31  # days

Row = tuple[Trigger, int, str]
"""A trigger, the number of its chain, and its type."""


def framed(reading: Reading, rows: Sequence[Row], dates: Sequence[DateExpression]) -> list[Row]:
    """The rows, undated chains of the article's own story with the article's month.

    Args:
        reading: the parsed article.
        rows: from :func:`kg.annotate.events.chains.chain_triggers`.
        dates: all dates of the article, headline too.
    """
    frame = _frame(reading, rows, dates)
    if frame is None:
        return list(rows)
    dated = {chain for trigger, chain, _ in rows if trigger.when is not None}
    told: dict[int, list[Trigger]] = {}
    for trigger, chain, kind in rows:
        if kind in _FRAMED and chain not in dated:
            told.setdefault(chain, []).append(trigger)
    fitting = {
        chain for chain, members in told.items() if all(_fits(member, frame, dates) for member in members)
    }
    return [
        (replace(trigger, when=frame) if chain in fitting else trigger, chain, kind)
        for trigger, chain, kind in rows
    ]


def _frame(reading: Reading, rows: Sequence[Row], dates: Sequence[DateExpression]) -> DateExpression | None:
    """The article's month: of its headline, else the only one it dates events in, else of its lead."""
    headline = reading.document.headline
    if headline is not None:
        named = _months(d for d in dates if headline.covers(d.span))
        if len(named) == 1:
            return _approximate(named[0], dates)
    framing = [
        (trigger.sentence, trigger.when)
        for trigger, _, kind in rows
        if kind in _FRAMING and trigger.when is not None and trigger.status == "Occurred"
    ]
    months = _months(when for _, when in framing)
    if len(months) > 1:
        months = _months(when for sentence, when in framing if sentence < _LEAD)[:1]
    return _approximate(months[0], dates) if months else None


def _months(dates: Iterable[DateExpression]) -> list[tuple[int, int]]:
    """Year and month of each date that lies in one month, each once, in order."""
    found = {
        (d.earliest.year, d.earliest.month): None
        for d in dates
        if (d.latest - d.earliest).days < _LONGEST and d.earliest.month == d.latest.month
    }
    return list(found)


def _approximate(key: tuple[int, int], dates: Sequence[DateExpression]) -> DateExpression:
    whole = month(key[1], key[0])
    words = next(d for d in dates if (d.earliest.year, d.earliest.month) == key)
    return DateExpression(words.span, f"{whole.edtf}~", whole.earliest, whole.latest)


def _fits(trigger: Trigger, frame: DateExpression, dates: Sequence[DateExpression]) -> bool:
    """Whether nothing in the trigger's paragraph, up to the end of its sentence, tells another time."""
    if any(mention.kind == "name" and mention.type == "Person" for mention in trigger.patients):
        return False
    if trigger.status == "Planned" or trigger.times:
        return trigger.status != "Planned" and _same_month_named(trigger, frame)
    passage = trigger.passage
    end = passage.region.span.start + passage.doc[trigger.token].sent.end_char
    before = [d for d in dates if passage.region.span.start <= d.span.start < end]
    return all(_meets(d, frame) or _is_of_report(passage, d) for d in before)


def _same_month_named(trigger: Trigger, frame: DateExpression) -> bool:
    """Whether the words for time in the trigger's own phrase are those of the frame's month."""
    words = {frame.earliest.strftime("%B").lower(), str(frame.earliest.year)}
    return trigger.times <= words


def _meets(one: DateExpression, frame: DateExpression) -> bool:
    slack = date.resolution * 15
    return one.earliest <= frame.latest + slack and frame.earliest - slack <= one.latest


def _is_of_report(passage: Passage, when: DateExpression) -> bool:
    """Whether the date hangs on a reporting verb."""
    tokens = passage.tokens(when.span)
    if tokens is None:
        return False
    forms = verb_forms()
    return any(token.lower_ in forms for token in (tokens.root.head, tokens.root.head.head))
