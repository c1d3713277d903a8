"""``kg query``: SPARQL over a graph."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kg.cli import options
from kg.errors import QueryError

if TYPE_CHECKING:
    from kg.query import NamedQuery, Result

__all__ = ["query_command"]


@click.command("query", short_help="Put a SPARQL question to a graph.")
@click.argument("graph", metavar="DIR_OR_FILE", type=options.FILE, required=False)
@click.argument("question", metavar="[QUERY]", required=False)
@click.option("--file", "file", type=options.FILE, metavar="FILE", help="Read the query from a file.")
@click.option("--name", metavar="cq04", help="One of the questions that come with newskg.")
@click.option(
    "--set",
    "values",
    multiple=True,
    metavar="NAME=VALUE",
    help="A parameter of the question, by IRI or by name; may be repeated.",
)
@click.option("--list", "listed", is_flag=True, help="List the questions that come with newskg.")
@click.option(
    "--format",
    "form",
    type=click.Choice(["table", "csv", "tsv", "json", "ttl"]),
    help="Default: a table on a terminal, tsv in a pipe, ttl for CONSTRUCT.",
)
def query_command(
    graph: Path | None,
    question: str | None,
    file: Path | None,
    name: str | None,
    values: tuple[str, ...],
    listed: bool,
    form: str | None,
) -> None:
    """Put a SPARQL question to a graph (a file, or the folder of a build).

    The query is an argument, a file, standard input (- or nothing), or one of the questions that come with
    newskg, by name. All prefixes of the ontology are bound.
    """
    if listed:
        click.echo(_list())
        return
    if graph is None:
        raise click.UsageError("which graph? Give the folder of a build, or a file.")
    from kg.query import resolve_settings, run_query
    from kg.store import load_store

    query = _query(question, file, name)
    store = load_store(graph)
    result = run_query(store, query.text, parameters=resolve_settings(store, query, values))
    _show(result, form)


def _query(question: str | None, file: Path | None, name: str | None) -> NamedQuery:
    from kg.query import named_query, read_query

    if sum(given is not None for given in (question, file, name)) > 1:
        raise click.UsageError("give one query: as an argument, with --file, or with --name")
    if name is not None:
        return named_query(name)
    if file is not None:
        try:
            return read_query(file.read_text("utf-8"))
        except (OSError, UnicodeDecodeError) as error:
            raise QueryError(f"{file}: cannot be read as a query: {error}") from error
    return read_query(sys.stdin.read() if question in (None, "-") else str(question))


def _list() -> str:
    from kg.query import named_queries

    rows = []
    for query in named_queries():
        parameters = "".join(f" [--set {parameter.name}=...]" for parameter in query.parameters)
        rows.append(f"{query.name}  {query.question}{parameters}")
    return "\n".join(rows)


def _show(result: Result, form: str | None) -> None:
    terminal = sys.stdout.isatty()
    usual = "ttl" if result.kind == "construct" else "table" if terminal else "tsv"
    chosen = form or usual
    if chosen != "table":
        click.echo(result.write(chosen), nl=False)
        return
    from rich.console import Console

    from kg.query import render_table

    Console(width=None if terminal else 200, file=sys.stdout).print(render_table(result))
    click.echo(f"{len(result.rows)} rows", err=True)
