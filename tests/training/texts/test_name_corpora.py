"""Corpora of names and syntax, in their formats, with sentences of our own."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from kg.training.formats.sentence import Sentence, spans
from kg.training.texts.ewt import read_ewt, read_ewt_dev
from kg.training.texts.gmb_doubt import Known, believed, collect
from kg.training.texts.news_names import read_gmb_texts, read_politics_texts, read_wikigold_texts
from kg.training.texts.re3d import read_re3d
from kg.training.texts.redocred import read_redocred_texts
from kg.training.texts.text import Text


def names(text: Text) -> list[tuple[str, str]]:
    return [(" ".join(text.words[a:b]), label) for a, b, label in spans(text.names or [])]


def unknown(text: Text) -> list[str]:
    return [word for word, tag in zip(text.words, text.names or [], strict=True) if tag == "-"]


def write(path: Path, content: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(content, encoding="utf-8")


TREEBANK = """\
# newdoc id = a
# sent_id = a-0001
1\tAnn\tAnn\tPROPN\tNNP\t_\t2\tnsubj\t_\t_
2\tleft\tleave\tVERB\tVBD\t_\t0\troot\t_\t_

# sent_id = a-0002
1\tCairo\tCairo\tPROPN\tNNP\t_\t2\tnsubj\t_\t_
2\tslept\tsleep\tVERB\tVBD\t_\t0\troot\t_\t_

