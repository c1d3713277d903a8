"""Lines on who wrote an article: "By X and Y", "Written by" over a name, "X, Staff Writer", "- Reuters"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from kg.model import Span
from kg.sources.agencies import find_agency, is_outlet
from kg.sources.dates import DATE, MONTH_NAMES
from kg.sources.lines import Line
from kg.sources.zones import body_start, end_zone, front_zone

__all__ = ["authors_of", "byline_agency", "byline_date", "find_bylines"]

_LABEL = (
    r"(?:written|reported|story|report|article|words|text|posted|compiled|analysis|opinion|commentary) by\b:?"
    r"|authors?:|author\(s\):|writer:|by:"
)
_LABELLED = re.compile(rf"(?P<label>{_LABEL})\s*(?P<rest>.*)", re.IGNORECASE)
_BY = re.compile(r"(?P<label>By|BY|by)\s+(?P<rest>\S.*)")
_JOB = (
    r"(?:staff|senior|chief|special|foreign|political|contributing|associated press|\w+ affairs)?\s*"
    r"(?:staff writer|writer|correspondent|reporter|editor|columnist|bureau chief|contributor|in [A-Z]\w+)"
)
_WITH_JOB = re.compile(rf"(?P<label>)(?P<rest>[^,|]+(?:,|\s[|–—-])\s*(?i:{_JOB})\b.{{0,60}})")
_AGENCY_ONLY = re.compile(r"(?P<label>[-–—]{1,2}\s*|\(\s*)(?P<rest>[^()]+?)\)?")

_JOB_AFTER = re.compile(
    r"\s+(?:(?:Associated Press|AP|AFP|Reuters|UPI|[Ss]taff|STAFF|[Ss]enior|[Ss]pecial|[Ff]oreign)\s+)*"
    r"(?i:writer|correspondent|reporter|editor|columnist|contributor)$"
)
_SPLIT = re.compile(r"\s*(?:,|;|\||·|•|&|/|\s[-–—]\s|(?<!\w)(?:and|AND|with|WITH)(?!\w))\s*")
_LONGEST = 140
_WITHIN_NAMES = "de da di del della der den van von ter bin bint ibn al el la le du dos das y e af av zu of"
_PARTICLES = frozenset(_WITHIN_NAMES.split())
_NOT_NAMES = re.compile(
    rf"the|our|a|an|my|staff|and|in|for|at|on|from|new|updated?|published|posted|{MONTH_NAMES}"
    r"|(?:mon|tues|wednes|thurs|fri|satur|sun)days?|writers?|reporters?|correspondents?|editors?|columnist"
    r"|contributor|bureau|chief|desk|team|agencies|services?|university|institute|fellow|director|analyst|professor|author|guest"
    r"|email|twitter|follow|numbers|admin",
    re.IGNORECASE,
)
_NAME_WORD = re.compile(r"[^\W\d_](?:[^\W\d_]|['’.-])*")
_MOST_WORDS = 5
_ACRONYM = 4


def find_bylines(lines: Sequence[Line], kinds: Mapping[int, str]) -> dict[int, str]:
    """Lines near the top or the end that only name writers; a label alone takes the next line with it."""
    found: dict[int, str] = {}
    body = body_start(lines, kinds)
    for index in sorted({*front_zone(lines), *end_zone(lines)}):
        if index in kinds or index in found or len(lines[index]) > _LONGEST:
            continue
        if _is_label(lines[index]) and index + 1 < len(lines) and _names(lines[index + 1].text, 0, alone=1):
            found |= {index: "byline", index + 1: "byline"}
        elif _is_byline(lines[index], before_body=index < body):
            found[index] = "byline"
    return found


def authors_of(lines: Sequence[Line], kinds: Mapping[int, str]) -> tuple[Span, ...]:
    """The names of people in the bylines, without repetition."""
    spans: dict[str, Span] = {}
    for line, text, offset, alone in _parts(lines, kinds):
        for name in _names(text, line.start + offset, alone=alone):
            words = text[name.start - line.start - offset : name.end - line.start - offset]
            spans.setdefault(words.casefold(), name)
    return tuple(sorted(spans.values()))


def byline_agency(lines: Sequence[Line], kinds: Mapping[int, str]) -> Span | None:
    """The news agency or outlet that a byline names."""
    for line, text, offset, _ in _parts(lines, kinds):
        for start, end in _pieces(text):
            if find_agency(text[start:end]) or is_outlet(text[start:end]):
                base = line.start + offset
                return Span(base + start, base + end)
    return None


def byline_date(lines: Sequence[Line], kinds: Mapping[int, str]) -> re.Match[str] | None:
    """A complete date within a byline, as a match of :data:`kg.sources.dates.DATE`."""
    for index in sorted(kinds):
        if kinds[index] == "byline" and (match := re.search(DATE, lines[index].text)):
            return match
    return None


def _is_label(line: Line) -> bool:
    match = _LABELLED.fullmatch(line.text)
    return match is not None and not match["rest"]


def _is_byline(line: Line, *, before_body: bool) -> bool:
    if (match := _LABELLED.fullmatch(line.text)) and match["rest"]:
        return _only_names(match["rest"], alone=1)
    if match := _BY.fullmatch(line.text):
        return _only_names(match["rest"], alone=2)
    if (match := _AGENCY_ONLY.fullmatch(line.text)) and find_agency(match["rest"]):
        return True
    return before_body and bool(_WITH_JOB.fullmatch(line.text)) and _only_names(line.text, alone=2)


def _only_names(text: str, *, alone: int) -> bool:
    """Whether the text begins with a name or an outlet and does not run on like a sentence."""
    pieces = list(_pieces(text))
    if not pieces or text.rstrip().endswith(("?", "!", ":", ";")):
        return False
    if re.match(r"(?:our|staff|a|an)\b.*\b(?:staff|writer|reporter|correspondent)s?", text, re.IGNORECASE):
        return True
    first = text[pieces[0][0] : pieces[0][1]]
    return _is_name(first, alone=alone) or bool(find_agency(first)) or is_outlet(first)


def _parts(lines: Sequence[Line], kinds: Mapping[int, str]) -> Iterator[tuple[Line, str, int, int]]:
    """Of each byline what follows the label, where in the line it begins, and the fewest words of a name."""
    after_label = False
    for index in sorted(kinds):
        if kinds[index] != "byline":
            continue
        line = lines[index]
        match = (
            _LABELLED.fullmatch(line.text) or _BY.fullmatch(line.text) or _AGENCY_ONLY.fullmatch(line.text)
        )
        if match is None:
            yield line, line.text, 0, 1 if after_label else 2
        elif match["rest"]:
            yield line, match["rest"], match.start("rest"), 1 if _LABELLED.fullmatch(line.text) else 2
        after_label = match is not None and not match["rest"]


def _names(text: str, base: int, *, alone: int) -> list[Span]:
    """Spans of people's names; nothing is a name after the first piece that is not one."""
    found: list[Span] = []
    for start, end in _pieces(text):
        if not _is_name(text[start:end], alone=alone):
            break
        found.append(Span(base + start, base + end))
    return found


def _pieces(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for match in [*_SPLIT.finditer(text), None]:
        end = match.start() if match else len(text)
        if text[start:end].strip(" .*_"):
            first = start + len(text[start:end]) - len(text[start:end].lstrip(" *_"))
            piece = text[first:end].rstrip(" *_")
            if job := _JOB_AFTER.search(piece):
                piece = piece[: job.start()]
            if piece.endswith(".") and not re.search(r"(?:\b[A-Z]|Jr|Sr)\.$", piece):
                piece = piece[:-1]
            yield first, first + len(piece)
        start = match.end() if match else len(text)


def _is_name(text: str, *, alone: int) -> bool:
    words = text.split()
    if not alone <= len(words) <= _MOST_WORDS or find_agency(text) or is_outlet(text):
        return False
    if any(_NOT_NAMES.fullmatch(word) for word in words) or not words[0][0].isupper():
        return False
    if any(not _NAME_WORD.fullmatch(word) for word in words):
        return False
    if len(words) == 1 and words[0].isupper() and len(words[0]) <= _ACRONYM:
        return False
    return all(word[0].isupper() or not word[0].islower() or word in _PARTICLES for word in words)
