"""A graph in a notebook: the page in a frame of its own, beside the cells."""

from __future__ import annotations

from dataclasses import dataclass, field
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import rdflib
    from pyoxigraph import Store

__all__ = ["Shown", "show"]

HEIGHT = 720
"""Pixels: the page with its panels needs so much to be read."""

ALLOWED = "allow-scripts allow-downloads allow-popups allow-popups-to-escape-sandbox"
"""What the page may do in its frame: run its own scripts, save files, open an article; nothing beyond."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A page that a notebook displays.

    nodes: names and events on it. height: of the frame in pixels. html: the page itself. notice: one line
    where the page had to leave something out, else "".
    """

    nodes: int
    height: int
    html: str = field(repr=False)
    notice: str = ""

    def _repr_html_(self) -> str:
        """The page in a frame that cannot reach the notebook, whatever the articles hold."""
        notice = f"<p>{escape(self.notice)}</p>" if self.notice else ""
        return (
            f'{notice}<iframe srcdoc="{escape(self.html)}" sandbox="{ALLOWED}" title="Graph" '
            f'style="width:100%;height:{self.height:d}px;border:1px solid #ddd;border-radius:8px"></iframe>'
        )

    def save(self, path: str | Path) -> Path:
        """Write the page as a file that opens without a notebook, and tell where it is.

        Raises:
            SettingsError: if it cannot be written.
        """
        from kg.writing import write_bytes

        write_bytes(Path(path), self.html.encode())
        return Path(path)


def show(
    graph: str | Path | Store | rdflib.Graph, *, title: str = "", top: int | None = None, height: int = HEIGHT
) -> Shown:
    """Make the page of a graph, for a notebook to display.

    Args:
        graph: a file, the folder of a build, or a graph in rdflib or pyoxigraph.
        title: heading of the page.
        top: only so many names and events, the most linked ones.
        height: of the frame in pixels.

    Raises:
        GraphError: if the file is not there or does not parse.
    """
    from kg.export.page import LARGE, render_page

    page = render_page(_store(graph), title=title, limit=top or LARGE)
    return Shown(nodes=page.nodes, height=int(height), html=page.html, notice=page.notice)


def _store(graph: str | Path | Store | rdflib.Graph) -> Store:
    from pyoxigraph import Store

    from kg.store import load_store

    if isinstance(graph, str | Path):
        return load_store(graph)
    return graph if isinstance(graph, Store) else _from_rdflib(graph)


def _from_rdflib(graph: rdflib.Graph) -> Store:
    """The same triples in pyoxigraph. N-Quads holds the named graphs of a dataset, too."""
    import rdflib
    from pyoxigraph import RdfFormat, Store

    named = isinstance(graph, rdflib.Dataset)
    text = graph.serialize(format="nquads" if named else "ntriples", encoding="utf-8")
    store = Store()
    store.bulk_load(text, format=RdfFormat.N_QUADS if named else RdfFormat.N_TRIPLES)
    return store
