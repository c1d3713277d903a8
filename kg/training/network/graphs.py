"""The network cut into the graphs that the reader's components run, each written as ONNX."""

from __future__ import annotations

import io
import warnings
from collections.abc import Sequence
from typing import Any

import torch
import torch.nn.functional as F  # noqa: N812 - its usual name
from torch import Tensor, nn

from kg.reader.distances import DISTANCES
from kg.reader.pairs import GROUPS, group_rows
from kg.training.network.encoder import WIDTH, Encoder
from kg.training.network.heads import Antecedents, Network, Roles, Syntax, Tagger

__all__ = ["encoder_graph", "head_graphs"]

_OPSET = 17


class _Encoder(nn.Module):
    """The encoder over one window, queries, keys and values by one product."""

    def __init__(self, encoder: Encoder) -> None:
        super().__init__()
        self.encoder = encoder

    def forward(self, ids: Tensor, cases: Tensor) -> Tensor:
        vectors: Tensor = self.encoder(ids, cases)
        return vectors


class _Tags(nn.Module):
    """Best labels of three layers, logits of sentence starts and scores of edit trees."""

    def __init__(self, taggers: nn.ModuleDict) -> None:
        super().__init__()
        self.taggers = taggers

    def forward(self, words: Tensor) -> tuple[Tensor, ...]:
        best = [self.taggers[name](words).argmax(-1) for name in ("pos", "tags", "morphs")]
        return *best, self.taggers["starts"](words)[:, 0], self.taggers["lemmas"](words)


class _Arcs(nn.Module):
    """Scores of heads in a sentence."""

    def __init__(self, syntax: Syntax) -> None:
        super().__init__()
        self.dep, self.head, self.root = syntax.arc_dep, syntax.arc_head, syntax.root
        self.arc = syntax.arc

    def forward(self, words: Tensor) -> Tensor:
        heads = F.gelu(self.head(torch.cat([self.root, words], 1)))
        seen = heads @ self.arc[:, :-1].transpose(0, 1) + self.arc[:, -1]
        return F.gelu(self.dep(words)) @ seen.transpose(1, 2)


class _Relations(nn.Module):
    """Best relation of each word to the head that was chosen for it; never ``forbidden`` ones."""

    def __init__(self, syntax: Syntax, forbidden: Sequence[int]) -> None:
        super().__init__()
        self.dep, self.head, self.root = syntax.label_dep, syntax.label_head, syntax.root
        self.barred: Tensor
        self.product = nn.Parameter(syntax.label.detach().transpose(0, 1).contiguous())
        barred = torch.zeros(self.product.shape[1])
        barred[list(forbidden)] = -1e9
        self.register_buffer("barred", barred)

    def forward(self, words: Tensor, parents: Tensor, roots: Tensor) -> Tensor:
        heads = roots * self.root[0] + (1 - roots) * parents
        left, right = _one(F.gelu(self.dep(words))), _one(F.gelu(self.head(heads)))
        width, labels, _ = self.product.shape
        seen = (left @ self.product.reshape(width, -1)).reshape(-1, labels, width)
        return ((seen @ right[:, :, None])[:, :, 0] + self.barred).argmax(-1)


def _one(x: Tensor) -> Tensor:
    return torch.cat([x, torch.ones_like(x[..., :1])], -1)


class _Logits(nn.Module):
    def __init__(self, tagger: Tagger) -> None:
        super().__init__()
        self.tagger = tagger

    def forward(self, words: Tensor) -> Tensor:
        logits: Tensor = self.tagger(words)
        return logits


class _Sure(_Logits):
    def forward(self, words: Tensor) -> Tensor:
        return super().forward(words).softmax(-1)


class _Cues(nn.Module):
    """Probabilities of cues, and each word's share of the roles' computation."""

    def __init__(self, cues: Tagger, roles: Roles) -> None:
        super().__init__()
        self.cues, self.a, self.g = cues, roles.a, roles.g

    def forward(self, words: Tensor) -> tuple[Tensor, Tensor]:
        return self.cues(words).softmax(-1), torch.cat([self.a(words), self.g(words)], -1)


class _Roles(nn.Module):
    """Probabilities of speaker and content for the words around one cue."""

    def __init__(self, roles: Roles) -> None:
        super().__init__()
        self.b, self.h, self.rel, self.out = roles.b, roles.h, roles.rel, roles.out

    def forward(self, words: Tensor, cue: Tensor, distances: Tensor) -> Tensor:
        a, g = words.chunk(2, -1)
        mixed = torch.tanh(a + self.b(cue) + self.rel(distances)) + g * self.h(cue)
        return torch.sigmoid(self.out(F.gelu(mixed)))


