"""The worked examples as stores that a test may change."""

from __future__ import annotations

import pyoxigraph as ox
import pytest

from kg.store import load_store
from kg.vocabulary import ontology_dir


@pytest.fixture(scope="session")
def example() -> ox.Store:
    """The worked example; not to be changed."""
    return load_store(ontology_dir() / "examples" / "protests.ttl")


@pytest.fixture(scope="session")
def dispute() -> ox.Store:
    """The worked example of a dispute; not to be changed."""
    return load_store(ontology_dir() / "examples" / "dispute.ttl")


@pytest.fixture
def graph(example: ox.Store) -> ox.Store:
    """A copy of the worked example."""
    return copy_of(example)


@pytest.fixture
def dispute_graph(dispute: ox.Store) -> ox.Store:
    """A copy of the worked example of a dispute."""
    return copy_of(dispute)


def copy_of(store: ox.Store) -> ox.Store:
    copy = ox.Store()
    copy.bulk_extend(store)
    return copy
