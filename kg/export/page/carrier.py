"""Writes the page through pyvis: the only module that knows it.

pyvis 0.3.2 carries nodes, links and vis-network; the template is ours. Its own way out is never used:
``write_html`` opens files without an encoding, ``show`` fails outside notebooks, and its templates load
scripts from the network and leave text unescaped.
"""

from __future__ import annotations

import base64
import hashlib
from pathlib import Path
from typing import Any

__all__ = ["Drawing", "render"]

HERE = Path(__file__).parent
VIS_NETWORK = "templates/lib/vis-9.1.2/vis-network.min.js"

SCRIPTS = (
    "dom.js",
    "calendar.js",
    "data.js",
    "state.js",
    "address.js",
    "trail.js",
    "views.js",
    "colours.js",
    "visible.js",
    "around.js",
    "places.js",
    "window.js",
    "graph.js",
    "paint.js",
    "passage.js",
    "cards.js",
    "search.js",
    "node-panel.js",
    "link-panel.js",
    "overview.js",
    "panel.js",
    "histogram.js",
    "filters.js",
    "hint.js",
    "keyboard.js",
    "save.js",
    "connections.js",
    "export-svg.js",
    "export-csv.js",
    "export-sparql.js",
    "export-connections.js",
    "claims-sides.js",
    "claims-figures.js",
    "claims-card.js",
    "claims-person.js",
    "claims-view.js",
    "export-claims.js",
    "timeline.js",
    "places-map.js",
    "start.js",
)
"""The page's own script, in the order in which its parts are joined; they share one scope."""

STYLES = ("style.css", "style-views.css")
"""The page's looks, joined in this order."""


class Drawing:
    """Nodes and links in the order they were added, numbered from 0."""

    def __init__(self) -> None:
        from pyvis.network import Network

        self._network = Network(directed=True, cdn_resources="in_line")
        # The layout is given: nothing may move.
        self._network.toggle_physics(False)
        self._count = 0

    def add_node(self, label: str, x: float, y: float, **options: Any) -> None:
        """Adds a node at a place in canvas units. ``options`` go to the page as they are."""
        self._network.add_node(self._count, label=label or " ", x=x, y=y, **options)
        self._count += 1

    def add_link(self, first: int, second: int, **options: Any) -> None:
        """Adds a link between two nodes by their numbers."""
        self._network.add_edge(first, second, **options)

    def network(self) -> Any:
        """The pyvis network itself, without what it sets on every node and link and the page sets anew."""
        for node in self._network.nodes:
            for name in ("color", "shape", "font", "id"):
                node.pop(name, None)
        for link in self._network.edges:
            link.pop("arrows", None)
        return self._network


def render(
    drawing: Drawing, *, title: str, graph: dict[str, Any], evidence: dict[str, Any], blocks: dict[str, Any]
) -> str:
    """The whole page as one text: no other file and no network is needed to open it.

    ``blocks``: further data by name, see :mod:`kg.export.page.blocks`.
    """
    from jinja2 import Environment, FileSystemLoader
    from markupsafe import Markup

    network = drawing.network()
    network.set_template_dir(str(HERE), "page.html.j2")
    # pyvis's own environment has no autoescape, and generate_html takes values of ours only by globals.
    environment = Environment(loader=FileSystemLoader(str(HERE)), autoescape=True)
    environment.policies["json.dumps_kwargs"] = {
        "sort_keys": False,
        "separators": (",", ":"),
        "ensure_ascii": False,
    }
    library, app, style = _library(), _script(), _style()
    environment.globals.update(
        title=title,
        graph=graph,
        evidence=evidence,
        blocks=blocks,
        library=Markup(library),  # noqa: S704  # our own file and pyvis's, no text of an article
        app=Markup(app),  # noqa: S704
        style=Markup(style),  # noqa: S704
        script_hashes=Markup(f"{_hash(library)} {_hash(app)}"),  # noqa: S704
        style_hash=Markup(_hash(style)),  # noqa: S704
    )
    network.templateEnv = environment
    return str(network.generate_html()) + "\n"


def _library() -> str:
    """vis-network as pyvis ships it."""
    import pyvis

    return _sealed((Path(pyvis.__file__).parent / VIS_NETWORK).read_text(encoding="utf-8"))


def _script() -> str:
    """The page's own script: its parts in one function, so that none of their names leaks."""
    parts = [(HERE / "js" / name).read_text(encoding="utf-8") for name in SCRIPTS]
    return _sealed("(() => {\n'use strict';\n" + "\n".join(parts) + "})();\n")


def _style() -> str:
    return "\n".join((HERE / name).read_text(encoding="utf-8") for name in STYLES).replace("\r\n", "\n")


def _sealed(script: str) -> str:
    """No script of ours may end the element that holds it."""
    return script.replace("</script", "<\\/script").replace("\r\n", "\n")


def _hash(text: str) -> str:
    """The source expression by which the page's own policy knows an inline script or style."""
    digest = hashlib.sha256(text.encode("utf-8")).digest()
    return f"'sha256-{base64.b64encode(digest).decode('ascii')}'"
