"""Spans from tags of single tokens: IOB1, IOB2, IOBES and BILOU."""

from __future__ import annotations

import re
from collections.abc import Sequence

__all__ = ["is_tag", "spans_of"]

_TAG = re.compile(r"O|[BIESLUM]-\S+")


def is_tag(value: str) -> bool:
    """Whether this is a tag.

    >>> [is_tag(value) for value in ("O", "B-PER", "NNP", "-")]
    [True, True, False, False]
    """
    return _TAG.fullmatch(value) is not None


def spans_of(tags: Sequence[str]) -> list[tuple[int, int, str]]:
    """The spans of a sentence: first token, end (exclusive), label.

    A span begins at B, S or U, after O, and where the label changes; so all the schemes are read alike.

    >>> spans_of(["I-PER", "I-PER", "B-PER", "O", "S-LOC"])
    [(0, 2, 'PER'), (2, 3, 'PER'), (4, 5, 'LOC')]
    """
    spans: list[tuple[int, int, str]] = []
    open_label = ""
    for index, tag in enumerate(tags):
        prefix, _, label = tag.partition("-")
        if not label:
            open_label = ""
            continue
        if prefix in "BSU" or label != open_label:
            spans.append((index, index + 1, label))
        else:
            spans[-1] = (spans[-1][0], index + 1, label)
        open_label = "" if prefix in "ESLU" else label
    return spans
