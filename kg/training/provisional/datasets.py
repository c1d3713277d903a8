"""The two files that one training reads: what it learns from, and what chooses its best step."""

import logging
import random
import zlib
from pathlib import Path

import spacy
from spacy.tokens import DocBin

from kg.training.formats.sentence import Sentence
from kg.training.provisional.corpora import Corpus
from kg.training.provisional.docs import join_sentences
from kg.training.provisional.substitute import Substitution

__all__ = ["write_data"]

_LOG = logging.getLogger(__name__)
_HELD_OUT = 25
"""Every so many-th document is kept for choosing the best step; it is not learnt from."""
_SILVER_SHARE, _COPY_SHARE = 0.2, 0.5
"""Shares of names replaced: in machine-made corpora, in the varied copies of the others."""


def write_data(
    folder: Path,
    chosen: list[Corpus],
    documents: dict[str, list[list[Sentence]]],
    seed: int,
    vary: Substitution | None = None,
) -> None:
    """Write ``train.spacy`` and ``dev.spacy`` (held-out documents of corpora made by people).

    Args:
        folder: Where to write.
        chosen: The corpora.
        documents: Their documents by corpus name.
        seed: Seeds grouping, spelling and names; each corpus has its own stream.
        vary: Replaces names; each copy of a corpus made by people then gets a varied twin.
    """
    folder.mkdir(parents=True, exist_ok=True)
    train, dev = DocBin(store_user_data=False), DocBin(store_user_data=False)
    vocab = spacy.blank("en").vocab
    for corpus in chosen:
        rng = random.Random(seed + zlib.crc32(corpus.name.encode()))  # noqa: S311 - no secret
        held, learnt = _split(documents[corpus.name], corpus.silver)
        for doc in join_sentences(held, vocab, rng):
            dev.add(doc)
        for share in _shares(corpus, vary is not None):
            for doc in join_sentences(learnt, vocab, rng, vary if share else None, share):
                train.add(doc)
    dev.to_disk(folder / "dev.spacy")
    partial = folder / "train.partial"
    train.to_disk(partial)
    partial.rename(folder / "train.spacy")
    _LOG.info("%d groups to learn from, %d held out", len(train), len(dev))


def _shares(corpus: Corpus, varied: bool) -> list[float]:
    """Give the share of names to replace for each copy of a corpus."""
    if corpus.silver:
        return [_SILVER_SHARE if varied else 0.0]
    plain = [0.0] * corpus.copies
    return plain + [_COPY_SHARE] * corpus.copies if varied else plain


def _split(
    documents: list[list[Sentence]], silver: bool
) -> tuple[list[list[Sentence]], list[list[Sentence]]]:
    """Hold out every 25th document, none of a machine-made corpus."""
    if silver:
        return [], documents
    held = documents[_HELD_OUT - 1 :: _HELD_OUT] or documents[-1:]
    kept = [d for index, d in enumerate(documents) if index % _HELD_OUT != _HELD_OUT - 1]
    return held, kept
