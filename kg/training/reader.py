"""``kg train reader``: corpora to the shipped pipeline, in one go that can be cut off and resumed."""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import torch

from kg.reader.wordpieces import Wordpieces
from kg.training.batches import pieces_of
from kg.training.examples import Coder, Example, Slice, windows_of
from kg.training.labelsets import LabelSets, collect
from kg.training.loop import train
from kg.training.network.encoder import load_encoder
from kg.training.network.export import Window
from kg.training.network.heads import Network
from kg.training.schedule import CONFIG, Start, read_schedule
from kg.training.shipping import ship_reader
from kg.training.texts.registry import TEXT_CORPORA, TextCorpus
from kg.training.texts.text import Text

__all__ = ["choose", "train_network", "train_reader"]

_LOG = logging.getLogger(__name__)
_WEIGHTS = "model.safetensors"
_SMOKE_TEXTS, _SMOKE_STEPS = 3, 12
_WINDOWS = 32
"""Windows that the scales of int8 are found by."""


@dataclass(frozen=True)
class Trained:
    """A network, its labels, the corpora that it saw, and some windows of them."""

    network: Network
    labels: LabelSets
    corpora: list[TextCorpus]
    windows: list[Window]


def train_reader(
    corpora: Path,
    encoder: Path,
    output: Path,
    *,
    without: Sequence[str] = (),
    smoke: bool = False,
    config: Path = CONFIG,
    watch: Callable[[int, int], None] | None = None,
) -> list[TextCorpus]:
    """Train the reader and write it as a spaCy pipeline, ready for ``spacy.load``.

    Args:
        corpora: The folder with one folder a corpus; a corpus that is not there is left out.
        encoder: all-MiniLM-L6-v2: folder of ``model.safetensors`` and ``vocab.txt``; a smoke run does without
            the weights.
        output: The folder to write. Work files lie beside it, in ``OUTPUT.work``; a run that was cut off
            goes on where its last checkpoint was.
        without: Names of corpora to leave out.
        smoke: A few steps over a few texts, to see that all of it works.
        config: What is in ``reader.toml``.
        watch: Is told the step and the number of steps after each step.

    Returns:
        The corpora that it has learnt from.

    Raises:
        ValueError: A name in ``without`` is unknown, or no corpus is left.
    """
    work = output.with_name(output.name + ".work")
    trained = train_network(corpora, encoder, work, without=without, smoke=smoke, config=config, watch=watch)
    ship_reader(
        trained.network,
        trained.labels,
        encoder / "vocab.txt",
        output,
        used=trained.corpora,
        windows=trained.windows,
    )
    _LOG.info("wrote %s", output)
    return trained.corpora


def train_network(
    corpora: Path,
    encoder: Path,
    work: Path,
    *,
    without: Sequence[str] = (),
    smoke: bool = False,
    config: Path = CONFIG,
    watch: Callable[[int, int], None] | None = None,
) -> Trained:
    """Train the network; the arguments are those of :func:`train_reader`."""
    schedule = read_schedule(config)
    chosen = choose(corpora, without)
    work.mkdir(parents=True, exist_ok=True)
    texts = [text for corpus in chosen for text in _read(corpus, corpora, smoke=smoke)]
    labels, trees = collect(texts)
    coder = Coder(Wordpieces.from_file(encoder / "vocab.txt"), labels, trees)
    examples = [coder.encode(text) for text in texts]
    if smoke:
        schedule = replace(schedule, limit=_SMOKE_STEPS, batch=1024)
    torch.manual_seed(schedule.seed)
    network = Network(labels.sizes)
    if not smoke or (encoder / _WEIGHTS).exists():
        _start(network, schedule.start, corpora, encoder, {corpus.name for corpus in chosen})
    train(network, examples, labels, schedule, work / "checkpoint.pt", watch)
    return Trained(network.eval(), labels, chosen, _some_windows(examples, max(schedule.windows)))


def _some_windows(examples: Sequence[Example], size: int) -> list[Window]:
    """The beginnings of long texts, evenly from all corpora."""
    parts = [part for example in examples for part in windows_of(example, size)[:1]]
    full = [part for part in parts if part.size > size // 2] or parts
    chosen = full[:: -(-len(full) // _WINDOWS)]
    return [_window(part) for part in chosen]


def _window(part: Slice) -> Window:
    ids, cases, _ = pieces_of([part], None)
    return torch.from_numpy(ids), torch.from_numpy(cases)


def choose(corpora: Path, without: Sequence[str]) -> list[TextCorpus]:
    """The corpora to learn from: those that are there and not left out.

    Raises:
        ValueError: A name in ``without`` is unknown, or no corpus is left.
    """
    if unknown := sorted(set(without) - set(TEXT_CORPORA)):
        raise ValueError(f"no corpus is called {', '.join(unknown)}; there are {', '.join(TEXT_CORPORA)}")
    chosen = [
        corpus
        for corpus in TEXT_CORPORA.values()
        if corpus.name not in without and all((corpora / folder).is_dir() for folder in corpus.needs)
    ]
    if not chosen:
        raise ValueError(f"no corpus is left in {corpora}")
    return chosen


def _read(corpus: TextCorpus, corpora: Path, *, smoke: bool) -> list[Text]:
    texts = []
    for text in corpus.read(corpora):
        texts.append(text)
        if smoke and len(texts) == _SMOKE_TEXTS:
            break
    _LOG.info("%s: %d texts, %d words", corpus.name, len(texts), sum(len(text.words) for text in texts))
    return texts


def _start(network: Network, start: Start | None, corpora: Path, encoder: Path, chosen: set[str]) -> None:
    """Give the network its starting weights."""
    if start is None or not (corpora / start.weights).exists() or not set(start.learnt_from) <= chosen:
        load_encoder(network.encoder, encoder / _WEIGHTS)
        return
    from safetensors.torch import load_file

    load_encoder(network.encoder, corpora / start.weights, prefix="enc.")
    given = {name: value.float() for name, value in load_file(corpora / start.weights).items()}
    network.roles.load_state_dict({name: given[name] for name in network.roles.state_dict()})
    network.cues.load_state_dict({f"out.{kind}": given[f"cue.{kind}"] for kind in ("weight", "bias")})
    _LOG.info("starting with %s", start.weights)
