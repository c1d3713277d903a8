"""The worked example, and a small graph under another base."""

from __future__ import annotations

import pyoxigraph as ox
import pytest

from kg.store import load_store
from kg.vocabulary import ontology_dir

SMALL = """
@prefix kg: <https://w3id.org/newskg/ns#> .
@prefix schema: <https://schema.org/> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix ent: <https://news.test/kg/entity/> .
@prefix evt: <https://news.test/kg/event/> .
ent:jurgen-muller a schema:Person ; schema:name "Jürgen Müller" ; schema:alternateName "Müller" .
ent:anna-muller a schema:Person ; schema:name "Anna Müller" ; schema:alternateName "Müller" .
ent:peoples-front a schema:Organization ; schema:name "People’s Front" ; schema:alternateName "PF" .
ent:old-front kg:replacedBy ent:peoples-front .
ent:pf-town a schema:Place ; schema:name "PF" .
evt:flood a kg:Disaster, kg:Event ; rdfs:label "Flood of 2019"@en .
"""


@pytest.fixture(scope="session")
def example() -> ox.Store:
    """The worked example; not to be changed."""
    return load_store(ontology_dir() / "examples" / "protests.ttl")


@pytest.fixture(scope="session")
def small() -> ox.Store:
    """Names that are alike, with accents and curly apostrophes; not to be changed."""
    store = ox.Store()
    store.load(SMALL.encode(), format=ox.RdfFormat.TURTLE)
    return store
