"""The converters, on samples in each corpus' format with sentences of our own."""

import json
from pathlib import Path

import pytest

from kg.training.formats.columns import POLITICS_LABELS, WIKIGOLD_LABELS, read_columns
from kg.training.formats.conllu import read_conllu
from kg.training.formats.gmb import read_gmb
from kg.training.formats.gum import name_sentence
from kg.training.formats.redocred import read_redocred
from kg.training.formats.sentence import Sentence, bio, spans
from kg.training.formats.uner import join_names, read_uner

CONLLU = """\
# newdoc id = one
# sent_id = one-1
# newpar
# text = Ann didn't go.
1\tAnn\tAnn\tPROPN\tNNP\tNumber=Sing\t4\tnsubj\t_\t_
2-3\tdidn't\t_\t_\t_\t_\t_\t_\t_\t_
2\tdid\tdo\tAUX\tVBD\tMood=Ind|Style=Arch\t4\taux\t_\t_
3\tn't\tnot\tPART\tRB\t_\t4\tadvmod\t_\t_
3.1\tever\tever\tADV\tRB\t_\t_\t_\t_\t_
4\tgo\tgo\tVERB\tVB\tVerbForm=Inf\t0\troot\t_\tSpaceAfter=No
5\t.\t.\tPUNCT\t.\t_\t4\tpunct\t_\t_

# newdoc id = two
# sent_id = two-1
1\tYes\tyes\tINTJ\tUH\t_\t0\troot\t_\t_
"""

UNER = """\
# sent_id = one-1
1\tAnn\tB-PER\t-\tx
2\tdid\tO
3\tn't\tO
4\tgo\tO
5\t.\tO
"""


def names(sentence: Sentence) -> list[tuple[str, str]]:
    return [(" ".join(sentence.words[a:b]), label) for a, b, label in spans(sentence.ents)]


@pytest.fixture
def conllu(tmp_path: Path) -> Path:
    path = tmp_path / "sample.conllu"
    path.write_text(CONLLU, encoding="utf-8")
    return path


def test_conllu_gives_documents_with_absolute_heads_and_real_spaces(conllu: Path) -> None:
    first, second = read_conllu(conllu)
    sentence = first[0]
    assert sentence.words == ["Ann", "did", "n't", "go", "."]
    assert sentence.spaces == [True, False, True, False, True]
    assert sentence.heads == [3, 3, 3, 3, 3]
    assert sentence.deps[3] == "ROOT"
    assert sentence.morphs[1:4] == ["Mood=Ind", "_", "VerbForm=Inf"]
    assert sentence.opens
    assert second[0].words == ["Yes"]


def test_conllu_refuses_other_formats(tmp_path: Path) -> None:
    path = tmp_path / "bad.conllu"
    path.write_text("Ann PER\n\n", encoding="utf-8")
    with pytest.raises(ValueError, match="ten columns"):
        list(read_conllu(path))


def test_uner_joins_by_sentence_and_leaves_the_others_unannotated(conllu: Path, tmp_path: Path) -> None:
    path = tmp_path / "sample.iob2"
    path.write_text(UNER, encoding="utf-8")
    first, second = join_names(read_conllu(conllu), read_uner(path))
    assert names(first[0]) == [("Ann", "PERSON")]
    assert second[0].ents == []


def gmb(tmp_path: Path, *rows: str) -> Sentence:
    path = tmp_path / "gmb.conll"
    path.write_text("\n".join(row.replace(" ", "\t") for row in rows) + "\n\n", encoding="utf-8")
    return next(read_gmb(path))[0]


def test_gmb_strips_titles_and_tells_nationalities_from_countries(tmp_path: Path) -> None:
    sentence = gmb(
        tmp_path,
        "Danish JJ B-gpe", "Prime NNP B-per", "Minister NNP I-per", "Bo NNP I-per",
        "Berg NNP I-per", "left VBD O", "Norway NNP B-gpe", "on IN O",
        "Monday NNP B-tim", "with IN O", "two CD B-tim", "Mr. NNP B-per", "Dahl NNP B-per", ". . O",
    )  # fmt: skip
    assert names(sentence) == [
        ("Danish", "NORP"), ("Bo Berg", "PERSON"), ("Norway", "PLACE"), ("Monday", "DATE"),
        ("Dahl", "PERSON"),
    ]  # fmt: skip
    assert sentence.ents[10] == "-"
    assert sentence.ents[11] == "O"


