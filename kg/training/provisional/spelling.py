"""Other spellings of training sentences: typographic quotes and dashes, headlines in capitals.

Corpora of the web write straight quotes; newspapers write “these”.
"""

import random
from dataclasses import replace

from kg.training.formats.sentence import Sentence

__all__ = ["respell", "typographic"]

_CASE_SHARE = 0.08
_TYPOGRAPHIC_SHARE = 0.5
_OPENING = frozenset(('"', "``", "''", "“", "”"))


def typographic(sentences: list[Sentence]) -> list[Sentence]:
    """Write straight quotes, apostrophes and double hyphens as a newspaper does.

    Quotes open and close in turn over the whole group, so that a quotation may span sentences.
    """
    opened = False
    result = []
    for sentence in sentences:
        words = []
        for index, word in enumerate(sentence.words):
            if word in _OPENING:
                opened = not opened
                words.append("“" if opened else "”")
            elif word == "'":
                glued = index + 1 < len(sentence.words) and not sentence.spaces[index]
                words.append("‘" if glued and (index == 0 or sentence.spaces[index - 1]) else "’")
            elif word in ("--", "---"):
                words.append("—")
            else:
                words.append(word.replace("'", "’"))
        result.append(replace(sentence, words=words))
    return result


def respell(sentences: list[Sentence], rng: random.Random) -> list[Sentence]:
    """Respell half of the groups with typographic signs, and a few in capitals or lower case."""
    if rng.random() < _TYPOGRAPHIC_SHARE:
        sentences = typographic(sentences)
    if rng.random() < _CASE_SHARE:
        change = rng.choice((str.upper, str.lower, _capitalized))
        sentences = [replace(s, words=[_same_length(w, change(w)) for w in s.words]) for s in sentences]
    return sentences


def _capitalized(word: str) -> str:
    return word[:1].upper() + word[1:]


def _same_length(word: str, changed: str) -> str:
    return changed if len(changed) == len(word) else word
