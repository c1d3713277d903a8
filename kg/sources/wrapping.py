"""Tells text broken into lines of one width from text with a paragraph a line, and joins the former."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from kg.sources.lines import Line, ends_sentence

__all__ = ["join_wrapped"]

_WIDEST = 110
"""Text is not broken by hand or mailer into lines longer than this."""
_NARROWEST = 40
_ENOUGH = 2
_BROKEN = 30
"""A shorter line that ends within a sentence was ended on purpose."""
_FULL_SHARE = 0.75
_SLACK = 14
"""How far a full line may stay below the width: the breaking word was long, or the margin ragged."""


def join_wrapped(text: str, lines: Sequence[Line]) -> tuple[Line, ...]:
    """The lines with those joined that were one before they were broken.

    A joined line's text has a space for every character of a line break, so that offsets into it stay true.
    """
    width = _wrap_width(lines)
    joined: list[Line] = []
    last: Line | None = None
    for line in lines:
        if last is not None and _continues(last, line, width=width, whole=len(joined[-1])):
            joined[-1] = replace(joined[-1], end=line.end)
        else:
            joined.append(line)
        last = line
    return tuple(replace(line, text=_plain(text[line.start : line.end])) for line in joined)


def _wrap_width(lines: Sequence[Line]) -> int:
    """The width at which the lines were broken, 0 where they were not.

    Broken are lines when none is wider than a page and most of those that another line follows directly have
    no room for that line's first word and end within a sentence.
    """
    pairs = [(line, after) for line, after in pairwise(lines) if not after.gap]
    if len(pairs) < _ENOUGH:
        return 0
    width = max(len(line) for line, _ in pairs)
    if width < _NARROWEST or any(len(line) > _WIDEST for line in lines):
        return 0
    full = [line for line, after in pairs if _is_full(line, after, width=width)]
    mid_sentence = [line for line in full if not ends_sentence(line.text)]
    if len(full) < _FULL_SHARE * len(pairs) or len(mid_sentence) < len(full) / 2:
        return 0
    return width


def _continues(line: Line, after: Line, *, width: int, whole: int) -> bool:
    """Whether the second line goes on with the paragraph of the first, so far ``whole`` characters long."""
    if after.gap or after.opens or after.preset or line.preset:
        return False
    if width and _is_full(line, after, width=width):
        return True
    word = _first_word(after).rstrip(",;:")
    return whole >= _BROKEN and word.isalpha() and word.islower() and not ends_sentence(line.text)


def _is_full(line: Line, after: Line, *, width: int) -> bool:
    return len(line) + 1 + len(_first_word(after)) > width - _SLACK


def _plain(words: str) -> str:
    return "".join(" " if character.isspace() else character for character in words)


def _first_word(line: Line) -> str:
    return line.text.split(maxsplit=1)[0]
