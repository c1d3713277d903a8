"""What ``kg export`` writes is read by parsers that have nothing in common with ours, to the last triple."""

from __future__ import annotations

import re
import subprocess
import tempfile
from functools import cache
from pathlib import Path

import pytest
from pyoxigraph import Literal, Quad, Store

from kg.export import export
from kg.export.content import Content
from kg.export.registry import FORMATS
from kg.graph.terms import plain, spoken
from tests.export.exported import EXAMPLES, content, hostile, written
from tests.stores.fixtures import require
from tests.stores.java_programs import Java
from tests.stores.programs import NODE, found

LINES = ("turtle", "ntriples", "nquads", "trig")
"""Formats of the Turtle family, which every one of the parsers reads."""
IN_JAVA = (*LINES, "rdfxml", "jsonld")
SECONDS = 120
KEPT = tempfile.TemporaryDirectory(prefix="kg-parsed-")
AS_BUILT = "hostile, as kg build writes it"


def run(command: str, *arguments: str | Path) -> subprocess.CompletedProcess[bytes]:
    """What a command gives that has to succeed without a warning."""
    done = subprocess.run([str(found(command)), *map(str, arguments)], capture_output=True, timeout=SECONDS)
    assert done.returncode == 0, done.stderr.decode()
    assert not re.search(rb"(?i)\b(warning|error)\b", done.stderr), done.stderr.decode()
    return done


@cache
def as_built() -> Content:
    """The hostile graph, its words put into literals by the code that builds graphs."""
    store = Store()
    for quad in hostile():
        value = quad.object
        if isinstance(value, Literal) and value.datatype.value.endswith(("#string", "#langString")):
            value = spoken(value.value, value.language) if value.language else plain(value.value)
        store.add(Quad(quad.subject, quad.predicate, value, quad.graph_name))
    return Content(store)


@cache
def file(example: str, to: str) -> Path:
    if example != AS_BUILT:
        return written(example, to)
    target = Path(KEPT.name) / FORMATS[to].file_name("graph")
    export(as_built(), to, target)
    return target


def triples(example: str) -> int:
    return len(set((as_built() if example == AS_BUILT else content(example)).triples))


@pytest.mark.parametrize("example", EXAMPLES)
def test_the_graphs_hold_enough_to_miss(example: str) -> None:
    assert triples(example) > 100


@pytest.mark.parametrize("to", [*LINES, "rdfxml"])
@pytest.mark.parametrize("example", [AS_BUILT if example == "hostile" else example for example in EXAMPLES])
def test_raptor_reads_it(example: str, to: str) -> None:
    require("Raptor")
    done = run("rapper", "--count", "--input", to, file(example, to))
    assert f"returned {triples(example)} triples" in done.stderr.decode()


@pytest.mark.parametrize("to", LINES)
@pytest.mark.parametrize("example", EXAMPLES)
def test_serd_reads_it(example: str, to: str) -> None:
    require("serd")
    done = run("serdi", "-i", to, "-o", "nquads", file(example, to))
    assert len(set(done.stdout.splitlines())) == triples(example)


@pytest.mark.parametrize("example", EXAMPLES)
def test_n3_js_reads_it(example: str) -> None:
    require("N3.js")
    done = run("node", NODE / "count_quads.mjs", *(file(example, to) for to in LINES))
    assert [int(line) for line in done.stdout.split()] == [triples(example)] * len(LINES)


def counted(java: Java, program: str) -> dict[tuple[str, str], str]:
    """What a program of ours says about every file, by example and format; one start of Java for all."""
    cases = [(example, to) for example in EXAMPLES for to in IN_JAVA]
    done = java.run(program, *(file(*case) for case in cases))
    return dict(zip(cases, done.stdout.splitlines(), strict=True))


def expected() -> dict[tuple[str, str], str]:
    return {(example, to): str(triples(example)) for example in EXAMPLES for to in IN_JAVA}


def test_rdf4j_reads_all_of_them(rdf4j: Java) -> None:
    assert counted(rdf4j, "RioCheck.java") == expected()


def test_jena_reads_all_of_them(jena: Java) -> None:
    assert counted(jena, "RiotCheck.java") == expected()


def test_the_check_in_java_fails_where_it_should(rdf4j: Java, jena: Java, tmp_path: Path) -> None:
    broken = tmp_path / "broken.ttl"
    broken.write_text('<http://a> <http://b> "open')
    whole = tmp_path / "whole.nt"
    whole.write_text('<http://a> <http://b> "closed" .\n' * 2)
    for java, program in ((rdf4j, "RioCheck.java"), (jena, "RiotCheck.java")):
        first, second = java.run(program, broken, whole).stdout.splitlines()
        assert "Exception" in first
        assert second == "1"
