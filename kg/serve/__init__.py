"""A graph as a web site for its readers, and as a SPARQL endpoint for their programs.

Everything is read from an Oxigraph store on disk that is made of the graph's file. A server process speaks
HTTP; worker processes with the store open for reading answer, and are killed when they take too long.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

__all__ = ["Options", "serve"]


@dataclass(frozen=True, slots=True)
class Options:
    """How a graph is served.

    host, port: where to listen; port 0 takes any free one. title: heading of all pages. seconds: time limit
    of a query. rows: row limit of an answer. workers: processes at most. memory: megabytes of a worker, 0
    for no limit. top: nodes on the map at most. hosts: names besides those of this machine under which the
    server may be asked. origins: sites whose pages may ask (CORS), ``*`` for all.
    """

    host: str = "127.0.0.1"
    port: int = 7878
    title: str = ""
    seconds: float = 30.0
    rows: int = 100_000
    workers: int = 16
    memory: int = 2048
    top: int = 2000
    hosts: tuple[str, ...] = ()
    origins: tuple[str, ...] = ()


def serve(path: str | Path, options: Options, *, started: Callable[[str], None] | None = None) -> None:
    """Serve a graph until interrupted.

    Args:
        path: folder of a build, or an RDF file.
        options: how.
        started: told the address when requests are answered.

    Raises:
        GraphError: if the graph cannot be read, or its store not be written beside it.
        SettingsError: if the address cannot be listened at.
    """
    from kg.serve.running import run

    run(path, options, started=started)