def test_gmb_guesses_blanks_around_quotes(tmp_path: Path) -> None:
    sentence = gmb(tmp_path, "He PRP O", "said VBD O", ": : O", '" `` O', "No UH O", ". . O", '" `` O')
    text = "".join(w + " " * s for w, s in zip(sentence.words, sentence.spaces, strict=True))
    assert text.strip() == 'He said: "No."'


def gum(*rows: tuple[str, str, str, str]) -> Sentence:
    return name_sentence(
        Sentence(
            words=[row[0] for row in rows],
            spaces=[True] * len(rows),
            pos=[row[1] for row in rows],
            tags=[row[2] for row in rows],
            misc=[row[3] for row in rows],
        )
    )


def test_gum_keeps_the_name_of_a_nested_mention() -> None:
    sentence = gum(
        ("The", "DET", "DT", "Entity=(1-person-new-sssss-cf1-5,6-coref"),
        ("Oslo", "PROPN", "NNP", "Entity=(2-organization-n-s-cf1-2-coref(3-place-n-s-cf1-1-sgl)"),
        ("Museum", "PROPN", "NNP", "Entity=2)"),
        ("chief", "NOUN", "NN", "_"),
        ("Ann", "PROPN", "NNP", "_"),
        ("Berg", "PROPN", "NNP", "Entity=1)"),
        ("met", "VERB", "VBD", "_"),
        ("her", "PRON", "PRP", "Entity=(1-person-giv:act-s-cf1-1-ana)"),
        ("Danish", "ADJ", "JJ", "Entity=(4-person-new-s-cf1-2-sgl"),
        ("friends", "NOUN", "NNS", "Entity=4)"),
    )  # fmt: skip
    assert names(sentence) == [("Oslo Museum", "ORG"), ("Ann Berg", "PERSON")]
    assert sentence.ents[8] == "-"


def test_columns_map_labels_and_leave_the_unknown_missing(tmp_path: Path) -> None:
    path = tmp_path / "two.txt"
    path.write_text(
        "The O\nGreens B-politicalparty\nbeat O\nAnn B-politician\nBerg I-politician\n\n"
        "Danish B-misc\nvoters O\n\n", encoding="utf-8",
    )  # fmt: skip
    first, second = next(read_columns(path, POLITICS_LABELS))
    assert names(first) == [("Greens", "ORG"), ("Ann Berg", "PERSON")]
    assert second.ents == ["-", "O"]
    path.write_text("Dr. I-PER\nBerg I-PER\nsang O\n", encoding="utf-8")
    assert names(next(read_columns(path, WIKIGOLD_LABELS))[0]) == [("Berg", "PERSON")]


def test_redocred_masks_nationalities_and_drops_numbers(tmp_path: Path) -> None:
    path = tmp_path / "documents.json"
    mentions = [
        {"type": "LOC", "pos": [0, 1], "sent_id": 0}, {"type": "PER", "pos": [2, 4], "sent_id": 0},
        {"type": "NUM", "pos": [5, 6], "sent_id": 0}, {"type": "LOC", "pos": [8, 10], "sent_id": 0},
    ]  # fmt: skip
    text = "Danish singer Ann Berg won two prizes in the Netherlands ."
    words = text.split()
    path.write_text(json.dumps([{"sents": [words], "vertexSet": [[m] for m in mentions]}]), encoding="utf-8")
    sentence = next(read_redocred(path))[0]
    assert sentence.ents[0] == "-"
    assert names(sentence) == [("Ann Berg", "PERSON"), ("Netherlands", "PLACE")]


def test_longer_names_come_first_when_two_overlap() -> None:
    assert bio(3, [(0, 3, "ORG"), (1, 2, "PLACE")]) == ["B-ORG", "I-ORG", "I-ORG"]
