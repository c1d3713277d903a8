"""A pipeline with random weights, which finds something of every kind in any text."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from kg.reader.lemmas import Lexicon
    from kg.training.network.heads import Network

LABELS: dict[str, Any] = {
    "pos": ["ADJ", "NOUN", "PROPN", "PUNCT", "VERB"],
    "tags": ["JJ", "NN", "NNP", ".", "VBD"],
    "morphs": ["_", "Number=Sing", "Tense=Past|VerbForm=Fin"],
    "deps": ["ROOT", "nsubj", "obj", "punct", "obl"],
    "mentions": ["person", "organization", "place", "abstract"],
}
LEMMAS = (("killed", "kill"), ("ministers", "minister"), ("said", "say"), ("iran", "iran"), ("men", "man"))
_WORDS = "the minister of iran said that ##s people were killed in tehran , . \" ' and he she a war"
_LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789"


def vocabulary() -> list[str]:
    """A small vocabulary with the special pieces where BERT has them."""
    pieces = ["[PAD]", *_LETTERS, *(f"##{letter}" for letter in _LETTERS)]
    unused = [f"[unused{number}]" for number in range(100 - len(pieces))]
    return [*pieces, *unused, "[UNK]", "[CLS]", "[SEP]", *_WORDS.split()]


def untrained_network() -> Network:
    """A network whose heads all say something."""
    import torch

    from kg.reader.labels import NAMES
    from kg.training.network.heads import Network, Sizes

    sizes = [len(LABELS[layer]) for layer in ("pos", "tags", "morphs")]
    torch.manual_seed(7)
    network = Network(
        Sizes(*sizes, len(LEMMAS), len(LABELS["deps"]), 1 + 2 * len(NAMES), len(LABELS["mentions"]))
    )
    network.encoder.words = torch.nn.Embedding(len(vocabulary()), 384)
    with torch.no_grad():
        for parameter in (network.syntax.label, network.spans.product):
            parameter.normal_(std=0.02)
        network.spans.length.weight.fill_(-0.2)
        network.antecedents.out.weight.normal_()
    return network.eval()


def trees(lexicon: Lexicon | None = None) -> bytes:
    """Edit trees of a few lemmas, beside a list of known ones."""
    from spacy.pipeline._edit_tree_internals.edit_trees import EditTrees
    from spacy.strings import StringStore

    from kg.reader.lemmas import save_trees

    strings = StringStore()
    found = EditTrees(strings)
    return save_trees(found, strings, [found.add(form, lemma) for form, lemma in LEMMAS], lexicon)


def write_untrained(folder: Path, *, quantize: bool) -> None:
    """Export a network that was never trained."""
    from kg.training.network.export import export

    words = folder.with_suffix(".txt")
    words.write_text("\n".join(vocabulary()), "utf-8")
    export(untrained_network(), folder, LABELS, words, trees(), {"name": "untrained"}, quantize=quantize)
