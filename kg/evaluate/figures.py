"""Precision, recall and F1 as one value."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["Figure", "f1_of", "figure"]


@dataclass(frozen=True, slots=True)
class Figure:
    """One row of a result.

    layer: ``entities``, ``claims``, ``chains``, ``coreference`` or ``syntax``. name: what is measured.
    precision and recall are None where only their mean is defined. gold and predicted: how many things were
    counted on each side, None where the figure counts no things.
    """

    layer: str
    name: str
    precision: float | None
    recall: float | None
    f1: float
    gold: int | None = None
    predicted: int | None = None


def figure(layer: str, name: str, hit: float, *, predicted: int, gold: int) -> Figure:
    """A figure from counts; nothing predicted has precision 0, nothing to find has recall 0.

    >>> figure("entities", "exact ALL", 2, predicted=4, gold=2)
    Figure(layer='entities', name='exact ALL', precision=0.5, recall=1.0, f1=0.6666666666666666, gold=2, \
predicted=4)
    """
    precision = hit / predicted if predicted else 0.0
    recall = hit / gold if gold else 0.0
    return Figure(layer, name, precision, recall, f1_of(precision, recall), gold, predicted)


def f1_of(precision: float, recall: float) -> float:
    """The harmonic mean, 0 where both are 0."""
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0
