"""Training the provisional pipeline with spaCy's own training, from corpora to the shipped folder.

Steps, each kept in ``OUTPUT.work`` and not done again: a first-pass names model learns from the
corpora that have every label; it fills the labels that the others lack; a second one, from people's
annotations, doubts the machine-made ones; the names are learnt from everything, at last with a
falling rate; tags and dependencies are learnt from the treebanks; the parts become one pipeline.
"""

import logging
from collections.abc import Iterator, Sequence
from pathlib import Path

import spacy
from confection import Config
from spacy.cli.train import train as spacy_train
from spacy.language import Language

from kg.training.formats.sentence import Sentence
from kg.training.provisional.corpora import CORPORA, Corpus
from kg.training.provisional.datasets import write_data
from kg.training.provisional.gazetteer import features, write_vectors
from kg.training.provisional.lexicon import load_lexicon
from kg.training.provisional.shipping import ship, size_in_bytes
from kg.training.provisional.silver import doubt, fill
from kg.training.provisional.substitute import Substitution

__all__ = ["SEED", "train_provisional"]

SEED = 20
"""The seed of the shipped pipeline."""

_LOG = logging.getLogger(__name__)
_HERE = Path(__file__).parent
_FIRST_STEPS, _SECOND_STEPS, _COOLING_STEPS = 1500, 2500, 2000
_COOLING_RATE = 0.001
_FINISHED = "finished"
"""A file that is written into the folder of a training when it has come to its end."""
_TRUSTED = frozenset(("PERSON", "ORG", "PLACE"))
"""The labels in which people's annotations correct the machine-made ones."""


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
        write_data(work / "syntax-data", parsed, documents, seed)
    _run("syntax.cfg", work / "syntax-data", work / "syntax", seed, steps)
    ship(work / "syntax" / "model-best", work / "cooled" / "model-last", output)
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
        lexicon = load_lexicon()
        vary = Substitution(lexicon, _flat(careful, documents)) if lexicon else None
        write_vectors(work / "lists", features(lexicon, _flat(chosen, documents)) if lexicon else {})
        write_data(data, chosen, documents, seed, vary)
    lists: dict[str, object] = {"paths.vectors": str(work / "lists")}
    _run("names.cfg", data, work / "names", seed, steps, lists)
    cooling = _cooling(work, steps or _COOLING_STEPS)
    _run(cooling, data, work / "cooled", seed, steps or _COOLING_STEPS, lists)


def _cooling(work: Path, steps: int) -> Path:
    """Write the configuration that goes on from the names, with a rate that falls to nothing."""
    config = Config().from_disk(_HERE / "names.cfg", interpolate=False)
    config["components"] = {"ner": {"source": str(work / "names" / "model-last")}}
    config["training"]["optimizer"]["learn_rate"] = {
        "@schedules": "warmup_linear.v1",
        "warmup_steps": min(100, steps // 4),
        "total_steps": steps,
        "initial_rate": _COOLING_RATE,
    }
    path = work / "cooling.cfg"
    config.to_disk(path)
    return path


def _flat(chosen: list[Corpus], documents: dict[str, list[list[Sentence]]]) -> Iterator[list[Sentence]]:
    for corpus in chosen:
        yield from documents[corpus.name]


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
    if not (output / _FINISHED).exists():
        write_data(work / f"{name}-data", chosen, documents, seed)
        _run("drafts.cfg", work / f"{name}-data", output, seed, steps)
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


def _run(
    config: str | Path,
    data: Path,
    output: Path,
    seed: int,
    steps: int | None,
    more: dict[str, object] | None = None,
) -> None:
    if (output / _FINISHED).exists():
        return
    overrides: dict[str, object] = {
        "paths.train": str(data / "train.spacy"),
        "paths.dev": str(data / "dev.spacy"),
        "system.seed": seed,
        **(more or {}),
    }
    if steps is not None:
        overrides["training.max_steps"] = steps
        overrides["training.eval_frequency"] = min(steps, 1000)
    _LOG.info("spacy train %s", Path(config).name)
    spacy_train(_HERE / config, output, overrides=overrides)
    (output / _FINISHED).touch()
