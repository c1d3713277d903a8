"""The whole reader with random weights: what holds whatever the weights say."""

from __future__ import annotations

import pickle
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import pytest
import spacy
from spacy.tokens import Doc

from kg.annotate.language import load_pipeline
from kg.errors import ReaderError
from kg.reader.chains import LONGEST_MENTION
from kg.reader.encoder import WIDTH
from kg.reader.factories import FACTORIES
from kg.reader.roles import AROUND
from kg.reader.sentences import LONGEST_SENTENCE
from tests.reader.texts import HOSTILE, LONG, PLAIN, everything

if TYPE_CHECKING:
    from spacy.language import Language

TEXTS = [PLAIN, LONG, *HOSTILE.values()]


@pytest.fixture(scope="module")
def alone(reader: Language) -> list[dict[str, object]]:
    """Every text read by itself."""
    return [everything(reader(text)) for text in TEXTS]


def test_it_finds_something_of_every_kind(reader: Language) -> None:
    doc = reader(LONG)
    assert doc.ents
    assert doc._.roles
    assert doc._.triggers
    assert max(mention.chain for mention in doc._.chains) > 1
    assert min(mention.link for mention in doc._.chains) < 1


def test_a_text_is_read_the_same_whatever_else_is_in_the_batch(
    reader: Language, alone: list[dict[str, object]]
) -> None:
    for size in (1, 3, 100):
        assert [everything(doc) for doc in reader.pipe(TEXTS, batch_size=size)] == alone
    assert [everything(doc) for doc in reader.pipe(TEXTS[::-1])] == alone[::-1]


def test_worker_processes_read_the_same(reader: Language, alone: list[dict[str, object]]) -> None:
    docs = reader.pipe(TEXTS[:6], n_process=2, batch_size=2)
    assert [everything(doc) for doc in docs] == alone[:6]


@pytest.mark.parametrize("way", ["disk", "bytes"])
def test_a_copy_reads_the_same(
    reader: Language, alone: list[dict[str, object]], way: str, tmp_path: Path
) -> None:
    if way == "disk":
        reader.to_disk(tmp_path / "copy")
        copy = spacy.load(tmp_path / "copy")
    else:
        copy = spacy.blank("en").from_config(reader.config).from_bytes(reader.to_bytes())
    assert everything(copy(PLAIN)) == alone[0]


def test_pickled_components_read_the_same(reader: Language, alone: list[dict[str, object]]) -> None:
    doc = reader.make_doc(PLAIN)
    for _, component in reader.pipeline:
        doc = pickle.loads(pickle.dumps(component))(doc)
    assert everything(doc) == alone[0]


def test_documents_survive_storage(reader: Language) -> None:
    doc = reader(PLAIN)
    assert everything(Doc(reader.vocab).from_bytes(doc.to_bytes())) == everything(doc)


def test_sentences_and_trees(reader: Language) -> None:
    for text in TEXTS:
        doc = reader(text)
        starts = [token.i for token in doc if token.is_sent_start]
        assert not len(doc) or starts[0] == 0
        for start, end in pairwise([*starts, len(doc)]):
            words = [token for token in doc[start:end] if not token.is_space]
            assert len(words) <= LONGEST_SENTENCE
            assert all(start <= token.head.i < end for token in doc[start:end])
            roots = [token for token in doc[start:end] if token.head.i == token.i]
            assert [token.dep_ for token in roots] == ["ROOT"]
            assert all(token.dep_ != "ROOT" for token in doc[start:end] if token.head.i != token.i)
            assert all(_climbs(token, roots[0].i) for token in words)


def _climbs(token: object, root: int) -> bool:
    steps = 0
    while token.i != root and steps <= LONGEST_SENTENCE:  # type: ignore[attr-defined]
        token, steps = token.head, steps + 1  # type: ignore[attr-defined]
    return token.i == root  # type: ignore[attr-defined]


def test_blank_tokens_hang_on_the_word_before(reader: Language) -> None:
    doc = reader("  The minister said  so .\n\nShe went .  ")
    blanks = [token for token in doc if token.is_space]
    assert len(blanks) > 3
    for token in blanks:
        before = [other.i for other in doc[: token.i] if not other.is_space]
        assert token.head.i == (before[-1] if before else 1)
        assert (token.dep_, token.tag_, token.pos_, token.lemma_) == ("dep", "_SP", "SPACE", token.text)
        assert not token.is_sent_start or token.i == 0
    she = next(token for token in doc if token.text == "She")
    assert she.is_sent_start


def test_names_cross_no_lines(reader: Language) -> None:
    for text in TEXTS:
        for ent in reader(text).ents:
            assert not any(token.is_space and "\n" in token.text for token in ent)
            assert not ent[0].is_space
            assert not ent[-1].is_space


