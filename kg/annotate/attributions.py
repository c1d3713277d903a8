"""Finds who says what in an article: all patterns, put in order and freed of doubles."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from kg.annotate.attributed import Attribution, Scene, scenes
from kg.annotate.cue_clauses import cue_clause_at
from kg.annotate.cues import verb_forms
from kg.annotate.reading import Reading
from kg.annotate.reporting import reported

__all__ = ["GRAPH_THRESHOLD", "Attribution", "find_attributions"]

GRAPH_THRESHOLD = 0.6
"""Attributions below this confidence are attitudes or guesses: for annotations, not for the graph."""


def find_attributions(reading: Reading) -> list[Attribution]:
    """All attributions of an article's paragraphs, in text order."""
    found: list[Attribution] = []
    for scene in scenes(reading):
        found += _verbs(scene)
    return sorted(found, key=lambda a: (a.start, a.end))


def _verbs(scene: Scene) -> list[Attribution]:
    forms = verb_forms()
    found: list[Attribution] = []
    floor, sentence = 0, -1
    earlier: Attribution | None = None
    for i, word in enumerate(scene.lowers):
        if word not in forms or scene.inside[i] >= 0:
            continue
        if scene.bounds[i][0] != sentence:
            sentence, floor, earlier = scene.bounds[i][0], scene.bounds[i][0], None
        clause = cue_clause_at(scene, i, floor, earlier)
        attribution = reported(clause) if clause is not None else None
        if attribution is None:
            continue
        found.append(attribution)
        earlier = attribution
    return found
