"""``kg demo``: the graph of the bundled articles."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

import click

from kg.cli import options
from kg.cli.build import describe
from kg.cli.progress import report_problems, shown_progress

__all__ = ["demo_command"]


@click.command("demo", short_help="Build the graph of the example articles that come with newskg.")
@click.option(
    "-o",
    "--output",
    default=Path("output"),
    show_default=True,
    type=options.FILE,
    metavar="DIR",
    help="Folder to write to.",
)
def demo_command(output: Path) -> None:
    """Build the graph of the example articles, and say how to look at it."""
    from kg.demo import articles
    from kg.pipeline import build
    from kg.settings import Settings

    with shown_progress() as progress:
        made = build([articles()], output, Settings(), progress=progress)
    report_problems(made.problems, output / "run.json")
    click.echo(describe(made.counts, output))
    page = (output / "graph.html").resolve().as_uri()
    click.echo(_NEXT.format(kg=_command(), output=output, page=page))


def _command() -> str:
    """How to call this command again: by name where the shell would find it, else by its path."""
    return "kg" if shutil.which("kg") else sys.argv[0]


_NEXT = """
Look at it:
  open the page      {page}
  who gives which death toll, in whose words
                     {kg} query {output} --name cq04
  who holds which position
                     {kg} query {output} --name cq20
  your own question  {kg} query {output} 'SELECT ?name WHERE {{ ?p a schema:Person ; schema:name ?name }}'
  check it           {kg} validate {output}
  your own articles  {kg} build FOLDER -o DIR"""
