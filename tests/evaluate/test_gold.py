"""Each format, as a small file that we write, and what is said of a broken one."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from kg.errors import GoldError
from kg.evaluate import Gold, read_gold, scores

CONLLU = """\
# newdoc id = ferry
# newpar
# sent_id = 1
1\tAda\tAda\tPROPN\tNNP\tNumber=Sing\t4\tnsubj\t_\tEntity=(1-person-new
2\tOrr\tOrr\tPROPN\tNNP\tNumber=Sing|Definite=Def\t1\tflat\t_\tEntity=1)
3-4\tdidn't\t_\t_\t_\t_\t_\t_\t_\t_
3\tdid\tdo\tAUX\tVBD\tTense=Past\t4\taux\t_\t_
4\tn't\tnot\tPART\tRB\t_\t0\troot\t_\t_
4.1\tgo\tgo\tVERB\tVB\t_\t_\t_\t_\t_
5\t.\t.\tPUNCT\t.\t_\t4\tpunct\t_\tSpaceAfter=No

# newpar
1\tShe's\tshe\tPRON\tPRP\tCase=Nom\t0\troot\t_\tEntity=(1-person-giv)

"""

COLUMNS = (
    "Ada NNP B-PER\nOrr NNP I-PER\nleft VBD O\nEast NNP B-LOC\nHaven NNP I-LOC\n. . O\n\nNATO NNP B-ORG\n"
)

UNER = """\
# newdoc id = ferry
# text = To Ada's M-16
1\tTo\tO\t-\t-
2\tAda\tB-PER\t-\tsomeone
3\t's\tO\t-\t-
4\tM-16\tO\t-\t-

"""

CONLL2012 = """\
#begin document (news/ferry); part 001
news/ferry\t1\t0\tThe\t(0
news/ferry\t1\t1\tmayor\t0)
news/ferry\t1\t2\t-LRB-\t-
news/ferry\t1\t3\tshe\t(0)|(1)
news/ferry\t1\t4\t-RRB-\t-

