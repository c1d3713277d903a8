"""What the text calls people right beside their names: titles, appositions, and "X is the director"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.annotate.mention_tokens import APPOSITION, SUBJECT, Anchor, chunk, is_negated
from kg.annotate.names.titles import HEDGES, TITLE_COMPLEMENTS, is_position, is_title_modifier

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

__all__ = ["Description", "describe"]

_MODIFIERS = frozenset({"compound", "amod", "nmod", "flat", "nn", "nummod", "punct"})
_ARGUMENTS = frozenset({"root", "ROOT", "obj", "dobj", "nsubj"})
_APPOSITION_REACH = 14


@dataclass(frozen=True, slots=True)
class Description:
    """A noun phrase [start, end) that says what the anchor is. head: its noun.

    pattern: ``title`` (before the name), ``apposition``, ``inverse`` (the name stands after it), ``copula``.
    """

    anchor: Anchor
    pattern: str
    start: int
    end: int
    head: Token


def describe(anchors: Sequence[Anchor]) -> Iterator[Description]:
    """Yield the descriptions of all named persons and organizations.

    Args:
        anchors: all mentions of an article; only names are described, the others stop a title's reach.
    """
    taken = {(a.number, i) for a in anchors if a.mention.kind == "name" for i in range(a.start, a.end)}
    persons = {
        (a.number, a.start) for a in anchors if a.mention.kind == "name" and a.mention.type == "Person"
    }
    for anchor in anchors:
        if anchor.mention.kind != "name" or not anchor.passage.is_body:
            continue
        if anchor.mention.type == "Person":
            yield from _title(anchor, taken)
        yield from _apposition(anchor, persons)
        yield from _inverse(anchor)
        yield from _copula(anchor)


def _title(anchor: Anchor, taken: set[tuple[int, int]]) -> Iterator[Description]:
    doc = anchor.doc
    first = doc[anchor.start].sent.start
    found = _title_head(doc, anchor.start, first)
    if found is None or any((anchor.number, i) in taken for i in range(found, anchor.start)):
        return
    head = doc[found]
    apart = head.dep_ in _ARGUMENTS and doc[anchor.start].head.i != head.i
    if head.pos_ in {"VERB", "AUX", "ADV"} or (head.text.islower() and apart):
        return
    start = found
    while start > first and (anchor.number, start - 1) not in taken and _is_modifier(doc, start, anchor.end):
        start -= 1
    while start < found and not doc[start].text[0].isalnum():
        start += 1
    yield Description(anchor, "title", start, anchor.start, head)


def _title_head(doc: Doc, end: int, first: int) -> int | None:
    """The title noun whose phrase ends right before token ``end``."""
    last = end - 1
    if last < first:
        return None
    if is_position(doc[last].text):
        return last
    if doc[last].lower_ in TITLE_COMPLEMENTS:
        before = last - 2 if last - 2 >= first and doc[last - 1].text == "-" else last - 1
        return before if before >= first and is_position(doc[before].text) else None
    for back in range(last - 1, max(first, last - 5), -1):
        if doc[back].lower_ == "of":
            noun = doc[back - 1]
            inside = doc[back + 1 : end]
            named = noun.text[0].isupper() and all(
                t.text[0].isupper() or t.lower_ in {"and", "for"} for t in inside
            )
            return back - 1 if named and is_position(noun.text) else None
    return None


def _is_modifier(doc: Doc, start: int, end: int) -> bool:
    """Whether the token before ``start`` still belongs to the title."""
    token = doc[start - 1]
    if token.text == "-":
        return not token.whitespace_ and start >= 2 and not doc[start - 2].whitespace_
    if not token.whitespace_ and doc[start].text == "-":
        return token.text[0].isalnum()
    if not token.text[0].isalpha():
        return False
    if is_title_modifier(token.text):
        return token.pos_ not in {"ADP", "VERB", "ADV"}
    inside = start <= token.head.i < end
    return token.pos_ in {"ADJ", "NOUN", "PROPN"} and token.dep_ in _MODIFIERS and inside


def _apposition(anchor: Anchor, persons: set[tuple[int, int]]) -> Iterator[Description]:
    doc = anchor.doc
    if anchor.end >= len(doc) or doc[anchor.end].text not in {",", "(", "–", "—", "-"}:
        return
    governor = anchor.governor
    reach = min(anchor.end + 1 + _APPOSITION_REACH, doc[anchor.start].sent.end)
    for token in doc[anchor.end + 1 : reach]:
        if (
            (token.dep_ in APPOSITION or _is_read_as_a_list(anchor, token))
            and (anchor.start <= token.head.i < anchor.end or token.head == governor)
            and token.pos_ in {"NOUN", "PROPN"}
        ):
            start, end = chunk(token)
            titles = any((anchor.number, i) in persons for i in range(token.i + 1, min(end, reach) + 1))
            if start == anchor.end + 1 and not titles:
                yield Description(anchor, "apposition", start, end, token)
                yield from _coordinated(anchor, token, "apposition")
            return


def _is_read_as_a_list(anchor: Anchor, noun: Token) -> bool:
    """Whether "X, a former lawmaker, said" was parsed as a list: a comma, an article, a comma, no more."""
    doc = anchor.doc
    if noun.dep_ != "conj" or any(child.dep_ == "cc" for child in noun.children):
        return False
    _, end = chunk(noun)
    if doc[anchor.end].text != "," or doc[anchor.end + 1].lower_ not in {"a", "an"} or end + 2 >= len(doc):
        return False
    goes_on = doc[end + 1].lower_ in {"and", "or"} and doc[end + 2].pos_ in {"DET", "PROPN", "PRON"}
    return doc[end].text == "," and not goes_on


def _coordinated(anchor: Anchor, head: Token, pattern: str) -> Iterator[Description]:
    for token in head.children:
        if token.dep_ == "conj" and token.pos_ in {"NOUN", "PROPN"} and is_position(token.text):
            start, end = chunk(token)
            yield Description(anchor, pattern, start, end, token)


def _inverse(anchor: Anchor) -> Iterator[Description]:
    name = anchor.governor
    noun = name.head
    if (
        name.dep_ not in APPOSITION
        or noun.i >= anchor.start
        or anchor.start == 0
        or noun.pos_ not in {"NOUN", "PROPN"}
    ):
        return
    if anchor.doc[anchor.start - 1].text not in {",", ":", "–", "—"}:
        return
    start, end = chunk(noun)
    if end == anchor.start - 1 and anchor.doc[start].pos_ in {"DET", "PRON", "PROPN", "NOUN", "ADJ"}:
        yield Description(anchor, "inverse", start, end, noun)


def _copula(anchor: Anchor) -> Iterator[Description]:
    name = anchor.governor
    noun = name.head
    if name.dep_ not in SUBJECT or noun.pos_ not in {"NOUN", "PROPN", "AUX"} or noun.i < anchor.end:
        return
    if noun.pos_ == "AUX":
        noun = next((c for c in noun.children if c.dep_ == "attr"), noun)
        verb = noun.head
    else:
        verb = next((c for c in noun.children if c.dep_ == "cop"), noun)
    if noun.pos_ == "AUX" or verb == noun or verb.lower_ not in {"is", "was", "'s", "’s"}:
        return
    if is_negated(noun) or is_negated(verb) or any(t.lower_ in HEDGES for t in noun.doc[anchor.end : noun.i]):
        return
    if any(child.dep_ == "case" for child in noun.children):
        return
    start, end = chunk(noun)
    start = max(start, verb.i + 1)
    if start <= noun.i:
        yield Description(anchor, "copula", start, end, noun)
        yield from _coordinated(anchor, noun, "copula")
