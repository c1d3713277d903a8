"""RDF/XML: RDF for older tools that read nothing else."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from kg.errors import GraphError
from kg.export.content import Content
from kg.export.xml_text import clean

if TYPE_CHECKING:
    from pyoxigraph import Triple

__all__ = ["write"]


def write(content: Content, path: Path) -> None:
    """Write RDF/XML; characters that XML cannot hold become U+FFFD.

    Raises:
        GraphError: a property has no name that XML allows.
    """
    import pyoxigraph as ox

    triples = (_writable(triple) for triple in content.triples)
    try:
        written = ox.serialize(triples, format=ox.RdfFormat.RDF_XML, prefixes=content.prefixes) or b""
    except (OSError, ValueError) as error:
        raise GraphError(f"no RDF/XML can be written of this graph: {error}") from error
    head, root, body = written.partition(b"<rdf:RDF")
    names, end, rest = body.partition(b">")
    # pyoxigraph's order of the prefixes changes from run to run; a bare CR would come back as a line feed
    sorted_names = b"".join(sorted(re.findall(rb'\s+xmlns:\w+="[^"]*"', names)))
    path.write_bytes(head + root + sorted_names + end + rest.replace(b"\r", b"&#13;"))


def _writable(triple: Triple) -> Triple:
    from pyoxigraph import Literal, Triple

    value = triple.object
    if not isinstance(value, Literal) or clean(value.value) == value.value:
        return triple
    if value.language:
        return Triple(triple.subject, triple.predicate, Literal(clean(value.value), language=value.language))
    return Triple(triple.subject, triple.predicate, Literal(clean(value.value), datatype=value.datatype))
