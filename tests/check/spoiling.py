"""Ways to spoil a graph: each changes a store in place and gives the node that a check must name."""

from __future__ import annotations

from collections.abc import Callable

import pyoxigraph as ox

from kg.vocabulary import DEFAULT_BASE, XSD, term

Node = ox.NamedNode
EX = DEFAULT_BASE


def iri(name: str) -> Node:
    return Node(term(name))


def typed(value: str, kind: str) -> ox.Literal:
    return ox.Literal(value, datatype=Node(XSD + kind))


def first(graph: ox.Store, predicate: str, value: Node | ox.Literal | None = None) -> Node:
    """The first subject, by IRI, that has this property (with this value)."""
    found = {quad.subject.value for quad in graph.quads_for_pattern(None, iri(predicate), value)}
    return Node(min(found))


def of_class(graph: ox.Store, kind: str) -> Node:
    return first(graph, "rdf:type", iri(kind))


def value(graph: ox.Store, node: Node, predicate: str) -> Node:
    found = min(graph.quads_for_pattern(node, iri(predicate), None), key=str).object
    assert isinstance(found, Node | ox.Literal)
    return found  # type: ignore[return-value]


def drop(graph: ox.Store, node: Node | None, predicate: str | None) -> None:
    for quad in list(graph.quads_for_pattern(node, iri(predicate) if predicate else None, None)):
        graph.remove(quad)


def put(graph: ox.Store, node: Node | ox.BlankNode, predicate: str | Node, about: object) -> None:
    named = predicate if isinstance(predicate, Node) else iri(predicate)
    graph.add(ox.Quad(node, named, about))  # type: ignore[arg-type]


def swap(graph: ox.Store, node: Node, predicate: str, about: object) -> Node:
    drop(graph, node, predicate)
    put(graph, node, predicate, about)
    return node


def lost(kind: str, predicate: str) -> Callable[[ox.Store], Node]:
    """A mutation: the first node of a class loses a property."""

    def mutate(graph: ox.Store) -> Node:
        node = of_class(graph, kind)
        drop(graph, node, predicate)
        return node

    return mutate


def replaced(kind: str, predicate: str, about: object) -> Callable[[ox.Store], Node]:
    """A mutation: the first node of a class has another value."""
    return lambda graph: swap(graph, of_class(graph, kind), predicate, about)


def added(kind: str, predicate: str, about: object) -> Callable[[ox.Store], Node]:
    """A mutation: the first node of a class has one value more."""

    def mutate(graph: ox.Store) -> Node:
        node = of_class(graph, kind)
        put(graph, node, predicate, about)
        return node

    return mutate


def renamed(kind: str, last: str) -> Callable[[ox.Store], Node]:
    """A mutation: the first node of a class has another IRI wherever it stands."""

    def mutate(graph: ox.Store) -> Node:
        old, new = of_class(graph, kind), Node(EX + last)
        for quad in list(graph):
            if old in (quad.subject, quad.object):
                graph.remove(quad)
                subject = new if quad.subject == old else quad.subject
                graph.add(ox.Quad(subject, quad.predicate, new if quad.object == old else quad.object))
        return new

    return mutate
