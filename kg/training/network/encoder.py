"""BERT's encoder (Devlin et al. 2019) in the size of all-MiniLM-L6-v2, with letter case fed back in."""

from __future__ import annotations

from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional

from kg.reader.wordpieces import CASES

__all__ = ["HEADS", "WIDTH", "Encoder", "load_encoder"]

WIDTH = 384
"""Numbers in a vector."""

HEADS = 12
"""Parts of a vector that attend on their own."""

_LAYERS, _POSITIONS, _PIECES = 6, 512, 30522
_EPSILON = 1e-12


class _Layer(nn.Module):
    """Self-attention and a feed-forward part, each normalized after its addition."""

    def __init__(self) -> None:
        super().__init__()
        self.query = nn.Linear(WIDTH, WIDTH)
        self.key = nn.Linear(WIDTH, WIDTH)
        self.value = nn.Linear(WIDTH, WIDTH)
        self.mixed = nn.Linear(WIDTH, WIDTH)
        self.mixed_norm = nn.LayerNorm(WIDTH, _EPSILON)
        self.up = nn.Linear(WIDTH, 4 * WIDTH)
        self.down = nn.Linear(4 * WIDTH, WIDTH)
        self.down_norm = nn.LayerNorm(WIDTH, _EPSILON)

    def forward(self, x: Tensor, mask: Tensor | None) -> Tensor:
        """Read vectors [windows, pieces, WIDTH]; mask [windows, 1, 1, pieces] is true at pieces."""
        windows, pieces, _ = x.shape
        query, key, value = (
            layer(x).view(windows, pieces, HEADS, -1).transpose(1, 2)
            for layer in (self.query, self.key, self.value)
        )
        seen = functional.scaled_dot_product_attention(query, key, value, attn_mask=mask)
        x = self.mixed_norm(x + self.mixed(seen.transpose(1, 2).reshape(windows, pieces, WIDTH)))
        normed: Tensor = self.down_norm(x + self.down(functional.gelu(self.up(x))))
        return normed


class Encoder(nn.Module):
    """Wordpieces and their letter case to vectors.

    Dropout is on the embeddings alone: within the layers it costs a fifth of the time on a CPU, and masking
    wordpieces does its work.
    """

    def __init__(self, dropout: float = 0.1) -> None:
        super().__init__()
        self.words = nn.Embedding(_PIECES, WIDTH)
        self.positions = nn.Embedding(_POSITIONS, WIDTH)
        self.kinds = nn.Embedding(2, WIDTH)
        self.cases = nn.Embedding(CASES, WIDTH)
        self.norm = nn.LayerNorm(WIDTH, _EPSILON)
        self.layers = nn.ModuleList(_Layer() for _ in range(_LAYERS))
        self.dropout = nn.Dropout(dropout)

    def forward(self, ids: Tensor, cases: Tensor, mask: Tensor | None = None) -> Tensor:
        """Read windows.

        Args:
            ids: Wordpieces, [windows, pieces], the special ones included.
            cases: Their classes of letter case, the same shape.
            mask: True where there is a piece, the same shape; None: everywhere.

        Returns:
            Vectors, [windows, pieces, WIDTH].
        """
        x = self.words(ids) + self.cases(cases) + self.kinds.weight[0]
        x = x + self.positions.weight[: ids.shape[1]]
        x = self.dropout(self.norm(x))
        wide = None if mask is None else mask[:, None, None, :]
        for layer in self.layers:
            x = layer(x, wide)
        vectors: Tensor = x
        return vectors


def load_encoder(encoder: Encoder, path: Path, prefix: str = "") -> None:
    """Take the weights of a BERT of this size; letter case starts at nothing where the file has none.

    Args:
        encoder: Takes the weights.
        path: ``model.safetensors`` as the transformers library writes it.
        prefix: What stands before BERT's own names of the weights.

    Raises:
        KeyError: The file lacks a weight.
    """
    given = {name.removeprefix(prefix): value.float() for name, value in load_file(path).items()}
    weights = {ours: given[theirs] for ours, theirs in _names().items()}
    weights["cases.weight"] = given.get("case.weight", torch.zeros(CASES, WIDTH))
    encoder.load_state_dict(weights)


def _names() -> dict[str, str]:
    """Our name of each weight, and BERT's."""
    names = {
        "words.weight": "embeddings.word_embeddings.weight",
        "positions.weight": "embeddings.position_embeddings.weight",
        "kinds.weight": "embeddings.token_type_embeddings.weight",
    }
    modules = {"norm": "embeddings.LayerNorm"}
    inside = {
        "query": "attention.self.query",
        "key": "attention.self.key",
        "value": "attention.self.value",
        "mixed": "attention.output.dense",
        "mixed_norm": "attention.output.LayerNorm",
        "up": "intermediate.dense",
        "down": "output.dense",
        "down_norm": "output.LayerNorm",
    }
    for number in range(_LAYERS):
        modules |= {
            f"layers.{number}.{ours}": f"encoder.layer.{number}.{theirs}" for ours, theirs in inside.items()
        }
    for ours, theirs in modules.items():
        names |= {f"{ours}.{kind}": f"{theirs}.{kind}" for kind in ("weight", "bias")}
    return names
