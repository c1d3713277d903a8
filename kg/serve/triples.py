"""Writes triples in the forms that the endpoint and the documents on nodes are offered in."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import TYPE_CHECKING

from kg.store import to_turtle

if TYPE_CHECKING:
    import pyoxigraph as ox

__all__ = ["write_triples"]


def write_triples(triples: Iterable[ox.Triple], form: str, prefixes: dict[str, str]) -> bytes:
    """Triples, each once and sorted, so that equal sets give equal bytes.

    Args:
        triples: in any order.
        form: ``ttl``, ``nt``, ``jsonld`` (expanded) or ``rdf`` (RDF/XML).
        prefixes: prefix -> namespace, for the forms that abbreviate.
    """
    import pyoxigraph as ox

    ordered = sorted(set(triples), key=str)
    if form == "ttl":
        return to_turtle(ordered, prefixes)
    forms = {"nt": ox.RdfFormat.N_TRIPLES, "jsonld": ox.RdfFormat.JSON_LD, "rdf": ox.RdfFormat.RDF_XML}
    if form != "jsonld":
        return ox.serialize(ordered, format=forms[form]) or b""
    written = ox.serialize(ordered, format=forms[form]) or b"[]"
    # pyoxigraph's order of keys changes from run to run
    return json.dumps(json.loads(written), sort_keys=True, ensure_ascii=False, separators=(",", ":")).encode()
