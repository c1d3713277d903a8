"""GraphML: the network for yEd, Gephi, Cytoscape, NetworkX, igraph."""

from __future__ import annotations

from pathlib import Path

from kg.export.content import Content
from kg.export.networkx_graph import to_networkx

__all__ = ["write"]


def write(content: Content, path: Path) -> None:
    """Write GraphML; equal graphs give equal files."""
    from networkx.readwrite.graphml import write_graphml_xml

    # not nx.write_graphml: it writes other bytes where lxml happens to be installed
    write_graphml_xml(to_networkx(content), str(path))
