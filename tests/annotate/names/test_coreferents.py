"""The layer of chains: every phrase once, in the chain of the mention that it speaks of."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from kg.annotate import annotate_reading
from kg.standoff import from_row, line, to_row
from tests.annotate.names.chained import chained

if TYPE_CHECKING:
    from spacy.language import Language

    from kg.model import Annotated

TEXT = (
    "[1p Karen Moss, the mayor of [2l Berlin],] spoke about [3a the weather] on Monday.",
    "[1p Mrs. Moss]'s dog liked [3a it]. [4a Rain] fell. [1p He] slept.",
)


@pytest.fixture(scope="module")
def article(nlp: Language) -> Annotated:
    return annotate_reading(chained(nlp, *TEXT))


def _rows(article: Annotated) -> dict[str, tuple[str, str, int | None]]:
    text = article.document.text
    return {
        text[row["start"] : row["end"]]: (row["kind"], row["type"], row["chain"])
        for row in to_row(article)["entities"]
    }


def test_every_phrase_has_one_row_with_its_chain(article: Annotated) -> None:
    rows = _rows(article)
    whole = rows["Karen Moss, the mayor of Berlin,"]
    assert whole[:2] == ("nominal", "Person")
    assert rows["Karen Moss"] == ("name", "Person", None)
    assert rows["Moss"] == ("name", "Person", whole[2])
    assert rows["the weather"] == ("nominal", "abstract", rows["it"][2])
    assert rows["Rain"][2] not in {rows["it"][2], whole[2], None}
    assert "Mrs. Moss" not in rows


def test_a_pronoun_that_clashes_with_the_name_is_in_no_chain_of_it(article: Annotated) -> None:
    rows = _rows(article)
    assert rows["He"][2] not in {rows["Moss"][2], None}


def test_the_mentions_are_those_that_the_graph_may_use(article: Annotated) -> None:
    assert {m.kind for m in article.mentions} == {"name"}
    assert [m.id for m in article.coreferents] == [f"n{i}" for i in range(len(article.coreferents))]


def test_rows_read_again_are_the_same_article(article: Annotated) -> None:
    row = json.loads(line(article))
    assert from_row(row, article.document.text).mentions == article.mentions
    assert from_row(row, article.document.text).coreferents == article.coreferents


def test_after_resolution_a_phrase_has_the_iri_of_its_chain(article: Annotated) -> None:
    document = article.document.id
    iris = {(document, m.id): "kg:moss" for m in article.mentions if m.name.endswith("Moss")}
    text = article.document.text
    chains = {text[e["start"] : e["end"]]: e["chain"] for e in to_row(article, iris)["entities"]}
    assert chains["Karen Moss"] == chains["Karen Moss, the mayor of Berlin,"] == "kg:moss"
    assert chains["Berlin"] is None
    assert chains["it"] == chains["the weather"] != chains["Rain"]
    assert chains["it"].startswith(f"{document}#")


def test_without_chains_there_is_no_layer(nlp: Language) -> None:
    article = annotate_reading(chained(nlp, "Karen Moss spoke. She left."))
    assert article.coreferents == ()
    assert all("whole" not in row for row in to_row(article)["entities"])


def test_speaking_pronouns_without_a_name_stay_in_one_chain(nlp: Language) -> None:
    text = ("[1p She] said that [2a the bridge] was safe.", "[1p She] said that nobody had closed [2a it].")
    article = annotate_reading(chained(nlp, *text))
    speakers = {claim.speaker for claim in article.claims}
    alone = [mention for mention in article.mentions if mention.id in speakers]
    assert len({mention.chain for mention in alone}) == 2, "the graph joins no pronouns that have no name"
    rows = to_row(article)["entities"]
    shown = [
        row["chain"]
        for row in rows
        if row["kind"] == "pronoun" and "whole" in row and row["type"] == "Person"
    ]
    assert len(shown) == 2
    assert len(set(shown)) == 1
    assert from_row(json.loads(line(article)), article.document.text).mentions == article.mentions
