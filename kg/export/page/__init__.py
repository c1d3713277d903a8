"""The interactive page: one HTML file that draws a graph and shows the sentence behind every line."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pyoxigraph import Store

    from kg.export.page.composition import Composition
    from kg.export.page.scene import Scene

__all__ = ["PageSummary", "render_page", "write_page"]

LARGE = 10_000
"""Above so many nodes a page gets slow to move about in (measured); the summary warns."""


@dataclass(frozen=True, slots=True)
class PageSummary:
    """What a page holds. ``opening``: nodes drawn at first. ``left_out``: nodes that the limit kept away."""

    path: Path
    nodes: int
    links: int
    claims: int
    articles: int
    opening: int
    unlinked: int
    left_out: int
    size: int
    warning: str = ""


def write_page(store: Store, path: Path, *, title: str = "", limit: int | None = None) -> PageSummary:
    """Writes the page of a graph. Equal graphs give equal bytes.

    Args:
        store: any graph that follows the ontology.
        path: the HTML file to write; UTF-8, opens from disk without a network.
        title: heading of the page; without one it names the number of articles.
        limit: keep at most so many nodes, the most linked ones.

    Raises:
        OSError: the file cannot be written.
    """
    from kg.export.page.composition import compose
    from kg.export.page.view import read_scene

    scene = read_scene(store, limit=limit)
    composition = compose(scene)
    data = _html(scene, composition, title=title).encode("utf-8")
    path.write_bytes(data)
    return PageSummary(
        path=path,
        nodes=len(scene.nodes),
        links=len(scene.links),
        claims=len(scene.claims),
        articles=len(scene.articles),
        opening=composition.core or composition.linked or len(scene.nodes),
        unlinked=len(scene.nodes) - composition.linked,
        left_out=scene.left_out,
        size=len(data),
        warning=_warning(scene),
    )


def render_page(store: Store, *, title: str = "", limit: int | None = None) -> str:
    """The text of the page that :func:`write_page` writes; its line ends must stay as they are."""
    from kg.export.page.composition import compose
    from kg.export.page.view import read_scene

    scene = read_scene(store, limit=limit)
    return _html(scene, compose(scene), title=title)


def _html(scene: Scene, composition: Composition, *, title: str) -> str:
    from kg.export.page.carrier import render
    from kg.export.page.payload import evidence_block, map_block

    heading = title or _heading(scene)
    graph = map_block(scene, title=heading, core=composition.core)
    return render(composition.drawing, title=heading, graph=graph, evidence=evidence_block(scene))


def _heading(scene: Scene) -> str:
    count = len(scene.articles)
    return f"What {count} article{'s' if count != 1 else ''} say{'s' if count == 1 else ''}"


def _warning(scene: Scene) -> str:
    if len(scene.nodes) <= LARGE:
        return ""
    return (
        f"{len(scene.nodes):,} nodes make the page slow to move about in; a limit of {LARGE:,} keeps it quick"
    )
