"""When an event took place, and which other event words a trigger hangs on, from the parse."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.annotate.events import trigger_words as triggers
from kg.annotate.events.reality import lemma_of
from kg.annotate.reading import Passage
from kg.model import DateExpression

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["date_of", "dates_around", "links_of"]

_TIME_PATH = frozenset(
    {"obl", "nmod", "obl:tmod", "nmod:tmod", "compound", "nummod", "advmod", "amod", "flat", "conj",
     "npadvmod", "pobj", "prep",
     "tmod", "appos", "obl:npmod", "nmod:npmod", "nmod:poss", "poss", "dep", "obl:unmarked", "nmod:unmarked"}
)  # fmt: skip
_OTHER_TIMES = frozenset({"after", "before", "since", "until", "than", "from", "of"})


def date_of(passage: Passage, token: Token, dates: list[DateExpression]) -> DateExpression | None:
    """The date whose words hang on the token without another verb between; the nearest of several."""
    found = []
    for date in dates:
        tokens = passage.tokens(date.span)
        if tokens is None or tokens.root.sent.start != token.sent.start:
            continue
        here = tokens.root
        while (
            here.i != token.i and here.dep_ in _TIME_PATH and (here.i == tokens.root.i or here.pos_ != "VERB")
        ):
            if here.head.i == here.i:
                break
            here = here.head
            if here.i != token.i and (lemma_of(here) in triggers.NOUNS or _anchored_elsewhere(here)):
                break
        if here.i == token.i or tokens.start <= token.i < tokens.end:
            found.append((abs(tokens.root.i - token.i), tokens.start, date))
    return min(found, key=lambda row: row[:2])[2] if found else None


def _anchored_elsewhere(token: Token) -> bool:
    """Whether the phrase tells after or before what, not when."""
    return any(child.dep_ in {"case", "mark"} and child.lower_ in _OTHER_TIMES for child in token.children)


def dates_around(passage: Passage, token: Token, dates: list[DateExpression]) -> tuple[DateExpression, ...]:
    """Dates of the sentence that may tell when, though the parse does not say so."""
    base, sent = passage.region.span.start, token.sent
    found = []
    for date in dates:
        if base + sent.start_char <= date.span.start < base + sent.end_char:
            before = passage.text[: date.span.start - base].split()[-1:]
            if not before or before[0].lower() not in _OTHER_TIMES:
                found.append(date)
    return tuple(found)


def links_of(token: Token) -> tuple[int, ...]:
    """Words above the token through which it hangs on another event word."""
    links, here = _relative_link(token), token
    for _ in range(4):
        if here.head.i == here.i:
            break
        if here.head.i < here.i and lemma_of(here.head) in triggers.NOUNS:
            links.append(here.head.i)
        crossing = here.dep_ in {"ccomp", "advcl", "parataxis"} or (
            here.dep_ == "conj" and here.pos_ == "VERB"
        )
        here = here.head
        if crossing and here.pos_ == "VERB" and lemma_of(here) not in triggers.VERBS:
            break
        links.append(here.i)
    return tuple(links)


def _relative_link(token: Token) -> list[int]:
    """The event noun right before the relative clause that a verb stands in.

    As in "the blasts, in which 50 died".
    """
    for position in range(token.i - 1, max(token.sent.start, token.i - 7), -1):
        if token.doc[position].lower_ in {"which", "that"}:
            for noun in range(position - 1, max(token.sent.start - 1, position - 6), -1):
                if lemma_of(token.doc[noun]) in triggers.NOUNS or token.doc[noun].pos_ == "VERB":
                    return [noun]
    return []
