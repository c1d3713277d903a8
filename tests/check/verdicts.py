"""Ways to spoil what the example of a dispute says about scopes, coordinates and verdicts."""

from __future__ import annotations

from collections.abc import Callable

import pyoxigraph as ox

from tests.check.spoiling import (
    EX,
    Node,
    drop,
    first,
    iri,
    lost,
    of_class,
    put,
    renamed,
    replaced,
    swap,
    typed,
    value,
)

__all__ = ["MUTATIONS_OF_VERDICTS"]

PAREDES = Node(f"{EX}entity/elena-paredes")


def on_figures(graph: ox.Store, verdict: str) -> Node:
    """The first comparison of figures, by IRI, with this verdict, of two claims that affirm."""
    return min(
        (
            quad.subject
            for quad in graph.quads_for_pattern(None, iri("verdict"), iri(verdict))
            if all(polarity == iri("Affirmed") for polarity in polarities(graph, quad.subject))
            and list(graph.quads_for_pattern(quad.subject, iri("comparedFigure"), None))
        ),
        key=str,
    )


def polarities(graph: ox.Store, comparison: Node) -> list[Node]:
    claims = [value(graph, comparison, side) for side in ("comparedClaim", "comparedWith")]
    return [value(graph, claim, "polarity") for claim in claims]


def another_verdict(old: str, new: str) -> Callable[[ox.Store], Node]:
    return lambda graph: swap(graph, on_figures(graph, old), "verdict", iri(new))


def compared_with_itself(graph: ox.Store) -> Node:
    node = of_class(graph, "Comparison")
    return swap(graph, node, "comparedWith", value(graph, node, "comparedClaim"))


def of_another_event(graph: ox.Store) -> Node:
    node = on_figures(graph, "Agrees")
    swap(graph, value(graph, node, "comparedClaim"), "aboutEvent", of_class(graph, "Resignation"))
    return node


def of_sibling_events(graph: ox.Store) -> Node:
    """Two parts of one event are two events."""
    node = on_figures(graph, "Agrees")
    for side, place in (("comparedClaim", "san-telmo"), ("comparedWith", "yantzaza")):
        event = first(graph, "sem:hasPlace", Node(f"{EX}entity/{place}"))
        swap(graph, value(graph, node, side), "aboutEvent", event)
    return node


def figure_of_another(graph: ox.Store) -> Node:
    node = on_figures(graph, "Updates")
    other = on_figures(graph, "HedgedCompatible")
    return swap(graph, node, "comparedFigure", value(graph, other, "comparedFigure"))


def deaths_with_arrests(graph: ox.Store) -> Node:
    node = on_figures(graph, "Refines")
    swap(graph, value(graph, node, "comparedFigure"), "measure", iri("Displaced"))
    return node


def twin_the_other_way_round(graph: ox.Store) -> Node:
    """A second comparison, of the same two the other way round; the one with the later IRI is named."""
    node, twin = on_figures(graph, "DifferentScope"), Node(f"{EX}comparison/ffffffffffffffff")
    turned = {"comparedClaim": "comparedWith", "comparedFigure": "comparedWithFigure"}
    for one, other in turned.items():
        put(graph, twin, one, value(graph, node, other))
        put(graph, twin, other, value(graph, node, one))
    return twin


def not_joined(graph: ox.Store) -> Node:
    node = on_figures(graph, "Contradicts")
    claims = [value(graph, node, side) for side in ("comparedClaim", "comparedWith")]
    for claim, other in (claims, claims[::-1]):
        graph.remove(ox.Quad(claim, iri("contradicts"), other))
    return node


def joined_without_verdict(graph: ox.Store) -> Node:
    node = on_figures(graph, "DifferentScope")
    put(graph, value(graph, node, "comparedWith"), "contradicts", value(graph, node, "comparedClaim"))
    return node


def said_before(graph: ox.Store) -> Node:
    node = on_figures(graph, "Updates")
    claim = value(graph, node, "comparedClaim")
    for side in ("saidNotBefore", "saidNotAfter"):
        swap(graph, claim, side, typed("2031-03-01", "date"))
    return node


def published_before(graph: ox.Store) -> Node:
    """Where nobody says when it was said, the day of publication counts."""
    node = on_figures(graph, "Updates")
    claim = value(graph, node, "comparedClaim")
    for side in ("saidNotBefore", "saidNotAfter"):
        drop(graph, claim, side)
    swap(graph, value(graph, claim, "schema:appearance"), "schema:datePublished", typed("2031-03-01", "date"))
    return node


