"""Entities: their classes, names and how often they are mentioned."""

from __future__ import annotations

from collections.abc import Iterator

from pyoxigraph import Triple

from kg.graph.corpus import Corpus
from kg.graph.terms import Node, integer, plain, spoken
from kg.model import Entity

__all__ = ["entity_triples"]

_CLASSES = {
    "Person": "schema:Person",
    "Organization": "schema:Organization",
    "Place": "schema:Place",
    "Group": "kg:Group",
    "AnonymousSource": "kg:AnonymousSource",
}
_SUBCLASSES = {
    "NewsMediaOrganization": "schema:NewsMediaOrganization",
    "Country": "schema:Country",
    "City": "schema:City",
}


def entity_triples(corpus: Corpus) -> Iterator[Triple]:
    """Every entity, and the entities that were merged away."""
    counts = corpus.mention_counts()
    for entity in corpus.resolved.entities:
        yield from _entity(corpus, entity, counts[entity.iri]).triples
    for old, new in corpus.resolved.replaced:
        node = Node(corpus.node(old))
        node.add("kg:replacedBy", corpus.node(new))
        yield from node.triples


def _entity(corpus: Corpus, entity: Entity, mentions: int) -> Node:
    types = [_CLASSES.get(entity.type, "schema:Thing")]
    if entity.subtype in _SUBCLASSES:
        types.append(_SUBCLASSES[entity.subtype])
    node = Node(corpus.node(entity.iri), *types)
    node.add("rdfs:label", spoken(entity.name, "en"))
    node.add("schema:name", plain(entity.name))
    node.add("schema:alternateName", *map(plain, entity.aliases))
    node.add("kg:mentionCount", integer(mentions))
    if entity.article:
        node.add("kg:mentionedIn", corpus.article_node(entity.article))
    return node
