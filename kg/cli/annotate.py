"""``kg annotate``: what is read in each article, without joining articles."""

from __future__ import annotations

from pathlib import Path

import click

from kg.cli import options
from kg.cli.progress import report_problems, shown_progress

__all__ = ["annotate_command"]


@click.command("annotate", short_help="Write what is read in each article as JSON lines.")
@options.ARTICLES
@click.option(
    "-o", "--output", required=True, type=options.FILE, metavar="FILE", help="File, or - for stdout."
)
@options.workers
@options.strict
@options.model
def annotate_command(paths: tuple[Path, ...], output: Path, workers: int, strict: bool, model: str) -> None:
    """Write names, figures, events, facts and claims with their offsets, one line of JSON an article.

    Offsets are Unicode code points into the file as it is, end exclusive. A chain holds within its article.
    """
    from kg.pipeline import read_articles
    from kg.settings import Settings
    from kg.standoff import line
    from kg.writing import write_bytes

    settings = Settings(model=model, workers=workers)
    with shown_progress() as progress:
        reading = read_articles(paths, settings, strict=strict, progress=progress)
    ordered = sorted(reading.annotated, key=lambda article: article.document.id)
    content = "".join(map(line, ordered))
    report_problems(reading.problems)
    if str(output) == "-":
        click.echo(content, nl=False)
    else:
        write_bytes(output, content.encode())
