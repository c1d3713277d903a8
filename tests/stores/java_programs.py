"""Programs written in Java: Apache Jena, and RDF4J's parsers, as Debian packs them."""

from __future__ import annotations

import subprocess
import zipfile
from collections.abc import Iterable
from pathlib import Path

from tests.stores.programs import JARS, found

__all__ = ["JENA", "RDF4J", "Java"]

_BOTH = (
    "commons-*",
    "guava",
    "httpclient*",
    "httpcore",
    "jackson-*",
    "jsonld-java",
    "slf4j-api",
    "slf4j-nop",
)
JENA = (
    *("jena-*", *_BOTH, "dexx.collection", "gson", "jakarta.json-api", "protobuf"),
    *("thrift", "titanium-json-ld"),
)
"""Names of the libraries that Jena's commands need."""
RDF4J = ("rdf4j-*", *_BOTH, "jaxb-api")
"""Names of the libraries that RDF4J's parsers need."""
_SOURCES = Path(__file__).parent / "java"
_XERCES = "org/apache/jena/ext/xerces/impl/"
"""Debian's jena-core.jar has the messages of its copy of Xerces here; the code looks for them
in xerces/impl."""
_SECONDS = 300


class Java:
    """Runs programs with a set of libraries."""

    def __init__(self, libraries: Iterable[str], folder: Path) -> None:
        """folder: for what has to be unpacked."""
        jars = {path.resolve() for name in libraries for path in JARS.glob(f"{name}.jar")}
        _unpack_messages(folder)
        self._path = ":".join([*sorted(map(str, jars)), str(folder)])

    def run(self, name: str, *arguments: str | Path) -> subprocess.CompletedProcess[str]:
        """Run a class of the libraries, or one of our own sources (``Name.java``); it has to succeed."""
        what = str(_SOURCES / name) if name.endswith(".java") else name
        command = [str(found("java")), "-Xmx1g", "-cp", self._path, what, *map(str, arguments)]
        done = subprocess.run(command, capture_output=True, text=True, timeout=_SECONDS)
        assert done.returncode == 0, done.stderr
        return done


def _unpack_messages(folder: Path) -> None:
    core = JARS / "jena-core.jar"
    if not core.exists():
        return
    with zipfile.ZipFile(core) as packed:
        for name in packed.namelist():
            if name.startswith(_XERCES) and name.endswith(".properties"):
                target = folder / "xerces" / "impl" / name.removeprefix(_XERCES)
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_bytes(packed.read(name))
