"""Stores that every test shares, each test with a graph of its own."""

from __future__ import annotations

import itertools
import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from kg.vocabulary import ontology_dir
from tests.push.stores import Store, oxigraph, oxigraph_program, virtuoso, virtuoso_program

_NUMBERS = itertools.count(1)


def _missing(what: str) -> None:
    if os.environ.get("CI", "").lower() in ("1", "true"):
        pytest.fail(f"{what}: kg push cannot be tested against it", pytrace=False)
    pytest.skip(what)


@pytest.fixture(scope="session")
def ox_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    if oxigraph_program() is None:
        _missing("oxigraph is not installed (PyPI: oxigraph)")
    with oxigraph(tmp_path_factory.mktemp("oxigraph")) as store:
        yield store


@pytest.fixture(scope="session")
def virtuoso_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    if virtuoso_program() is None:
        _missing("Virtuoso is not installed (Debian: virtuoso-opensource-7-bin virtuoso-opensource-7-common)")
    with virtuoso(tmp_path_factory.mktemp("virtuoso")) as store:
        yield store


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
