"""Claims: who says what with which words.

Characters of each role, as the literature on PolNeAR counts words (Newell et al. 2018, "An Attribution
Relations Corpus for Political News"), and whole claims by the overlap of their contents.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from kg.evaluate.figures import Figure, figure

__all__ = ["OVERLAP", "score_claims"]

Row = Mapping[str, Any]
Spans = Iterable[Sequence[int]] | None

OVERLAP = 0.5
"""Least intersection over union, in characters, of two contents that are the same claim."""

_ROLES = ("speaker", "cue", "content")


def score_claims(pairs: Sequence[tuple[Row, Row]]) -> list[Figure]:
    """Score the claims of each article.

    Args:
        pairs: gold and predicted row of each article.

    Returns:
        ``speaker characters``, ``cue characters``, ``content characters``: characters of an article that have
        the role in any claim. ``claim``: whole claims, one to one, the best overlap first, where contents
        overlap by :data:`OVERLAP` and, if gold names a speaker, the speakers share a character.
    """
    claims = [(gold.get("claims", []), predicted.get("claims", [])) for gold, predicted in pairs]
    figures = []
    for role in _ROLES:
        sides = [(_role(gold, role), _role(predicted, role)) for gold, predicted in claims]
        hit = sum(len(gold & predicted) for gold, predicted in sides)
        figures.append(
            figure(
                "claims",
                f"{role} characters",
                hit,
                predicted=sum(len(predicted) for _, predicted in sides),
                gold=sum(len(gold) for gold, _ in sides),
            )
        )
    whole = figure(
        "claims",
        "claim",
        sum(_matched(gold, predicted) for gold, predicted in claims),
        predicted=sum(len(predicted) for _, predicted in claims),
        gold=sum(len(gold) for gold, _ in claims),
    )
    return [*figures, whole]


def _characters(spans: Spans) -> set[int]:
    return {position for start, end in spans or () for position in range(start, end)}


def _role(claims: Sequence[Row], role: str) -> set[int]:
    return {position for claim in claims for position in _characters(claim.get(role))}


def _matched(gold: Sequence[Row], predicted: Sequence[Row]) -> int:
    """How many gold claims have a predicted one."""
    candidates = []
    found = [(_characters(claim.get("content")), _characters(claim.get("speaker"))) for claim in predicted]
    for number, claim in enumerate(gold):
        content, speaker = _characters(claim.get("content")), _characters(claim.get("speaker"))
        for other, (said, sayer) in enumerate(found):
            union = len(content | said)
            share = len(content & said) / union if union else 0.0
            if share >= OVERLAP and (not speaker or speaker & sayer):
                candidates.append((share, number, other))
    taken_gold: set[int] = set()
    taken: set[int] = set()
    for _, number, other in sorted(candidates, reverse=True):
        if number not in taken_gold and other not in taken:
            taken_gold.add(number)
            taken.add(other)
    return len(taken)
