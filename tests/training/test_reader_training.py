"""The training of the reader over a tiny folder of corpora: all of it, and going on after a kill."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from kg.reader.wordpieces import Wordpieces
from tests.reader.untrained import vocabulary
from tests.training.sample_corpora import write_reader_corpora

torch = pytest.importorskip("torch", reason="the extra newskg[train] is not installed")

from kg.training.examples import Coder, windows_of  # noqa: E402
from kg.training.labelsets import collect  # noqa: E402
from kg.training.loop import train  # noqa: E402
from kg.training.network.heads import Network  # noqa: E402
from kg.training.reader import choose  # noqa: E402
from kg.training.schedule import Schedule, Stage  # noqa: E402


@pytest.fixture(scope="module")
def encoder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with wordpieces and no weights."""
    folder = tmp_path_factory.mktemp("encoder")
    (folder / "vocab.txt").write_text("\n".join(vocabulary()), "utf-8")
    return folder


@pytest.fixture(scope="module")
def corpora(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_reader_corpora(tmp_path_factory.mktemp("corpora"))


def test_a_smoke_run_gives_a_pipeline_with_its_card(corpora: Path, encoder: Path, tmp_path: Path) -> None:
    import spacy

    from kg.cli import cli

    output = tmp_path / "model"
    folders = ["--corpora", str(corpora), "--encoder", str(encoder), "-o", str(output)]
    result = CliRunner().invoke(cli, ["train", "reader", *folders, "--smoke", "--without", "gmb"])
    assert result.exit_code == 0, result.output
    doc = spacy.load(output)("Ann said Oslo was quiet.")
    for layer in ("TAG", "POS", "LEMMA", "DEP", "ENT_IOB", "SENT_START"):
        assert doc.has_annotation(layer), layer
    card = (output / "MODEL_CARD.md").read_text("utf-8")
    assert "| polnear |" in card
    assert "| gmb |" not in card
    assert "UD EWT dev" in card


class Killed(Exception):  # noqa: N818 - no error of ours
    pass


def test_a_training_that_was_killed_ends_as_if_it_had_not_been(
    corpora: Path, encoder: Path, tmp_path: Path
) -> None:
    texts = [text for corpus in choose(corpora, ["gmb"]) for text in corpus.read(corpora)]
    labels, trees = collect(texts)
    coder = Coder(Wordpieces.from_file(encoder / "vocab.txt"), labels, trees)
    examples = [coder.encode(text) for text in texts[:6]]
    every = dict.fromkeys({text.corpus for text in texts}, 1.0)
    stages = (
        Stage(passes=(every,), encoder_rate=1e-4, head_rate=1e-3, warm_up=2),
        Stage(passes=(every,), encoder_rate=5e-5, head_rate=5e-4, warm_up=2),
    )
    schedule = Schedule(batch=256, windows=(64,), seed=3, stages=stages, save_every=0)

    def run(checkpoint: Path, dies_at: int = -1) -> Network:
        torch.manual_seed(3)
        network = Network(labels.sizes)

        def watch(step: int, steps: int) -> None:
            if step == dies_at:
                raise Killed

        train(network, examples, labels, schedule, checkpoint, watch)
        return network

    whole = run(tmp_path / "whole.pt")
    with pytest.raises(Killed):
        run(tmp_path / "cut.pt", dies_at=3)
    resumed = run(tmp_path / "cut.pt")
    for name, weight in whole.state_dict().items():
        assert torch.equal(weight, resumed.state_dict()[name]), name


def test_windows_hold_whole_sentences_and_every_word_once(corpora: Path, encoder: Path) -> None:
    texts = [text for corpus in choose(corpora, []) for text in corpus.read(corpora)]
    labels, trees = collect(texts)
    coder = Coder(Wordpieces.from_file(encoder / "vocab.txt"), labels, trees)
    for text in texts:
        slices = windows_of(coder.encode(text), 40)
        assert [one.start for one in slices] == [0, *(one.end for one in slices[:-1])]
        assert slices[-1].end == len(text.words)
        assert {one.start for one in slices} <= set(text.starts)
        assert max(one.size for one in slices) <= 40


def test_an_unknown_corpus_is_named(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="no corpus is called reuters"):
        choose(tmp_path, ["reuters"])


def test_an_empty_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="no corpus is left"):
        choose(tmp_path, [])
