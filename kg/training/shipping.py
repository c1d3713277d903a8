"""Writing a trained network as the pipeline that ships, with what it has learnt from."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from kg.training.labelsets import LabelSets
from kg.training.network.export import Window, export
from kg.training.network.heads import Network
from kg.training.texts.registry import TextCorpus

__all__ = ["ship_reader"]

_META = {
    "name": "newskg_reader",
    "version": "1.0.0",
    "description": "The reader of newskg: syntax, names, claims, triggers, chains of English news over one "
    "small transformer; see MODEL_CARD.md",
    "author": "The newskg founders",
    "license": "CC BY-SA 4.0",
}
_ENCODER = {"name": "all-MiniLM-L6-v2", "license": "Apache-2.0", "author": "sentence-transformers"}


def ship_reader(
    network: Network,
    labels: LabelSets,
    vocabulary: Path,
    output: Path,
    *,
    used: Sequence[TextCorpus],
    quantize: bool = True,
    windows: Sequence[Window] = (),
) -> None:
    """Write the pipeline; what the folder held is replaced.

    Args:
        network: The trained network.
        labels: Its labels.
        vocabulary: The encoder's ``vocab.txt``.
        output: Where ``spacy.load`` shall find the pipeline.
        used: The corpora that it has learnt from; ``meta.json`` names them with their licences.
        quantize: Whether the encoder gets int8 weights.
        windows: Some that the network was trained on, to find the scales of int8 by.
    """
    layers = ("pos", "tags", "morphs", "deps", "mentions")
    sources = [_ENCODER, *({"name": corpus.name, "license": corpus.licence} for corpus in used)]
    export(
        network.eval(),
        output,
        {layer: list(getattr(labels, layer)) for layer in layers},
        vocabulary,
        labels.trees,
        _META | {"sources": sources},
        quantize=quantize,
        windows=windows,
    )
