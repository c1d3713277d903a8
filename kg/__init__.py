"""newskg: from news articles to a knowledge graph with the sentence behind every statement.

    import kg
    kg.build(["articles/"], "output")          # graph.ttl, graph.html, annotations.jsonl, ...
    graph = kg.load("output")                  # an rdflib.Graph
    kg.ask("output", "SELECT ?name WHERE { ?p a schema:Person ; schema:name ?name }")
    kg.validate("output")                      # findings, empty when the graph conforms
    kg.show("output")                          # the page, in a notebook

Everything is imported when first used, so that ``import kg`` costs nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import rdflib

    from kg.check import Finding
    from kg.notebook import Shown
    from kg.pipeline import Build
    from kg.query import Result

__version__ = "0.1.0"
__all__ = ["__version__", "ask", "build", "load", "show", "validate"]


def build(paths: Iterable[str | Path], output: str | Path, **options: Any) -> Build:
    """Build the graph of files and folders of articles into a folder.

    Args:
        paths: .txt and .md files, and folders of them.
        output: folder to write to.
        options: ``ledger`` (an earlier graph.ttl), ``strict``, and the fields of
            :class:`kg.settings.Settings`: ``base_iri, model, workers, context, mentions, all_sentences``.

    Raises:
        NewskgError: see :mod:`kg.errors`.
    """
    from kg.pipeline import build as run
    from kg.settings import Settings

    ledger, strict = options.pop("ledger", None), options.pop("strict", False)
    return run(
        [Path(path) for path in paths],
        Path(output),
        Settings(**options),
        ledger=None if ledger is None else Path(ledger),
        strict=strict,
    )


def load(path: str | Path) -> rdflib.Graph:
    """Read a graph (a file, or the folder of a build) into rdflib, with its prefixes bound.

    Raises:
        GraphError: it is not there, or does not parse.
    """
    from kg.store import load as run

    return run(path)


def ask(path: str | Path, query: str, parameters: Mapping[str, str] | None = None) -> Result:
    """Put a SPARQL query, or the name of one that comes with newskg ("cq04"), to a graph.

    Raises:
        GraphError: there is no such graph.
        QueryError: the query does not parse, or a parameter is unknown.
    """
    from kg.query import named_query, read_query, resolve_settings, run_query
    from kg.store import load_store

    question = named_query(query) if query.isalnum() else read_query(query)
    store = load_store(path)
    values = resolve_settings(
        store, question, [f"{name}={value}" for name, value in (parameters or {}).items()]
    )
    return run_query(store, question.text, parameters=values)


def validate(path: str | Path) -> list[Finding]:
    """Check a graph against the shapes and the rules that cross nodes.

    Raises:
        GraphError: it is not there, or does not parse.
    """
    from kg.check import validate as run

    return run(Path(path))


def show(graph: Any, *, title: str = "", top: int | None = None, height: int = 720) -> Shown:
    """Make the page of a graph, which a notebook displays in a frame.

    Args:
        graph: a file, the folder of a build, or a graph in rdflib or pyoxigraph.
        title: heading of the page.
        top: only so many names and events, the most linked ones.
        height: of the frame in pixels.

    Raises:
        GraphError: the file is not there, or does not parse.
    """
    from kg.notebook import show as run

    return run(graph, title=title, top=top, height=height)
