"""Real triple stores, started on free ports, and a proxy that breaks connections."""

from __future__ import annotations

import shutil
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

import requests

__all__ = [
    "Cutting",
    "Store",
    "free_port",
    "oxigraph",
    "oxigraph_program",
    "started",
    "virtuoso",
    "virtuoso_program",
]

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
        found = requests.get(self.queries, params={"query": query}, headers=accept, timeout=60)
        found.raise_for_status()
        return found.json()["results"]["bindings"]

    def count(self, graph: str = "") -> int:
        pattern = f"GRAPH <{graph}> {{ ?s ?p ?o }}" if graph else "?s ?p ?o"
        return int(self.ask(f"SELECT (COUNT(*) AS ?n) {{ {pattern} }}")[0]["n"]["value"])


def free_port() -> int:
    with closing(socket.create_server(("127.0.0.1", 0))) as found:
        return int(found.getsockname()[1])


def oxigraph_program() -> str | None:
    return shutil.which("oxigraph", path=str(Path(sys.executable).parent)) or shutil.which("oxigraph")


def virtuoso_program() -> str | None:
    return shutil.which("virtuoso-t")


@contextmanager
def oxigraph(folder: Path) -> Iterator[Store]:
    port = free_port()
    command = [str(oxigraph_program()), "serve", "--location", str(folder), "--bind", f"127.0.0.1:{port}"]
    with _running(command, port):
        root = f"http://127.0.0.1:{port}"
        yield Store(port, f"{root}/store", f"{root}/update", f"{root}/query")


@contextmanager
def virtuoso(folder: Path) -> Iterator[Store]:
    """Virtuoso 7 with the password that it is installed with."""
    port, sql = free_port(), free_port()
    ini = folder / "virtuoso.ini"
    ini.write_text(VIRTUOSO_INI.format(folder=folder, port=port, sql=sql))
    with _running([str(virtuoso_program()), "+configfile", str(ini), "+foreground"], port, folder):
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


class Cutting:
    """Passes connections on to a port, and breaks all of them once so many bytes have gone through.

    After ``cut`` it takes no connections until ``mend`` is called.
    """

    def __init__(self, port: int, *, after: int) -> None:
        self._target, self._left = port, after
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port = int(self._listener.getsockname()[1])
        self._open: list[socket.socket] = []
        self._whole = True
        self.received = b""
        threading.Thread(target=self._accept, daemon=True).start()

    def mend(self) -> None:
        self._whole, self._left = True, 1 << 60

    def close(self) -> None:
        self._listener.close()
        self._cut()

    def _accept(self) -> None:
        while True:
            try:
                client, _ = self._listener.accept()
            except OSError:
                return
            if not self._whole:
                client.close()
                continue
            server = socket.create_connection(("127.0.0.1", self._target))
            self._open += [client, server]
            threading.Thread(target=self._pass, args=(client, server, True), daemon=True).start()
            threading.Thread(target=self._pass, args=(server, client, False), daemon=True).start()

    def _pass(self, source: socket.socket, target: socket.socket, counted: bool) -> None:
        with suppress(OSError):
            while piece := source.recv(16_384):
                if counted:
                    self.received += piece
                    self._left -= len(piece)
                    if self._left < 0:
                        self._cut()
                        return
                target.sendall(piece)
            target.shutdown(socket.SHUT_WR)

    def _cut(self) -> None:
        self._whole = False
        for one in self._open:
            with suppress(OSError):
                one.close()
        self._open.clear()
