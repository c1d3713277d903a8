"""``kg validate``: does a graph follow the ontology?"""

from __future__ import annotations

from pathlib import Path

import click

from kg.cli import options

__all__ = ["validate_command"]

_SHOWN = 50


@click.command("validate", short_help="Check that a graph follows the ontology.")
@click.argument("graph", metavar="FILE", type=options.FILE)
def validate_command(graph: Path) -> None:
    """Check a graph (a file, or the folder of a build) against the shapes and the rules that cross nodes.

    Names each offending node with the cause. Exit code 1 when the graph does not conform.
    """
    from kg.check import validate

    findings = validate(graph)
    for finding in findings[:_SHOWN]:
        click.echo(str(finding))
    if len(findings) > _SHOWN:
        click.echo(f"... and {len(findings) - _SHOWN} more")
    if findings:
        click.echo(f"{graph} does not conform: {len(findings)} findings")
        raise click.exceptions.Exit(1)
    click.echo(f"{graph} conforms")
