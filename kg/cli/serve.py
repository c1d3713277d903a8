"""``kg serve``: a graph as a web site, and as a SPARQL endpoint."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import urlsplit

import click

from kg.cli import options

__all__ = ["serve_command"]


@click.command("serve", short_help="Browse and query a graph in a browser; a SPARQL endpoint.")
@click.argument("graph", metavar="DIR_OR_FILE", type=options.FILE)
@click.option(
    "--port", type=click.IntRange(0, 65535), default=7878, show_default=True, help="0: any free one."
)
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen at.")
@click.option("--title", default="", help="Heading of all pages.")
@click.option(
    "--timeout", type=click.FloatRange(0.1), default=30.0, show_default=True, help="Seconds a query may take."
)
@click.option(
    "--rows", type=click.IntRange(1), default=100_000, show_default=True, help="Rows an answer may have."
)
@click.option(
    "--workers", type=click.IntRange(1, 64), default=16, show_default=True, help="Queries answered at once."
)
@click.option(
    "--memory",
    type=click.IntRange(0),
    default=2048,
    show_default=True,
    help="Megabytes a query may take; 0 for no limit.",
)
@click.option("--top", type=click.IntRange(1), default=2000, show_default=True, help="Most nodes on the map.")
@click.option(
    "--cors", multiple=True, metavar="ORIGIN", help="A site whose pages may query, or *; repeatable."
)
@click.option(
    "--allow-host", multiple=True, metavar="NAME", help="A name the server is asked under; repeatable."
)
def serve_command(
    graph: Path,
    port: int,
    host: str,
    title: str,
    timeout: float,
    rows: int,
    workers: int,
    memory: int,
    top: int,
    cors: tuple[str, ...],
    allow_host: tuple[str, ...],
) -> None:
    """Serve a graph (the folder of a build, or a file): pages for people, /sparql for programs.

    Only this machine can reach it unless --host says otherwise. Nothing can be changed through it.
    """
    from kg.serve import Options, serve

    if "*" not in cors and any("://" not in origin for origin in cors):
        raise click.UsageError("--cors takes an origin such as https://example.org, or *")
    chosen = Options(
        host=host,
        port=port,
        title=title,
        seconds=timeout,
        rows=rows,
        workers=workers,
        memory=memory,
        top=top,
        hosts=allow_host,
        origins=cors,
    )
    serve(graph, chosen, started=_tell)


def _tell(address: str) -> None:
    from kg.serve.running import is_loopback

    click.echo(f"{address}  (Ctrl+C ends it; SPARQL at {address}sparql)")
    if not is_loopback(urlsplit(address).hostname or ""):
        click.echo("whoever can reach this machine can now read the graph", err=True)
