"""Place, date and agency in front of the first sentence: "GENEVA, 23 April 2019 (Reuters) - ".

Forms after the style books of AP, Reuters and AFP.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from kg.model import Span
from kg.sources.agencies import find_agency
from kg.sources.dates import DATE, MONTH_NAMES, parse_date
from kg.sources.lines import Line
from kg.sources.zones import front_zone

__all__ = ["Dateline", "find_dateline", "find_dateline_lines", "read_dateline_line"]

_CAPS = r"[A-ZÀ-ÖØ-Þ][A-ZÀ-ÖØ-Þ.'’]+(?:[ /-]+(?:[A-ZÀ-ÖØ-Þ][A-ZÀ-ÖØ-Þ.'’]*|(?:de|du|la|el|al|am)\b))*"
_MIXED = (
    r"[A-ZÀ-ÖØ-Þ](?:[^\W\d_]|[.'’-])+(?:[ /](?:[A-ZÀ-ÖØ-Þ](?:[^\W\d_]|[.'’-])*|de|du|la|el|al|am|upon)){0,3}"
)
_REGION = rf"(?:,\s*(?!{MONTH_NAMES}\b)[A-Z][\w.'’-]*(?:\s(?:of|and|the|[A-Z][\w.'’-]*)){{0,4}}){{0,2}}"
_SHORT_DATE = (
    rf"(?:{MONTH_NAMES}\.?\s+\d{{1,2}}(?:st|nd|rd|th)?|\d{{1,2}}(?:st|nd|rd|th)?\s+{MONTH_NAMES}\.?)"
    r"(?:,?\s+\d{4})?"
    r"|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
)
_WHEN = rf"(?:(?:,?\s+|\s*[–—-]\s*)(?P<when>{DATE}|{_SHORT_DATE}),?)?"
_AGENCY = r"(?:\s*[(\[](?P<agency>[A-Z][^()\[\]\d]{1,40})[)\]])?"
_DASH = r"\s*(?:(?P<dash>\s-{1,2}\s+|\s*-{2,3}\s*|\s*[–—―‒]\s*|\s_\s+|\s-(?=[\"“‘']))|(?P<colon>:\s+))"

_PREFIX = re.compile(rf"(?:(?P<caps>{_CAPS})|(?P<mixed>{_MIXED})){_REGION}{_WHEN}{_AGENCY}{_DASH}")
_AGENCY_PREFIX = re.compile(r"\((?P<agency>[A-Z][^()\d]{1,40})\)\s*(?:-{1,3}|[–—―‒])?\s*")
_ALONE = (
    re.compile(rf"(?:{_CAPS}|{_MIXED}){_REGION},?\s+(?P<when>{DATE}){_AGENCY}\s*[-–—:.]*"),
    re.compile(rf"(?:{_CAPS}|{_MIXED}){_REGION}{_WHEN}\s*\((?P<agency>[A-Z][^()\d]{{1,40}})\)\s*[-–—―_]+"),
    re.compile(rf"(?=[A-Z ]{{4}}){_CAPS}{_REGION}{_WHEN}\s*[-–—―_]+"),
)
"""A line of its own needs a complete date, an agency or a dash at its end."""
_LONGEST = 110
_SHORTEST_PLACE = 4
_OPENERS = "\"“‘'«(["


@dataclass(frozen=True, slots=True)
class Dateline:
    """Where a dateline stands, the agency it names, its date when complete. rest: where the text goes on."""

    span: Span
    rest: int
    agency: Span | None
    published: date | None


def find_dateline_lines(lines: Sequence[Line], kinds: Mapping[int, str]) -> dict[int, str]:
    """Lines near the top that hold a dateline and no more, by position."""
    zone = front_zone(lines)
    return {index: "dateline" for index in zone if index not in kinds and read_dateline_line(lines[index])}


def read_dateline_line(line: Line) -> Dateline | None:
    """A line that is a dateline and no more."""
    if len(line) > _LONGEST:
        return None
    matches = (pattern.fullmatch(line.text) for pattern in _ALONE)
    return next((_dateline(match, line.start) for match in matches if match is not None), None)


def find_dateline(text: str, span: Span) -> Dateline | None:
    """The dateline at the beginning of a paragraph."""
    words = span.of(text)
    head = words[:_LONGEST]
    for pattern, accepts in ((_PREFIX, _accepted), (_AGENCY_PREFIX, _agency_accepted)):
        match = pattern.match(head)
        if match and match.end() < len(words) and accepts(match, words):
            return _dateline(match, span.start)
    return None


def _dateline(match: re.Match[str], base: int) -> Dateline:
    whole = match.group()
    groups = match.groupdict()
    agency = None
    if groups.get("agency"):
        agency = Span(base + match.start("agency"), base + match.end("agency"))
    complete = re.search(DATE, groups.get("when") or "")
    return Dateline(
        Span(base, base + len(whole.rstrip())),
        base + match.end(),
        agency,
        parse_date(complete) if complete else None,
    )


def _accepted(match: re.Match[str], words: str) -> bool:
    """In capitals, or with a date or an agency; what follows must begin a sentence."""
    after = words[match.end() :].lstrip(_OPENERS)
    if not after or not (after[0].isupper() or after[0].isdigit()):
        return False
    told = match["when"] or match["agency"]
    if match["colon"]:
        return bool(told) and not words[: match.end()].count('"')
    if told:
        return True
    place = match["caps"]
    if not place or sum(letter.isalpha() for letter in place) < _SHORTEST_PLACE:
        return False
    return not after[:40].isupper()


def _agency_accepted(match: re.Match[str], words: str) -> bool:
    return find_agency(match["agency"]) and words[match.end() :].lstrip(_OPENERS)[:1].isupper()
