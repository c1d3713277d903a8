"""The command line: arguments, help and exit codes. Each command calls one function of the package.

Nothing heavy is imported before a command runs, so that ``kg --help`` answers at once.

Exit codes: 0 done, 1 not done or not valid, 2 wrong usage, 130 interrupted.
"""

from __future__ import annotations

import logging
import os
import sys
from typing import Any

import click

from kg import __version__
from kg.cli.annotate import annotate_command
from kg.cli.build import build_command
from kg.cli.demo import demo_command
from kg.cli.evaluate import evaluate_command
from kg.cli.export import export_command
from kg.cli.page import page_command
from kg.cli.push import push_command
from kg.cli.query import query_command
from kg.cli.serve import serve_command
from kg.cli.train import train_command
from kg.cli.validate import validate_command
from kg.errors import NewskgError

__all__ = ["cli", "main"]


class _OneLineErrors(click.Group):
    """Turns an error into one line on stderr; with --debug it shows the traceback instead."""

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except (click.ClickException, click.exceptions.Exit, click.Abort, BrokenPipeError):
            raise
        except NewskgError as error:
            if ctx.params.get("debug"):
                raise
            raise click.ClickException(str(error)) from error
        except Exception as error:
            if ctx.params.get("debug"):
                raise
            message = f"{type(error).__name__}: {error} (run again with 'kg --debug ...' to see where)"
            raise click.ClickException(message) from error


@click.group(cls=_OneLineErrors, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="kg")
@click.option("--debug", is_flag=True, help="Show where an error comes from, and what is being done.")
def cli(debug: bool) -> None:
    """From news articles to a knowledge graph: who says what, in which sentence of which article.

    Start with `kg demo -o output`, then `kg build ARTICLES -o DIR`.
    """
    if debug:
        logging.basicConfig(level=logging.DEBUG, format="%(name)s: %(message)s")


for _command in (
    demo_command,
    build_command,
    query_command,
    page_command,
    export_command,
    serve_command,
    push_command,
    validate_command,
    annotate_command,
    evaluate_command,
    train_command,
):
    cli.add_command(_command)


def main() -> None:
    """Run the command line and exit."""
    try:
        cli(prog_name="kg")
    except BrokenPipeError:
        # the reader of our output has gone (`kg query ... | head`); keep Python from complaining at exit
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(0)
