"""The training itself: batches in an order that the seed decides, checkpoints, going on after a kill."""

from __future__ import annotations

import logging
import os
import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import fmean

import torch

from kg.training.batches import Group, batch_of, groups_of, pack
from kg.training.examples import Example
from kg.training.labelsets import LabelSets
from kg.training.losses import losses
from kg.training.network.heads import Network
from kg.training.schedule import WEIGHTS, Schedule, Stage

__all__ = ["train"]

_LOG = logging.getLogger(__name__)
_REPORT = 20
"""Steps between two lines of the log."""


@dataclass(frozen=True, slots=True)
class _Planned:
    """A batch to come, with the learning rates as a share of their height."""

    group: Group
    stage: Stage
    height: float


def train(
    network: Network,
    examples: Sequence[Example],
    labels: LabelSets,
    schedule: Schedule,
    checkpoint: Path,
    watch: Callable[[int, int], None] | None = None,
) -> None:
    """Train a network, or go on with a training that was cut off.

    Args:
        network: With its starting weights; has the trained ones afterwards.
        examples: Everything to learn from.
        labels: Numbers of the labels.
        schedule: How long and how fast.
        checkpoint: A file that is written every few minutes and read at the start if it is there.
        watch: Is told the step and the number of steps after each step.
    """
    device = "cuda" if torch.cuda.is_available() else "cpu"
    network.to(device).train()
    plan = list(_plan(examples, schedule))
    if schedule.limit:
        plan = plan[: schedule.limit]
    optimizer = _optimizer(network)
    step = _restore(checkpoint, network, optimizer)
    saved = time.monotonic()
    log = _Log(step, len(plan))
    while step < len(plan):
        torch.manual_seed(schedule.seed * 1_000_003 + step)
        log.note(_step(network, plan[step], labels, optimizer, device, schedule.seed + step))
        step += 1
        if time.monotonic() - saved > schedule.save_every or step == len(plan):
            _save(checkpoint, network, optimizer, step)
            saved = time.monotonic()
        if watch is not None:
            watch(step, len(plan))


class _Log:
    """Writes the mean losses now and then."""

    def __init__(self, first: int, total: int) -> None:
        self._first, self._step, self._total = first, first, total
        self._began = time.monotonic()
        self._costs: defaultdict[str, list[float]] = defaultdict(list)

    def note(self, costs: dict[str, float]) -> None:
        self._step += 1
        for layer, cost in costs.items():
            self._costs[layer].append(cost)
        if self._step % _REPORT and self._step != self._total:
            return
        pace = (time.monotonic() - self._began) / (self._step - self._first)
        means = " ".join(
            f"{layer} {fmean(self._costs[layer]):.3f}" for layer in WEIGHTS if self._costs[layer]
        )
        _LOG.info("%d/%d %.2f s a step; %s", self._step, self._total, pace, means)
        self._costs.clear()


def _plan(examples: Sequence[Example], schedule: Schedule) -> Iterator[_Planned]:
    number = 0
    for stage in schedule.stages:
        groups: list[Group] = []
        for often in stage.passes:
            seed = schedule.seed * 1009 + number
            copies = [often[example.text.corpus] for example in examples]
            groups += pack(groups_of(examples, copies, schedule.windows, seed), schedule.batch, seed)
            number += 1
        for step, group in enumerate(groups):
            yield _Planned(group, stage, stage.height(step, len(groups)))


def _optimizer(network: Network) -> torch.optim.Optimizer:
    inner = list(network.encoder.parameters())
    known = {id(weight) for weight in inner}
    heads = [weight for weight in network.parameters() if id(weight) not in known]
    return torch.optim.AdamW(
        [{"params": inner}, {"params": heads}],
        weight_decay=0.01,
        fused=True,
    )


def _step(
    network: Network,
    planned: _Planned,
    labels: LabelSets,
    optimizer: torch.optim.Optimizer,
    device: str,
    seed: int,
) -> dict[str, float]:
    for group, rate in zip(
        optimizer.param_groups, (planned.stage.encoder_rate, planned.stage.head_rate), strict=True
    ):
        group["lr"] = rate * planned.height
    batch = batch_of(planned.group, labels, seed).to(device)
    with torch.autocast(device, torch.bfloat16):
        costs = losses(network, batch)
    weights = planned.stage.weights
    total = sum(
        (weights[layer] * cost for layer, cost in costs.items()), start=torch.zeros((), device=device)
    )
    optimizer.zero_grad(set_to_none=True)
    total.backward()  # type: ignore[no-untyped-call]
    torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
    optimizer.step()
    return {layer: float(cost.detach()) for layer, cost in costs.items()}


def _save(path: Path, network: Network, optimizer: torch.optim.Optimizer, step: int) -> None:
    """Write beside, then rename: a kill while writing loses nothing."""
    part = path.with_name(path.name + ".part")
    torch.save({"network": network.state_dict(), "optimizer": optimizer.state_dict(), "step": step}, part)
    os.replace(part, path)


def _restore(path: Path, network: Network, optimizer: torch.optim.Optimizer) -> int:
    if not path.exists():
        return 0
    state = torch.load(path, weights_only=True)
    network.load_state_dict(state["network"])
    optimizer.load_state_dict(state["optimizer"])
    _LOG.info("going on after step %d", state["step"])
    return int(state["step"])
