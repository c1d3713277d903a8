"""What the tests of the formats share: graphs, their exports, and a graph whose every word is hostile."""

from __future__ import annotations

import tempfile
from functools import cache
from pathlib import Path

from pyoxigraph import Literal, NamedNode, Quad, Store

from kg.export import export
from kg.export.content import Content
from kg.export.registry import FORMATS
from kg.store import load_store
from kg.vocabulary import NAMESPACES, ontology_dir
from tests.export.hostile import KEPT, harbour

__all__ = ["EXAMPLES", "PAYLOADS", "content", "file_bytes", "hostile", "literals", "written"]

EXAMPLES = ("protests", "dispute", "harbour", "hostile")
"""Graphs that every format must write."""

_KEPT = tempfile.TemporaryDirectory(prefix="kg-exported-")
"""Removed when the tests end."""

PAYLOADS = (
    '=HYPERLINK("http://evil.example","click")',
    "+1+1",
    "-2+3",
    "@SUM(A1)",
    "'=1",
    "\t=1",
    "\uff1d1",
    "</script><script>alert(1)</script>",
    "]]> <!-- & &amp; ' \" `",
    'close" }) DETACH DELETE n; //',
    "back\\slash \\u0022 \\\\u0027 \\",
    "new\nline, comma; semicolon | bar",
    "carriage\rreturn\r\nboth",
    "control \x01 \x08 \x1b[31m \x1f end",
    "\u202eright to left\u202c \u200f \u05e9\u05dc\u05d5\u05dd",
    "not a character \ufffe\uffff, lines \u2028\u2029, \U0001f525",
    "'); DROP TABLE entities; --",
    "${jndi:x} {{ 7 * 7 }} $name `label` {a: 1}",
)


@cache
def content(name: str) -> Content:
    """A graph, ready to be written."""
    if name == "hostile":
        return Content(hostile())
    if name == "harbour":
        return Content(harbour())
    return Content(load_store(ontology_dir() / "examples" / f"{name}.ttl"))


def hostile() -> Store:
    """The harbour graph with a payload before or after every literal of words."""
    store = Store()
    for number, quad in enumerate(sorted(harbour(), key=str)):
        value = quad.object
        if isinstance(value, Literal) and not value.datatype.value.endswith(KEPT):
            payload = PAYLOADS[number % len(PAYLOADS)]
            words = f"{payload} {value.value}" if number % 2 else f"{value.value} {payload}"
            value = Literal(words, language=value.language) if value.language else Literal(words)
        store.add(Quad(quad.subject, quad.predicate, value))
    return store


@cache
def written(name: str, to: str) -> Path:
    """The file or folder that a graph makes in a format; made once."""
    target = Path(_KEPT.name) / name / FORMATS[to].file_name("graph")
    export(content(name), to, target)
    return target


def file_bytes(path: Path) -> dict[str, bytes]:
    """Every file of an export by its name."""
    return {file.name: file.read_bytes() for file in ([path] if path.is_file() else sorted(path.iterdir()))}


def literals(name: str, prefixed: str) -> dict[str, str]:
    """Subject IRI -> words of a property of which each subject has one, straight from the graph."""
    prefix, _, local = prefixed.partition(":")
    property_ = NamedNode(NAMESPACES[prefix] + local)
    store = {"hostile": hostile, "harbour": harbour}.get(name)
    quads = store() if store else load_store(ontology_dir() / "examples" / f"{name}.ttl")
    return {
        quad.subject.value: quad.object.value
        for quad in quads.quads_for_pattern(None, property_, None, None)
        if isinstance(quad.subject, NamedNode) and isinstance(quad.object, Literal)
    }
