"""``kg push``: a graph into a running triple store."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kg.cli import options
from kg.cli.progress import shown_progress

if TYPE_CHECKING:
    from kg.push import Credentials, Report

__all__ = ["push_command"]

_USER, _PASSWORD = "KG_PUSH_USER", "KG_PUSH_PASSWORD"


@click.command("push", short_help="Load a graph into a running triple store.")
@click.argument("graph", metavar="DIR_OR_FILE", type=options.FILE)
@click.argument("url", metavar="URL")
@click.option(
    "--graph", "name", default="", metavar="IRI", help="Into this named graph, not the default one."
)
@click.option("--replace", is_flag=True, help="The graph holds nothing else afterwards.")
@click.option("--query-url", default="", metavar="URL", help="Where the store answers queries, to count.")
def push_command(graph: Path, url: str, name: str, replace: bool, query_url: str) -> None:
    """Load a graph (the folder of a build, or a file) into the triple store at URL.

    The first time all of it is sent, later only what has changed since. A push that broke off goes on where
    it was. URL is the store's address for the Graph Store Protocol or for updates (such as
    http://localhost:7878/store), or the start of both.

    A log-in is read from KG_PUSH_USER and KG_PUSH_PASSWORD when the store wants one; without the second it
    is asked for on the terminal.
    """
    from kg.push import Options, push

    with shown_progress() as progress:
        reports = push(
            graph,
            url,
            Options(graph=name, replace=replace, query_url=query_url),
            credentials=_credentials,
            told=None if progress is None else lambda done, total: progress("triples", done, total),
        )
    for report in reports:
        click.echo(_line(report))
    if not all(report.agrees for report in reports):
        raise click.ClickException("the store does not hold what was sent; --replace sends it anew")


def _credentials() -> Credentials | None:
    from kg.push import Credentials

    user, password = os.environ.get(_USER), os.environ.get(_PASSWORD)
    if not user:
        return None
    if password is None and sys.stdin.isatty():
        password = click.prompt(f"Password of {user}", hide_input=True, err=True)
    return None if password is None else Credentials(user, str(password))


def _line(report: Report) -> str:
    where = report.graph or "the default graph"
    done = f"{report.sent:,} triples sent" + (f", {report.removed:,} taken away" if report.removed else "")
    if not report.way:
        done = "nothing to send"
    way = f" by {report.way}" if report.way else ""
    again = ", going on where it broke off" if report.resumed else ""
    held = (
        "the store does not tell how many it holds" if report.counted is None else f"{report.counted:,} there"
    )
    return f"{where}: {done}{way}{again}; {report.triples:,} in the graph, {held}"
