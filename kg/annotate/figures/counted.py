"""The noun phrase that a number counts ("485 wounded people", "70 of 140 suspects", "fifteen more")."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.annotate.figures import measure_words as words

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

__all__ = ["PARTICIPLES", "Counted", "counted_phrase", "lemma_of"]

PARTICIPLES = frozenset({"VBN", "VBD", "VBG", "JJ"})
_RUN = frozenset({"ADJ", "NOUN", "PROPN", "NUM", "ADV"})
_NOUNS = frozenset({"NOUN", "PROPN"})
_OTHERS = frozenset({"more", "others", "other"})
_LONGEST_RUN = 8


@dataclass(frozen=True, slots=True)
class Counted:
    """The noun phrase counted: end (token, exclusive), head lemma or "", lemmas and forms in it.

    part: of a larger set ("five of the 45", "dozens of people" is none). base: the number is the larger set.
    """

    end: int
    head: str
    lemmas: frozenset[str]
    forms: frozenset[str]
    part: bool

    @property
    def people(self) -> bool:
        """Whether the noun means people; a missing noun does too ("another 10 hurt")."""
        return not self.head or self.plural_people

    @property
    def plural_people(self) -> bool:
        """Whether there is a noun and it means people."""
        return words.is_people(self.head)


def counted_phrase(doc: Doc, last: int, stop: int) -> Counted:
    """The noun phrase after a number whose last token is ``last``; ``stop``: end of the sentence (tokens)."""
    position, part = last + 1, False
    if position < stop and doc[position].lower_ == "of":
        position, part = position + 1, True
        while position < stop and (
            doc[position].pos_ in {"DET", "PRON"} or doc[position].lower_ in {"all", "'s", "’s"}
        ):
            position += 1
    run = _run(doc, position, min(stop, position + _LONGEST_RUN))
    nouns = [
        n for n, token in enumerate(run) if token.pos_ in _NOUNS | {"VERB"} or token.lower_ in words.NOUNS
    ]
    if nouns:
        run = run[: nouns[-1] + 1]
        head = lemma_of(run[-1])
    elif run and (run[0].lower_ in words.STATES or run[0].lower_ in {"more", "others"}):
        run, head = run[:1], ""
    else:
        run, head = [], ""
    end = run[-1].i + 1 if run else (position if part else last + 1)
    return Counted(end, head, frozenset(lemma_of(t) for t in run), frozenset(t.lower_ for t in run), part)


def _run(doc: Doc, start: int, stop: int) -> list[Token]:
    """Words that can belong to the noun phrase, from ``start`` on."""
    run: list[Token] = []
    for position in range(start, stop):
        token = doc[position]
        following = doc[position + 1] if position + 1 < stop else None
        if token.lower_ == "-" and doc[position - 1].whitespace_:
            break
        if not (_belongs(token, following, first=position == start) or _continues(run, doc, position, stop)):
            break
        run.append(token)
    return run


def _belongs(token: Token, following: Token | None, *, first: bool) -> bool:
    if first and token.lower_ in _OTHERS:
        return True
    if token.pos_ == "ADV":
        return following is not None and following.pos_ in _RUN
    if token.pos_ in _RUN or (token.tag_ == "VBZ" and words.is_people(token.lower_.removesuffix("s"))):
        return True
    before_noun = following is not None and following.pos_ in _NOUNS
    return before_noun and token.tag_ in PARTICIPLES and token.lower_ in words.STATES


def _continues(run: list[Token], doc: Doc, position: int, stop: int) -> bool:
    """Whether "and" or a hyphen goes on with the phrase."""
    if not run or position + 1 >= stop or doc[position].lower_ not in {"and", "-"}:
        return False
    return doc[position + 1].pos_ in _NOUNS and _joins(run, doc, position + 1, stop)


def _joins(run: list[Token], doc: Doc, position: int, stop: int) -> bool:
    """Whether "and NOUN" goes on counting people ("refugees and asylum seekers")."""
    if doc[position - 1].lower_ == "-":
        return True
    return words.is_people(lemma_of(run[-1])) and any(
        words.is_people(lemma_of(doc[n])) for n in range(position, min(stop, position + 2))
    )


def lemma_of(token: Token) -> str:
    """Lemma in lower case; nouns that a pipeline took for verbs ("suspects") and odd forms set right."""
    if token.tag_ == "VBZ":
        return token.lower_.removesuffix("s")
    return words.IRREGULAR.get(token.lower_, (token.lemma_ or token.text).lower())
