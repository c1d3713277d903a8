"""Write the golden files anew after a wanted change: ``python -m tests.golden.update``, then read the diff.

annotations.jsonl is what the shipped pipeline reads in the bundled articles on the machine that ran this;
graph.ttl is made from it alone, so the test holds on processors whose floats round differently.
"""

from __future__ import annotations

import json
from pathlib import Path

from kg.demo import articles
from kg.graph import build_graph
from kg.model import Annotated
from kg.pipeline import read_articles, sure_claims
from kg.resolve import resolve
from kg.settings import Settings
from kg.standoff import from_row, line
from kg.store import to_turtle
from kg.vocabulary import prefixes

HERE = Path(__file__).parent
ANNOTATIONS = HERE / "annotations.jsonl"
GRAPH = HERE / "graph.ttl"


def stored() -> list[Annotated]:
    """The stored annotations with the text of the bundled articles."""
    rows = map(json.loads, ANNOTATIONS.read_text("utf-8").splitlines())
    return [from_row(row, (articles() / f"{row['id']}.txt").read_bytes().decode()) for row in rows]


def graph_of(annotated: list[Annotated]) -> bytes:
    """The graph as ``kg build`` makes it after reading."""
    settings = Settings()
    resolved = resolve([sure_claims(article) for article in annotated], None)
    return to_turtle(build_graph(resolved, settings), prefixes(settings.base_iri))


def main() -> None:
    reading = read_articles([articles()], Settings())
    ordered = sorted(reading.annotated, key=lambda article: article.document.id)
    ANNOTATIONS.write_text("".join(map(line, ordered)), "utf-8")
    GRAPH.write_bytes(graph_of(stored()))


if __name__ == "__main__":
    main()
