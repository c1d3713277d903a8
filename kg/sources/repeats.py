"""Lines printed twice: the headline above the picture, a caption, a sentence pulled out of the text."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence

from kg.sources.lines import Line, ends_sentence, normal

__all__ = ["find_repeats"]

_HEADS = frozenset({"heading", "caption"})
_WORDS = 4
_PULLED = 40
_SENTENCE_END = re.compile(r"(?<=[.!?])[\"'”’]?\s+")


def find_repeats(lines: Sequence[Line], kinds: Mapping[int, str]) -> dict[int, str]:
    """Lines that say what stands elsewhere, by position; of a pair of captions the first is kept as caption.

    A line repeats the headline, a longer heading, the line just before it (when that ends no sentence), or,
    at 40 characters and more, a whole sentence of another line (pulled quote and standfirst give way to the
    text) or all of an earlier line.
    """
    texts = [normal(line.text) for line in lines]
    homes = _homes_of_sentences(lines, kinds, texts)
    titles = {texts[index] for index, kind in kinds.items() if _is_title(texts[index], kind)}
    first_seen: dict[str, int] = {}
    found: dict[int, str] = {}
    for index, text in enumerate(texts):
        if index in kinds:
            continue
        if text in titles and not ends_sentence(lines[index].text):
            found[index] = "repeat"
        elif _long(text) and index and text == texts[index - 1] and not ends_sentence(lines[index].text):
            found[index] = "repeat"
            if index - 1 not in kinds:
                found.setdefault(index - 1, "caption")
        elif len(text) >= _PULLED and (text in first_seen or _printed_elsewhere(text, index, homes)):
            found[index] = "repeat"
        first_seen.setdefault(text, index)
    return found


def _is_title(text: str, kind: str) -> bool:
    return bool(text) and (kind == "headline" or (kind in _HEADS and _long(text)))


def _long(text: str) -> bool:
    """Short lines, such as a signature, are printed twice for other reasons."""
    return len(text.split()) >= _WORDS


def _homes_of_sentences(
    lines: Sequence[Line], kinds: Mapping[int, str], texts: Sequence[str]
) -> dict[str, Counter[int]]:
    """For each longer sentence the lines that hold it beside others."""
    homes: dict[str, Counter[int]] = {}
    for index, line in enumerate(lines):
        if index in kinds:
            continue
        for sentence in _SENTENCE_END.split(line.text):
            words = normal(sentence)
            if len(words) >= _PULLED and words != texts[index]:
                homes.setdefault(words, Counter())[index] += 1
    return homes


def _printed_elsewhere(text: str, index: int, homes: Mapping[str, Counter[int]]) -> bool:
    return any(home != index for home in homes.get(text, ()))
