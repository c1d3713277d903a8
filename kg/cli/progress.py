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
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TaskID, TextColumn, TimeElapsedColumn

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        stages: dict[str, TaskID] = {}

        def tell(stage: str, done: int, total: int) -> None:
            if stage not in stages:
                # a stage without a total moves to and fro; the one before it has done its part
                for earlier in stages.values():
                    bar.update(earlier, visible=False)
                stages[stage] = bar.add_task(stage, total=total or None)
            bar.update(stages[stage], completed=done)

        yield tell


def report_problems(problems: tuple[Problem, ...], where: Path | None = None) -> None:
    """One line on stderr for each problem, up to ten."""
    for problem in problems[:_SHOWN]:
        click.echo(f"{problem.file}: {problem.message}", err=True)
    if len(problems) > _SHOWN:
        rest = f"... and {len(problems) - _SHOWN} more problems"
        click.echo(rest if where is None else f"{rest}, all in {where}", err=True)
