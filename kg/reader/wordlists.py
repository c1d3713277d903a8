"""What lists of names and common words say about a word, as one class a word."""

from __future__ import annotations

import json
from collections.abc import Mapping

__all__ = ["WordLists"]

_EDGES = "'’.,"


class WordLists:
    """Knows the class of every listed word; 0 is for words in no list."""

    def __init__(self, classes: Mapping[str, int]) -> None:
        """Take the classes, from 1 on, of words in lower case."""
        self._classes = dict(classes)
        self.size = 1 + max(self._classes.values(), default=0)

    @classmethod
    def from_json(cls, content: bytes) -> WordLists:
        """Read what :meth:`to_json` wrote."""
        rows: list[str] = json.loads(content)
        return cls({word: number for number, row in enumerate(rows, start=1) for word in row.split()})

    def to_json(self) -> bytes:
        """Write the words of each class in one string."""
        rows: list[list[str]] = [[] for _ in range(1, self.size)]
        for word in sorted(self._classes):
            rows[self._classes[word] - 1].append(word)
        return json.dumps([" ".join(row) for row in rows], ensure_ascii=False, indent=0).encode("utf-8")

    def __getitem__(self, word: str) -> int:
        """The class of a word, however it is written.

        >>> WordLists({"maria": 2})["Maria’"]
        2
        """
        return self._classes.get(word.lower().strip(_EDGES), 0)
