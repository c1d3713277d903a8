"""GEXF: the network for Gephi and Gephi Lite."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from kg.export.content import Content
from kg.export.networkx_graph import to_networkx

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

__all__ = ["write"]


def write(content: Content, path: Path) -> None:
    """Write GEXF 1.2 without the day of writing, so that equal graphs give equal files."""
    from networkx.readwrite.gexf import GEXFWriter

    writer = GEXFWriter(version="1.2draft")
    writer.add_graph(to_networkx(content))
    _forget_the_day(writer.xml)
    _drop_keys(writer.xml)
    with path.open("wb") as stream:
        writer.write(stream)


def _forget_the_day(gexf: Element) -> None:
    for meta in gexf.findall("meta"):
        meta.attrib.pop("lastmodifieddate", None)
        for creator in meta.findall("creator"):
            creator.text = "newskg"


def _drop_keys(gexf: Element) -> None:
    """Take out NetworkX's own attribute of edges: a column that says nothing to users of Gephi."""
    for attributes in gexf.findall("graph/attributes[@class='edge']"):
        for key in attributes.findall("attribute[@title='networkx_key']"):
            attributes.remove(key)
            for values in gexf.findall("graph/edges/edge/attvalues"):
                for value in values.findall(f"attvalue[@for='{key.get('id')}']"):
                    values.remove(value)
