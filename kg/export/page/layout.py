"""Places the nodes before the page is opened, so that the browser only draws.

Every connected part is laid out by itself: a spring layout (Fruchterman and Reingold 1991), for large parts
one of its Louvain communities (Blondel et al. 2008) and one inside each. The parts are then packed around the
largest. Nodes go by integer numbers and every step has a seed, so that equal
graphs give equal places.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import networkx as nx
    import numpy as np
    from numpy.typing import NDArray

    Points = NDArray[np.float64]

__all__ = ["grid", "place"]

SEED = 7
SPACING = 110.0
"""Distance between linked nodes in canvas units (pixels at full zoom)."""
WHOLE_LAYOUT_LIMIT = 450
"""Parts of more nodes than this are laid out by community."""
UNTANGLE_LIMIT = 130
PUSH_LIMIT = 450
"""Above so many nodes labels are not kept apart: only the largest are painted there anyway."""
WIDTH_TO_HEIGHT = 0.85
"""The page's map stands between two columns and is a little higher than wide."""
EVENNESS = 0.8
"""Below 1: spring layouts crowd the middle and throw a few nodes far out; this evens them out."""
LETTER_WIDTH = 6.5
LABEL_HEIGHT = 44.0


def place(
    count: int, links: list[tuple[int, int]], *, labels: list[str] | None = None
) -> list[tuple[float, float]]:
    """Places ``count`` nodes, each in at least one link.

    Args:
        count: nodes are numbered 0 to count - 1.
        links: pairs of numbers, sorted.
        labels: what is painted under each node, so that labels get room.

    Returns:
        x and y of each node in canvas units, rounded, around (0, 0).
    """
    import networkx as nx
    import numpy as np

    if not count:
        return []
    graph = nx.Graph()
    graph.add_nodes_from(range(count))
    graph.add_edges_from(links)
    parts = sorted(
        (sorted(part) for part in nx.connected_components(graph)), key=lambda part: (-len(part), part)
    )
    points = np.zeros((count, 2))
    names = np.array(labels or [""] * count)
    placed = [_part(graph.subgraph(part).copy(), part) for part in parts]
    if count <= PUSH_LIMIT:
        placed = [_keep_apart(own, list(names[part])) for part, own in zip(parts, placed, strict=True)]
    for part, own, middle in zip(parts, placed, _pack([_half_size(own) for own in placed]), strict=True):
        points[part] = own + middle
    points -= (points.max(axis=0) + points.min(axis=0)) / 2
    return [(round(float(x)), round(float(y))) for x, y in points]


