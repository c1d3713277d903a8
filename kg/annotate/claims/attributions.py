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
from kg.annotate.claims.roles import tagged
from kg.annotate.claims.sourcing import sourced
from kg.annotate.claims.tolls import figures_said
from kg.annotate.reading import Reading

__all__ = ["GRAPH_THRESHOLD", "UNSAID", "Attribution", "find_attributions"]

GRAPH_THRESHOLD = 0.6
"""Attributions below this confidence are guesses: for annotations, not for the graph."""

UNSAID = frozenset({""})
"""Kinds of cue that are no sayings but acts, stances and wishes: for annotations, not for the graph."""


def find_attributions(reading: Reading) -> list[Attribution]:
    """All attributions of an article's paragraphs, in text order.

    Made of what the reader's network tagged; by patterns over the parse where it tagged nothing.
    """
    pages = list(scenes(reading))
    read = tagged(pages, reading.roles) if reading.roles else [_by_patterns(scene) for scene in pages]
    found = [(scene, _in_paragraph(scene, part)) for scene, part in zip(pages, read, strict=True)]
    return sorted(continue_quotations(found), key=lambda a: (a.start, a.end, a.rule))


def _in_paragraph(scene: Scene, read: list[Attribution]) -> list[Attribution]:
    """What was read, with what the layout and the figures tell, in order and freed of doubles."""
    found = [*read, *figures_said(scene, read), *labelled(scene)]
    ordered = sorted(found, key=lambda a: (a.start, a.end, a.rule))
    return with_sources(scene, disentangled(scene, _without_doubles(ordered)))


def _by_patterns(scene: Scene) -> list[Attribution]:
    verbs = _verbs(scene)
    return [*verbs, *sourced(scene)]


def _without_doubles(found: list[Attribution]) -> list[Attribution]:
    """One attribution a cue: a saying before an act, a figure before the word "figure", then the surest."""
    kept: list[Attribution] = []
    for attribution in sorted(found, key=_weight, reverse=True):
        if not any(cue.overlaps(other) for a in kept for cue in a.cue for other in attribution.cue):
            kept.append(attribution)
    return [attribution for attribution in found if attribution in kept]


def _weight(attribution: Attribution) -> tuple[bool, bool, float]:
    return bool(attribution.cue_type), attribution.taken_up, attribution.confidence


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
