"""The encoder over one window, as its graph runs it: fewer and larger products, inputs made even for int8.

A product's inputs are rounded to 256 steps between the least and the largest of all of them, so that one
channel with large numbers costs all others their digits. Dividing each channel by a scale and multiplying
its weights by the same changes nothing in fp32, and less is lost in int8 (SmoothQuant, Xiao et al. 2023).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import torch
import torch.nn.functional as F  # noqa: N812 - its usual name
from torch import Tensor, nn

from kg.training.network.encoder import HEADS, WIDTH, Encoder

__all__ = ["OneWindow", "Scales", "find_scales"]

_SHARE = 0.75
"""How much of the unevenness goes into the weights; measured over .35 to 1, see CHANGELOG."""

_LEAST = 1e-3
_LEAST_SCALE = 0.05


@dataclass(frozen=True)
class Scales:
    """What the inputs of a layer's four products are divided by, [channels] each.

    Attributes:
        heads: Of queries, keys and values.
        mixed: Of what attention has gathered.
        up, down: Of the feed-forward part.
    """

    heads: Tensor
    mixed: Tensor
    up: Tensor
    down: Tensor


def find_scales(encoder: Encoder, windows: Sequence[tuple[Tensor, Tensor]]) -> list[Scales]:
    """Choose the scales of every layer by the largest inputs over some windows.

    Args:
        encoder: As trained.
        windows: Wordpieces and their letter case, [1, pieces] each, as in training.
    """
    largest: dict[nn.Module, Tensor] = {}

    def note(module: nn.Module, inputs: tuple[Tensor, ...]) -> None:
        seen = inputs[0].abs().flatten(0, -2).amax(0)
        largest[module] = torch.maximum(largest.get(module, seen), seen)

    layers: Any = encoder.layers
    products = [part for layer in layers for part in (layer.query, layer.mixed, layer.up, layer.down)]
    hooks = [product.register_forward_pre_hook(note) for product in products]
    try:
        with torch.no_grad():
            for ids, cases in windows:
                encoder(ids, cases)
    finally:
        for hook in hooks:
            hook.remove()
    return [
        Scales(
            heads=_scale(
                largest[layer.query], *(part.weight for part in (layer.query, layer.key, layer.value))
            ),
            mixed=_scale(largest[layer.mixed], layer.mixed.weight),
            up=_scale(largest[layer.up], layer.up.weight),
            down=_scale(largest[layer.down], layer.down.weight),
        )
        for layer in layers
    ]


def _scale(largest: Tensor, *weights: Tensor) -> Tensor:
    """Scale of each input channel, from its largest input and its weights [out, in]."""
    of_weights = torch.cat([weight.detach() for weight in weights]).abs().amax(0)
    scale = largest.clamp(min=_LEAST) ** _SHARE / of_weights.clamp(min=_LEAST) ** (1 - _SHARE)
    return (scale / scale.median()).clamp(min=_LEAST_SCALE)


class _Layer(nn.Module):
    """One layer: queries, keys and values by one product, which is a fifth faster in int8."""

    def __init__(self, layer: Any, scales: Scales | None) -> None:
        super().__init__()
        self.mixed_norm, self.down_norm = layer.mixed_norm, layer.down_norm
        weights, biases = _attention(layer)
        mixed, up, down = (part.weight.detach().T for part in (layer.mixed, layer.up, layer.down))
        self.heads_by: nn.Module = nn.Identity()
        self.up_by: nn.Module = nn.Identity()
        self.down_by: nn.Module = nn.Identity()
        if scales is not None:
            weights, mixed = weights * scales.heads[:, None], mixed * scales.mixed[:, None]
            up, down = up * scales.up[:, None], down * scales.down[:, None]
            # What attention gathers are values, so their product can do this division.
            weights[:, 2 * WIDTH :] /= scales.mixed
            biases[2 * WIDTH :] /= scales.mixed
            self.heads_by, self.up_by, self.down_by = map(_Divide, (scales.heads, scales.up, scales.down))
        self.heads = _Product(weights, biases)
        self.mixed = _Product(mixed, layer.mixed.bias)
        self.up, self.down = _Product(up, layer.up.bias), _Product(down, layer.down.bias)

    def forward(self, x: Tensor) -> Tensor:
        """Read vectors [pieces, WIDTH]."""
        size = x.shape[0]
        parts = self.heads(self.heads_by(x)).reshape(size, 3, HEADS, WIDTH // HEADS).permute(1, 2, 0, 3)
        query, key, value = parts.unbind(0)
        seen = torch.softmax(query @ key.transpose(1, 2), -1) @ value
        x = self.mixed_norm(x + self.mixed(seen.transpose(0, 1).reshape(size, WIDTH)))
        normed: Tensor = self.down_norm(x + self.down(self.down_by(F.gelu(self.up(self.up_by(x))))))
        return normed


class OneWindow(nn.Module):
    """The encoder as its graph: ids and cases [1, pieces] to vectors [1, pieces, WIDTH]."""

    def __init__(self, encoder: Encoder, scales: Sequence[Scales] | None = None) -> None:
        super().__init__()
        self.words, self.cases, self.norm = encoder.words, encoder.cases, encoder.norm
        self.places = nn.Parameter((encoder.positions.weight + encoder.kinds.weight[0]).detach())
        layers: Any = encoder.layers
        given: Sequence[Scales | None] = scales or [None] * len(layers)
        self.layers = nn.ModuleList(_Layer(layer, of) for layer, of in zip(layers, given, strict=True))

    def forward(self, ids: Tensor, cases: Tensor) -> Tensor:
        """Read a window."""
        x = self.norm(self.words(ids[0]) + self.cases(cases[0]) + self.places[: ids.shape[1]])
        for layer in self.layers:
            x = layer(x)
        vectors: Tensor = x[None]
        return vectors


class _Product(nn.Module):
    def __init__(self, weight: Tensor, bias: Tensor) -> None:
        super().__init__()
        self.weight, self.bias = nn.Parameter(weight.contiguous()), nn.Parameter(bias.detach())

    def forward(self, x: Tensor) -> Tensor:
        return x @ self.weight + self.bias


class _Divide(nn.Module):
    def __init__(self, scale: Tensor) -> None:
        super().__init__()
        self.inverse = nn.Parameter(1 / scale)

    def forward(self, x: Tensor) -> Tensor:
        return x * self.inverse


def _attention(layer: Any) -> tuple[Tensor, Tensor]:
    """Weights [WIDTH, 3 * WIDTH] and bias of a layer's queries (scaled), keys and values."""
    scale = (WIDTH // HEADS) ** -0.5
    weights = [layer.query.weight * scale, layer.key.weight, layer.value.weight]
    biases = [layer.query.bias * scale, layer.key.bias, layer.value.bias]
    return torch.cat(weights).detach().T.contiguous(), torch.cat(biases).detach()
