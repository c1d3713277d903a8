"""Reading an article as one document: everything found stands where it is said to stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kg.annotate import language
from kg.annotate.language import READ_KINDS, read
from kg.sources import read_documents

if TYPE_CHECKING:
    from pathlib import Path

    from spacy.language import Language

    from kg.annotate.reading import Reading

TEXT = (
    "Clashes in Tehran\n\nThe minister of Iran said that\n  people  were killed .\n\n\n"
    "\tHe and she\u00a0said : 'a war' .\n\nThe minister said that people were killed ."
)


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "a.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def only(reader: Language, article: Path) -> Reading:
    return next(iter(read(read_documents([article], on_problem=lambda problem: None), reader)))


def check(reading: Reading) -> None:
    """Every token and every mark covers in the article what it covers in the parse, blanks aside."""
    assert [p.region for p in reading.passages] == [
        region for region in reading.document.regions if region.kind in READ_KINDS
    ]
    for passage in reading.passages:
        for token in passage.doc:
            assert reading.text(passage.token_span(token)).split() == token.text.split()
    spans = [span for role in reading.roles for span in (*role.cue, *role.speaker, *role.content)]
    spans += [span for found in reading.chains for span in (found.span, found.head)]
    spans += [found.span for found in reading.triggers]
    assert spans
    for span in spans:
        words = reading.text(span)
        assert words == words.strip() != ""
        assert any(passage.region.span.covers(span) for passage in reading.passages), words


def test_whole_articles_keep_their_places(reader: Language, article: Path) -> None:
    check(only(reader, article))


def test_an_article_read_in_parts_keeps_its_places(
    reader: Language, article: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = only(reader, article)
    monkeypatch.setattr(language, "_READ_AT_ONCE", 20)
    parts = only(reader, article)
    check(parts)
    assert [p.region for p in parts.passages] == [p.region for p in whole.passages]
    of_passage = [
        {found.chain for found in parts.chains if passage.region.span.covers(found.span)}
        for passage in parts.passages
    ]
    for number, chains in enumerate(of_passage):
        assert not any(chains & later for later in of_passage[number + 1 :])
