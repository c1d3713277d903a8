"""Progress on a terminal; nothing in a pipe."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from kg.model import Problem
    from kg.pipeline import Progress

__all__ = ["report_problems", "shown_progress"]

_SHOWN = 10
"""Problems shown on the terminal; run.json has them all."""


@contextmanager
def shown_progress() -> Iterator[Progress | None]:
    """A function to tell of progress, or None where nobody watches."""
    if not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("starting", total=None)

        def tell(stage: str, done: int, total: int) -> None:
            bar.update(task, description=stage, completed=done, total=total or None)

        yield tell


def report_problems(problems: tuple[Problem, ...], where: Path | None = None) -> None:
    """One line on stderr for each problem, up to ten."""
    for problem in problems[:_SHOWN]:
        click.echo(f"{problem.file}: {problem.message}", err=True)
    if len(problems) > _SHOWN:
        rest = f"... and {len(problems) - _SHOWN} more problems"
        click.echo(rest if where is None else f"{rest}, all in {where}", err=True)
