"""The heads on the shared encoder; each reads vectors of words and is exported to a file of its own."""

from __future__ import annotations

from dataclasses import dataclass

import torch
from torch import Tensor, nn
from torch.nn import functional

from kg.reader.distances import DISTANCES
from kg.reader.pairs import FEATURES
from kg.training.network.encoder import WIDTH, Encoder

__all__ = ["Antecedents", "Network", "Roles", "Sizes", "Spans", "Syntax", "Tagger"]

_ARC, _LABEL, _ROLE, _EDGE, _MENTION, _PAIR = 192, 96, 256, 128, 256, 128
_LONGEST = 32
"""Lengths of a mention that are told apart."""


@dataclass(frozen=True, slots=True)
class Sizes:
    """How many labels each layer has."""

    pos: int
    tags: int
    morphs: int
    lemmas: int
    deps: int
    names: int
    mentions: int


class Tagger(nn.Module):
    """One label a word."""

    def __init__(self, labels: int, hidden: int = 0) -> None:
        super().__init__()
        self.hidden = nn.Linear(WIDTH, hidden) if hidden else None
        self.out = nn.Linear(hidden or WIDTH, labels)
        self.dropout = nn.Dropout(0.1)

    def forward(self, x: Tensor) -> Tensor:
        """Vectors [..., WIDTH] to logits [..., labels]."""
        x = self.dropout(x)
        if self.hidden is not None:
            x = self.dropout(functional.gelu(self.hidden(x)))
        logits: Tensor = self.out(x)
        return logits


class Syntax(nn.Module):
    """Heads and relations by biaffine attention (Dozat & Manning 2017); the root is head number 0."""

    def __init__(self, deps: int) -> None:
        super().__init__()
        self.root = nn.Parameter(torch.zeros(1, 1, WIDTH))
        self.arc_dep, self.arc_head = nn.Linear(WIDTH, _ARC), nn.Linear(WIDTH, _ARC)
        self.label_dep, self.label_head = nn.Linear(WIDTH, _LABEL), nn.Linear(WIDTH, _LABEL)
        self.arc = nn.Parameter(torch.empty(_ARC, _ARC + 1))
        self.label = nn.Parameter(torch.empty(deps, _LABEL + 1, _LABEL + 1))
        self.dropout = nn.Dropout(0.2)
        nn.init.normal_(self.root, std=0.1)
        nn.init.xavier_uniform_(self.arc)
        nn.init.zeros_(self.label)

    def forward(self, x: Tensor) -> tuple[Tensor, Tensor]:
        """Sentences [n, words, WIDTH] to arcs [n, words, 1 + words], labels [n, words, 1 + words, deps]."""
        heads = self._with_root(x)
        left, right = _one(self._part(self.label_dep, x)), _one(self._part(self.label_head, heads))
        return self.arcs(x), torch.einsum("nwi,lij,nhj->nwhl", left, self.label, right)

    def arcs(self, x: Tensor) -> Tensor:
        """Sentences [n, words, WIDTH] to scores of every head [n, words, 1 + words]."""
        head = self._part(self.arc_head, self._with_root(x))
        dep = self._part(self.arc_dep, x)
        return dep @ (_one(head) @ self.arc.transpose(0, 1)).transpose(1, 2)

    def labels(self, x: Tensor, heads: Tensor) -> Tensor:
        """Labels [n, words, deps] of known arcs, heads [n, words] counting the root as 0; for training."""
        left, right = (
            _one(self._part(self.label_dep, x)),
            _one(self._part(self.label_head, self._with_root(x))),
        )
        right = right.gather(1, heads[..., None].expand(-1, -1, right.shape[-1]))
        return torch.einsum("nwi,lij,nwj->nwl", left, self.label, right)

    def _with_root(self, x: Tensor) -> Tensor:
        return torch.cat([self.root.expand(x.shape[0], -1, -1), x], 1)

    def _part(self, layer: nn.Module, x: Tensor) -> Tensor:
        part: Tensor = self.dropout(functional.gelu(layer(self.dropout(x))))
        return part


def _one(x: Tensor) -> Tensor:
    """Add a constant 1 at the end of every vector: the bias of a biaffine product."""
    return torch.cat([x, torch.ones_like(x[..., :1])], -1)


