"""How claims and figures stand to others: the verdicts of comparisons, with their reasons."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from kg.export.page.labels import term_label
from kg.export.reader import GraphReader
from kg.serve.links import Value, local_path, name_of
from kg.vocabulary import KG

__all__ = ["Verdict", "contradictions", "verdicts_on"]

_FIRST = f"{KG}Contradicts"
_ENDS = {"comparedClaim": "comparedWith", "comparedFigure": "comparedWithFigure"}


@dataclass(frozen=True, slots=True)
class Verdict:
    """Two claims held against each other.

    verdict: in words, leading to the comparison itself. against: whether they contradict each other. said:
    the words of the figures where the verdict is on figures, else of the claims. speakers: who says them.
    denied: whether they deny it.
    """

    verdict: Value
    against: bool
    speakers: tuple[Value, Value]
    said: tuple[Value, Value]
    denied: tuple[bool, bool]
    reason: str


def verdicts_on(reader: GraphReader, base: str, iris: Iterable[str]) -> list[Verdict]:
    """The verdicts on claims or figures, contradictions first, each once."""
    found = {comparison for iri in iris for comparison in _comparisons(reader, iri)}
    ordered = sorted(found, key=lambda one: (reader.iri(one, f"{KG}verdict") != _FIRST, one))
    return [_verdict(reader, base, comparison) for comparison in ordered]


def contradictions(reader: GraphReader, iri: str) -> int:
    """With how many others a claim or figure cannot both be right."""
    return sum(reader.iri(one, f"{KG}verdict") == _FIRST for one in _comparisons(reader, iri))


def _comparisons(reader: GraphReader, iri: str) -> set[str]:
    ends = [end for pair in _ENDS.items() for end in pair]
    return {comparison for end in ends for comparison in reader.subjects(f"{KG}{end}", iri)}


def _verdict(reader: GraphReader, base: str, iri: str) -> Verdict:
    verdict = reader.iri(iri, f"{KG}verdict")
    claims = [reader.iri(iri, f"{KG}{end}") for end in ("comparedClaim", "comparedWith")]
    figures = [reader.iri(iri, f"{KG}{end}") for end in ("comparedFigure", "comparedWithFigure")]
    speakers = [reader.iri(claim, f"{KG}speaker") if claim else "" for claim in claims]
    said = [
        Value(name_of(reader, figure or claim), local_path(base, claim or figure))
        for claim, figure in zip(claims, figures, strict=True)
    ]
    return Verdict(
        verdict=Value(term_label(verdict) if verdict else "compared", local_path(base, iri)),
        against=verdict == _FIRST,
        speakers=(_person(reader, base, speakers[0]), _person(reader, base, speakers[1])),
        said=(said[0], said[1]),
        denied=(_denied(reader, claims[0]), _denied(reader, claims[1])),
        reason=reader.text(iri, f"{KG}reason"),
    )


def _person(reader: GraphReader, base: str, iri: str) -> Value:
    return Value(name_of(reader, iri), local_path(base, iri)) if iri else Value("")


def _denied(reader: GraphReader, claim: str) -> bool:
    return bool(claim) and reader.iri(claim, f"{KG}polarity") == f"{KG}Negated"
