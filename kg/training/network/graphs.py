"""The network cut into the graphs that the reader's components run, each written as ONNX."""

from __future__ import annotations

import io
import warnings
from collections.abc import Mapping, Sequence
from typing import Any

import torch
import torch.nn.functional as F  # noqa: N812 - its usual name
from torch import Tensor, nn

from kg.reader.chains import LONGEST_MENTION
from kg.reader.pairs import GROUPS, group_rows
from kg.training.network.encoder import WIDTH, Encoder
from kg.training.network.heads import Antecedents, Network, Roles, Spans, Syntax, Tagger
from kg.training.network.one_window import OneWindow, Scales

__all__ = ["encoder_graph", "head_graphs"]

_OPSET = 17


class _Words(nn.Module):
    """All that syntax sees of each word for itself, by one product.

    Best labels of three layers, scores of edit trees, logits of sentence starts, and the word's parts in
    heads (as dependent, as head) and in relations (as dependent, as head).
    """

    def __init__(self, taggers: nn.ModuleDict, syntax: Syntax) -> None:
        super().__init__()
        tags: Any = [taggers[name] for name in ("pos", "tags", "morphs", "lemmas", "starts")]
        layers = [tagger.out for tagger in tags]
        layers += [syntax.arc_dep, syntax.arc_head, syntax.label_dep, syntax.label_head]
        self.weight = nn.Parameter(torch.cat([layer.weight.detach() for layer in layers]))
        self.bias = nn.Parameter(torch.cat([layer.bias.detach() for layer in layers]))
        self.sizes = [len(layer.bias) for layer in layers]
        self.arc = nn.Parameter(syntax.arc.detach())

    def forward(self, words: Tensor) -> tuple[Tensor, ...]:
        parts = torch.split(F.linear(words, self.weight, self.bias), self.sizes, -1)
        pos, tags, morphs, lemmas, starts, *of_tree = parts
        dependent, head, left, right = (F.gelu(part) for part in of_tree)
        heads = head @ self.arc[:, :-1].transpose(0, 1) + self.arc[:, -1]
        best = [layer.argmax(-1) for layer in (pos, tags, morphs)]
        return *best, lemmas, starts[:, 0], dependent, heads, left, right


class _Arcs(nn.Module):
    """Scores of heads in a sentence."""

    def __init__(self, syntax: Syntax) -> None:
        super().__init__()
        head = F.gelu(syntax.arc_head(syntax.root[0]))
        self.root = nn.Parameter((_one(head) @ syntax.arc.transpose(0, 1)).detach())

    def forward(self, dependents: Tensor, heads: Tensor) -> Tensor:
        return dependents @ torch.cat([self.root, heads]).transpose(0, 1)


