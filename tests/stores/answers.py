"""Answers of SPARQL stores as rows that can be compared by value."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Any

from kg.vocabulary import XSD

__all__ = ["Answers", "rows_of"]

Answers = Counter[tuple[tuple[str, ...], ...]]
"""Rows, each with how often it occurs; a cell is kind, value and language, () where it is unbound."""

_NUMBERS = {f"{XSD}{name}" for name in ("integer", "decimal", "double", "float", "int", "long")}


def rows_of(answer: Mapping[str, Any]) -> Answers:
    """The rows of an answer in the SPARQL 1.1 Query Results JSON Format."""
    columns = answer["head"]["vars"]
    return Counter(_row(columns, binding) for binding in answer["results"]["bindings"])


def _row(columns: Iterable[str], binding: Mapping[str, Mapping[str, str]]) -> tuple[tuple[str, ...], ...]:
    return tuple(_cell(binding[column]) if column in binding else () for column in columns)


def _cell(term: Mapping[str, str]) -> tuple[str, ...]:
    """1.50 is 1.5 and 1; en-GB is en-gb; the datatypes of words and of numbers are not told apart."""
    value, datatype = term["value"], term.get("datatype", "")
    if term["type"] == "uri":
        return ("iri", value)
    if datatype in _NUMBERS:
        return ("number", str(Decimal(value).normalize()))
    if datatype == f"{XSD}date":
        return ("day", value)
    return ("words", value, term.get("xml:lang", "").lower())
