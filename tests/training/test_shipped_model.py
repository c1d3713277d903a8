"""The pipeline in kg/reader/model: it loads, is small, and reads plain sentences right."""

import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import spacy

from kg.training.provisional.measure import score_parse
from kg.training.provisional.shipping import size_in_bytes

ROOT = Path(__file__).parents[2]
MODEL = ROOT / "kg" / "reader" / "model"
SHARED = ROOT.parent / "shared"
LARGEST = 12_000_000
TEXTS = [
    "Supreme Leader Ali Khamenei said on Tuesday that Iran will not talk with the United States.",
    "“We won’t leave,” Maria Lopez told reporters in Paris — a day after the vote.",
    "The United Nations and the European Union condemned the attack. Officials denied it.",
]  # fmt: skip


@pytest.fixture(scope="module")
def shipped() -> Any:
    return spacy.load(MODEL)


def test_it_is_small() -> None:
    assert size_in_bytes(MODEL) <= LARGEST


def test_its_labels_are_the_promised_ones(shipped: Any) -> None:
    assert set(shipped.get_pipe("ner").labels) == {
        "PERSON", "ORG", "PLACE", "NORP", "EVENT", "DATE",
    }  # fmt: skip
    assert {"nsubj", "obj", "obl", "ccomp", "xcomp", "parataxis", "appos"} <= set(
        shipped.get_pipe("parser").labels
    )


def test_it_finds_names(shipped: Any) -> None:
    found = {(ent.text, ent.label_) for doc in shipped.pipe(TEXTS) for ent in doc.ents}
    assert {
        ("Ali Khamenei", "PERSON"), ("Iran", "PLACE"), ("United States", "PLACE"),
        ("Maria Lopez", "PERSON"), ("Paris", "PLACE"), ("United Nations", "ORG"),
        ("European Union", "ORG"), ("Tuesday", "DATE"),
    } <= found  # fmt: skip


def test_it_parses_speech(shipped: Any) -> None:
    said = next(token for token in shipped(TEXTS[0]) if token.text == "said")
    assert said.lemma_ == "say"
    assert said.pos_ == "VERB"
    assert {"nsubj", "ccomp"} <= {child.dep_ for child in said.children}
    told = next(token for token in shipped(TEXTS[1]) if token.text == "told")
    assert (told.lemma_, told.head.dep_) == ("tell", "ROOT")


def test_it_splits_sentences(shipped: Any) -> None:
    assert [len(list(doc.sents)) for doc in shipped.pipe(TEXTS)] == [1, 1, 2]


def layers(doc: Any) -> list[tuple[str, ...]]:
    return [
        (token.text, token.tag_, token.pos_, str(token.morph), token.lemma_, token.dep_,
         str(token.head.i), token.ent_iob_, token.ent_type_)
        for token in doc
    ]  # fmt: skip


def test_every_string_it_gives_can_be_read(shipped: Any) -> None:
    for text in TEXTS:
        assert all(all(part is not None for part in row) for row in layers(shipped(text)))


def test_a_text_is_read_alike_alone_and_in_a_batch(shipped: Any) -> None:
    alone = [layers(shipped(text)) for text in TEXTS]
    assert [layers(doc) for doc in shipped.pipe(TEXTS * 3)] == alone * 3
    assert [layers(doc) for doc in spacy.load(MODEL).pipe(TEXTS)] == alone


@pytest.mark.skipif(not SHARED.is_dir(), reason="the development sets are not here")
def test_names_reach_the_promised_figure(tmp_path: Path) -> None:
    folder = SHARED / "scoring" / "dev" / "uner-ewt-dev"
    predicted = tmp_path / "names.jsonl"
    kg = [sys.executable, "-m", "kg", "annotate", str(folder / "articles")]
    subprocess.run([*kg, "-o", str(predicted)], check=True, cwd=ROOT, capture_output=True)
    scorer = SHARED / "scoring" / "score_annotations.py"
    command = [sys.executable, str(scorer), str(folder / "gold.jsonl"), str(predicted)]
    done = subprocess.run([*command, "--layers", "entities"], capture_output=True, text=True, check=True)
    scored = dict(line.split("\t")[1::3] for line in done.stdout.splitlines())
    assert float(scored["exact ALL"]) >= 0.70


@pytest.mark.skipif(not SHARED.is_dir(), reason="the development sets are not here")
def test_the_parse_reaches_its_figure(shipped: Any) -> None:
    path = SHARED / "corpora" / "ud_ewt" / "en_ewt-ud-dev.conllu"
    scores = score_parse(shipped, path)
    assert scores["dep_las"] >= 0.77
    assert scores["lemma_acc"] >= 0.94