# newdoc id = b
# sent_id = b-0001
1\tNo\tno\tINTJ\tUH\t_\t0\troot\t_\t_
"""


def test_treebank_documents_have_heads_in_the_text_and_names_where_known(tmp_path: Path) -> None:
    write(tmp_path / "ud_ewt" / "en_ewt-ud-train.conllu", TREEBANK)
    iob = "# sent_id = a-0002\n1\tCairo\tB-LOC\n2\tslept\tO\n"
    write(tmp_path / "uner_ewt" / "en_ewt-ud-train.clean.iob2", iob)
    first, second = read_ewt(tmp_path)
    assert first.syntax is not None
    assert (first.words, first.starts, first.sentences) == (["Ann", "left", "Cairo", "slept"], [0, 2], True)
    assert (first.syntax.heads, first.syntax.deps) == ([1, 1, 3, 3], ["nsubj", "ROOT", "nsubj", "ROOT"])
    assert (names(first), unknown(first)) == ([("Cairo", "CITY")], ["Ann", "left"])
    assert (first.key, second.key, second.names) == ("a", "b", None)
    assert "DATE" in first.lacks
    assert "PERSON" not in first.lacks


def test_treebank_is_read_without_its_names_too(tmp_path: Path) -> None:
    write(tmp_path / "ud_ewt" / "en_ewt-ud-dev.conllu", TREEBANK)
    assert [text.names for text in read_ewt_dev(tmp_path)] == [None, None]


def test_wikigold_follows_its_documents_and_keeps_what_is_other(tmp_path: Path) -> None:
    rows = "-DOCSTART- O\n\nDr. I-PER\nAnn I-PER\nlikes O\nDanish I-MISC\nfilms O\n\nSnow I-MISC\n\n"
    path = tmp_path / "wikigold" / "CONLL-format" / "data" / "wikigold.conll.txt"
    write(path, rows + "-DOCSTART- O\n\nYes O\n\n")
    first, second = read_wikigold_texts(tmp_path)
    assert names(first) == [("Ann", "PERSON"), ("Danish", "NORP"), ("Snow", "OTHER")]
    assert (first.starts, second.words) == ([0, 5], ["Yes"])
    assert first.lacks == {"DATE", "QUANTITY"}


def test_politics_tells_countries_and_events(tmp_path: Path) -> None:
    rows = "Sample\tB-country\n's\tO\n2001\tB-election\nelection\tI-election\n\n" + "Yes\tO\n\n" * 20
    write(tmp_path / "crossner_politics" / "train.txt", rows)
    first, second = read_politics_texts(tmp_path)
    assert names(first) == [("Sample", "COUNTRY"), ("2001 election", "EVENT")]
    assert (len(first.starts), len(second.starts)) == (20, 1)


def docred(**mentions: Any) -> dict[str, Any]:
    sents = [["The", "Sample", "Club", "of", "Cairo"], ["5\u00a0km", " ", "from", "Danish", "Ann", ".", "It"]]
    return {"title": "One", "sents": sents, "vertexSet": list(mentions.values())}


def mention(sentence: int, start: int, end: int, kind: str) -> dict[str, Any]:
    return {"sent_id": sentence, "pos": [start, end], "type": kind, "name": "x"}


def test_redocred_gives_names_and_chains_and_doubts_nationalities(tmp_path: Path) -> None:
    document = docred(
        club=[mention(0, 0, 3, "ORG"), mention(0, 0, 5, "ORG")],
        city=[mention(0, 4, 5, "LOC")],
        way=[mention(1, 0, 1, "NUM")],
        people=[mention(1, 3, 4, "LOC")],
        ann=[mention(1, 4, 5, "PER")],
    )
    write(tmp_path / "redocred" / "dev_revised.json", json.dumps([document]))
    (text,) = read_redocred_texts(tmp_path)
    assert text.words == [
        "The",
        "Sample",
        "Club",
        "of",
        "Cairo",
        "5",
        "km",
        "from",
        "Danish",
        "Ann",
        ".",
        "It",
    ]
    assert text.starts == [0, 5]
    assert names(text) == [("Sample Club of Cairo", "ORG"), ("5 km", "QUANTITY"), ("Ann", "PERSON")]
    assert unknown(text) == ["Danish"]
    assert [(m.start, m.end, m.type, m.chain) for m in text.mentions or ()] == [
        (0, 5, "organization", 0),
        (0, 3, "organization", 0),
        (4, 5, "place", 1),
        (9, 10, "person", 4),
    ]
    assert not text.exhaustive


RE3D = (
    "Minister Ann Sampler met we and troops of the Sample Office in Norway. A stand against Sample. "
    "Ann Sampler left."
)


@pytest.mark.parametrize(
    ("part", "kind", "confidence", "expected"),
    [
        ("Minister Ann Sampler", "Person", 1, [("Ann Sampler", "PERSON")]),
        ("Minister Ann Sampler", "Person", 0, []),
        ("Minister", "Person", 1, []),
        ("we", "Organisation", 1, []),
        ("troops of the Sample Office", "Organisation", 1, []),
        ("the Sample Office", "Organisation", 0.9, [("Sample Office", "ORG")]),
        ("Norway", "Location", 0, [("Norway", "COUNTRY")]),
        ("Norway", "Organisation", 1, [("Norway", "COUNTRY")]),
        ("st Sample", "Vehicle", 1, []),
    ],
)
def test_re3d_takes_only_sure_names(
    tmp_path: Path, part: str, kind: str, confidence: float, expected: list[tuple[str, str]]
) -> None:
    begin = RE3D.index(part)
    row = {"begin": begin, "end": begin + len(part), "type": kind, "value": part}
    entity = {**row, "documentId": "d", "confidence": confidence}
    write(tmp_path / "re3d" / "S" / "entities.json", json.dumps(entity) + "\n")
    write(tmp_path / "re3d" / "S" / "documents.json", json.dumps({"_id": "d", "text": RE3D}) + "\n")
    (text,) = read_re3d(tmp_path)
    assert names(text) == expected
    outside = {word for word, tag in zip(text.words, text.names or [], strict=True) if tag == "O"}
    assert {"met", "and", "against"} <= outside
    assert "Sampler" not in outside


def tagged(sentence: str) -> Sentence:
    """A sentence written as "word/TAG word"; words without a tag are outside."""
    pairs = [word.partition("/") for word in sentence.split()]
    words = [pair[0] for pair in pairs]
    return Sentence(words=words, spaces=[True] * len(words), ents=[pair[2] or "O" for pair in pairs])


def written(sentence: Sentence) -> str:
    pairs = zip(sentence.words, sentence.ents, strict=True)
    return " ".join(word if tag == "O" else f"{word}/{tag}" for word, tag in pairs)


KNOWN = Known(
    first=frozenset(("Ann",)),
    last=frozenset(("Sampler",)),
    organizations=frozenset(("Ministry", "Party")),
    frequent=frozenset(("Samplex",)),
)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("he/O met Sampler/B-ORG", "he met Sampler/-"),
        ("he met Sampler/B-PERSON", "he met Sampler/B-PERSON"),
        ("he met Ann/B-PERSON Other/I-PERSON", "he met Ann/B-PERSON Other/I-PERSON"),
        ("he met Ann/B-ORG Other/I-ORG", "he met Ann/- Other/-"),
        ("the Interior/B-ORG Ministry/I-ORG", "the Interior/B-ORG Ministry/I-ORG"),
        ("the General/B-ORG Sampler/I-ORG", "the General/- Sampler/-"),
        ("the Samplex/B-ORG", "the Samplex/B-ORG"),
        ("the Rarex/B-ORG", "the Rarex/-"),
        ("the RRX/B-ORG", "the RRX/B-ORG"),
        ("for Norway/B-ORG", "for Norway/B-COUNTRY"),
        ("for Sri/B-PERSON Lanka/B-PLACE", "for Sri/B-COUNTRY Lanka/I-COUNTRY"),
        ("many Sunni/B-PERSON Arab/I-PERSON", "many Sunni/B-NORP Arab/I-NORP"),
        ("from southern/B-PLACE Norway/I-PLACE", "from southern Norway/B-COUNTRY"),
        ("in Sampletown/B-PLACE", "in Sampletown/B-PLACE"),
        ("with Sampletown/B-PLACE", "with Sampletown/-"),
        ("Rain in Forgotten and Muslim areas", "Rain in Forgotten/- and Muslim/- areas"),
        ("of President Sampler/B-PERSON", "of President Sampler/B-PERSON"),
        ("it rained last week here", "it rained last/- week/- here"),
        ("on the March/B-DATE flood/-", "on the/- March/B-DATE flood/-"),
    ],
)
def test_machine_made_names_are_mended_or_doubted(before: str, after: str) -> None:
    assert written(believed(tagged(before), KNOWN)) == after


def test_what_names_share_is_counted() -> None:
    person = tagged("Ann/B-PERSON Sampler/I-PERSON")
    bodies = [tagged(f"{word}/B-ORG Party/I-ORG") for word in ("Red", "Blue", "Green", "Grey", "Pink")]
    known = collect([[person, person, *bodies], [tagged("Samplex/B-ORG")] * 3 + [tagged("Rarex/B-ORG")]])
    assert (known.first, known.last) == ({"Ann"}, {"Sampler"})
    assert (known.organizations, known.frequent) == ({"Party"}, {"Samplex"})


def test_gmb_keeps_its_sentences_and_repairs_its_signs(tmp_path: Path) -> None:
    rows = "Ann\tNNP\tB-per\nleft\tVBD\tO\n\x94\tNN\tO\nNorway\tNNP\tB-geo\n\n" * 21
    write(tmp_path / "gmb" / "gmb.conll", rows)
    first, second = read_gmb_texts(tmp_path)
    assert (len(first.starts), second.words) == (20, ["Ann", "left", "”", "Norway"])
    assert names(second) == [("Norway", "COUNTRY")]
    assert unknown(second) == ["Ann"]
    assert first.weight < 1
