"""Roles as the reader's network tags them, written into the sentence: [speaker] {cue} <content>."""

from __future__ import annotations

from dataclasses import replace

from kg.annotate.reading import Reading, RolesRead
from kg.model import Span
from tests.annotate.parses import reading_of

__all__ = ["tagged_reading"]

_ROLES = {"[": "speaker", "{": "cue", "<": "content"}
_CLOSING = "]}>"


def tagged_reading(*paragraphs: str, scores: tuple[float, ...] = (0.95,)) -> Reading:
    """An article of sentences of parses.txt, with the roles that are marked in them.

    Several cues of an article: their number stands behind each mark ("[1 The mayor]"), from 1.

    Args:
        paragraphs: marked sentences.
        scores: one a claim.
    """
    text, spans = _unmarked("\n\n".join(paragraphs))
    reading = reading_of(*text.split("\n\n"))
    roles = [
        RolesRead(_of(spans, n, "cue"), _of(spans, n, "speaker"), _of(spans, n, "content"), score)
        for n, score in enumerate(scores, 1)
    ]
    return replace(reading, roles=tuple(roles))


def _of(spans: dict[tuple[int, str], list[Span]], number: int, role: str) -> tuple[Span, ...]:
    return tuple(sorted(spans.get((number, role), [])))


def _unmarked(marked: str) -> tuple[str, dict[tuple[int, str], list[Span]]]:
    text = ""
    spans: dict[tuple[int, str], list[Span]] = {}
    opened: list[tuple[int, str, int]] = []
    at = 0
    while at < len(marked):
        character = marked[at]
        if character in _ROLES:
            numbered = marked[at + 1].isdigit() and marked[at + 2] == " "
            number = int(marked[at + 1]) if numbered else 1
            at += 2 if numbered else 0
            opened.append((number, _ROLES[character], len(text)))
        elif character in _CLOSING:
            number, role, start = opened.pop()
            spans.setdefault((number, role), []).append(Span(start, len(text)))
        else:
            text += character
        at += 1
    return text, spans
