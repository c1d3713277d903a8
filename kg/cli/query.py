"""``kg query``: SPARQL over a graph."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from kg.cli import options

__all__ = ["query_command"]


@click.command("query", short_help="Put a SPARQL question to a graph.")
@click.argument("graph", metavar="DIR_OR_FILE", type=options.FILE)
@click.argument("question", metavar="[QUERY]", required=False)
@click.option("-f", "--file", "file", type=options.FILE, metavar="FILE", help="File with the query.")
@click.option("--name", metavar="cq04", help="One of the questions that come with newskg.")
@click.option("--set", "settings", multiple=True, metavar="NAME=VALUE", help="Parameter: an IRI or a name.")
@click.option("--list", "show_list", is_flag=True, help="List the questions that come with newskg.")
@click.option("--format", "form", type=click.Choice(["table", "csv", "tsv", "json"]), help="Default: table on a terminal, else tsv.")
def query_command(
    graph: Path,
    question: str | None,
    file: Path | None,
    name: str | None,
    settings: tuple[str, ...],
    show_list: bool,
    form: str | None,
) -> None:
    """Put a SPARQL question to a graph: as an argument, from a file, from standard input, or by name.

    All prefixes of the ontology are bound.
    """
