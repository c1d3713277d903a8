"""What the page needs to put its view into a SPARQL query: the IRIs behind its words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kg.export.page.payload import predicates

if TYPE_CHECKING:
    from kg.export.page.scene import Scene
    from kg.export.reader import GraphReader

__all__ = ["query_terms_block"]


def query_terms_block(reader: GraphReader, scene: Scene) -> dict[str, Any]:
    """``predicates``: the IRI of each that the page names by number, "" for one of the page's own."""
    del reader
    return {"predicates": [name if ":" in name else "" for name in predicates(scene)]}
