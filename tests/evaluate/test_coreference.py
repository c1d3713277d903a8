"""Chains by the definitions of the shared tasks: the worked example of the literature, and edges."""

from __future__ import annotations

import pytest

from kg.evaluate.coreference import Chains, chains_of, score_chain_pairs


def chains(*groups: str) -> Chains:
    """Mentions by letter: each stands at its own place."""
    return [frozenset((ord(letter), ord(letter) + 1) for letter in group) for group in groups]


def figures(gold: Chains, predicted: Chains) -> dict[str, tuple[float | None, float | None]]:
    return {row.name: (row.precision, row.recall) for row in score_chain_pairs([(gold, predicted)])}


def test_the_example_of_pradhan_2014_and_of_moosavi_and_strube_2016() -> None:
    found = figures(chains("abc", "defg"), chains("ab", "cd", "fghi"))
    assert found["mentions"] == pytest.approx((6 / 8, 6 / 7))
    assert found["muc"] == pytest.approx((2 / 5, 2 / 5))
    assert found["b-cubed"] == pytest.approx((4 / 8, (5 / 3 + 5 / 4) / 7))
    assert found["ceaf-e"] == pytest.approx((1.3 / 3, 1.3 / 2))
    assert found["lea"] == pytest.approx(((2 + 4 / 6) / 8, (1 + 4 / 6) / 7))


def test_the_conll_average_is_the_mean_of_three_f1() -> None:
    rows = {row.name: row for row in score_chain_pairs([(chains("abc", "de"), chains("ab", "cde"))])}
    parts = [rows[name].f1 for name in ("muc", "b-cubed", "ceaf-e")]
    assert rows["conll average"].f1 == pytest.approx(sum(parts) / 3)
    assert rows["conll average"].precision is None


def test_all_in_one_chain_is_complete_but_not_precise() -> None:
    found = figures(chains("ab", "cd"), chains("abcd"))
    assert found["muc"] == pytest.approx((2 / 3, 1))
    assert found["b-cubed"] == pytest.approx((1 / 2, 1))
    assert found["lea"] == pytest.approx((2 / 6, 1))


def test_a_chain_of_one_counts_for_lea_where_both_sides_have_it() -> None:
    assert figures(chains("ab", "c"), chains("ab", "c"))["lea"] == (1, 1)
    assert figures(chains("ab", "c"), chains("ab"))["lea"] == pytest.approx((1, 2 / 3))
    assert figures(chains("ab", "c"), chains("abc"))["lea"] == pytest.approx((1 / 3, 2 / 3))


def test_articles_are_summed_not_averaged() -> None:
    small, large = (chains("ab"), chains("ab")), (chains("cdefg"), chains("cd"))
    together = {row.name: row for row in score_chain_pairs([small, large])}
    assert together["muc"].recall == pytest.approx(2 / 5)
    assert together["ceaf-e"].recall == pytest.approx((1 + 4 / 7) / 2)


def test_predicted_chains_of_one_go_where_the_corpus_has_none() -> None:
    row = {
        "entities": [
            {"start": 0, "end": 3, "chain": 1},
            {"start": 5, "end": 8, "chain": 1},
            {"start": 9, "end": 12, "chain": 2},
            {"start": 9, "end": 12, "chain": 1},
            {"start": 13, "end": 14, "chain": None},
        ]
    }
    assert chains_of(row, singletons=False) == [frozenset({(0, 3), (5, 8)})]
    assert chains_of(row) == [frozenset({(0, 3), (5, 8)}), frozenset({(9, 12)})]
