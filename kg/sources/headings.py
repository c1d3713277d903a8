"""Short lines that head what follows: sub-headlines and the headings between paragraphs."""

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
from kg.sources.zones import body_start

__all__ = ["find_headings"]

_LONGEST, _MOST_WORDS = 80, 9
_LONGEST_TITLE, _MOST_TITLE_WORDS = 120, 16
_LONGEST_DECK, _MOST_DECK_WORDS = 200, 32
_MOST_QUESTION_WORDS = 10
_LABEL_WORDS = 3
_PRONOUN = re.compile(
    r"\b(?:I|[Ww]e|[Yy]ou|[Hh]e|[Ss]he|[Tt]hey|[Ii]t|me|us|him|them|[Mm]y|[Yy]our|said|says|told)\b"
)
_SUBJECT = re.compile(r"(?:what|who|why|how|where|when)\b", re.IGNORECASE)
_QUESTION = re.compile(
    r"(?:what|who|whom|whose|why|how|when|where|which|is|are|was|were|will|can|could|should|did|does|do|has|have)\b.*\?",
    re.IGNORECASE,
)
_BULLET = re.compile(r"[-–—*•·▪►»>+]|\(?[a-z0-9]{1,2}[.)]\s")


def find_headings(lines: Sequence[Line], kinds: Mapping[int, str]) -> dict[int, str]:
    """Lines between headline and text, and lines within the text, that head what comes next, by position."""
    found: dict[int, str] = {}
    body = body_start(lines, kinds)
    has_headline = "headline" in kinds.values()
    before_text = False
    for index in reversed(range(len(lines))):
        if index in kinds:
            before_text = before_text and kinds[index] != "footer"
            continue
        deck = has_headline and index < body
        if before_text and (_is_heading(lines[index], deck=deck) or _is_question(lines, index)):
            found[index] = "heading"
        else:
            before_text = is_prose(lines[index].text) or ends_sentence(lines[index].text)
    return found


def _is_heading(line: Line, *, deck: bool) -> bool:
    text = line.text
    words = text.split()
    if line.opens or not opens_like_a_title(text) or _BULLET.match(text):
        return False
    if len(words) <= _LABEL_WORDS and text.isupper() and text.endswith("."):
        return True
    if ends_sentence(text) or holds_sentence_end(text) or text.endswith((";", ",", ":", "-", "–", "—")):
        return False
    if deck and len(text) <= _LONGEST_DECK and len(words) <= _MOST_DECK_WORDS:
        return True
    if is_title_case(text):
        return len(text) <= _LONGEST_TITLE and len(words) <= _MOST_TITLE_WORDS
    if len(text) > _LONGEST or len(words) > _MOST_WORDS:
        return False
    return text[0] in "'‘\"“" or bool(_SUBJECT.match(text)) or not _PRONOUN.search(text)


def _is_question(lines: Sequence[Line], index: int) -> bool:
    """A question is a heading only where it stands alone above running text."""
    line = lines[index]
    alone = line.gap and lines[index + 1].gap
    short = len(line.text.split()) <= _MOST_QUESTION_WORDS
    return (
        alone
        and short
        and index > 0
        and opens_like_a_title(line.text)
        and _QUESTION.fullmatch(line.text) is not None
    )
