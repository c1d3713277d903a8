"""Names, claims and chains by hand, and against the scorer that the figures must agree with."""

from __future__ import annotations

import importlib.util
import json
import random
from collections.abc import Sequence
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kg.errors import SettingsError
from kg.evaluate import Figure, missing_articles, read_gold, scores
from tests.evaluate.strategies import ROWS, Row


def name(start: int, end: int, kind: str, **more: Any) -> Row:
    return {"start": start, "end": end, "type": kind, "kind": "name", **more}


def rates(gold: Row, predicted: Row, layer: str) -> dict[str, tuple[float | None, float | None]]:
    rows = scores([{"id": "a", **gold}], [{"id": "a", **predicted}], [layer])
    return {row.name: (row.precision, row.recall) for row in rows}


def test_a_name_needs_both_borders_and_its_type() -> None:
    gold = {"entities": [name(0, 5, "Person"), name(10, 20, "Place"), name(30, 35, "Person")]}
    predicted = {"entities": [name(0, 5, "Person"), name(12, 20, "Place"), name(30, 35, "Place")]}
    found = rates(gold, predicted, "entities")
    assert found["exact Person"] == (1, 1 / 2)
    assert found["exact Place"] == (0, 0)
    assert found["overlap Place"] == (1 / 2, 1)
    assert found["exact ALL"] == pytest.approx((1 / 3, 1 / 3))


def test_types_that_gold_does_not_annotate_cost_nothing() -> None:
    gold = {"entities": [name(0, 5, "Person")], "score_types": ["Person"]}
    predicted = {
        "entities": [
            name(0, 5, "Person"),
            name(9, 12, "Event"),
            {**name(20, 22, "Person"), "kind": "pronoun"},
        ]
    }
    assert rates(gold, predicted, "entities")["exact ALL"] == (1, 1)


def test_types_that_gold_does_not_tell_apart_are_one() -> None:
    gold = {"entities": [name(0, 5, "Nationality")], "same_types": {"Group": "Nationality"}}
    predicted = {"entities": [name(0, 5, "Group")]}
    assert rates(gold, predicted, "entities")["exact ALL"] == (1, 1)


CLAIM = {"speaker": [[0, 10]], "cue": [[10, 14]], "content": [[20, 40]]}


@pytest.mark.parametrize(
    ("change", "hit"),
    [
        ({}, 1),
        ({"content": [[20, 30]]}, 1),
        ({"content": [[20, 29]]}, 0),
        ({"content": [[20, 25], [30, 40]]}, 1),
        ({"speaker": [[9, 12]]}, 1),
        ({"speaker": [[50, 55]]}, 0),
        ({"speaker": []}, 0),
        ({"cue": []}, 1),
    ],
)
def test_a_claim_needs_half_of_its_content_and_its_speaker(change: Row, hit: int) -> None:
    found = rates({"claims": [CLAIM]}, {"claims": [{**CLAIM, **change}]}, "claims")
    assert found["claim"] == (hit, hit)


def test_a_claim_counts_once() -> None:
    found = rates({"claims": [CLAIM]}, {"claims": [CLAIM, {**CLAIM, "content": [[20, 38]]}]}, "claims")
    assert found["claim"] == (1 / 2, 1)
    assert found["content characters"] == (1, 1)


def test_a_mention_is_found_by_its_end() -> None:
    gold = {"entities": [name(10, 20, "x", chain=1), name(30, 40, "x", chain=1)]}
    near = {"entities": [name(0, 20, "x", chain=7), name(36, 40, "x", chain=7), name(10, 19, "x", chain=7)]}
    found = rates(gold, near, "chains")
    assert found["mentions"] == pytest.approx((2 / 3, 1))
    assert found["lea"] == (1, 1)
    apart = {"entities": [name(10, 20, "x", chain=7), name(30, 40, "x", chain=8)]}
    assert rates(gold, apart, "chains")["b-cubed"] == pytest.approx((1, 1 / 2))


