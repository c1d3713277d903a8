"""Mentions tied to their tokens, and the few questions about a parse that all patterns ask."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.model import Mention

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from kg.annotate.reading import Passage, Reading

__all__ = [
    "APPOSITION",
    "SUBJECT",
    "SUBJECT_PASSIVE",
    "Anchor",
    "anchors_of",
    "chunk",
    "gap",
    "is_embedded",
    "is_negated",
    "prepositional",
    "quoted_tokens",
]

SUBJECT = frozenset({"nsubj"})
SUBJECT_PASSIVE = frozenset({"nsubj:pass", "nsubjpass"})
APPOSITION = frozenset({"appos"})
_CLAUSES = frozenset(
    {
        "acl:relcl",
        "relcl",
        "acl",
        "appos",
        "parataxis",
        "advcl",
        "conj",
        "cc",
        "ccomp",
        "dep",
        "punct",
        "case",
        "mark",
    }
)
_NAME_LINKS = frozenset({"flat", "flat:name", "appos", "compound", "nn"})
_TITLE_REACH = 5
_NEGATIONS = frozenset({"not", "n't", "n’t", "never", "no", "neither", "nor", "hardly", "barely", "scarcely"})
_COMPLEMENTS = frozenset({"ccomp", "xcomp", "csubj", "csubj:pass"})
_MODALS = frozenset(
    {"would", "could", "may", "might", "should", "can", "must", "will", "shall", "'d", "’d", "'ll", "’ll"}
)
_CONDITIONS = frozenset({"if", "whether", "unless", "though", "should", "suppose"})
_UNREAL = frozenset({"aux", "advmod", "neg", "mark"})


@dataclass(frozen=True, slots=True)
class Anchor:
    """A mention of a passage with its tokens [start, end). number: the passage's position in the reading."""

    mention: Mention
    passage: Passage
    number: int
    start: int
    end: int

    @property
    def doc(self) -> Doc:
        """The passage's parse."""
        return self.passage.doc

    @property
    def head(self) -> Token:
        """The token that governs the others."""
        doc = self.doc
        for token in doc[self.start : self.end]:
            if not self.start <= token.head.i < self.end or token.head == token:
                return token
        return doc[self.end - 1]

    @property
    def governor(self) -> Token:
        """The head, or the title right before the name where the parse hangs the name on it."""
        token = self.head
        while token.dep_ in _NAME_LINKS and 0 < self.start - token.head.i <= _TITLE_REACH:
            if any(
                not t.is_alpha and t.text not in {"-", "."} for t in self.doc[token.head.i + 1 : self.start]
            ):
                break
            token = token.head
        return token


def anchors_of(reading: Reading, mentions: Sequence[Mention]) -> list[Anchor]:
    """The mentions that lie in passages, in text order."""
    starts = [passage.region.span.start for passage in reading.passages]
    found: list[Anchor] = []
    for mention in mentions:
        number = bisect_right(starts, mention.span.start) - 1
        if number < 0 or not reading.passages[number].region.span.covers(mention.span):
            continue
        passage = reading.passages[number]
        tokens = passage.tokens(mention.span)
        if tokens is not None:
            found.append(Anchor(mention, passage, number, tokens.start, tokens.end))
    return sorted(found, key=lambda anchor: (anchor.number, anchor.start, anchor.end))


def chunk(head: Token) -> tuple[int, int]:
    """Token range of a noun phrase without clauses, appositions and coordination.

    Args:
        head: its governing noun.
    """
    doc = head.doc
    inside = {head.i}
    for child in head.children:
        if child.dep_ not in _CLAUSES:
            inside.update(token.i for token in child.subtree)
        elif child.dep_ == "punct" and child.text in {"-", "–"}:
            inside.add(child.i)
    start, end = head.i, head.i + 1
    while start - 1 in inside and doc[start - 1].text not in {",", ";", "“", '"', "("}:
        start -= 1
    while end in inside and doc[end].text not in {",", ";", "”", '"', "(", "-", "–", "—"}:
        end += 1
    return start, end


def gap(anchor: Anchor, end: int) -> str:
    """The text between a token position before or after the anchor and the anchor itself, lower case."""
    doc = anchor.doc
    first, last = (end, anchor.start) if end <= anchor.start else (anchor.end, end)
    return str(doc[first:last].text).casefold() if first < last else ""


def prepositional(noun: Token) -> Iterator[tuple[str, Token]]:
    """Preposition and object of the phrases that depend on a noun or verb, in either label scheme."""
    for child in noun.children:
        if child.dep_ in {"nmod", "obl", "obl:agent", "nmod:of"} or child.dep_.startswith(("nmod:", "obl:")):
            case = next((c.lower_ for c in child.children if c.dep_ == "case"), "")
            if case and child.i > noun.i:
                yield case, child
        elif child.dep_ in {"prep", "agent"}:
            for grand in child.children:
                if grand.dep_ == "pobj":
                    yield child.lower_, grand


def is_embedded(predicate: Token) -> bool:
    """Whether the clause is what somebody says, thinks, doubts: a complement clause, or part of one."""
    token = predicate
    for _ in range(4):
        if token.dep_ in _COMPLEMENTS:
            return True
        if token.dep_ not in {"conj", "advcl", "acl:relcl", "relcl"}:
            return False
        token = token.head
    return False


def is_negated(token: Token) -> bool:
    """Whether the clause of this predicate is negated, modal, conditional or a question: no fact."""
    for child in token.children:
        if child.dep_ not in _UNREAL and child.dep_ != "det":
            continue
        word = child.lower_
        if (
            word in _NEGATIONS
            or (child.dep_ == "aux" and word in _MODALS)
            or (child.dep_ == "mark" and word in _CONDITIONS)
        ):
            return True
        if child.dep_ == "advmod" and word in {
            "reportedly",
            "allegedly",
            "supposedly",
            "perhaps",
            "possibly",
            "probably",
            "maybe",
        }:
            return True
    return token.sent.text.rstrip(" \"”’'").endswith("?")


def quoted_tokens(doc: Doc) -> bytearray:
    """For each token whether it stands inside double quotation marks."""
    inside = bytearray(len(doc))
    open_ = False
    for token in doc:
        if token.text in {"“", "``"}:
            open_ = True
        elif token.text in {"”", "''"}:
            open_ = False
        elif token.text == '"':
            open_ = not open_
        elif open_:
            inside[token.i] = 1
    return inside
