"""Stores that every test shares, each test with a graph of its own."""

from __future__ import annotations

import itertools
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from kg.vocabulary import ontology_dir
from tests.stores.fixtures import ox_server, virtuoso_server

__all__ = ["folder", "graph_iri", "numbered", "ox_server", "virtuoso_server"]

_NUMBERS = itertools.count(1)


@pytest.fixture
def graph_iri() -> str:
    """The IRI of a graph that no other test has written to."""
    return f"https://test.example/graph/{next(_NUMBERS)}"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with the worked example, as a build leaves it."""
    shutil.copy(ontology_dir() / "examples" / "protests.ttl", tmp_path / "graph.ttl")
    return tmp_path


@pytest.fixture
def numbered(tmp_path: Path) -> Callable[..., Path]:
    """Writes a graph of numbered triples into a folder of its own."""

    def written(numbers: range, *, name: str = "numbered") -> Path:
        target = tmp_path / name
        target.mkdir(exist_ok=True)
        lines = (f'<http://n/{number}> <http://p> "value {number}" .\n' for number in numbers)
        (target / "graph.ttl").write_text("".join(lines))
        return target

    return written
