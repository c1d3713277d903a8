"""The untrained pipeline, exported once a session."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from spacy.language import Language

    from kg.training.network.heads import Network


@pytest.fixture(scope="session")
def network() -> Network:
    pytest.importorskip("torch", reason="needs PyTorch to make a network")
    from tests.reader.untrained import untrained_network

    return untrained_network()


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a pipeline with random weights, int8 as the shipped one."""
    pytest.importorskip("torch", reason="needs PyTorch to export a network")
    from tests.reader.untrained import write_untrained

    written = tmp_path_factory.mktemp("reader") / "model"
    write_untrained(written, quantize=True)
    return written


@pytest.fixture(scope="session")
def reader(folder: Path) -> Language:
    import spacy

    import kg.reader.factories  # noqa: F401 - where the package is not installed, nobody names them to spaCy

    return spacy.load(folder)
