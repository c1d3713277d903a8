"""The pages to look around in: the overview, the search by name, and the tables."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kg.export.reader import GraphReader
from kg.serve.answer import Answer, RefusalError
from kg.serve.context import Context
from kg.serve.html import page
from kg.serve.links import Value, value_of
from kg.serve.rows import ClaimRow, FigureRow, claim_row, figure_row
from kg.serve.search import Hit, find_names
from kg.serve.tables import CLAIMS, FIGURES, PAGE_ROWS, Table, Wanted, choices, count_rows, find_rows, wanted
from kg.vocabulary import KG, RDF, SCHEMA

if TYPE_CHECKING:
    import pyoxigraph as ox

__all__ = ["overview", "search_page", "table_csv", "table_page"]

_TABLES = {table.name: table for table in (CLAIMS, FIGURES)}
_COUNTED = {
    "articles": f"{SCHEMA}NewsArticle",
    "people": f"{SCHEMA}Person",
    "organizations": f"{SCHEMA}Organization",
    "places": f"{SCHEMA}Place",
    "events": f"{KG}Event",
}
_LEADING = 8


def overview(context: Context) -> Answer:
    """What the graph holds, and the ways into it."""
    if "overview" not in context.kept:
        context.kept["overview"] = _overview_values(context)
    values: Any = context.kept["overview"]
    return page("overview", title=context.title, here="overview", **values)


def _overview_values(context: Context) -> dict[str, Any]:
    everything = Wanted({}, "", "published", False, 1)
    counts = {name: _instances(context.store, kind) for name, kind in _COUNTED.items()}
    counts |= {table.name: count_rows(context.store, table, everything) for table in (CLAIMS, FIGURES)}
    reader = GraphReader(context.store)
    leading = {
        heading: [
            (value_of(reader, context.base, _node(choice.iri)), choice.rows)
            for choice in choices(context.store, table, name)[:_LEADING]
        ]
        for heading, table, name in (
            ("Most quoted", CLAIMS, "speaker"),
            ("Most spoken of", CLAIMS, "about"),
            ("Most counted", FIGURES, "about"),
        )
    }
    return {"counts": counts, "leading": leading}


def _instances(store: ox.Store, kind: str) -> int:
    quads = store.quads_for_pattern(None, _node(f"{RDF}type"), _node(kind), None)
    return len({quad.subject for quad in quads})


def _node(iri: str) -> ox.NamedNode:
    import pyoxigraph as ox

    return ox.NamedNode(iri)


def search_page(context: Context, *, words: str) -> Answer:
    """Nodes by name."""
    hits: list[Hit] = find_names(context.store, context.base, words) if words.strip() else []
    return page("search", title=context.title, here="search", words=words, hits=hits)


def table_page(context: Context, *, name: str, parameters: dict[str, str]) -> Answer:
    """A page of the table of claims or of figures.

    Raises:
        RefusalError: as for :func:`kg.serve.tables.wanted`.
    """
    table = _TABLES[name]
    part = wanted(table, parameters, context.base)
    total = count_rows(context.store, table, part)
    pages = max(1, -(-total // PAGE_ROWS))
    if part.page > pages:
        raise RefusalError(404, f"the table has {pages} pages")
    return page(
        "table",
        title=context.title,
        here=name,
        rows=_rows(context, table, part, PAGE_ROWS),
        total=total,
        part=part,
        pages=pages,
        first=(part.page - 1) * PAGE_ROWS + 1,
        parameters={key: value for key, value in parameters.items() if key != "page"},
        offered=_offered(context, table, part),
        fixed=_fixed(context, table, part),
    )


def table_csv(context: Context, *, name: str, parameters: dict[str, str], address: str) -> Answer:
    """All rows that the filters leave, for a spreadsheet.

    Raises:
        RefusalError: 422 if there are more than the row limit.
    """
    from kg.serve.spreadsheet import claims_csv, figures_csv

    table = _TABLES[name]
    part = wanted(table, parameters | {"page": ""}, context.base)
    if count_rows(context.store, table, part) > context.limits.rows:
        raise RefusalError(422, f"the table has more than {context.limits.rows:,} rows: filter it first")
    rows: Any = _rows(context, table, part, context.limits.rows)
    body = (claims_csv if table is CLAIMS else figures_csv)(rows, address)
    headers = {"content-disposition": f'attachment; filename="{name}.csv"'}
    return Answer(200, "text/csv; charset=utf-8", body, headers)


def _rows(context: Context, table: Table, part: Wanted, limit: int) -> list[ClaimRow] | list[FigureRow]:
    reader = GraphReader(context.store)
    found = find_rows(context.store, table, part, limit=limit)
    if table is CLAIMS:
        return [claim_row(reader, context.base, claim) for (claim,) in found]
    return [figure_row(reader, context.base, claim, figure) for claim, figure in found]


def _offered(context: Context, table: Table, part: Wanted) -> dict[str, list[tuple[str, str, int, bool]]]:
    """For each filter with a list: value for the address, words, rows, and whether it is chosen."""
    reader = GraphReader(context.store)
    found = {}
    for name in table.offered:
        listed = [
            (
                choice.iri.removeprefix(context.base),
                _words(reader, context, choice.iri),
                choice.rows,
                choice.iri,
            )
            for choice in _choices(context, table, name)
        ]
        chosen = part.filters.get(name)
        if chosen and chosen not in {iri for *_, iri in listed}:
            listed.append((chosen.removeprefix(context.base), _words(reader, context, chosen), 0, chosen))
        found[name] = [(value, words, rows, iri == chosen) for value, words, rows, iri in listed]
    return found


def _choices(context: Context, table: Table, name: str) -> Any:
    key = f"choices {table.name} {name}"
    if key not in context.kept:
        context.kept[key] = choices(context.store, table, name)
    return context.kept[key]


def _fixed(context: Context, table: Table, part: Wanted) -> list[tuple[str, str, Value]]:
    """Filters in force that have no list: name, value for the address, and what it means."""
    reader = GraphReader(context.store)
    return [
        (name, iri.removeprefix(context.base), value_of(reader, context.base, _node(iri)))
        for name, iri in part.filters.items()
        if name not in table.offered
    ]


def _words(reader: GraphReader, context: Context, iri: str) -> str:
    return value_of(reader, context.base, _node(iri)).text
