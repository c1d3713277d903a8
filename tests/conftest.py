"""What areas of the tests share: the shipped pipeline, the bundled articles, the wider data, a browser."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from spacy.language import Language

ROOT = Path(__file__).resolve().parents[1]
SHARED = ROOT.parent / "shared"


@pytest.fixture(scope="session")
def nlp() -> Language:
    """The pipeline that ships with the package."""
    from kg.annotate.language import load_pipeline

    return load_pipeline()


@pytest.fixture(scope="session")
def shared() -> Path:
    """Real articles and scorers beside the project, where they are there."""
    if not SHARED.is_dir():
        pytest.skip("needs the folder of real articles beside the project")
    return SHARED


@pytest.fixture(scope="session")
def demo_build(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of one build of the bundled articles; not to be changed."""
    from kg.demo import articles
    from kg.pipeline import build
    from kg.settings import Settings

    folder = tmp_path_factory.mktemp("demo")
    build([articles()], folder, Settings(mentions=True))
    return folder


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    """One browser for all tests: playwright can be started once in a process."""
    from tests.browser.chromium import launched

    with launched() as started:
        yield started
