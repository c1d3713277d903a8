"""What is learnt from how often, how fast and how much it counts: the content of ``reader.toml``."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

__all__ = ["CONFIG", "WEIGHTS", "Schedule", "Stage", "Start", "read_schedule"]

CONFIG = Path(__file__).with_name("reader.toml")
"""What the shipped weights are trained by."""

WEIGHTS = {
    "pos": 0.5,
    "tags": 0.7,
    "morphs": 0.3,
    "lemmas": 0.3,
    "starts": 0.7,
    "arcs": 1.0,
    "deps": 0.7,
    "names": 1.5,
    "cues": 2.0,
    "roles": 2.0,
    "triggers": 0.7,
    "spans": 1.0,
    "links": 0.7,
    "mentions": 0.2,
}
"""How much the loss of each layer counts where a stage does not say otherwise."""


@dataclass(frozen=True, slots=True)
class Stage:
    """Some passes over which the learning rates rise to their height and fall to nothing in a straight line.

    Attributes:
        passes: For every pass, how often it sees each corpus.
        encoder_rate, head_rate: Learning rates at their height.
        warm_up: Steps until the height.
        weights: How much the loss of each layer counts.
    """

    passes: tuple[Mapping[str, float], ...]
    encoder_rate: float
    head_rate: float
    warm_up: int
    weights: Mapping[str, float] = field(default_factory=lambda: WEIGHTS)

    def height(self, step: int, steps: int) -> float:
        """The learning rate at a step of the stage, as a share of its height."""
        return min(1.0, (step + 1) / self.warm_up, 1.02 - step / steps)


@dataclass(frozen=True, slots=True)
class Start:
    """Weights to begin with, under the corpora folder, and the corpora that they have learnt from."""

    weights: str
    learnt_from: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Schedule:
    """The whole training.

    Attributes:
        batch: Wordpieces of a batch, padding counted.
        windows: Window sizes that take turns, in wordpieces.
        seed: Seeds weights, order and masking.
        stages: One after the other.
        start: Weights to begin with instead of the plain encoder's.
        save_every: Seconds between two checkpoints.
        limit: Steps after which the training ends early, 0 for none.
    """

    batch: int
    windows: tuple[int, ...]
    seed: int
    stages: tuple[Stage, ...]
    start: Start | None = None
    save_every: float = 180.0
    limit: int = 0

    def copies(self, corpus: str) -> float:
        """How often a corpus is seen in all."""
        return sum(often.get(corpus, 0.0) for stage in self.stages for often in stage.passes)


def read_schedule(path: Path) -> Schedule:
    """Read ``reader.toml``.

    Raises:
        KeyError: Something is missing in it.
    """
    content = tomllib.loads(path.read_text(encoding="utf-8"))
    start = content["start"]
    return Schedule(
        batch=content["batch"],
        windows=tuple(content["windows"]),
        seed=content["seed"],
        stages=tuple(_stage(table) for table in content["stages"]),
        start=Start(start["weights"], tuple(start["learnt_from"])),
    )


def _stage(table: Mapping[str, Any]) -> Stage:
    every = table["copies"]
    return Stage(
        passes=(every,) * (table["passes"] - 1) + (every | table.get("last_pass", {}),),
        encoder_rate=table["encoder_rate"],
        head_rate=table["head_rate"],
        warm_up=table["warm_up"],
        weights=WEIGHTS | table.get("weights", {}),
    )
