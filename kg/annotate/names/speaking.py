"""What is known of an article's mentions while speakers are joined to names."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from kg.annotate.mention_tokens import Anchor, quoted_tokens
from kg.annotate.names.chains import Chains
from kg.annotate.names.sayings import Saying

__all__ = ["NEAR", "Speaking"]

NEAR = 2
"""Sentences before a pronoun's or a noun's own in which its name must stand."""

_BESIDE = frozenset({"title", "apposition"})
"""Rules that the reader's chains cannot refute."""


@dataclass
class Speaking:
    """What speakers may stand for.

    positions: of the mentions, by id. genders: of the chains of persons, by first mention. seen: for mentions
    in the reader's chains, by position, the names in them. spoken: what each mention says, by position.
    """

    chains: Chains
    anchors: Sequence[Anchor]
    positions: Mapping[str, int]
    genders: dict[int, str]
    seen: Mapping[int, Sequence[int]]
    spoken: Mapping[int, Sequence[Saying]]
    _quoted: dict[int, bytearray] = field(default_factory=dict)

    def root(self, anchor: Anchor) -> int:
        """The first mention of the anchor's chain."""
        return self.chains.root(self.positions[anchor.mention.id])

    def join(self, name: Anchor, other: Anchor, rule: str, reason: str, score: float) -> None:
        """Join a phrase to a name, unless the reader joins it to something else or it speaks of the name."""
        left, right = self.positions[name.mention.id], self.positions[other.mention.id]
        root = self.chains.root(left)
        seen = self.seen.get(right)
        fits = seen is None or root in {self.chains.root(number) for number in seen}
        if rule in _BESIDE or (fits and not self.speaks_of(right, root)):
            self.chains.join(left, right, rule, reason, score)

    def speaks_of(self, speaker: int, root: int) -> bool:
        """Whether a person says words that hold a name of this chain, and so is another.

        Nobody calls himself by his name: "he said that Moss lied" is not said by Moss.
        """
        if self.chains.mentions[speaker].type != "Person":
            return False
        words = [part for saying in self.spoken.get(speaker, ()) for part in saying.content]
        return any(
            part.covers(anchor.mention.span)
            for anchor in self.anchors
            if anchor.mention.kind == "name" and self.root(anchor) == root
            for part in words
        )

    def is_quoted(self, anchor: Anchor) -> bool:
        """Whether the mention begins inside quotation marks."""
        if anchor.number not in self._quoted:
            self._quoted[anchor.number] = quoted_tokens(anchor.doc)
        return bool(self._quoted[anchor.number][anchor.start])