def test_marks_are_tokens_in_order(reader: Language) -> None:
    for text in TEXTS:
        doc = reader(text)
        for roles in doc._.roles:
            assert roles.cue
            assert roles.content
            assert 0 <= roles.score <= 1
            for part in (roles.cue, roles.speaker, roles.content):
                assert sorted(set(part)) == list(part)
                assert not any(doc[place].is_space for place in part)
            words = [token.i for token in doc if not token.is_space]
            low, high = words.index(roles.cue[0]), words.index(roles.cue[-1])
            near = set(words[max(0, low - AROUND) : high + 1 + AROUND])
            assert near >= {*roles.speaker, *roles.content}
        tokens = [trigger.token for trigger in doc._.triggers]
        assert tokens == sorted(set(tokens))


def test_chains_are_numbered_by_first_mentions(reader: Language) -> None:
    for text in TEXTS:
        doc = reader(text)
        seen: list[int] = []
        for mention in doc._.chains:
            assert mention.start <= mention.head < mention.end
            words = [token for token in doc[mention.start : mention.end] if not token.is_space]
            assert len(words) <= LONGEST_MENTION
            assert doc[mention.start].sent == doc[mention.end - 1].sent
            assert (mention.link == 1) == (mention.chain not in seen) or mention.link > 0.5
            if mention.chain not in seen:
                seen.append(mention.chain)
        assert seen == list(range(len(seen)))
        places = [(mention.start, -mention.end) for mention in doc._.chains]
        assert places == sorted(places)


def test_vectors_are_of_words_only(reader: Language) -> None:
    for text in TEXTS:
        doc = reader(text)
        vectors = doc._.word_vectors
        assert vectors.shape == (len(doc), WIDTH)
        assert vectors.dtype == np.float32
        assert [bool(vector.any()) for vector in vectors] == [not token.is_space for token in doc]


def test_blanks_between_words_change_no_vector(reader: Language) -> None:
    tight, wide = reader("The minister said so ."), reader("The minister  said \n so .")
    rows = [vector for vector in wide._.word_vectors if vector.any()]
    assert np.array_equal(tight._.word_vectors, np.array(rows))


def test_documents_of_another_tokenizer_are_read(reader: Language) -> None:
    vocab = spacy.blank("de").vocab
    doc = Doc(vocab, words=["The-minister", "said,so", "  ", "to", "Tehran."], spaces=[True] * 5)
    for _, component in reader.pipeline:
        doc = component(doc)
    assert {token.dep_ for token in doc} <= {"ROOT", "dep", "nsubj", "obj", "punct", "obl"}
    assert everything(doc)["tokens"]


def test_components_read_a_parse_that_is_not_theirs(reader: Language) -> None:
    words = ["He", "went", ".", "\n", "She", "came", "."]
    doc = Doc(reader.vocab, words=words, sent_starts=[True, False, False, False, False, True, False])
    for name in ("newskg_encoder", "newskg_names", "newskg_roles", "newskg_triggers", "newskg_chains"):
        doc = reader.get_pipe(name)(doc)
    assert [sent.start for sent in doc.sents] == [0, 5]
    assert not any(ent.start < 5 < ent.end for ent in doc.ents)
    assert not any(mention.start < 5 < mention.end for mention in doc._.chains)


def test_a_component_without_weights_says_so() -> None:
    nlp = spacy.blank("en")
    nlp.add_pipe("newskg_encoder")
    with pytest.raises(ReaderError, match="no weights"):
        nlp("He went.")


def test_a_component_without_vectors_says_so(reader: Language) -> None:
    with pytest.raises(ReaderError, match="newskg_encoder must run before"):
        reader.get_pipe("newskg_names")(reader.make_doc("He went."))


def test_a_folder_that_lacks_a_file_is_refused(folder: Path, tmp_path: Path) -> None:
    import shutil

    shutil.copytree(folder, tmp_path / "broken")
    (tmp_path / "broken" / "newskg_syntax" / "arcs.onnx").unlink()
    with pytest.raises(ReaderError, match=r"newskg_syntax lacks arcs\.onnx"):
        spacy.load(tmp_path / "broken")


def test_a_broken_graph_is_named(folder: Path, tmp_path: Path) -> None:
    import shutil

    shutil.copytree(folder, tmp_path / "broken")
    (tmp_path / "broken" / "newskg_encoder" / "encoder.onnx").write_bytes(b"no graph")
    with pytest.raises(ReaderError, match=r"encoder\.onnx cannot be run"):
        spacy.load(tmp_path / "broken")("He went.")


def test_the_annotate_stage_takes_it(folder: Path) -> None:
    assert load_pipeline(str(folder)).pipe_names == list(FACTORIES)
