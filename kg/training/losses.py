"""The loss of every layer over one batch; a layer that a text lacks adds nothing."""

from __future__ import annotations

import torch
from torch import Tensor
from torch.nn import functional

from kg.training.examples import NO_LABEL
from kg.training.network.heads import Network
from kg.training.tensors import Batch

__all__ = ["losses", "word_vectors"]

_LEAST = 0.1
"""Share of a batch that a layer is averaged over at least: a few words of a rare one weigh little."""


def word_vectors(network: Network, batch: Batch) -> Tensor:
    """Read the windows of a batch: a vector a word, [words, WIDTH]."""
    pieces = network.encoder(batch.ids, batch.cases, batch.mask)
    words: Tensor = pieces.reshape(-1, pieces.shape[-1])[batch.positions]
    return words


def losses(network: Network, batch: Batch) -> dict[str, Tensor]:
    """Mean loss of every layer that the batch has.

    Args:
        network: Is asked.
        batch: Windows with their labels.
    """
    words = word_vectors(network, batch)
    least = _LEAST * len(words)
    found: dict[str, Tensor] = {}
    for layer, tagger in network.tags.items():
        if layer in batch.layers and layer != "starts":
            found[layer] = _labels(tagger(words), batch.layers[layer], least)
    if "starts" in batch.layers:
        found["starts"] = _starts(network.tags["starts"](words)[:, 0], batch.layers["starts"], least)
    if "triggers" in batch.layers:
        found["triggers"] = _labels(network.triggers(words), batch.layers["triggers"], least)
    if len(batch.sentences):
        found |= _parse(network, words, batch, least)
    if batch.name_weights.any():
        found["names"] = _names(network, words, batch, least)
    if batch.claims:
        found |= _claims(network, words, batch)
    if len(batch.spans):
        found["spans"] = _spans(network, words, batch, least)
    if batch.chains:
        found |= _chains(network, words, batch)
    return found


def _labels(logits: Tensor, gold: Tensor, least: float) -> Tensor:
    count = (gold != NO_LABEL).sum()
    total = functional.cross_entropy(logits.float(), gold, ignore_index=NO_LABEL, reduction="sum")
    return total / count.clamp(min=least)


def _starts(logits: Tensor, gold: Tensor, least: float) -> Tensor:
    known = gold != NO_LABEL
    total = functional.binary_cross_entropy_with_logits(
        logits.float(), gold.clamp(min=0).float(), reduction="none"
    )
    return (total * known).sum() / known.sum().clamp(min=least) * 3


def _parse(network: Network, words: Tensor, batch: Batch, least: float) -> dict[str, Tensor]:
    """Arcs are chosen among the words of the sentence and the root (column 0)."""
    sentences, heads, deps = batch.sentences, batch.heads, batch.deps
    x = words[sentences.clamp(min=0)]
    outside = functional.pad(sentences < 0, (1, 0))
    arcs = network.syntax.arcs(x).float().masked_fill(outside[:, None, :], -1e4)
    labels = network.syntax.labels(x, heads.clamp(min=0))
    return {
        "arcs": _labels(arcs.flatten(0, 1), heads.flatten(), least),
        "deps": _labels(labels.flatten(0, 1), deps.flatten(), least),
    }


def _names(network: Network, words: Tensor, batch: Batch, least: float) -> Tensor:
    """Minus the logarithm of the probability of all tags that the corpus' tag may stand for together."""
    logits = network.names(words).float()
    allowed = logits.masked_fill(~batch.names, -1e4)
    loss = logits.logsumexp(-1) - allowed.logsumexp(-1)
    known = (batch.name_weights > 0).sum().clamp(min=least)
    weighted: Tensor = (loss * batch.name_weights).sum() / known
    return weighted


def _claims(network: Network, words: Tensor, batch: Batch) -> dict[str, Tensor]:
    cue_sum = role_sum = words.new_zeros((), dtype=torch.float32)
    cue_words = cues = 0.0
    balance = torch.tensor([1.0, 2.0, 2.0], device=words.device)
    for window in batch.claims:
        x = words[window.first : window.last]
        cost = functional.cross_entropy(
            network.cues(x).float(), window.cue_tags, weight=balance, reduction="sum"
        )
        cue_sum = cue_sum + cost * window.weight
        cue_words += len(x)
        if len(window.distances):
            vectors = window.cue_means.to(x.dtype) @ x
            logits = network.roles(x, vectors, window.distances).float()
            cost = functional.binary_cross_entropy_with_logits(logits, window.roles, reduction="sum")
            role_sum = role_sum + cost * window.weight / len(x)
            cues += len(vectors)
    return {"cues": cue_sum / max(cue_words, _LEAST * len(words)), "roles": role_sum / max(cues, 4.0)}


def _spans(network: Network, words: Tensor, batch: Batch, least: float) -> Tensor:
    spans, gold = batch.spans, batch.span_gold
    logits = network.spans(words[spans.clamp(min=0)]).float()
    inside = spans >= 0
    known = (inside[:, :, None] & inside[:, None, :]).triu()
    cost = functional.binary_cross_entropy_with_logits(logits, gold, reduction="none")
    return (cost * known).sum() / inside.sum().clamp(min=least) * 3


def _chains(network: Network, words: Tensor, batch: Batch) -> dict[str, Tensor]:
    """Marginal likelihood of all right antecedents (Lee et al. 2017); none scores 0."""
    link_sum = type_sum = words.new_zeros((), dtype=torch.float32)
    mentions = 0
    for chain in batch.chains:
        vectors = words[chain.mentions].flatten(1)
        types, scores = network.antecedents(vectors, chain.later, chain.earlier, chain.features)
        scores = scores.float()
        size = len(vectors)
        all_sum = _segment_sum(scores, chain.later, size)
        gold_sum = _segment_sum(scores.masked_fill(~chain.gold, -1e4), chain.later, size)
        first = torch.zeros(size, dtype=torch.bool, device=words.device)
        first[chain.later[chain.gold]] = True
        right = torch.where(first, gold_sum, torch.zeros_like(gold_sum))
        link_sum = link_sum + (torch.logaddexp(all_sum, torch.zeros_like(all_sum)) - right).sum()
        type_sum = type_sum + functional.cross_entropy(
            types.float(), chain.types, ignore_index=NO_LABEL, reduction="sum"
        )
        mentions += size
    return {"links": link_sum / max(mentions, 50), "mentions": type_sum / max(mentions, 50)}


def _segment_sum(scores: Tensor, segments: Tensor, size: int) -> Tensor:
    """Logarithm of the sum of exponentials of the scores of each segment; very low where there is none."""
    top = torch.full((size,), -1e4, device=scores.device).scatter_reduce(0, segments, scores.detach(), "amax")
    total = torch.zeros(size, device=scores.device).index_add(0, segments, (scores - top[segments]).exp())
    return total.clamp(min=1e-9).log() + top
