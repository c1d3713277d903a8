"""The interactive page: one HTML file that draws a graph and shows the sentence behind every line."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pyoxigraph import Store

    from kg.export.page.composition import Composition
    from kg.export.page.scene import Scene

__all__ = ["HEAVY", "LARGE", "Page", "render_page"]

LARGE = 10_000
"""Above so many nodes a page gets slow to move about in (measured), so it keeps the most linked ones."""
HEAVY = 12_000_000
"""Bytes above which a page is slow to open and to send: it then keeps fewer nodes."""
FEWEST = 500
"""A page never keeps fewer of a graph's nodes than this."""


@dataclass(frozen=True, slots=True)
class Page:
    """A page and what it holds.

    html: its text; written as UTF-8 with line ends as they are, or the scripts' hashes break. opening: nodes
    drawn at first. left_out: less linked nodes that the limit kept away.
    """

    html: str
    nodes: int
    links: int
    opening: int
    left_out: int

    @property
    def notice(self) -> str:
        """One line for the user where something was left out, else ""."""
        if not self.left_out:
            return ""
        whole = self.nodes + self.left_out
        return (
            f"the page shows the {self.nodes:,} most linked of {whole:,} names and events; kg serve has all"
        )


def render_page(store: Store, *, title: str = "", limit: int = LARGE) -> Page:
    """Makes the page of a graph. Equal graphs give equal text.

    Args:
        store: any graph that follows the ontology.
        title: heading of the page; without one it names the number of articles.
        limit: keep at most so many nodes, the most linked ones; fewer where the page would weigh more than
            :data:`HEAVY`.
    """
    page = _render(store, title=title, limit=limit)
    while (weight := len(page.html.encode())) > HEAVY and page.nodes > FEWEST:
        page = _render(store, title=title, limit=max(FEWEST, int(0.9 * page.nodes * HEAVY / weight)))
    return page


def _render(store: Store, *, title: str, limit: int) -> Page:
    from kg.export.page.blocks import further_blocks
    from kg.export.page.budget import shorten_paragraphs
    from kg.export.page.composition import compose
    from kg.export.page.view import read_scene
    from kg.export.reader import GraphReader

    scene = shorten_paragraphs(read_scene(store, limit=limit))
    composition = compose(scene)
    return Page(
        html=_html(scene, composition, further_blocks(GraphReader(store), scene), title=title),
        nodes=len(scene.nodes),
        links=len(scene.links),
        opening=composition.core or composition.linked or len(scene.nodes),
        left_out=scene.left_out,
    )


def _html(scene: Scene, composition: Composition, blocks: dict[str, Any], *, title: str) -> str:
    from kg.export.page.carrier import render
    from kg.export.page.payload import evidence_block, map_block

    heading = title or _heading(scene)
    graph = map_block(scene, title=heading, core=composition.core)
    evidence = evidence_block(scene)
    return render(composition.drawing, title=heading, graph=graph, evidence=evidence, blocks=blocks)


def _heading(scene: Scene) -> str:
    count = len(scene.articles)
    if not scene.nodes and not count:
        return "An empty graph"
    return f"What {count} article{'s' if count != 1 else ''} say{'s' if count == 1 else ''}"
