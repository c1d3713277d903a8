"""Where the words that a cue credits begin and end.

Parsers cut long clauses more often than they stretch them, and punctuation and function words are surer than
attachment: a clause right after "said" begins there, and it goes on to the next comma or conjunction.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from kg.annotate.claims.attributed import COMMAS, STOPS, Scene
from kg.annotate.claims.cues import verb_forms

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["begun", "prolonged", "whole_quotations"]

_BREAKS = COMMAS | STOPS | {":", "(", ")"}
_ADJUNCTS = frozenset(
    {"when", "after", "before", "while", "because", "since", "although", "though", "if", "until"}
)
_JOINERS = frozenset({"and", "or", "but"})
_BASE_FORMS = frozenset({"VB", "VBP", "VBN", "VBG"})
_MODALS = frozenset({"would", "will", "could", "can", "should", "must", "may", "might"})
_NEGATIONS = frozenset({"not", "n't", "n’t", "never", "no"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_DAYS = frozenset({"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"})
_TIMES = _DAYS | {"yesterday", "today", "later", "earlier", "recently", "afterwards", "tuesday"}
_COUNTING = frozenset({"up", "about", "over", "around", "under", "at", "more", "between", "fewer", "less"})
_LISTED = frozenset({"DET", "NOUN", "PROPN", "ADJ", "NUM"})
_OPENERS = frozenset({"DET", "NOUN", "PROPN", "PRON", "ADJ", "NUM"})


def begun(scene: Scene, after: int, start: int) -> int:
    """The start of a clause without "that", moved back to the cue where its subject stands right behind it.

    Left alone where a date, an adverb or a preposition opens what lies between ("said on Monday ...").
    """
    if not after < start or any(scene.inside[i] >= 0 for i in range(after, start)):
        return start
    opening = scene.tokens[after]
    if any(scene.lowers[i] in _BREAKS for i in range(after, start)) or _is_time(opening):
        return start
    counting = scene.lowers[after] in _COUNTING and any(t.like_num for t in scene.tokens[after : after + 4])
    return after if counting or opening.pos_ in _OPENERS else start


def _is_time(token: Token) -> bool:
    return token.ent_type_ in {"DATE", "TIME"} or token.lower_ in _TIMES


def prolonged(scene: Scene, clause: Token, end: int, limit: int) -> int:
    """The end of a clause, moved on while what follows still belongs to it."""
    end = _to_break(scene, end, limit)
    at = end
    while at < limit and (scene.lowers[at] == "," or scene.lowers[at] in _JOINERS):
        at += 1
    if at >= limit:
        return end
    if scene.lowers[at] == "that" or _lists_on(scene, end, limit):
        return limit
    word = scene.tokens[at]
    if at > end and scene.lowers[at - 1] == "but" and _goes_on_alike(scene, clause, at, end):
        return _to_break(scene, at, limit)
    if at == end and word.head.i < end and word.head.i > clause.left_edge.i:
        return limit
    return end


def _lists_on(scene: Scene, end: int, limit: int) -> bool:
    """Whether only further members of a list follow: ", the miners, and most of the dockers"."""
    if scene.lowers[end] != "," or end + 1 >= limit or scene.tokens[end + 1].pos_ not in _LISTED:
        return False
    rest = scene.lowers[end + 1 : limit]
    verbs = any(token.tag_[:1] == "V" for token in scene.tokens[end + 1 : limit])
    return not verbs and not scene.finite(end, limit) and any(pair == (",", "and") for pair in pairwise(rest))


def _to_break(scene: Scene, end: int, limit: int) -> int:
    """The end, moved to the next punctuation, clause or coordination with a subject of its own."""
    at = end
    while at < limit and scene.lowers[at] not in _BREAKS | _ADJUNCTS:
        if scene.inside[at] >= 0:
            at = max(scene.ranges[scene.inside[at]][1], at + 1)
            continue
        if scene.lowers[at] == "as" and scene.finite(at, min(at + 6, limit)):
            break
        if scene.lowers[at] in _JOINERS and not _joins_words(scene, at, limit):
            break
        if scene.lowers[at] in verb_forms() and scene.tokens[at].tag_ in _FINITE:
            return end
        at += 1
    return min(at, limit)


def _joins_words(scene: Scene, at: int, limit: int) -> bool:
    """Whether "and" joins a word or an infinitive, not a clause with a finite verb."""
    following = scene.tokens[at + 1 : min(at + 7, limit)]
    if following and following[0].tag_ in _BASE_FORMS:
        return True
    for token in following:
        if token.lower_ in _BREAKS:
            break
        if token.tag_ in _FINITE or token.tag_ == "PRP":
            return False
    return bool(following)


def _goes_on_alike(scene: Scene, clause: Token, at: int, end: int) -> bool:
    """Whether "but" contrasts a second predicate: "would fall, but would rise", "is not A, but did B"."""
    word = scene.tokens[at]
    if word.lower_ in verb_forms() or word.pos_ in {"PRON", "DET", "PROPN"}:
        return False
    before = scene.lowers[clause.left_edge.i : end]
    if word.lower_ in _MODALS:
        return word.lower_ in before
    return word.tag_ in _FINITE | {"VBN"} and bool(_NEGATIONS.intersection(before))


def whole_quotations(scene: Scene, start: int, end: int) -> int:
    """The end, moved past a quotation that it would cut."""
    if start < end < len(scene.inside):
        number = scene.inside[end - 1]
        if number >= 0 and scene.ranges[number][0] >= start:
            return max(end, scene.ranges[number][1])
    return end
