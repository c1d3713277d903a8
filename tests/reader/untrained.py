"""A pipeline with random weights, which finds something of every kind in any text."""

from __future__ import annotations

from pathlib import Path
from typing import Any

LABELS: dict[str, Any] = {
    "pos": ["ADJ", "NOUN", "PROPN", "PUNCT", "VERB"],
    "tags": ["JJ", "NN", "NNP", ".", "VBD"],
    "morphs": ["_", "Number=Sing", "Tense=Past|VerbForm=Fin"],
    "deps": ["ROOT", "nsubj", "obj", "punct", "obl"],
    "mentions": ["person", "organization", "place", "abstract"],
}
PAIRS = (("killed", "kill"), ("ministers", "minister"), ("said", "say"), ("iran", "iran"), ("men", "man"))
VOCABULARY = (
    "[PAD] [UNK] the minister of iran said that ##s people were killed in tehran , . \" ' and he she a war"
)


def write_untrained(folder: Path, *, quantize: bool) -> None:
    """Export a network that was never trained."""
    import torch
    from spacy.pipeline._edit_tree_internals.edit_trees import EditTrees
    from spacy.strings import StringStore

    from kg.reader.labels import NAMES
    from kg.reader.lemmas import save_trees
    from kg.training.network.export import export
    from kg.training.network.heads import Network, Sizes

    strings = StringStore()
    trees = EditTrees(strings)
    classes = [trees.add(form, lemma) for form, lemma in PAIRS]
    sizes = [len(LABELS[layer]) for layer in ("pos", "tags", "morphs")]
    torch.manual_seed(7)
    network = Network(
        Sizes(*sizes, len(classes), len(LABELS["deps"]), 1 + 2 * len(NAMES), len(LABELS["mentions"]))
    )
    with torch.no_grad():
        for parameter in (network.syntax.label, network.spans.product):
            parameter.normal_(std=0.02)
        network.spans.length.weight.fill_(-0.2)
        network.antecedents.out.weight.normal_()
    vocabulary = folder.with_suffix(".txt")
    vocabulary.write_text("\n".join([*VOCABULARY.split()[:2], *_filler(), *VOCABULARY.split()[2:]]), "utf-8")
    export(
        network,
        folder,
        LABELS,
        vocabulary,
        save_trees(trees, strings, classes),
        {"name": "untrained"},
        quantize=quantize,
    )


def _filler() -> list[str]:
    """Letters, alone and within words, and what else fills the ids up to the special pieces."""
    letters = "abcdefghijklmnopqrstuvwxyz0123456789"
    pieces = [*letters, *(f"##{letter}" for letter in letters)]
    return [*pieces, *(f"[unused{number}]" for number in range(98 - len(pieces))), "[UNK]", "[CLS]", "[SEP]"]
