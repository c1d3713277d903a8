"""What the components make of given scores: names, tags, lemmas, sentences, cues and triggers."""

from __future__ import annotations

from math import log

import pytest

from tests.reader.spelled import Spelled

pytest.importorskip("torch", reason="needs PyTorch to make the graphs")


@pytest.fixture(scope="module")
def spelled() -> Spelled:
    return Spelled()


def names(spelled: Spelled, tagged: str) -> list[tuple[str, str, str]]:
    """Names of words given as ``word/TAG``, each tag quite sure; ``_`` is a line break, ``=`` a blank."""
    pairs = [item.rpartition("/")[::2] for item in tagged.split()]
    words = [{"_": "\n", "=": " "}.get(word, word) for word, _ in pairs]
    doc = spelled(words, [{f"names:{tag}": 9.0} for _, tag in pairs], ["newskg_names"])
    return [(ent.text.replace("\n", "_"), ent.label_, ent.ent_id_) for ent in doc.ents]


@pytest.mark.parametrize(
    ("tagged", "expected"),
    [
        ("He/O left/O", []),
        ("Ada/B-PERSON Lo/I-PERSON left/O", [("Ada Lo", "PERSON", "")]),
        ("Tehran/B-CITY Iran/B-COUNTRY", [("Tehran", "PLACE", "City"), ("Iran", "PLACE", "Country")]),
        ("New/B-CITY York/I-CITY", [("New York", "PLACE", "City")]),
        ("the/O Alps/B-LOC", [("Alps", "PLACE", "")]),
        ("Ada/B-PERSON Lo/B-PERSON", [("Ada", "PERSON", ""), ("Lo", "PERSON", "")]),
        ("North/B-COUNTRY Korea/I-COUNTRY", [("North Korea", "PLACE", "Country")]),
        ("in/O the/O Red/B-ORG =/O Cross/I-ORG", [("Red   Cross", "ORG", "")]),
    ],
)
def test_names_are_the_tags_runs(spelled: Spelled, tagged: str, expected: list[tuple[str, str, str]]) -> None:
    assert names(spelled, tagged) == expected


def test_no_name_crosses_a_line_break(spelled: Spelled) -> None:
    assert ("Ada _ Lo", "PERSON", "") not in names(spelled, "Ada/B-PERSON _/O Lo/I-PERSON")
    assert ("Ada", "PERSON", "") in names(spelled, "Ada/B-PERSON _/O Lo/I-PERSON")


def test_kinds_of_place_are_added_up_before_they_are_weighed(spelled: Spelled) -> None:
    scores = {"names:B-CITY": log(30), "names:B-COUNTRY": log(31), "names:B-ORG": log(50)}
    doc = spelled(["Singapore"], [scores], ["newskg_names"])
    assert [(ent.label_, ent.ent_id_) for ent in doc.ents] == [("PLACE", "Country")]


def test_an_inside_tag_without_a_beginning_becomes_one(spelled: Spelled) -> None:
    said = [{"names:O": 40.0}, {"names:I-ORG": 9.0, "names:B-ORG": 3.0}, {"names:I-ORG": 9.0}]
    doc = spelled(["the", "Red", "Cross"], said, ["newskg_names"])
    assert [(ent.text, ent.label_) for ent in doc.ents] == [("Red Cross", "ORG")]


def test_names_of_an_earlier_reader_are_replaced(spelled: Spelled) -> None:
    words = ["Ada", "Lo", "left"]
    first = spelled(words, [{"names:B-CITY": 9.0}, {"names:I-CITY": 9.0}, {"names:O": 9.0}], ["newskg_names"])
    first._.word_vectors[:] = 0
    first._.word_vectors[:, 0] = 9  # the number behind "O"
    assert spelled.nlp.get_pipe("newskg_names")(first).ents == ()
    assert {token.ent_id_ for token in first} == {""}


@pytest.mark.parametrize(
    ("word", "pos", "lemma"),
    [("Ministers", "NOUN", "minister"), ("Ministers", "PROPN", "Minister"), ("HOUSES", "NOUN", "house")],
)
def test_only_names_keep_the_case_of_their_lemma(spelled: Spelled, word: str, pos: str, lemma: str) -> None:
    doc = spelled([word], [{f"pos:{pos}": 9.0, "lemmas:ministers": 9.0}], ["newskg_syntax"])
    assert (doc[0].pos_, doc[0].lemma_) == (pos, lemma)


def test_tags_and_features_are_written(spelled: Spelled) -> None:
    said = [{"pos:VERB": 5.0, "tags:VBD": 5.0, "morphs:Tense=Past|VerbForm=Fin": 5.0}, {"morphs:_": 5.0}]
    doc = spelled(["went", "off"], said, ["newskg_syntax"])
    assert (doc[0].pos_, doc[0].tag_, doc[0].morph.get("Tense")) == ("VERB", "VBD", ["Past"])
    assert str(doc[1].morph) == ""
    assert doc.has_annotation("MORPH")


def test_sentences_start_where_the_network_says_and_after_line_breaks(spelled: Spelled) -> None:
    yes, no = {"starts:start": 5.0}, {"starts:start": -5.0}
    doc = spelled(
        ["He", "went", ".", "She", "\n", "came", "."], [no, no, no, yes, no, no, no], ["newskg_syntax"]
    )
    assert [token.i for token in doc if token.is_sent_start] == [0, 3, 5]


def test_triggers_are_what_is_likelier_than_nothing(spelled: Spelled) -> None:
    said = [{"triggers:O": 4.0}, {"triggers:report": 4.0}, {"triggers:event": 1.0}, {}]
    doc = spelled(["He", "said", "war", "came"], said, ["newskg_triggers"])
    assert [(one.token, one.report) for one in doc._.triggers] == [(1, True), (2, False)]
    assert doc._.triggers[0].score > doc._.triggers[1].score > 0.33


def test_cues_are_runs_and_no_claim_lacks_content(spelled: Spelled) -> None:
    out, begin, inside = ({f"cues:{tag}": 9.0} for tag in "OBI")
    said = [out, begin, inside, out, inside, begin, out]
    doc = spelled(list("abcdefg"), said, ["newskg_roles"])
    assert {roles.cue for roles in doc._.roles} <= {(1, 2), (4,), (5,)}
    assert doc._.roles
    assert all(roles.content for roles in doc._.roles)
