"""The tables of claims and of figures: which rows, in which order, narrowed by what.

A table is one fixed SPARQL pattern; every filter adds a fixed pattern with a term that pyoxigraph wrote, so
that nothing of a request is ever read as SPARQL.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from kg.serve.answer import RefusalError
from kg.serve.results import has_named_graphs

if TYPE_CHECKING:
    import pyoxigraph as ox

__all__ = [
    "CLAIMS",
    "FIGURES",
    "PAGE_ROWS",
    "Choice",
    "Table",
    "Wanted",
    "choices",
    "count_rows",
    "find_rows",
    "wanted",
]

PAGE_ROWS = 50
"""Rows on one page of a table."""
CHOICES = 200
"""Values that a filter offers, those with most rows first."""

_PREFIXES = (
    "PREFIX kg: <https://w3id.org/newskg/ns#> PREFIX schema: <https://schema.org/> "
    "PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#> "
)
_WORDS = "?claim schema:text ?words . FILTER(CONTAINS(LCASE(?words), {value}))"
_NODE_FILTERS = {
    "speaker": "?claim kg:speaker {value} .",
    "about": "?claim kg:aboutEvent|kg:about {value} .",
    "article": "?claim schema:appearance {value} .",
    "source": "?claim schema:appearance/schema:publisher {value} .",
}
_SORTS = {
    "published": "OPTIONAL { ?claim schema:appearance/schema:datePublished ?key }",
    "speaker": "OPTIONAL { ?claim kg:speaker/rdfs:label ?key }",
    "about": "OPTIONAL { ?claim kg:aboutEvent/rdfs:label ?key }",
    "source": "OPTIONAL { ?claim schema:appearance/schema:publisher/rdfs:label ?key }",
    "article": "OPTIONAL { ?claim schema:appearance/rdfs:label ?key }",
    "text": "OPTIONAL { ?claim schema:text ?key }",
}


@dataclass(frozen=True, slots=True)
class Table:
    """A table by its patterns.

    keys: the variables that make a row. filters, sorts: name -> pattern; a sort binds ``?key``. offered:
    filters with a list of values to choose from, with the property path to them.
    """

    name: str
    keys: tuple[str, ...]
    pattern: str
    filters: Mapping[str, str]
    sorts: Mapping[str, str]
    offered: Mapping[str, str]
    first_sort: str


_OFFERED = {
    "speaker": "?claim kg:speaker ?choice",
    "about": "?claim kg:aboutEvent ?choice",
    "source": "?claim schema:appearance/schema:publisher ?choice",
}

CLAIMS = Table(
    "claims", ("claim",), "?claim kg:speaker ?anyone .", _NODE_FILTERS, _SORTS, _OFFERED, "published"
)
FIGURES = Table(
    "figures",
    ("claim", "figure"),
    "?claim kg:quantity ?figure .",
    _NODE_FILTERS | {"measure": "?figure kg:measure {value} ."},
    _SORTS
    | {
        "measure": "OPTIONAL { ?figure kg:measure ?key }",
        "number": "OPTIONAL { ?figure schema:value|schema:minValue ?key }",
    },
    _OFFERED | {"measure": "?figure kg:measure ?choice"},
    "about",
)


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which part of a table: filters by name, words that the claim's text holds, order and page (from 1)."""

    filters: Mapping[str, str]
    words: str
    sort: str
    falling: bool
    page: int


@dataclass(frozen=True, slots=True)
class Choice:
    """A value that a filter offers, and how many rows it leaves."""

    iri: str
    rows: int


def wanted(table: Table, parameters: Mapping[str, str], base: str) -> Wanted:
    """Reads the part that is wanted from the parameters of an address.

    A node is named by its IRI, or without the graph's base (``entity/reuters``).

    Raises:
        RefusalError: 400 if an order or a page does not exist.
    """
    sort = parameters.get("sort") or table.first_sort
    if sort not in table.sorts:
        raise RefusalError(400, f"the table is sorted by one of {', '.join(table.sorts)}, not by {sort!r}")
    page = parameters.get("page") or "1"
    if not (page.isascii() and page.isdigit() and 0 < int(page) <= 1_000_000):
        raise RefusalError(400, f"{page!r} is no page of the table")
    given = {name: parameters[name].strip() for name in table.filters if parameters.get(name, "").strip()}
    filters = {name: value if "://" in value else base + value for name, value in given.items()}
    falling = parameters.get("order") == "falling"
    return Wanted(filters, parameters.get("words", "").strip(), sort, falling, int(page))


def find_rows(store: ox.Store, table: Table, part: Wanted, *, limit: int) -> Iterator[tuple[str, ...]]:
    """The IRIs that make up the rows of a page of ``limit`` rows, in order."""
    keys = " ".join(f"?{key}" for key in table.keys)
    way = "DESC" if part.falling else "ASC"
    query = (
        f"{_PREFIXES} SELECT {keys} (MIN(?key) AS ?order) "
        f"{{ {_narrowed(table, part)} {table.sorts[part.sort]} }} "
        f"GROUP BY {keys} ORDER BY {way}(?order) {keys} LIMIT {limit} OFFSET {(part.page - 1) * limit}"
    )
    for row in _solutions(store, query):
        yield tuple(row[key].value for key in table.keys)


def count_rows(store: ox.Store, table: Table, part: Wanted) -> int:
    """All rows that the filters leave."""
    keys = " ".join(f"?{key}" for key in table.keys)
    query = f"{_PREFIXES} SELECT (COUNT(*) AS ?n) {{ SELECT DISTINCT {keys} {{ {_narrowed(table, part)} }} }}"
    return int(next(_solutions(store, query))["n"].value)


def choices(store: ox.Store, table: Table, name: str) -> list[Choice]:
    """The values that a filter offers, whatever else is filtered."""
    query = (
        f"{_PREFIXES} SELECT ?choice (COUNT(DISTINCT ?{table.keys[-1]}) AS ?n) "
        f"{{ {table.pattern} {table.offered[name]} FILTER(ISIRI(?choice)) }} "
        f"GROUP BY ?choice ORDER BY DESC(?n) ?choice LIMIT {CHOICES}"
    )
    return [Choice(row["choice"].value, int(row["n"].value)) for row in _solutions(store, query)]


def _narrowed(table: Table, part: Wanted) -> str:
    import pyoxigraph as ox

    patterns = [table.pattern]
    try:
        patterns += [
            table.filters[name].replace("{value}", str(ox.NamedNode(iri)))
            for name, iri in sorted(part.filters.items())
        ]
    except ValueError as error:
        raise RefusalError(400, f"a filter is not an IRI: {error}") from error
    if part.words:
        patterns.append(_WORDS.replace("{value}", str(ox.Literal(part.words.lower()))))
    return " ".join(patterns)


def _solutions(store: ox.Store, query: str) -> Iterator[Any]:
    import pyoxigraph as ox

    found = store.query(query, use_default_graph_as_union=has_named_graphs(store))
    if isinstance(found, ox.QuerySolutions):
        yield from found
