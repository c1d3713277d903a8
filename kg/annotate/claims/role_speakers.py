"""Who speaks, from the words that the reader's network tagged and the noun phrases that they stand in."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from kg.annotate.claims.attributed import COMMAS, Attribution, Scene, Speaker
from kg.annotate.claims.entity_names import PERSON_LABELS, entity_of, labelled_as
from kg.annotate.claims.linked import linked_speaker
from kg.annotate.claims.role_cues import CueRead
from kg.annotate.claims.speaker_phrases import phrase_at, prepositional, speaker_at, subject_of
from kg.annotate.claims.unsaid import is_passive
from kg.annotate.word_sets import word_set
from kg.model import Span

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["read_speaker", "speaker_left_out"]

_NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM", "ADJ"})
_RELATIVE_PRONOUNS = frozenset({"who", "which", "that", "whom", "whose"})
_RELATIVE = frozenset({"relcl", "acl:relcl", "acl"})
_FUNCTION = frozenset({"ADP", "CCONJ", "SCONJ", "PART", "AUX"})
_ARTICLES = frozenset({"a", "an", "the", "this", "that"})
_EDGES = COMMAS | {".", ":", "and", "but"}
_LOOSE = frozenset({"ADP", "DET", "CCONJ", "SCONJ"})
_MODIFYING = frozenset({"amod", "compound", "det", "nummod", "flat"})
_CORE_ENDS = frozenset({"PUNCT", "ADP", "CCONJ", "SCONJ"})
_HOLE = 2
_DOUBTFUL = 0.4
_ISSUED = word_set("report statement figure count tally estimate account survey study")
"""What is issued by somebody, who is the one that speaks."""
_ISSUERS = PERSON_LABELS | {"ORG"}
_SURE = 0.8
_SPOKEN = 0.78


def read_speaker(
    scene: Scene, tagged: Sequence[Span], anchor: Token, others: Collection[int]
) -> Speaker | None:
    """The speaker among the tagged words of the paragraph: the cue's subject, else the first of several.

    What comes after that mostly describes it ("a group of doctors in <Ridgeton> ..."). A relative pronoun
    speaks for the noun phrase before it.

    Args:
        scene: the paragraph.
        tagged: spans of the article.
        anchor: the word that reports.
        others: tokens of cue and content, which belong to no speaker.
    """
    subject = subject_of(anchor)
    found = [(*run, head) for run in _runs(scene, tagged) if (head := _head(scene, *run)) is not None]
    if not found:
        return None
    start, end, head = min(found, key=lambda row: _rank(row, anchor, subject))
    speaker = _named(scene, _speaker(scene, head, anchor), start, end)
    first, last = _widened(scene, speaker, (start, end), head.i, others)
    return replace(speaker, span=scene.span(first, last))


def _named(scene: Scene, speaker: Speaker, start: int, end: int) -> Speaker:
    """The speaker, its head the person's name that the tagged phrase ends in ("Mayor <Ruth Adler>, who")."""
    core = next((i for i in range(start + 1, end) if _ends_core(scene.tokens[i])), end)
    name = entity_of(scene.tokens[core - 1])
    if name is None or not labelled_as(name, PERSON_LABELS) or name.start < start or name.end != core:
        return speaker
    head = scene.span(name.start, name.end)
    joint = tuple(other for other in speaker.joint if not other.overlaps(head))
    return speaker if head == speaker.head else Speaker(speaker.span, head, joint, 1.0)


def _ends_core(token: Token) -> bool:
    return token.pos_ in _CORE_ENDS or token.lower_ in _RELATIVE_PRONOUNS


def speaker_left_out(scene: Scene, cue: CueRead, before: Attribution | None) -> Speaker | None:
    """The speaker of a saying for which none is tagged: its verb's subject, else who speaks before it.

    The attribution before it is that of the same sentence: "..., he said, adding that ...".
    """
    anchor = cue.anchor
    if cue.cue.strength < _SPOKEN or not cue.said or not anchor.tag_.startswith("VB") or is_passive(anchor):
        return None
    subject = subject_of(anchor)
    speaker = speaker_at(scene, subject, anchor.i) if subject is not None else None
    if speaker is not None and speaker.trust >= _SURE:
        return speaker
    return linked_speaker(scene, anchor, before) if subject is None else None


