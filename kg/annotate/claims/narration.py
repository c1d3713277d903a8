"""Finds what the article says in its own voice about numbers of people: the clause around each figure."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from kg.annotate.claims.attributed import Scene, Stance, scenes
from kg.annotate.claims.contents import stance_of
from kg.annotate.claims.cues import Cue, cue_of, verb_forms
from kg.annotate.reading import Reading
from kg.model import Quantity, Span

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["Narrated", "narrated"]

_CLAUSE_LABELS = frozenset(
    {"ROOT", "root", "ccomp", "advcl", "acl", "acl:relcl", "relcl", "parataxis", "conj", "csubj", "xcomp"}
)
_SUBJECTS = frozenset({"nsubj", "nsubj:pass", "nsubjpass", "csubj", "expl"})
_CUT_OFF = frozenset({"conj", "advcl", "parataxis", "acl:relcl", "relcl", "cc", "mark"})
_BELIEVED = frozenset(
    {"believed", "thought", "feared", "estimated", "presumed", "reported", "said", "understood"}
)
_RELATIVE = frozenset({"relcl", "acl:relcl"})
_LINKS = frozenset({"that", "as", "whereas", "because", "since", "and", "but", "while", "although", "though"})
_FIGURE_VERBS = frozenset({"put", "puts", "boasted", "boasts", "corrected", "counted"})
_OPENING = frozenset({"when", "where", "while", "whereas", "although", "though"})
_UNREAL = frozenset({"might", "may", "would", "could", "should", "can"})
_ATTITUDE = 0.6
_NARRATION = Cue("", "", frozenset(), 1.0)


@dataclass(frozen=True, slots=True)
class Narrated:
    """A clause in the article's own voice with the figures in it."""

    content: Span
    quantities: tuple[Quantity, ...]
    stance: Stance


def narrated(reading: Reading, quantities: Iterable[Quantity]) -> list[Narrated]:
    """For each figure outside quotations the smallest clause with it; figures of one clause together."""
    by_region = {scene.passage.region.span: scene for scene in scenes(reading)}
    regions = sorted(by_region)
    found: list[tuple[Span, Quantity, Stance]] = []
    for quantity in sorted(quantities, key=lambda q: q.span):
        region = next((span for span in regions if span.covers(quantity.span)), None)
        told = _clause(by_region[region], quantity) if region is not None else None
        if told is not None:
            found.append((told[0], quantity, told[1]))
    grouped = groupby(sorted(found, key=lambda row: (row[0], row[1].span)), key=lambda row: row[0])
    return [_joined(content, list(rows)) for content, rows in grouped]


def _joined(content: Span, rows: list[tuple[Span, Quantity, Stance]]) -> Narrated:
    return Narrated(content, tuple(row[1] for row in rows), rows[0][2])


def _clause(scene: Scene, quantity: Quantity) -> tuple[Span, Stance] | None:
    tokens = scene.passage.tokens(quantity.span)
    if tokens is None or any(scene.inside[token.i] >= 0 for token in tokens):
        return None
    verb = _governing(tokens.root)
    start, end = _range(scene, verb, tokens.start, tokens.end)
    start, end = scene.trimmed(start, end)
    while start < tokens.start and scene.lowers[start] in _LINKS:
        start += 1
    start = _past_opening(scene, start, tokens.start, tokens.end)
    if start >= end or _reports(scene, verb) or scene.lowers[scene.bounds[verb.i][1] - 1] == "?":
        return None
    if verb.dep_ in _RELATIVE and any(child.lower_ in _UNREAL for child in verb.children):
        return None
    stance = stance_of(scene, [(start, end)], _NARRATION)
    if stance.certainty == "Certain" and verb.lower_ in _BELIEVED and verb.tag_ == "VBN":
        stance = Stance(stance.polarity, "Probable", stance.temporality)
    return scene.span(start, end), stance


def _past_opening(scene: Scene, start: int, first: int, last: int) -> int:
    """The start, moved past a clause before the figure's own: "..., when thousands filled the streets"."""
    for at in range(first - 1, start, -1):
        if scene.lowers[at] in _OPENING and scene.lowers[at - 1] == "," and scene.finite(start, at):
            return at + 1 if scene.finite(last, scene.bounds[first][1]) else start
    return start


def _reports(scene: Scene, verb: Token) -> bool:
    """Whether the sentence reports a saying that no pattern read.

    Better no claim than one that puts a speaker's figure in the article's own mouth.
    """
    first, last = scene.bounds[verb.i]
    return any(_is_cue(token) for token in scene.tokens[first:last] if scene.inside[token.i] < 0)


def _is_cue(token: Token) -> bool:
    low = token.lower_
    if low == "according":
        return True
    if token.tag_[:2] != "VB" or (low in _BELIEVED and token.tag_ == "VBN"):
        return False
    if low in _FIGURE_VERBS:
        return True
    lemma = verb_forms().get(low)
    if lemma is None:
        return False
    following = [after.lower_ for after in token.doc[token.i + 1 : token.i + 3]]
    cues = [cue_of(lemma), *(cue_of(lemma, particle) for particle in following)]
    return any(cue is not None and cue.strength > _ATTITUDE for cue in cues)


def _governing(token: Token) -> Token:
    """The verb of the smallest clause around a token: with a subject of its own, or the sentence's root."""
    for ancestor in (token, *token.ancestors):
        if ancestor.dep_ in {"ROOT", "root"}:
            return ancestor
        own_subject = any(child.dep_ in _SUBJECTS for child in ancestor.children)
        if ancestor.dep_ in _CLAUSE_LABELS and ancestor.pos_ in {"VERB", "AUX"} and own_subject:
            return ancestor
    return token


def _range(scene: Scene, verb: Token, first: int, last: int) -> tuple[int, int]:
    """The clause's tokens, without coordinated and dependent clauses on its edges that lack the figure."""
    start, end = min(verb.left_edge.i, first), max(verb.right_edge.i + 1, last)
    if verb.dep_ in _RELATIVE and verb.head.i < start:
        start = max(verb.head.left_edge.i, scene.bounds[verb.i][0])
    for child in verb.children:
        if child.dep_ not in _CUT_OFF or child.left_edge.i <= first <= child.right_edge.i:
            continue
        if child.right_edge.i < min(verb.i, first):
            start = max(start, child.right_edge.i + 1)
        elif child.left_edge.i >= max(verb.i + 1, last):
            end = min(end, child.left_edge.i)
    return start, end
