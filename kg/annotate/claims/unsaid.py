"""Which reporting verbs report nothing: "did not say", "if he says", "would say", "declined to say"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.annotate.claims.attributed import COMMAS, Scene
from kg.annotate.claims.speaker_phrases import SUBJECTS
from kg.annotate.word_sets import word_set

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["AUXILIARIES", "is_passive", "is_reported", "is_said"]

AUXILIARIES = frozenset({"aux", "aux:pass", "auxpass"})
_HYPOTHETICAL = word_set("would could should might may must can ca cannot wo will 'd ’d shall 'll ’ll 'll")
_CONDITIONS = frozenset({"if", "unless", "whether", "lest", "until"})
_NEGATIONS = frozenset({"not", "n't", "n’t", "never", "neither", "nor"})
_CHAIN_VERBS = frozenset({"go", "continue", "begin", "start", "keep", "proceed", "hasten", "come"})
_REFUSING = word_set("decline refuse fail try want hope wish need plan intend avoid stop")
_CLAUSAL = frozenset({"xcomp", "ccomp", "advcl", "acl"})
_WISHES = frozenset({"hope", "hopes", "hoped", "hoping", "wish", "wishes", "imagine", "suppose", "pray"})
_REACH = 8
_PASSIVE_AUXILIARIES = frozenset({"aux:pass", "auxpass"})
_BE = word_set("is are was were be been being am get gets got getting")
_BETWEEN = frozenset({"ADV", "PART"})


def is_said(scene: Scene, verb: Token) -> bool:
    """Whether the verb tells of a saying: not negated, conditional, hypothetical, asked or refused."""
    for child in verb.lefts:
        low = child.lower_
        if low in _NEGATIONS or low in _CONDITIONS:
            return False
        if low in _HYPOTHETICAL and (child.dep_ in AUXILIARIES or child.tag_ == "MD"):
            return False
    if any(child.lower_ in _NEGATIONS for child in verb.rights if child.i == verb.i + 1):
        return False
    if verb.lower_ == "said" and scene.lowers[verb.i + 1 : verb.i + 2] == ["to"]:
        return False
    if _infinitive(verb) and verb.head.lemma_.lower() not in _CHAIN_VERBS:
        return False
    if verb.dep_ in _CLAUSAL and verb.head.lemma_.lower() in _REFUSING:
        return False
    if verb.dep_ == "conj" and verb.tag_ == "VB" and not is_said(scene, verb.head):
        return False
    if _wished(scene, verb):
        return False
    end = scene.bounds[verb.i][1] - 1
    return scene.lowers[end] != "?" or scene.inside[end] >= 0


def is_reported(scene: Scene, verb: Token) -> bool:
    """Whether the verb tells of a saying: a verb, not a participle that describes, and of something said."""
    described = verb.tag_ == "VBN" and not any(c.dep_ in AUXILIARIES | SUBJECTS for c in verb.children)
    return not described and is_said(scene, verb)


def is_passive(verb: Token) -> bool:
    """Whether a verb is passive: whoever "is accused" or "was told" is not the one who says it."""
    if verb.tag_ != "VBN":
        return False
    before = verb.i - 1
    while before > 0 and verb.doc[before].pos_ in _BETWEEN:
        before -= 1
    helping = [child.lower_ for child in verb.lefts if child.dep_ in _PASSIVE_AUXILIARIES]
    return not _BE.isdisjoint([*helping, verb.doc[max(before, 0)].lower_])


def _wished(scene: Scene, verb: Token) -> bool:
    """Whether the clause is what someone hopes for: "I hope that the council says yes"."""
    for at in range(verb.i - 1, max(scene.bounds[verb.i][0] - 1, verb.i - _REACH), -1):
        if scene.inside[at] >= 0 or scene.lowers[at] in COMMAS | {"and", "but", "who", "which"}:
            return False
        if scene.lowers[at] in _WISHES and scene.tokens[at].tag_[:1] == "V":
            return True
    return False


def _infinitive(verb: Token) -> bool:
    return verb.tag_ == "VB" and any(child.lower_ == "to" for child in verb.lefts)
