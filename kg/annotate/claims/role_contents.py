"""What is said, from the words that the reader's network tagged: runs of words without holes and splinters.

A tagger decides word by word. Quotation marks and sentence ends know better where words said begin and end:
a quotation that is mostly tagged is said whole, a hole of a few words is closed, a splinter beside something
long is dropped, and a sentence of which little is tagged is not said.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from itertools import pairwise

from kg.annotate.claims.attributed import COMMAS, STOPS, Scene
from kg.annotate.word_sets import word_set
from kg.model import Span

__all__ = ["Ranges", "read_content"]

Ranges = list[tuple[int, int]]

_HOLE = 3
_FUNCTION = frozenset({"ADP", "SCONJ", "CCONJ", "DET"})
_PARTICLE = "compound:prt"
_NEAR = 8
_BREAKS = COMMAS | STOPS | {":", "(", ")"}
_NAMES = frozenset({"NOUN", "PROPN", "NUM", "VERB"})
_RELATIVE = frozenset({"who", "which", "whose"})
_CLAUSES = frozenset({"relcl", "acl:relcl", "acl"})
_MOSTLY = 0.5
_SPLINTER = 2
_OUTWEIGHED = 4
_NAMING = word_set("amod compound nummod nmod:poss poss nmod flat quantmod")
_DETERMINING = word_set("det predet")
_LEADING = word_set("case mark cc aux aux:pass auxpass cop")


def read_content(scene: Scene, tagged: Sequence[Span], taken: Collection[int]) -> Ranges:
    """Ranges of tokens that are said, in text order; none where nothing is left.

    Args:
        scene: the paragraph.
        tagged: spans of the article; those outside of the paragraph count for nothing.
        taken: tokens of the cue and the speaker, which are not said.
    """
    said = {token.i for token in scene.tokens_of(tagged)} - set(taken)
    said = _without_relative(scene, said, taken)
    said = _with_quotations(scene, said, taken)
    said = _closed(scene, _without_strays(scene, said), taken)
    said = _without_loose_sentences(scene, said, taken)
    runs = _without_splinters(scene, _runs(said))
    runs = [(_from_clause_start(scene, start, end, taken), end) for start, end in runs]
    runs = _runs({i for run in runs for i in _whole_phrases(scene, *run, taken)})
    trimmed = (_without_that(scene, *scene.trimmed(start, end)) for start, end in runs)
    return [
        (start, end)
        for start, end in trimmed
        if any(token.is_alpha or token.like_num for token in scene.tokens[start:end])
    ]


def _without_that(scene: Scene, start: int, end: int) -> tuple[int, int]:
    if start >= end or scene.lowers[start] != "that":
        return start, end
    joins = scene.tokens[start].tag_ in {"IN", "WDT"} or scene.tokens[start].dep_ == "mark"
    return start + joins, end


def _without_relative(scene: Scene, said: set[int], taken: Collection[int]) -> set[int]:
    """Without a clause about the speaker: "According to X, <which cited two officials>, the bridge ..."."""
    for i in sorted(said):
        opening = i if scene.lowers[i] in _RELATIVE else i - 1
        if opening < 2 or scene.lowers[opening] not in _RELATIVE or scene.lowers[opening - 1] not in COMMAS:
            continue
        if opening - 2 not in taken:
            continue
        token = scene.tokens[opening]
        clause = next((a for a in token.ancestors if a.dep_ in _CLAUSES), token)
        end = clause.right_edge.i + 1
        if end <= opening + 1 or scene.lowers[end : end + 1] not in ([","], ["."]):
            end = next((at for at in range(opening, len(scene.lowers)) if scene.lowers[at] == ","), opening)
        said = said - set(range(opening, end))
    return said


def _with_quotations(scene: Scene, said: set[int], taken: Collection[int]) -> set[int]:
    """Quotations that are mostly tagged become said whole."""
    for start, end in scene.ranges:
        inner = range(start + 1, end - 1)
        tagged = sum(i in said for i in inner)
        if tagged and tagged >= _MOSTLY * len(inner) and not any(i in taken for i in inner):
            said = said | set(range(start, end))
    return said


def _without_strays(scene: Scene, said: set[int]) -> set[int]:
    """Without single words that name nothing, unless they are all there is."""
    runs = _runs(said)
    strays = {start for start, end in runs if end == start + 1 and scene.tokens[start].pos_ not in _NAMES}
    return said - strays or said


def _closed(scene: Scene, said: set[int], taken: Collection[int]) -> set[int]:
    """Holes of a few words within a sentence are filled."""
    runs = _runs(said)
    for (_, end), (start, _) in pairwise(runs):
        hole = range(end, start)
        same = scene.bounds[end - 1] == scene.bounds[start]
        broken = len(hole) > 1 and any(scene.lowers[i] in COMMAS for i in hole)
        if same and len(hole) <= _HOLE and not broken and not any(i in taken for i in hole):
            said = said | set(hole)
    return said


def _without_loose_sentences(scene: Scene, said: set[int], taken: Collection[int]) -> set[int]:
    """Without the tagged words of sentences that are mostly not said, unless cue or speaker stand in them."""
    by_sentence: dict[tuple[int, int], list[int]] = {}
    for i in sorted(said):
        by_sentence.setdefault(scene.bounds[i], []).append(i)
    own = {scene.bounds[i] for i in taken}
    most = max((len(tokens) for tokens in by_sentence.values()), default=0)
    return {
        i
        for bounds, tokens in by_sentence.items()
        if bounds in own or len(tokens) == most or len(tokens) >= _MOSTLY * (bounds[1] - bounds[0])
        for i in tokens
    }


def _without_splinters(scene: Scene, runs: Ranges) -> Ranges:
    longest = max((end - start for start, end in runs), default=0)
    return [
        (start, end)
        for start, end in runs
        if end - start > _SPLINTER
        or longest < _OUTWEIGHED * (end - start)
        or scene.quotation_starting(start) >= 0
    ]


def _from_clause_start(scene: Scene, start: int, end: int, taken: Collection[int]) -> int:
    """The start of a run, moved back to where its clause begins if the cue follows the run."""
    first, last = scene.bounds[start][0], scene.bounds[end - 1][1]
    after = next((i for i in range(end, last) if scene.lowers[i] not in COMMAS), last)
    return _back(scene, start, first, taken) if end < after and after in taken else start


def _back(scene: Scene, start: int, first: int, taken: Collection[int]) -> int:
    """The token after the nearest break before a run; the run's own start where that is far."""
    for at in range(start, max(first, start - _NEAR) - 1, -1):
        if at == first or at - 1 in taken or scene.lowers[at - 1] in _BREAKS or scene.inside[at - 1] >= 0:
            return at + (scene.tokens[at].pos_ == "CCONJ" and at < start)
    return start