class _Mentions(nn.Module):
    """Best type of each mention, and its share of the pairs' computation."""

    def __init__(self, antecedents: Antecedents) -> None:
        super().__init__()
        self.mention, self.kind = antecedents.mention, antecedents.kind
        self.parts = nn.ModuleList([antecedents.a, antecedents.g, antecedents.b, antecedents.h])

    def forward(self, mentions: Tensor) -> tuple[Tensor, Tensor]:
        seen = F.gelu(self.mention(mentions))
        return self.kind(seen).argmax(-1), torch.cat([part(seen) for part in self.parts], -1)


class _Pairs(nn.Module):
    """Scores of candidate pairs, with the features of a group added up beforehand."""

    def __init__(self, antecedents: Antecedents) -> None:
        super().__init__()
        weights = antecedents.features.weight.detach()
        self.tables = nn.ParameterList(
            nn.Parameter(weights[torch.from_numpy(rows)].sum(1)) for rows in group_rows()
        )
        self.out = antecedents.out

    def forward(self, parts: Tensor, later: Tensor, earlier: Tensor, features: Tensor) -> Tensor:
        seeking, found = parts.chunk(2, -1)
        a, g = seeking[later].chunk(2, -1)
        b, h = found[earlier].chunk(2, -1)
        mixed = a + b + g * h
        for column, table in enumerate(self.tables):
            mixed = mixed + table[features[:, column]]
        scores: Tensor = self.out(F.relu(mixed))[:, 0]
        return scores


def encoder_graph(encoder: Encoder) -> bytes:
    """Write the encoder in fp32: ids and cases [1, pieces] to vectors [1, pieces, WIDTH]."""
    ids = torch.randint(0, 1000, (1, 9))
    return _onnx(_Encoder(encoder), {"ids": ids, "cases": torch.zeros_like(ids)}, {"ids": 1, "cases": 1}, 1)


def head_graphs(network: Network, deps: Sequence[str]) -> dict[str, bytes]:
    """Write the heads: the files of the components, by name, see :mod:`kg.reader` for who runs which."""
    words = torch.randn(7, WIDTH)
    places = torch.arange(7)
    forbidden = [number for number, label in enumerate(deps) if label.lower() == "root"]
    one = {"words": words}
    by_words = {"words": 0}
    sentence, by_sentence = {"words": words[None]}, {"words": 1}
    related = {"words": words, "parents": words, "roots": torch.zeros(7, 1)}
    roles = {"words": torch.randn(7, 512), "cue": words[0], "distances": places % DISTANCES}
    grouped = torch.zeros(7, len(GROUPS), dtype=torch.long)
    pairs = {"parts": torch.randn(7, 512), "later": places, "earlier": places, "features": grouped}
    return {
        "tags.onnx": _onnx(_Tags(network.tags), one, by_words, 5),
        "arcs.onnx": _onnx(_Arcs(network.syntax), sentence, by_sentence, 1),
        "relations.onnx": _onnx(_Relations(network.syntax, forbidden), related, dict.fromkeys(related, 0), 1),
        "names.onnx": _onnx(_Logits(network.names), one, by_words, 1),
        "cues.onnx": _onnx(_Cues(network.cues, network.roles), one, by_words, 2),
        "roles.onnx": _onnx(_Roles(network.roles), roles, {"words": 0, "distances": 0}, 1),
        "triggers.onnx": _onnx(_Sure(network.triggers), one, by_words, 1),
        "spans.onnx": _onnx(network.spans, {"x": words[None]}, {"x": 1}, 1, names={"x": "words"}),
        "mentions.onnx": _onnx(
            _Mentions(network.antecedents), {"mentions": torch.randn(7, 3 * WIDTH)}, {"mentions": 0}, 2
        ),
        "pairs.onnx": _onnx(_Pairs(network.antecedents), pairs, dict.fromkeys(pairs, 0), 1),
    }


def _onnx(
    module: nn.Module,
    example: dict[str, Tensor],
    dynamic: dict[str, int],
    outputs: int,
    names: dict[str, str] | None = None,
) -> bytes:
    """Write a module; ``dynamic`` tells the axis of each input whose length varies."""
    written: Any = io.BytesIO()
    called = [(names or {}).get(name, name) for name in example]
    axes: dict[str, Any] = {
        (names or {}).get(name, name): {axis: f"{name}_size"} for name, axis in dynamic.items()
    }
    with warnings.catch_warnings(), torch.no_grad():
        warnings.simplefilter("ignore")
        torch.onnx.export(
            module.eval().cpu(),
            tuple(example.values()),
            written,
            input_names=called,
            output_names=[f"out{number}" for number in range(outputs)],
            dynamic_axes=axes,
            opset_version=_OPSET,
            dynamo=False,
        )
    content: bytes = written.getvalue()
    return content
