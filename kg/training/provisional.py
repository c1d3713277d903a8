"""Training the provisional pipeline with spaCy's own training, from corpora to the shipped folder.

Steps, each kept in ``OUTPUT.work`` and not done again: a first-pass names model learns from the
corpora that have every label; it fills the labels that the others lack; a second names model learns
from everything; tags and dependencies are learnt beside it from the treebanks; the parts become one
pipeline.
"""

import logging
import random
import zlib
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import spacy
from spacy.cli.train import train as spacy_train
from spacy.language import Language
from spacy.tokens import Doc, DocBin
from spacy.vocab import Vocab

from kg.training.corpora import CORPORA, Corpus
from kg.training.docs import join_sentences
from kg.training.sentence import Sentence
from kg.training.shipping import ship, size_in_bytes
from kg.training.silver import doubt, fill

__all__ = ["SEED", "train_provisional"]

SEED = 20
"""The seed of the shipped pipeline."""

_LOG = logging.getLogger(__name__)
_HERE = Path(__file__).parent
_FIRST_STEPS, _SECOND_STEPS = 1500, 2500
_TRUSTED = frozenset(("PERSON", "ORG", "PLACE"))
"""The labels in which people's annotations correct the machine-made ones."""
_HELD_OUT = 25
"""Every so many-th document is kept for choosing the best step; it is not learnt from."""


def train_provisional(
    corpora: Path,
    output: Path,
    *,
    without: Sequence[str] = (),
    smoke: bool = False,
    seed: int = SEED,
) -> None:
    """Train the provisional pipeline and write it, ready for ``spacy.load``.

    Args:
        corpora: The folder with one folder a corpus; a corpus that is not there is left out.
        output: The folder to write. Work files lie beside it, in ``OUTPUT.work``; a run that was
            cut off goes on with the steps that were finished.
        without: Names of corpora to leave out.
        smoke: Train for a few steps only, to see that all of it works.
        seed: Seeds grouping, spelling, weights and the order of batches.

    Raises:
        ValueError: A name in ``without`` is unknown, or no corpus is left.
    """
    chosen = _choose(corpora, without)
    work = output.with_name(output.name + ".work")
    work.mkdir(parents=True, exist_ok=True)
    documents = {corpus.name: list(corpus.read(corpora)) for corpus in chosen}
    steps = 20 if smoke else None
    _train_names(work, chosen, documents, seed, steps)
    parsed = [corpus for corpus in chosen if corpus.parsed] or chosen
    if not (work / "syntax-data" / "train.spacy").exists():
        _write(work / "syntax-data", parsed, documents, seed)
    _run("syntax.cfg", work / "syntax-data", work / "syntax", seed, steps)
    ship(work / "syntax" / "model-best", work / "names" / "model-best", output)
    _LOG.info("wrote %s, %.1f MB", output.name, size_in_bytes(output) / 1e6)


def _train_names(
    work: Path,
    chosen: list[Corpus],
    documents: dict[str, list[list[Sentence]]],
    seed: int,
    steps: int | None,
) -> None:
    """Train the names: first pass, filling, doubting the machine-made corpora, last pass."""
    complete = [corpus for corpus in chosen if corpus.lacks <= {"NORP"}] or chosen
    careful = [corpus for corpus in chosen if not corpus.silver]
    data = work / "names-data"
    if not (data / "train.spacy").exists():
        first = _pass(work, "first", complete, documents, seed, steps or _FIRST_STEPS)
        for corpus in chosen:
            if corpus.lacks:
                _LOG.info("filling %s in %s", ", ".join(sorted(corpus.lacks)), corpus.name)
                documents[corpus.name] = list(fill(documents[corpus.name], corpus.lacks, first))
        if careful and len(careful) < len(chosen):
            second = _pass(work, "second", careful, documents, seed, steps or _SECOND_STEPS)
            for corpus in chosen:
                if corpus.silver:
                    _LOG.info("doubting %s", corpus.name)
                    documents[corpus.name] = list(doubt(documents[corpus.name], _TRUSTED, second))
        _write(data, chosen, documents, seed)
    _run("names.cfg", data, work / "names", seed, steps)


def _pass(
    work: Path,
    name: str,
    chosen: list[Corpus],
    documents: dict[str, list[list[Sentence]]],
    seed: int,
    steps: int,
) -> Language:
    """Train a names model that only prepares data; use what an earlier run left."""
    output = work / name
    if not (output / "model-last").exists():
        _write(work / f"{name}-data", chosen, documents, seed)
        _run("names.cfg", work / f"{name}-data", output, seed, steps)
    return spacy.load(output / "model-last")


def _choose(corpora: Path, without: Sequence[str]) -> list[Corpus]:
    unknown = sorted(set(without) - set(CORPORA))
    if unknown:
        raise ValueError(f"no such corpus: {', '.join(unknown)}; there are {', '.join(CORPORA)}")
    chosen = []
    for corpus in CORPORA.values():
        if corpus.name in without:
            continue
        if (corpora / corpus.name).is_dir():
            chosen.append(corpus)
        else:
            _LOG.warning("%s is not in %s and is left out", corpus.name, corpora)
    if not chosen:
        raise ValueError(f"none of {', '.join(CORPORA)} is in {corpora}")
    return chosen


def _write(
    folder: Path, chosen: list[Corpus], documents: dict[str, list[list[Sentence]]], seed: int
) -> None:
    """Write ``train.spacy`` and ``dev.spacy`` (held-out documents of corpora made by people)."""
    folder.mkdir(parents=True, exist_ok=True)
    train, dev = DocBin(store_user_data=False), DocBin(store_user_data=False)
    vocab = spacy.blank("en").vocab
    for corpus in chosen:
        rng = random.Random(seed + zlib.crc32(corpus.name.encode()))  # noqa: S311 - no secret
        held, learnt = _split(documents[corpus.name], corpus.silver)
        for doc in join_sentences(held, vocab, rng):
            dev.add(doc)
        for doc in _copies(learnt, corpus.copies, vocab, rng):
            train.add(doc)
    dev.to_disk(folder / "dev.spacy")
    partial = folder / "train.partial"
    train.to_disk(partial)
    partial.rename(folder / "train.spacy")
    _LOG.info("%d groups to learn from, %d held out", len(train), len(dev))


def _split(
    documents: list[list[Sentence]], silver: bool
) -> tuple[list[list[Sentence]], list[list[Sentence]]]:
    """Hold out every 25th document, none of a machine-made corpus."""
    if silver:
        return [], documents
    held = documents[_HELD_OUT - 1 :: _HELD_OUT] or documents[-1:]
    kept = [d for index, d in enumerate(documents) if index % _HELD_OUT != _HELD_OUT - 1]
    return held, kept


def _copies(
    documents: Iterable[list[Sentence]], copies: int, vocab: Vocab, rng: random.Random
) -> Iterator[Doc]:
    for _ in range(copies):
        yield from join_sentences(documents, vocab, rng)


def _run(config: str, data: Path, output: Path, seed: int, steps: int | None) -> None:
    overrides: dict[str, object] = {
        "paths.train": str(data / "train.spacy"),
        "paths.dev": str(data / "dev.spacy"),
        "system.seed": seed,
    }
    if steps is not None:
        overrides["training.max_steps"] = steps
        overrides["training.eval_frequency"] = min(steps, 1000)
    _LOG.info("spacy train %s", config)
    spacy_train(_HERE / config, output, overrides=overrides)
