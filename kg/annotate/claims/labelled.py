"""Attributions by layout: ``NAME: words`` at a paragraph's start, ``"words" — NAME`` at its end."""

from __future__ import annotations

from collections.abc import Iterator

from kg.annotate.claims.attributed import Attribution, Scene, Speaker
from kg.annotate.claims.contents import attribution
from kg.annotate.claims.cues import Cue

__all__ = ["labelled"]

_PERSON_LABELS = frozenset({"PERSON", "PER"})
_SPEAKER_LABELS = _PERSON_LABELS | {"ORG"}
_DASHES = frozenset({"-", "--", "—", "–", "―"})
_LABEL = Cue(":", "Say", frozenset(), 1.0)
_LONGEST_LABEL = 6
_LONGEST_SIGNATURE = 12
_LEAST_WORDS = 4
_FULL_NAME = 2


def labelled(scene: Scene) -> Iterator[Attribution]:
    """Such attributions of a paragraph: at most one of each shape."""
    for found in (_before_colon(scene), _after_dash(scene)):
        if found is not None:
            yield found


def _before_colon(scene: Scene) -> Attribution | None:
    head = scene.lowers[1 : _LONGEST_LABEL + 1]
    if ":" not in head:
        return None
    colon = head.index(":") + 1
    quoted = scene.quotation_starting(colon + 1) >= 0
    wanted = _SPEAKER_LABELS if quoted else _PERSON_LABELS
    if not _all_named(scene, 0, colon, wanted) or len(scene.tokens) - colon <= _LEAST_WORDS:
        return None
    if not quoted and (colon < _FULL_NAME or not scene.finite(colon + 1, len(scene.tokens))):
        return None
    name = scene.span(0, colon)
    content = scene.ranges[scene.inside[colon + 1]] if quoted else (colon + 1, len(scene.tokens))
    words = (scene.span(colon, colon + 1),)
    return attribution(scene, Speaker(name, name), _LABEL, words, [content], 0.85 if quoted else 0.7, "label")


def _after_dash(scene: Scene) -> Attribution | None:
    if not scene.ranges:
        return None
    start, end = scene.ranges[-1]
    rest = len(scene.tokens) - end - 1
    if start != 0 or not 0 < rest <= _LONGEST_SIGNATURE or scene.lowers[end] not in _DASHES:
        return None
    last = end + 1
    while last < len(scene.tokens) and scene.tokens[last].ent_type_ in _PERSON_LABELS:
        last += 1
    if last == end + 1:
        return None
    name = scene.span(end + 1, last)
    words = (scene.span(end, end + 1),)
    return attribution(scene, Speaker(name, name), _LABEL, words, [(start, end)], 0.85, "signature")


def _all_named(scene: Scene, start: int, end: int, labels: frozenset[str]) -> bool:
    """Whether the tokens are one name of such a kind."""
    tokens = scene.tokens[start:end]
    named = all(
        token.ent_type_ in labels and token.pos_ == "PROPN" and scene.inside[token.i] < 0 for token in tokens
    )
    return named and sum(token.ent_iob_ == "B" for token in tokens) == 1
