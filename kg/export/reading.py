"""Reads a graph into records: entities, events and articles here, what they say in :mod:`saying`."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from kg.export.described import Described
from kg.export.reader import GraphReader
from kg.export.records import Article, Entity, Event, Paragraph, Records, Sentence
from kg.export.saying import read_claim, read_comparison, read_facts, read_figure
from kg.vocabulary import KG, SCHEMA, label, subclasses, term

if TYPE_CHECKING:
    from pyoxigraph import Store

__all__ = ["read_records"]

_KINDS = {
    "schema:Person": "Person",
    "schema:Organization": "Organization",
    "schema:NewsMediaOrganization": "Organization",
    "schema:Place": "Place",
    "schema:Country": "Place",
    "schema:City": "Place",
    "kg:AnonymousSource": "AnonymousSource",
    "kg:Group": "Group",
    "schema:Thing": "Thing",
}
"""Class -> kind. Where an entity has several classes, the first one here wins."""

_FINER = ("NewsMediaOrganization", "Country", "City")
_LAST = "9999-12-31"
"""Undated articles come after all others."""


def read_records(store: Store) -> Records:
    """Everything that the formats other than RDF write; named graphs are read as one."""
    reader = GraphReader(store)
    records = Records()
    _read_articles(reader, records)
    _read_passages(reader, records)
    _read_entities(reader, records)
    for node in _instances(reader, "kg:Event"):
        if node.iri not in records.entities:
            records.events[node.iri] = _event(records, node)
    for node in _instances(reader, "kg:Quantity"):
        records.figures[node.iri] = read_figure(node)
    for node in _instances(reader, "kg:Claim", "kg:NarratorClaim"):
        records.claims[node.iri] = read_claim(node, _cited(records, node))
    for node in _instances(reader, "kg:Comparison"):
        records.comparisons[node.iri] = read_comparison(node)
    statements = [(node, _cited(records, node)) for node in _instances(reader, "rdf:Statement")]
    subjects = [*records.entities, *records.events]
    records.facts.extend(read_facts(statements, [Described(reader, iri) for iri in sorted(subjects)]))
    return records


def _instances(reader: GraphReader, *classes: str) -> list[Described]:
    """All nodes of any of the classes, by IRI; what was merged into another is none of them."""
    found = sorted({iri for name in classes for iri in reader.instances(term(name))})
    nodes = [Described(reader, iri) for iri in found]
    return [node for node in nodes if not node.link("kg:replacedBy")]


def _read_articles(reader: GraphReader, records: Records) -> None:
    for node in _instances(reader, "schema:NewsArticle"):
        url = node.text("schema:url") or node.link("schema:url")
        records.articles[node.iri] = Article(
            iri=node.iri,
            title=node.text("schema:headline") or node.text("rdfs:label") or label(node.iri),
            published=node.day("schema:datePublished"),
            language=node.text("schema:inLanguage"),
            file=node.text("kg:sourceFile"),
            sha256=node.text("kg:textSha256"),
            url=url if url.lower().startswith(("http://", "https://")) else "",
            authors=node.links("schema:author"),
            publishers=node.links("schema:publisher"),
            mentions=node.links("schema:mentions"),
        )


def _read_passages(reader: GraphReader, records: Records) -> None:
    for node in _instances(reader, "nif:Paragraph"):
        records.paragraphs[node.iri] = Paragraph(
            iri=node.iri,
            article=node.link("nif:referenceContext"),
            begin=node.count("nif:beginIndex"),
            end=node.count("nif:endIndex"),
            text=node.text("nif:anchorOf"),
        )
    for node in _instances(reader, "nif:Sentence"):
        own = node.iri if node.iri in records.paragraphs else ""
        records.sentences[node.iri] = Sentence(
            iri=node.iri,
            article=node.link("nif:referenceContext"),
            paragraph=node.link("nif:superString") or own,
            begin=node.count("nif:beginIndex"),
            end=node.count("nif:endIndex"),
            text=node.text("nif:anchorOf"),
        )


def _read_entities(reader: GraphReader, records: Records) -> None:
    mentioned: dict[str, list[str]] = {}
    for article in records.articles.values():
        for iri in article.mentions:
            mentioned.setdefault(iri, []).append(article.iri)
    for node in _instances(reader, *_KINDS):
        where = {*mentioned.get(node.iri, ()), *node.links("kg:mentionedIn")}
        records.entities[node.iri] = _entity(node, sorted(where & records.articles.keys()))


def _entity(node: Described, articles: Iterable[str]) -> Entity:
    classes = node.links("rdf:type")
    name = node.text("schema:name") or node.text("rdfs:label") or label(node.iri)
    return Entity(
        iri=node.iri,
        kind=next(kind for name, kind in _KINDS.items() if term(name) in classes),
        types=tuple(finer for finer in _FINER if SCHEMA + finer in classes),
        name=name,
        aliases=tuple(alias for alias in node.texts("schema:alternateName") if alias != name),
        mentions=node.count("kg:mentionCount"),
        articles=tuple(articles),
        latitude=node.number("schema:latitude"),
        longitude=node.number("schema:longitude"),
    )


def _event(records: Records, node: Described) -> Event:
    classes = node.links("rdf:type")
    return Event(
        iri=node.iri,
        types=tuple(name for name in subclasses("Event") if KG + name in classes),
        name=node.text("rdfs:label") or node.text("schema:name") or label(node.iri),
        status=node.listed("kg:eventStatus"),
        edtf=node.text("kg:edtf"),
        earliest=node.day("sem:hasEarliestBeginTimeStamp"),
        latest=node.day("sem:hasLatestEndTimeStamp"),
        places=node.links("sem:hasPlace"),
        part_of=node.links("kg:subEventOf"),
        confidence=node.number("kg:confidence"),
        evidence=_cited(records, node),
    )


def _cited(records: Records, node: Described) -> tuple[str, ...]:
    """The sentences that a node rests on: by day of publication, article, and place in it."""

    def order(iri: str) -> tuple[str, str, int]:
        sentence = records.sentences[iri]
        article = records.articles.get(sentence.article)
        return (article.published if article else "") or _LAST, sentence.article, sentence.begin or 0

    return tuple(sorted((iri for iri in node.links("kg:evidence") if iri in records.sentences), key=order))
