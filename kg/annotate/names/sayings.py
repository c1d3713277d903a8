"""What quotations tell of chains: who "I" is in them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from kg.annotate.names.agreement import FIRST_PERSON
from kg.annotate.names.phrases import Phrase
from kg.model import Span

__all__ = ["Saying", "first_persons"]


@dataclass(frozen=True, slots=True)
class Saying:
    """Words credited to someone: the speaker's head word, all the words, those in quotation marks."""

    head: Span
    content: tuple[Span, ...]
    quoted: tuple[Span, ...]


def first_persons(
    phrases: Sequence[Phrase], spoken: Mapping[int, Sequence[Saying]]
) -> Iterator[tuple[Phrase, int]]:
    """Yield each "I" in a quotation that has one speaker, with the position of the mention that speaks.

    Of quotations within each other the shortest counts; words that two speakers share tell nothing.

    Args:
        phrases: of the network's chains.
        spoken: what each mention says, by its position.
    """
    quoted = [(part, speaker) for speaker in sorted(spoken) for s in spoken[speaker] for part in s.quoted]
    for phrase in phrases:
        if phrase.kind != "pronoun" or phrase.head.lower_ not in FIRST_PERSON:
            continue
        around = [(part, speaker) for part, speaker in quoted if part.covers(phrase.found.span)]
        shortest = min((part.end - part.start for part, _ in around), default=0)
        speakers = {speaker for part, speaker in around if part.end - part.start == shortest}
        if len(speakers) == 1:
            yield phrase, speakers.pop()
