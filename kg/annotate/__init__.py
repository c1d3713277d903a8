"""Document -> Annotated: names, figures, events, facts and claims, each with its place in the text.

One module per thing found, each a function over a :class:`kg.annotate.reading.Reading`. The order below is
the only one that works: who is claimed to say something decides which facts are the article's own.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from kg.model import Annotated, Document, Fact

if TYPE_CHECKING:
    from spacy.language import Language

    from kg.annotate.claims.attributed import Attribution
    from kg.annotate.names.sayings import Saying
    from kg.annotate.reading import Reading

__all__ = ["annotate", "annotate_reading"]


def annotate(documents: Iterable[Document], nlp: Language) -> Iterator[Annotated]:
    """Read documents with a spaCy pipeline, in order.

    Args:
        documents: as the sources give them, with their regions marked.
        nlp: from :func:`kg.annotate.language.load_pipeline`.
    """
    from kg.annotate.language import read

    for reading in read(documents, nlp):
        yield annotate_reading(reading)


def annotate_reading(reading: Reading) -> Annotated:
    """Find everything in one parsed article."""
    from kg.annotate.claims.assembly import assemble, claimed_spans, speaker_heads
    from kg.annotate.claims.attributions import find_attributions
    from kg.annotate.dates.find import find_dates
    from kg.annotate.events.find import find_events
    from kg.annotate.facts.memberships import find_memberships
    from kg.annotate.facts.positions import find_positions
    from kg.annotate.figures.find import find_quantities
    from kg.annotate.names.coreference import find_coreferents
    from kg.annotate.names.mentions import find_mentions

    attributions = find_attributions(reading)
    claimed = claimed_spans(attributions)
    mentions, links = find_mentions(reading, speaker_heads(attributions), _sayings(attributions))
    quantities = find_quantities(reading)
    dates = find_dates(reading)
    events = find_events(reading, mentions, dates, quantities, claimed)
    facts = _numbered(
        [*find_positions(reading, mentions, claimed), *find_memberships(reading, mentions, claimed)]
    )
    claims = assemble(reading, attributions, mentions, quantities, events, facts, dates)
    return Annotated(
        document=reading.document,
        sentences=reading.sentences,
        mentions=tuple(mentions),
        links=tuple(links),
        quantities=tuple(quantities),
        events=tuple(events),
        facts=facts,
        claims=tuple(claims),
        coreferents=find_coreferents(reading, mentions),
    )


def _sayings(attributions: Iterable[Attribution]) -> list[Saying]:
    """What the claims tell the chains: who says which words."""
    from kg.annotate.names.sayings import Saying

    return [
        Saying(head, said.content, said.quoted)
        for said in attributions
        for head in (said.speaker_head, *said.joint)
        if head is not None
    ]


def _numbered(facts: Sequence[Fact]) -> tuple[Fact, ...]:
    """Give facts their ids in an order that does not depend on which pattern ran first."""
    ordered = sorted(facts, key=lambda f: (f.sentence, f.subject, f.predicate, f.object, f.literal, f.rule))
    unique: dict[tuple[str, str, str, str, bool, int], Fact] = {}
    for fact in ordered:
        key = (fact.subject, fact.predicate, fact.object, fact.literal, fact.asserted, fact.sentence)
        if key not in unique or unique[key].confidence < fact.confidence:
            unique[key] = fact
    return tuple(replace(fact, id=f"f{number}") for number, fact in enumerate(unique.values()))
