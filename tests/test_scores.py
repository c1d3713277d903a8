"""How well the shipped reader reads, by public gold; needs the wider data beside the project."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from kg.cli.measuring import measure
from kg.evaluate import Figure, read_gold, scores
from kg.model import Annotated
from kg.pipeline import GRAPH_CONFIDENCE, read_articles
from kg.settings import Settings
from kg.standoff import to_row

FLOORS = {
    "uner-ewt-dev": {"exact ALL": 0.78},
    "politics-dev": {"exact ALL": 0.76},
    "gum-dev": {"mentions": 0.78, "lea": 0.50},
}
SYNTAX = {"UAS": 0.90, "LAS": 0.87, "UPOS": 0.955}
CLAIM_CONFIDENCE, CLAIM_F1 = 0.35, 0.75
GRAPH_PRECISION, GRAPH_RECALL = 0.84, 0.67


def by_name(figures: list[Figure]) -> dict[str, Figure]:
    """Figures by name; where two layers have one of a name, the first layer's."""
    return {figure.name: figure for figure in reversed(figures)}


@pytest.mark.parametrize("name", FLOORS)
def test_the_reader_reaches_its_floors(shared: Path, name: str) -> None:
    found = by_name(measure(shared / "scoring" / "dev" / name / "gold.jsonl", "standoff", ""))
    assert {
        figure: found[figure].f1 for figure, floor in FLOORS[name].items() if found[figure].f1 < floor
    } == {}


def test_the_parse_reaches_its_floors(shared: Path) -> None:
    gold = shared / "corpora" / "ud_ewt" / "en_ewt-ud-dev.conllu"
    found = by_name(measure(gold, "conllu", "", given="sentences"))
    assert {figure: found[figure].f1 for figure, floor in SYNTAX.items() if found[figure].f1 < floor} == {}


def claims_of_at_least(confidence: float, shared: Path) -> Figure:
    gold = read_gold(shared / "scoring" / "dev" / "polnear-dev" / "gold.jsonl", "standoff")
    names = {str(path): name for name, path in gold.files.items()}
    rows = []
    for article in read_polnear(tuple(gold.files.values())):
        row = to_row(article)
        sure = [claim for claim in row["claims"] if claim["confidence"] >= confidence]
        rows.append({**row, "id": names[article.document.file], "claims": sure})
    (found,) = (figure for figure in scores(gold.rows, rows, ["claims"]) if figure.name == "claim")
    return found


@cache
def read_polnear(files: tuple[Path, ...]) -> tuple[Annotated, ...]:
    return read_articles(list(files), Settings()).annotated


def test_claims_reach_their_floor_at_some_confidence(shared: Path) -> None:
    assert claims_of_at_least(CLAIM_CONFIDENCE, shared).f1 >= CLAIM_F1


def test_claims_are_sure_and_many_at_the_confidence_that_the_graph_asks_for(shared: Path) -> None:
    found = claims_of_at_least(GRAPH_CONFIDENCE, shared)
    assert found.precision >= GRAPH_PRECISION
    assert found.recall >= GRAPH_RECALL
