"""Annotated articles made by hand: each mention is found in the text by its words."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal

from kg.model import (
    Annotated,
    Claim,
    DateExpression,
    Document,
    Event,
    Fact,
    Mention,
    Quantity,
    Region,
    Resolved,
    Sentence,
    Span,
)

_PRONOUNS = frozenset(["he", "she", "it", "they", "him", "her", "his", "hers", "them"])
MONTH = DateExpression(Span(0, 1), "2031-05", date(2031, 5, 1), date(2031, 5, 31))


def day(number: int, month: int = 5, year: int = 2031) -> DateExpression:
    when = date(year, month, number)
    return DateExpression(Span(0, 1), when.isoformat(), when, when)


@dataclass
class Paper:
    """One article under construction; sentences are the lines of the text."""

    id: str
    text: str
    headline: str = ""
    authors: tuple[str, ...] = ()
    publisher: str = ""
    published: date | None = None
    mentions: list[Mention] = field(default_factory=list)
    quantities: list[Quantity] = field(default_factory=list)
    events: list[Event] = field(default_factory=list)
    facts: list[Fact] = field(default_factory=list)
    claims: list[Claim] = field(default_factory=list)

    def span(self, words: str, nth: int = 0) -> Span:
        found = list(re.finditer(re.escape(words), self.text))[nth]
        return Span(found.start(), found.end())

    def sentence_at(self, span: Span) -> int:
        return self.text.count("\n", 0, span.start)

    def say(
        self,
        words: str,
        type_name: str = "Person",
        *,
        chain: int | None = None,
        nth: int = 0,
        kind: str = "",
        subtype: str = "",
        name: str = "",
    ) -> str:
        """Add a mention and give its id; without a chain it gets one of its own."""
        span = self.span(words, nth)
        kind = kind or ("pronoun" if words.casefold() in _PRONOUNS else "name")
        number = chain if chain is not None else 1000 + len(self.mentions)
        name = name or ("" if kind == "pronoun" else words)
        found = Mention(
            f"m{len(self.mentions)}", span, kind, type_name, subtype, name, number, self.sentence_at(span)
        )
        self.mentions.append(found)
        return found.id

    def count(
        self, words: str, number: str, value: int, modifier: str = "Exactly", measure: str = "Deaths"
    ) -> str:
        span = self.span(words)
        start = span.start + words.index(number)
        found = Quantity(
            f"q{len(self.quantities)}",
            span,
            Span(start, start + len(number)),
            measure,
            modifier,
            Decimal(value),
            None,
            None,
            self.sentence_at(span),
        )
        self.quantities.append(found)
        return found.id

    def happen(self, trigger: str, type_name: str, **given: object) -> str:
        span = self.span(trigger)
        found = Event(
            id=f"e{len(self.events)}",
            span=span,
            type=type_name,
            name="",
            label=f"{type_name.lower()}",
            status="Occurred",
            agents=(),
            patients=(),
            organizers=(),
            places=(),
            when=None,
            chain=2000 + len(self.events),
            sentence=self.sentence_at(span),
            confidence=0.8,
        )
        self.events.append(replace(found, **given))  # type: ignore[arg-type]
        return found.id

    def state(self, subject: str, predicate: str, value: str = "", literal: str = "", **given: object) -> str:
        found = Fact(f"f{len(self.facts)}", subject, predicate, value, literal, "", True, 0, 0.8, "test")
        self.facts.append(replace(found, **given))  # type: ignore[arg-type]
        return found.id

    def claim(self, content: str, speaker: str = "", cue: str = "", **given: object) -> str:
        said = self.span(content)
        by = next((m.span for m in self.mentions if m.id == speaker), None)
        found = Claim(
            id=f"c{len(self.claims)}",
            speaker=speaker,
            speaker_spans=(by,) if by else (),
            cue=(self.span(cue),) if cue else (),
            cue_type="Say" if cue else "",
            content=(said,),
            quoted=(),
            quote_type="Indirect" if cue else "Narration",
            polarity="Affirmed",
            certainty="Certain",
            temporality="",
            about=(),
            event="",
            quantities=(),
            cites="",
            states=(),
            said=None,
            sentences=(self.sentence_at(said),),
            confidence=0.9,
        )
        self.claims.append(replace(found, **given))  # type: ignore[arg-type]
        return found.id

    def annotated(self) -> Annotated:
        lines, start = [], 0
        for line in self.text.split("\n"):
            if line:
                lines.append(Span(start, start + len(line)))
            start += len(line) + 1
        document = Document(
            id=self.id,
            file=f"{self.id}.txt",
            text=self.text,
            sha256=hashlib.sha256(self.text.encode()).hexdigest(),
            regions=tuple(Region(span, "paragraph") for span in lines),
            headline=self.span(self.headline) if self.headline else None,
            authors=tuple(self.span(author) for author in self.authors),
            publisher=self.span(self.publisher) if self.publisher else None,
            published=self.published,
        )
        return Annotated(
            document,
            tuple(Sentence(span, span) for span in lines),
            tuple(sorted(self.mentions, key=lambda m: m.span)),
            (),
            tuple(self.quantities),
            tuple(self.events),
            tuple(self.facts),
            tuple(self.claims),
        )

    def key(self) -> str:
        return hashlib.sha256(self.text.encode()).hexdigest()[:16]


def named(paper_id: str, *names: str, type_name: str = "Person", subtype: str = "", more: str = "") -> Paper:
    """An article whose only chain has these names (and, in chains of their own, what ``more`` lists)."""
    text = f"({paper_id}) " + " and ".join(names) + "."
    if more:
        text += f" Beside {more}."
    paper = Paper(paper_id, text)
    place = text.index(names[0]) if names else 0
    for name in names:
        nth = len(re.findall(re.escape(name), text[:place]))
        place = text.index(name, place) + len(name)
        paper.say(name, type_name, chain=1, nth=nth, subtype=subtype)
    return paper


def entity_of(resolved: Resolved, paper: str, mention: str = "m0") -> str:
    return resolved.chains[paper, mention]
