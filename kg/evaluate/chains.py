"""Chains over mentions whose borders need not be the same: B-cubed and LEA over the gold mentions.

B-cubed: Bagga and Baldwin 1998, "Algorithms for Scoring Coreference Chains". LEA: Moosavi and Strube 2016,
"Which Coreference Evaluation Metric Do You Trust?". A gold mention is found when a predicted one has the
same end and a start within :data:`REACH` characters, one to one, the nearest start first; only then are the
two partitions compared, over the gold mentions. For the figures of the CoNLL shared tasks, which want the
very same borders, see :mod:`kg.evaluate.coreference`.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from kg.evaluate.figures import Figure, f1_of, figure

__all__ = ["REACH", "score_chains"]

Row = Mapping[str, Any]
Sets = dict[Hashable, set[int]]

REACH = 20
"""Characters that the start of a predicted mention may be off ("the former mayor" for "mayor")."""


@dataclass(frozen=True, slots=True)
class _Aligned:
    """The gold mentions of an article.

    gold: the chain of each. found: the chain predicted, None where none is. predicted: mentions predicted.
    """

    gold: tuple[Hashable, ...]
    found: tuple[Hashable, ...]
    predicted: int


def score_chains(pairs: Sequence[tuple[Row, Row]], *, cross_document: bool = False) -> list[Figure]:
    """Score the chains of mentions.

    Args:
        pairs: gold and predicted row of each article.
        cross_document: chains hold across articles; then only mentions of kind ``name`` count.

    Returns:
        ``mentions`` (found at all), ``b-cubed`` and ``lea``. LEA leaves out chains of one mention.
    """
    aligned = [_align(gold, predicted, names_only=cross_document) for gold, predicted in pairs]
    groups = [_joined(aligned)] if cross_document else aligned
    partitions = [_partitions(group) for group in groups]
    gold = sum(len(group.gold) for group in groups)
    found = sum(chain is not None for group in groups for chain in group.found)
    marked = sum(group.predicted for group in groups)
    sums = [_b_cubed(group, *sets) for group, sets in zip(groups, partitions, strict=True)]
    return [
        figure("chains", "mentions", found, predicted=marked, gold=gold),
        _rates("b-cubed", sum(p for p, _ in sums), found, sum(r for _, r in sums), gold),
        _lea(partitions),
    ]


def _rates(name: str, hit: float, predicted: float, recalled: float, gold: float) -> Figure:
    precision = hit / predicted if predicted else 0.0
    recall = recalled / gold if gold else 0.0
    return Figure("chains", name, precision, recall, f1_of(precision, recall))


def _chained(row: Row, names_only: bool) -> list[Row]:
    return [
        mention
        for mention in row.get("entities", [])
        if mention.get("chain") is not None and (not names_only or mention.get("kind", "name") == "name")
    ]


def _align(gold: Row, predicted: Row, *, names_only: bool) -> _Aligned:
    by_end: dict[int, list[Row]] = defaultdict(list)
    marked = _chained(predicted, names_only)
    for mention in marked:
        by_end[mention["end"]].append(mention)
    wanted = _chained(gold, names_only)
    candidates = sorted(
        (abs(other["start"] - mention["start"]), number, position)
        for number, mention in enumerate(wanted)
        for position, other in enumerate(by_end.get(mention["end"], ()))
        if abs(other["start"] - mention["start"]) <= REACH
    )
    found: dict[int, Hashable] = {}
    taken: set[tuple[int, int]] = set()
    for _, number, position in candidates:
        end = wanted[number]["end"]
        if number not in found and (end, position) not in taken:
            found[number] = by_end[end][position]["chain"]
            taken.add((end, position))
    chains = tuple(mention["chain"] for mention in wanted)
    return _Aligned(chains, tuple(found.get(number) for number in range(len(wanted))), len(marked))


def _joined(groups: Sequence[_Aligned]) -> _Aligned:
    return _Aligned(
        tuple(chain for group in groups for chain in group.gold),
        tuple(chain for group in groups for chain in group.found),
        sum(group.predicted for group in groups),
    )


def _partitions(group: _Aligned) -> tuple[Sets, Sets]:
    """The gold mentions by gold chain and by predicted chain; one that is not found stands alone."""
    gold: Sets = defaultdict(set)
    predicted: Sets = defaultdict(set)
    for number, (chain, found) in enumerate(zip(group.gold, group.found, strict=True)):
        gold[chain].add(number)
        predicted[("alone", number) if found is None else found].add(number)
    return gold, predicted


def _b_cubed(group: _Aligned, gold: Sets, predicted: Sets) -> tuple[float, float]:
    """The sums of precision and recall over the mentions found."""
    precision = recall = 0.0
    for chain, found in zip(group.gold, group.found, strict=True):
        if found is not None:
            both = len(gold[chain] & predicted[found])
            precision += both / len(predicted[found])
            recall += both / len(gold[chain])
    return precision, recall


def _lea(partitions: Sequence[tuple[Sets, Sets]]) -> Figure:
    recall = [_resolved(gold, predicted) for gold, predicted in partitions]
    precision = [_resolved(predicted, gold) for gold, predicted in partitions]
    sums = [sum(item[part] for item in side) for side in (precision, recall) for part in (0, 1)]
    return _rates("lea", *sums)


def _resolved(chains: Sets, others: Sets) -> tuple[float, float]:
    """Links of each chain that the other side has too, weighed by the chain's size; and all the weights."""
    other_of = {mention: key for key, chain in others.items() for mention in chain}
    hit = weight = 0.0
    for chain in chains.values():
        if len(chain) > 1:
            common = Counter(other_of[mention] for mention in chain)
            hit += len(chain) * (sum(map(_links, common.values())) / _links(len(chain)))
            weight += len(chain)
    return hit, weight


def _links(size: int) -> float:
    return size * (size - 1) / 2
