"""Options that several commands share."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from kg.vocabulary import DEFAULT_BASE

__all__ = ["ARTICLES", "FILE", "base_iri", "model", "strict", "workers"]

FILE = click.Path(path_type=Path)
"""A path that need not exist: the command says in its own words what is wrong with it."""

ARTICLES: Any = click.argument("paths", metavar="PATH...", nargs=-1, required=True, type=FILE)
base_iri: Any = click.option(
    "--base-iri", default=DEFAULT_BASE, show_default=True, help="Start of the IRIs of all data."
)
model: Any = click.option(
    "--model", default="", metavar="NAME", help="Any installed spaCy pipeline, in place of our own."
)
strict: Any = click.option("--strict", is_flag=True, help="Stop at the first file that cannot be read.")
workers: Any = click.option(
    "--workers",
    type=click.IntRange(1, 64),
    default=1,
    show_default=True,
    help="Processes that read articles.",
)
