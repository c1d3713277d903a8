"""GUM as texts, on a document in its format with sentences of our own."""

import json
from pathlib import Path

import pytest

from kg.training.texts.gum import read_gum
from kg.training.texts.text import MentionGold, Text

SHARED = Path(__file__).resolve().parents[3].parent / "shared"
GOLD = SHARED / "scoring" / "dev" / "gum-dev" / "gold.jsonl"

DOCUMENT = """\
# newdoc id = GUM_news_own
# sent_id = GUM_news_own-1
1\tAnn\tAnn\tPROPN\tNNP\tNumber=Sing\t4\tnmod:poss\t_\tEntity=(1-event-new-nnnnn-cf1-1,4-sgl(7-person-new-nnnnn-cf2-1,2-coref
2\tExample\tExample\tPROPN\tNNP\tNumber=Sing\t1\tflat\t_\t_
3\t's\t's\tPART\tPOS\t_\t1\tcase\t_\tEntity=7)
4\tarrest\tarrest\tNOUN\tNN\tNumber=Sing\t5\tnsubj\t_\tEntity=1)
5\tshook\tshake\tVERB\tVBD\tTense=Past\t0\troot\t_\t_
6\tFrance\tFrance\tPROPN\tNNP\tNumber=Sing\t5\tobj\t_\tEntity=(3-place-new-nnnnn-cf3-1-sgl)|Bridge=1<3
7\t.\t.\tPUNCT\t.\t_\t5\tpunct\t_\t_

# sent_id = GUM_news_own-2
1\tShe\tshe\tPRON\tPRP\tNumber=Sing\t2\tnsubj\t_\tEntity=(7-person-giv:act-nnnnn-cf1-1-coref)
2\twrote\twrite\tVERB\tVBD\tTense=Past\t0\troot\t_\t_
3\tTower\ttower\tPROPN\tNNP\tNumber=Sing\t2\tobj\t_\tEntity=(4-object-new-nnnnn-cf2-1-sgl
4\tof\tof\tADP\tIN\t_\t5\tcase\t_\t_
5\tSalt\tsalt\tPROPN\tNNP\tNumber=Sing\t3\tnmod\t_\tEntity=4)
6\t.\t.\tPUNCT\t.\t_\t2\tpunct\t_\t_
"""


@pytest.fixture
def text(tmp_path: Path) -> Text:
    folder = tmp_path / "gum" / "dep" / "train"
    folder.mkdir(parents=True)
    (folder / "own.conllu").write_text(DOCUMENT, encoding="utf-8")
    (read,) = read_gum(tmp_path)
    return read


def test_sentences_follow_each_other_in_one_text(text: Text) -> None:
    assert (text.corpus, text.key) == ("gum", "GUM_news_own")
    assert text.starts == [0, 7]
    assert text.sentences
    assert text.syntax is not None
    assert text.syntax.heads == [3, 0, 0, 4, 4, 4, 4, 8, 8, 8, 11, 9, 8]


def test_every_mention_has_the_number_of_its_group(text: Text) -> None:
    assert text.exhaustive
    assert text.mentions == (
        MentionGold(0, 4, "event", 1),
        MentionGold(0, 3, "person", 7),
        MentionGold(5, 6, "place", 3),
        MentionGold(7, 8, "person", 7),
        MentionGold(9, 12, "object", 4),
    )


def test_a_name_belongs_to_the_mention_that_it_heads(text: Text) -> None:
    assert text.names is not None
    assert text.names[:7] == ["B-PERSON", "I-PERSON", "O", "O", "O", "B-COUNTRY", "O"]


def test_the_name_of_a_work_is_not_told(text: Text) -> None:
    assert text.names is not None
    assert text.names[7:] == ["O", "O", "-", "-", "-", "O"]


def test_a_missing_part_has_no_texts(tmp_path: Path) -> None:
    assert list(read_gum(tmp_path, "dev")) == []


@pytest.mark.skipif(not GOLD.exists(), reason="the corpora are not here")
def test_mentions_and_chains_are_counted_as_the_scorer_counts_them() -> None:
    gold = {row["id"]: row["entities"] for row in map(json.loads, GOLD.read_text("utf-8").splitlines())}
    for text in read_gum(SHARED / "corpora", "dev"):
        if text.key in gold:
            chains = sorted(entity["chain"] for entity in gold.pop(text.key))
            assert sorted(mention.chain for mention in text.mentions or ()) == chains
    assert not gold
