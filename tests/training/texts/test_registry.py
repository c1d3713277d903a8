"""The registry of corpora, and its readers on the real files where they are there."""

from __future__ import annotations

from itertools import islice
from pathlib import Path

import pytest

from kg.reader.labels import NAMES, UNIONS
from kg.training.schedule import CONFIG, read_schedule
from kg.training.texts.registry import TEXT_CORPORA

CORPORA = Path(__file__).resolve().parents[3].parent / "shared" / "corpora"
LABELS = {*NAMES, *UNIONS}


@pytest.mark.parametrize("name", TEXT_CORPORA)
def test_first_texts_are_well_formed_and_the_same_each_time(name: str) -> None:
    corpus = TEXT_CORPORA[name]
    if not all((CORPORA / folder).is_dir() for folder in corpus.needs):
        pytest.skip("the corpus is not there")
    texts = list(islice(corpus.read(CORPORA), 3))
    assert texts == list(islice(corpus.read(CORPORA), 3))
    assert [text.corpus for text in texts] == [name] * 3
    assert len({text.key for text in texts}) == 3
    for text in texts:
        assert text.starts == sorted(set(text.starts))
        assert {tag[2:] for tag in text.names or ()} <= LABELS | {""}
        assert not any(word.isspace() for word in text.words)


def test_corpora_for_evaluation_are_not_learnt_from() -> None:
    folders = {folder for corpus in TEXT_CORPORA.values() for folder in corpus.needs}
    assert not folders & {"ecbplus", "carb", "aquaint_timex"}
    schedule = read_schedule(CONFIG)
    assert all(schedule.copies(name) > 0 and corpus.licence for name, corpus in TEXT_CORPORA.items())
