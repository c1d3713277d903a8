"""Words that are names only by the accident of a capital: "Polls", "Laughter", "Speak"."""

from __future__ import annotations

from functools import cache
from importlib import resources

__all__ = ["is_everyday"]


def is_everyday(word: str) -> bool:
    """Whether English prints the word small nearly always (counted in GMB and EWT).

    >>> is_everyday("Polls"), is_everyday("Brown")
    (True, False)
    """
    return word.casefold() in _words()


@cache
def _words() -> frozenset[str]:
    text = (resources.files("kg.annotate.names") / "data" / "everyday.txt").read_text(encoding="utf-8")
    return frozenset(word for line in text.splitlines() if not line.startswith("#") for word in line.split())
