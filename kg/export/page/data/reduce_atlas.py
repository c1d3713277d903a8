"""Reduces a world atlas in TopoJSON to the base map of the page: ``python reduce_atlas.py ATLAS BASE-MAP``.

Lines that two countries share stay shared, so that nothing gapes. data/README.md tells where the atlas is
from and what the fields of the base map are. Run by hand when the atlas changes; the page never runs it.
"""

from __future__ import annotations

import heapq
import json
import math
import sys
from pathlib import Path
from typing import Any

__all__ = ["main", "reduce_atlas", "simplified"]

STEPS = 50
"""Units of the base map to a degree: a fiftieth is about two kilometres."""
LEAST_TRIANGLE = 9.5
"""In square units: a point that makes a smaller triangle with its neighbours goes (Visvalingam 1993)."""
LEAST_ISLAND = 40.0
"""In square units: smaller islands are left out."""
LEAST_NAMED = 600.0
"""In square units: smaller countries have no name on the map, places there have their own."""

Line = list[tuple[float, float]]


def reduce_atlas(atlas: dict[str, Any]) -> dict[str, Any]:
    """The base map of an atlas with an object ``countries``, fields as data/README.md tells them."""
    arcs = _decoded(atlas)
    countries = atlas["objects"]["countries"]["geometries"]
    rings = [ring for country in countries for ring in _rings(country)]
    for ring in rings:
        _unwrap(ring, arcs)
    kept = [ring for ring in rings if not _round_the_pole(ring, arcs)]
    kept = [ring for ring in kept if abs(_area(_joined(ring, arcs))) >= LEAST_ISLAND]
    number: dict[int, int] = {}
    for ring in kept:
        for arc in ring:
            number.setdefault(_plain(arc), len(number))
    uses = [_plain(arc) for ring in kept for arc in ring]
    borders = sorted(number[arc] for arc in number if uses.count(arc) > 1)
    return {
        "steps": STEPS,
        "lines": [_differences(simplified(arcs[arc])) for arc in number],
        "land": [[number[arc] if arc >= 0 else ~number[~arc] for arc in ring] for ring in kept],
        "borders": borders,
        "names": _names(countries, arcs),
    }


def simplified(line: Line) -> Line:
    """The line without the points that matter least; its ends stay, and a closed line stays a ring."""
    if len(line) < 3:
        return line
    before, after = [at - 1 for at in range(len(line))], [at + 1 for at in range(len(line))]
    least = 4 if line[0] == line[-1] else 2
    heap = [(_triangle(line, at - 1, at, at + 1), at) for at in range(1, len(line) - 1)]
    heapq.heapify(heap)
    size = {at: area for area, at in heap}
    alive = len(line)
    while heap and alive > least:
        area, at = heapq.heappop(heap)
        if size.get(at) != area:
            continue
        if area >= LEAST_TRIANGLE:
            break
        del size[at]
        alive -= 1
        left, right = before[at], after[at]
        after[left], before[right] = right, left
        for end in (left, right):
            if end in size:
                # Never below what was taken before, or a run of small steps would eat a whole bay.
                size[end] = max(area, _triangle(line, before[end], end, after[end]))
                heapq.heappush(heap, (size[end], end))
    return [line[0], *(line[at] for at in sorted(size)), line[-1]]


def _triangle(line: Line, left: int, at: int, right: int) -> float:
    (x1, y1), (x2, y2), (x3, y3) = line[left], line[at], line[right]
    # A degree of longitude is shorter away from the equator.
    shrunk = math.cos(math.radians(min(85.0, abs(y2 / STEPS))))
    return abs((x2 - x1) * (y3 - y1) - (x3 - x1) * (y2 - y1)) / 2 * shrunk


