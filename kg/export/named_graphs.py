"""Parts a graph into named graphs: every triple in exactly one, none in the default graph.

Stores take the union of graphs in different ways: a triple that lay in two graphs, or in the default graph
beside named ones, would be counted twice or not at all.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.export.content import Content
from kg.vocabulary import FOLDERS, fact_properties, role_properties, term

if TYPE_CHECKING:
    from pyoxigraph import Quad, Triple

__all__ = ["quads"]

_FOLDER = "graph/"
_ENTITIES, _FACTS, _COMPARISONS = "entities", "facts", "comparisons"


def quads(content: Content) -> list[Quad]:
    """All triples, by graph and then in the order of the Turtle.

    ``graph/`` and the name of an article: what stands in it (its own data, sentences, claims, figures).
    ``graph/facts``: plain facts and their statements. ``graph/comparisons``: verdicts over two claims.
    ``graph/entities``: all else, so people, organizations, places and events.
    """
    from pyoxigraph import NamedNode, Quad

    facts = {term(name) for name in (*fact_properties(), *role_properties())}
    homes = _homes(content.triples)
    graphs: dict[str, list[Triple]] = {}
    for triple in content.triples:
        plain = triple.predicate.value in facts
        home = _FACTS if plain else homes.get(str(triple.subject), _ENTITIES)
        graphs.setdefault(_graph(content.base, home), []).append(triple)
    return [
        Quad(triple.subject, triple.predicate, triple.object, NamedNode(graph))
        for graph in sorted(graphs)
        for triple in graphs[graph]
    ]


def _graph(base: str, home: str) -> str:
    """IRI of the graph of an article, or of a part; an article that lies elsewhere is its own graph."""
    if not home.startswith("<"):
        return f"{base}{_FOLDER}{home}"
    article = home[1:-1]
    name = article.removeprefix(base + FOLDERS["art"])
    return article if "/" in name else f"{base}{_FOLDER}{name}"


def _homes(triples: list[Triple]) -> dict[str, str]:
    """Subject -> the article it belongs to, or the name of a part; both ends as N-Triples writes them."""
    kinds = {
        f"<{term('schema:NewsArticle')}>": "",
        f"<{term('rdf:Statement')}>": _FACTS,
        f"<{term('Comparison')}>": _COMPARISONS,
    }
    kind, figure = term("rdf:type"), term("quantity")
    within = {term("schema:appearance"), term("nif:referenceContext")}
    homes: dict[str, str] = {}
    claims: dict[str, str] = {}
    for triple in triples:
        subject, predicate = str(triple.subject), triple.predicate.value
        if predicate == kind and str(triple.object) in kinds:
            homes[subject] = kinds[str(triple.object)] or subject
        elif predicate in within and str(triple.object).startswith("<"):
            homes.setdefault(subject, str(triple.object))
        elif predicate == figure:
            claims.setdefault(str(triple.object), subject)
    for quantity, claim in claims.items():
        homes.setdefault(quantity, homes.get(claim, _ENTITIES))
    return homes
