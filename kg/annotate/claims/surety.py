"""How surely a tagged claim is one: the network's score, tempered by what the words and the parse tell.

A logistic formula. Its weights were set by hand and are few: a network's score on the articles that it learnt
from is too sure to fit anything on, and the score alone ranks nearly as well.
"""

from __future__ import annotations

from math import exp, log

from kg.annotate.claims.attributed import Speaker

__all__ = ["surety"]

_EDGE = 0.02
_BIAS = -0.85
_CUE = 1.0
_SPEAKER = 1.0
_QUOTED = 0.5
_LENGTH = 0.5
_USUAL_LENGTH, _LEAST_LENGTH = 60, 5
_USUAL_CUE = 0.75
_USUAL_SPEAKER = 0.85


def surety(score: float, strength: float, speaker: Speaker | None, length: int, *, quoted: bool) -> float:
    """A confidence from 0 to 1; without a speaker at most a half.

    Args:
        score: the network's own, 0 to 1.
        strength: how surely the cue's word reports.
        speaker: who speaks, if that is known.
        length: code points of what is said; short contents are more often half of it, or nothing said.
        quoted: whether quotation marks stand around some of what is said.
    """
    held = min(max(score, _EDGE), 1.0 - _EDGE)
    odds = _BIAS + log(held / (1.0 - held)) + _CUE * (strength - _USUAL_CUE) + _QUOTED * quoted
    odds += _LENGTH * log(max(length, _LEAST_LENGTH) / _USUAL_LENGTH)
    if speaker is None:
        return round(0.5 / (1.0 + exp(-odds)), 3)
    return round(1.0 / (1.0 + exp(-odds - _SPEAKER * (speaker.trust - _USUAL_SPEAKER))), 3)
