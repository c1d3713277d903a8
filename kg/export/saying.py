"""Reads what the articles say: facts with their statements, claims with their figures, comparisons."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kg.export.described import Described
from kg.export.records import Claim, Comparison, Fact, Figure
from kg.vocabulary import KG, fact_properties, role_properties

__all__ = ["read_claim", "read_comparison", "read_facts", "read_figure"]


def read_claim(node: Described, evidence: tuple[str, ...]) -> Claim:
    """A claim; ``evidence`` holds its sentences in order."""
    return Claim(
        iri=node.iri,
        narrator=f"{KG}NarratorClaim" in node.links("rdf:type"),
        speaker=node.link("kg:speaker"),
        cites=node.links("kg:citesSource"),
        about=node.links("kg:about"),
        events=node.links("kg:aboutEvent"),
        text=node.text("schema:text") or node.text("rdfs:label"),
        cue=node.text("kg:cue"),
        cue_type=node.listed("kg:cueType"),
        quote_type=node.listed("kg:quoteType"),
        quoted=node.texts("kg:quotedText"),
        polarity=node.listed("kg:polarity"),
        certainty=node.listed("kg:certainty"),
        temporality=node.listed("kg:temporality"),
        said_edtf=node.text("kg:saidEdtf"),
        said_from=node.day("kg:saidNotBefore"),
        said_until=node.day("kg:saidNotAfter"),
        confidence=node.number("kg:confidence"),
        article=node.link("schema:appearance"),
        figures=node.links("kg:quantity"),
        states=node.links("kg:states"),
        same=node.links("kg:sameClaimAs"),
        corroborates=node.links("kg:corroborates"),
        contradicts=node.links("kg:contradicts"),
        evidence=evidence,
    )


def read_figure(node: Described) -> Figure:
    """A quantity with its scope."""
    return Figure(
        iri=node.iri,
        measure=node.listed("kg:measure"),
        modifier=node.listed("kg:modifier"),
        text=node.text("kg:quantityText"),
        value=node.number("schema:value"),
        minimum=node.number("schema:minValue"),
        maximum=node.number("schema:maxValue"),
        scope=node.texts("kg:scope"),
        scope_places=node.links("kg:scopePlace"),
        scope_edtf=node.text("kg:scopeEdtf"),
        scope_from=node.day("kg:scopeNotBefore"),
        scope_until=node.day("kg:scopeNotAfter"),
    )


def read_comparison(node: Described) -> Comparison:
    """Two claims, or two figures of them, with the verdict."""
    return Comparison(
        iri=node.iri,
        claim=node.link("kg:comparedClaim"),
        other=node.link("kg:comparedWith"),
        figure=node.link("kg:comparedFigure"),
        other_figure=node.link("kg:comparedWithFigure"),
        verdict=node.listed("kg:verdict"),
        reason=node.text("kg:reason"),
        confidence=node.number("kg:confidence"),
    )


def read_facts(
    statements: Iterable[tuple[Described, tuple[str, ...]]], subjects: Iterable[Described]
) -> Iterator[Fact]:
    """Every statement with its sentences, then the plain triples of the subjects that have none."""
    covered = set()
    for node, evidence in statements:
        fact = _statement(node, evidence)
        if fact.subject and fact.predicate and (fact.object or fact.literal):
            covered.add(_key(fact))
            yield fact
    for node in subjects:
        yield from (fact for fact in _plain(node) if _key(fact) not in covered)


def _key(fact: Fact) -> tuple[str, str, str]:
    return fact.subject, fact.predicate, fact.object or fact.literal


def _statement(node: Described, evidence: tuple[str, ...]) -> Fact:
    target = node.link("rdf:object")
    return Fact(
        iri=node.iri,
        subject=node.link("rdf:subject"),
        predicate=node.link("rdf:predicate"),
        object=target,
        literal="" if target else node.text("rdf:object"),
        asserted=node.text("kg:asserted") not in ("false", "0"),
        status=node.listed("kg:temporalStatus"),
        since=node.day("kg:validFrom"),
        until=node.day("kg:validUntil"),
        confidence=node.number("kg:confidence"),
        evidence=evidence,
    )


def _plain(node: Described) -> Iterator[Fact]:
    for name in sorted({*fact_properties(), *role_properties()}):
        found = [(iri, "") for iri in node.links(f"kg:{name}")]
        found += [("", words) for words in node.texts(f"kg:{name}")]
        for target, literal in found:
            yield Fact(
                iri="",
                subject=node.iri,
                predicate=KG + name,
                object=target,
                literal=literal,
                asserted=True,
                status="",
                since="",
                until="",
                confidence=None,
                evidence=(),
            )
