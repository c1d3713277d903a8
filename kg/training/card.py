"""The model card: what the weights have learnt from, how, and how well they read."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from string import Template
from typing import Any

from kg.training.reader import passes
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
    settings: Mapping[str, Any],
    measured: Mapping[str, Sequence[Any]],
    *,
    commit: str,
    notes: str = "",
) -> str:
    """Write the card.

    Args:
        used: The corpora that the weights have learnt from.
        settings: What ``reader.toml`` says.
        measured: By the name of the set its figures (:class:`kg.evaluate.Figure`).
        commit: The code's commit.
        notes: Markdown that stands at the end.
    """
    schedule, start = settings["schedule"], settings["start"]
    begun = set(start["learnt_from"]) <= {corpus.name for corpus in used}
    begins = f"`{start['weights']}`, which has learnt from {', '.join(start['learnt_from'])}"
    copies = passes(settings)
    seen = {corpus.name: sum(often[corpus.name] for often in copies) for corpus in used}
    rows = [f"| {corpus.name} | {corpus.licence} | {seen[corpus.name]:g} |" for corpus in used]
    windows = ", ".join(map(str, sorted(set(schedule["windows"]))))
    training = (
        f"Commit {commit}, seed {schedule['seed']}. {len(copies)} passes in batches of "
        f"{schedule['batch']:,} wordpieces, windows of {windows} wordpieces, AdamW (encoder "
        f"{schedule['encoder_rate']:g}, heads {schedule['head_rate']:g}, "
        f"{schedule['warm_up']} steps of warm-up, then falling to nothing), bfloat16. "
        f"Begun with {begins if begun else 'the plain encoder'}."
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