def half_a_coordinate(graph: ox.Store) -> Node:
    place = first(graph, "schema:longitude")
    drop(graph, place, "schema:longitude")
    return place


def scope_ends_early(graph: ox.Store) -> Node:
    return swap(graph, first(graph, "scopeNotAfter"), "scopeNotAfter", typed("2031-01-01", "date"))


def one_figure(graph: ox.Store) -> Node:
    node = first(graph, "comparedFigure")
    drop(graph, node, "comparedFigure")
    return node


def second(predicate: str, about: object) -> Callable[[ox.Store], Node]:
    """A mutation: the first node that has a property has it twice."""

    def mutate(graph: ox.Store) -> Node:
        node = first(graph, predicate)
        put(graph, node, predicate, about)
        return node

    return mutate


def given(predicate: str, about: object) -> Callable[[ox.Store], Node]:
    """A mutation: the first node that has a property has another value of it."""
    return lambda graph: swap(graph, first(graph, predicate), predicate, about)


MUTATIONS_OF_VERDICTS: list[tuple[str, str, Callable[[ox.Store], Node]]] = [
    # coordinates
    ("latitude without longitude", "Coordinates", half_a_coordinate),
    ("beyond the pole", "Coordinates", given("schema:latitude", typed("90.5", "decimal"))),
    ("once round the earth", "Coordinates", given("schema:longitude", typed("-180.5", "decimal"))),
    ("coordinate in words", "Coordinates", given("schema:latitude", ox.Literal("4° S"))),
    ("two latitudes", "Coordinates", second("schema:latitude", typed("7", "decimal"))),
    # articles
    ("link that runs", "Article", given("schema:url", ox.Literal("javascript:alert(1)"))),
    ("two links", "Article", second("schema:url", ox.Literal("https://news.example/"))),
    # scopes
    ("counted in a person", "Quantity", given("scopePlace", PAREDES)),
    ("counted until before it began", "Quantity", scope_ends_early),
    ("empty scope", "Quantity", given("scope", ox.Literal(""))),
    ("counted from an hour", "Quantity", given("scopeNotBefore", typed("2031-03-07T10:00:00", "dateTime"))),
    ("two scopes in time", "Quantity", second("scopeEdtf", ox.Literal("2031"))),
    # comparisons
    ("no verdict", "Comparison", lost("Comparison", "verdict")),
    ("verdict of another list", "Comparison", replaced("Comparison", "verdict", iri("Exactly"))),
    ("two verdicts", "Comparison", second("verdict", iri("Updates"))),
    ("no reason", "Comparison", lost("Comparison", "reason")),
    ("reason in no language", "Comparison", replaced("Comparison", "reason", ox.Literal("because"))),
    ("sure of it twice over", "Comparison", replaced("Comparison", "confidence", typed("2", "decimal"))),
    ("no label of a comparison", "Comparison", lost("Comparison", "rdfs:label")),
    ("compared with a person", "Comparison", replaced("Comparison", "comparedWith", PAREDES)),
    ("compared with itself", "Comparison", compared_with_itself),
    ("comparison by number", "Comparison", renamed("Comparison", "comparison/1")),
    ("one figure only", "FiguresCompared", one_figure),
    ("another event", "compared-on-different-events", of_another_event),
    ("parts of an event", "compared-on-different-events", of_sibling_events),
    ("figure of another claim", "compared-figure-elsewhere", figure_of_another),
    ("deaths with arrests", "compared-measures-differ", deaths_with_arrests),
    ("compared again", "compared-twice", twin_the_other_way_round),
    ("contradiction left alone", "contradiction-not-joined", not_joined),
    ("contradiction without verdict", "contradiction-not-joined", joined_without_verdict),
    ("update said before", "updates-a-later-claim", said_before),
    ("update published before", "updates-a-later-claim", published_before),
    ("41 agrees with 29", "verdict-against-figures", another_verdict("Contradicts", "Agrees")),
    (
        "room where there is none",
        "verdict-against-figures",
        another_verdict("Contradicts", "HedgedCompatible"),
    ),
    ("equal figures contradict", "verdict-against-figures", another_verdict("Agrees", "Contradicts")),
    ("a range contradicts its inside", "verdict-against-figures", another_verdict("Refines", "Contradicts")),
]
