"""Names: span and type, exact and overlapping.

Exact span F1 is that of CoNLL-2003 (Tjong Kim Sang and De Meulder 2003, "Introduction to the CoNLL-2003
Shared Task"): a name counts when start, end and type are all right.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from kg.evaluate.figures import Figure, figure

__all__ = ["score_entities"]

Row = Mapping[str, Any]
Name = tuple[int, int, str]


def score_entities(pairs: Sequence[tuple[Row, Row]]) -> list[Figure]:
    """Score mentions of kind ``name`` (or without a kind).

    Args:
        pairs: gold and predicted row of each article. ``score_types`` of a gold row are the types that count
            there on both sides, ``same_types`` the predicted types to take for another (``{"Group":
            "Nationality"}`` where gold does not tell the two apart).

    Returns:
        For each type and for ALL: ``exact``, and ``overlap`` (same type and at least one shared character;
        each gold name takes the first predicted one that is free, so it is not symmetric where names nest).
    """
    exact: Counter[str] = Counter()
    overlap: Counter[str] = Counter()
    predicted: Counter[str] = Counter()
    gold: Counter[str] = Counter()
    for gold_row, predicted_row in pairs:
        types = set(gold_row["score_types"]) if "score_types" in gold_row else None
        wanted = _names(gold_row, types, {})
        found = _names(predicted_row, types, gold_row.get("same_types", {}))
        gold.update(kind for _, _, kind in wanted)
        predicted.update(kind for _, _, kind in found)
        exact.update(kind for _, _, kind in set(wanted) & set(found))
        overlap.update(_overlapping(wanted, found))
    figures = []
    for kind in [*sorted(gold), "ALL"]:
        for name, hits in (("exact", exact), ("overlap", overlap)):
            total = [count.total() if kind == "ALL" else count[kind] for count in (hits, predicted, gold)]
            figures.append(figure("entities", f"{name} {kind}", total[0], predicted=total[1], gold=total[2]))
    return figures


def _names(row: Row, types: set[str] | None, same: Mapping[str, str]) -> list[Name]:
    names = {
        (mention["start"], mention["end"], same.get(mention["type"], mention["type"]))
        for mention in row.get("entities", [])
        if mention.get("kind", "name") == "name"
    }
    return sorted(name for name in names if types is None or name[2] in types)


def _overlapping(gold: Sequence[Name], predicted: Sequence[Name]) -> list[str]:
    """The type of each gold name that a predicted one of its type touches, one to one."""
    used: set[int] = set()
    hits = []
    for start, end, kind in gold:
        for number, (other_start, other_end, other_kind) in enumerate(predicted):
            if number not in used and kind == other_kind and start < other_end and other_start < end:
                used.add(number)
                hits.append(kind)
                break
    return hits