def _whole_phrases(scene: Scene, start: int, end: int, taken: Collection[int]) -> range:
    """A run with the noun phrases at its edges whole, and without function words whose phrase is not said."""
    first, last = scene.bounds[start][0], scene.bounds[end - 1][1]
    while start > first and start - 1 not in taken and _belongs(scene, start - 1, start, end):
        start -= 1
    noun = scene.tokens[end - 1].head.i
    named = scene.tokens[end - 1].dep_ in _NAMING and end <= noun < min(end + _HOLE, last)
    if named and not any(i in taken for i in range(end, noun + 1)):
        end = noun + 1
    while end - 1 > start and _dangles(scene, start, end):
        end -= 1
    return range(start, end)


def _belongs(scene: Scene, i: int, start: int, end: int) -> bool:
    """Whether a word before a run is part of a noun phrase that the run holds the head of."""
    token = scene.tokens[i]
    said = token.dep_ in _NAMING | _DETERMINING and start <= token.head.i < end
    return said and scene.inside[i] == scene.inside[start]


def _dangles(scene: Scene, start: int, end: int) -> bool:
    """Whether the last word of a run leads to something on its right that is not in the run."""
    token = scene.tokens[end - 1]
    if scene.inside[end - 1] != scene.inside[start] or scene.quotation_ending(end) >= 0:
        return False
    if token.pos_ in _FUNCTION or token.tag_ in {"WP", "WDT", "WRB"}:
        return token.dep_ != _PARTICLE and not any(start <= child.i for child in token.children)
    return token.head.i >= end and token.dep_ in _NAMING | _DETERMINING | _LEADING


def _runs(tokens: Collection[int]) -> Ranges:
    runs: Ranges = []
    for i in sorted(tokens):
        if runs and runs[-1][1] == i:
            runs[-1] = (runs[-1][0], i + 1)
        else:
            runs.append((i, i + 1))
    return runs
