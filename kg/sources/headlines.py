"""The headline: the first line, when it looks like one and text follows it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from kg.sources.lines import (
    Line,
    ends_sentence,
    holds_sentence_end,
    is_prose,
    is_title_case,
    opens_like_a_title,
)

__all__ = ["find_headline", "title_offset"]

_LATEST = 8
_LONGEST = 200
_MOST_WORDS = 30
_FEWEST_WORDS = 4
_CODE = re.compile(r"(?=\S*\d)\S+|[\W\d]+")
"""A line that is only a number of the archive."""
_TURN = re.compile(r"(?:Q|A|QUESTION|ANSWER|INTERVIEWER|Question|Answer|Interviewer)\s?[:.]")
"""A turn of a transcript."""
_TITLE = re.compile(r"(?:title|headline)\s*:\s*", re.IGNORECASE)
_KICKER = re.compile(
    r"(?:world|local|national|international|breaking|politics|business|sports?|opinion|editorial|analysis"
    r"|exclusive|news|letters|comment|commentary|interview|feature|briefing|press release"
    r"|for immediate release|top stor(?:y|ies)|middle east|us|uk|and|\W)+",
    re.IGNORECASE,
)


def find_headline(lines: Sequence[Line], kinds: Mapping[int, str]) -> dict[int, str]:
    """The line that is the headline, by position, and that of a section name above it as heading.

    A text may have none: then its first line is text. With a full stop only title case makes a headline.
    """
    free = [index for index in range(min(len(lines), _LATEST)) if index not in kinds]
    if not free or lines[free[0]].preset or any(line.preset == "headline" for line in lines):
        return {}
    if not any(is_prose(line.text) for line in lines[free[0] + 1 :]):
        return {}
    while len(free) > 1 and _CODE.fullmatch(lines[free[0]].text):
        free.pop(0)
    first = free[0]
    if len(free) > 1 and _is_kicker(lines[first].text) and _is_headline(lines, free[1]):
        return {first: "heading", free[1]: "headline"}
    return {first: "headline"} if _is_headline(lines, first) else {}


def title_offset(text: str) -> int:
    """Length of a label such as "Title: " in front of a headline."""
    match = _TITLE.match(text)
    return match.end() if match else 0


def _is_headline(lines: Sequence[Line], index: int) -> bool:
    text = lines[index].text
    if lines[index].opens or _TURN.match(text) or len(text) > _LONGEST or len(text.split()) > _MOST_WORDS:
        return False
    if not opens_like_a_title(text) or text.endswith((",", ":", "-")) or holds_sentence_end(text):
        return False
    alone = index + 1 < len(lines) and lines[index + 1].gap
    if text.endswith(";"):
        return not alone and index + 1 < len(lines)
    if not ends_sentence(text):
        return True
    if text.rstrip("\"'”’)").endswith("?"):
        return alone
    return alone and is_title_case(text, share=0.9) and len(text.split()) >= _FEWEST_WORDS


def _is_kicker(text: str) -> bool:
    return len(text.split()) <= 4 and (_KICKER.fullmatch(text) is not None)
