"""Writes word lists as plain words, so that a list of two hundred nouns can be read and edited."""

from __future__ import annotations

__all__ = ["word_set"]


def word_set(words: str) -> frozenset[str]:
    """The words of a text, split at blanks.

    >>> sorted(word_set("said  says"))
    ['said', 'says']
    """
    return frozenset(words.split())
