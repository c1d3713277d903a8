"""Alignment and attributes as the CoNLL 2018 shared task defines them, worked by hand."""

from __future__ import annotations

from typing import Any

import pytest

from kg.evaluate.alignment import Word, align
from kg.evaluate.syntax import score_syntax


def words(*tokens: str) -> list[Word]:
    """Tokens over one text, blanks aside; ``don't=do+n't`` is a token of two words."""
    made: list[Word] = []
    at = 0
    for token in tokens:
        surface, _, parts = token.partition("=")
        forms = parts.split("+") if parts else [surface]
        made += [Word(at, at + len(surface), form, multiword=len(forms) > 1) for form in forms]
        at += len(surface)
    return made


@pytest.mark.parametrize(
    ("gold", "predicted", "aligned"),
    [
        (["the", "toll"], ["the", "toll"], [(0, 0), (1, 1)]),
        (["the", "toll"], ["thetoll"], []),
        (["a", "bc", "d"], ["ab", "c", "d"], [(2, 2)]),
        (["a", "b", "c"], ["ab", "c"], [(2, 1)]),
        # gold has a multiword token, the reader two tokens: their forms decide
        (["They", "don't=do+n't", "go"], ["They", "do", "n't", "go"], [(0, 0), (1, 1), (2, 2), (3, 3)]),
        (["don't=do+not"], ["do", "n't"], [(0, 0)]),
        (["DON'T=DO+N'T"], ["do", "n't"], [(0, 0), (1, 1)]),
        (["do", "n't"], ["don't=do+n't"], [(0, 0), (1, 1)]),
        # a stretch that a token of the other side sticks out of, ends before that token
        (["ab=a+b", "c"], ["a", "bc"], [(0, 0)]),
        (["a", "bc"], ["ab=a+b", "c"], [(0, 0)]),
        # two multiword tokens that overlap are one stretch
        (["abc=a+b+c", "d"], ["a", "bcd=b+c+d"], [(0, 0), (1, 1), (2, 2), (3, 3)]),
        (["du=de+le", "du=de+le"], ["du=de+la", "du=de+le"], [(0, 0), (2, 2), (3, 3)]),
        (
            ["abc=a+x+c", "def=d+y+f"],
            ["ab=a+b", "cd=c+d", "ef=e+f"],
            [(0, 0), (2, 2), (3, 3), (5, 5)],
        ),
        (["ab=a+b", "cd=bc+d"], ["a", "bc", "d"], [(0, 0), (3, 2)]),
        ([], ["a"], []),
        (["a"], [], []),
    ],
)
def test_alignment(gold: list[str], predicted: list[str], aligned: list[tuple[int, int]]) -> None:
    assert align(words(*gold), words(*predicted)) == aligned


def row(*items: tuple[str, str, str, int, str], sentences: list[list[int]] | None = None) -> dict[str, Any]:
    """Words of form, tag, lemma, head and relation, without blanks between them."""
    made, at = [], 0
    for form, tag, lemma, head, relation in items:
        made.append(
            {
                "start": at,
                "end": at + len(form),
                "form": form,
                "upos": tag,
                "lemma": lemma,
                "head": head,
                "deprel": relation,
            }
        )
        at += len(form)
    return {"words": made, "sentences": sentences or [[0, at]]}


GOLD = row(
    ("Mayors", "NOUN", "mayor", 1, "nsubj"),
    ("spoke", "VERB", "speak", -1, "root"),
    ("out", "ADP", "_", 1, "compound:prt"),
    (".", "PUNCT", ".", 1, "punct"),
)


def figures(predicted: dict[str, Any], gold: dict[str, Any] = GOLD) -> dict[str, tuple[float | None, ...]]:
    return {item.name: (item.precision, item.recall) for item in score_syntax([(gold, predicted)])}


def test_subtypes_and_open_lemmas_do_not_count() -> None:
    found = figures(
        row(
            ("Mayors", "NOUN", "mayor", 1, "nsubj:pass"),
            ("spoke", "VERB", "spoke", -1, "root"),
            ("out", "ADP", "whatever", 1, "compound"),
            (".", "PUNCT", ".", 1, "punct"),
        )
    )
    assert found["LAS"] == (1, 1)
    assert found["Lemmas"] == (3 / 4, 3 / 4)
    assert "XPOS" not in found
    assert "UFeats" not in found


def test_a_head_must_be_the_aligned_word_and_unaligned_words_are_wrong() -> None:
    found = figures(
        row(
            ("Mayors", "NOUN", "mayor", 1, "nsubj"),
            ("spokeout", "VERB", "speak", -1, "root"),
            (".", "PUNCT", ".", 1, "punct"),
        )
    )
    assert found["Words"] == (2 / 3, 2 / 4)
    assert found["UPOS"] == (2 / 3, 2 / 4)
    assert found["UAS"] == (0, 0)


def test_a_wrong_head_costs_both_and_a_wrong_relation_only_the_labelled_score() -> None:
    found = figures(
        row(
            ("Mayors", "NOUN", "mayor", 1, "obj"),
            ("spoke", "VERB", "speak", -1, "root"),
            ("out", "ADP", "out", 3, "compound"),
            (".", "PUNCT", ".", 1, "punct"),
        )
    )
    assert found["UAS"] == (3 / 4, 3 / 4)
    assert found["LAS"] == (2 / 4, 2 / 4)


def test_sentences_are_right_where_both_borders_are() -> None:
    split = {**GOLD, "sentences": [[0, 6], [6, 15]]}
    assert figures(split)["Sentences"] == (0, 0)
    two = {**GOLD, "sentences": [[0, 6], [6, 11], [11, 15]]}
    assert figures(two, split)["Sentences"] == (1 / 3, 1 / 2)


def test_only_the_features_that_gold_names_count() -> None:
    gold = {
        "words": [{"start": 0, "end": 2, "form": "He", "feats": "Case=Nom|Person=3"}],
        "score_features": ["Case"],
    }
    right = {"words": [{"start": 0, "end": 2, "form": "He", "feats": "Case=Nom|Person=1"}]}
    wrong = {"words": [{"start": 0, "end": 2, "form": "He", "feats": "Case=Acc|Person=3"}]}
    assert figures(right, gold)["UFeats"] == (1, 1)
    assert figures(wrong, gold)["UFeats"] == (0, 0)
