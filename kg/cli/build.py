"""``kg build``: articles to a graph."""

from __future__ import annotations

from pathlib import Path

import click

from kg.cli import options
from kg.cli.progress import report_problems, shown_progress

__all__ = ["build_command", "describe"]


@click.command("build", short_help="Build the graph of some articles.")
@options.ARTICLES
@click.option("-o", "--output", required=True, type=options.FILE, metavar="DIR", help="Folder to write to.")
@click.option("--ledger", type=options.FILE, metavar="FILE", help="An earlier graph.ttl whose IRIs are kept.")
@options.base_iri
@options.workers
@options.strict
@options.model
@click.option("--context/--no-context", default=True, help="Write the paragraph around each sentence.")
@click.option("--mentions", is_flag=True, help="Write every mention as a phrase.")
@click.option("--all-sentences", is_flag=True, help="Write every sentence, not only evidence.")
def build_command(
    paths: tuple[Path, ...],
    output: Path,
    ledger: Path | None,
    base_iri: str,
    workers: int,
    strict: bool,
    model: str,
    context: bool,
    mentions: bool,
    all_sentences: bool,
) -> None:
    """Build the graph of files and folders of .txt and .md articles.

    Writes graph.ttl (the graph), graph.html (a page to browse it), annotations.jsonl (what was read where),
    decisions.jsonl (which names were joined, and why) and run.json (what was done).
    """
    from kg.pipeline import build
    from kg.settings import Settings

    settings = Settings(
        base_iri=base_iri,
        model=model,
        workers=workers,
        context=context,
        mentions=mentions,
        all_sentences=all_sentences,
    )
    with shown_progress() as progress:
        made = build(paths, output, settings, ledger=ledger, strict=strict, progress=progress)
    report_problems(made.problems, output / "run.json")
    click.echo(describe(made.counts, output))


def describe(counts: dict[str, int], output: Path) -> str:
    """One sentence on what was made."""
    parts = [f"{counts[kind]:,} {kind}" for kind in ("articles", "entities", "events", "facts", "claims")]
    return (
        f"{', '.join(parts[:-1])} and {parts[-1]} in {output / 'graph.ttl'} ({counts['triples']:,} triples)"
    )
