"""Recognises reporting verbs in place, with their speaker, and refuses those that report nothing.

"did not say", "if he says", "would say", "declined to say" and questions are no claims.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from kg.annotate.claims.attributed import COMMAS, STOPS, Attribution, Scene, Speaker
from kg.annotate.claims.cues import EVIDENTIAL, Cue, cue_of, verb_forms
from kg.annotate.claims.speaker_phrases import OBJECTS, SUBJECTS, speaker_at, subject_of
from kg.annotate.claims.unsaid import AUXILIARIES, is_said
from kg.annotate.word_sets import word_set
from kg.model import Span

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["AUXILIARIES", "PASSIVE_AUXILIARIES", "CueClause", "cue_clause_at", "cue_clause_of", "is_reported"]

PASSIVE_AUXILIARIES = frozenset({"aux:pass", "auxpass"})
_VERBAL = frozenset({"VB", "VBD", "VBG", "VBN", "VBP", "VBZ"})
_SURE_FORMS = frozenset({"said", "says", "told", "added", "tweeted", "denied", "acknowledged", "insisted"})
_NOT_CUES = frozenset({"amod", "compound", "case", "nmod", "fixed"})
_PARTICLES = frozenset({"out", "for", "on", "of", "to", "about", "clear", "that"})
_LINKED = word_set(
    "add note say stress emphasize emphasise insist warn explain claim argue point continue state call"
)
_PUBLISHING = word_set("publish issue release post write send run carry print give make put offer sign")
_DOCUMENTS = word_set(
    "report statement article letter memo editorial column post tweet message video piece story series "
    "analysis speech interview book remark email note study survey comment"
)
_NOMINAL = frozenset({"NOUN", "PROPN", "PRON"})
_FINITE_VERB_TAGS = frozenset({"VBD", "VBZ", "VBP"})


@dataclass(frozen=True)
class CueClause:
    """A reporting verb in its place. particle: token of its particle, or -1. Positions are token numbers."""

    scene: Scene
    verb: Token
    cue: Cue
    particle: int
    head: Token | None
    speaker: Speaker | None
    floor: int

    @property
    def first(self) -> int:
        """First token of the sentence that no earlier attribution has taken."""
        return max(self.scene.bounds[self.verb.i][0], self.floor)

    @property
    def last(self) -> int:
        """Token after the sentence."""
        return self.scene.bounds[self.verb.i][1]

    @property
    def after(self) -> int:
        """The token after verb and particle."""
        return max(self.verb.i, self.particle) + 1

    @property
    def inverted(self) -> bool:
        """Whether the speaker stands after the verb ("said the minister")."""
        return self.head is not None and self.head.i > self.verb.i

    @cached_property
    def begin(self) -> int:
        """The first token of the cue clause: of its subject, auxiliaries or verb."""
        start = self._verb_group
        if self.speaker is not None and not self.inverted:
            tokens = self.scene.passage.tokens(self.speaker.span)
            if tokens is not None and tokens.start >= self.scene.bounds[self.verb.i][0]:
                start = min(start, tokens.start)
        return start

    @cached_property
    def close(self) -> int:
        """The token after the cue clause: the first punctuation or quotation after verb and speaker."""
        at = self.after
        if self.speaker is not None and self.inverted:
            tokens = self.scene.passage.tokens(self.speaker.span)
            at = tokens.end if tokens is not None else at
        while at < self.last and not self._breaks(at):
            at += 1
        return at

    def _breaks(self, at: int) -> bool:
        return self.scene.inside[at] >= 0 or self.scene.lowers[at] in COMMAS | STOPS | {":"}

    @cached_property
    def _verb_group(self) -> int:
        start = self.verb.i
        while start > self.first and self._belongs(self.scene.tokens[start - 1]):
            start -= 1
        return start

    def _belongs(self, token: Token) -> bool:
        if token.lower_ in COMMAS:
            return False
        return token.dep_ in AUXILIARIES or (token.dep_ in {"advmod", "neg"} and token.head.i == self.verb.i)

    @property
    def words(self) -> tuple[Span, ...]:
        """Spans of the cue: auxiliaries, adverbs and verb, and its particle."""
        start = self._verb_group
        if self.particle == self.verb.i + 1:
            return (self.scene.span(start, self.particle + 1),)
        if self.particle > self.verb.i:
            own = self.scene.span(self.particle, self.particle + 1)
            return (self.scene.span(start, self.verb.i + 1), own)
        return (self.scene.span(start, self.verb.i + 1),)

    @property
    def adverbs(self) -> list[str]:
        """Adverbs at the verb, which may hedge."""
        return [child.lower_ for child in self.verb.children if child.dep_ == "advmod"]


def cue_clause_at(scene: Scene, i: int, floor: int, earlier: Attribution | None) -> CueClause | None:
    """The reporting verb at a token, or None where nothing is reported.

    Args:
        scene: the paragraph.
        i: the token.
        floor: first token that no attribution before this one has taken.
        earlier: the attribution before this one in the same sentence: "..., adding that" has its speaker.
    """
    verb = scene.tokens[i]
    found = _cue_at(scene, verb)
    if found is None or not is_reported(scene, verb):
        return None
    cue, particle = found
    linked = _linked(scene, verb, cue, earlier)
    if linked is not None:
        return CueClause(scene, verb, cue, particle, None, linked, floor)
    head = _source_of(_subject(scene, verb))
    speaker = speaker_at(scene, head, i) if head is not None else None
    if speaker is not None and speaker.trust < EVIDENTIAL.get(cue.lemma, 0.0):
        speaker = None
    return CueClause(scene, verb, cue, particle, head, speaker, floor)


def cue_clause_of(
    scene: Scene, verb: Token, cue: Cue, earlier: Attribution | None = None
) -> CueClause | None:
    """A verb that reports by what stands around it, with its subject as the speaker."""
    if not is_reported(scene, verb) or any(child.dep_ in PASSIVE_AUXILIARIES for child in verb.lefts):
        return None
    floor = scene.bounds[verb.i][0]
    linked = _linked(scene, verb, cue, earlier)
    if linked is not None:
        return CueClause(scene, verb, cue, -1, None, linked, floor)
    head = subject_of(verb)
    speaker = speaker_at(scene, head, verb.i) if head is not None else None
    return CueClause(scene, verb, cue, -1, head, speaker, floor)


def _cue_at(scene: Scene, verb: Token) -> tuple[Cue, int] | None:
    lemma = verb_forms().get(verb.lower_)
    if lemma is None or verb.dep_ in _NOT_CUES:
        return None
    if verb.tag_ not in _VERBAL and verb.lower_ not in _SURE_FORMS:
        return None
    for at in range(verb.i + 1, min(verb.i + 3, len(scene.lowers))):
        if scene.lowers[at] in _PARTICLES and (cue := cue_of(lemma, scene.lowers[at])):
            return cue, at
    cue = cue_of(lemma)
    return (cue, -1) if cue is not None else None


def is_reported(scene: Scene, verb: Token) -> bool:
    """Whether the verb tells of a saying: a verb, not a participle that describes, and of something said."""
    described = verb.tag_ == "VBN" and not any(c.dep_ in AUXILIARIES | SUBJECTS for c in verb.children)
    return not described and is_said(scene, verb)


def _linked(scene: Scene, verb: Token, cue: Cue, earlier: Attribution | None) -> Speaker | None:
    """The speaker of "..., adding that": that of the finite reporting verb before it."""
    if earlier is None or earlier.speaker is None or earlier.speaker_head is None:
        return None
    if _second_predicate(scene, verb):
        return Speaker(earlier.speaker, earlier.speaker_head, earlier.joint, 0.95)
    if verb.tag_ != "VBG" or cue.lemma.split()[0] not in _LINKED or verb.i == 0:
        return None
    before = verb.i - 1
    if scene.tokens[before].pos_ == "ADV":
        before -= 1
    if scene.lowers[before] not in COMMAS | {"and"} and scene.quotation_ending(before + 1) < 0:
        return None
    return Speaker(earlier.speaker, earlier.speaker_head, earlier.joint, 0.95)


def _second_predicate(scene: Scene, verb: Token) -> bool:
    """Whether a verb without subject is joined on: "..., he said, and put the figure at 253"."""
    if verb.tag_ not in _FINITE_VERB_TAGS or any(child.dep_ in SUBJECTS for child in verb.children):
        return False
    before = verb.i - 1
    while before > 0 and scene.tokens[before].pos_ == "ADV":
        before -= 1
    return before >= 0 and scene.lowers[before] in {"and", "but"}


def _subject(scene: Scene, verb: Token) -> Token | None:
    """The subject by the parse, else the noun or pronoun that stands right beside a finite verb."""
    found = subject_of(verb)
    if found is not None or verb.tag_ not in _FINITE_VERB_TAGS:
        return found
    first, last = scene.bounds[verb.i]
    before = verb.i - 1
    while before > first and scene.tokens[before].dep_ in AUXILIARIES | {"advmod"}:
        before -= 1
    if before >= first and scene.inside[before] < 0 and _may_head(scene.tokens[before]):
        return _top(scene.tokens[before], verb)
    opened = verb.i == first or scene.lowers[verb.i - 1] in COMMAS or scene.quotation_ending(verb.i) >= 0
    if opened:
        for token in scene.tokens[verb.i + 1 : min(last, verb.i + 8)]:
            if token.lower_ in COMMAS | STOPS or token.pos_ == "ADP" or scene.inside[token.i] >= 0:
                return None
            if token.pos_ in _NOMINAL:
                return _top(token, verb)
    return None


def _may_head(token: Token) -> bool:
    return token.pos_ in _NOMINAL and token.dep_ not in OBJECTS


def _top(token: Token, verb: Token) -> Token:
    """The head of the noun phrase that a word stands in."""
    while (
        token.head.pos_ in _NOMINAL
        and token.head.i != token.i
        and (token.head.i < verb.i) == (token.i < verb.i)
    ):
        token = token.head
    return token


def _source_of(head: Token | None) -> Token | None:
    """Who published a document that "says" something in a relative clause or participle."""
    if head is None or head.lemma_.lower() not in _DOCUMENTS or head.dep_ not in OBJECTS:
        return head
    if head.head.lemma_.lower() not in _PUBLISHING:
        return head
    return subject_of(head.head) or head
