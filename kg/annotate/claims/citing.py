"""Whom a speaker relies on: "citing officials", "in a report that cited anonymous sources"."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from kg.annotate.claims.attributed import Attribution, Scene, Speaker
from kg.annotate.claims.speaker_phrases import OBJECTS, speaker_at
from kg.model import Span

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
        here = scene.passage.token_span(scene.tokens[i])
        if source is not None:
            found = [a for a in found if not any(span.overlaps(here) for span in a.cue)]
        position = _relying(scene, found, i)
        if position < 0 or (source is not None and found[position].speaker == source.span):
            continue
        found[position] = replace(found[position], content=_before(scene, found[position], i))
        if source is not None:
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
    here = scene.passage.token_span(scene.tokens[i])
    near = [
        (abs(a.cue[0].start - here.start), position)
        for position, a in enumerate(found)
        if sentence.covers(a.cue[0]) and (not a.covers(here) or _before(scene, a, i) != a.content)
    ]
    return min(near)[1] if near else -1


def _before(scene: Scene, attribution: Attribution, i: int) -> tuple[Span, ...]:
    """The content without a ", citing ..." that a parser drew into it."""
    here = scene.passage.token_span(scene.tokens[i])
    if scene.lowers[i] != "citing" or i == 0 or scene.lowers[i - 1] != ",":
        return attribution.content
    comma = scene.passage.token_span(scene.tokens[i - 1]).start
    return tuple(
        Span(span.start, comma) if span.covers(here) and span.start < comma else span
        for span in attribution.content
    )
