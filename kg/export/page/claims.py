"""Reads claims: who says what about whom, with which figures."""

from __future__ import annotations

from kg.export.page.labels import term_label
from kg.export.page.passages import Passages
from kg.export.page.reader import GraphReader
from kg.export.page.scene import Claim, Figure
from kg.vocabulary import KG, RDF, RDFS, SCHEMA

__all__ = ["read_claims"]


def read_claims(
    reader: GraphReader, passages: Passages, node_at: dict[str, int], statement_at: dict[str, int]
) -> list[Claim]:
    """Every claim whose speaker is a node, sorted by IRI."""
    iris = sorted({*reader.instances(f"{KG}Claim"), *reader.instances(f"{KG}NarratorClaim")})
    kept = [iri for iri in iris if reader.iri(iri, f"{KG}speaker") in node_at]
    claim_at = {iri: position for position, iri in enumerate(kept)}
    return [_claim(reader, passages, node_at, statement_at, claim_at, iri) for iri in kept]


def _claim(
    reader: GraphReader,
    passages: Passages,
    node_at: dict[str, int],
    statement_at: dict[str, int],
    claim_at: dict[str, int],
    iri: str,
) -> Claim:
    def positions(predicate: str, known: dict[str, int]) -> tuple[int, ...]:
        return tuple(known[value] for value in reader.iris(iri, f"{KG}{predicate}") if value in known)

    def related(predicate: str) -> tuple[int, ...]:
        """Claims at the other end, whichever of the two the graph writes the triple on."""
        back = [other for other in reader.subjects(f"{KG}{predicate}", iri) if other in claim_at]
        return tuple(sorted({*positions(predicate, claim_at), *(claim_at[other] for other in back)}))

    events = positions("aboutEvent", node_at)
    return Claim(
        iri=iri,
        speaker=positions("speaker", node_at)[0],
        narrator=f"{KG}NarratorClaim" in reader.iris(iri, f"{RDF}type"),
        about=tuple(dict.fromkeys(events + positions("about", node_at))),
        event=events[0] if events else -1,
        cites=next(iter(positions("citesSource", node_at)), -1),
        cue=reader.text(iri, f"{KG}cue"),
        quote_type=_words(reader, iri, "quoteType"),
        text=reader.text(iri, f"{SCHEMA}text") or reader.text(iri, f"{RDFS}label"),
        quoted=tuple(reader.texts(iri, f"{KG}quotedText")),
        negated=reader.iri(iri, f"{KG}polarity") == f"{KG}Negated",
        certainty=_words(reader, iri, "certainty"),
        future=reader.iri(iri, f"{KG}temporality") == f"{KG}Future",
        said=reader.text(iri, f"{KG}saidEdtf") or reader.text(iri, f"{KG}saidNotBefore"),
        confidence=reader.number(iri, f"{KG}confidence"),
        figures=tuple(_figure(reader, quantity) for quantity in reader.iris(iri, f"{KG}quantity")),
        states=positions("states", statement_at),
        same=related("sameClaimAs"),
        corroborates=related("corroborates"),
        contradicts=related("contradicts"),
        sentences=passages.cited(iri),
    )


def _words(reader: GraphReader, iri: str, predicate: str) -> str:
    value = reader.iri(iri, f"{KG}{predicate}")
    return term_label(value) if value else ""


def _figure(reader: GraphReader, iri: str) -> Figure:
    value = reader.number(iri, f"{SCHEMA}value")
    bound = reader.number(iri, f"{SCHEMA}minValue")
    return Figure(
        measure=_words(reader, iri, "measure") or "figure",
        text=reader.text(iri, f"{KG}quantityText") or reader.text(iri, f"{SCHEMA}value"),
        modifier=_words(reader, iri, "modifier"),
        value=bound if value is None else value,
    )
