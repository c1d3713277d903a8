"""Dates named in an article: absolute, and relative to the day of publication or to a year named before.

What cannot be told is left out: a weekday in an undated article, a day without a year, a day that the
calendar does not have.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta

from kg.annotate.dates import edtf
from kg.annotate.dates.edtf import Period
from kg.annotate.dates.patterns import MONTH_NUMBER, WEEKDAYS, date_matches, date_spans
from kg.annotate.figures.numbers import parse_number
from kg.annotate.reading import Reading
from kg.model import DateExpression, Span

__all__ = ["date_spans", "find_dates"]

_PARTS = {"early": "early", "mid": "mid", "middle": "mid", "late": "late"}
_BACK = {"last": -1, "previous": -1, "past": -1, "this": 0, "current": 0, "next": 1, "coming": 1}
_FUTURE = re.compile(
    r"\b(?:will|shall|due|scheduled|is to|are to|set to)\b(?!.*\b(?:announced|said|was|were|had)\b)"
)
_LOOK_BACK = 60  # characters before a weekday in which a word for the future counts
_AHEAD = timedelta(days=60)  # a day without a year lies at most so far ahead of publication, else a year back


@dataclass(frozen=True, slots=True)
class _Context:
    """What is known where a date stands: day of publication, last year and month named, words before."""

    published: date | None
    year: int | None = None
    month: int | None = None
    before: str = ""

    @property
    def future(self) -> bool:
        return bool(_FUTURE.search(self.before))


_Resolver = Callable[[re.Match[str], _Context], Period | None]


def find_dates(reading: Reading) -> list[DateExpression]:
    """Dates whose days can be told, in text order, not overlapping."""
    found = []
    context = _Context(reading.document.published)
    for passage in reading.passages:
        text, base = passage.text, passage.region.span.start
        for kind, match in date_matches(text):
            before = text[max(0, match.start() - _LOOK_BACK) : match.start()].rpartition(". ")[2]
            context = replace(context, before=before)
            period = _RESOLVERS[kind](match, context)
            if period is None:
                continue
            found.append(
                DateExpression(
                    Span(base + match.start(), base + match.end()),
                    period.edtf,
                    period.earliest,
                    period.latest,
                )
            )
            context = _remembered(context, period)
    return found


def _remembered(context: _Context, period: Period) -> _Context:
    if not re.fullmatch(r"\d{4}(-(0\d|1[0-2]).*)?~?", period.edtf):
        return context
    return replace(
        context,
        year=period.earliest.year,
        month=period.earliest.month if len(period.edtf) > 5 else context.month,
    )


def _month_of(match: re.Match[str], group: str = "m") -> int:
    return MONTH_NUMBER[match[group].rstrip(".")]


def _year_of_day(number: int, in_month: int, context: _Context) -> int | None:
    """Year of a day given without one: the last such day by publication, or one soon after it."""
    if context.published is None:
        return None
    limit = context.published + _AHEAD
    for guess in (limit.year, limit.year - 1):
        period = edtf.day(number, in_month, guess)
        if period and period.earliest <= limit:
            return guess
    return None


def _day(match: re.Match[str], context: _Context) -> Period | None:
    number, in_month = int(match["d"]), _month_of(match)
    of = int(match["y"]) if match["y"] else _year_of_day(number, in_month, context)
    return edtf.day(number, in_month, of) if of else None


def _days(match: re.Match[str], context: _Context) -> Period | None:
    last = int(match["d2"])
    of = int(match["y"]) if match["y"] else _year_of_day(last, _month_of(match), context)
    if of is None:
        return None
    ends = edtf.day(int(match["d"]), _month_of(match), of), edtf.day(last, _month_of(match), of)
    return edtf.interval(ends[0], ends[1]) if ends[0] and ends[1] else None


def _iso(match: re.Match[str], _: _Context) -> Period | None:
    return edtf.day(int(match["d"]), int(match["m"]), int(match["y"]))


def _month_to_month(match: re.Match[str], _: _Context) -> Period | None:
    last = edtf.month(_month_of(match, "m2"), int(match["y2"]))
    return edtf.interval(edtf.month(_month_of(match), int(match["y"] or match["y2"])), last)


def _parted(part: str | None, number: int, of: int) -> Period:
    return edtf.month_part(_PARTS[part.lower()], number, of) if part else edtf.month(number, of)


def _month_year(match: re.Match[str], _: _Context) -> Period:
    return _parted(match["part"], _month_of(match), int(match["y"]))


def _month_same(match: re.Match[str], context: _Context) -> Period | None:
    if context.year is None:
        return None
    return edtf.month(_month_of(match), context.year + (1 if "following" in match[0] else 0))


def _last_month_name(match: re.Match[str], context: _Context) -> Period | None:
    """The last such month before that of publication; "last November" in November is a year back."""
    if context.published is None:
        return None
    number, now = _month_of(match), context.published
    which = match["which"].lower()
    if which == "next":
        return edtf.month(number, now.year + (number <= now.month))
    if which == "this":
        return edtf.month(number, now.year)
    return edtf.month(number, now.year - (number >= now.month))


def _bare_month(match: re.Match[str], context: _Context) -> Period | None:
    if context.published is None:
        return None
    number, now = _month_of(match), context.published
    if context.future:
        return _parted(match["part"], number, now.year + (number < now.month))
    return _parted(match["part"], number, now.year - (number > now.month))


def _year_range(match: re.Match[str], _: _Context) -> Period | None:
    first, last = match["y"] or match["ya"], match["y2"] or match["yb"]
    return edtf.interval(edtf.year(int(first)), edtf.year(int(last)))


def _year_edge(match: re.Match[str], _: _Context) -> Period:
    whole = edtf.year(int(match["y"]))
    return Period(whole.edtf + "~", whole.earliest, whole.latest)


def _that(match: re.Match[str], context: _Context) -> Period | None:
    if context.year is None:
        return None
    if match["unit"] == "year":
        return edtf.year(context.year)
    return edtf.month(context.month, context.year) if context.month else None


def _ago(match: re.Match[str], context: _Context) -> Period | None:
    count = parse_number(match["count"])
    if context.published is None or count is None:
        return None
    number, now = int(count), context.published
    if match["unit"].lower() == "day":
        return _on(now - timedelta(days=number))
    if match["unit"].lower() == "week":
        return edtf.about(_on(now - timedelta(weeks=number)), timedelta(days=4))
    if match["unit"].lower() == "month":
        months = now.year * 12 + now.month - 1 - number
        return edtf.about(edtf.month(months % 12 + 1, months // 12), timedelta(days=15))
    return edtf.about(edtf.year(now.year - number), timedelta(days=183))


def _years_ago_today(match: re.Match[str], context: _Context) -> Period | None:
    """The day of publication so many years before; about that day for "this week" and "this month"."""
    count = parse_number(match["count"])
    if context.published is None or count is None:
        return None
    now = context.published
    then = edtf.day(now.day, now.month, now.year - int(count)) or edtf.month(now.month, now.year - int(count))
    if match[0].lower().endswith("month"):
        return edtf.month(now.month, now.year - int(count))
    return edtf.about(then, timedelta(days=4)) if match[0].lower().endswith("week") else then


def _on(only: date) -> Period:
    return Period(only.isoformat(), only, only)


def _unit(match: re.Match[str], context: _Context) -> Period | None:
    if context.published is None:
        return None
    step, now = _BACK[match["which"].lower().removeprefix("the ")], context.published
    if match["unit"] == "week":
        return edtf.week(now + timedelta(weeks=step))
    if match["unit"] == "year":
        return edtf.year(now.year + step)
    months = now.year * 12 + now.month - 1 + step
    return edtf.month(months % 12 + 1, months // 12)


def _weekday(match: re.Match[str], context: _Context) -> Period | None:
    """The day of that name last before publication or on it; the next one in a sentence about the future."""
    if context.published is None:
        return None
    back = (context.published.weekday() - WEEKDAYS.index(match["weekday"])) % 7
    if match["which"] == "next" or (context.future and not match["which"]):
        return _on(context.published + timedelta(days=7 - back if back else 7 * (match["which"] == "next")))
    return _on(context.published - timedelta(days=back or 7 * (match["which"] == "last")))


def _near(match: re.Match[str], context: _Context) -> Period | None:
    if context.published is None:
        return None
    word, now = match["near"].lower(), context.published
    if word in {"overnight", "last night"}:
        night = edtf.interval(_on(now - timedelta(days=1)), _on(now))
        return night
    return _on(now + timedelta(days={"yesterday": -1, "tomorrow": 1}.get(word, 0)))


_RESOLVERS: dict[str, _Resolver] = {
    "iso": _iso,
    "month_day_range": _days,
    "between_days": _days,
    "month_day": _day,
    "day_month_range": _days,
    "day_month": _day,
    "month_to_month": _month_to_month,
    "month_year": _month_year,
    "month_same": _month_same,
    "last_month_name": _last_month_name,
    "bare_month": _bare_month,
    "decade": lambda match, _: edtf.decade(int(match["y"])),
    "season": lambda match, _: edtf.season(match["season"].lower(), int(match["y"])),
    "year_range": _year_range,
    "end_of_year": _year_edge,
    "year": lambda match, _: edtf.year(int(match["y"])),
    "that_period": _that,
    "years_ago_today": _years_ago_today,
    "ago": _ago,
    "unit": _unit,
    "weekday": _weekday,
    "near": _near,
}
