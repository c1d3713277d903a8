"""Measures out what is said: the range of tokens that a cue credits to its speaker, and its stance."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from kg.annotate.claims.attributed import Attribution, Scene, Speaker, Stance
from kg.annotate.claims.cues import HEDGES, Cue
from kg.annotate.claims.speaker_phrases import SUBJECTS
from kg.model import Span

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["attribution", "content_spans", "quote_spans", "stance_of"]

_AUXILIARIES = frozenset({"aux", "aux:pass", "auxpass"})
_FUTURE = frozenset({"will", "would", "shall", "'ll", "’ll", "wo", "wo'"})
_NEGATIONS = frozenset({"not", "n't", "n’t", "never", "nor", "nobody", "none"})
_NEGATIVE_DETERMINERS = frozenset({"no", "neither"})
_COMMITTING = frozenset(
    {"promise", "vow", "pledge", "threaten", "plan", "intend", "predict", "forecast", "foresee"}
)
_EDGES = " \t\n,.;:–—-"
_MARKS = "\"“”„«»'‘’`"


def quote_spans(scene: Scene, number: int) -> tuple[Span, ...]:
    """The words of a quotation, all its paragraphs, without marks and the comma before the closing one."""
    text = scene.text
    base = scene.passage.region.span.start
    spans = []
    for span in scene.quotations[number].inner:
        words = text[span.start - base : span.end - base]
        shorter = words.rstrip(", ") if words.rstrip(", ") else words
        spans.append(Span(span.start, span.start + len(shorter)) if words else span)
    return tuple(spans)


def content_spans(scene: Scene, ranges: Iterable[tuple[int, int]]) -> tuple[Span, ...]:
    """Spans of token ranges; a range that is one whole quotation loses its marks, in all its paragraphs."""
    spans: list[Span] = []
    for start, end in ranges:
        number = scene.quotation_starting(start)
        if number >= 0 and scene.ranges[number] == (start, end):
            spans += quote_spans(scene, number)
        else:
            spans.append(scene.span(start, end))
    return tuple(sorted(set(spans)))


def _quoted(scene: Scene, content: tuple[Span, ...]) -> tuple[tuple[Span, ...], str]:
    """Quoted parts of the content and the quote type."""
    text = scene.text
    base = scene.passage.region.span.start
    quoted: list[Span] = []
    rest = 0
    for span in content:
        covered = 0
        for quotation in scene.quotations:
            for outer, inner in zip(quotation.parts, quotation.inner, strict=True):
                if span.overlaps(inner):
                    part = Span(max(span.start, inner.start), min(span.end, inner.end))
                    quoted.append(part)
                    covered += min(span.end, outer.end) - max(span.start, outer.start)
        words = text[max(span.start - base, 0) : span.end - base]
        plain = len(words) - covered
        rest += plain if plain > len(words) - len(words.strip(_EDGES + _MARKS)) else 0
    if not quoted:
        return (), "Indirect"
    return tuple(sorted(set(quoted))), "Mixed" if rest > 0 else "Direct"


def stance_of(
    scene: Scene, ranges: Iterable[tuple[int, int]], cue: Cue, adverbs: Iterable[str] = ()
) -> Stance:
    """Polarity, certainty and temporality of the main clause of the content, under its cue."""
    start, end = next(iter(ranges))
    root = _root(scene, start, end)
    # Only the main clause's own words count: a hedge in a relative clause hedges something else.
    words = [child for child in root.children if start <= child.i < end]
    lowers = [child.lower_ for child in words]
    denied = cue.type == "Deny"
    negated = _negated(words, lowers)
    hedges = [HEDGES[low] for low in [*lowers, root.lemma_.lower(), *adverbs] if low in HEDGES]
    future = any(
        child.lower_ in _FUTURE for child in words if child.dep_ in _AUXILIARIES or child.tag_ == "MD"
    ) or (root.lower_ == "going" and "to" in scene.lowers[root.i + 1 : root.i + 2])
    future = future or (cue.lemma in _COMMITTING and not future and root.tag_ in {"VB", "NN", "NNS"})
    certainty = "Possible" if "Possible" in hedges else (hedges[0] if hedges else "Certain")
    return Stance("Negated" if denied != negated else "Affirmed", certainty, "Future" if future else "")


def _negated(words: list[Token], lowers: list[str]) -> bool:
    if any(low in _NEGATIONS for low in lowers):
        return True
    subject = next((child for child in words if child.dep_ in SUBJECTS), None)
    return subject is not None and any(child.lower_ in _NEGATIVE_DETERMINERS for child in subject.lefts)


def _root(scene: Scene, start: int, end: int) -> Token:
    for token in scene.tokens[start:end]:
        if not start <= token.head.i < end or token.head.i == token.i:
            if token.pos_ in {"PUNCT", "CCONJ", "SCONJ", "ADV"}:
                continue
            return token
    return scene.tokens[start]


def attribution(
    scene: Scene,
    speaker: Speaker | None,
    cue: Cue,
    words: tuple[Span, ...],
    ranges: list[tuple[int, int]],
    confidence: float,
    rule: str,
    adverbs: Iterable[str] = (),
) -> Attribution | None:
    """An attribution of these ranges of tokens, or None where nothing is left of them."""
    ranges = [scene.trimmed(start, _whole_quotations(scene, start, end)) for start, end in ranges]
    ranges = [
        (start, end)
        for start, end in ranges
        if any(t.is_alpha or t.like_num for t in scene.tokens[start:end])
    ]
    if not ranges:
        return None
    content = content_spans(scene, ranges)
    if speaker is not None and any(span.overlaps(speaker.span) for span in content):
        return None
    quoted, quote_type = _quoted(scene, content)
    stance = stance_of(scene, ranges, cue, adverbs)
    return Attribution(
        speaker=speaker.span if speaker else None,
        speaker_head=speaker.head if speaker else None,
        joint=speaker.joint if speaker else (),
        cue=words,
        cue_lemma=cue.lemma,
        cue_type=cue.type,
        content=content,
        quoted=quoted,
        quote_type=quote_type,
        polarity=stance.polarity,
        certainty=stance.certainty,
        temporality=stance.temporality,
        source=None,
        source_head=None,
        confidence=round(confidence * cue.strength * (speaker.trust if speaker else 0.5), 3),
        rule=rule,
    )


def _whole_quotations(scene: Scene, start: int, end: int) -> int:
    """The end, moved past a quotation that it would cut."""
    if start < end < len(scene.inside):
        number = scene.inside[end - 1]
        if number >= 0 and scene.ranges[number][0] >= start:
            return max(end, scene.ranges[number][1])
    return end
