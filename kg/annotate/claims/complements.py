"""What a reporting verb takes as its own complement: objects, infinitives and prepositional phrases.

``X promised to ...``, ``X called Y Z``, ``X accused Y of Z``, ``X warned of Z``, ``X denied Z``. Each pattern
gives ranges of tokens and how surely they are what is said, or None.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.annotate.claims.clause_edges import prolonged
from kg.annotate.claims.contents import clause_range
from kg.annotate.claims.cue_clauses import CueClause
from kg.annotate.claims.cues import CUE_NOUNS, NAMING_VERBS
from kg.annotate.claims.speaker_phrases import OBJECTS, prepositional

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["Ranges", "infinitive_after", "object_after", "object_with_complement", "prepositional_after"]

_OBJECT_PREPOSITIONS = frozenset({"of", "for", "as", "with", "over", "to", "against"})
_INFINITIVES = frozenset({"xcomp", "ccomp", "advcl", "acl"})
_UNSAID = frozenset({"it", "this", "that", "nothing", "anything", "something", "so", "what", "which", "who"})
_NAMING = frozenset({"NOUN", "PROPN", "NUM", "VERB", "SYM", "X"})
_RELATIVE = frozenset({"relcl", "acl:relcl"})

Ranges = list[tuple[int, int]]


def infinitive_after(clause: CueClause) -> tuple[Ranges, float] | None:
    """``X promised to ...``, ``X denied doing ...``."""
    if "t" not in clause.cue.frames or clause.verb.dep_ in _RELATIVE:
        return None
    for child in clause.verb.rights:
        if child.dep_ in _INFINITIVES and child.tag_ in {"VB", "VBG"} and child.i >= clause.after:
            start, end = clause_range(clause.scene, child, clause.after, clause.last, addressed=True)
            if start < end and (clause.scene.lowers[start] == "to" or child.tag_ == "VBG"):
                return [(start, end)], 0.85
    return None


def object_with_complement(clause: CueClause) -> tuple[Ranges, float] | None:
    """``X called Y Z``, ``X accused Y of Z``, ``X urged Y to Z``; ``what X called "Z"``."""
    scene, verb = clause.scene, clause.verb
    if "o" not in clause.cue.frames:
        return None
    parts = [child for child in verb.rights if child.i >= clause.after and _completes(child)]
    if not parts:
        return None
    start = max(min(part.left_edge.i for part in parts), clause.after)
    end = min(max(part.right_edge.i for part in parts) + 1, clause.last)
    start, end = scene.trimmed(start, end)
    quoted = any(number >= 0 for number in scene.inside[start:end])
    if clause.cue.lemma in NAMING_VERBS and not quoted and any(_moved_to(part) for part in parts):
        return None
    if start >= end or (len(parts) < 2 and not quoted and not _charges(clause, start, end)):
        return None
    if clause.cue.lemma in NAMING_VERBS or quoted:
        return [(start, end)], 0.85
    return [(start, end)], 0.8


def _moved_to(part: Token) -> bool:
    """Whether a part tells where someone was called to, for or with what, not what they were called."""
    return any(
        case.lower_ in {"to", "for", "with", "over", "against"} for case in part.lefts if case.dep_ == "case"
    )


def _charges(clause: CueClause, start: int, end: int) -> bool:
    """Whether the object's own phrase says what it is charged with or told to do."""
    told = clause.cue.type in {"Accuse", "Warn", "Demand"}
    return told and any(word in _OBJECT_PREPOSITIONS for word in clause.scene.lowers[start + 1 : end])


def _completes(child: Token) -> bool:
    if child.dep_ in OBJECTS | {"xcomp", "ccomp", "oprd", "prep"}:
        return child.dep_ != "prep" or child.lower_ in _OBJECT_PREPOSITIONS
    if child.dep_ in {"obl", "advcl", "nmod"}:
        return any(
            case.lower_ in _OBJECT_PREPOSITIONS for case in child.lefts if case.dep_ in {"case", "mark"}
        )
    return False


def prepositional_after(clause: CueClause) -> tuple[Ranges, float] | None:
    """``X warned of NP``, ``X called for NP``, ``X spoke of NP``."""
    scene = clause.scene
    wanted = clause.cue.frames - {"s", "q", "n", "t", "o"}
    if not wanted:
        return None
    for preposition, noun in prepositional(clause.verb):
        if preposition.lower_ in wanted and preposition.i >= clause.verb.i and noun.lower_ not in _UNSAID:
            start = preposition.i + 1
            end = _with_rest(clause, noun, min(noun.right_edge.i + 1, clause.last))
            if start < end:
                return [scene.trimmed(start, end)], 0.8
    return _after_particle(clause) if clause.particle >= 0 else None


def _with_rest(clause: CueClause, noun: Token, end: int) -> int:
    """The end of a noun phrase, moved past what completes it whatever the parse ties that to.

    "call on them to leave", "demand he leave", "deny a report that ...", "speak of more than 300 dead".
    """
    scene, last = clause.scene, clause.last
    if end >= last:
        return last
    if noun.lemma_.lower() in CUE_NOUNS and scene.lowers[end] in {"by", "of", "from"}:
        opening = next((at for at in range(end, min(end + 8, last)) if scene.lowers[at] == "that"), end)
        end = end if scene.finite(end, opening) else opening
    word = scene.tokens[end]
    if (word.lower_ == "that" and word.tag_ in {"IN", "WDT"}) or word.lower_ in {"to", "not"}:
        opened = word.lower_ == "that" or any(t.tag_ == "VB" for t in scene.tokens[end + 1 : end + 3])
        return prolonged(scene, noun, end + 1, last) if opened else end
    if word.tag_ in {"VB", "VBP"} and word.head.i == clause.verb.i and word.dep_ in {"xcomp", "ccomp"}:
        return prolonged(scene, noun, max(end, word.right_edge.i + 1), last)
    if word.lower_ == "than" and noun.lower_ in {"more", "fewer", "less"}:
        return prolonged(scene, noun, end + 1, last)
    return end


def _after_particle(clause: CueClause) -> tuple[Ranges, float] | None:
    """The words up to the first noun after "spoke of", where the parse ties them to something else."""
    scene, start = clause.scene, clause.particle + 1
    for token in scene.tokens[start : min(start + 8, clause.last)]:
        if token.pos_ in {"VERB", "AUX", "PUNCT", "ADP"}:
            return None
        if (
            token.pos_ in {"NOUN", "PROPN"}
            and token.i + 1 < clause.last
            and token.nbor(1).pos_ not in {"NOUN", "PROPN"}
        ):
            return [(start, token.i + 1)], 0.75
    return None


def object_after(clause: CueClause) -> tuple[Ranges, float] | None:
    """``X denied NP``, ``X announced NP``, ``X criticized NP``."""
    if "n" not in clause.cue.frames:
        return None
    for child in clause.verb.rights:
        if child.dep_ in OBJECTS and child.i >= clause.after and child.lower_ not in _UNSAID:
            end = _with_rest(clause, child, min(child.right_edge.i + 1, clause.last))
            start = max(child.left_edge.i, clause.after)
            if start < end and child.pos_ in _NAMING:
                return [clause.scene.trimmed(start, end)], 0.75
    return None