def test_across_documents_chains_hold_and_only_names_count() -> None:
    gold = [
        {
            "id": key,
            "entities": [name(0, 5, "Person", chain="p"), {**name(9, 12, "Person"), "kind": "pronoun"}],
        }
        for key in "ab"
    ]
    joined = [{"id": key, "entities": [name(0, 5, "Person", chain="iri")]} for key in "ab"]
    parted = [{"id": key, "entities": [name(0, 5, "Person", chain=f"iri{key}")]} for key in "ab"]
    for predicted, recall in ((joined, 1.0), (parted, 0.5)):
        rows = scores(gold, predicted, ["chains"], cross_document=True)
        assert [row.recall for row in rows if row.name == "b-cubed"] == [recall]


def test_an_article_that_was_not_read_counts_as_nothing_found() -> None:
    gold = [{"id": key, "entities": [name(0, 5, "Person")]} for key in "ab"]
    assert scores(gold, gold[:1], ["entities"])[0].recall == 1 / 2
    assert missing_articles(gold, gold[:1]) == ["b"]


@pytest.mark.parametrize(("rows", "layers"), [([{"id": "a"}] * 2, ["entities"]), ([{"id": "a"}], ["names"])])
def test_what_cannot_be_scored_is_said(rows: list[Row], layers: list[str]) -> None:
    with pytest.raises(SettingsError, match=r"twice|no layer"):
        scores(rows, [], layers)


@pytest.fixture(scope="module")
def reference(shared: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("reference", shared / "scoring" / "score_annotations.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def agree(ours: Sequence[Figure], theirs: Sequence[tuple[Any, ...]]) -> None:
    assert [(row.layer, row.name) for row in ours] == [tuple(row[:2]) for row in theirs]
    for row, other in zip(ours, theirs, strict=True):
        assert (row.precision, row.recall, row.f1) == pytest.approx(other[2:], abs=1e-12)


def compare(reference: ModuleType, gold: list[Row], predicted: list[Row]) -> None:
    left, right = ({row["id"]: row for row in rows} for rows in (gold, predicted))
    agree(scores(gold, predicted, ["entities"]), reference.score_entities(left, right))
    agree(scores(gold, predicted, ["claims"]), reference.score_claims(left, right))
    for cross in (False, True):
        ours = scores(gold, predicted, ["chains"], cross_document=cross)
        agree(ours, reference.score_chains(left, right, cross))


@given(pairs=st.lists(st.tuples(ROWS, ROWS), min_size=1, max_size=3))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=60)
def test_the_figures_are_those_of_the_reference_scorer(
    reference: ModuleType, pairs: list[tuple[Row, Row]]
) -> None:
    gold, predicted = (
        [{"id": str(number), **pair[side]} for number, pair in enumerate(pairs)] for side in (0, 1)
    )
    compare(reference, gold, predicted)


@pytest.mark.parametrize("name", ["gum-dev", "meantime-val", "politics-dev", "polnear-dev", "uner-ewt-dev"])
def test_the_figures_agree_on_real_articles_with_errors_put_in(
    reference: ModuleType, shared: Path, name: str
) -> None:
    gold = [json.loads(json.dumps(row)) for row in read_gold(shared / "scoring" / "dev" / name).rows]
    chance = random.Random(name)
    predicted = [damaged(row, chance) for row in gold[1:]]
    rows = [{**row, "entities": row.get("entities", [])} for row in gold]
    compare(reference, rows, predicted)


def damaged(row: Row, chance: random.Random) -> Row:
    """The row with mentions moved, retyped, dropped and put into other chains, and claims cut."""
    entities = [dict(item) for item in row.get("entities", []) if chance.random() < 0.8]
    for item in entities:
        item["start"] = max(0, item["start"] - chance.choice([0, 0, 0, 4, 25]))
        item["type"] = chance.choice([item["type"]] * 4 + ["Person"])
        if "chain" in item and chance.random() < 0.3:
            item["chain"] = chance.choice(entities).get("chain")
    claims = [dict(item) for item in row.get("claims", []) if chance.random() < 0.8]
    for item in claims:
        item["content"] = [
            [start, max(start + 1, end - chance.choice([0, 9, 90]))] for start, end in item["content"]
        ]
        item["speaker"] = chance.choice([item.get("speaker"), []])
    return {"id": row["id"], "entities": entities, "claims": claims}
