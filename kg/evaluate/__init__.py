"""How well is an article read? Precision, recall and F1 of annotations against public gold.

    from kg.evaluate import read_gold, scores

    gold = read_gold("wikinews/gold.jsonl")
    for figure in scores(gold.rows, predicted_rows, ["entities", "claims"]):
        print(figure.layer, figure.name, figure.precision, figure.recall, figure.f1)

Rows are plain objects, one an article, as ``kg annotate`` writes them. Every scorer is a function of pairs of
rows; its module names the source of the definition. ``docs/evaluate.md`` says what each figure means.
"""

from __future__ import annotations

from kg.evaluate.figures import Figure
from kg.evaluate.gold.read import FORMATS, read_gold
from kg.evaluate.gold.source import Gold
from kg.evaluate.gold.standoff import read_rows
from kg.evaluate.layers import LAYERS, missing_articles, scores

__all__ = ["FORMATS", "LAYERS", "Figure", "Gold", "missing_articles", "read_gold", "read_rows", "scores"]
