"""Stores and libraries, each started or prepared once; missing ones skip a test, and fail it in CI."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.stores.java_programs import JENA, RDF4J, Java
from tests.stores.programs import is_ci, program
from tests.stores.servers import Store, oxigraph, virtuoso

__all__ = ["jena", "ox_server", "rdf4j", "require", "virtuoso_server"]


def require(name: str) -> None:
    """Skips the test, or fails it in CI, if a program is not here."""
    needed = program(name)
    if needed.is_there():
        return
    words = f"{name} is not installed ({needed.package}): not tested: {needed.untested}"
    if is_ci():
        pytest.fail(words, pytrace=False)
    pytest.skip(words)


@pytest.fixture(scope="session")
def ox_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    require("Oxigraph server")
    with oxigraph(tmp_path_factory.mktemp("oxigraph")) as store:
        yield store


@pytest.fixture(scope="session")
def virtuoso_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    require("Virtuoso 7")
    with virtuoso(tmp_path_factory.mktemp("virtuoso")) as store:
        yield store


@pytest.fixture(scope="session")
def jena(tmp_path_factory: pytest.TempPathFactory) -> Java:
    require("Apache Jena")
    return Java(JENA, tmp_path_factory.mktemp("jena"))


@pytest.fixture(scope="session")
def rdf4j(tmp_path_factory: pytest.TempPathFactory) -> Java:
    require("RDF4J Rio")
    return Java(RDF4J, tmp_path_factory.mktemp("rdf4j"))
