"""Two names of one sentence and the fact that the words between them state."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.annotate.mention_tokens import Anchor
from kg.annotate.names.titles import HEDGES
from kg.model import Fact, Span

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["Pairs"]

_NEGATIONS = frozenset({"not", "never", "n't", "n’t", "no"})


@dataclass
class Pairs:
    """The anchors of one article by place, and what is claimed in it."""

    claimed: Sequence[Span]
    by_token: Mapping[tuple[int, int], Anchor]

    def at(self, number: int, token: Token) -> Anchor | None:
        """The name that a token belongs to."""
        return self.by_token.get((number, token.i))

    def fact(
        self,
        subject: Anchor,
        predicate: str,
        target: Anchor,
        rule: str,
        confidence: float,
        *,
        status: str = "",
        reported: bool = False,
    ) -> Iterator[Fact]:
        """One fact, unless both ends are the same chain or hedged words stand between them."""
        if subject.mention.chain == target.mention.chain or subject.number != target.number:
            return
        first, last = sorted((subject, target), key=lambda anchor: anchor.start)
        span = Span(first.mention.span.start, last.mention.span.end)
        words = first.doc[max(first.start - 2, first.doc[first.start].sent.start) : last.end]
        if any(token.lower_ in HEDGES or token.lower_ in _NEGATIONS for token in words):
            return
        yield Fact(
            id="",
            subject=subject.mention.id,
            predicate=predicate,
            object=target.mention.id,
            literal="",
            status=status,
            asserted=not reported and not any(claim.overlaps(span) for claim in self.claimed),
            sentence=subject.passage.sentence_of(subject.doc[subject.start]),
            confidence=confidence,
            rule=rule,
        )
