"""Assembles claims: attributions and the article's own figures, tied to what else was read.

A figure, fact or event inside words credited to someone belongs to the innermost such words. A figure of
people outside any of them is the narrator's claim, if it can be tied to an event.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from kg.annotate.claims.attributed import Attribution
from kg.annotate.claims.narration import Narrated, narrated
from kg.annotate.figures.find import event_of
from kg.annotate.names.mentions import mention_at
from kg.annotate.reading import Reading
from kg.model import Claim, DateExpression, Event, Fact, Mention, Quantity, Span

__all__ = ["assemble", "claimed_spans", "speaker_heads"]

_NAMED = frozenset({"Person", "Organization", "Place", "Group", "Event"})
_PEOPLE = frozenset({"Deaths", "Injuries", "Arrests", "Participants", "Displaced"})
_NEAR = 40
"""Characters between a cue and the date of the saying, at most."""


def claimed_spans(attributions: Sequence[Attribution]) -> tuple[Span, ...]:
    """All words credited to someone, in text order: facts in them are claimed, not asserted."""
    return tuple(sorted({span for attribution in attributions for span in attribution.content}))


def speaker_heads(attributions: Sequence[Attribution]) -> tuple[Span, ...]:
    """The names and nouns that need a mention: of speakers, of those joined to them, of cited sources."""
    heads = {attribution.speaker_head for attribution in attributions}
    heads |= {attribution.source_head for attribution in attributions}
    heads |= {head for attribution in attributions for head in attribution.joint}
    return tuple(sorted(head for head in heads if head is not None))


def assemble(
    reading: Reading,
    attributions: Sequence[Attribution],
    mentions: Sequence[Mention],
    quantities: Sequence[Quantity],
    events: Sequence[Event],
    facts: Sequence[Fact],
    dates: Sequence[DateExpression],
) -> list[Claim]:
    """The claims of an article, in text order, with ids c0, c1, ...

    An attribution whose speaker has no mention makes no claim. Joint speakers make one claim each.
    """
    board = _Board(
        reading,
        tuple(attributions),
        tuple(mentions),
        tuple(quantities),
        tuple(events),
        tuple(facts),
        tuple(dates),
    )
    found = [claim for position in range(len(attributions)) for claim in board.attributed(position)]
    found += [board.narrated(part) for part in board.narration]
    found.sort(key=lambda claim: (claim.content[0], claim.cue, claim.speaker))
    return [replace(claim, id=f"c{number}") for number, claim in enumerate(found)]


@dataclass(frozen=True)
class _Board:
    """All that was read in one article, with the look-ups that assembly needs."""

    reading: Reading
    attributions: tuple[Attribution, ...]
    mentions: tuple[Mention, ...]
    quantities: tuple[Quantity, ...]
    events: tuple[Event, ...]
    facts: tuple[Fact, ...]
    dates: tuple[DateExpression, ...]

    @cached_property
    def _mention_starts(self) -> list[int]:
        return [mention.span.start for mention in self._ordered_mentions]

    @cached_property
    def _ordered_mentions(self) -> list[Mention]:
        return sorted(self.mentions, key=lambda mention: (mention.span, mention.id))

    @cached_property
    def _sentence_starts(self) -> list[int]:
        return [sentence.span.start for sentence in self.reading.sentences]

    @cached_property
    def _counted(self) -> dict[tuple[Span, ...], tuple[Quantity, ...]]:
        """Content -> the quantities that belong to it: all who say the same words give the same figures."""
        found: dict[tuple[Span, ...], tuple[Quantity, ...]] = {}
        for quantity in self.quantities:
            position = self._credited(quantity.number)
            contents = {self.attributions[position].content} if position is not None else set()
            contents |= {a.content for a in self.attributions if a.taken_up and a.covers(quantity.number)}
            for content in sorted(contents):
                found[content] = (*found.get(content, ()), quantity)
        return found

    @cached_property
    def _stated(self) -> dict[int, tuple[str, ...]]:
        """Position of an attribution -> ids of the facts in its content."""
        found: dict[int, tuple[str, ...]] = {}
        for fact in self.facts:
            places = [self._place_of(fact.subject), self._place_of(fact.object)]
            known = [place for place in places if place is not None]
            credited = {self._credited(place) for place in known}
            if len(credited) == 1 and (position := credited.pop()) is not None:
                found[position] = (*found.get(position, ()), fact.id)
        return found

    @cached_property
    def _places(self) -> dict[str, Span]:
        places = {mention.id: mention.span for mention in self.mentions}
        return places | {event.id: event.span for event in self.events}

    def _place_of(self, identifier: str) -> Span | None:
        return self._places.get(identifier)

    def _credited(self, span: Span) -> int | None:
        covering = [
            (sum(part.end - part.start for part in attribution.content), position)
            for position, attribution in enumerate(self.attributions)
            if attribution.covers(span)
            and not attribution.taken_up
            and self._mention_at(attribution.speaker_head)
        ]
        return min(covering)[1] if covering else None

    def _mention_at(self, head: Span | None) -> str:
        """Id of the mention that a head makes, "" if none."""
        found = None if head is None else mention_at(self.mentions, head)
        return "" if found is None else found.id

    def _sentences(self, spans: Sequence[Span]) -> tuple[int, ...]:
        found: set[int] = set()
        for span in spans:
            first = max(bisect_right(self._sentence_starts, span.start) - 1, 0)
            last = bisect_left(self._sentence_starts, span.end)
            found |= {n for n in range(first, last) if self.reading.sentences[n].span.overlaps(span)}
        return tuple(sorted(found))

    def _about(self, content: Sequence[Span], speaker: str) -> tuple[str, ...]:
        """Names within the content, one a chain, in order; not the speaker's own."""
        seen = {mention.chain for mention in self.mentions if mention.id == speaker}
        found = []
        for span in content:
            first = bisect_left(self._mention_starts, span.start)
            stop = bisect_left(self._mention_starts, span.end)
            for mention in self._ordered_mentions[first:stop]:
                inside = mention.kind == "name" and mention.type in _NAMED and span.covers(mention.span)
                if inside and mention.chain not in seen:
                    seen.add(mention.chain)
                    found.append(mention.id)
        return tuple(found)

    def _event(self, content: Sequence[Span], quantities: Sequence[Quantity]) -> str:
        """The event of the claim's figures, else the first event that the content tells of."""
        for quantity in quantities:
            if found := event_of(quantity, self.events):
                return found
        here = (event.id for event in self.events if any(span.covers(event.span) for span in content))
        return next(here, "")

    def _said(self, attribution: Attribution) -> DateExpression | None:
        """The date beside the cue, outside of the words said and of the speaker's name."""
        cue = attribution.cue[0]
        taken = (*attribution.content, *((attribution.speaker,) if attribution.speaker else ()))
        number = bisect_right(self._sentence_starts, cue.start) - 1
        sentence = self.reading.sentences[number].span if number >= 0 else cue
        first = bisect_left(self.dates, sentence.start, key=lambda date: date.span.start)
        stop = bisect_left(self.dates, sentence.end, key=lambda date: date.span.start)
        beside = [
            (max(cue.start - date.span.end, date.span.start - attribution.cue[-1].end), date)
            for date in self.dates[first:stop]
            if not any(span.overlaps(date.span) for span in taken)
        ]
        near = [(gap, date) for gap, date in beside if gap <= _NEAR]
        return min(near, key=lambda row: row[0])[1] if near else None

    def attributed(self, position: int) -> list[Claim]:
        """The claims of one attribution: one for each speaker that has a mention."""
        attribution = self.attributions[position]
        heads = (attribution.speaker_head, *attribution.joint)
        speakers = list(dict.fromkeys(self._mention_at(head) for head in heads))
        if not speakers[0]:
            return []
        return [self._claim(attribution, position, speaker) for speaker in speakers if speaker]

    def _claim(self, attribution: Attribution, position: int, speaker: str) -> Claim:
        quantities = self._counted.get(attribution.content, ())
        sentences = self._sentences((*attribution.cue, *attribution.content))
        return Claim(
            id="",
            speaker=speaker,
            speaker_spans=(attribution.speaker,) if attribution.speaker else (),
            cue=attribution.cue,
            cue_type=attribution.cue_type,
            content=attribution.content,
            quoted=attribution.quoted,
            quote_type=attribution.quote_type,
            polarity=attribution.polarity,
            certainty=attribution.certainty,
            temporality=attribution.temporality,
            about=self._about(attribution.content, speaker),
            event=self._event(attribution.content, quantities),
            quantities=tuple(quantity.id for quantity in quantities),
            cites=self._mention_at(attribution.source_head),
            states=self._stated.get(position, ()),
            said=self._said(attribution),
            sentences=sentences,
            confidence=attribution.confidence,
        )

    @cached_property
    def narration(self) -> list[Narrated]:
        """Clauses with figures of people in nobody's mouth."""
        free = [
            q
            for q in self.quantities
            if q.measure in _PEOPLE and q.sentence >= 0 and not self._spoken(q.number)
        ]
        cues = [cue for attribution in self.attributions for cue in attribution.cue]
        parts = narrated(self.reading, free)
        own = [part for part in parts if not any(part.content.overlaps(cue) for cue in cues)]
        return [part for part in own if self._told(part)]

    def _spoken(self, span: Span) -> bool:
        return any(attribution.covers(span) for attribution in self.attributions)

    def _told(self, part: Narrated) -> str:
        return self._event((part.content,), part.quantities)

    def narrated(self, part: Narrated) -> Claim:
        """The narrator's claim that a clause makes."""
        return Claim(
            id="",
            speaker="",
            speaker_spans=(),
            cue=(),
            cue_type="",
            content=(part.content,),
            quoted=(),
            quote_type="Narration",
            polarity=part.stance.polarity,
            certainty=part.stance.certainty,
            temporality=part.stance.temporality,
            about=self._about((part.content,), ""),
            event=self._told(part),
            quantities=tuple(quantity.id for quantity in part.quantities),
            cites="",
            states=(),
            said=None,
            sentences=self._sentences((part.content,)),
            confidence=0.8,
        )
