"""From rows to figures: which scorer measures which layer."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from typing import Any

from kg.errors import SettingsError
from kg.evaluate.chains import score_chains
from kg.evaluate.claims import score_claims
from kg.evaluate.coreference import score_coreference
from kg.evaluate.entities import score_entities
from kg.evaluate.figures import Figure
from kg.evaluate.syntax import score_syntax

__all__ = ["LAYERS", "Row", "missing_articles", "scores"]

Row = Mapping[str, Any]

LAYERS = ("entities", "claims", "chains", "coreference", "syntax")
"""What can be measured."""


def scores(
    gold_rows: Iterable[Row],
    predicted_rows: Iterable[Row],
    layers: Sequence[str] = ("entities", "claims"),
    *,
    cross_document: bool = False,
) -> list[Figure]:
    """Measure annotations against gold ones.

    Args:
        gold_rows: one object an article, as :func:`kg.evaluate.read_gold` gives them or as in a file of
            standoff lines; matched by ``id``.
        predicted_rows: likewise, as ``kg annotate`` writes them. One that gold lacks is left out; an article
            that is missing here counts as read with nothing found.
        layers: some of :data:`LAYERS`; figures come in this order.
        cross_document: for ``chains``: they hold across articles, and only names count.

    Raises:
        SettingsError: there is no such layer, or an id is there twice.

    >>> gold = [{"id": "a", "entities": [{"start": 0, "end": 4, "type": "Person"}]}]
    >>> [(row.name, row.f1) for row in scores(gold, gold, ["entities"])][:1]
    [('exact Person', 1.0)]
    """
    gold, predicted = _by_id(gold_rows, "gold"), _by_id(predicted_rows, "prediction")
    pairs = [(row, predicted.get(key, {})) for key, row in gold.items()]
    scorers: dict[str, Callable[[Sequence[tuple[Row, Row]]], list[Figure]]] = {
        "entities": score_entities,
        "claims": score_claims,
        "chains": partial(score_chains, cross_document=cross_document),
        "coreference": score_coreference,
        "syntax": score_syntax,
    }
    unknown = [layer for layer in layers if layer not in scorers]
    if unknown:
        raise SettingsError(f"no layer {unknown[0]!r}: {', '.join(LAYERS)}")
    return [figure for layer in layers for figure in scorers[layer](pairs)]


def missing_articles(gold_rows: Iterable[Row], predicted_rows: Iterable[Row]) -> list[str]:
    """The ids of gold articles that were not read, sorted."""
    return sorted({str(row["id"]) for row in gold_rows} - {str(row["id"]) for row in predicted_rows})


def _by_id(rows: Iterable[Row], side: str) -> dict[str, Row]:
    found: dict[str, Row] = {}
    for row in rows:
        if row["id"] in found:
            raise SettingsError(f"article {row['id']!r} is twice in the {side}")
        found[row["id"]] = row
    return found
