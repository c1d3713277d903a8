"""Real triple stores that answer over HTTP, started on free ports."""

from __future__ import annotations

import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

import requests

from tests.stores.programs import found

__all__ = ["Store", "free_port", "oxigraph", "started", "virtuoso"]

START_SECONDS = 90
VIRTUOSO_INI = """
[Database]
DatabaseFile = {folder}/virtuoso.db
ErrorLogFile = {folder}/virtuoso.log
LockFile = {folder}/virtuoso.lck
TransactionFile = {folder}/virtuoso.trx
xa_persistent_file = {folder}/virtuoso.pxa
TempStorage = TempDatabase
[TempDatabase]
DatabaseFile = {folder}/temporary.db
TransactionFile = {folder}/temporary.trx
[Parameters]
ServerPort = 127.0.0.1:{sql}
NumberOfBuffers = 10000
MaxDirtyBuffers = 6000
DirsAllowed = {folder}
[HTTPServer]
ServerPort = 127.0.0.1:{port}
ServerRoot = {folder}
[SPARQL]
ResultSetMaxRows = 1000000
"""


@dataclass(frozen=True)
class Store:
    """A running store. graphs, updates, queries: its addresses."""

    port: int
    graphs: str
    updates: str
    queries: str

    def ask(self, query: str) -> list[dict[str, dict[str, str]]]:
        accept = {"accept": "application/sparql-results+json"}
        reply = requests.get(self.queries, params={"query": query}, headers=accept, timeout=60)
        reply.raise_for_status()
        return reply.json()["results"]["bindings"]

    def count(self, graph: str = "") -> int:
        pattern = f"GRAPH <{graph}> {{ ?s ?p ?o }}" if graph else "?s ?p ?o"
        return int(self.ask(f"SELECT (COUNT(*) AS ?n) {{ {pattern} }}")[0]["n"]["value"])


def free_port() -> int:
    with closing(socket.create_server(("127.0.0.1", 0))) as taken:
        return int(taken.getsockname()[1])


@contextmanager
def oxigraph(folder: Path) -> Iterator[Store]:
    port = free_port()
    command = [found("oxigraph"), "serve", "--location", str(folder), "--bind", f"127.0.0.1:{port}"]
    with _running(command, port):
        root = f"http://127.0.0.1:{port}"
        yield Store(port, f"{root}/store", f"{root}/update", f"{root}/query")


@contextmanager
def virtuoso(folder: Path) -> Iterator[Store]:
    """Virtuoso 7 with the password that it is installed with."""
    port, sql = free_port(), free_port()
    ini = folder / "virtuoso.ini"
    ini.write_text(VIRTUOSO_INI.format(folder=folder, port=port, sql=sql))
    with _running([found("virtuoso-t"), "+configfile", str(ini), "+foreground"], port, folder):
        root = f"http://127.0.0.1:{port}"
        yield Store(port, f"{root}/sparql-graph-crud-auth", f"{root}/sparql-auth", f"{root}/sparql")


@contextmanager
def started(command: list[str]) -> Iterator[tuple[int, int]]:
    """An Oxigraph server by its command, without the address; yields its port and its process."""
    port = free_port()
    with _running([*command, "--bind", f"127.0.0.1:{port}"], port) as process:
        yield port, process


@contextmanager
def _running(command: list[str], port: int, folder: Path | None = None) -> Iterator[int]:
    quiet = subprocess.DEVNULL
    process = subprocess.Popen(command, cwd=folder, stdout=quiet, stderr=quiet)
    try:
        deadline = time.monotonic() + START_SECONDS
        while True:
            with suppress(OSError), socket.create_connection(("127.0.0.1", port), timeout=1):
                break
            assert process.poll() is None, f"{command[0]} ended"
            assert time.monotonic() < deadline, f"{command[0]} does not answer"
            time.sleep(0.1)
        yield process.pid
    finally:
        process.kill()
        process.wait()
