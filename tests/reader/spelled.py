"""Components whose word layers read their labels off the vectors, so that a test can dictate them."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
import spacy
from spacy.tokens import Doc

from kg.reader.labels import NAMES
from tests.reader.untrained import LABELS, LEMMAS, trees, untrained_network

NAME_TAGS = ("O", *(f"{part}-{label}" for label in NAMES for part in "BI"))
PLACES: dict[str, Sequence[str]] = {
    "names": NAME_TAGS,
    "pos": LABELS["pos"],
    "tags": LABELS["tags"],
    "morphs": LABELS["morphs"],
    "lemmas": [form for form, _ in LEMMAS],
    "starts": ["start"],
    "cues": ["O", "B", "I"],
    "triggers": ["O", "event", "report"],
}
"""The label behind each number of a vector, layer after layer."""


class Spelled:
    """All components but the encoder."""

    def __init__(self) -> None:
        import torch

        from kg.training.network.graphs import head_graphs
        from kg.training.network.heads import Tagger

        network = untrained_network()
        place = 0
        for layer, labels in PLACES.items():
            tagger = Tagger(len(labels))
            torch.nn.init.zeros_(tagger.out.bias)
            with torch.no_grad():
                tagger.out.weight.copy_(torch.eye(384)[place : place + len(labels)])
            place += len(labels)
            if layer in network.tags:
                network.tags[layer] = tagger
            else:
                setattr(network, layer, tagger)
        files = head_graphs(network, LABELS["deps"])
        labels = {"names": NAMES} | LABELS
        files |= {"labels.json": json.dumps(labels).encode(), "lemmas.json": trees()}
        self.nlp = spacy.blank("en")
        for name in ("newskg_syntax", "newskg_names", "newskg_roles", "newskg_triggers"):
            component: Any = self.nlp.add_pipe(name)
            component.fill(files)

    def __call__(
        self, words: Sequence[str], said: Sequence[Mapping[str, float]], components: Sequence[str]
    ) -> Doc:
        """Annotate words; said: for each, scores of labels as ``names:B-CITY`` (those not named have 0)."""
        doc = Doc(self.nlp.vocab, words=list(words))
        places = {}
        for layer, labels in PLACES.items():
            places |= {f"{layer}:{label}": len(places) + number for number, label in enumerate(labels)}
        vectors = np.zeros((len(words), 384), dtype=np.float32)
        for row, scores in zip(vectors, said, strict=True):
            for label, score in scores.items():
                row[places[label]] = score
        doc._.word_vectors = vectors
        for name in components:
            doc = self.nlp.get_pipe(name)(doc)
        return doc