class _Relations(nn.Module):
    """Best relation of each word to the head that was chosen for it; never ``forbidden`` ones."""

    def __init__(self, syntax: Syntax, forbidden: Sequence[int]) -> None:
        super().__init__()
        self.barred: Tensor
        self.root = nn.Parameter(F.gelu(syntax.label_head(syntax.root[0])).detach())
        self.product = nn.Parameter(syntax.label.detach().permute(2, 0, 1).contiguous())
        barred = torch.zeros(self.product.shape[1])
        barred[list(forbidden)] = -1e9
        self.register_buffer("barred", barred)

    def forward(self, left: Tensor, right: Tensor, roots: Tensor, heads: Tensor) -> Tensor:
        width, labels, _ = self.product.shape
        above = _one(torch.where(roots, self.root, right)) @ self.product.reshape(width, -1)
        seen = above.reshape(-1, labels, width)[heads] @ _one(left)[:, :, None]
        return (seen[:, :, 0] + self.barred).argmax(-1)


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
    """Probabilities of cues, and each word's two parts in the roles' computation."""

    def __init__(self, cues: Tagger, roles: Roles) -> None:
        super().__init__()
        self.cues, self.a, self.g = cues, roles.a, roles.g

    def forward(self, words: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        return self.cues(words).softmax(-1), self.a(words), self.g(words)


class _Roles(nn.Module):
    """Probabilities of speaker and content for the words around one cue."""

    def __init__(self, roles: Roles) -> None:
        super().__init__()
        self.b, self.h, self.rel, self.out = roles.b, roles.h, roles.rel, roles.out

    def forward(self, sums: Tensor, products: Tensor, cue: Tensor, distances: Tensor) -> Tensor:
        mixed = torch.tanh(sums + self.b(cue) + self.rel(distances)) + products * self.h(cue)
        return torch.sigmoid(self.out(F.gelu(mixed)))


class _Edges(nn.Module):
    """Each word's parts in the search for mentions, as the first and as the last of one."""

    def __init__(self, spans: Spans) -> None:
        super().__init__()
        self.first, self.last, self.product = spans.first, spans.last, spans.product

    def forward(self, words: Tensor) -> tuple[Tensor, Tensor]:
        return _one(F.gelu(self.first(words))) @ self.product, _one(F.gelu(self.last(words)))


class _Spans(nn.Module):
    """Logits of mentions in a sentence, by first and last word; no mention ends before it begins."""

    def __init__(self, spans: Spans) -> None:
        super().__init__()
        lengths = spans.length.weight.detach()[:, 0]
        longest = lengths[-1].repeat(LONGEST_MENTION - len(lengths))
        never = torch.full((1,), -1e9)
        self.lengths = nn.Parameter(torch.cat([never, lengths, longest, never]))

    def forward(self, first: Tensor, last: Tensor) -> Tensor:
        places = torch.arange(first.shape[0])
        far = (places[None, :] - places[:, None]).clamp(-1, LONGEST_MENTION)
        return first @ last.transpose(0, 1) + self.lengths[far + 1]


class _Mentions(nn.Module):
    """Best type of each mention, and its four parts in the scores of pairs."""

    def __init__(self, antecedents: Antecedents) -> None:
        super().__init__()
        self.mention, self.kind = antecedents.mention, antecedents.kind
        self.parts = nn.ModuleList([antecedents.a, antecedents.g, antecedents.b, antecedents.h])

    def forward(self, mentions: Tensor) -> tuple[Tensor, ...]:
        seen = F.gelu(self.mention(mentions))
        return self.kind(seen).argmax(-1), *(part(seen) for part in self.parts)


class _Pairs(nn.Module):
    """Scores of candidate pairs, with the features of a group added up beforehand."""

    def __init__(self, antecedents: Antecedents) -> None:
        super().__init__()
        weights = antecedents.features.weight.detach()
        self.tables = nn.ParameterList(
            nn.Parameter(weights[torch.from_numpy(rows)].sum(1)) for rows in group_rows()
        )
        self.out = antecedents.out

    def forward(
        self,
        later: Tensor,
        earlier: Tensor,
        features: Tensor,
        later_sum: Tensor,
        later_product: Tensor,
        earlier_sum: Tensor,
        earlier_product: Tensor,
    ) -> Tensor:
        mixed = later_product[later] * earlier_product[earlier] + later_sum[later] + earlier_sum[earlier]
        for column, table in enumerate(self.tables):
            mixed = mixed + table[features[:, column]]
        scores: Tensor = self.out(F.relu(mixed))[:, 0]
        return scores


def encoder_graph(encoder: Encoder, scales: Sequence[Scales] | None = None) -> bytes:
    """Write the encoder in fp32: ids and cases [1, pieces] to vectors [1, pieces, WIDTH].

    Args:
        encoder: As trained.
        scales: Of :func:`kg.training.network.one_window.find_scales`, where the graph shall get int8 weights.
    """
    ids = torch.arange(9)[None]
    example = {"ids": ids, "cases": torch.zeros_like(ids)}
    return _onnx(OneWindow(encoder.cpu().eval(), scales), example, axis=1)


def head_graphs(network: Network, deps: Sequence[str]) -> dict[str, bytes]:
    """Write the heads: the components' files, by name.

    Args:
        network: The trained network; it is left on the CPU and not to be trained further.
        deps: Labels of the relations; that of roots is never given to another word.
    """
    network.cpu().eval()
    forbidden = [number for number, label in enumerate(deps) if label.lower() == "root"]
    places, words = torch.arange(7), torch.randn(7, WIDTH)
    width = network.syntax.label_dep.out_features
    arc, edge = len(network.syntax.arc), len(network.spans.product)
    role, part = network.roles.b.out_features, network.antecedents.a.out_features
    around = {name: torch.randn(7, role) for name in ("sums", "products")}
    parts = ("later_sum", "later_product", "earlier_sum", "earlier_product")
    pairs = {"later": places, "earlier": places, "features": torch.zeros(7, len(GROUPS), dtype=torch.long)}
    pairs |= {name: torch.randn(7, part) for name in parts}
    tree = {
        "left": torch.randn(7, width),
        "right": torch.randn(7, width),
        "roots": places[:, None] > 5,
        "heads": places,
    }
    edges = {name: torch.randn(7, edge) for name in ("first", "last")}
    arcs = {name: torch.randn(7, arc) for name in ("dependents", "heads")}
    parts_of = {"mentions": torch.randn(7, 3 * WIDTH)}
    of_words = {"words": words}
    return {
        "words.onnx": _onnx(_Words(network.tags, network.syntax), of_words),
        "arcs.onnx": _onnx(_Arcs(network.syntax), arcs),
        "relations.onnx": _onnx(_Relations(network.syntax, forbidden), tree),
        "names.onnx": _onnx(_Logits(network.names), of_words),
        "cues.onnx": _onnx(_Cues(network.cues, network.roles), of_words),
        "roles.onnx": _onnx(_Roles(network.roles), around | {"cue": words[0], "distances": places}),
        "triggers.onnx": _onnx(_Sure(network.triggers), of_words),
        "edges.onnx": _onnx(_Edges(network.spans), of_words),
        "spans.onnx": _onnx(_Spans(network.spans), edges),
        "mentions.onnx": _onnx(_Mentions(network.antecedents), parts_of),
        "pairs.onnx": _onnx(_Pairs(network.antecedents), pairs),
    }


def _onnx(module: nn.Module, example: Mapping[str, Tensor], *, axis: int = 0) -> bytes:
    """Write a module; the length of ``axis`` varies, but for vectors that stand alone."""
    written: Any = io.BytesIO()
    varies = {name: {axis: f"{name}_size"} for name, value in example.items() if name != "cue"}
    with warnings.catch_warnings(), torch.no_grad():
        warnings.simplefilter("ignore")  # the exporter's own, that tracing fixes what does not vary
        torch.onnx.export(
            module.eval().cpu(),
            tuple(example.values()),
            written,
            input_names=list(example),
            dynamic_axes=varies,
            opset_version=_OPSET,
            dynamo=False,
        )
    content: bytes = written.getvalue()
    return content
