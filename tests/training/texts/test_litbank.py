"""LitBank as texts, on files in its format with sentences of our own."""

from pathlib import Path

import pytest

from kg.training.texts.litbank import read_litbank
from kg.training.texts.text import MentionGold

SENTENCES = (
    (("My", "(0|(1)"), ("aunt", "0)"), ("wept", ""), (".", "")),
    (("She", "(0)"), ("saw", ""), ("me", "(1)"), (".", "")),
)
EVENTS = "My\tO\naunt\tO\nwept\tEVENT\n.\tO\n\nShe\tO\nsaw\tEVENT\nme\tO\n.\tO\n"


def write_book(folder: Path, events: str, copies: int = 1) -> Path:
    lines = ["#begin document (9_own_brat); part 0"]
    for sentence in SENTENCES * copies:
        for number, (word, chains) in enumerate(sentence):
            lines.append("\t".join(["9_own_brat", "0", str(number), word, *"_" * 8, chains]))
        lines.append("")
    lines.append("#end document")
    for path, written in (("coref/9_own_brat.conll", "\n".join(lines)), ("events/9_own_brat.tsv", events)):
        (folder / "litbank" / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / "litbank" / path).write_text(written, encoding="utf-8")
    return folder


def test_chains_and_events_of_the_same_words(tmp_path: Path) -> None:
    (text,) = read_litbank(write_book(tmp_path, EVENTS))
    assert text.words == ["My", "aunt", "wept", ".", "She", "saw", "me", "."]
    assert text.starts == [0, 4]
    assert text.mentions == (
        MentionGold(0, 2, "", 0),
        MentionGold(0, 1, "", 1),
        MentionGold(4, 5, "", 0),
        MentionGold(6, 7, "", 1),
    )
    assert text.triggers == ["O", "O", "event", "O", "O", "event", "O", "O"]
    assert not text.exhaustive
    assert text.names is None


def test_events_of_other_words_are_left_out(tmp_path: Path) -> None:
    (text,) = read_litbank(write_book(tmp_path, EVENTS.replace("aunt", "uncle")))
    assert text.triggers is None
    assert text.mentions


def test_a_long_stretch_is_cut_at_sentences_and_keeps_every_word(tmp_path: Path) -> None:
    texts = list(read_litbank(write_book(tmp_path, EVENTS * 200, copies=200)))
    assert [text.key for text in texts] == ["9_own-0", "9_own-1", "9_own-2"]
    assert [word for text in texts for word in text.words] == [w for s in SENTENCES for w, _ in s] * 200
    assert all(len(text.words) <= 710 and text.words[-1] == "." for text in texts)
    assert all(text.triggers and text.triggers.count("event") == len(text.words) // 4 for text in texts)


def test_a_line_with_too_few_columns_is_an_error(tmp_path: Path) -> None:
    path = write_book(tmp_path, EVENTS) / "litbank" / "coref" / "9_own_brat.conll"
    path.write_text("9_own_brat\t0\t0\tMy\n", encoding="utf-8")
    with pytest.raises(ValueError, match="columns"):
        list(read_litbank(tmp_path))
