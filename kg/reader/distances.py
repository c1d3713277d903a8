"""Classes of the distance between a cue and a word, fine near the cue and coarse far from it."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

__all__ = ["DISTANCES", "distance_classes"]

_HALF = 64
DISTANCES = 2 * _HALF + 2
"""How many classes there are."""


def distance_classes(cues: NDArray[np.int64], size: int, first: int = 0) -> NDArray[np.int64]:
    """Give the class of every word's distance to each cue.

    Args:
        cues: Position of the first word of each cue, [c].
        size: How many words there are.
        first: Position of the first of them.

    Returns:
        Classes, [c, size]: eight to a doubling of the distance, the sign tells the side.
    """
    far = np.arange(first, first + size)[None, :] - cues[:, None]
    steps = np.minimum((np.log2(np.abs(far) + 1) * 8).astype(np.int64), _HALF)
    return np.asarray(np.sign(far) * steps + _HALF, dtype=np.int64)