def _decoded(atlas: dict[str, Any]) -> list[Line]:
    """The arcs in units of the base map, from the differences that TopoJSON holds."""
    (scale_x, scale_y), (start_x, start_y) = atlas["transform"]["scale"], atlas["transform"]["translate"]
    found = []
    for arc in atlas["arcs"]:
        x = y = 0
        line: Line = []
        for dx, dy in arc:
            x, y = x + dx, y + dy
            line.append(((x * scale_x + start_x) * STEPS, (y * scale_y + start_y) * STEPS))
        found.append(line)
    return found


def _unwrap(ring: list[int], arcs: list[Line]) -> None:
    """Moves what lies beyond the 180th meridian to the side on which the rest of the ring lies.

    The atlas goes from 179.9 to -179.9 there, which would be drawn as a line across the world.
    """
    turn = 360.0 * STEPS
    last: float | None = None
    for arc in ring:
        line = arcs[_plain(arc)]
        order = range(len(line)) if arc >= 0 else range(len(line) - 1, -1, -1)
        for at in order:
            x, y = line[at]
            if last is not None:
                x -= turn * round((x - last) / turn)
            line[at], last = (x, y), x


def _round_the_pole(ring: list[int], arcs: list[Line]) -> bool:
    """Whether a ring goes once around the world and so has no inside on a flat map: Antarctica."""
    joined = _joined(ring, arcs)
    return abs(joined[0][0] - joined[-1][0]) > 180 * STEPS


def _differences(line: Line) -> list[int]:
    """The x and y of the first point, then of each step to the next; steps to the same point are left out."""
    found: list[int] = []
    x = y = 0
    for at, (exact_x, exact_y) in enumerate(line):
        dx, dy = round(exact_x) - x, round(exact_y) - y
        if at == 0 or dx or dy:
            found += [dx, dy]
            x, y = x + dx, y + dy
    return found


def _rings(country: dict[str, Any]) -> list[list[int]]:
    parts = country.get("arcs", [])
    return [ring for part in parts for ring in part] if country["type"] == "MultiPolygon" else list(parts)


def _joined(ring: list[int], arcs: list[Line]) -> Line:
    return [point for arc in ring for point in (arcs[arc] if arc >= 0 else arcs[~arc][::-1])]


def _plain(arc: int) -> int:
    return arc if arc >= 0 else ~arc


def _area(ring: Line) -> float:
    return sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(ring, ring[1:] + ring[:1], strict=True)) / 2


def _names(countries: list[dict[str, Any]], arcs: list[Line]) -> list[list[Any]]:
    """[name, x, y, size] of every larger country, the largest first; the point lies in its largest part."""
    found = []
    for country in countries:
        parts = [_joined(ring, arcs) for ring in _rings(country)]
        largest = max(parts, key=lambda part: abs(_area(part)), default=[])
        size = abs(_area(largest)) if largest else 0.0
        if size >= LEAST_NAMED and largest[0] == largest[-1]:
            x, y = _middle(largest)
            found.append([country["properties"]["name"], x, y, round(math.sqrt(size))])
    return sorted(found, key=lambda name: (-name[3], name[0]))


def _middle(ring: Line) -> tuple[int, int]:
    """Middle of the widest stretch on a parallel through the ring: it lies inside, a centroid may not."""
    ys = [y for _, y in ring]
    best = (0.0, 0.0, 0.0)
    for part in (0.5, 0.4, 0.6, 0.3, 0.7):
        y = min(ys) + part * (max(ys) - min(ys)) + 0.5
        pairs = zip(ring, ring[1:] + ring[:1], strict=True)
        cuts = sorted(
            a[0] + (y - a[1]) * (b[0] - a[0]) / (b[1] - a[1]) for a, b in pairs if (a[1] > y) != (b[1] > y)
        )
        for left, right in zip(cuts[::2], cuts[1::2], strict=False):
            best = max(best, (right - left, (left + right) / 2, y))
    return round(best[1]), round(best[2])


def main() -> None:
    """Reads the command line."""
    atlas = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
    text = json.dumps(reduce_atlas(atlas), ensure_ascii=False, separators=(",", ":"))
    Path(sys.argv[2]).write_text(text + "\n", encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
