"""Words are split as the reference tokenizer of BERT splits them, with the letter case beside."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.reader.wordpieces import UNKNOWN, Wordpieces
from tests.reader.untrained import vocabulary

SPLITTER = Wordpieces(vocabulary())
LETTERS = (
    st.sampled_from("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.,'\"“”’-–—%$()[]")
    | st.characters(min_codepoint=0xC0, max_codepoint=0x17F)
    | st.characters(min_codepoint=0x391, max_codepoint=0x44F, categories=["L"])
    | st.characters(min_codepoint=0x5D0, max_codepoint=0x64A, categories=["L"])
    | st.characters(min_codepoint=0x4E00, max_codepoint=0x4F00)
    | st.sampled_from("\u0301\u200b\u200d\ufeff\x07😀é\u00ad")
)


@settings(deadline=None)
@given(st.text(LETTERS, min_size=1, max_size=60))
def test_pieces_are_those_of_the_reference(word: str) -> None:
    tokenizers = pytest.importorskip("tokenizers")
    reference = tokenizers.Tokenizer(
        tokenizers.models.WordPiece(
            {piece: number for number, piece in enumerate(vocabulary())}, unk_token="[UNK]"
        )
    )
    reference.normalizer = tokenizers.normalizers.BertNormalizer(lowercase=True)
    reference.pre_tokenizer = tokenizers.pre_tokenizers.BertPreTokenizer()
    expected = reference.encode(word, add_special_tokens=False).ids
    assert list(SPLITTER.split(word)[0]) == (expected[:24] or [UNKNOWN])


@settings(deadline=None)
@given(st.text(min_size=1))
def test_every_piece_has_a_case_and_no_word_is_without(word: str) -> None:
    ids, cases = SPLITTER.split(word)
    assert 1 <= len(ids) == len(cases) <= 24
    assert set(cases) <= set(range(6))


@pytest.mark.parametrize(
    ("word", "cases"),
    [
        ("iran", [0]),
        ("Iran", [1]),
        ("IRAN", [2]),
        ("Irans", [1, 0]),
        ("IRANs", [2, 0]),
        ("x2", [0, 4]),
        ("I", [1]),
        ("–", [5]),
        ("Tehran,", [1, 5]),
    ],
)
def test_a_piece_has_the_case_of_its_own_letters(word: str, cases: list[int]) -> None:
    assert list(SPLITTER.split(word)[1]) == cases


def test_memory_of_words_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kg.reader.wordpieces._REMEMBERED", 10)
    splitter = Wordpieces(vocabulary())
    for number in range(100):
        splitter.split(f"w{number}")
    assert splitter.split("war") == SPLITTER.split("war")
    assert len(splitter._known) <= 10