class Roles(nn.Module):
    """Speaker and content of a claim, given its cue: two yes or no answers for every word around it."""

    def __init__(self) -> None:
        super().__init__()
        self.a, self.b, self.g, self.h = (nn.Linear(WIDTH, _ROLE) for _ in range(4))
        self.rel = nn.Embedding(DISTANCES, _ROLE)
        self.out = nn.Linear(_ROLE, 2)

    def forward(self, words: Tensor, cues: Tensor, distances: Tensor) -> Tensor:
        """Words [n, WIDTH], cues [c, WIDTH], distance classes [c, n] to logits [c, n, (speaker, content)]."""
        mixed = torch.tanh(self.a(words)[None] + self.b(cues)[:, None] + self.rel(distances))
        mixed = mixed + self.g(words)[None] * self.h(cues)[:, None]
        logits: Tensor = self.out(functional.gelu(mixed))
        return logits


class Spans(nn.Module):
    """Which stretches of a sentence are mentions, nested ones too: biaffine over first and last words."""

    def __init__(self) -> None:
        super().__init__()
        self.first, self.last = nn.Linear(WIDTH, _EDGE), nn.Linear(WIDTH, _EDGE)
        self.product = nn.Parameter(torch.empty(_EDGE + 1, _EDGE + 1))
        self.length = nn.Embedding(_LONGEST, 1)
        self.dropout = nn.Dropout(0.2)
        nn.init.zeros_(self.product)
        nn.init.constant_(self.length.weight, -2.0)

    def forward(self, x: Tensor) -> Tensor:
        """Sentences [n, words, WIDTH] to logits [n, first word, last word], for last >= first."""
        first = _one(self.dropout(functional.gelu(self.first(self.dropout(x)))))
        last = _one(self.dropout(functional.gelu(self.last(self.dropout(x)))))
        places = torch.arange(x.shape[1], device=x.device)
        far = (places[None, :] - places[:, None]).clamp(0, _LONGEST - 1)
        logits: Tensor = first @ self.product @ last.transpose(1, 2) + self.length(far)[None, :, :, 0]
        return logits


class Antecedents(nn.Module):
    """Types of mentions, and how surely an earlier mention is one's antecedent (0: as surely as none)."""

    def __init__(self, types: int) -> None:
        super().__init__()
        self.mention = nn.Linear(3 * WIDTH, _MENTION)
        self.kind = nn.Linear(_MENTION, types)
        self.a, self.b, self.g, self.h = (nn.Linear(_MENTION, _PAIR) for _ in range(4))
        self.features = nn.Embedding(FEATURES, _PAIR)
        self.out = nn.Linear(_PAIR, 1)
        self.dropout = nn.Dropout(0.2)
        nn.init.normal_(self.features.weight, std=0.1)

    def forward(
        self, mentions: Tensor, later: Tensor, earlier: Tensor, features: Tensor
    ) -> tuple[Tensor, Tensor]:
        """Score pairs.

        Args:
            mentions: Vectors of first, last and head word of each, [m, 3 * WIDTH].
            later: Position of the mention that seeks an antecedent, [pairs].
            earlier: Position of the candidate, [pairs].
            features: What is seen of the pair from outside, [pairs, f], see :mod:`kg.reader.pairs`.

        Returns:
            Logits of types [m, types] and scores [pairs].
        """
        m = self.dropout(functional.gelu(self.mention(self.dropout(mentions))))
        mixed = self.a(m)[later] + self.b(m)[earlier] + self.g(m)[later] * self.h(m)[earlier]
        mixed = functional.relu(mixed + self.features(features).sum(-2))
        return self.kind(m), self.out(mixed)[:, 0]


class Network(nn.Module):
    """The encoder with all its heads."""

    def __init__(self, sizes: Sizes) -> None:
        super().__init__()
        self.encoder = Encoder()
        self.tags = nn.ModuleDict(
            {
                "pos": Tagger(sizes.pos),
                "tags": Tagger(sizes.tags),
                "morphs": Tagger(sizes.morphs),
                "lemmas": Tagger(sizes.lemmas),
                "starts": Tagger(1),
            }
        )
        self.syntax = Syntax(sizes.deps)
        self.names = Tagger(sizes.names, hidden=256)
        self.cues = Tagger(3)
        self.roles = Roles()
        self.triggers = Tagger(3)
        self.spans = Spans()
        self.antecedents = Antecedents(sizes.mentions)
