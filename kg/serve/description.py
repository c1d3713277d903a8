"""The endpoint's description of itself (SPARQL 1.1 Service Description)."""

from __future__ import annotations

from kg.serve.answer import Answer, RefusalError
from kg.serve.context import Context
from kg.serve.media import RDF_TYPES, choose
from kg.serve.triples import write_triples

__all__ = ["describe_service"]

_FORMATS = "http://www.w3.org/ns/formats/"
_RESULTS = ("SPARQL_Results_JSON", "SPARQL_Results_XML", "SPARQL_Results_CSV", "SPARQL_Results_TSV")
_RDF = ("Turtle", "N-Triples", "JSON-LD", "RDF_XML")


def describe_service(context: Context, *, address: str, accept: str) -> Answer:
    """What the endpoint speaks and how large its graph is.

    Args:
        context: the open store.
        address: the endpoint's own.
        accept: the Accept header.

    Raises:
        RefusalError: 406 if no form suits.
    """
    import pyoxigraph as ox

    media = choose(accept, list(RDF_TYPES))
    if media is None:
        raise RefusalError(406, f"this can be had as {', '.join(RDF_TYPES)}")
    if "size" not in context.kept:
        context.kept["size"] = len(context.store)
    service, dataset, graph = (ox.NamedNode(f"{address}{part}") for part in ("", "#dataset", "#graph"))
    formats = " , ".join(f"<{_FORMATS}{name}>" for name in (*_RESULTS, *_RDF))
    turtle = f"""
    @prefix sd: <http://www.w3.org/ns/sparql-service-description#> .
    @prefix void: <http://rdfs.org/ns/void#> .
    {service} a sd:Service ; sd:endpoint {service} ;
        sd:supportedLanguage sd:SPARQL11Query ; sd:feature sd:UnionDefaultGraph ;
        sd:resultFormat {formats} ;
        sd:defaultDataset {dataset} .
    {dataset} a sd:Dataset ; sd:defaultGraph {graph} .
    {graph} a sd:Graph ; void:triples {context.kept["size"]} .
    """
    triples = [quad.triple for quad in ox.parse(turtle, format=ox.RdfFormat.TURTLE)]
    prefixes = {"sd": "http://www.w3.org/ns/sparql-service-description#", "void": "http://rdfs.org/ns/void#"}
    body = write_triples(triples, RDF_TYPES[media], prefixes)
    return Answer(
        200, f"{media}; charset=utf-8" if media.startswith("text/") else media, body, {"vary": "Accept"}
    )
