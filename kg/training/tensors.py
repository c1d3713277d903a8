"""Gold labels as tensors: what a batch holds, and how claims and chains get into it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
import torch
from torch import Tensor

from kg.reader.distances import distance_classes
from kg.reader.pairs import find_pairs, head_of
from kg.training.examples import NO_LABEL, Example, Slice
from kg.training.labelsets import LabelSets

__all__ = ["Batch", "ChainTensors", "ClaimTensors", "chain_tensors", "claim_tensors"]

_NONE = torch.zeros(0)


@dataclass(frozen=True)
class ClaimTensors:
    """Claims of one window: its words first to last of the batch; roles [c, words, (speaker, content)]."""

    first: int
    last: int
    cue_tags: Tensor
    cue_means: Tensor
    distances: Tensor
    roles: Tensor
    weight: float


@dataclass(frozen=True)
class ChainTensors:
    """Mentions of one text: first, last, head word of each [m, 3]; pairs; which are right; types [m]."""

    mentions: Tensor
    later: Tensor
    earlier: Tensor
    features: Tensor
    gold: Tensor
    types: Tensor


@dataclass(frozen=True)
class Batch:
    """Windows with their labels.

    Attributes:
        ids, cases, mask: Wordpieces, [windows, pieces].
        positions: Where each word's first piece stands in the flattened windows, [words].
        layers: Labels by layer, [words].
        names: Which tags a word may have, [words, tags]; name_weights: [words], 0 where nothing is known.
        sentences: Positions of the words of parsed sentences, [s, longest], -1 for none; heads, deps alike.
        spans: The same for sentences whose mentions are all known; span_gold: [s, first, last].
        claims, chains: One a window, one a text.
    """

    ids: Tensor
    cases: Tensor
    mask: Tensor
    positions: Tensor
    layers: dict[str, Tensor]
    names: Tensor
    name_weights: Tensor
    sentences: Tensor = _NONE
    heads: Tensor = _NONE
    deps: Tensor = _NONE
    spans: Tensor = _NONE
    span_gold: Tensor = _NONE
    claims: tuple[ClaimTensors, ...] = ()
    chains: tuple[ChainTensors, ...] = ()

    def to(self, device: str) -> Batch:
        """Move every tensor to a device."""

        def moved(value: object) -> object:
            if isinstance(value, Tensor):
                return value.to(device)
            if isinstance(value, dict):
                return {name: part.to(device) for name, part in value.items()}
            if isinstance(value, tuple):
                return tuple(
                    replace(part, **{n: moved(getattr(part, n)) for n in part.__dataclass_fields__})
                    for part in value
                )
            return value

        parts: dict[str, Any] = {name: moved(getattr(self, name)) for name in self.__dataclass_fields__}
        return replace(self, **parts)


def claim_tensors(one: Slice, offset: int) -> ClaimTensors:
    """Take the claims of one window, whose first word is at ``offset`` of the batch."""
    size = one.end - one.start
    tags = np.zeros(size, dtype=np.int64)
    means, roles, firsts = [], [], []
    for claim in one.example.text.claims or ():
        cue, speaker, content = (
            [place - one.start for place in part if one.start <= place < one.end]
            for part in (claim.cue, claim.speaker, claim.content)
        )
        if not cue:
            continue
        for number, place in enumerate(cue):
            begins = number == 0 or cue[number - 1] != place - 1
            tags[place] = 1 if begins else max(2 * (tags[place] == 0), tags[place])
        mean = np.zeros(size, dtype=np.float32)
        mean[cue] = 1 / len(cue)
        role = np.zeros((size, 2), dtype=np.float32)
        role[speaker, 0] = role[content, 1] = 1
        means.append(mean)
        roles.append(role)
        firsts.append(cue[0])
    none = np.zeros((0, size), dtype=np.float32)
    return ClaimTensors(
        first=offset,
        last=offset + size,
        cue_tags=torch.from_numpy(tags),
        cue_means=torch.from_numpy(np.stack(means) if means else none),
        distances=torch.from_numpy(distance_classes(np.array(firsts, dtype=np.int64), size)),
        roles=torch.from_numpy(np.stack(roles) if roles else np.zeros((0, size, 2), dtype=np.float32)),
        weight=one.example.text.weight,
    )


def chain_tensors(slices: list[Slice], offsets: list[int], labels: LabelSets) -> Iterator[ChainTensors]:
    """Take the chains of each text whose windows stand together, from ``offsets`` of the batch on."""
    start = 0
    while start < len(slices):
        example = slices[start].example
        stop = start + 1
        while (
            stop < len(slices)
            and slices[stop].example is example
            and slices[stop].start == slices[stop - 1].end
        ):
            stop += 1
        if example.text.mentions:
            shift = offsets[start] - slices[start].start
            found = _chain(example, slices[start].start, slices[stop - 1].end, shift, labels)
            if found is not None:
                yield found
        start = stop


def _chain(example: Example, first: int, last: int, shift: int, labels: LabelSets) -> ChainTensors | None:
    text = example.text
    kept = sorted(
        (m for m in text.mentions or () if first <= m.start and m.end <= last),
        key=lambda m: (m.start, -m.end),
    )
    pairs = find_pairs(text.words, [(m.start, m.end) for m in kept], example.sentence_of)
    if not len(pairs.later):
        return None
    chains = np.array([m.chain for m in kept])
    places = [(m.start, m.end - 1, head_of(text.words, m.start, m.end)) for m in kept]
    types = [labels.numbers["mentions"].get(m.type, NO_LABEL) for m in kept]
    return ChainTensors(
        mentions=torch.tensor(places) + shift,
        later=torch.from_numpy(pairs.later),
        earlier=torch.from_numpy(pairs.earlier),
        features=torch.from_numpy(pairs.features),
        gold=torch.from_numpy(chains[pairs.later] == chains[pairs.earlier]),
        types=torch.tensor(types),
    )
