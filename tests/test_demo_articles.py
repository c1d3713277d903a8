from __future__ import annotations

from kg.demo import articles
from kg.model import Document, Problem
from kg.sources import read_documents


def read() -> list[Document]:
    problems: list[Problem] = []
    documents = list(read_documents([articles()], on_problem=problems.append))
    assert problems == []
    return documents


def test_there_are_six_and_the_readme_names_each() -> None:
    readme = (articles().parent / "README.md").read_text(encoding="utf-8")
    documents = read()
    assert len(documents) == 6
    for document in documents:
        assert f"`{document.id}.txt`" in readme


def test_each_has_a_headline_a_date_and_someone_behind_it() -> None:
    for document in read():
        assert document.headline is not None, document.id
        assert document.published is not None, document.id
        assert document.authors or document.publisher, document.id


def test_all_outlets_and_writers_are_told_to_be_invented() -> None:
    readme = " ".join((articles().parent / "README.md").read_text(encoding="utf-8").split()).casefold()
    for document in read():
        spans = [*document.authors, *([document.publisher] if document.publisher else [])]
        for span in spans:
            assert span.of(document.text).removeprefix("The ").casefold() in readme


def test_they_show_every_kind_of_region() -> None:
    kinds = {region.kind for document in read() for region in document.regions}
    assert kinds == {
        "headline", "byline", "dateline", "date", "paragraph", "heading", "caption", "repeat", "footer",
    }  # fmt: skip


def test_each_is_a_short_article() -> None:
    for document in read():
        assert 250 <= len(document.text.split()) <= 450
