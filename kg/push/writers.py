"""The two ways to change a store: the SPARQL 1.1 Graph Store Protocol, and SPARQL 1.1 Update."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from kg.push.connection import Connection, Failure, PushError
from kg.push.lines import DEFAULT_GRAPH, for_update

__all__ = ["GraphStoreWriter", "UpdateWriter", "Writer"]

_TRIPLES = {"content-type": "application/n-triples"}
_UPDATE = {"content-type": "application/sparql-update"}


class Writer(Protocol):
    """Changes one graph of a store. Each call is one request and can be repeated without harm.

    name: how it is told in a message. part: triples of one request at most.
    """

    name: str
    url: str
    part: int

    def put(self, graph: str, lines: Sequence[bytes]) -> Failure | None:
        """The graph holds these lines and nothing else."""

    def add(self, graph: str, lines: Sequence[bytes]) -> Failure | None:
        """The graph holds these lines besides what it held."""

    def remove(self, graph: str, lines: Sequence[bytes]) -> Failure | None:
        """The graph holds these lines no more."""


class UpdateWriter:
    """Writes by SPARQL Update, in parts small enough for Virtuoso's parser, to which 5,000 are too many."""

    name = "SPARQL Update"
    part = 2_000

    def __init__(self, connection: Connection, url: str) -> None:
        self._connection = connection
        self.url = url

    def put(self, graph: str, lines: Sequence[bytes]) -> Failure | None:
        """Two requests: a reader in between sees an empty graph."""
        what = b"DEFAULT" if graph == DEFAULT_GRAPH else b"GRAPH <%s>" % graph.encode()
        failure = self._send(b"CLEAR SILENT %s" % what)
        return failure or (self.add(graph, lines) if lines else None)

    def add(self, graph: str, lines: Sequence[bytes]) -> Failure | None:
        """One INSERT DATA."""
        return self._send(_data(b"INSERT", graph, lines))

    def remove(self, graph: str, lines: Sequence[bytes]) -> Failure | None:
        """One DELETE DATA."""
        return self._send(_data(b"DELETE", graph, lines))

    def _send(self, update: bytes) -> Failure | None:
        found = self._connection.send("POST", self.url, body=update, headers=_UPDATE)
        return found if isinstance(found, Failure) else None


class GraphStoreWriter:
    """Writes by the Graph Store Protocol, where ``remove`` needs an address for updates beside it."""

    name = "the Graph Store Protocol"
    part = 50_000

    def __init__(self, connection: Connection, url: str, updates: Sequence[str]) -> None:
        self._connection = connection
        self._updates = list(updates)
        self.url = url

    def put(self, graph: str, lines: Sequence[bytes]) -> Failure | None:
        """One PUT."""
        return self._send("PUT", graph, lines)

    def add(self, graph: str, lines: Sequence[bytes]) -> Failure | None:
        """One POST."""
        return self._send("POST", graph, lines)

    def remove(self, graph: str, lines: Sequence[bytes]) -> Failure | None:
        """As many updates as the smaller parts take.

        Raises:
            PushError: if no address takes updates.
        """
        last: Failure | None = None
        for url in list(self._updates):
            writer = UpdateWriter(self._connection, url)
            for start in range(0, len(lines), writer.part):
                last = writer.remove(graph, lines[start : start + writer.part])
                if last:
                    break
            if last is None:
                self._updates = [url]
                return None
        said = f" ({last.status}: {last.said})" if last else ""
        raise PushError(
            f"the store takes no updates{said}, so nothing can be taken away: push with --replace"
        )

    def _send(self, method: str, graph: str, lines: Sequence[bytes]) -> Failure | None:
        parameters = {"default": ""} if graph == DEFAULT_GRAPH else {"graph": graph}
        body = b"".join(line + b"\n" for line in lines)
        found = self._connection.send(method, self.url, parameters=parameters, body=body, headers=_TRIPLES)
        return found if isinstance(found, Failure) else None


def _data(verb: bytes, graph: str, lines: Sequence[bytes]) -> bytes:
    triples = b"\n".join(map(for_update, lines))
    if graph != DEFAULT_GRAPH:
        triples = b"GRAPH <%s> {\n%s\n}" % (graph.encode(), triples)
    return b"%s DATA {\n%s\n}" % (verb, triples)
