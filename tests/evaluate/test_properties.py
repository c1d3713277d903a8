"""What must hold of every scorer, whatever is marked."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.evaluate import Figure, scores
from tests.evaluate.strategies import ROWS, Row, parses

CALM = settings(deadline=None, max_examples=60)
"""A busy machine may take its time."""

ALL = ("entities", "claims", "chains", "coreference")
SYMMETRIC = ("exact", "characters", "muc", "b-cubed", "ceaf-e", "lea", "mentions", "average")


def numbered(rows: Sequence[Row]) -> list[Row]:
    return [{"id": str(number), **row} for number, row in enumerate(rows)]


def table(figures: Sequence[Figure]) -> dict[tuple[str, str], tuple[float | None, ...]]:
    return {(row.layer, row.name): (row.precision, row.recall, row.f1) for row in figures}


def same(left: Sequence[Figure], right: Sequence[Figure]) -> bool:
    ours, theirs = table(left), table(right)
    return ours.keys() == theirs.keys() and all(ours[key] == pytest.approx(theirs[key]) for key in ours)


@CALM
@given(st.lists(ROWS, min_size=1, max_size=3))
def test_gold_against_itself_is_perfect(rows: list[Row]) -> None:
    gold = numbered(rows)
    sizes = [Counter(item["chain"] for item in row["entities"]) for row in rows]
    linked = any(size > 1 for chains in sizes for size in chains.values())
    for figure in scores(gold, gold, ALL):
        # a figure over nothing is 0: MUC and the LEA of the chains leave chains of one mention out
        over_links = figure.name in ("muc", "conll average") or (figure.layer, figure.name) == (
            "chains",
            "lea",
        )
        if linked if over_links else any(sizes) if figure.gold is None else figure.gold:
            assert figure.f1 == pytest.approx(1)


@CALM
@given(parses())
def test_a_parse_against_itself_is_perfect(row: Row) -> None:
    gold = numbered([row])
    figures = scores(gold, gold, ["syntax"])
    assert [figure.name for figure in figures][:3] == ["Tokens", "Sentences", "Words"]
    assert all(figure.f1 == 1 for figure in figures)


@CALM
@given(st.lists(st.tuples(ROWS, ROWS), min_size=1, max_size=3))
def test_swapping_the_sides_swaps_precision_and_recall(pairs: list[tuple[Row, Row]]) -> None:
    gold, predicted = (numbered([pair[side] for pair in pairs]) for side in (0, 1))
    layers = ("entities", "claims", "coreference")
    there, back = (table(scores(*sides, layers)) for sides in ((gold, predicted), (predicted, gold)))
    for key in there.keys() & back.keys():
        if key[1].split()[0] in SYMMETRIC or key[1].split()[-1] in SYMMETRIC:
            precision, recall, f1 = there[key]
            assert back[key] == pytest.approx((recall, precision, f1))


@CALM
@given(parses(), parses())
def test_swapping_the_sides_swaps_the_figures_of_tokens_and_sentences(left: Row, right: Row) -> None:
    gold, predicted = numbered([left]), numbered([right])
    there, back = (table(scores(*sides, ["syntax"])) for sides in ((gold, predicted), (predicted, gold)))
    for name in ("Tokens", "Sentences"):
        precision, recall, f1 = there["syntax", name]
        assert back["syntax", name] == pytest.approx((recall, precision, f1))


@CALM
@given(parses(multiword=False), parses(multiword=False))
def test_swapping_the_sides_swaps_the_figures_of_words_and_trees(left: Row, right: Row) -> None:
    # without multiword tokens: where those overlap, the shared task's alignment begins on the gold side
    gold, predicted = numbered([left]), numbered([right])
    there, back = (table(scores(*sides, ["syntax"])) for sides in ((gold, predicted), (predicted, gold)))
    for key in ("Words", "UPOS", "XPOS", "Lemmas", "UAS", "LAS"):
        precision, recall, f1 = there["syntax", key]
        assert back["syntax", key] == pytest.approx((recall, precision, f1))


@CALM
@given(st.lists(st.tuples(ROWS, ROWS), min_size=1, max_size=4), st.booleans())
def test_the_order_of_articles_does_not_matter(pairs: list[tuple[Row, Row]], cross: bool) -> None:
    gold, predicted = (numbered([pair[side] for pair in pairs]) for side in (0, 1))
    before = scores(gold, predicted, ALL, cross_document=cross)
    assert same(before, scores(gold[::-1], predicted, ALL, cross_document=cross))
    assert same(before, scores(gold, predicted[::-1], ALL, cross_document=cross))


def renamed(row: Row, names: Sequence[Any]) -> Row:
    return {**row, "entities": [{**item, "chain": names[item["chain"]]} for item in row["entities"]]}


@CALM
@given(st.lists(st.tuples(ROWS, ROWS), min_size=1, max_size=3), st.permutations(range(6)), st.booleans())
def test_the_names_of_chains_do_not_matter(
    pairs: list[tuple[Row, Row]], names: list[int], cross: bool
) -> None:
    gold, predicted = (numbered([pair[side] for pair in pairs]) for side in (0, 1))
    other_gold = [renamed(row, [f"g{name}" for name in names]) for row in gold]
    other = [renamed(row, names[::-1]) for row in predicted]
    layers = ("chains", "coreference")
    before = scores(gold, predicted, layers, cross_document=cross)
    assert same(before, scores(other_gold, other, layers, cross_document=cross))


@CALM
@given(st.lists(ROWS, min_size=1, max_size=3))
def test_nothing_predicted_scores_nothing(rows: list[Row]) -> None:
    assert all(figure.f1 == 0 for figure in scores(numbered(rows), [], ALL))


@CALM
@given(st.lists(st.tuples(ROWS, ROWS), min_size=1, max_size=3))
def test_every_figure_is_a_share(pairs: list[tuple[Row, Row]]) -> None:
    gold, predicted = (numbered([pair[side] for pair in pairs]) for side in (0, 1))
    for figure in scores(gold, predicted, ALL):
        for value in (figure.precision, figure.recall, figure.f1):
            assert value is None or 0 <= value <= 1 + 1e-9
