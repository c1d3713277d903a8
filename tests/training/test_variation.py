"""Respelling, replacing names, filling and doubting labels."""

import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import spacy

from kg.training.formats.sentence import Sentence, spans
from kg.training.provisional.docs import to_doc
from kg.training.provisional.gazetteer import FEATURES, features, write_vectors
from kg.training.provisional.lexicon import Lexicon
from kg.training.provisional.silver import doubt, fill
from kg.training.provisional.spelling import respell, typographic
from kg.training.provisional.substitute import Substitution


def sentence(text: str, *names: str) -> Sentence:
    words = text.split()
    tags = list(names) or ["O"] * len(words)
    return Sentence(words=words, spaces=[True] * len(words), ents=tags)


def test_quotes_open_and_close_over_the_sentences_of_a_group() -> None:
    first, second = typographic([sentence("\" I do n't"), sentence('agree -- ever . "')])
    assert first.words == ["“", "I", "do", "n’t"]
    assert second.words == ["agree", "—", "ever", ".", "”"]


def test_respelling_never_changes_the_number_of_words_or_their_names() -> None:
    group = [sentence("Ann saw Straße -- twice", "B-PERSON", "O", "B-PLACE", "O", "O")]
    for seed in range(60):
        (changed,) = respell(group, random.Random(seed))
        assert [len(w) for w in changed.words[:3]] == [3, 3, 6]
        assert changed.ents == group[0].ents


def test_replaced_names_keep_label_length_and_case_and_stay_the_same_in_a_group() -> None:
    lexicon = Lexicon({"Zoe": 1.0}, {"Quist": 1.0}, {"Lima": 9e6}, [])
    group = [
        sentence("Ann Berg left ROME .", "B-PERSON", "I-PERSON", "O", "B-PLACE", "O"),
        sentence("Berg joined Acme in oslo", "B-PERSON", "O", "B-ORG", "O", "B-PLACE"),
    ]
    vary = Substitution(lexicon, [[sentence("Initech", "B-ORG")]])
    first, second = vary(group, random.Random(1), 1.0)
    assert first.words == ["Zoe", "Quist", "left", "LIMA", "."]
    assert second.words == ["Quist", "joined", "Initech", "in", "lima"]
    assert vary(group, random.Random(1), 0.0)[0].words == group[0].words
    assert [s.ents for s in (first, second)] == [s.ents for s in group]


class Marker:
    """Stands for a trained pipeline: marks given words with given labels."""

    def __init__(self, labels: dict[str, str]) -> None:
        self.labels = labels
        self.vocab = spacy.blank("en").vocab

    def pipe(self, docs: list[Any]) -> Iterator[Any]:
        for doc in docs:
            doc.set_ents(
                [
                    spacy.tokens.Span(doc, t.i, t.i + 1, label=self.labels[t.text])
                    for t in doc
                    if t.text in self.labels
                ]
            )
            yield doc


def test_filling_adds_only_the_lacking_labels_and_only_outside_names() -> None:
    nlp: Any = Marker({"Danish": "NORP", "Ann": "NORP", "Oslo": "PLACE"})
    given = sentence("Danish Ann in Oslo", "-", "B-PERSON", "O", "O")
    ((filled,),) = fill([[given]], frozenset({"NORP"}), nlp)
    assert filled.ents == ["B-NORP", "B-PERSON", "O", "O"]


def test_doubting_masks_where_corpus_and_model_disagree() -> None:
    nlp: Any = Marker({"Rome": "PLACE", "Acme": "ORG"})
    given = sentence("Acme left Rome on Monday", "B-PLACE", "O", "B-PLACE", "O", "B-DATE")
    ((result,),) = doubt([[given]], frozenset({"PLACE", "ORG"}), nlp)
    assert result.ents == ["-", "O", "B-PLACE", "O", "B-DATE"]


def test_a_group_becomes_one_document_with_sentence_starts_and_masks() -> None:
    doc = to_doc([sentence("Ann left", "B-PERSON", "O"), sentence("Danish x", "-", "O")],
                 spacy.blank("en").vocab)  # fmt: skip
    assert [token.is_sent_start for token in doc] == [True, False, True, False]
    assert [token.ent_iob for token in doc] == [3, 2, 0, 2]
    assert spans(["B-PERSON", "O"]) == [(0, 1, "PERSON")]


def test_wrong_numbers_of_tags_are_refused() -> None:
    with pytest.raises(ValueError, match="2 entity tags for 1 words"):
        sentence("Ann").with_ents(["O", "O"])


def test_lists_tell_what_a_word_is() -> None:
    lexicon = Lexicon({"Ann": 0.1}, {"Berg": 0.001}, {"Lima": 9e6, "New Ulm": 2e4}, ["Peru"])
    seen = [[sentence("The bank lent Ann money ; a bank took money")]]
    table = {w: dict(zip(FEATURES, row, strict=True)) for w, row in features(lexicon, seen).items()}
    assert table["ann"]["forename"] == 1.0
    assert 0 < table["berg"]["surname"] < 1
    assert table["lima"]["city"] == table["peru"]["country"] == table["ulm"]["part of a place"] == 1
    assert table["money"]["common word"] == 1.0
    assert "took" not in table


def test_the_table_of_vectors_is_found_by_lower_case_word(tmp_path: Path) -> None:
    write_vectors(tmp_path / "lists", {"lima": (0.0, 0.0, 1.0, 0.0, 0.0, 0.0)})
    vectors = spacy.load(tmp_path / "lists").vocab.vectors
    doc = spacy.load(tmp_path / "lists")("LIMA Oslo")
    rows = vectors.find(keys=doc.to_array(vectors.attr))
    assert list(vectors.data[rows[0]]) == [0, 0, 1, 0, 0, 0]
    assert rows[1] == -1


def test_without_lists_the_table_is_empty_and_still_loads(tmp_path: Path) -> None:
    write_vectors(tmp_path / "lists", {})
    assert spacy.load(tmp_path / "lists").vocab.vectors.n_keys == 0
