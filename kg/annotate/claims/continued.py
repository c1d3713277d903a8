"""Quotations that no cue stands beside: the rest of one just attributed, or a paragraph after it."""

from __future__ import annotations

from dataclasses import replace

from kg.annotate.claims.attributed import STOPS, Attribution, Scene
from kg.model import Span

__all__ = ["continue_quotations"]

_QUOTING = frozenset(
    {"Say", "Report", "Emphasize", "Warn", "Accuse", "Acknowledge", "Confirm", "Deny", "Predict"}
)
_LEAST_WORDS = 3
_ACROSS_PARAGRAPHS = 0.7
_AFTER_INDIRECT = 0.75


def continue_quotations(pages: list[tuple[Scene, list[Attribution]]]) -> list[Attribution]:
    """All attributions, with the quotations that continue one credited to the same speaker.

    ``"A," X said. "B."`` is one attribution of two spans. A sentence in quotation marks after an indirect
    attribution, and a paragraph that is one quotation after an attributed one, are attributions of their own.

    Args:
        pages: the paragraphs in text order, each with its attributions in text order.
    """
    result: list[Attribution] = []
    before: Attribution | None = None
    for scene, found in pages:
        found = _within(scene, found)
        if not found and before is not None and (whole := _whole_paragraph(scene, before)):
            found = [whole]
        result += found
        before = found[-1] if found and _reaches_end(scene, found[-1]) else None
    return result


def _within(scene: Scene, found: list[Attribution]) -> list[Attribution]:
    found = list(found)
    for number, (start, end) in enumerate(scene.ranges):
        quotation = scene.quotations[number]
        if not _standing_alone(scene, start, end) or any(
            span.start < quotation.end and quotation.start < span.end for a in found for span in a.content
        ):
            continue
        position = max((p for p, a in enumerate(found) if a.end <= quotation.start), default=-1)
        if position < 0 or not _follows(scene, found[position], start):
            continue
        speaker = found[position].speaker
        if speaker is not None and any(part.overlaps(speaker) for part in quotation.parts):
            continue
        added = _continuing(scene, found[position], number)
        if added.cue and found[position].quote_type != "Indirect":
            found[position] = added
        else:
            found.insert(position + 1, added)
    return sorted(found, key=lambda a: (a.start, a.end))


def _standing_alone(scene: Scene, start: int, end: int) -> bool:
    """Whether a quotation is a sentence or more, not a part of one."""
    if end - start < _LEAST_WORDS + 2:
        return False
    opens = start == 0 or scene.lowers[start - 1] in STOPS or scene.quotation_ending(start) >= 0
    return opens and (scene.lowers[end - 2] in STOPS or end >= len(scene.tokens))


def _follows(scene: Scene, before: Attribution, start: int) -> bool:
    """Whether the attribution's cue or words stand in the sentence right before a token."""
    if start == 0:
        return False
    first, last = scene.bounds[start - 1]
    sentence = scene.span(first, last)
    return any(span.overlaps(sentence) for span in (*before.cue, *before.content))


def _continuing(scene: Scene, before: Attribution, number: int) -> Attribution:
    inner = scene.quotations[number].inner
    if before.quote_type != "Indirect":
        content = tuple(sorted({*before.content, *inner}))
        return replace(before, content=content, quoted=tuple(sorted({*before.quoted, *inner})))
    return _quoting(before, inner, _AFTER_INDIRECT)


def _quoting(before: Attribution, inner: tuple[Span, ...], factor: float) -> Attribution:
    """The same speaker's next words, all of them within quotation marks."""
    return replace(
        before,
        content=inner,
        quoted=inner,
        quote_type="Direct",
        polarity="Affirmed",
        certainty="Certain",
        temporality="",
        confidence=round(before.confidence * factor, 3),
        rule="quotation continued",
    )


def _whole_paragraph(scene: Scene, before: Attribution) -> Attribution | None:
    if before.quote_type == "Indirect" or before.cue_type not in _QUOTING or len(scene.ranges) != 1:
        return None
    start, end = scene.ranges[0]
    if start != 0 or end < len(scene.tokens) or not _standing_alone(scene, start, end):
        return None
    inner = scene.quotations[0].inner
    if any(part.overlaps(span) for part in inner for span in before.content):
        return None
    return _quoting(before, inner, _ACROSS_PARAGRAPHS)


def _reaches_end(scene: Scene, last: Attribution) -> bool:
    """Whether the attribution stands in the paragraph's last sentence."""
    if not scene.tokens:
        return False
    first, end = scene.bounds[-1]
    return last.end > scene.span(first, end).start
