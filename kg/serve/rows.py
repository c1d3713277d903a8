"""Claims and figures as rows: what a table shows of them."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from kg.export.page.labels import term_label
from kg.export.reader import GraphReader
from kg.serve.links import Value, local_path, name_of
from kg.serve.verdicts import contradictions
from kg.vocabulary import KG, RDFS, SCHEMA

__all__ = ["ClaimRow", "FigureRow", "claim_row", "figure_row", "plain"]

_DIGITS = 30


@dataclass(frozen=True, slots=True)
class ClaimRow:
    """Who says what, where. claim leads to the claim's own page; cue is the article's word for the saying."""

    claim: Value
    speaker: Value
    cue: str
    text: str
    negated: bool
    hedged: str
    about: tuple[Value, ...]
    article: Value
    source: tuple[Value, ...]
    published: str
    said: str


@dataclass(frozen=True, slots=True)
class FigureRow:
    """A figure that a claim gives. value, low, high: as written in the graph, "" where there is none.

    scope: what limits the count. contradicted: by how many other figures.
    """

    claim: ClaimRow
    figure: Value
    measure: str
    modifier: str
    value: str
    low: str
    high: str
    scope: str
    contradicted: int

    @property
    def number(self) -> str:
        """The figure for a reader: the value, else the bounds."""
        return plain(self.value) or "–".join(filter(None, (plain(self.low), plain(self.high))))


def claim_row(reader: GraphReader, base: str, iri: str) -> ClaimRow:
    """Everything that a table shows of a claim."""

    def linked(*predicates: str) -> tuple[Value, ...]:
        found = dict.fromkeys(node for predicate in predicates for node in reader.iris(iri, predicate))
        return tuple(Value(name_of(reader, node), local_path(base, node)) for node in found)

    article = reader.iri(iri, f"{SCHEMA}appearance")
    certainty = reader.iri(iri, f"{KG}certainty")
    text = reader.text(iri, f"{SCHEMA}text") or reader.text(iri, f"{RDFS}label")
    return ClaimRow(
        claim=Value(text or name_of(reader, iri), local_path(base, iri)),
        speaker=next(iter(linked(f"{KG}speaker")), Value("")),
        cue=reader.text(iri, f"{KG}cue"),
        text=text,
        negated=reader.iri(iri, f"{KG}polarity") == f"{KG}Negated",
        hedged=term_label(certainty) if certainty not in ("", f"{KG}Certain") else "",
        about=linked(f"{KG}aboutEvent", f"{KG}about"),
        article=Value(name_of(reader, article), local_path(base, article)) if article else Value(""),
        source=_sources(reader, base, article),
        published=reader.text(article, f"{SCHEMA}datePublished") if article else "",
        said=reader.text(iri, f"{KG}saidEdtf") or reader.text(iri, f"{KG}saidNotBefore"),
    )


def figure_row(reader: GraphReader, base: str, claim: str, figure: str) -> FigureRow:
    """A claim's figure with all that is shown of the claim."""
    measure, modifier = reader.iri(figure, f"{KG}measure"), reader.iri(figure, f"{KG}modifier")
    return FigureRow(
        claim=claim_row(reader, base, claim),
        figure=Value(name_of(reader, figure), local_path(base, figure)),
        measure=term_label(measure) if measure else "",
        modifier=term_label(modifier) if modifier else "",
        value=reader.text(figure, f"{SCHEMA}value"),
        low=reader.text(figure, f"{SCHEMA}minValue"),
        high=reader.text(figure, f"{SCHEMA}maxValue"),
        scope="; ".join(reader.texts(figure, f"{KG}scope")),
        contradicted=contradictions(reader, figure),
    )


def _sources(reader: GraphReader, base: str, article: str) -> tuple[Value, ...]:
    if not article:
        return ()
    found = reader.iris(article, f"{SCHEMA}publisher")
    return tuple(Value(name_of(reader, node), local_path(base, node)) for node in found)


def plain(number: str) -> str:
    """A number in groups of three, without a fraction of zero.

    >>> plain("1500.0"), plain("2.50"), plain("")
    ('1,500', '2.5', '')
    """
    try:
        value = Decimal(number)
    except InvalidOperation:
        return number
    if not value.is_finite() or abs(value.adjusted()) > _DIGITS:
        return number
    whole = value == value.to_integral_value()
    return f"{value.to_integral_value():,}" if whole else f"{value.normalize():,f}"
