"""How well the shipped reader reads, by the public scorer; needs the wider data beside the project."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from kg.pipeline import read_articles
from kg.settings import Settings
from kg.standoff import line


def score(shared: Path, folder: Path, name: str, layer: str) -> dict[str, float]:
    """F1 of each figure that the scorer prints for one set."""
    gold = shared / "scoring" / "dev" / name
    predicted = folder / "predicted.jsonl"
    reading = read_articles([gold / "articles"], Settings(workers=2))
    predicted.write_text("".join(map(line, reading.annotated)), "utf-8")
    scorer = str(shared / "scoring" / "score_annotations.py")
    command = [sys.executable, scorer, str(gold / "gold.jsonl"), str(predicted), "--layers", layer]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    return {row.split("\t")[1]: float(row.split("\t")[4]) for row in done.stdout.splitlines()}


@pytest.mark.parametrize(
    ("name", "layer", "figure", "floor"),
    [("uner-ewt-dev", "entities", "exact ALL", 0.70), ("polnear-dev", "claims", "claim", 0.35)],
)
def test_the_reader_reaches_its_floor(
    shared: Path, tmp_path: Path, name: str, layer: str, figure: str, floor: float
) -> None:
    assert score(shared, tmp_path, name, layer)[figure] >= floor
