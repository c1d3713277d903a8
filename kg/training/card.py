"""The model card: what the weights have learnt from, how, and how well they read."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from string import Template
from typing import Any

from kg.training.schedule import Schedule
from kg.training.texts.registry import TextCorpus

__all__ = ["DEVELOPMENT", "card"]

DEVELOPMENT = {
    "UD EWT dev": ("ud_ewt/en_ewt-ud-dev.conllu", "conllu", "sentences"),
    "UD EWT dev, raw text": ("ud_ewt/en_ewt-ud-dev.conllu", "conllu", "text"),
    "UNER EWT dev": ("uner_ewt/en_ewt-ud-dev.iob2", "columns", "text"),
    "CrossNER politics dev": ("crossner_politics/dev.txt", "columns", "text"),
    "PolNeAR dev": ("polnear/dev", "brat", "text"),
    "GUM dev": ("gum/dep/dev", "conllu", "text"),
}
"""What the card measures: file under the corpora folder, format, what is given (gold sentences or text)."""

_TEMPLATE = Path(__file__).with_name("card.md")


def card(
    used: Sequence[TextCorpus],
    schedule: Schedule,
    measured: Mapping[str, Sequence[Any]],
    *,
    commit: str,
    notes: str = "",
) -> str:
    """Write the card.

    Args:
        used: The corpora that the weights have learnt from.
        schedule: What ``reader.toml`` says.
        measured: By the name of the set its figures (:class:`kg.evaluate.Figure`).
        commit: The code's commit.
        notes: Markdown that stands at the end.
    """
    start = schedule.start
    begins = "the plain encoder"
    if start is not None and set(start.learnt_from) <= {corpus.name for corpus in used}:
        begins = f"`{start.weights}`, which has learnt from {', '.join(start.learnt_from)}"
    rows = [f"| {corpus.name} | {corpus.licence} | {schedule.copies(corpus.name):g} |" for corpus in used]
    windows = ", ".join(map(str, sorted(set(schedule.windows))))
    stages = "; ".join(
        f"{len(stage.passes)} passes with AdamW, encoder {stage.encoder_rate:g}, heads {stage.head_rate:g}"
        for stage in schedule.stages
    )
    training = (
        f"Commit {commit}, seed {schedule.seed}. Stages: {stages}; the rates rise over some steps and fall "
        f"to nothing in a straight line. Batches of {schedule.batch:,} wordpieces, windows of {windows}, "
        f"bfloat16. Begun with {begins}."
    )
    template = Template(_TEMPLATE.read_text(encoding="utf-8"))
    figures = _table(measured)
    text = template.substitute(data="\n".join(rows), training=training, figures=figures, notes=notes)
    return text.rstrip() + "\n"


def _table(measured: Mapping[str, Sequence[Any]]) -> str:
    rows = ["| set | layer | figure | P | R | F1 |", "|---|---|---|---|---|---|"]
    for name, figures in measured.items():
        for one in figures:
            rates = (one.precision, one.recall, one.f1)
            cells = " | ".join("" if rate is None else f"{rate:.3f}" for rate in rates)
            rows.append(f"| {name} | {one.layer} | {one.name} | {cells} |")
    return "\n".join(rows)
