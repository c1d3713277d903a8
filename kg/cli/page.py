"""``kg page``: the page of any graph that follows the ontology."""

from __future__ import annotations

from pathlib import Path

import click

from kg.cli import options

__all__ = ["page_command"]


@click.command("page", short_help="Make the page to browse a graph.")
@click.argument("graph", metavar="FILE.ttl", type=options.FILE)
@click.option("-o", "--output", type=options.FILE, metavar="FILE.html", help="Beside the graph by default.")
@click.option("--title", default="", help="Heading of the page.")
@click.option("--top", type=click.IntRange(1), metavar="N", help="Only the N most linked names and events.")
def page_command(graph: Path, output: Path | None, title: str, top: int | None) -> None:
    """Make the page of any graph that follows the ontology, ours or not."""
    from kg.export.page import LARGE, render_page
    from kg.store import load_store
    from kg.writing import write_bytes

    target = output or _beside(graph)
    page = render_page(load_store(graph), title=title, limit=top or LARGE)
    write_bytes(target, page.html.encode())
    if page.notice:
        click.echo(page.notice, err=True)
    click.echo(str(target))


def _beside(graph: Path) -> Path:
    return graph / "graph.html" if graph.is_dir() else graph.with_suffix(".html")
