"""Articles whose chains are written into the text: ``[1p Ada Moss]`` is a person of chain 1."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from kg.annotate.reading import ChainMention, Reading
from kg.model import Mention, Span
from tests.annotate.spoken import parsed_by

if TYPE_CHECKING:
    from spacy.language import Language

__all__ = ["chained", "of_one_chain"]

_TYPES = {"p": "person", "o": "organization", "l": "place", "e": "event", "a": "abstract"}
_OPENED = re.compile(r"\[(\d+)([polea])(?:@([\d.]+))? ")
"""Chain, type, and how sure the link is (1 of the first mention, else 0.95)."""


class _Mark(NamedTuple):
    start: int
    end: int
    type: str
    chain: int
    link: str | None


def chained(nlp: Language, *paragraphs: str) -> Reading:
    """An article of these paragraphs, with the chains that their brackets mark (they may nest)."""
    plain: list[str] = []
    marks: list[_Mark] = []
    at = 0
    for paragraph in paragraphs:
        text, found = _unmarked(paragraph)
        plain.append(text)
        marks += [mark._replace(start=mark.start + at, end=mark.end + at) for mark in found]
        at += len(text) + 2
    reading = parsed_by(nlp, *plain)
    return replace(reading, chains=tuple(_mentions(reading, sorted(marks, key=lambda m: (m.start, -m.end)))))


def _unmarked(paragraph: str) -> tuple[str, list[_Mark]]:
    text = ""
    unclosed: list[_Mark] = []
    found: list[_Mark] = []
    at = 0
    while at < len(paragraph):
        if opened := _OPENED.match(paragraph, at):
            unclosed.append(_Mark(len(text), -1, _TYPES[opened[2]], int(opened[1]), opened[3]))
            at = opened.end()
            continue
        if paragraph[at] == "]":
            found.append(unclosed.pop()._replace(end=len(text)))
        else:
            text += paragraph[at]
        at += 1
    return text, found


def _mentions(reading: Reading, marks: list[_Mark]) -> Iterator[ChainMention]:
    seen: set[int] = set()
    for mark in marks:
        span = Span(mark.start, mark.end)
        passage = reading.passage_at(mark.start)
        assert passage is not None
        tokens = passage.tokens(span)
        assert tokens is not None
        sure = 1.0 if mark.chain not in seen else 0.95
        seen.add(mark.chain)
        link = float(mark.link) if mark.link else sure
        yield ChainMention(span, passage.token_span(tokens.root), mark.type, mark.chain, 0.95, link)


def of_one_chain(mentions: list[Mention], text: str) -> list[list[str]]:
    """The words of the mentions of each chain that has two or more, chains in text order."""
    groups: dict[int, list[str]] = {}
    for mention in mentions:
        groups.setdefault(mention.chain, []).append(mention.span.of(text))
    return [words for _, words in sorted(groups.items()) if len(words) > 1]
