"""Turns a graph into the scene of the page: from the RDF alone, so that any Turtle of this ontology works."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from kg.export.page.claims import read_claims
from kg.export.page.entities import find_entities, read_node, short_keys
from kg.export.page.passages import Passages, read_articles
from kg.export.page.reader import GraphReader
from kg.export.page.scene import Claim, Fact, Item, Link, Node, Scene
from kg.export.page.statements import read_facts
from kg.vocabulary import KG

if TYPE_CHECKING:
    from pyoxigraph import Store

__all__ = ["read_scene"]

SPEAKS_ABOUT = "speaks about"
CITES = "relies on"
"""Links that a claim makes; they are no terms of the vocabulary."""


def read_scene(store: Store, *, limit: int | None = None) -> Scene:
    """Reads everything the page shows.

    Args:
        store: a graph that follows the ontology; named graphs are read as one.
        limit: keep at most so many nodes, the most linked ones; None keeps all.
    """
    reader = GraphReader(store)
    articles = read_articles(reader)
    passages = Passages(reader, articles)
    iris = find_entities(reader)
    left_out = 0
    if limit is not None and len(iris) > limit:
        left_out = len(iris) - limit
        iris = _most_linked(reader, iris, limit)
    node_at = {iri: position for position, iri in enumerate(iris)}
    keys = short_keys(iris)
    nodes = tuple(read_node(reader, passages, iri, key=keys[iri]) for iri in iris)
    facts = read_facts(reader, passages, node_at)
    claims = read_claims(reader, passages, node_at, facts.position)
    links = _links(facts.all, claims)
    return Scene(
        nodes=_with_articles(nodes, links, facts.all, claims, passages),
        links=links,
        articles=tuple(articles.values()),
        paragraphs=tuple(passages.paragraphs),
        sentences=tuple(passages.sentences),
        facts=tuple(facts.all),
        claims=tuple(claims),
        left_out=left_out,
    )


def _most_linked(reader: GraphReader, iris: list[str], limit: int) -> list[str]:
    """The IRIs with most links in the whole graph, sorted by IRI."""
    quiet = Passages(reader, {})
    node_at = {iri: position for position, iri in enumerate(iris)}
    facts = read_facts(reader, quiet, node_at)
    links = _links(facts.all, read_claims(reader, quiet, node_at, facts.position))
    degree = [0] * len(iris)
    for link in links:
        degree[link.first] += 1
        degree[link.second] += 1
    best = sorted(range(len(iris)), key=lambda position: (-degree[position], iris[position]))
    return sorted(iris[position] for position in best[:limit])


def _links(facts: list[Fact], claims: list[Claim]) -> tuple[Link, ...]:
    """Joins all that lies between two nodes into one link, whichever way it points."""
    found: dict[tuple[int, int], list[Item]] = {}

    def join(source: int, target: int, *, kind: str, index: int, predicate: str, claimed: bool) -> None:
        if source != target and target >= 0:
            pair, forward = (min(source, target), max(source, target)), source < target
            found.setdefault(pair, []).append(Item(kind, index, predicate, forward, claimed))

    leads = {
        (fact.subject, fact.object) for fact in facts if fact.predicate == f"{KG}leaderOf" and fact.asserted
    }
    for index, fact in enumerate(facts):
        # Whoever leads is a member too: the graph writes both, the reader needs the stronger one.
        if fact.predicate == f"{KG}memberOf" and (fact.subject, fact.object) in leads:
            continue
        kind = "role" if fact.role else "fact"
        join(
            fact.subject,
            fact.object,
            kind=kind,
            index=index,
            predicate=fact.predicate,
            claimed=not fact.asserted,
        )
    for index, claim in enumerate(claims):
        for target in claim.about:
            join(claim.speaker, target, kind="claim", index=index, predicate=SPEAKS_ABOUT, claimed=True)
        join(claim.speaker, claim.cites, kind="claim", index=index, predicate=CITES, claimed=True)
    return tuple(Link(first, second, tuple(items)) for (first, second), items in sorted(found.items()))


def _with_articles(
    nodes: tuple[Node, ...],
    links: tuple[Link, ...],
    facts: list[Fact],
    claims: list[Claim],
    passages: Passages,
) -> tuple[Node, ...]:
    """Adds the articles that speak of a node without ``schema:mentions``, by the evidence of its links."""
    extra: list[set[int]] = [set(node.articles) for node in nodes]
    for link in links:
        for item in link.items:
            cited = claims[item.index].sentences if item.kind == "claim" else facts[item.index].sentences
            where = {passages.sentences[number].article for number in cited} - {-1}
            extra[link.first] |= where
            extra[link.second] |= where
    for node, articles in zip(nodes, extra, strict=True):
        articles |= {passages.sentences[number].article for number in node.sentences} - {-1}
    return tuple(
        replace(node, articles=tuple(sorted(found))) for node, found in zip(nodes, extra, strict=True)
    )
