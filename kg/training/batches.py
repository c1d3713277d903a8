"""Windows put together into batches of tensors, in an order that the seed alone decides."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from kg.reader.wordpieces import CLS, SEP
from kg.training.examples import NO_LABEL, Example, Slice, windows_of
from kg.training.labelsets import LabelSets
from kg.training.tensors import Batch, chain_tensors, claim_tensors

__all__ = ["Group", "batch_of", "groups_of", "pack", "pieces_of"]

_MASK = 103
_PLAIN = 5
"""The class of letter case of the special pieces."""

_LONGEST_SENTENCE = 120
_LAYERS = ("pos", "tags", "morphs", "lemmas", "starts", "triggers")

Group = list[Slice]
"""Windows that stay in one batch: all of a text with chains, else one."""


def groups_of(
    examples: Sequence[Example], copies: Sequence[float], lengths: Sequence[int], seed: int
) -> list[Group]:
    """Cut one pass over the examples into groups, in random order.

    Args:
        examples: All texts.
        copies: How often each is seen in a pass; the fraction is a probability.
        lengths: Window sizes that take turns, in wordpieces.
        seed: Decides lengths, fractions and order.
    """
    dice = random.Random(seed)  # noqa: S311 - no secret
    groups: list[Group] = []
    for example, often in zip(examples, copies, strict=True):
        for _ in range(int(often) + (dice.random() < often % 1)):
            slices = windows_of(example, dice.choice(lengths))
            groups += [slices] if example.text.mentions is not None else [[one] for one in slices]
    dice.shuffle(groups)
    return groups


def pack(groups: Sequence[Group], size: int, seed: int) -> list[Group]:
    """Fill batches of about ``size`` wordpieces, padding counted, from windows of like length."""
    dice = random.Random(seed)  # noqa: S311 - no secret
    batches: list[Group] = []
    chunk = 400
    for first in range(0, len(groups), chunk):
        part = sorted(groups[first : first + chunk], key=lambda group: max(one.size for one in group))
        current: Group = []
        longest = 0
        for group in part:
            widest = max(one.size for one in group)
            if current and (len(current) + len(group)) * max(longest, widest) > size:
                batches.append(current)
                current, longest = [], 0
            current = [*current, *group]
            longest = max(longest, widest)
        if current:
            batches.append(current)
    dice.shuffle(batches)
    return batches


def batch_of(slices: Group, labels: LabelSets, seed: int | None = None) -> Batch:
    """Make the tensors of a batch.

    Args:
        slices: Windows; those of one text stand together.
        labels: Numbers of mention types.
        seed: Masks some wordpieces and hides the letter case of some windows; None: nothing is changed.
    """
    ids, cases, mask = pieces_of(slices, random.Random(seed) if seed is not None else None)  # noqa: S311
    width = ids.shape[1]
    positions: list[int] = []
    offsets: list[int] = []
    for row, one in enumerate(slices):
        offsets.append(len(positions))
        place = row * width + 1
        for piece_ids, _ in one.example.pieces[one.start : one.end]:
            positions.append(place)
            place += len(piece_ids)
    batch = Batch(
        ids=torch.from_numpy(ids),
        cases=torch.from_numpy(cases),
        mask=torch.from_numpy(mask),
        positions=torch.tensor(positions),
        layers=_layers(slices),
        names=torch.from_numpy(np.concatenate([one.example.names[one.start : one.end] for one in slices])),
        name_weights=torch.from_numpy(
            np.concatenate(
                [
                    one.example.named[one.start : one.end] * np.float32(one.example.text.weight)
                    for one in slices
                ]
            )
        ),
        claims=tuple(
            claim_tensors(one, offset)
            for one, offset in zip(slices, offsets, strict=True)
            if one.example.text.claims is not None
        ),
        chains=tuple(chain_tensors(slices, offsets, labels)),
    )
    return _with_spans(_with_parse(batch, slices, offsets), slices, offsets)


def pieces_of(
    slices: Group, dice: random.Random | None
) -> tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.bool_]]:
    """Wordpieces, letter case and mask, [windows, pieces]; with dice, some are hidden as in training."""
    width = max(one.size for one in slices) + 2
    ids = np.zeros((len(slices), width), dtype=np.int64)
    cases = np.full((len(slices), width), _PLAIN, dtype=np.int64)
    mask = np.zeros((len(slices), width), dtype=bool)
    for row, one in enumerate(slices):
        pieces = one.example.pieces[one.start : one.end]
        flat = [number for piece_ids, _ in pieces for number in piece_ids]
        written = [number for _, classes in pieces for number in classes]
        if dice is not None:
            flat = [_MASK if dice.random() < 0.05 else number for number in flat]
            written = _hide_case(written, dice)
        ids[row, : len(flat) + 2] = [CLS, *flat, SEP]
        cases[row, 1 : len(flat) + 1] = written
        mask[row, : len(flat) + 2] = True
    return ids, cases, mask


def _hide_case(written: list[int], dice: random.Random) -> list[int]:
    """Write some windows in capitals or without any, as headlines and messages are."""
    chance = dice.random()
    if chance > 0.06:
        return written
    case = 2 if chance < 0.03 else 0
    return [case if number in (0, 1, 2, 3) else number for number in written]


def _layers(slices: Group) -> dict[str, Tensor]:
    found = {}
    for layer in _LAYERS:
        parts = [
            one.example.layers[layer][one.start : one.end]
            if layer in one.example.layers
            else np.full(one.end - one.start, NO_LABEL)
            for one in slices
        ]
        joined = np.concatenate(parts)
        if (joined != NO_LABEL).any():
            found[layer] = torch.from_numpy(joined)
    return found


def _sentences(one: Slice) -> Iterator[tuple[int, int]]:
    """First and last word (exclusive) of the whole sentences of a window, the very long ones left out."""
    starts = [*one.example.text.starts, len(one.example.text.words)]
    for start, end in pairwise(starts):
        if one.start <= start and end <= one.end and end - start <= _LONGEST_SENTENCE:
            yield start, end


def _padded(rows: list[NDArray[np.int64]], fill: int) -> Tensor:
    table = np.full((len(rows), max(len(row) for row in rows)), fill, dtype=np.int64)
    for number, row in enumerate(rows):
        table[number, : len(row)] = row
    return torch.from_numpy(table)


def _with_parse(batch: Batch, slices: Group, offsets: list[int]) -> Batch:
    words, heads, deps = [], [], []
    for one, offset in zip(slices, offsets, strict=True):
        if one.example.text.syntax is None:
            continue
        for start, end in _sentences(one):
            words.append(np.arange(start, end) - one.start + offset)
            heads.append(one.example.heads[start:end])
            deps.append(one.example.layers["deps"][start:end])
    if not words:
        return batch
    return replace(
        batch, sentences=_padded(words, -1), heads=_padded(heads, NO_LABEL), deps=_padded(deps, NO_LABEL)
    )


def _with_spans(batch: Batch, slices: Group, offsets: list[int]) -> Batch:
    rows: list[NDArray[np.int64]] = []
    marked: list[tuple[int, int, int]] = []
    for one, offset in zip(slices, offsets, strict=True):
        if not one.example.text.exhaustive:
            continue
        for start, end in _sentences(one):
            mentions = [m for m in one.example.text.mentions or () if start <= m.start and m.end <= end]
            marked += [(len(rows), m.start - start, m.end - 1 - start) for m in mentions]
            rows.append(np.arange(start, end) - one.start + offset)
    if not rows:
        return batch
    spans = _padded(rows, -1)
    gold = torch.zeros(len(rows), spans.shape[1], spans.shape[1])
    for row, first, last in marked:
        gold[row, first, last] = 1
    return replace(batch, spans=spans, span_gold=gold)
