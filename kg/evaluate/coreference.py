"""Coreference as the CoNLL-2011 and 2012 shared tasks score it, and LEA.

A mention counts when both its borders are right. Numerators and denominators are summed over the articles.

* MUC: Vilain et al. 1995, "A Model-Theoretic Coreference Scoring Scheme".
* B-cubed: Bagga and Baldwin 1998, "Algorithms for Scoring Coreference Chains".
* CEAF-e: Luo 2005, "On Coreference Resolution Performance Metrics" (entity similarity phi-4).
* LEA: Moosavi and Strube 2016, "Which Coreference Evaluation Metric Do You Trust?"; a chain of one mention is
  resolved where the other side has the very same chain.
* CoNLL average: the mean of the F1 of MUC, B-cubed and CEAF-e (Pradhan et al. 2014, "Scoring Coreference
  Partitions of Predicted Mentions: A Reference Implementation").
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Mapping, Sequence
from typing import Any

from kg.evaluate.figures import Figure, f1_of, figure

__all__ = ["Chains", "chains_of", "score_chain_pairs", "score_coreference"]

Row = Mapping[str, Any]
Span = tuple[int, int]
Chains = list[frozenset[Span]]
"""Chains of one article; no span is in two of them."""

Part = Callable[[Chains, dict[Span, frozenset[Span]]], tuple[float, float]]


def score_coreference(pairs: Sequence[tuple[Row, Row]]) -> list[Figure]:
    """Score all mentions that have a chain.

    Args:
        pairs: gold and predicted row of each article. A gold row with ``"singletons": False`` comes from a
            corpus that leaves out what is mentioned once: predicted chains of one mention are left out too.
    """
    return score_chain_pairs(
        [
            (chains_of(gold), chains_of(predicted, singletons=gold.get("singletons", True)))
            for gold, predicted in pairs
        ]
    )


def chains_of(row: Row, *, singletons: bool = True) -> Chains:
    """The chains of a row, in the order of their first mentions; a span given twice counts the first time."""
    chains: dict[Hashable, set[Span]] = defaultdict(set)
    seen: set[Span] = set()
    for mention in row.get("entities", []):
        span = (mention["start"], mention["end"])
        if mention.get("chain") is not None and span not in seen:
            seen.add(span)
            chains[mention["chain"]].add(span)
    return [frozenset(chain) for chain in chains.values() if singletons or len(chain) > 1]


def score_chain_pairs(pairs: Sequence[tuple[Chains, Chains]]) -> list[Figure]:
    """Score gold and predicted chains of each article."""
    gold = sum(len(chain) for chains, _ in pairs for chain in chains)
    predicted = sum(len(chain) for _, chains in pairs for chain in chains)
    hit = sum(len(_home(left).keys() & _home(right).keys()) for left, right in pairs)
    muc, b_cubed, lea = (_figure(*item, pairs) for item in (("muc", _muc), ("b-cubed", _b3), ("lea", _lea)))
    ceaf = figure(
        "coreference",
        "ceaf-e",
        sum(_ceaf(left, right) for left, right in pairs),
        predicted=sum(len(right) for _, right in pairs),
        gold=sum(len(left) for left, _ in pairs),
    )
    mean = (muc.f1 + b_cubed.f1 + ceaf.f1) / 3
    mentions = figure("coreference", "mentions", hit, predicted=predicted, gold=gold)
    return [mentions, muc, b_cubed, ceaf, lea, Figure("coreference", "conll average", None, None, mean)]


def _home(chains: Chains) -> dict[Span, frozenset[Span]]:
    return {mention: chain for chain in chains for mention in chain}


def _figure(name: str, part: Part, pairs: Sequence[tuple[Chains, Chains]]) -> Figure:
    recall = _ratio([part(gold, _home(predicted)) for gold, predicted in pairs])
    precision = _ratio([part(predicted, _home(gold)) for gold, predicted in pairs])
    return Figure("coreference", name, precision, recall, f1_of(precision, recall))


def _ratio(parts: Sequence[tuple[float, float]]) -> float:
    whole = sum(part[1] for part in parts)
    return sum(part[0] for part in parts) / whole if whole else 0.0


def _muc(chains: Chains, other: dict[Span, frozenset[Span]]) -> tuple[float, float]:
    """Links that are left when the other side cuts each chain into its parts."""
    hit = whole = 0
    for chain in chains:
        parts = {other[mention] for mention in chain if mention in other}
        alone = sum(mention not in other for mention in chain)
        hit += len(chain) - len(parts) - alone
        whole += len(chain) - 1
    return hit, whole


def _b3(chains: Chains, other: dict[Span, frozenset[Span]]) -> tuple[float, float]:
    hit = sum(len(chain & other[m]) / len(chain) for chain in chains for m in sorted(chain) if m in other)
    return hit, sum(map(len, chains))


def _lea(chains: Chains, other: dict[Span, frozenset[Span]]) -> tuple[float, float]:
    hit = 0.0
    for chain in chains:
        if len(chain) == 1:
            (only,) = chain
            hit += other.get(only) == chain
            continue
        common = Counter(other[mention] for mention in chain if mention in other)
        resolved = sum(size * (size - 1) / 2 for size in common.values())
        hit += len(chain) * resolved / (len(chain) * (len(chain) - 1) / 2)
    return hit, sum(map(len, chains))


def _ceaf(gold: Chains, predicted: Chains) -> float:
    """The best sum of similarities when each chain is aligned to at most one of the other side."""
    import numpy as np
    from scipy.optimize import linear_sum_assignment

    if not gold or not predicted:
        return 0.0
    number = {mention: row for row, chain in enumerate(gold) for mention in chain}
    similar = np.zeros((len(gold), len(predicted)))
    for column, chain in enumerate(predicted):
        common = Counter(number[mention] for mention in chain if mention in number)
        for row, size in common.items():
            similar[row, column] = 2 * size / (len(gold[row]) + len(chain))
    rows, columns = linear_sum_assignment(similar, maximize=True)
    return float(similar[rows, columns].sum())
