"""Decides what stands where: the whole map, the opening view of a large one, and what has no links."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from kg.export.page.carrier import Drawing
from kg.export.page.layout import SPACING, grid, place
from kg.export.page.payload import link_options, node_options, predicates

if TYPE_CHECKING:
    from kg.export.page.scene import Link, Scene

__all__ = ["Composition", "compose"]

CORE_ABOVE = 420
"""A map of more linked nodes than this opens with the most linked ones only."""
CORE_SIZE = 280


@dataclass(frozen=True, slots=True)
class Composition:
    """A drawing with every node in its place. ``core``: nodes of the opening view, 0 where that is all."""

    drawing: Drawing
    linked: int
    core: int


def compose(scene: Scene) -> Composition:
    """Places all nodes; nodes of the opening view of a large map carry a second place in ``core``."""
    degree = _degrees(scene.links, len(scene.nodes))
    linked = [number for number in range(len(scene.nodes)) if degree[number]]
    places = _places(scene, linked)
    core = _core_places(scene, degree) if len(linked) > CORE_ABOVE else {}
    drawing = Drawing()
    for number, node in enumerate(scene.nodes):
        options: dict[str, Any] = node_options(node, degree=degree[number])
        if number in core:
            options["core"] = core[number]
        drawing.add_node(node.label, *places[number], **options)
    predicate_at = {name: position for position, name in enumerate(predicates(scene))}
    for link in scene.links:
        drawing.add_link(link.first, link.second, **link_options(link, predicate_at))
    return Composition(drawing, linked=len(linked), core=len(core))


def _degrees(links: tuple[Link, ...], count: int) -> list[int]:
    found = [0] * count
    for link in links:
        found[link.first] += 1
        found[link.second] += 1
    return found


def _place_some(scene: Scene, chosen: list[int]) -> dict[int, tuple[float, float]]:
    """Places the chosen nodes by the links among them."""
    at = {number: position for position, number in enumerate(chosen)}
    links = [
        (at[link.first], at[link.second]) for link in scene.links if link.first in at and link.second in at
    ]
    labels = [scene.nodes[number].label for number in chosen]
    return dict(zip(chosen, place(len(chosen), links, labels=labels), strict=True))


def _places(scene: Scene, linked: list[int]) -> dict[int, tuple[float, float]]:
    """The map of all linked nodes, and below it the others in rows, by kind and mentions."""
    places = _place_some(scene, linked)
    across = [x for x, _ in places.values()] or [0.0]
    bottom = max((y for _, y in places.values()), default=0.0)
    alone = sorted(
        (number for number in range(len(scene.nodes)) if number not in places),
        key=lambda number: (scene.nodes[number].kind, -scene.nodes[number].mentions, number),
    )
    rows = grid(len(alone), top=bottom + 1.6 * SPACING, width=max(across) - min(across))
    return places | dict(zip(alone, rows, strict=True))


def _core_places(scene: Scene, degree: list[int]) -> dict[int, tuple[float, float]]:
    """The opening view: the most linked nodes, without those that are linked to none of the others."""
    ranked = sorted(
        range(len(degree)), key=lambda number: (-degree[number], -scene.nodes[number].mentions, number)
    )
    chosen = set(ranked[:CORE_SIZE])
    joined = {
        end
        for link in scene.links
        if link.first in chosen and link.second in chosen
        for end in (link.first, link.second)
    }
    return _place_some(scene, sorted(joined))
