"""What the graph says about one node: its page, and its description as triples."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

from kg.export.page.labels import incoming_label, term_label
from kg.export.reader import GraphReader
from kg.serve.facts import Fact, facts_of
from kg.serve.links import Value, local_path, name_of, value_of
from kg.serve.passages import Passage, passages_of
from kg.serve.rows import ClaimRow, claim_row
from kg.serve.verdicts import Verdict, verdicts_on
from kg.vocabulary import KG, NIF, RDF, RDFS, SCHEMA, definition, terms

if TYPE_CHECKING:
    import pyoxigraph as ox

__all__ = ["INCOMING", "ClaimGroup", "NodePage", "Property", "describe", "read_node_page"]

SHOWN = 40
"""Claims, and links of one kind, on a page; the rest is one click away."""
INCOMING = 1000
"""Triples that point to a node, in its description; those that point away from it are all there."""

_TITLES = {f"{RDF}type", f"{RDFS}label", f"{SCHEMA}name", f"{SCHEMA}alternateName", f"{KG}evidence"}
_SPEAKING = {
    f"{KG}speaker": ("Says", "speaker"),
    f"{KG}aboutEvent": ("Said about this", "about"),
    f"{KG}about": ("Said about this", "about"),
    f"{SCHEMA}appearance": ("Said in this article", "article"),
    f"{KG}citesSource": ("Rests on its word", ""),
}
_INCOMING_WORDS = {
    f"{SCHEMA}mentions": "mentioned in",
    f"{SCHEMA}author": "wrote",
    f"{SCHEMA}publisher": "published",
    f"{KG}contradicts": "contradicted by",
    f"{KG}corroborates": "backed by",
    f"{KG}sameClaimAs": "the same claim as",
    f"{KG}states": "stated by",
    f"{KG}quantity": "figure of",
    f"{KG}evidence": "the sentence behind",
    f"{KG}replacedBy": "in place of",
}
_COMPARED = {
    f"{KG}{end}" for end in ("comparedClaim", "comparedWith", "comparedFigure", "comparedWithFigure")
}
_WITHIN = _COMPARED | {f"{RDF}subject", f"{RDF}object", f"{NIF}referenceContext", f"{NIF}superString"}


@dataclass(frozen=True, slots=True)
class Property:
    """A property with its values; more: how many are not shown; note: what the property means."""

    label: str
    note: str
    values: tuple[Value, ...]
    more: int = 0


@dataclass(frozen=True, slots=True)
class ClaimGroup:
    """Claims that stand to a node in one way. filter_name: the filter of /claims that gives all of them."""

    heading: str
    filter_name: str
    total: int
    rows: tuple[ClaimRow, ...]


@dataclass(frozen=True, slots=True)
class NodePage:
    """Everything that the page of a node shows; saying is the claim itself, where the node is one."""

    iri: str
    title: str
    kinds: tuple[str, ...]
    also: tuple[str, ...]
    saying: ClaimRow | None
    verdicts: tuple[Verdict, ...]
    properties: tuple[Property, ...]
    facts: tuple[Fact, ...]
    claims: tuple[ClaimGroup, ...]
    linked_from: tuple[Property, ...]
    passages: tuple[Passage, ...]


def read_node_page(store: ox.Store, base: str, iri: str) -> NodePage:
    """Reads what the page of a node shows: bounded, however many links the node has."""
    reader = GraphReader(store)
    pointing = _pointing(store, iri)
    title = name_of(reader, iri)
    names = reader.texts(iri, f"{SCHEMA}name") + reader.texts(iri, f"{SCHEMA}alternateName")
    facts = facts_of(reader, base, iri)
    told = {fact.key for fact in facts}
    return NodePage(
        iri=iri,
        title=title,
        kinds=_kinds(reader, iri),
        also=tuple(dict.fromkeys(name for name in names if name != title)),
        saying=claim_row(reader, base, iri) if reader.iri(iri, f"{KG}speaker") else None,
        verdicts=tuple(verdicts_on(reader, base, [iri, *pointing.get(f"{KG}aboutEvent", [])])[:SHOWN]),
        properties=_properties(reader, base, iri, told),
        facts=facts,
        claims=_claims(reader, base, pointing),
        linked_from=_linked_from(reader, base, pointing, iri, told),
        passages=tuple(passages_of(reader, base, iri)),
    )


def describe(store: ox.Store, iri: str) -> list[ox.Triple]:
    """The triples on a node, those that point to it (up to a bound), and the names of its neighbours."""
    import pyoxigraph as ox

    node = ox.NamedNode(iri)
    away = {quad.triple for quad in store.quads_for_pattern(node, None, None, None)}
    here = islice((quad.triple for quad in store.quads_for_pattern(None, None, node, None)), INCOMING)
    triples = away | set(here)
    ends = {end for triple in triples for end in (triple.subject, triple.object)} - {node}
    for end in ends:
        if isinstance(end, ox.NamedNode):
            found = store.quads_for_pattern(end, ox.NamedNode(f"{RDFS}label"), None, None)
            triples |= {quad.triple for quad in found}
    return list(triples)


def _kinds(reader: GraphReader, iri: str) -> tuple[str, ...]:
    """Words for a node's classes, the finer first: a class that is above another one is left out."""
    kinds = reader.iris(iri, f"{RDF}type")
    general = {f"{KG}Event", f"{NIF}Context", f"{SCHEMA}Place", f"{SCHEMA}Organization"}
    finer = [kind for kind in kinds if kind not in general] or kinds
    return tuple(dict.fromkeys(term_label(kind) for kind in finer))


