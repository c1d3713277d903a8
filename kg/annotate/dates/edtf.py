"""Dates of limited precision in EDTF (Library of Congress, 2019), with the days that bound them.

Only forms of levels 0 and 1 are made: day, month, year, season, decade, interval, and "~" for approximate.
"""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import MAXYEAR, MINYEAR, date, timedelta

__all__ = ["Period", "about", "day", "decade", "interval", "month", "month_part", "season", "week", "year"]

SEASONS = {"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24}
_PARTS = {"early": (1, 15), "mid": (5, 25), "late": (15, 31)}


@dataclass(frozen=True, slots=True)
class Period:
    """EDTF string and first and last day that it can mean."""

    edtf: str
    earliest: date
    latest: date


def year(number: int) -> Period:
    """The whole year."""
    return Period(f"{number:04d}", date(number, 1, 1), date(number, 12, 31))


def month(number: int, of: int) -> Period:
    """Month of a year.

    >>> month(2, 2020).latest
    datetime.date(2020, 2, 29)
    """
    return Period(f"{of:04d}-{number:02d}", date(of, number, 1), date(of, number, monthrange(of, number)[1]))


def day(number: int, in_month: int, of: int) -> Period | None:
    """One day, or None where the calendar has no such day.

    >>> day(31, 11, 2019) is None
    True
    """
    if not (MINYEAR <= of <= MAXYEAR and 1 <= in_month <= 12 and 1 <= number <= monthrange(of, in_month)[1]):
        return None
    only = date(of, in_month, number)
    return Period(only.isoformat(), only, only)


def month_part(part: str, number: int, of: int) -> Period:
    """``early``, ``mid`` or ``late`` in a month: the month marked approximate, with generous days."""
    whole = month(number, of)
    first, last = _PARTS[part]
    return Period(
        whole.edtf + "~",
        whole.earliest.replace(day=first),
        whole.earliest.replace(day=min(last, whole.latest.day)),
    )


def season(name: str, of: int) -> Period:
    """Season of a year. Its days depend on the hemisphere, so the year bounds it (winter: until March)."""
    whole = year(of)
    latest = date(of + 1, 3, 31) if name == "winter" and of < MAXYEAR else whole.latest
    return Period(f"{of:04d}-{SEASONS[name]}", whole.earliest, latest)


def decade(first_year: int) -> Period:
    """Ten years, from a year that ends in 0."""
    return Period(f"{first_year // 10:03d}X", date(first_year, 1, 1), date(first_year + 9, 12, 31))


def week(of: date) -> Period:
    """The week (Monday to Sunday) that holds a day."""
    monday = of - timedelta(days=of.weekday())
    sunday = monday + timedelta(days=6)
    return Period(f"{monday.isoformat()}/{sunday.isoformat()}", monday, sunday)


def interval(first: Period, last: Period) -> Period | None:
    """From the start of one period to the end of another; None where that runs backwards."""
    if first.earliest > last.latest or "/" in first.edtf + last.edtf:
        return None
    return Period(f"{first.edtf}/{last.edtf}", first.earliest, last.latest)


def about(period: Period, slack: timedelta) -> Period:
    """The same period, approximate, with slack on both sides."""
    return Period(period.edtf + "~", period.earliest - slack, period.latest + slack)
