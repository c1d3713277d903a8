"""Dates of limited precision as days on an axis, and as words: "4 March 2031", "about November 2019".

Reads the part of EDTF (Library of Congress, 2019) that a graph of this ontology holds: years, decades,
months, seasons, days, intervals that may be open, and the marks for "about" and "uncertain".
"""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date

__all__ = ["DAY", "SPAN", "WITHIN", "When", "read_when"]

DAY, SPAN, WITHIN = 0, 1, 2
"""A known day; a stretch of days that it lasted; some time within a month, a season, a year."""

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
SEASONS = {21: "spring", 22: "summer", 23: "autumn", 24: "winter"}
EPOCH = date(1970, 1, 1).toordinal()
_PART = re.compile(r"(\d{4}|\d{3}X)(?:-(\d\d)(?:-(\d\d))?)?([~?%]?)", re.ASCII)


@dataclass(frozen=True, slots=True)
class When:
    """A date as the page draws it.

    first, last: days since 1970-01-01, both included; where one end is open it is the same as the other.
    precision: :data:`DAY`, :data:`SPAN` or :data:`WITHIN`. about: the text gives it as approximate or
    uncertain. words: what a reader sees.
    """

    first: int
    last: int
    precision: int
    about: bool
    words: str


def read_when(edtf: str, first: str = "", last: str = "") -> When | None:
    """Reads a date.

    Args:
        edtf: what the graph prints, "" where it prints nothing.
        first: first day that it can mean, as ISO date; "" leaves that to ``edtf``.
        last: last day that it can mean.

    Returns:
        None where nothing can be read as a date.

    >>> read_when("2031-03-07/2031-03-10").words
    '7–10 March 2031'
    >>> read_when("2019-11~").words
    'about November 2019'
    >>> read_when("", "2020-02-01", "2020-02-03").words
    'between 1 and 3 February 2020'
    """
    bounds = [day for day in (_day(first), _day(last)) if day is not None]
    printed = _printed(edtf.strip())
    if printed is None:
        return _between(min(bounds), max(bounds)) if bounds else None
    if not bounds or (printed.precision == DAY and not printed.about):
        return printed
    first_day, last_day = _number(min(bounds)), _number(max(bounds))
    # "About 20 November" is some day within its bounds, not one day.
    precision = WITHIN if printed.precision == DAY and first_day < last_day else printed.precision
    return When(first_day, last_day, precision, printed.about, printed.words)


def _printed(edtf: str) -> When | None:
    """What the printed form alone says."""
    if "/" not in edtf:
        part = _part(edtf)
        return part and When(part.first, part.last, part.precision, part.about, _hedged(part))
    one, _, other = edtf.partition("/")
    start, end = _part(one), _part(other)
    if start and end:
        if start.first > end.last:
            return None
        words = _span(start.words, end.words)
        return When(start.first, end.last, SPAN, start.about or end.about, words)
    known, word = (start, "from") if start else (end, "until")
    return known and When(known.first, known.last, known.precision, known.about, f"{word} {known.words}")


def _part(text: str) -> When | None:
    """One date without a slash; words without "about"."""
    found = _PART.fullmatch(text)
    if not found or (found[1].endswith("X") and found[2]):
        return None
    year, month, day = found[1], int(found[2] or 0), int(found[3] or 0)
    try:
        return _period(year, month, day, about=bool(found[4]))
    except (ValueError, IndexError):
        return None


def _period(year: str, month: int, day: int, *, about: bool) -> When:
    if year.endswith("X"):
        start = int(year[:3]) * 10
        return _within(date(start, 1, 1), date(start + 9, 12, 31), f"the {start}s", about=about)
    number = int(year)
    if day:
        only = _number(date(number, month, day))
        return When(only, only, DAY, about, f"{day} {MONTHS[month - 1]} {number}")
    if month in SEASONS:
        # A winter reaches into the next year; which months the others are depends on the hemisphere.
        last = date(number + 1, 3, 31) if SEASONS[month] == "winter" else date(number, 12, 31)
        return _within(date(number, 1, 1), last, f"{SEASONS[month]} {number}", about=about)
    if month:
        days = monthrange(number, month)[1]
        words = f"{MONTHS[month - 1]} {number}"
        return _within(date(number, month, 1), date(number, month, days), words, about=about)
    return _within(date(number, 1, 1), date(number, 12, 31), str(number), about=about)


def _within(first: date, last: date, words: str, *, about: bool) -> When:
    return When(_number(first), _number(last), WITHIN, about, words)


def _between(first: date, last: date) -> When:
    if first == last:
        return When(_number(first), _number(first), DAY, False, _words(first))
    words = _span(_words(first), _words(last)).replace(" – ", " and ").replace("–", " and ")
    return When(_number(first), _number(last), WITHIN, False, f"between {words}")


def _span(one: str, other: str) -> str:
    """Two dates in words, what they share said once: "7–10 March 2031", "March – May 2031"."""
    first, second = one.split(), other.split()
    shared = 0
    while shared < min(len(first), len(second)) - 1 and first[-1 - shared] == second[-1 - shared]:
        shared += 1
    start = first[: len(first) - shared]
    close = len(start) == 1 and start[0].isdigit() and shared
    return f"{' '.join(start)}–{other}" if close else f"{' '.join(start)} – {other}"


def _hedged(part: When) -> str:
    return f"about {part.words}" if part.about else part.words


def _words(day: date) -> str:
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def _number(day: date) -> int:
    return day.toordinal() - EPOCH


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text[:10]) if text else None
    except ValueError:
        return None
