"""Writing a trained network as the spaCy pipeline that the package ships."""

from __future__ import annotations

import json
import shutil
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import spacy
import torch
from spacy.language import Language

from kg.reader.factories import FACTORIES
from kg.reader.labels import NAMES
from kg.training.network.graphs import encoder_graph, head_graphs
from kg.training.network.heads import Network
from kg.training.network.one_window import find_scales

__all__ = ["QUANTIZED", "Window", "export", "pipeline", "quantized"]

Window = tuple[torch.Tensor, torch.Tensor]
"""Wordpieces and their letter case, [1, pieces] each."""

QUANTIZED = (
    "encoder.onnx",
    "words.onnx",
    "relations.onnx",
    "names.onnx",
    "cues.onnx",
    "edges.onnx",
    "mentions.onnx",
)
"""Graphs that are mostly one large product: with int8 weights they take a third of the time, and the heads
among them choose the same labels. What is computed on small products stays fp32."""


def export(
    network: Network,
    folder: Path,
    labels: Mapping[str, Any],
    vocabulary: Path,
    trees: bytes,
    meta: Mapping[str, Any],
    *,
    quantize: bool = True,
    windows: Sequence[Window] = (),
) -> None:
    """Write the pipeline; what the folder held is replaced.

    Args:
        network: The trained network.
        folder: Where ``spacy.load`` shall find the pipeline.
        labels: Lists of labels under ``pos``, ``tags``, ``morphs``, ``deps``, ``names`` and ``mentions``
            (``names`` may lack: :data:`kg.reader.labels.NAMES`).
        vocabulary: The encoder's ``vocab.txt``.
        trees: Edit trees as :func:`kg.reader.lemmas.save_trees` gives them.
        meta: Entries of ``meta.json``: name, version, description, licence and so on.
        quantize: Whether :data:`QUANTIZED` get int8 weights.
        windows: Some that the network was trained on, to find the scales of int8 by.
    """
    nlp = pipeline(network, labels, vocabulary, trees, meta, quantize=quantize, windows=windows)
    partial = folder.with_name(folder.name + ".partial")
    shutil.rmtree(partial, ignore_errors=True)
    nlp.to_disk(partial)
    shutil.rmtree(folder, ignore_errors=True)
    partial.rename(folder)


def pipeline(
    network: Network,
    labels: Mapping[str, Any],
    vocabulary: Path,
    trees: bytes,
    meta: Mapping[str, Any],
    *,
    quantize: bool = True,
    windows: Sequence[Window] = (),
) -> Language:
    """Put the pipeline together in memory; the arguments are those of :func:`export`."""
    scales = find_scales(network.cpu().eval().encoder, windows) if quantize and windows else None
    files = head_graphs(network, labels["deps"]) | {"encoder.onnx": encoder_graph(network.encoder, scales)}
    if quantize:
        files |= {name: quantized(files[name]) for name in QUANTIZED}
    files["wordpieces.txt"] = vocabulary.read_bytes()
    files["lemmas.json"] = trees
    files["labels.json"] = json.dumps(_all_labels(labels), ensure_ascii=False).encode("utf-8")
    nlp = spacy.blank("en")
    for factory in FACTORIES:
        component: Any = nlp.add_pipe(factory)
        component.fill(files)
    nlp.meta.update({"spacy_version": ">=3.8.0,<4.0.0"} | dict(meta))
    return nlp


def quantized(graph: bytes) -> bytes:
    """Give a graph int8 weights, a scale for each channel; activations are scaled as they come."""
    from onnxruntime.quantization import QuantType, quantize_dynamic
    from onnxruntime.quantization.shape_inference import quant_pre_process

    with tempfile.TemporaryDirectory() as folder:
        plain, prepared, small = (Path(folder) / f"{name}.onnx" for name in ("plain", "prepared", "small"))
        plain.write_bytes(graph)
        quant_pre_process(plain, prepared, skip_symbolic_shape=True)
        quantize_dynamic(prepared, small, per_channel=True, weight_type=QuantType.QInt8)
        return small.read_bytes()


def _all_labels(labels: Mapping[str, Any]) -> dict[str, list[str]]:
    layers = ("pos", "tags", "morphs", "deps", "mentions")
    return {"names": list(labels.get("names", NAMES))} | {layer: list(labels[layer]) for layer in layers}
