"""The recipes of docs/stores.md are run as they stand, but for the ports."""

from __future__ import annotations

import csv
import os
import re
import signal
import subprocess
import sys
from collections import Counter
from contextlib import suppress
from decimal import Decimal, InvalidOperation
from pathlib import Path

import pytest

from kg.query import named_query, run_query
from kg.store import load_store
from kg.vocabulary import ontology_dir
from tests.stores.fixtures import require
from tests.stores.programs import NODE, PROGRAMS, found
from tests.stores.servers import free_port

ROOT = Path(__file__).resolve().parents[2]
RECIPES = (ROOT / "docs" / "stores.md").read_text("utf-8")
PORTS = ("7878", "8890", "1111")
SECONDS = 180
NEEDED = {
    "newskg itself": "curl",
    "Oxigraph": "Oxigraph server",
    "Virtuoso": "Virtuoso 7",
    "Apache Jena TDB2": "Apache Jena",
}
"""Heading of a recipe -> the program that it is about."""

Row = tuple[str | Decimal, ...]


def section(heading: str) -> str:
    return re.split(r"^## ", RECIPES.partition(f"\n## {heading}\n")[2], maxsplit=1, flags=re.MULTILINE)[0]


def blocks(heading: str) -> list[str]:
    return re.findall(r"^```sh\n(.*?)^```", section(heading), flags=re.MULTILINE | re.DOTALL)


def by_value(cell: str) -> str | Decimal:
    try:
        return Decimal(cell).normalize()
    except InvalidOperation:
        return cell


def rows(text: str) -> Counter[Row]:
    _, *found = csv.reader(text.splitlines())
    return Counter(tuple(map(by_value, row)) for row in found)


def run(script: str, folder: Path) -> None:
    """Runs commands with bash; what they started in the background ends with them."""
    (folder / "kg").write_text(f'#!/bin/sh\nexec "{sys.executable}" -P -m kg "$@"\n')
    (folder / "kg").chmod(0o755)
    programs = {str(Path(path).parent) for name in ("oxigraph", "java", "curl") if (path := found(name))}
    path = os.pathsep.join([str(folder), *sorted(programs), os.environ.get("PATH", os.defpath)])
    with (folder / "log.txt").open("w") as log:
        process = subprocess.Popen(
            ["bash", "-euc", script],
            cwd=folder,
            env=os.environ | {"PATH": path, "PYTHONPATH": str(ROOT)},
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
        try:
            code = process.wait(timeout=SECONDS)
        finally:
            with suppress(ProcessLookupError):  # nothing is left of the group
                os.killpg(process.pid, signal.SIGKILL)
    assert code == 0, (folder / "log.txt").read_text("utf-8", "replace")


CASES = [(heading, number) for heading in NEEDED for number in range(len(blocks(heading)))]


@pytest.mark.parametrize(("heading", "number"), CASES)
def test_a_recipe_gives_the_rows_that_kg_query_gives(heading: str, number: int, tmp_path: Path) -> None:
    require("curl")
    require(NEEDED[heading])
    (tmp_path / "ontology").symlink_to(ontology_dir())
    (tmp_path / "output").mkdir()
    example = (ontology_dir() / "examples" / "protests.ttl").read_bytes()
    (tmp_path / "output" / "graph.ttl").write_bytes(example)
    script = blocks(heading)[number]
    for port in PORTS:
        script = re.sub(rf"\b{port}\b", str(free_port()), script)
    run(script, tmp_path)
    expected = run_query(load_store(tmp_path / "output"), named_query("cq04").text).write("csv")
    assert rows((tmp_path / "rows.csv").read_text("utf-8")) == rows(expected)


def test_each_recipe_has_something_to_run() -> None:
    assert {heading for heading, _ in CASES} == set(NEEDED)
    others = re.findall(r"^## (.+)$", RECIPES, flags=re.MULTILINE)
    for heading in set(others) - set(NEEDED):
        assert "*Not run by us" in section(heading)
        assert not blocks(heading)


def test_the_packages_named_are_those_that_the_tests_need() -> None:
    for program in PROGRAMS:
        if program.name in NEEDED.values() and program.name != "curl":
            for package in program.package.partition(": ")[2].split():
                assert package in RECIPES, package


def test_the_version_of_n3_js_is_the_one_that_is_locked() -> None:
    assert re.search(r"N3\.js ([\d.]+)\b", RECIPES)[1].rstrip(".") in (NODE / "package.json").read_text()  # type: ignore[index]
