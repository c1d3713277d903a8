"""What a user installs: the wheel holds all that a run needs."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> zipfile.ZipFile:
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    return zipfile.ZipFile(next(folder.glob("*.whl")))


@pytest.mark.parametrize(
    "name",
    [
        "kg/ontology/kg.ttl",
        "kg/ontology/shapes-core.ttl",
        "kg/ontology/context.jsonld",
        "kg/ontology/queries/cq04.rq",
        "kg/demo/articles/wire-toll.txt",
        "kg/reader/model/config.cfg",
        "kg/reader/model/MODEL_CARD.md",
        "kg/export/page/page.html.j2",
        "kg/reader/model/newskg_encoder/encoder.onnx",
        "kg/training/reader.toml",
        "kg/training/card.md",
        "kg/training/provisional/syntax.cfg",
    ],
)
def test_the_wheel_holds(wheel: zipfile.ZipFile, name: str) -> None:
    assert name in wheel.namelist()


def test_the_wheel_holds_nothing_that_users_do_not_need(wheel: zipfile.ZipFile) -> None:
    assert not [name for name in wheel.namelist() if name.startswith(("tests/", "output/", ".ci/"))]
