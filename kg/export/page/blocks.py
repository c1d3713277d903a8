"""The page's further blocks of data, one for each view that needs more than nodes, links and evidence.

A block is made by a module of its own from the graph and from the scene that the page already holds; it goes
into the page as JSON of its own, ``<script type="application/json" id="block-NAME">``, and is parsed when its
view first asks for it (``data.block("NAME")``, see js/views.js). Positions in the scene's tuples are the
positions in the page: a block names node 17, claim 4, sentence 230. What a block has no words for it leaves
out: a function that gives None (no places with coordinates, say) adds nothing to the page.

To add one: a module here beside this, and a line in :data:`BLOCKS`.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeAlias

from kg.export.page.claims_view import claims_block
from kg.export.page.places_map import base_map_block, places_block
from kg.export.page.query_terms import query_terms_block
from kg.export.page.timeline import timeline_block

if TYPE_CHECKING:
    from kg.export.page.scene import Scene
    from kg.export.reader import GraphReader

    Maker: TypeAlias = Callable[[GraphReader, Scene], dict[str, Any] | list[Any] | None]

__all__ = ["BLOCKS", "further_blocks"]

BLOCKS: dict[str, Maker] = {
    "claims": claims_block,
    "timeline": timeline_block,
    "places": places_block,
    "basemap": base_map_block,
    "terms": query_terms_block,
}
"""Name -> what makes the block, in the order in which they stand in the page."""


def further_blocks(reader: GraphReader, scene: Scene) -> dict[str, Any]:
    """Name -> data of every block that this graph has something for."""
    made = ((name, make(reader, scene)) for name, make in BLOCKS.items())
    return {name: block for name, block in made if block is not None}
