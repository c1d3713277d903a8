"""The vocabulary of the graph: namespaces, prefixes, and the terms that ``ontology/kg.ttl`` defines.

The file is the only source; it is read once, when first asked for, so that importing this module costs
nothing. A term that the file lacks cannot be named: :func:`term` raises. That is how code, output and
vocabulary stay one.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from pathlib import Path

__all__ = [
    "DEFAULT_BASE",
    "FOLDERS",
    "ITSRDF",
    "KG",
    "NAMESPACES",
    "NIF",
    "OWL",
    "RDF",
    "RDFS",
    "SCHEMA",
    "SEM",
    "SKOS",
    "VS",
    "XSD",
    "Term",
    "curie",
    "definition",
    "fact_properties",
    "label",
    "ontology_dir",
    "prefixes",
    "role_properties",
    "subclasses",
    "term",
    "terms",
    "values",
]

DEFAULT_BASE = "https://kg.example/"

KG = "https://w3id.org/newskg/ns#"
SCHEMA = "https://schema.org/"
NIF = "http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#"
SEM = "http://semanticweb.cs.vu.nl/2009/11/sem/"
ITSRDF = "http://www.w3.org/2005/11/its/rdf#"
RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
RDFS = "http://www.w3.org/2000/01/rdf-schema#"
XSD = "http://www.w3.org/2001/XMLSchema#"
OWL = "http://www.w3.org/2002/07/owl#"
SKOS = "http://www.w3.org/2004/02/skos/core#"
VS = "http://www.w3.org/2003/06/sw-vocab-status/ns#"

NAMESPACES = {
    "kg": KG,
    "schema": SCHEMA,
    "nif": NIF,
    "sem": SEM,
    "itsrdf": ITSRDF,
    "rdf": RDF,
    "rdfs": RDFS,
    "xsd": XSD,
}
"""Prefix -> namespace of every vocabulary that occurs in a graph, in the order in which they are written."""

FOLDERS = {
    "ent": "entity/",
    "evt": "event/",
    "clm": "claim/",
    "stm": "statement/",
    "qty": "quantity/",
    "art": "article/",
    "seg": "segment/",
    "cmp": "comparison/",
}
"""Prefix -> folder under the base IRI, one for each kind of node."""


@dataclass(frozen=True, slots=True)
class Term:
    """A class, property or value of the vocabulary, or one of another vocabulary that the graph uses.

    kinds: IRIs of its types. supers: IRIs of its super-classes or super-properties. reserved: defined, but
    no code of newskg writes it yet.
    """

    iri: str
    label: str
    definition: str
    kinds: tuple[str, ...]
    supers: tuple[str, ...]
    reserved: bool


def prefixes(base: str = DEFAULT_BASE) -> dict[str, str]:
    """Prefix -> namespace for a graph with this base IRI, in the order in which they are written.

    >>> list(prefixes("https://news.example/kg/"))[-2:]
    ['seg', 'cmp']
    >>> prefixes("https://news.example/kg/")["ent"]
    'https://news.example/kg/entity/'
    """
    return NAMESPACES | {prefix: base + folder for prefix, folder in FOLDERS.items()}


@lru_cache(maxsize=1)
def ontology_dir() -> Path:
    """The folder that holds kg.ttl, the shapes, the queries and the examples.

    It lies inside the installed package, or in a checkout beside it.

    Raises:
        FileNotFoundError: if the installation is broken and neither is there.
    """
    packaged = Path(str(files("kg") / "ontology"))
    checkout = Path(__file__).resolve().parent.parent / "ontology"
    for folder in (packaged, checkout):
        if (folder / "kg.ttl").is_file():
            return folder
    raise FileNotFoundError(f"the vocabulary is missing: neither {packaged} nor {checkout} holds kg.ttl")


@lru_cache(maxsize=1)
def terms() -> dict[str, Term]:
    """IRI -> term, for every term that the vocabulary file defines or borrows, in the file's order."""
    from pyoxigraph import Literal, NamedNode, RdfFormat, parse

    described: dict[str, dict[str, list[str]]] = {}
    for quad in parse(path=str(ontology_dir() / "kg.ttl"), format=RdfFormat.TURTLE):
        if isinstance(quad.subject, NamedNode) and isinstance(quad.object, NamedNode | Literal):
            found = described.setdefault(quad.subject.value, {})
            found.setdefault(quad.predicate.value, []).append(quad.object.value)
    return {
        iri: _read_term(iri, found) for iri, found in described.items() if OWL + "versionInfo" not in found
    }


def term(name: str) -> str:
    """IRI of a term, by its local name in the kg vocabulary or as ``prefix:name``.

    >>> term("speaker")
    'https://w3id.org/newskg/ns#speaker'
    >>> term("schema:name")
    'https://schema.org/name'

    Raises:
        KeyError: if the vocabulary file neither defines nor borrows it.
    """
    prefix, _, local = name.rpartition(":")
    iri = NAMESPACES[prefix or "kg"] + local
    if iri not in terms():
        raise KeyError(f"{name} is not in the vocabulary (ontology/kg.ttl)")
    return iri


def label(iri: str) -> str:
    """What to call a class, property or value before a reader; for other IRIs their last part.

    >>> label("https://w3id.org/newskg/ns#memberOf")
    'member of'
    """
    known = terms().get(iri)
    return known.label if known else iri.rstrip("/#").rpartition("#")[2].rpartition("/")[2]


def definition(iri: str) -> str:
    """What a term means, in a sentence; "" for IRIs that are not in the vocabulary."""
    known = terms().get(iri)
    return known.definition if known else ""


def curie(iri: str) -> str:
    """The IRI as ``prefix:name`` where its namespace is one of ours, else the IRI itself.

    >>> curie("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")
    'rdf:type'
    """
    for prefix, namespace in NAMESPACES.items():
        if iri.startswith(namespace):
            return f"{prefix}:{iri[len(namespace) :]}"
    return iri


@lru_cache(maxsize=1)
def fact_properties() -> tuple[str, ...]:
    """Local names of the properties whose plain triples state facts about entities, sorted."""
    return _locals_of_kind("FactProperty")


@lru_cache(maxsize=1)
def role_properties() -> tuple[str, ...]:
    """Local names of the properties that tie an event to those who had a part in it, sorted."""
    return _locals_of_kind("RoleProperty")


@lru_cache(maxsize=32)
def values(name: str) -> tuple[str, ...]:
    """Local names of the values of a closed list, sorted.

    >>> values("Polarity")
    ('Affirmed', 'Negated')
    """
    return _locals_of_kind(name)


@lru_cache(maxsize=32)
def subclasses(name: str) -> tuple[str, ...]:
    """Local names of the kg classes directly below a kg class, sorted."""
    above = term(name)
    return tuple(sorted(t.iri.removeprefix(KG) for t in terms().values() if above in t.supers))


def _locals_of_kind(name: str) -> tuple[str, ...]:
    kind = term(name)
    return tuple(sorted(t.iri.removeprefix(KG) for t in terms().values() if kind in t.kinds))


def _read_term(iri: str, found: dict[str, list[str]]) -> Term:
    meaning = found.get(SKOS + "definition") or found.get(SKOS + "scopeNote") or [""]
    return Term(
        iri=iri,
        label=found.get(RDFS + "label", [iri])[0],
        definition=meaning[0],
        kinds=tuple(sorted(found.get(RDF + "type", []))),
        supers=tuple(sorted(found.get(RDFS + "subClassOf", []) + found.get(RDFS + "subPropertyOf", []))),
        reserved="reserved" in found.get(VS + "term_status", []),
    )