def _pointing(store: ox.Store, iri: str) -> dict[str, list[str]]:
    """Predicate -> nodes that point to this one by it, sorted."""
    import pyoxigraph as ox

    found: dict[str, set[str]] = {}
    for quad in store.quads_for_pattern(None, None, ox.NamedNode(iri), None):
        if isinstance(quad.subject, ox.NamedNode):
            found.setdefault(quad.predicate.value, set()).add(quad.subject.value)
    return {predicate: sorted(found[predicate]) for predicate in sorted(found)}


def _properties(
    reader: GraphReader, base: str, iri: str, told: set[tuple[str, str, str]]
) -> tuple[Property, ...]:
    """The node's own properties in the vocabulary's order, without titles and what the facts tell already."""
    found = []
    order = {predicate: position for position, predicate in enumerate(terms())}
    about = reader.about(iri)
    for predicate in sorted(about, key=lambda one: (order.get(one, len(order)), one)):
        values = about[predicate]
        kept = [value for value in values if (iri, predicate, value.value) not in told]
        if predicate in _TITLES or not kept:
            continue
        cells = tuple(value_of(reader, base, value) for value in kept[:SHOWN])
        found.append(Property(term_label(predicate), definition(predicate), cells, len(kept) - len(cells)))
    return tuple(found)


def _claims(reader: GraphReader, base: str, pointing: dict[str, list[str]]) -> tuple[ClaimGroup, ...]:
    """Claims by the node, about it, in it, and on its word."""
    groups: dict[tuple[str, str], list[str]] = {}
    for predicate, heading in _SPEAKING.items():
        groups.setdefault(heading, []).extend(pointing.get(predicate, []))
    return tuple(
        ClaimGroup(
            heading, name, len(claims), tuple(claim_row(reader, base, claim) for claim in claims[:SHOWN])
        )
        for (heading, name), claims in ((key, list(dict.fromkeys(found))) for key, found in groups.items())
        if claims
    )


def _linked_from(
    reader: GraphReader,
    base: str,
    pointing: dict[str, list[str]],
    iri: str,
    told: set[tuple[str, str, str]],
) -> tuple[Property, ...]:
    """Other nodes that point to this one, by property; statements and claims have their own place."""
    found = []
    for predicate, nodes in pointing.items():
        others = [node for node in nodes if node != iri and (node, predicate, iri) not in told]
        if predicate in _SPEAKING or predicate in _WITHIN or not others:
            continue
        cells = tuple(Value(name_of(reader, node), local_path(base, node)) for node in others[:SHOWN])
        words = _INCOMING_WORDS.get(predicate) or incoming_label(predicate)
        found.append(Property(words, definition(predicate), cells, len(others) - len(cells)))
    return tuple(found)
