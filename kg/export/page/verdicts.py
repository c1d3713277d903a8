"""How claims stand to each other: comparisons with their reasons, and plain links that lack one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from kg.vocabulary import KG

if TYPE_CHECKING:
    from kg.export.page.scene import Scene
    from kg.export.reader import GraphReader

__all__ = ["VERDICTS", "Pair", "Verdict", "read_pairs"]


@dataclass(frozen=True, slots=True)
class Verdict:
    """What may hold between two claims.

    iri: of the verdict, or of the property that joins the claims without one. forth, back: how it reads from
    the claim that is compared, and from the other. side: 1 the two stand together, -1 against each other, 0
    neither.
    """

    iri: str
    forth: str
    back: str
    side: int


VERDICTS = (
    Verdict(f"{KG}Contradicts", "contradicts", "is contradicted by", -1),
    Verdict(f"{KG}Agrees", "agrees with", "is confirmed by", 1),
    Verdict(f"{KG}Updates", "updates", "is updated by", 0),
    Verdict(f"{KG}Refines", "narrows down", "is narrowed down by", 1),
    Verdict(f"{KG}DifferentScope", "counts something else than", "counts something else than", 0),
    Verdict(f"{KG}HedgedCompatible", "can both be right:", "can both be right:", 0),
    Verdict(f"{KG}sameClaimAs", "says again what", "is said again by", 1),
)
"""In the order in which the page numbers them."""

_AT = {verdict.iri: at for at, verdict in enumerate(VERDICTS)}
_PLAIN = {
    f"{KG}contradicts": _AT[f"{KG}Contradicts"],
    f"{KG}corroborates": _AT[f"{KG}Agrees"],
    f"{KG}sameClaimAs": _AT[f"{KG}sameClaimAs"],
}
"""Properties between claims; a comparison of the two says more."""


class Pair(NamedTuple):
    """Two claims by position in the scene, with a verdict by position in :data:`VERDICTS`.

    figure, other_figure: place of the figure compared among its claim's quantities, -1 for none.
    """

    claim: int
    other: int
    verdict: int
    reason: str
    figure: int
    other_figure: int


def read_pairs(reader: GraphReader, scene: Scene) -> list[Pair]:
    """All pairs of claims that something is known about, sorted; a comparison goes before a plain link."""
    claim_at = {claim.iri: at for at, claim in enumerate(scene.claims)}
    compared = [
        pair
        for iri in reader.instances(f"{KG}Comparison")
        if (pair := _comparison(reader, claim_at, iri)) is not None
    ]
    told = {frozenset((pair.claim, pair.other)) for pair in compared}
    plain = {
        frozenset((pair.claim, pair.other)): pair
        for iri, at in reversed(claim_at.items())
        for pair in _plain(reader, claim_at, iri, at)
    }
    return sorted(compared + [pair for ends, pair in plain.items() if ends not in told])


def _comparison(reader: GraphReader, claim_at: dict[str, int], iri: str) -> Pair | None:
    claim, other = reader.iri(iri, f"{KG}comparedClaim"), reader.iri(iri, f"{KG}comparedWith")
    verdict = _AT.get(reader.iri(iri, f"{KG}verdict"))
    if claim not in claim_at or other not in claim_at or claim == other or verdict is None:
        return None
    return Pair(
        claim=claim_at[claim],
        other=claim_at[other],
        verdict=verdict,
        reason=reader.text(iri, f"{KG}reason"),
        figure=_figure_of(reader, claim, reader.iri(iri, f"{KG}comparedFigure")),
        other_figure=_figure_of(reader, other, reader.iri(iri, f"{KG}comparedWithFigure")),
    )


def _figure_of(reader: GraphReader, claim: str, figure: str) -> int:
    figures = reader.iris(claim, f"{KG}quantity")
    return figures.index(figure) if figure in figures else -1


def _plain(reader: GraphReader, claim_at: dict[str, int], iri: str, at: int) -> list[Pair]:
    return [
        Pair(at, claim_at[other], verdict, "", -1, -1)
        for predicate, verdict in reversed(_PLAIN.items())
        for other in reader.iris(iri, predicate)
        if other in claim_at and other != iri
    ]
