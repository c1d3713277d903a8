"""Lines that tell when an article was published, and the dates in them. A date is never guessed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from kg.sources.lines import Line
from kg.sources.zones import end_zone, front_zone

__all__ = ["DATE", "MONTH_NAMES", "find_date_lines", "parse_date", "published_on"]

MONTH_NAMES = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?"
    r"|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)"
)
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_WEEKDAYS = r"(?:(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?\.?,?\s+)?"

DATE = (
    rf"(?:{_WEEKDAYS}(?:(?P<month_a>{MONTH_NAMES})\.?\s+(?P<day_a>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<year_a>\d{{4}})"
    rf"|(?P<day_b>\d{{1,2}})(?:st|nd|rd|th)?\s+(?P<month_b>{MONTH_NAMES})\.?,?\s+(?P<year_b>\d{{4}}))"
    r"|(?P<iso>\d{4}-\d{2}-\d{2})(?:T[\d:.]+(?:Z|[+-]\d{2}:?\d{2})?)?"
    r"|(?P<numbers>\d{1,2}[/.]\d{1,2}[/.]\d{4}))"
)
"""A complete date, words or numbers, with or without its day of the week."""

_TIME = (
    r"(?:[\s,|·•@–—-]*(?:at\s+)?\d{1,2}[:.]\d{2}(?::\d{2})?\s*(?:[ap]\.?m\.?)?"
    r"(?:\s*\(?(?:GMT|UTC|BST|CET|CEST|[ECMP][SD]?T|IST|Z)\)?(?:[+-]\d{1,4})?)?)?"
)
_LABELS = (
    r"published(?:\s+(?:on|at))?|first published(?:\s+on)?|posted(?:\s+(?:on|at))?|updated(?:\s+(?:on|at))?"
    r"|last (?:updated|modified)(?:\s+on)?|modified|created|issued|filed|released|date|dated|publication date"
    r"|analysis|opinion|comment|commentary|editorial|news|briefing|feature|report|press release"
    r"|for immediate release|statement|interview|news release|media release|press statement"
)
_LINE = re.compile(
    rf"(?P<label>{_LABELS})?\s*[:,|·•–—-]?\s*{DATE}{_TIME}\.?(?P<rest>(?:[\s|;,(·•–—-]*(?:{_LABELS})\b.*)?)",
    re.IGNORECASE,
)
_SHORT = re.compile(
    rf"{_WEEKDAYS}(?:{MONTH_NAMES}\.?\s+\d{{1,2}}|\d{{1,2}}\s+{MONTH_NAMES}\.?)(?:st|nd|rd|th)?{_TIME}",
    re.IGNORECASE,
)
_BAR = re.compile(r"\s*[|•·]\s*")
"""Place, date and time with bars between them."""
_BAR_WORDS = 7
_BY = re.compile(r"(?:written |posted )?by\b", re.IGNORECASE)
_LONGEST = 120
_UPDATES = ("updated", "last", "modified")


def find_date_lines(lines: Sequence[Line], kinds: Mapping[int, str]) -> dict[int, str]:
    """Lines near the top or the end that hold a date and no more, by position."""
    zone = sorted({*front_zone(lines), *end_zone(lines)})
    free = [index for index in zone if index not in kinds]
    return {index: "date" for index in free if _match(lines[index]) is not None or _is_short(lines[index])}


def published_on(lines: Sequence[Line], kinds: Mapping[int, str]) -> date | None:
    """The date that the date lines give: that of a labelled line before others; an update's never."""
    plain: date | None = None
    for index in sorted(kinds):
        match = _match(lines[index]) if kinds[index] == "date" else None
        found = parse_date(match) if match is not None else None
        if match is None or found is None:
            continue
        label = (match["label"] or "").casefold()
        if label.startswith(("publi", "first publi", "posted")):
            return found
        if not label.startswith(_UPDATES):
            plain = plain or found
    return plain


def parse_date(match: re.Match[str]) -> date | None:
    """The day that a match of :data:`DATE` names; None where there is none or it could be read two ways."""
    groups = match.groupdict()
    if groups["iso"]:
        return _iso(groups["iso"])
    if groups["numbers"]:
        days = set(_numeric(groups["numbers"]))
        return days.pop() if len(days) == 1 else None
    for which in "ab":
        if groups[f"month_{which}"]:
            month = _MONTHS.index(groups[f"month_{which}"][:3].casefold()) + 1
            return _day(int(groups[f"year_{which}"]), month, int(groups[f"day_{which}"]))
    return None


def _is_short(line: Line) -> bool:
    """A day without its year tells nothing, but is no text either."""
    return _SHORT.fullmatch(line.text) is not None


def _match(line: Line) -> re.Match[str] | None:
    if len(line) > _LONGEST:
        return None
    if match := _LINE.fullmatch(line.text.strip("()[]*_")):
        return match
    parts = _BAR.split(line.text)
    if (
        len(parts) == 1
        or _BY.match(line.text)
        or any(len(part.split()) > _BAR_WORDS or part.endswith(".") for part in parts)
    ):
        return None
    return next((match for part in parts if (match := _LINE.fullmatch(part))), None)


def _iso(text: str) -> date | None:
    year, month, day = (int(part) for part in text.split("-"))
    return _day(year, month, day)


def _numeric(text: str) -> Iterator[date]:
    """Every reading of 5/11/2020; with full stops the day leads."""
    first, second, year = (int(part) for part in re.split(r"[/.]", text))
    readings = [(second, first)] if "." in text else [(second, first), (first, second)]
    for month, day in readings:
        if found := _day(year, month, day):
            yield found


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
