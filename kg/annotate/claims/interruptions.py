"""Cue clauses between the words that they report, and those that open a sentence of their own."""

from __future__ import annotations

from kg.annotate.claims.attributed import COMMAS, STOPS
from kg.annotate.claims.cue_clauses import CueClause
from kg.annotate.word_sets import word_set

__all__ = ["interrupts", "opens_anew"]

_OCCASIONS = word_set(
    "statement interview report speech letter press conference post tweet briefing article testimony filing "
    "email memo address remark comment message release book column note video television radio twitter "
    "facebook contrast addition fact example instance response reply turn meantime"
)
_LEAST_FRONTED = 3


def interrupts(clause: CueClause) -> bool:
    """Whether the cue clause stands between commas within what is said."""
    scene, begin = clause.scene, clause.begin
    if begin <= clause.first or clause.close >= clause.last:
        return False
    between = scene.lowers[begin - 1] in COMMAS and scene.lowers[clause.close] in COMMAS
    return between and (scene.finite(clause.first, begin - 1) or _fronted(clause))


def _fronted(clause: CueClause) -> bool:
    """Whether what stands before the cue clause belongs to what is said ("In all but two cases, he said, S").

    "In a statement, the ministry said, ..." tells where it was said.
    """
    fronted = clause.scene.tokens[clause.first : clause.begin - 1]
    if len(fronted) < _LEAST_FRONTED or any(clause.scene.inside[t.i] >= 0 for t in fronted):
        return False
    return not any(t.lemma_.lower() in _OCCASIONS or t.ent_type_ in {"DATE", "TIME"} for t in fronted)


def opens_anew(clause: CueClause, end: int) -> bool:
    """Whether a quotation closed its sentence and the cue clause begins the next: '"... it." He said S'."""
    scene, opening = clause.scene, clause.scene.tokens[clause.begin]
    if scene.lowers[end - 2] not in STOPS or not opening.text[:1].isupper():
        return False
    return scene.lowers[end - 2] == "." or opening.pos_ in {"PRON", "DET"}
