"""The map's data: places with coordinates, the events there, and the outline of the world to draw them on."""

from __future__ import annotations

import json
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from kg.export.page.timeline import event_places
from kg.vocabulary import RDF, SCHEMA

if TYPE_CHECKING:
    from kg.export.page.scene import Scene
    from kg.export.reader import GraphReader

__all__ = ["base_map_block", "coordinates", "places_block"]

Point = tuple[float, float]


def places_block(reader: GraphReader, scene: Scene) -> dict[str, Any] | None:
    """Places by position in the scene; None for a graph without any.

    Returns:
        ``points``: [node, latitude, longitude, country] in degrees north and east, country 1 where the point
        stands for a whole country, in which case nothing happened at that very point. ``without``: places
        that have no coordinates, most mentioned first. ``events``: place -> events there.
    """
    places = [at for at, node in enumerate(scene.nodes) if node.kind == "Place"]
    if not places:
        return None
    points = {at: point for at in places if (point := coordinates(reader, scene.nodes[at].iri)) is not None}
    missing = [at for at in places if at not in points]
    return {
        "points": [[at, *points[at], int(_is_country(reader, scene.nodes[at].iri))] for at in sorted(points)],
        "without": sorted(missing, key=lambda at: (-scene.nodes[at].mentions, at)),
        "events": _events_at(scene),
    }


def base_map_block(reader: GraphReader, scene: Scene) -> dict[str, Any] | None:
    """Coasts, borders and names of countries; None where there is no place to draw on them.

    The form is told in data/README.md.
    """
    placed = any(node.kind == "Place" and coordinates(reader, node.iri) is not None for node in scene.nodes)
    return _base_map() if placed else None


def coordinates(reader: GraphReader, iri: str) -> Point | None:
    """Latitude and longitude of a place in degrees; None unless it has both, and they lie on the globe."""
    latitude = reader.number(iri, f"{SCHEMA}latitude")
    longitude = reader.number(iri, f"{SCHEMA}longitude")
    if latitude is None or longitude is None or not (abs(latitude) <= 90 and abs(longitude) <= 180):
        return None
    return latitude, longitude


def _is_country(reader: GraphReader, iri: str) -> bool:
    return f"{SCHEMA}Country" in reader.iris(iri, f"{RDF}type")


def _events_at(scene: Scene) -> dict[str, list[int]]:
    found: dict[int, list[int]] = {}
    for event, places in event_places(scene).items():
        for place in places:
            found.setdefault(place, []).append(event)
    return {str(place): found[place] for place in sorted(found)}


def _base_map() -> dict[str, Any]:
    text = (files("kg.export.page") / "data" / "base-map.json").read_text(encoding="utf-8")
    block: dict[str, Any] = json.loads(text)
    return block
