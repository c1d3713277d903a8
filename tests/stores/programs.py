"""Which programs of others the tests of stores need, where they are, and what is missing here.

Needs nothing but the standard library, so that ``tests/missing.py`` can ask when no test has run.
"""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

__all__ = ["JARS", "NODE", "PROGRAMS", "Program", "found", "is_ci", "missing_programs", "program"]

NODE = Path(__file__).resolve().parents[1] / "node"
"""Where ``npm ci`` puts what is written in JavaScript."""
JARS = Path("/usr/share/java")
"""Where Debian puts libraries written in Java."""
_ALL_ON_NODE = NODE / "node_modules"
_HERE = (str(Path(sys.executable).parent), str(_ALL_ON_NODE / ".bin"))


@dataclass(frozen=True)
class Program:
    """A program of others. untested: what cannot be tested without it. package: where to get it."""

    name: str
    untested: str
    package: str
    is_there: Callable[[], bool]


def found(command: str) -> str | None:
    """The path of a command: of our own environment, of tests/node, or of the system."""
    places = os.pathsep.join((*_HERE, os.environ.get("PATH", os.defpath)))
    return shutil.which(command, path=places)


def is_ci() -> bool:
    """Whether a missing program is a failure."""
    return os.environ.get("CI", "").lower() in ("1", "true")


def missing_programs() -> list[tuple[str, str, str]]:
    """Program, what is not tested without it, and the package that has it, of each that is not here."""
    return [(each.name, each.untested, each.package) for each in PROGRAMS if not each.is_there()]


def program(name: str) -> Program:
    """The program of this name."""
    return next(each for each in PROGRAMS if each.name == name)


def _command(name: str) -> Callable[[], bool]:
    return lambda: found(name) is not None


def _with_java(jar: str) -> Callable[[], bool]:
    """javac too: our programs are run as source."""
    return lambda: found("java") is not None and found("javac") is not None and (JARS / jar).exists()


PROGRAMS = (
    Program("Oxigraph server", "kg push, the questions in Oxigraph", "PyPI: oxigraph", _command("oxigraph")),
    Program(
        "Virtuoso 7",
        "kg push, the questions in Virtuoso",
        "Debian: virtuoso-opensource-7-bin virtuoso-opensource-7-common",
        _command("virtuoso-t"),
    ),
    Program(
        "Apache Jena",
        "the questions in Jena TDB2",
        "Debian: libapache-jena-java default-jdk-headless",
        _with_java("jena-tdb2.jar"),
    ),
    Program(
        "RDF4J Rio",
        "exports read by RDF4J",
        "Debian: librdf4j-java default-jdk-headless",
        _with_java("rdf4j-rio-api.jar"),
    ),
    Program("Raptor", "exports read by Raptor", "Debian: raptor2-utils", _command("rapper")),
    Program("serd", "exports read by serd", "Debian: serdi", _command("serdi")),
    Program("curl", "the recipes of docs/stores.md", "Debian: curl", _command("curl")),
    Program(
        "N3.js",
        "exports read by N3.js",
        "npm: npm ci --prefix tests/node",
        lambda: found("node") is not None and (_ALL_ON_NODE / "n3").is_dir(),
    ),
    Program(
        "Comunica",
        "the endpoint asked by Comunica",
        "npm: npm install --no-save --prefix tests/node @comunica/query-sparql@4.5.0",
        _command("comunica-sparql"),
    ),
)
"""All that is needed."""