def grid(count: int, *, top: float, width: float) -> list[tuple[float, float]]:
    """Places nodes without links in rows below the map, centred; ``top`` is the y of the first row."""
    step_x, step_y = SPACING * 2.3, SPACING * 0.72
    columns = max(1, min(count, int(max(width, 6 * step_x) // step_x)))
    found = []
    for position in range(count):
        row, column = divmod(position, columns)
        in_row = min(columns, count - row * columns)
        found.append((round((column - (in_row - 1) / 2) * step_x), round(top + row * step_y)))
    return [(float(x), float(y)) for x, y in found]


def _part(graph: nx.Graph[int], order: list[int]) -> Points:
    """Places one connected part around (0, 0); rows follow ``order``."""
    import numpy as np

    if len(order) == 2:
        return np.array([[-0.7 * SPACING, 0.0], [0.7 * SPACING, 0.0]])
    positions = _springs(graph) if len(order) <= WHOLE_LAYOUT_LIMIT else _communities(graph)
    points = np.array([positions[node] for node in order], dtype=float)
    return _evened(points - points.mean(axis=0))


def _evened(points: Points) -> Points:
    """Stretches the crowded middle and draws in what stands far out, around (0, 0)."""
    import numpy as np

    reach = np.hypot(points[:, 0], points[:, 1])[:, None]
    far = float(reach.max()) or 1.0
    found: Points = points * np.maximum(reach / far, 1e-6) ** (EVENNESS - 1)
    return found


def _springs(graph: nx.Graph[int]) -> dict[int, Any]:
    """Spring layout at a scale that leaves each node its room.

    Small parts start from Kamada and Kawai's layout (1989), which untangles them; its cost grows too fast for
    larger ones.
    """
    import networkx as nx

    size = len(graph)
    start = nx.kamada_kawai_layout(graph) if size <= UNTANGLE_LIMIT else None
    scale = SPACING * 0.62 * math.sqrt(size)
    if start is not None:
        return {node: point * scale for node, point in start.items()}
    springs = nx.spring_layout(
        graph, seed=SEED, k=1.6 / math.sqrt(size), iterations=200, scale=scale, method="force"
    )
    return dict(springs)


def _communities(graph: nx.Graph[int]) -> dict[int, Any]:
    """Spring layout of the communities, then one inside each."""
    import networkx as nx
    import numpy as np

    groups = nx.community.louvain_communities(graph, seed=SEED, resolution=1.5)
    groups = sorted((sorted(group) for group in groups), key=lambda group: (-len(group), group))
    radii = np.array([0.55 * SPACING * math.sqrt(len(group)) for group in groups])
    around = _groups_apart(_group_graph(graph, groups), radii)
    found: dict[int, Any] = {}
    for number, group in enumerate(groups):
        inside = _inside(graph, group) * radii[number] * 0.9
        found.update({node: around[number] + point for node, point in zip(group, inside, strict=True)})
    return found


def _inside(graph: nx.Graph[int], group: list[int]) -> Points:
    """Places of one community's nodes within a circle of radius 1, in the group's order."""
    import networkx as nx
    import numpy as np

    if len(group) == 1:
        return np.zeros((1, 2))
    own = nx.spring_layout(graph.subgraph(group), seed=SEED, iterations=60)
    points: Points = np.array([own[node] for node in group], dtype=float)
    return points / (float(np.hypot(points[:, 0], points[:, 1]).max()) or 1.0)


def _group_graph(graph: nx.Graph[int], groups: list[list[int]]) -> nx.Graph[int]:
    """The communities as nodes, joined by how many links run between them."""
    import networkx as nx

    group_of = {node: number for number, group in enumerate(groups) for node in group}
    found: nx.Graph[int] = nx.Graph()
    found.add_nodes_from(range(len(groups)))
    for left, right in graph.edges():
        first, second = group_of[left], group_of[right]
        if first != second:
            known = found.get_edge_data(first, second, {"weight": 0})["weight"]
            found.add_edge(first, second, weight=known + 1)
    return found


def _groups_apart(groups: nx.Graph[int], radii: Points) -> Points:
    """Middles of the communities' discs: by springs, then pushed until no two discs overlap."""
    import networkx as nx
    import numpy as np

    by_springs = nx.spring_layout(groups, seed=SEED, weight="weight", iterations=200, method="force")
    points = np.array([by_springs[number] for number in range(len(radii))])
    points = points * float(radii.max()) * 1.2 * math.sqrt(len(radii))
    for _ in range(300):
        apart = points[:, None] - points[None]
        distance = np.hypot(apart[..., 0], apart[..., 1]) + 1e-9
        overlap = np.maximum(0, radii[:, None] + radii[None] - distance)
        np.fill_diagonal(overlap, 0)
        if overlap.max() < 0.5:
            break
        points = points + (apart / distance[..., None] * overlap[..., None] * 0.5).sum(axis=1) * 0.5
    return points


def _half_size(points: Points) -> Points:
    """Half the width and height of a part around its middle, with a margin."""
    import numpy as np

    margin = np.array([0.55 * SPACING, 0.4 * SPACING])
    found: Points = np.abs(points).max(axis=0) + margin
    return found


def _pack(sizes: list[Points]) -> list[Points]:
    """Middles of boxes: each as near to the centre as the earlier ones leave room for."""
    import numpy as np

    placed: list[Points] = []
    angles = np.linspace(0, 2 * np.pi, 48, endpoint=False)
    directions = np.stack([WIDTH_TO_HEIGHT * np.cos(angles), np.sin(angles)], axis=1)
    reach = 0.0
    for position, size in enumerate(sizes):
        # Boxes mostly shrink from here on, so the search starts near where the last one found room.
        distance = max(0.0, reach - 2 * float(size.max()))
        while True:
            middle = _free_place(directions * distance, placed, sizes[:position], size)
            if middle is not None:
                break
            distance += max(float(size.min()) / 3, 12.0)
        placed.append(middle)
        reach = distance
    return placed


def _free_place(candidates: Points, placed: list[Points], sizes: list[Points], size: Points) -> Points | None:
    """The first candidate whose box touches no other, or None."""
    import numpy as np

    if not placed:
        return np.zeros(2)
    apart = np.abs(candidates[:, None] - np.array(placed)[None])
    beside = np.any(apart >= np.array(sizes)[None] + size, axis=2)
    free = np.all(beside, axis=1)
    return candidates[int(np.argmax(free))] if free.any() else None


def _keep_apart(points: Points, labels: list[str]) -> Points:
    """Pushes nodes until their labels' boxes no longer overlap, along the axis where less is to do."""
    import numpy as np

    half_width = np.array([max(26.0, min(len(label), 26) * LETTER_WIDTH / 2 + 8) for label in labels])
    for _ in range(120):
        apart = points[:, None] - points[None]
        over_x = half_width[:, None] + half_width[None] - np.abs(apart[..., 0])
        over_y = LABEL_HEIGHT - np.abs(apart[..., 1])
        hit = (over_x > 0) & (over_y > 0)
        np.fill_diagonal(hit, False)
        if not hit.any():
            break
        # Order decides for nodes on one spot: antisymmetric, so that the two move apart.
        order = np.sign(np.arange(len(points))[:, None] - np.arange(len(points))[None])
        sign_x = np.where(apart[..., 0] == 0, order, np.sign(apart[..., 0]))
        sign_y = np.where(apart[..., 1] == 0, order, np.sign(apart[..., 1]))
        vertical = over_y <= over_x
        move_x = np.where(hit & ~vertical, sign_x * over_x, 0).sum(axis=1)
        move_y = np.where(hit & vertical, sign_y * over_y, 0).sum(axis=1)
        points = points + np.stack([move_x, move_y], axis=1) * 0.3
    middle: Points = (points.max(axis=0) + points.min(axis=0)) / 2
    return points - middle
