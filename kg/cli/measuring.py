"""Measures a trained reader on the development files among the corpora, and writes its card."""

from __future__ import annotations

import subprocess
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kg.evaluate import Figure
    from kg.pipeline import Progress
    from kg.training.texts.registry import TextCorpus

__all__ = ["measure", "write_card"]

_CARD = "MODEL_CARD.md"


def write_card(
    corpora: Path, output: Path, used: Sequence[TextCorpus], progress: Progress | None = None
) -> None:
    """Write ``MODEL_CARD.md`` into the folder of a pipeline."""
    from kg.training.card import DEVELOPMENT, card
    from kg.training.schedule import CONFIG, read_schedule

    measured = {
        name: measure(corpora / place, form, str(output), given=given, progress=progress)
        for name, (place, form, given) in DEVELOPMENT.items()
        if (corpora / place).exists()
    }
    text = card(used, read_schedule(CONFIG), measured, commit=_commit())
    (output / _CARD).write_text(text, encoding="utf-8")


def measure(
    gold: Path, form: str, model: str, *, given: str = "text", progress: Progress | None = None
) -> list[Figure]:
    """Read the articles of a gold standard with a pipeline, and score every layer of it."""
    from kg.cli.readings import read_again
    from kg.evaluate import read_gold, scores
    from kg.settings import Settings
    from kg.training.formats.conllu import FEATURES

    read = read_gold(gold, form, features=FEATURES)
    found = read_again(read, read.layers, Settings(model=model), given=given, progress=progress)
    return list(scores(read.rows, found.rows, read.layers))


def _commit() -> str:
    """The commit of the code that runs, with a plus where files differ from it."""
    command = ["git", "-C", str(Path(__file__).parent), "describe", "--always", "--dirty=+"]
    try:
        done = subprocess.run(command, capture_output=True, text=True, check=True)  # noqa: S603
    except (OSError, subprocess.CalledProcessError):
        return "unknown"
    return done.stdout.strip()
