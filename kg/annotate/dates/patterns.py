"""What dates look like in English text, without saying which days they are."""

from __future__ import annotations

import re
from functools import lru_cache

from kg.annotate.dates import edtf

__all__ = ["MONTH_NUMBER", "WEEKDAYS", "date_matches", "date_spans"]

_MONTHS = (
    [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ],
    ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sept", "Oct", "Nov", "Dec"],
)
MONTH_NUMBER = {name: n for row in _MONTHS for n, name in enumerate(row, start=1)} | {"Sep": 9}
WEEKDAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
_M = r"(?P<{}>(?:" + "|".join(sorted(MONTH_NUMBER, key=len, reverse=True)) + r")\b(?:\.(?= \d|,))?)"
_D = r"(?P<{}>[0-3]?\d)(?:st|nd|rd|th)?"
_Y = r"(?P<{}>1[5-9]\d\d|20\d\d)(?![\d-]|[.,:]\d)"
_PART = r"(?:(?P<{}>[Ee]arly|[Mm]id|[Mm]iddle|[Ll]ate)(?: in| of|-)? ?(?:the month of )?)?"
_DAY = rf"(?:\b(?:{'|'.join(WEEKDAYS)}),? (?:the )?)?"
_DASH = r" ?(?:-|–|to|and|or|until|through) ?"
_SEASON = "|".join(edtf.SEASONS)
_COUNT = (
    r"(?P<count>an?|one|two|three|four|five|six|seven|eight|nine|ten|\d{1,2}) (?P<unit>day|week|month|year)s?"
)


_YEARS_AGO = _COUNT.replace("day|week|month|year", "year") + " ago (?:today|on this day|this (?:week|month))"
_DAYS = _D.format("d") + " ?(?:-|–|to) ?" + _D.format("d2")
_OF_YEAR = "(?:,? " + _Y.format("y") + ")?"

_PATTERNS = {
    "iso": r"(?<![\d-])(?P<y>1[5-9]\d\d|20\d\d)-(?P<m>\d\d)-(?P<d>\d\d)(?![\d-])",
    "month_day_range": rf"{_M.format('m')} {_DAYS}\b{_OF_YEAR}",
    "between_days": rf"(?<=[Bb]etween ){_M.format('m')} {_D.format('d')} and {_D.format('d2')}\b{_OF_YEAR}",
    "month_day": rf"{_DAY}\b{_M.format('m')} {_D.format('d')}\b(?!,\d)(?:,? (?:in )?{_Y.format('y')})?",
    "day_month_range": rf"(?<![\d,.])\b{_DAYS} {_M.format('m')}{_OF_YEAR}",
    "day_month": rf"{_DAY}(?<![\d,.])\b{_D.format('d')} (?:of )?{_M.format('m')}(?:,? {_Y.format('y')})?",
    "month_to_month": rf"(?:(?<=from )|(?<=between ))\b{_M.format('m')}{_OF_YEAR}{_DASH}{_M.format('m2')},? "
    + _Y.format("y2"),
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
    "year": r"(?:(?<=\bin )|(?<=\bIn )|(?<=[Ss]ince )|(?<=\bby )|(?<=[Dd]uring )|(?<=\bof )|(?<=[Uu]ntil )|"
    r"(?<=[Bb]efore )|(?<=[Aa]fter )|(?<=[Ff]rom )|(?<=[Tt]he )|(?<=’s )|(?<='s )|(?<=into )|(?<=year )|"
    r"(?<=\()|(?<=[Tt]hroughout ))"
    + _Y.format("y")
    + r"(?! ?(?:people|persons|others|dead|deaths|men|women|children|%|percent|years|million)\b)",
    "that_period": r"\b(?P<same>[Tt]he same|[Tt]hat) (?P<unit>year|month)\b",
    "years_ago_today": rf"\b(?i:{_YEARS_AGO})\b",
    "ago": rf"\b(?i:(?:(?:about|around|almost|nearly|some|roughly|almost exactly|exactly) )?{_COUNT} ago)\b",
    "unit": r"\b(?P<which>[Ll]ast|[Tt]his|[Nn]ext|[Tt]he coming) (?P<unit>week|month|year)\b(?!-)",
    "weekday": rf"\b(?:(?P<which>last|next|this) )?(?P<weekday>{'|'.join(WEEKDAYS)})\b(?!-)",
    "near": r"\b(?P<near>[Yy]esterday|[Tt]oday|[Tt]omorrow|[Tt]onight|[Ll]ast night|[Oo]vernight|"
    r"[Tt]his (?:morning|afternoon|evening))\b",
}
_ANY = [(kind, re.compile(pattern)) for kind, pattern in _PATTERNS.items()]
_HINT = re.compile(
    r"\d{4}|\d0[’']?s\b|[JFMASOND][a-z]{2,8}\b|\b(?:ago|earlier|[Ll]ast|[Tt]his|[Tt]hat|[Nn]ext|[Ss]ame|[Tt]o(?:day|morrow|night)|"
    r"[Yy]esterday|[Oo]vernight|[TW][a-z]+day)\b"
)

_SIGNS = {
    "month": re.compile(r"\b(?:" + "|".join(sorted({name[:3] for name in MONTH_NUMBER})) + ")"),
    "year": re.compile(r"\d\d"),
    "word": re.compile("[Tt]h(?:is|at|e same)|[Ll]ast|[Nn]ext|[Cc]oming|day|[Tt]o(?:day|morrow|night)|night"),
    "ago": re.compile(r"\bago\b", re.IGNORECASE),
}
"""What a text must hold for any pattern of a kind to match."""

_NEEDED = {
    "years_ago_today": "ago",
    "ago": "ago",
    "that_period": "word",
    "unit": "word",
    "weekday": "word",
    "near": "word",
} | {kind: "month" for kind in _PATTERNS if "month" in kind or kind == "between_days"}


def date_spans(text: str) -> list[tuple[int, int]]:
    """Start and end of everything that looks like a date, whether or not its days can be told."""
    return [match.span() for _, match in date_matches(text)]


@lru_cache(maxsize=1024)
def date_matches(text: str) -> tuple[tuple[str, re.Match[str]], ...]:
    """The longest matches in text order; of equals the pattern named first.

    Figures and dates are both found by these: the last texts are remembered.
    """
    if not _HINT.search(text):
        return ()
    fit = {hint for hint, sign in _SIGNS.items() if sign.search(text)}
    found = [
        (m.start(), -m.end(), order, kind, m)
        for order, (kind, p) in enumerate(_ANY)
        if _NEEDED.get(kind, "year") in fit
        for m in p.finditer(text)
    ]
    kept: list[tuple[str, re.Match[str]]] = []
    position = 0
    for start, _, _, kind, match in sorted(found, key=lambda row: row[:3]):
        if start >= position:
            kept.append((kind, match))
            position = match.end()
    return tuple(kept)
