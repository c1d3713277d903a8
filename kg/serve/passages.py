"""The sentence behind a claim, fact or event, within its paragraph."""

from __future__ import annotations

from dataclasses import dataclass

from kg.export.reader import GraphReader
from kg.serve.links import Value, local_path, name_of
from kg.vocabulary import KG, NIF, SCHEMA

__all__ = ["Passage", "passages_of"]


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence as it stands in its paragraph; before and after are "" where the paragraph is not known."""

    before: str
    sentence: str
    after: str
    article: Value
    published: str


def passages_of(reader: GraphReader, base: str, iri: str) -> list[Passage]:
    """The sentences that a node cites, in the order of their places; the node itself if it is one."""
    cited = reader.iris(iri, f"{KG}evidence")
    if not cited and reader.text(iri, f"{NIF}anchorOf"):
        cited = [iri]
    ordered = sorted(
        cited, key=lambda one: (reader.iri(one, f"{NIF}referenceContext"), _offset(reader, one), one)
    )
    return [passage for one in ordered if (passage := _read(reader, base, one))]


def _read(reader: GraphReader, base: str, iri: str) -> Passage | None:
    sentence = reader.text(iri, f"{NIF}anchorOf")
    if not sentence:
        return None
    article = reader.iri(iri, f"{NIF}referenceContext")
    where = Value(name_of(reader, article), local_path(base, article)) if article else Value("")
    published = reader.text(article, f"{SCHEMA}datePublished") if article else ""
    before, after = _around(reader, iri, sentence)
    return Passage(before, sentence, after, where, published)


def _around(reader: GraphReader, iri: str, sentence: str) -> tuple[str, str]:
    paragraph_iri = reader.iri(iri, f"{NIF}superString")
    if not paragraph_iri:
        return "", ""
    paragraph = reader.text(paragraph_iri, f"{NIF}anchorOf")
    start = _offset(reader, iri) - _offset(reader, paragraph_iri)
    end = start + len(sentence)
    # a graph made elsewhere may have offsets of its own: the sentence must stand where they say it does
    if start < 0 or paragraph[start:end] != sentence:
        return "", ""
    return paragraph[:start], paragraph[end:]


def _offset(reader: GraphReader, iri: str) -> int:
    return int(reader.number(iri, f"{NIF}beginIndex") or 0)
