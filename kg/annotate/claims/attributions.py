"""Finds who says what in an article, in order and freed of doubles."""

from __future__ import annotations

from kg.annotate.claims.attributed import Attribution, Scene, scenes
from kg.annotate.claims.citing import with_sources
from kg.annotate.claims.continued import continue_quotations
from kg.annotate.claims.labelled import labelled
from kg.annotate.claims.nesting import disentangled
from kg.annotate.claims.roles import tagged
from kg.annotate.claims.tolls import figures_said
from kg.annotate.reading import Reading

__all__ = ["GRAPH_THRESHOLD", "UNSAID", "Attribution", "find_attributions"]

GRAPH_THRESHOLD = 0.6
"""Attributions below this confidence are guesses: for annotations, not for the graph."""

UNSAID = frozenset({""})
"""Kinds of cue that are no sayings but acts, stances and wishes: for annotations, not for the graph."""


def find_attributions(reading: Reading) -> list[Attribution]:
    """All attributions of an article's paragraphs, in text order.

    Made of what the reader's network tagged, and of what figures and layout tell beside it.
    """
    pages = list(scenes(reading))
    read = zip(pages, tagged(pages, reading.roles), strict=True)
    found = [(scene, _in_paragraph(scene, part)) for scene, part in read]
    return sorted(continue_quotations(found), key=lambda a: (a.start, a.end, a.rule))


def _in_paragraph(scene: Scene, read: list[Attribution]) -> list[Attribution]:
    """What was read, with what the layout and the figures tell, in order and freed of doubles."""
    found = [*read, *figures_said(scene, read), *labelled(scene)]
    ordered = sorted(found, key=lambda a: (a.start, a.end, a.rule))
    return with_sources(scene, disentangled(scene, _without_doubles(ordered)))


def _without_doubles(found: list[Attribution]) -> list[Attribution]:
    """One attribution a cue: a saying before an act, a figure before the word "figure", then the surest."""
    kept: list[Attribution] = []
    for attribution in sorted(found, key=_weight, reverse=True):
        if not any(cue.overlaps(other) for a in kept for cue in a.cue for other in attribution.cue):
            kept.append(attribution)
    return [attribution for attribution in found if attribution in kept]


def _weight(attribution: Attribution) -> tuple[bool, bool, float]:
    return bool(attribution.cue_type), attribution.taken_up, attribution.confidence
