"""What kind of saying the cue words are that the reader's network tagged.

The network tags what people think, want and do to each other along with what they say; which of them it is,
the words and the parse tell.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.annotate.claims.attributed import Scene
from kg.annotate.claims.cues import EVIDENTIAL, NAMING_VERBS, STANCE, Cue, cue_of, noun_cue, verb_forms
from kg.annotate.claims.speaker_phrases import SUBJECTS
from kg.annotate.claims.unsaid import is_said
from kg.model import Span

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["CueRead", "kind_of_saying", "read_cue"]

_ACCORDING = Cue("according to", "Report", frozenset(), 1.0)
_LABEL = Cue(":", "Say", frozenset(), 1.0)
_LABELS = frozenset({":", "-", "--", "—", "–", "―"})
_UNKNOWN = 0.5
_COMPLETING = frozenset({"of", "for", "as", "to", "with", "over", "against"})
_MOVING = frozenset({"to", "for", "with", "over", "against"})
_PREDICATING = SUBJECTS | {"cop", "expl"}
_BLAMING = frozenset({"Accuse", "Deny"})
_VERBAL = frozenset({"VB", "VBD", "VBG", "VBN", "VBP", "VBZ", "MD"})
_KEPT_AFTER = frozenset({"ADP", "ADV", "PART"})


@dataclass(frozen=True, slots=True)
class CueRead:
    """A tagged cue: what it reports, the word that reports, all its words, and whether anything is said."""

    cue: Cue
    anchor: Token
    words: tuple[Span, ...]
    said: bool


def kind_of_saying(cue: CueRead, trust: float, said: Sequence[Token], *, quoted: bool) -> str:
    """The local name of the kg:CueType, or "" where somebody acts or takes a stance and says nothing.

    In quotation marks everything is said. Other words are said where their verb reports such words: a clause
    ("acknowledged that ...") or a thing ("denied any role"); things "show", only people and documents say.
    A stance is a saying where it blames somebody for something.

    Args:
        cue: the cue.
        trust: how surely the speaker can speak at all.
        said: the content's tokens.
        quoted: whether a good part of the content stands in quotation marks.
    """
    word = cue.cue
    if not cue.said or trust < EVIDENTIAL.get(word.lemma, 0.0):
        return ""
    if quoted:
        return word.type or "Say"
    if all(token.pos_ in {"PRON", "DET"} for token in said):
        return ""
    told = _tells(said)
    if word.frames == {"q"} or not (told or _fits(cue, said)):
        return ""
    if word.strength == STANCE and not (told and word.type in _BLAMING):
        return ""
    return word.type


def _tells(said: Sequence[Token]) -> bool:
    """Whether a verb heads the words, or a word with a subject; one in a relative clause tells of a thing."""
    inside = {token.i for token in said}
    tops = [token for token in said if token.head.i == token.i or token.head.i not in inside]
    return any(
        top.pos_ in {"VERB", "AUX"} or any(child.dep_ in _PREDICATING for child in top.children)
        for top in tops
    )


def _fits(cue: CueRead, said: Sequence[Token]) -> bool:
    """Whether words without a verb can be what a cue reports, not whom it addresses or what it shows."""
    frames, first = cue.cue.frames, said[0]
    if not frames or "n" in frames or " " in cue.cue.lemma or first.i < cue.anchor.i:
        return True
    if first.lower_ in frames or (first.i and first.nbor(-1).lower_ in frames):
        return True
    completed = any(token.lower_ in _COMPLETING for token in said[1:])
    if cue.cue.lemma in NAMING_VERBS:
        return not any(token.lower_ in _MOVING for token in said)
    return "o" in frames and completed


def read_cue(scene: Scene, tagged: Sequence[Token]) -> CueRead:
    """The kind of saying of tagged cue words (at least one token, in text order)."""
    known = [found for token in tagged if (found := _known(scene, token)) is not None]
    if not known:
        anchor = _top(tagged)
        unknown = Cue(anchor.lemma_.lower(), "", frozenset(), _UNKNOWN)
        return CueRead(unknown, anchor, _spans(scene, tagged), _is_said(scene, anchor))
    cue, anchor, last = max(known, key=lambda row: row[0].strength)
    words = _spans(scene, _to_the_point(tagged, anchor, last))
    return CueRead(cue, anchor, words, _is_said(scene, anchor))


def _is_said(scene: Scene, anchor: Token) -> bool:
    return anchor.tag_ not in _VERBAL or is_said(scene, anchor)


def _known(scene: Scene, token: Token) -> tuple[Cue, Token, int] | None:
    """What a word reports, the word, and the last token that belongs to it."""
    low = token.lower_
    if low == "according":
        return _ACCORDING, token, token.i + 1
    if low in _LABELS:
        return _LABEL, token, token.i
    lemma = verb_forms().get(low) or verb_forms().get(token.lemma_.lower())
    if lemma is not None and token.pos_ not in {"NOUN", "ADJ"}:
        ahead = range(token.i + 1, min(token.i + 3, len(scene.lowers)))
        for at in ahead:
            if cue := cue_of(lemma, scene.lowers[at]):
                return cue, token, at
        return (cue, token, token.i) if (cue := cue_of(lemma)) is not None else None
    noun = noun_cue(token.lemma_.lower()) or noun_cue(low.removesuffix("s"))
    return (noun, token, token.i) if noun is not None else None


def _top(tagged: Sequence[Token]) -> Token:
    """The word that the others hang on; a verb where several are."""
    inside = {token.i for token in tagged}
    tops = [t for t in tagged if t.head.i == t.i or t.head.i not in inside]
    return next((t for t in tops if t.pos_ == "VERB"), (tops or list(tagged))[0])


def _to_the_point(tagged: Sequence[Token], anchor: Token, last: int) -> list[Token]:
    """The cue up to its reporting word and what belongs to that, without "... at a briefing on Monday"."""
    last = max(anchor.i, last)
    rest = [token for token in tagged if token.i > last]
    if len(rest) == 1 and rest[0].i == last + 1 and rest[0].pos_ in _KEPT_AFTER:
        last += 1
    return [token for token in tagged if token.i <= last]


def _spans(scene: Scene, tokens: Sequence[Token]) -> tuple[Span, ...]:
    """The tokens as spans, one a run."""
    runs: list[list[int]] = []
    for token in tokens:
        if runs and token.i == runs[-1][-1] + 1:
            runs[-1].append(token.i)
        else:
            runs.append([token.i])
    return tuple(scene.span(run[0], run[-1] + 1) for run in runs)
