"""Makes RDF terms: the one place of this stage where text becomes an IRI or a literal."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from functools import lru_cache

from pyoxigraph import Literal, NamedNode, Triple

from kg.vocabulary import NAMESPACES, term

__all__ = ["TYPE", "Node", "Term", "boolean", "day", "decimal", "integer", "plain", "spoken", "vocabulary"]

Term = NamedNode | Literal

_XSD = NAMESPACES["xsd"]
_INTEGER = NamedNode(_XSD + "integer")
_DECIMAL = NamedNode(_XSD + "decimal")
_BOOLEAN = NamedNode(_XSD + "boolean")
_DATE = NamedNode(_XSD + "date")
_REFUSED = re.compile("[\0\ud800-\udfff\ufffe\uffff]")


@lru_cache(maxsize=1024)
def vocabulary(name: str) -> NamedNode:
    """A term of the vocabulary by its prefixed name, "kg:speaker".

    Raises:
        KeyError: ontology/kg.ttl neither defines nor borrows it, so no graph may hold it.
    """
    return NamedNode(term(name))


TYPE = vocabulary("rdf:type")


def plain(text: str) -> Literal:
    """A string without language: names and verbatim quotations."""
    return Literal(_storable(text))


def spoken(text: str, language: str) -> Literal:
    """A string in a language: labels and the content of claims."""
    return Literal(_storable(text), language=language)


def integer(number: int) -> Literal:
    """xsd:integer, the only integer type that every store keeps as written."""
    return Literal(str(number), datatype=_INTEGER)


def decimal(number: float | Decimal) -> Literal:
    """xsd:decimal with at most two places for floats; no exponent, no trailing zeros."""
    value = Decimal(f"{number:.2f}") if isinstance(number, float) else number
    if value == value.to_integral_value():
        return Literal(f"{value.to_integral_value():f}", datatype=_DECIMAL)
    return Literal(f"{value.normalize():f}", datatype=_DECIMAL)


def boolean(value: bool) -> Literal:
    """xsd:boolean as a word."""
    return Literal("true" if value else "false", datatype=_BOOLEAN)


def day(value: date) -> Literal:
    """xsd:date without a time zone."""
    return Literal(value.isoformat(), datatype=_DATE)


def _storable(text: str) -> str:
    """Without what some store refuses; a character for each, so that offsets hold.

    U+0000 has no place in RDF, lone surrogates have none in UTF-8; Raptor takes U+FFFE and U+FFFF for errors.
    """
    return text if text.isascii() and "\0" not in text else _REFUSED.sub("\ufffd", text)


class Node:
    """A subject that gathers its triples.

    >>> node = Node(NamedNode("https://kg.example/entity/x"))
    >>> node.add("schema:name", plain("X"))
    >>> [str(triple.object) for triple in node.triples]
    ['"X"']
    """

    def __init__(self, subject: NamedNode, *types: str) -> None:
        self.subject = subject
        self.triples: list[Triple] = [Triple(subject, TYPE, vocabulary(name)) for name in types]

    def add(self, predicate: str, *values: Term | None) -> None:
        """Add a triple for each value that is not None."""
        term = vocabulary(predicate)
        self.triples.extend(Triple(self.subject, term, value) for value in values if value is not None)
