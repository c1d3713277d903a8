"""Readings of sentences whose parse is written down: rules are tested whatever a model makes of them."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import spacy
from spacy.tokens import Doc
from spacy.vocab import Vocab

from kg.annotate.reading import Reading
from tests.annotate.spoken import reading_of as parsed

_POS = {
    "NN": "NOUN", "NNS": "NOUN", "NNP": "PROPN", "NNPS": "PROPN", "PRP": "PRON", "IN": "ADP", "DT": "DET",
    "JJ": "ADJ", "JJS": "ADJ", "CD": "NUM", "RB": "ADV", "CC": "CCONJ", "MD": "AUX", "TO": "PART",
    "POS": "PART",
}  # fmt: skip
_LEMMAS = {
    "declined": "decline", "quoted": "quote", "announced": "announce", "released": "release", "said": "say",
    "was": "be", "were": "be", "is": "be", "officials": "official", "arrests": "arrest",
    "questioned": "question",
}  # fmt: skip


@cache
def _parses() -> dict[str, str]:
    lines = (Path(__file__).parent / "parses.txt").read_text(encoding="utf-8").split("\n")
    filled = [line for line in lines if line and not line.startswith("#")]
    return dict(zip(filled[::2], filled[1::2], strict=True))


def reading_of(*paragraphs: str) -> Reading:
    """An article of paragraphs, each a sentence of parses.txt."""
    return parsed(*(_doc(paragraph, _parses()[paragraph]) for paragraph in paragraphs))


@cache
def _vocab() -> Vocab:
    return spacy.blank("en").vocab


def _doc(text: str, notation: str) -> Doc:
    rows = [row.split("|") for row in notation.split(" ")]
    words = [row[0] for row in rows]
    spaces, at = [], 0
    for word in words:
        at = text.index(word, at) + len(word)
        spaces.append(text[at : at + 1] == " ")
    doc = Doc(
        _vocab(),
        words=words,
        spaces=spaces,
        tags=[row[1] for row in rows],
        pos=[_pos(row[1], row[2]) for row in rows],
        deps=[row[2] for row in rows],
        heads=[int(row[3]) - 1 for row in rows],
        lemmas=[_LEMMAS.get(row[0].lower(), row[0].lower()) for row in rows],
        ents=[row[4] if len(row) > 4 else "O" for row in rows],
    )
    assert doc.text == text
    return doc


def _pos(tag: str, label: str) -> str:
    if tag.startswith("VB"):
        return "AUX" if label in {"aux", "aux:pass", "cop"} else "VERB"
    return _POS.get(tag, "PUNCT" if label == "punct" else "X")
