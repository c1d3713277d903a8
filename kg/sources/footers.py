"""Lines that belong to the page rather than to the article, and the publisher that some of them name."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from kg.model import Span
from kg.sources.lines import Line
from kg.sources.zones import end_zone

__all__ = ["find_footers", "publisher_of"]

_NAVIGATION = (
    r"back to top(?: button)?|(?:go )?to (?:the )?top|top of page|skip to .{0,30}|loading\W*|advertisement",
    r"sponsored(?: content)?|(?:previous|next) (?:article|post|story)|print(?: this.{0,20})?",
    r"email this.{0,30}",
    r"cookie (?:policy|settings)|privacy policy|terms (?:of use|of service)|terms and conditions|contact us",
    r"leave a (?:comment|reply)|\d* ?comments?|#{2,3}|-?\s*30\s*-?",
)
_INVITATIONS = (
    r"share|share (?:this|on|via|article|story|facebook|twitter|tweet)\b.{0,40}",
    r"(?:follow us|subscribe|click here|sign up|like us on|join us on)\b.{0,90}|newsletter",
    r"download (?:the|our) app.{0,60}|for (?:further|more) information.{0,140}",
    r"(?:(?:media|press) )?contacts?:.{0,140}|follow [^.]{1,40} coverage\b.{0,80}|our standards:.{0,80}",
)
_CRUMB = r"[^\W\d][\w&]*(?: [\w&]+){0,2}"
_OTHER_ARTICLES = (
    r"(?:read|see|watch|learn|find out|view) (?:more|also|next|full)\b.{0,100}|also read\b.{0,100}",
    r"read\s*[:|].{0,140}|(?:related|more|see also|further reading|recommended)(?: [a-z]+){0,3}:.{0,140}",
    r"related (?:articles|stories|news|posts|topics|content)|more (?:stories|news|from)\b.{0,60}",
    r"most (?:read|popular|viewed)|you may also like.{0,40}|don[’']t miss:.{0,60}",
    r"trending(?: now)?|latest news",
    rf"(?:{_CRUMB}\s*[|›»>]\s*){{2,}}{_CRUMB}",
    r"(?:tags?|topics?|filed under|categories|category|keywords)\s*:.{0,160}",
)
_RIGHTS = (
    r"all rights reserved\W*.{0,60}|(?:copyright\b|©|\(c\)).{0,200}",
    r"\((?:additional )?(?:reporting|writing|editing|compiled|edited|written)\b[^()]{3,240}\)",
)
_ANYWHERE = re.compile("|".join((*_NAVIGATION, *_INVITATIONS, *_OTHER_ARTICLES, *_RIGHTS)), re.IGNORECASE)

_THIS_ARTICLE = r"(?:this (?:article|story|piece|report|post) )?(?:was |is |has been )?"
_AT_END = re.compile(
    r"(?:source|via|courtesy|credit)\s*[:»›|–—-]\s*\S.{0,100}"
    rf"|{_THIS_ARTICLE}(?:(?:first|originally) )?(?:published|republished|appeared|posted)\s+(?:first\s+)?"
    r"(?:in|on|by|at|with permission from)\s+\S.{0,140}"
    r"|.{3,200}\bcontributed (?:to this (?:report|story|article)|reporting)\b.{0,60}"
    r"|\(?this (?:story|article|post|report) has (?:not )?been (?:edited|updated|corrected)\b.{0,200}"
    r"|(?:additional reporting|reporting|editing|edited|compiled)\s+by\s*:?\s.{3,140}",
    re.IGNORECASE,
)
_LONGEST = 260
_SENTENCE = re.compile(r"[a-z]{3}[.!?]\s+[A-Z]")
_DECORATION = "*_[]> "

_SOURCE = re.compile(r"(?:source|via)\s*[:»›|–—-]\s*(?P<name>\S.*?)[\s.]*", re.IGNORECASE)
_FIRST_IN = re.compile(
    rf"{_THIS_ARTICLE}(?:first|originally) (?:published|appeared|posted)\s+(?:first\s+)?(?:in|on|by|at)\s+"
    r"(?P<name>[^.,;|]{2,80}?)(?:\s+(?:on|in)\s+\S+ \d.*|[.,;|].*)?",
    re.IGNORECASE,
)
_HOLDER = re.compile(
    r"(?:(?:©|\(c\)|copyright)[\s,]*)+(?:\d{4}(?:\s*[-–]\s*\d{4})?[\s,]*)?(?:by\s+)?"
    r"(?P<name>[^.,|©\d]{2,80}?)\s*(?:\d{4}.*|[.,|].*|all rights.*)?",
    re.IGNORECASE,
)
_NO_NAME = re.compile(r"all rights reserved|the authors?|this (?:article|story)|https?:.*", re.IGNORECASE)
_ADDRESS = re.compile(r"https?://(?:www\.)?(?P<host>[^/\s]+)\S*", re.IGNORECASE)


def find_footers(lines: Sequence[Line], kinds: Mapping[int, str]) -> dict[int, str]:
    """Lines of navigation, sharing, rights and sources, by position. Credits count near the end only."""
    end = end_zone(lines)
    return {
        index: "footer"
        for index, line in enumerate(lines)
        if index not in kinds and _is_footer(line, at_end=index in end)
    }


def publisher_of(lines: Sequence[Line], kinds: Mapping[int, str]) -> Span | None:
    """The name that a source line, a line on the first publication or a copyright line gives.

    Only lines with no text after them count: the source of a table or picture stands further up.
    """
    end = [index for index in end_zone(lines) if all(after in kinds for after in range(index, len(lines)))]
    for pattern in (_SOURCE, _FIRST_IN, _HOLDER):
        for index in end:
            match = pattern.fullmatch(lines[index].text) if kinds[index] == "footer" else None
            if match is None or _is_subject(match, lines[:index]):
                continue
            if (span := _publisher(match, lines[index].start)) is not None:
                return span
    return None


def _is_subject(match: re.Match[str], before: Sequence[Line]) -> bool:
    """Whether "Source: X" names someone whom the text is about: where the figures of a picture are from."""
    if ":" not in match.string or match.re is not _SOURCE:
        return False
    return any(match["name"] in line.text for line in before)


def _publisher(match: re.Match[str], base: int) -> Span | None:
    start, end = match.span("name")
    if address := _ADDRESS.fullmatch(match["name"]):
        start, end = start + address.start("host"), start + address.end("host")
    elif _NO_NAME.fullmatch(match["name"]):
        return None
    return Span(base + start, base + end)


def _is_footer(line: Line, *, at_end: bool) -> bool:
    if len(line) > _LONGEST:
        return False
    text = line.text.strip(_DECORATION)
    if _ANYWHERE.fullmatch(text):
        return not _SENTENCE.search(text) or text.startswith(("(", "©", "Copyright"))
    return at_end and bool(_AT_END.fullmatch(text)) and not _SENTENCE.search(text)
