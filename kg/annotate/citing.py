"""Whom a speaker relies on: "citing officials", "in a report that cited anonymous sources"."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from kg.annotate.attributed import Attribution, Scene, Speaker
from kg.annotate.speaker_phrases import OBJECTS, speaker_at

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["with_sources"]

_CITING = frozenset({"citing", "cited", "cites", "quoting"})
_HUMAN = 0.8


def with_sources(scene: Scene, found: list[Attribution]) -> list[Attribution]:
    """The attributions, each with the source that its sentence says the speaker cites."""
    found = list(found)
    for i, word in enumerate(scene.lowers):
        if word not in _CITING or scene.inside[i] >= 0:
            continue
        source = _source(scene, scene.tokens[i])
        position = _relying(scene, found, i) if source is not None else -1
        if source is not None and position >= 0 and found[position].speaker != source.span:
            found[position] = replace(found[position], source=source.span, source_head=source.head)
    return found


def _source(scene: Scene, verb: Token) -> Speaker | None:
    thing = next((child for child in verb.rights if child.dep_ in OBJECTS), None)
    if thing is None:
        return None
    speaker = speaker_at(scene, thing, verb.i)
    return speaker if speaker is not None and speaker.trust >= _HUMAN else None


def _relying(scene: Scene, found: list[Attribution], i: int) -> int:
    """Position of the attribution whose cue stands nearest in the same sentence."""
    first, last = scene.bounds[i]
    sentence = scene.span(first, last)
    here = scene.passage.token_span(scene.tokens[i]).start
    near = [
        (abs(a.cue[0].start - here), position)
        for position, a in enumerate(found)
        if sentence.covers(a.cue[0]) and not a.covers(scene.passage.token_span(scene.tokens[i]))
    ]
    return min(near)[1] if near else -1
