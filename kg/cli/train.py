"""``kg train``: makes the spaCy pipelines of newskg."""

from __future__ import annotations

from pathlib import Path

import click

from kg.cli import options

__all__ = ["train_command"]


@click.group("train", short_help="Train the reader that ships with newskg.")
def train_command() -> None:
    """Train the reader that ships with newskg (needs `pip install 'newskg[train]'`)."""


@train_command.command("reader")
@click.option("--corpora", required=True, type=options.FILE, metavar="DIR", help="Folder of the corpora.")
@click.option(
    "--encoder", required=True, type=options.FILE, metavar="DIR", help="all-MiniLM-L6-v2, unpacked."
)
@click.option("-o", "--output", required=True, type=options.FILE, metavar="DIR", help="Folder to write to.")
@click.option("--without", multiple=True, metavar="CORPUS", help="Leave a corpus out; may be repeated.")
@click.option("--smoke", is_flag=True, help="A minute's run over a little data, to see that it works.")
def reader(corpora: Path, encoder: Path, output: Path, without: tuple[str, ...], smoke: bool) -> None:
    """The reader: one small transformer with all its heads.

    Converts the corpora, trains (a run that was cut off goes on), writes the pipeline with int8 weights,
    measures it on the development files among the corpora, and writes its MODEL_CARD.md.
    """
    import logging
    from functools import partial

    from kg.cli.measuring import write_card
    from kg.cli.progress import shown_progress
    from kg.training.reader import train_reader

    logging.basicConfig(level=logging.INFO, format="%(message)s")
    with shown_progress() as tell:
        watch = None if tell is None else partial(tell, "training")
        used = train_reader(corpora, encoder, output, without=without, smoke=smoke, watch=watch)
        write_card(corpora, output, used, tell)


@train_command.command("provisional")
@click.option("--corpora", required=True, type=options.FILE, metavar="DIR", help="Folder of the corpora.")
@click.option("-o", "--output", required=True, type=options.FILE, metavar="DIR", help="Folder to write to.")
@click.option("--without", multiple=True, metavar="CORPUS", help="Leave a corpus out; may be repeated.")
@click.option("--smoke", is_flag=True, help="A minute's run over a little data, to see that it works.")
def provisional(corpora: Path, output: Path, without: tuple[str, ...], smoke: bool) -> None:
    """The small convolutional pipeline: tagger, parser, lemmatizer and names."""
    import logging

    from kg.training.provisional.train import train_provisional

    logging.basicConfig(level=logging.INFO, format="%(message)s")
    train_provisional(corpora, output, without=without, smoke=smoke)
