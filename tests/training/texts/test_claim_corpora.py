"""Corpora of claims, in their formats, with texts of our own."""

from __future__ import annotations

import json
from pathlib import Path

from kg.training.texts.polnear import read_polnear
from kg.training.texts.silver import read_silver
from kg.training.texts.text import ClaimGold, Text

ARTICLE = "Harbour to close\n\n“We are full,” said Ann Sample, the mayor, “and tired.” Others expect rain.\n"


def standoff(mark: str, role: str, *parts: str) -> str:
    spans = ";".join(f"{ARTICLE.index(part)} {ARTICLE.index(part) + len(part)}" for part in parts)
    return f"{mark}\t{role} {spans}\t{' '.join(parts)}\n"


ANNOTATION = (
    standoff("T1", "Content", "“We are full,”", "“and tired.”")
    + standoff("T2", "Cue", "said")
    + standoff("T3", "Source", "Ann Sample, the mayor,")
    + standoff("T4", "Attribution", "said")
    + "E1\tAttribution:T4 Source:T3 Cue:T2 Content:T1\n"
    + "#1\tAnnotatorNotes T1\tnothing\n"
    + standoff("T5", "Cue", "expect")
    + standoff("T6", "Content", "rain")
    + "E2\tAttribution-no-source:T7 Cue:T5 Content2:T6\n"
    + "E3\tAttribution:T8 Source:T3 Cue:T2\n"
    + "E4\tAttribution:T9 Source:T3 Content:T6\n"
)


def shown(text: Text, claim: ClaimGold) -> tuple[str, str, str]:
    cue, speaker, content = (
        " ".join(text.words[index] for index in part) for part in (claim.cue, claim.speaker, claim.content)
    )
    return cue, speaker, content


def polnear(folder: Path) -> list[Text]:
    for name in ("text", "attributions"):
        (folder / "polnear" / "train" / name).mkdir(parents=True)
    train = folder / "polnear" / "train"
    (train / "text" / "one.txt").write_bytes(ARTICLE.encode())
    (train / "attributions" / "one_bb.ann").write_text("", encoding="utf-8")
    (train / "attributions" / "one_aa.ann").write_text(ANNOTATION, encoding="utf-8")
    (train / "text" / "none.txt").write_text("Nobody annotated this.", encoding="utf-8")
    return list(read_polnear(folder))


def test_polnear_gives_claims_in_pieces_and_without_speaker_and_drops_the_unfinished(tmp_path: Path) -> None:
    (text,) = polnear(tmp_path)
    assert [shown(text, claim) for claim in text.claims or ()] == [
        ("said", "Ann Sample , the mayor ,", "“ We are full , ” “ and tired . ”"),
        ("expect", "", "rain"),
    ]


def test_polnear_tells_nothing_but_claims(tmp_path: Path) -> None:
    (text,) = polnear(tmp_path)
    assert (text.key, text.sentences, text.names, text.mentions, text.syntax) == (
        "one",
        False,
        None,
        None,
        None,
    )
    assert [text.words[start] for start in text.starts] == ["Harbour", "“", "Others"]


def test_silver_claims_weigh_less_than_gold(tmp_path: Path) -> None:
    (tmp_path / "attribution_silver").mkdir()
    claim = {"speaker": [[0, 3]], "cue": [[4, 8]], "content": [[9, 13], [17, 21]], "score": 0.9}
    rows = [
        {"text": "Ann said rain or snow.", "claims": [claim, {**claim, "cue": []}]},
        {"text": "  ", "claims": []},
    ]
    lines = "".join(json.dumps(row) + "\n" for row in rows)
    (tmp_path / "attribution_silver" / "gmb_attribution.jsonl").write_text(lines, encoding="utf-8")
    (text,) = read_silver(tmp_path)
    assert [shown(text, claim) for claim in text.claims or ()] == [("said", "Ann", "rain snow")]
    assert text.weight < 1
