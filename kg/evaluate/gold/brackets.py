"""Mentions from brackets in a column: ``(3`` opens, ``3)`` closes, ``(3)`` is a mention of one token."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

__all__ = ["Brackets", "has_singletons", "in_text_order"]

_ITEM = re.compile(r"\((?P<opened>[^()|\s-]+)[^()|\s]*(?P<here>\))?|(?P<closed>[^()|\s-]+)\)")
_PART = re.compile(r"\[[0-9]+/[0-9]+\]$")

Mention = tuple[int, int, str]


@dataclass
class Brackets:
    """Reads a document's brackets token by token.

    mentions: first token, end (exclusive) and chain of each that is closed, in the order of their ends.
    """

    mentions: list[Mention] = field(default_factory=list)
    open: dict[str, list[int]] = field(default_factory=dict)

    def read(self, value: str, token: int) -> str:
        """Take in the brackets at a token; attributes after a hyphen (``(3-person-new``) are passed over.

        Returns:
            The chain that is closed here without being open, or "".
        """
        for item in _ITEM.finditer(value):
            chain = _PART.sub("", item["opened"] or item["closed"])
            if item["opened"]:
                self.open.setdefault(chain, []).append(token)
            if item["here"] or item["closed"]:
                if not self.open.get(chain):
                    return chain
                self.mentions.append((self.open[chain].pop(), token + 1, chain))
        return ""


def in_text_order(mentions: Iterable[Mention]) -> list[Mention]:
    """Mentions by their start, the longer first, each once."""
    return sorted(set(mentions), key=lambda item: (item[0], -item[1], item[2]))


def has_singletons(documents: Iterable[Iterable[Mention]]) -> bool:
    """Whether a chain of one mention is annotated anywhere: OntoNotes has none, LitBank has."""
    sizes = (Counter(chain for _, _, chain in mentions) for mentions in documents)
    return any(1 in chains.values() for chains in sizes)