#end document
"""

TEXT = "Ada Orr said the ferry, she added, was late.\n"
BRAT = """\
T1\tSource 0 7\tAda Orr
T2\tCue 8 12;24 33\tsaid she added
T3\tContent 13 22;35 43\tthe ferry was late
T4\tAttribution 8 12\tsaid
E1\tAttribution:T4 Source:T1 Cue:T2 Content:T3
T5\tPerson 0 7\tAda Orr
T6\tVessel 17 22\tferry
#1\tAnnotatorNotes T5\tsure
"""


def write(folder: Path, name: str, content: str) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(content, "utf-8")
    return path


def words(row: Any, spans: Any) -> list[str]:
    return [row["text"][start:end] for start, end in spans]


def names(gold: Gold, index: int = 0) -> list[tuple[str, str]]:
    row = gold.rows[index]
    return [(row["text"][m["start"] : m["end"]], m["type"]) for m in row["entities"]]


def test_conllu_keeps_text_words_trees_and_chains(tmp_path: Path) -> None:
    gold = read_gold(write(tmp_path, "a.conllu", CONLLU), features=["Number"])
    (row,) = gold.rows
    assert (gold.format, row["id"]) == ("conllu", "ferry")
    assert row["text"] == "Ada Orr didn't.\n\nShe's".replace("didn't.", "didn't .")
    assert words(row, row["sentences"]) == words(row, row["paragraphs"]) == ["Ada Orr didn't .", "She's"]
    assert [(w["form"], w["head"], w["multiword"]) for w in row["words"]] == [
        ("Ada", 3, False),
        ("Orr", 0, False),
        ("did", 3, True),
        ("n't", -1, True),
        (".", 3, False),
        ("She's", -1, False),
    ]
    assert row["text"][row["words"][2]["start"] : row["words"][2]["end"]] == "didn't"
    assert [(row["text"][m["start"] : m["end"]], m["chain"]) for m in row["entities"]] == [
        ("Ada Orr", "1"),
        ("She's", "1"),
    ]
    assert row["score_features"] == ["Number"]
    assert {figure.f1 for figure in scores(gold.rows, gold.rows, gold.layers)} == {1.0}


def test_columns_of_any_width_give_names(tmp_path: Path) -> None:
    gold = read_gold(write(tmp_path, "a.conll", COLUMNS))
    assert gold.format == "columns"
    assert gold.rows[0]["text"] == "Ada Orr left East Haven.\n\nNATO"
    assert names(gold) == [("Ada Orr", "Person"), ("East Haven", "Place"), ("NATO", "Organization")]
    assert gold.rows[0]["score_types"] == ["Organization", "Person", "Place"]


def test_universal_ner_keeps_its_text(tmp_path: Path) -> None:
    gold = read_gold(write(tmp_path, "a.iob2", UNER))
    assert (gold.rows[0]["id"], gold.rows[0]["text"]) == ("ferry", "To Ada's M-16")
    assert names(gold) == [("Ada", "Person")]
    assert gold.rows[0]["score_types"] == ["Person"]


@pytest.mark.parametrize(
    ("tags", "found"),
    [
        (["I-PER", "I-PER", "O"], [("Ada Orr", "Person")]),
        (["B-PER", "B-PER", "O"], [("Ada", "Person"), ("Orr", "Person")]),
        (["B-person", "E-person", "S-location"], [("Ada Orr", "Person"), ("left", "Place")]),
        (["B-politician", "L-politician", "U-country"], [("Ada Orr", "Person"), ("left", "Place")]),
        (["B-PERSON", "I-PERSON", "B-GPE"], [("Ada Orr", "Person"), ("left", "Place")]),
        (["B-PER", "I-ORG", "B-MISC"], [("Ada", "Person"), ("Orr", "Organization")]),
    ],
)
def test_every_scheme_of_tags_and_common_labels_are_read(
    tmp_path: Path, tags: list[str], found: list[tuple[str, str]]
) -> None:
    lines = [f"{word}\t{tag}" for word, tag in zip(("Ada", "Orr", "left"), tags, strict=True)]
    assert names(read_gold(write(tmp_path, "a.bio", "\n".join(lines)))) == found


def test_documents_end_at_their_borders_or_after_twenty_sentences(tmp_path: Path) -> None:
    bordered = "-DOCSTART- O\n\nAda B-PER\n\nOrr B-PER\n\n-DOCSTART- O\n\nIan B-PER\n"
    assert [row["text"] for row in read_gold(write(tmp_path, "a.bio", bordered)).rows] == [
        "Ada\n\nOrr",
        "Ian",
    ]
    assert len(read_gold(write(tmp_path, "b.bio", "Ada B-PER\n\n" * 41)).rows) == 3


def test_labels_that_nobody_knows_are_named_and_not_scored(tmp_path: Path) -> None:
    gold = read_gold(write(tmp_path, "a.bio", "Ada B-PER\nTuesday B-DATE\nferry B-vessel\n"))
    assert gold.left_out == ("vessel",)
    assert names(gold) == [("Ada", "Person")]


def test_coreference_columns_give_chains(tmp_path: Path) -> None:
    gold = read_gold(write(tmp_path, "a.conll", CONLL2012))
    (row,) = gold.rows
    assert (gold.format, row["id"], row["text"]) == ("conll2012", "news/ferry-1", "The mayor (she)")
    assert [(row["text"][m["start"] : m["end"]], m["chain"]) for m in row["entities"]] == [
        ("The mayor", "0"),
        ("she", "0"),
        ("she", "1"),
    ]
    assert row["singletons"] is True


@pytest.mark.parametrize("annotations", ["ferry.ann", "marks/ferry.ann", "marks/ferry_ann1.ann"])
def test_brat_gives_names_and_claims(tmp_path: Path, annotations: str) -> None:
    text = write(tmp_path, "text/ferry.txt" if "/" in annotations else "ferry.txt", TEXT)
    write(tmp_path, annotations, BRAT)
    gold = read_gold(tmp_path)
    assert (gold.format, gold.layers, gold.left_out) == ("brat", ("entities", "claims"), ("Vessel",))
    assert gold.files == {"ferry": text}
    assert gold.rows[0]["claims"] == [
        {"speaker": [[0, 7]], "cue": [[8, 12], [24, 33]], "content": [[13, 22], [35, 43]]}
    ]
    assert [(m["start"], m["end"], m["type"]) for m in gold.rows[0]["entities"]] == [(0, 7, "Person")]


def test_relations_tie_an_attribution_together_as_events_do(tmp_path: Path) -> None:
    write(tmp_path, "ferry.txt", TEXT)
    event = next(line for line in BRAT.splitlines() if line.startswith("E1"))
    related = BRAT.replace(event, "R1\tSource Arg1:T2 Arg2:T1\nR2\tContent Arg1:T2 Arg2:T3")
    write(tmp_path, "ferry.ann", related)
    assert read_gold(tmp_path).rows[0]["claims"] == [
        {"speaker": [[0, 7]], "cue": [[8, 12], [24, 33]], "content": [[13, 22], [35, 43]]}
    ]


def test_standoff_finds_its_articles(tmp_path: Path) -> None:
    text = write(tmp_path, "articles/ferry.txt", TEXT)
    row = {"id": "ferry", "claims": [{"content": [[13, 22]]}], "entities": [], "score_types": ["Person"]}
    write(tmp_path, "gold.jsonl", json.dumps(row))
    for path in (tmp_path, tmp_path / "gold.jsonl"):
        gold = read_gold(path)
        assert (gold.format, gold.layers, gold.files) == ("standoff", ("entities", "claims"), {"ferry": text})


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("a.conllu", CONLLU.replace("\tnsubj\t_", "\tnsubj"), r"a\.conllu:4: 9 columns"),
        ("a.conllu", CONLLU.replace("\t4\tnsubj", "\t9\tnsubj"), r"a\.conllu:4: the head '9'"),
        ("a.conllu", CONLLU.replace("2\tOrr", "3\tOrr"), r"a\.conllu:5: word 3 where word 2"),
        ("a.conllu", CONLLU.replace("Entity=1)", "Entity=7)"), r"a\.conllu:5: Entity= closes '7'"),
        ("a.conllu", "# nothing\n", r"a\.conllu: holds no sentence"),
        ("a.bio", COLUMNS.replace("left VBD O", "left VBD"), r"a\.bio:3: 2 columns"),
        ("a.bio", COLUMNS.replace("left VBD O", "left VBD X"), r"a\.bio:3: 'X' is not a tag"),
        ("a.bio", "one two three\n", r"a\.bio:1: no column holds a tag"),
        ("a.bio", "ferry B-vessel\n", r"a\.bio: no label .*found: vessel"),
        ("a.bio", "", r"a\.bio: is empty"),
        ("a.conll", CONLL2012.replace("0)\n", "5)\n"), r"a\.conll:3: closes chain '5'"),
        ("a.conll", CONLL2012.replace("news/ferry\t1\t1\tmayor\t0)", "mayor 0)"), r"a\.conll:3: 2 columns"),
        ("a.jsonl", '{"id": "a"}\n{"id"\n', r"a\.jsonl:2: is not JSON"),
        ("a.jsonl", '{"name": "a"}\n', r"a\.jsonl:1: .*'id'"),
        ("a.jsonl", '{"id": "a", "entities": [{"start": 1}]}\n', r"a\.jsonl:1: an entity without"),
        ("a.jsonl", '{"id": "a", "claims": [{"cue": [3, 4]}]}\n', r"a\.jsonl:1: the cue of a claim"),
        ("a.ann", BRAT, r"a\.ann: its text a\.txt is missing"),
        ("nothing/here.doc", "", r"no gold found"),
    ],
)
def test_broken_gold_is_named_with_file_and_line(tmp_path: Path, name: str, content: str, said: str) -> None:
    path = write(tmp_path, name, content)
    with pytest.raises(GoldError, match=said):
        read_gold(path.parent if "/" in name else path)


@pytest.mark.parametrize("line", ["T1\tSource 0 99\tAda", "T1\tSource five\tAda", "T1\tSource 5 5\t"])
def test_a_broken_span_is_named_with_its_line(tmp_path: Path, line: str) -> None:
    write(tmp_path, "ferry.txt", TEXT)
    path = write(tmp_path, "ferry.ann", f"#1\tnote\n{line}\n")
    with pytest.raises(GoldError, match=r"ferry\.ann:2: "):
        read_gold(path)


def test_a_file_that_is_not_there_or_not_text_is_said(tmp_path: Path) -> None:
    with pytest.raises(GoldError, match="no such file"):
        read_gold(tmp_path / "nowhere.conllu")
    (tmp_path / "a.conllu").write_bytes(b"\xff\xfe\xff")
    with pytest.raises(GoldError, match="is not UTF-8"):
        read_gold(tmp_path / "a.conllu")


@pytest.mark.parametrize(
    ("path", "form", "articles"),
    [
        ("corpora/polnear/dev", "brat", 84),
        ("corpora/crossner_politics/dev.txt", "columns", 28),
        ("corpora/gum/dep/dev", "conllu", 12),
        ("corpora/gum/ontogum/dev", "conll2012", 12),
        ("scoring/dev/uner-ewt-dev", "standoff", 101),
    ],
)
def test_public_gold_is_read_as_it_comes(shared: Path, path: str, form: str, articles: int) -> None:
    gold = read_gold(shared / path)
    assert (gold.format, len(gold.rows), gold.left_out) == (form, articles, ())
    for figure in scores(gold.rows, gold.rows, gold.layers):
        assert figure.f1 == pytest.approx(1)
