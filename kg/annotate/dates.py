"""Dates named in an article: absolute, and relative to the day of publication or to a year named before.

What cannot be told is left out: a weekday in an undated article, a day without a year, a day that the calendar
does not have.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from kg.annotate import edtf
from kg.annotate.edtf import Period
from kg.annotate.numbers import parse_number
from kg.annotate.reading import Reading
from kg.model import DateExpression, Span

__all__ = ["date_spans", "find_dates"]

_MONTHS = (
    "January February March April May June July August September October November December".split(),
    "Jan Feb Mar Apr May Jun Jul Aug Sept Oct Nov Dec".split(),
)
_MONTH_NUMBER = {name: n for row in _MONTHS for n, name in enumerate(row, start=1)} | {"Sep": 9}
_WEEKDAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
_PARTS = {"early": "early", "mid": "mid", "middle": "mid", "late": "late"}
_BACK = {"last": -1, "previous": -1, "past": -1, "this": 0, "current": 0, "next": 1, "coming": 1}
_FUTURE = re.compile(r"\b(?:will|shall|due|scheduled|plans?|planned|next|upcoming|is to|are to|set to)\b")
_LOOK_BACK = 80  # characters before a weekday in which a word for the future counts
_AHEAD = timedelta(days=60)  # a day without a year lies at most so far ahead of publication, else a year back

_M = r"(?P<{}>(?:" + "|".join(sorted(_MONTH_NUMBER, key=len, reverse=True)) + r")\b(?:\.(?= \d|,))?)"
_D = r"(?P<{}>[0-3]?\d)(?:st|nd|rd|th)?"
_Y = r"(?P<{}>1[5-9]\d\d|20\d\d)(?![\d-]|[.,:]\d)"
_PART = r"(?:(?P<{}>[Ee]arly|[Mm]id|[Mm]iddle|[Ll]ate)(?: in| of|-)? ?(?:the month of )?)?"
_DAY = rf"(?:\b(?:{'|'.join(_WEEKDAYS)}),? (?:the )?)?"
_DASH = r" ?(?:-|–|to|and|or|until|through) ?"
_SEASON = "|".join(edtf.SEASONS)
_COUNT = (
    r"(?P<count>an?|one|two|three|four|five|six|seven|eight|nine|ten|\d{1,2}) (?P<unit>day|week|month|year)s?"
)


_PATTERNS = {
    "iso": r"(?<![\d-])(?P<y>1[5-9]\d\d|20\d\d)-(?P<m>\d\d)-(?P<d>\d\d)(?![\d-])",
    "month_day_range": rf"{_M.format('m')} {_D.format('d')} ?(?:-|–|to) ?{_D.format('d2')}\b(?:,? {_Y.format('y')})?",
    "month_day": rf"{_DAY}\b{_M.format('m')} {_D.format('d')}\b(?!,\d)(?:,? (?:in )?{_Y.format('y')})?",
    "day_month_range": rf"(?<![\d,.])\b{_D.format('d')} ?(?:-|–|to) ?{_D.format('d2')} {_M.format('m')}(?:,? {_Y.format('y')})?",
    "day_month": rf"{_DAY}(?<![\d,.])\b{_D.format('d')} (?:of )?{_M.format('m')}(?:,? {_Y.format('y')})?",
    "month_to_month": rf"(?:(?<=from )|(?<=between ))\b{_M.format('m')}(?:,? {_Y.format('y')})?{_DASH}{_M.format('m2')},? {_Y.format('y2')}",
    "month_year": rf"{_PART.format('part')}\b{_M.format('m')},? (?:of )?{_Y.format('y')}",
    "month_same": rf"\b{_M.format('m')} (?:of )?(?:the same|that|the following) year",
    "last_month_name": rf"\b(?P<which>[Ll]ast|[Tt]his|[Nn]ext|[Tt]his past) {_M.format('m')}(?! \d)",
    "bare_month": rf"(?:(?<=\b[Ii]n )|(?<=[Ss]ince )|(?<=[Uu]ntil )|(?<=[Dd]uring )|(?<=\bby ))"
    rf"{_PART.format('part')}\b{_M.format('m')}(?! \d|[-\w])",
    "decade": r"\bthe (?:(?P<part>early|mid|late)[- ])?(?P<y>1[5-9]\d0|20\d0)[’']?s\b",
    "season": rf"(?i:\b(?P<season>{_SEASON}) (?:of )?){_Y.format('y')}",
    "year_range": rf"(?:(?<=[Ff]rom )|(?<=[Bb]etween ))(?P<y>1[5-9]\d\d|20\d\d){_DASH}{_Y.format('y2')}|"
    r"\b(?P<ya>1[5-9]\d\d|20\d\d)[-–](?P<yb>1[5-9]\d\d|20\d\d)\b",
    "end_of_year": rf"(?i:\b(?P<edge>end|beginning|start|early|mid|late)[- ](?:of |in )?){_Y.format('y')}",
    "year": r"(?:(?<=\bin )|(?<=\bIn )|(?<=[Ss]ince )|(?<=\bby )|(?<=[Dd]uring )|(?<=\bof )|(?<=[Uu]ntil )|(?<=[Bb]efore )|"
    r"(?<=[Aa]fter )|(?<=[Ff]rom )|(?<=[Tt]he )|(?<=’s )|(?<='s )|(?<=into )|(?<=year )|(?<=\()|(?<=[Tt]hroughout ))"
    + _Y.format("y")
    + r"(?! ?(?:people|persons|others|dead|deaths|men|women|children|%|percent|years|million)\b)",
    "that_period": r"\b(?P<same>[Tt]he same|[Tt]hat) (?P<unit>year|month)\b",
    "ago": rf"\b(?i:(?P<loose>about |around |almost |nearly |more than |over |some |roughly |(?:almost )?exactly )?{_COUNT} (?:ago|earlier(?= this)))\b",
    "unit": r"\b(?P<which>[Ll]ast|[Tt]his|[Nn]ext|[Tt]he coming) (?P<unit>week|month|year)\b(?!-)",
    "weekday": rf"\b(?:(?P<which>last|next|this) )?(?P<weekday>{'|'.join(_WEEKDAYS)})\b(?!-)",
    "near": r"\b(?P<near>[Yy]esterday|[Tt]oday|[Tt]omorrow|[Tt]onight|[Ll]ast night|[Tt]his (?:morning|afternoon|evening)|[Oo]vernight)\b",
}
_ANY = [(kind, re.compile(pattern)) for kind, pattern in _PATTERNS.items()]
_HINT = re.compile(
    r"\d{4}|\d0[’']?s\b|[JFMASOND][a-z]{2,8}\b|\b(?:ago|earlier|[Ll]ast|[Tt]his|[Tt]hat|[Nn]ext|[Ss]ame|[Tt]o(?:day|morrow|night)|"
    r"[Yy]esterday|[Oo]vernight|[TW][a-z]+day)\b"
)


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
        text, base = passage.doc.text, passage.region.span.start
        for kind, match in _matches(text):
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


def date_spans(text: str) -> list[tuple[int, int]]:
    """Start and end of everything that looks like a date, whether or not its days can be told."""
    return [match.span() for _, match in _matches(text)]


def _matches(text: str) -> list[tuple[str, re.Match[str]]]:
    """The longest matches in text order; of equals the pattern named first."""
    if not _HINT.search(text):
        return []
    found = [
        (m.start(), -m.end(), order, kind, m)
        for order, (kind, p) in enumerate(_ANY)
        for m in p.finditer(text)
    ]
    kept: list[tuple[str, re.Match[str]]] = []
    position = 0
    for start, _, _, kind, match in sorted(found, key=lambda row: row[:3]):
        if start >= position:
            kept.append((kind, match))
            position = match.end()
    return kept


def _remembered(context: _Context, period: Period) -> _Context:
    if not re.fullmatch(r"\d{4}(-(0\d|1[0-2]).*)?~?", period.edtf):
        return context
    return replace(
        context,
        year=period.earliest.year,
        month=period.earliest.month if len(period.edtf) > 5 else context.month,
    )


def _month_of(match: re.Match[str], group: str = "m") -> int:
    return _MONTH_NUMBER[match[group].rstrip(".")]


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
    """ "Last November" in November or December may mean either of two; in December the one just past."""
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
    back = (context.published.weekday() - _WEEKDAYS.index(match["weekday"])) % 7
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
    "ago": _ago,
    "unit": _unit,
    "weekday": _weekday,
    "near": _near,
}
