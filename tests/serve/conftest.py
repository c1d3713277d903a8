"""Real servers, each started once by the command line, over copies of example graphs."""

from __future__ import annotations

import http.client
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from pyoxigraph import RdfFormat

from kg.vocabulary import ontology_dir
from tests.export.hostile import hostile

ROOT = Path(__file__).resolve().parents[2]
START_SECONDS = 60


@dataclass(frozen=True)
class Reply:
    status: int
    headers: Mapping[str, str]
    body: bytes

    @property
    def text(self) -> str:
        return self.body.decode()

    @property
    def media(self) -> str:
        return self.headers.get("content-type", "")


@dataclass(frozen=True)
class Served:
    """A running server: its address without the last slash, its process, and the graph's folder."""

    address: str
    process: subprocess.Popen[str]
    folder: Path

    def ask(
        self,
        path: str,
        *,
        method: str = "GET",
        body: bytes | None = None,
        headers: Mapping[str, str] | None = None,
        timeout: float = 60,
    ) -> Reply:
        """One request on a connection of its own; redirects are not followed."""
        connection = http.client.HTTPConnection(urlsplit(self.address).netloc, timeout=timeout)
        try:
            connection.request(method, path, body=body, headers=dict(headers or {}))
            found = connection.getresponse()
            named = {name.lower(): value for name, value in found.getheaders()}
            return Reply(found.status, named, found.read())
        finally:
            connection.close()

    def query(self, text: str, accept: str = "application/sparql-results+json") -> Reply:
        headers = {"content-type": "application/sparql-query", "accept": accept}
        return self.ask("/sparql", method="POST", body=text.encode(), headers=headers)


@contextmanager
def serving(folder: Path, *options: str) -> Iterator[Served]:
    """``kg serve`` on a free port, as a process of its own."""
    command = [sys.executable, "-m", "kg", "serve", str(folder), "--port", "0", *options]
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment)
    try:
        assert process.stdout is not None
        line = process.stdout.readline()
        assert line.startswith("http://"), f"the server said {line!r}"
        yield Served(line.split()[0].rstrip("/"), process, folder)
    finally:
        process.terminate()
        process.wait(timeout=START_SECONDS)


def _copied(folder: Path, example: str) -> Path:
    shutil.copy(ontology_dir() / "examples" / f"{example}.ttl", folder / "graph.ttl")
    return folder


@pytest.fixture(scope="session")
def protests(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """The worked example with the usual limits."""
    with serving(_copied(tmp_path_factory.mktemp("protests"), "protests")) as served:
        yield served


@pytest.fixture(scope="session")
def dispute(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """The example of a dispute, open to the pages of one site."""
    folder = _copied(tmp_path_factory.mktemp("dispute"), "dispute")
    with serving(folder, "--cors", "https://newsroom.example") as served:
        yield served


@pytest.fixture(scope="session")
def strict(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """One worker, one second, fifty rows, little memory."""
    folder = _copied(tmp_path_factory.mktemp("strict"), "protests")
    limits = ("--workers", "1", "--timeout", "1", "--rows", "50", "--memory", "600")
    with serving(folder, *limits) as served:
        yield served


@pytest.fixture(scope="session")
def tainted(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """A graph whose every word tries to run code."""
    folder = tmp_path_factory.mktemp("tainted")
    hostile().dump(str(folder / "graph.nq"), format=RdfFormat.N_QUADS)
    with serving(folder / "graph.nq") as served:
        yield served
