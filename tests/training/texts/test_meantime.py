"""MEANTIME as texts, on files in its format with sentences of our own."""

import json
import re
from pathlib import Path

import pytest

from kg.training.texts.meantime import read_meantime
from kg.training.texts.text import MentionGold, Text

SHARED = Path(__file__).resolve().parents[3].parent / "shared"

SENTENCES = (
    "Boats|(PRO1) sold|(OTH1)",
    "May 2",
    "The|(ORG2 Acme|(ORG2 Company|ORG2)|ORG2) 's CEO|(PER1 Ann|(PER1 Example|PER1)|PER1) said|(SPE1) `` it"
    "|(ORG2) began|(GRA1) talks|(OTH2) '' .",
    "German|(LOC1) buyers|(PER2) paid|(OTH3 off|OTH3) Acme|(ORG2) 's|(PRO2 Swift|PRO2) .",
    "Customers|(PER3) of Acme|(ORG2|(PRO3 's|ORG2) Swift|(PRO2)|PRO3) in France|(LOC2) left .",
    "They|(PER3) left|(OTH4) Corp .",
    "Later Bo|(PER4) sold|(OTH5) a boat .",
)
EVENTS = (
    (0, [1], 1, "OTHER"),
    (2, [7], 7, "SPEECH_COGNITIVE"),
    (2, [10], 10, "GRAMMATICAL"),
    (2, [11], 11, "OTHER"),
    (3, [2, 3], 2, "OTHER"),
    (5, [1], 1, "OTHER"),
    (6, [2], 2, "OTHER"),
)


@pytest.fixture
def text(tmp_path: Path) -> Text:
    lines = ["#begin document (0/1/english1); part 000"]
    for number, sentence in enumerate(SENTENCES):
        for position, item in enumerate(sentence.split()):
            word, _, brackets = item.partition("|")
            lines.append(f"0/1/english1\t{number}\t{position}\t{word}\t{brackets.replace('|', '| ') or '-'}")
        lines.append("")
    lines.append("#end document")
    events = [
        {"conll_doc_key": "0/1/english1", "sent_id": s, "tokens_number": t, "mention_head_id": h}
        | {"mention_full_type": kind}
        for s, t, h, kind in EVENTS
    ]
    (tmp_path / "meantime").mkdir()
    (tmp_path / "meantime" / "dataset.conll").write_text("\n".join(lines), encoding="utf-8")
    (tmp_path / "meantime" / "event_mentions.json").write_text(json.dumps(events), encoding="utf-8")
    (read,) = read_meantime(tmp_path)
    return read


def tagged(text: Text, layer: list[str] | None) -> dict[str, str]:
    """Map words to their tags, words outside left out; the last of equal words counts."""
    assert layer is not None
    return {word: tag for word, tag in zip(text.words, layer, strict=True) if tag != "O"}


def test_words_of_saying_are_reports_and_unjudged_words_are_unknown(text: Text) -> None:
    assert text.triggers is not None
    judged = text.starts[6]
    found = [(w, t) for w, t in zip(text.words[:judged], text.triggers, strict=False) if t != "O"]
    assert found == [
        ("sold", "event"),
        ("said", "report"),
        ("began", "-"),
        ("talks", "event"),
        ("paid", "event"),
        ("off", "-"),
        ("left", "event"),
    ]
    assert text.triggers[judged:] == ["-", "-", "event", "-", "-", "-"]


def test_mentions_nest_and_are_no_events(text: Text) -> None:
    assert text.mentions is not None
    second = text.starts[2]
    told = [m for m in text.mentions if second <= m.start < text.starts[3]]
    assert told == [
        MentionGold(second, second + 3, "organization", 1),
        MentionGold(second + 1, second + 3, "organization", 1),
        MentionGold(second + 4, second + 7, "person", 2),
        MentionGold(second + 5, second + 7, "person", 2),
        MentionGold(second + 9, second + 10, "organization", 1),
    ]
    assert not {m.type for m in text.mentions} - {"person", "organization", "place", "object"}


def test_names_lose_articles_titles_and_owners(text: Text) -> None:
    names = tagged(text, text.names)
    assert (names["Company"], names["Ann"], names["Example"]) == ("I-ORG", "B-PERSON", "I-PERSON")
    assert (names["Swift"], names["France"], names["Acme"]) == ("B-MISC", "B-COUNTRY", "B-ORG")
    assert "The" not in {w for w, t in names.items() if t != "-"}


def test_a_nationality_or_a_first_word_is_no_sure_name(text: Text) -> None:
    names = tagged(text, text.names)
    assert (names["German"], names["Customers"], names["Boats"]) == ("-", "-", "-")
    assert names["Corp"] == "-"


def test_marks_of_quotation_are_those_of_articles(text: Text) -> None:
    assert text.words.count('"') == 2
    assert "``" not in text.words


def shingles(text: str) -> set[tuple[str, ...]]:
    words = re.findall(r"\w+", text.lower())
    return {tuple(words[index : index + 10]) for index in range(len(words) - 9)}


@pytest.mark.skipif(not (SHARED / "corpora" / "meantime").is_dir(), reason="the corpora are not here")
def test_no_text_is_one_of_those_held_out() -> None:
    articles = sorted((SHARED / "scoring" / "dev" / "meantime-val" / "articles").glob("*.txt"))
    held_out = set().union(*(shingles(path.read_text("utf-8")) for path in articles))
    texts = list(read_meantime(SHARED / "corpora"))
    assert held_out
    assert len(texts) == 60
    assert not [text.key for text in texts if shingles(" ".join(text.words)) & held_out]
