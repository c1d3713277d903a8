"""The graph of the bundled articles, byte for byte, from stored annotations."""

from __future__ import annotations

import difflib

from kg.demo import articles
from tests.golden.update import GRAPH, graph_of, stored


def test_the_graph_is_the_golden_one() -> None:
    made, golden = graph_of(stored()).decode(), GRAPH.read_text("utf-8")
    changed = list(
        difflib.unified_diff(golden.splitlines(), made.splitlines(), "golden", "made", lineterm="", n=1)
    )
    assert not changed, "\n".join(changed[:40]) + "\nif this is wanted: python -m tests.golden.update"


def test_the_order_of_articles_changes_no_byte() -> None:
    annotated = stored()
    assert len(annotated) == len(list(articles().glob("*.txt")))
    assert graph_of(annotated[::-1]) == graph_of(annotated)
