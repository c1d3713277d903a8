"""Runs a query in pyoxigraph."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from kg.errors import QueryError
from kg.query.guard import refuse_unsafe
from kg.store import base_of, to_turtle
from kg.vocabulary import XSD, prefixes

if TYPE_CHECKING:
    import pyoxigraph as ox

__all__ = ["FORMATS", "Result", "bind", "run_query"]

FORMATS = ("csv", "tsv", "json", "ttl")
"""What a result can be written as; ttl only for CONSTRUCT and DESCRIBE, the others for SELECT and ASK."""

Value = str | int | Decimal | bool | None

_CAUSE_LENGTH = 300
_SLOT = r"VALUES\s+\?{name}\s*\{{\s*UNDEF\s*\}}"


@dataclass(frozen=True, slots=True)
class Result:
    """What a query gave.

    kind: ``select``, ``ask`` or ``construct``. columns: names of the variables (for ``ask`` one, "answer";
    for ``construct`` subject, predicate, object). rows: one tuple a solution, with None where a variable is
    unbound; IRIs and strings as str, integers, decimals and booleans as themselves.
    """

    kind: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Value, ...], ...]
    _content: bytes

    def write(self, form: str) -> str:
        """The result as csv, tsv, json (the W3C formats, by pyoxigraph), or ttl for triples.

        Raises:
            QueryError: if this kind of result has no such form.
        """
        import pyoxigraph as ox

        if self.kind == "construct":
            if form != "ttl":
                raise QueryError(f"a query of this kind gives triples: use --format ttl, not {form}")
            return self._content.decode()
        writers = {
            "csv": ox.QueryResultsFormat.CSV,
            "tsv": ox.QueryResultsFormat.TSV,
            "json": ox.QueryResultsFormat.JSON,
        }
        if form not in writers:
            raise QueryError(f"a query of this kind gives rows: use csv, tsv or json, not {form}")
        parsed = ox.parse_query_results(self._content, format=ox.QueryResultsFormat.JSON)
        written = parsed.serialize(format=writers[form])
        return written.decode() if written else ""

    def _repr_html_(self) -> str:
        """The rows as a table, for a notebook."""
        from kg.query.notebook import html_table

        return html_table(self)


def run_query(
    store: ox.Store, text: str, *, parameters: Mapping[str, ox.NamedNode | ox.Literal] | None = None
) -> Result:
    """Run a SPARQL query over all graphs of a store, with the prefixes of the ontology bound.

    Args:
        store: the graph.
        text: SELECT, ASK, CONSTRUCT or DESCRIBE. A prefix that the query declares itself counts.
        parameters: variable -> value, for the slots ``VALUES ?variable { UNDEF }`` of the query.

    Raises:
        QueryError: if the query does not parse, would change the graph, or asks another server; or if it
            has no slot for a parameter.
    """
    import pyoxigraph as ox

    refuse_unsafe(text)
    bound = prefixes(base_of(store))
    ready = bind(text, parameters or {})
    try:
        found = store.query(ready, prefixes=bound, use_default_graph_as_union=True)
    except SyntaxError as error:
        cause = " ".join((error.msg or "").split())
        raise QueryError(f"the query does not parse: {cause[:_CAUSE_LENGTH]}") from error
    try:
        if isinstance(found, ox.QueryTriples):
            return _triples(found, bound)
        return _rows(found)
    except (OSError, ValueError) as error:
        raise QueryError(f"the query failed: {error}") from error


def bind(text: str, parameters: Mapping[str, ox.NamedNode | ox.Literal]) -> str:
    """Put values into the slots of a query and take out the slots that stay open.

    Values are terms, written by pyoxigraph, never text of the user's. An open slot is taken out because it
    means nothing and can keep a query planner from good joins.

    Raises:
        QueryError: if the query has no slot for a parameter.
    """
    for name, value in sorted(parameters.items()):
        filled = f"VALUES ?{name} {{ {value} }}"
        pieces = re.split(_SLOT.format(name=re.escape(name)), text)
        text = filled.join(pieces)
        if len(pieces) == 1:
            raise QueryError(f"the query has no parameter {name!r} (a slot `VALUES ?{name} {{ UNDEF }}`)")
    return _without_open_slots(text)


def _without_open_slots(text: str) -> str:
    return re.sub(_SLOT.format(name=r"\w+"), "", text)


def _rows(found: ox.QuerySolutions | ox.QueryBoolean) -> Result:
    import pyoxigraph as ox

    content = found.serialize(format=ox.QueryResultsFormat.JSON) or b""
    parsed = ox.parse_query_results(content, format=ox.QueryResultsFormat.JSON)
    if isinstance(parsed, ox.QueryBoolean):
        return Result("ask", ("answer",), ((bool(parsed),),), content)
    columns = tuple(variable.value for variable in parsed.variables)
    rows = tuple(tuple(map(_value, solution)) for solution in parsed)
    return Result("select", columns, rows, content)


def _triples(found: ox.QueryTriples, bound: Mapping[str, str]) -> Result:

    triples = sorted(set(found), key=str)
    content = to_turtle(triples, bound)
    rows = tuple(tuple(map(_value, triple)) for triple in triples)
    return Result("construct", ("subject", "predicate", "object"), rows, content)


def _value(term: object) -> Value:
    import pyoxigraph as ox

    if isinstance(term, ox.Literal):
        kind = term.datatype.value
        if kind == f"{XSD}boolean":
            return term.value in ("true", "1")
        if kind == f"{XSD}integer":
            return int(term.value)
        return Decimal(term.value) if kind == f"{XSD}decimal" else term.value
    if isinstance(term, ox.NamedNode):
        return term.value
    return None if term is None else str(term)