def _rank(row: tuple[int, int, Token], anchor: Token, subject: Token | None) -> tuple[bool, bool, bool, int]:
    """The verb's own subject first, then nouns that modify none, then what stands before the verb."""
    start, end, head = row
    governs = subject is not None and start <= subject.i < end
    return not governs, head.dep_ in _MODIFYING, start > anchor.i, start


def _widened(
    scene: Scene, speaker: Speaker, run: tuple[int, int], head: int, others: Collection[int]
) -> tuple[int, int]:
    """The phrase up to where the tagged words end, whole where they miss its head, without the others."""
    tokens = scene.tokens_of((speaker.span,))
    start, end = min(tokens[0].i, run[0]), run[1]
    if not scene.span(*run).covers(speaker.head):
        end = max(tokens[-1].i + 1, end)
    holder = tokens[0].i if not start <= head < end else head
    start = max((i + 1 for i in range(start, holder) if i in others), default=start)
    end = min((i for i in range(holder + 1, end) if i in others), default=end)
    if "(" in scene.lowers[start:end] and scene.lowers[end : end + 1] == [")"] and end not in others:
        end += 1
    while start < holder and scene.lowers[start] in _EDGES:
        start += 1
    while end > holder + 1 and (scene.lowers[end - 1] in _EDGES or scene.tokens[end - 1].pos_ in _LOOSE):
        end -= 1
    return start, end


def _runs(scene: Scene, tagged: Sequence[Span]) -> list[tuple[int, int]]:
    """Runs of tagged words, small holes within a phrase closed."""
    runs: list[tuple[int, int]] = []
    for token in scene.tokens_of(tagged):
        hole = range(runs[-1][1], token.i) if runs else range(_HOLE + 1)
        whole = len(hole) <= _HOLE and not any(scene.lowers[i] in COMMAS for i in hole)
        if runs and whole and scene.bounds[token.i] == scene.bounds[runs[-1][0]]:
            runs[-1] = (runs[-1][0], token.i + 1)
        else:
            runs.append((token.i, token.i + 1))
    return runs


def _head(scene: Scene, start: int, end: int) -> Token | None:
    """The word that the others hang on; a noun where there is one, or it would be a word of letters."""
    tokens = scene.tokens[start:end]
    tops = [token for token in tokens if not start <= token.head.i < end or token.head.i == token.i]
    nominal = [token for token in tops if token.pos_ in _NOMINAL]
    words = [token for token in tops if token.is_alpha and token.pos_ not in _FUNCTION]
    others = [token for token in words if token.lower_ not in _ARTICLES]
    within = [token for token in tokens if token.pos_ in _NOMINAL]
    return next(iter(nominal or others or within), None)


def _speaker(scene: Scene, head: Token, anchor: Token) -> Speaker:
    noun = _antecedent(head) if head.lower_ in _RELATIVE_PRONOUNS else None
    speaker = phrase_at(scene, noun or head, anchor.i)
    issuer = _issuer(scene, noun or head)
    if issuer is not None:
        return replace(issuer, span=Span(min(speaker.span.start, issuer.span.start), issuer.span.end))
    pronoun = scene.passage.token_span(head)
    if noun is not None and pronoun.start >= speaker.span.end:
        speaker = replace(speaker, span=Span(speaker.span.start, pronoun.end))
    sure = speaker_at(scene, noun or head, anchor.i) is not None
    return speaker if sure else replace(speaker, trust=_DOUBTFUL)


def _issuer(scene: Scene, document: Token) -> Speaker | None:
    """Who speaks in a document: "reports from Reuters" and "a statement by the union" are their words."""
    if document.lemma_.lower() not in _ISSUED and document.lower_.removesuffix("s") not in _ISSUED:
        return None
    sources = [noun for case, noun in prepositional(document) if case.lower_ in {"by", "from"}]
    named = next((noun for noun in sources if noun.ent_type_ in _ISSUERS), None)
    return speaker_at(scene, named, named.i - 1) if named is not None else None


def _antecedent(pronoun: Token) -> Token | None:
    """What a relative pronoun stands for: the noun that its clause hangs on, else the one right before."""
    for clause in (pronoun, *pronoun.ancestors):
        if clause.dep_ in _RELATIVE and clause.head.i < pronoun.i:
            return clause.head
    before = pronoun.i - 1
    while before > 0 and pronoun.doc[before].is_punct:
        before -= 1
    nearest = pronoun.doc[max(before, 0)]
    return nearest if nearest.pos_ in _NOMINAL and nearest.i < pronoun.i else None
