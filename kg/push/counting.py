"""Counts what a store holds, to be compared with what was sent."""

from __future__ import annotations

from collections.abc import Sequence

from kg.push.connection import Connection, Failure, PushError
from kg.push.lines import DEFAULT_GRAPH

__all__ = ["Counter"]

_HEADERS = {"accept": "application/sparql-results+json"}


class Counter:
    """Asks for the number of triples of a graph, at the first address that answers queries."""

    def __init__(self, connection: Connection, urls: Sequence[str]) -> None:
        self._connection = connection
        self._urls = list(urls)

    def count(self, graph: str) -> int | None:
        """Triples of a graph; None if no address answers."""
        pattern = "{ ?s ?p ?o }" if graph == DEFAULT_GRAPH else f"{{ GRAPH <{graph}> {{ ?s ?p ?o }} }}"
        query = f"SELECT (COUNT(*) AS ?n) {pattern}"
        for url in list(self._urls):
            try:
                found = self._connection.send("GET", url, parameters={"query": query}, headers=_HEADERS)
            except PushError:
                continue
            if isinstance(found, Failure):
                continue
            try:
                rows = found.json()["results"]["bindings"]
                self._urls = [url]
                return int(rows[0]["n"]["value"])
            except (ValueError, KeyError, IndexError, TypeError):
                continue
        return None
