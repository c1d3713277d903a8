"""JSON-LD: the graph as JSON, by the names of ontology/context.jsonld; one node a line."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kg.errors import GraphError
from kg.export.content import Content
from kg.vocabulary import FOLDERS, RDF, XSD, ontology_dir

if TYPE_CHECKING:
    from pyoxigraph import Triple

__all__ = ["write"]

_NATIVE: dict[str, Callable[[str], object]] = {
    f"{XSD}integer": int,
    f"{XSD}boolean": lambda word: word in ("true", "1"),
}
"""Types that JSON has too. Decimals it has not: a JSON number with a fraction comes back as a double."""

_EXACT = 2**53
"""Whole numbers up to here are the same in every reader of JSON."""


def write(content: Content, path: Path) -> None:
    """Write the nodes in the order of the Turtle, with the context in the file: nothing need be fetched.

    Raises:
        GraphError: an IRI looks like a name of the context.
    """
    context = _context(content)
    names = _Names(context)
    with path.open("w", encoding="utf-8", newline="\n") as stream:
        stream.write('{"@context": ' + json.dumps(context, ensure_ascii=False, indent=1) + ',\n"@graph": [')
        mark = "\n"
        for node in _nodes(content.triples, names):
            # "<" only ever stands in strings: escaped, the file may be put into a web page as it is
            stream.write(mark + json.dumps(node, ensure_ascii=False).replace("<", "\\u003c"))
            mark = ",\n"
        stream.write("\n]}\n")


def _context(content: Content) -> dict[str, Any]:
    """The context of the ontology, its folders under the base of this graph."""
    written: dict[str, Any] = json.loads((ontology_dir() / "context.jsonld").read_text("utf-8"))["@context"]
    return written | {prefix: content.prefixes[prefix] for prefix in FOLDERS}


@dataclass(frozen=True, slots=True)
class _Term:
    """A key of the context and what it says of its values: ``@id``, a datatype, or a language."""

    key: str
    type: str = ""
    language: str = ""


class _Names:
    """What the context calls things."""

    def __init__(self, context: dict[str, Any]) -> None:
        prefixes = {key: value for key, value in context.items() if isinstance(value, str) and "://" in value}
        # the longest namespace first, or an IRI would be cut within its name
        self._prefixes = sorted(prefixes.items(), key=lambda item: (-len(item[1]), item))
        self._schemes = tuple(f"{prefix}:" for prefix in context)
        self._terms: dict[str, _Term] = {}
        for key, defined in context.items():
            if isinstance(defined, dict):
                kind = defined.get("@type", "")
                kind = kind if kind.startswith("@") else self._full(kind, prefixes)
                term = _Term(key, kind, defined.get("@language", ""))
                self._terms[self._full(defined["@id"], prefixes)] = term

    def _full(self, name: str, prefixes: dict[str, str]) -> str:
        prefix, _, local = name.partition(":")
        return prefixes.get(prefix, "") + local

    def iri(self, iri: str) -> str:
        """An IRI as short as the context allows."""
        for prefix, namespace in self._prefixes:
            if iri.startswith(namespace) and not iri[len(namespace) :].startswith("//"):
                return f"{prefix}:{iri[len(namespace) :]}"
        if iri.startswith(self._schemes):
            raise GraphError(f"{iri} cannot be told from a name of the JSON-LD context")
        return iri

    def key(self, predicate: str) -> _Term:
        """The key of a property, with what the context says of its values."""
        return self._terms.get(predicate) or _Term(self.iri(predicate))


def _nodes(triples: list[Triple], names: _Names) -> Iterator[dict[str, object]]:
    for _, group in groupby(triples, key=lambda triple: str(triple.subject)):
        members = list(group)
        node: dict[str, object] = {"id": _reference(members[0].subject, names)}
        for predicate, same in groupby(members, key=lambda triple: triple.predicate.value):
            if predicate == f"{RDF}type":
                node["type"] = _listed([_reference(triple.object, names) for triple in same])
                continue
            key = names.key(predicate)
            node[key.key] = _listed([_value(triple.object, key, names) for triple in same])
        yield node


def _listed(values: list[Any]) -> object:
    return values[0] if len(values) == 1 else values


def _reference(term: object, names: _Names) -> str:
    from pyoxigraph import NamedNode

    return names.iri(term.value) if isinstance(term, NamedNode) else str(term)


def _value(term: object, key: _Term, names: _Names) -> object:
    from pyoxigraph import Literal

    if not isinstance(term, Literal):
        reference = _reference(term, names)
        return reference if key.type == "@id" else {"id": reference}
    if term.language:
        spoken = {"@value": term.value, "@language": term.language}
        return term.value if term.language == key.language else spoken
    datatype = term.datatype.value
    if datatype == f"{XSD}string":
        return {"@value": term.value} if key.type or key.language else term.value
    native = _native(term.value, datatype)
    if key.type == datatype:
        return term.value if native is None else native
    if native is not None and not (key.type or key.language):
        return native
    return {"@value": term.value, "@type": names.iri(datatype)}


def _native(text: str, datatype: str) -> object:
    """A JSON number or truth value that every reader turns back into the same literal, else None."""
    value = _NATIVE[datatype](text) if datatype in _NATIVE else None
    same = isinstance(value, bool) or (isinstance(value, int) and str(value) == text and abs(value) < _EXACT)
    return value if same else None
