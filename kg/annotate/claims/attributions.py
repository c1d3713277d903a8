"""Finds who says what in an article: all patterns, put in order and freed of doubles."""

from __future__ import annotations

from kg.annotate.claims.attributed import Attribution, Scene, scenes
from kg.annotate.claims.citing import with_sources
from kg.annotate.claims.continued import continue_quotations
from kg.annotate.claims.cue_clauses import cue_clause_at
from kg.annotate.claims.cues import verb_forms
from kg.annotate.claims.labelled import labelled
from kg.annotate.claims.nesting import disentangled
from kg.annotate.claims.reporting import reported
from kg.annotate.claims.sourcing import sourced
from kg.annotate.claims.tolls import figures_said
from kg.annotate.reading import Reading

__all__ = ["GRAPH_THRESHOLD", "Attribution", "find_attributions"]

GRAPH_THRESHOLD = 0.6
"""Attributions below this confidence are attitudes or guesses: for annotations, not for the graph."""


def find_attributions(reading: Reading) -> list[Attribution]:
    """All attributions of an article's paragraphs, in text order."""
    pages = [(scene, _in_paragraph(scene)) for scene in scenes(reading)]
    return sorted(continue_quotations(pages), key=lambda a: (a.start, a.end, a.rule))


def _in_paragraph(scene: Scene) -> list[Attribution]:
    verbs = _verbs(scene)
    found = [*verbs, *sourced(scene), *figures_said(scene, verbs), *labelled(scene)]
    ordered = sorted(found, key=lambda a: (a.start, a.end, a.rule))
    return with_sources(scene, disentangled(scene, _without_doubles(ordered)))


def _without_doubles(found: list[Attribution]) -> list[Attribution]:
    """One attribution a cue: the surest, and of equals the first."""
    best: dict[int, Attribution] = {}
    for attribution in found:
        start = attribution.cue[-1].end
        if start not in best or attribution.confidence > best[start].confidence:
            best[start] = attribution
    return [attribution for attribution in found if best[attribution.cue[-1].end] is attribution]


def _verbs(scene: Scene) -> list[Attribution]:
    """Attributions by reporting verbs; within a sentence each knows the one before it."""
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
        if attribution is not None:
            found.append(attribution)
            earlier = attribution
    return found
