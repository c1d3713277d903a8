"""The worked example as a store that a test may change."""

from __future__ import annotations

import pyoxigraph as ox
import pytest

from kg.store import load_store
from kg.vocabulary import ontology_dir


@pytest.fixture(scope="session")
def example() -> ox.Store:
    """The worked example; not to be changed."""
    return load_store(ontology_dir() / "examples" / "protests.ttl")


@pytest.fixture
def graph(example: ox.Store) -> ox.Store:
    """A copy of the worked example."""
    copy = ox.Store()
    copy.bulk_extend(example)
    return copy
