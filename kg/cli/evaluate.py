"""``kg evaluate``: how well does a reader read public gold?"""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kg.cli import options

if TYPE_CHECKING:
    from kg.cli.readings import Predicted
    from kg.evaluate import Figure, Gold

__all__ = ["evaluate_command"]

_FORMATS = ("auto", "standoff", "conllu", "columns", "brat", "conll2012")
_LAYERS = ("entities", "claims", "chains", "coreference", "syntax")


@click.command("evaluate", short_help="Measure the reader on public gold: P, R and F1 a layer.")
@click.argument("gold", metavar="GOLD", type=options.FILE)
@click.option(
    "--format", "form", type=click.Choice(_FORMATS), default="auto", show_default=True, help="Format of GOLD."
)
@click.option(
    "--layers",
    multiple=True,
    metavar="NAMES",
    help=f"Some of {', '.join(_LAYERS)}, with commas; all that GOLD has without it.",
)
@options.model
@click.option("--json", "as_json", is_flag=True, help="Write one JSON object, with every digit.")
@click.option(
    "--predicted",
    type=options.FILE,
    metavar="FILE",
    help="Measure what `kg annotate -o FILE` wrote, in place of reading.",
)
@click.option("--cross-document", is_flag=True, help="Chains hold across articles; only names count.")
@click.option("--gold-tokens", is_flag=True, help="CoNLL-U: read the gold words, not the text.")
@click.option("--gold-sentences", is_flag=True, help="CoNLL-U: read each gold sentence of gold words.")
def evaluate_command(
    gold: Path,
    form: str,
    layers: tuple[str, ...],
    model: str,
    as_json: bool,
    predicted: Path | None,
    cross_document: bool,
    gold_tokens: bool,
    gold_sentences: bool,
) -> None:
    """Read the articles of GOLD (a file or a folder) and compare with what people marked there.

    \b
    standoff   JSON lines beside articles/: names, claims, chains
    conllu     Universal Dependencies: tokens, sentences, tags, lemmas, trees; chains of Entity=
    columns    CoNLL-2003, IOB2 and the like: names
    brat       .ann beside .txt: names, and attributions as in PolNeAR
    conll2012  OntoNotes, LitBank, ontogum: coreference

    Exit code 1 when an article could not be read or is missing from --predicted.
    """  # noqa: D301 (click keeps the lines of a paragraph that begins with this character)
    from kg.evaluate import missing_articles, read_gold, scores
    from kg.training.formats.conllu import FEATURES

    read = read_gold(gold, form, features=FEATURES)
    given = "sentences" if gold_sentences else "tokens" if gold_tokens else "text"
    if given != "text" and (read.format != "conllu" or predicted):
        raise click.UsageError("--gold-tokens and --gold-sentences are for reading CoNLL-U")
    wanted = _wanted(layers, read)
    found = _load(predicted, wanted) if predicted else _run(read, wanted, model, given, cross_document)
    figures = scores(read.rows, found.rows, wanted, cross_document=cross_document)
    missing = missing_articles(read.rows, found.rows)
    if as_json:
        click.echo(_as_json(gold, read, found, figures, missing))
    else:
        _show(figures)
    _tell(read, found, missing)
    if missing or any(problem.stage == "annotate" for problem in found.problems):
        raise click.exceptions.Exit(1)


def _wanted(layers: Sequence[str], gold: Gold) -> tuple[str, ...]:
    """The layers asked for, in the order of the gold's."""
    named = [name.strip() for item in layers for name in item.split(",")]
    for name in named:
        if name not in _LAYERS:
            raise click.UsageError(f"no layer {name!r}: {', '.join(_LAYERS)}")
        if name not in gold.layers:
            raise click.UsageError(f"GOLD has no layer {name!r}, it has: {', '.join(gold.layers)}")
    return tuple(layer for layer in gold.layers if not named or layer in named)


def _run(gold: Gold, layers: Sequence[str], model: str, given: str, cross_document: bool) -> Predicted:
    from kg.cli.progress import shown_progress
    from kg.cli.readings import read_again
    from kg.settings import Settings

    settings = Settings(model=model)
    with shown_progress() as progress:
        return read_again(
            gold, layers, settings, given=given, cross_document=cross_document, progress=progress
        )


def _load(path: Path, layers: Sequence[str]) -> Predicted:
    from kg.cli.readings import Predicted
    from kg.errors import GoldError
    from kg.evaluate import read_rows

    rows = read_rows(path)
    if "syntax" in layers and not any("words" in row for row in rows):
        raise GoldError(f"{path}: holds no words: leave --predicted out, or the layer syntax")
    return Predicted(tuple(rows), (), "")


def _as_json(
    path: Path, gold: Gold, found: Predicted, figures: Sequence[Figure], missing: Sequence[str]
) -> str:
    result = {
        "gold": str(path),
        "format": gold.format,
        "articles": len(gold.rows),
        "reader": found.reader or None,
        "missing": list(missing),
        "not_scored": list(gold.left_out),
        "figures": [asdict(figure) for figure in figures],
    }
    return json.dumps(result, ensure_ascii=False, indent=2)


def _show(figures: Sequence[Figure]) -> None:
    """A table on a terminal; in a pipe a line a figure: layer, figure, P, R and F1 between tabs."""
    if not sys.stdout.isatty():
        for figure in figures:
            click.echo("\t".join((figure.layer, figure.name, *_rates(figure, empty=""))))
        return
    from rich.console import Console
    from rich.table import Table

    table = Table(show_edge=False, header_style="bold")
    table.add_column("layer")
    table.add_column("figure")
    for heading in ("P", "R", "F1", "gold", "predicted"):
        table.add_column(heading, justify="right")
    before = ""
    for figure in figures:
        counts = ("" if count is None else f"{count:,}" for count in (figure.gold, figure.predicted))
        layer = figure.layer if figure.layer != before else ""
        if layer and before:
            table.add_section()
        table.add_row(layer, figure.name, *_rates(figure, empty="-"), *counts)
        before = figure.layer
    Console(file=sys.stdout).print(table)


def _rates(figure: Figure, *, empty: str) -> list[str]:
    rates = (figure.precision, figure.recall, figure.f1)
    return [empty if rate is None else f"{rate:.3f}" for rate in rates]


def _tell(gold: Gold, found: Predicted, missing: Sequence[str]) -> None:
    """What the figures leave out, on stderr."""
    from kg.cli.progress import report_problems

    if gold.left_out:
        click.echo(f"labels that are not known, not scored: {', '.join(gold.left_out)}", err=True)
    report_problems(found.problems)
    if missing:
        first = ", ".join(missing[:3])
        click.echo(f"not read: {len(missing)} of {len(gold.rows)} articles, e.g. {first}", err=True)
