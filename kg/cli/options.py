"""Options that several commands share."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeAlias

import click

from kg.vocabulary import DEFAULT_BASE

__all__ = ["ARTICLES", "FILE", "base_iri", "model", "strict", "workers"]

_Decorator: TypeAlias = Callable[[Callable[..., Any]], Callable[..., Any]]

FILE = click.Path(path_type=Path)
"""A path that need not exist: the command says in its own words what is wrong with it."""

ARTICLES: _Decorator = click.argument("paths", metavar="PATH...", nargs=-1, required=True, type=FILE)
base_iri: _Decorator = click.option(
    "--base-iri", default=DEFAULT_BASE, show_default=True, help="Start of the IRIs of all data."
)
model: _Decorator = click.option(
    "--model", default="", metavar="NAME", help="Any installed spaCy pipeline, in place of our own."
)
strict: _Decorator = click.option(
    "--strict", is_flag=True, help="Stop at the first file that cannot be read."
)
workers: _Decorator = click.option(
    "--workers",
    type=click.IntRange(1, 64),
    default=1,
    show_default=True,
    help="Processes that read articles.",
)
