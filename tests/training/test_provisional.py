"""A whole training of a few steps over a tiny folder of corpora."""

from pathlib import Path

import pytest
import spacy

from kg.training.provisional import train as provisional
from kg.training.provisional.lexicon import Lexicon
from tests.training.sample_corpora import write_corpora

LISTS = Lexicon({"Gro": 0.1}, {"Berg": 0.1}, {"Bergen": 3e5}, ["Norway"])


def test_smoke_training_gives_a_pipeline_with_every_layer(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(provisional, "load_lexicon", lambda: LISTS)
    corpora = write_corpora(tmp_path / "corpora")
    output = tmp_path / "model"
    provisional.train_provisional(corpora, output, smoke=True, without=["redocred"])
    nlp = spacy.load(output)
    doc = nlp("Ann met Bo in Rome.")
    for layer in ("TAG", "POS", "LEMMA", "DEP", "ENT_IOB"):
        assert doc.has_annotation(layer), layer
    assert {"PERSON", "PLACE"} <= set(nlp.get_pipe("ner").labels)


def test_an_unknown_corpus_is_named(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="no such corpus: reuters"):
        provisional.train_provisional(tmp_path, tmp_path / "model", without=["reuters"])


def test_an_empty_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="none of"):
        provisional.train_provisional(tmp_path, tmp_path / "model")
