"""The standoff rows hold everything that was read, and what the scorer needs."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from spacy.language import Language

from kg.annotate import annotate
from kg.demo import articles
from kg.model import Annotated
from kg.sources import read_documents
from kg.standoff import from_row, line, to_row


@pytest.fixture(scope="module")
def annotated(nlp: Language) -> list[Annotated]:
    return list(annotate(_documents([articles()]), nlp))


def _documents(paths: list[Path]) -> Iterator:
    return read_documents(paths, on_problem=lambda problem: pytest.fail(problem.message))


def test_a_row_read_again_is_the_same_article(annotated: list[Annotated]) -> None:
    for article in annotated:
        row = json.loads(line(article))
        named = replace(article, document=replace(article.document, file=article.document.source))
        assert from_row(row, article.document.text) == named


def test_entities_and_claims_have_the_fields_that_scorers_read(annotated: list[Annotated]) -> None:
    row = to_row(annotated[0])
    assert {"start", "end", "type", "kind", "chain"} <= set(row["entities"][0])
    claim = row["claims"][0]
    assert all(isinstance(pair, list) and len(pair) == 2 for pair in claim["content"])
    assert {"speaker", "cue", "content"} <= set(claim)


def test_after_resolution_a_chain_is_an_iri_or_null(annotated: list[Annotated]) -> None:
    article = annotated[0]
    first = article.mentions[0]
    row = to_row(article, {(article.document.id, first.id): "https://kg.example/entity/x"})
    assert row["entities"][0]["chain"] == "https://kg.example/entity/x"
    assert row["entities"][1]["chain"] is None
