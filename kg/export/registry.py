"""The formats that ``kg export`` writes: one line here and one module each."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from kg.errors import SettingsError

if TYPE_CHECKING:
    from kg.export.content import Content

__all__ = ["FORMATS", "Format"]


@dataclass(frozen=True, slots=True)
class Format:
    """A format: its name, the module of this package that writes it, and how its files are called.

    ending: of a file; a format that is a folder of files has one without a dot. library: what must be
    installed besides newskg's own requirements, with the extra of the format's name.
    """

    name: str
    module: str
    ending: str
    about: str
    library: str = ""

    @property
    def missing(self) -> str:
        """One line where a library is not installed that the format needs, else ""."""
        if not self.library or find_spec(self.library):
            return ""
        return f"{self.name} needs {self.library}: pip install 'newskg[{self.name}]'"

    def file_name(self, stem: str) -> str:
        """What its file or folder is called: ``graph.ttl``, ``graph-csv``."""
        return stem + self.ending

    def write(self, content: Content, path: Path) -> None:
        """Write a graph to a path that does not exist yet.

        Raises:
            SettingsError: a library is missing.
            GraphError: the format cannot hold the graph.
        """
        if self.missing:
            raise SettingsError(self.missing)
        writer: Callable[[Content, Path], None] = import_module(f"kg.export.{self.module}").write
        writer(content, path)


FORMATS = {
    listed.name: listed
    for listed in (
        Format("turtle", "turtle", ".ttl", "RDF for people and for every store"),
        Format("ntriples", "ntriples", ".nt", "RDF, one triple a line"),
        Format("nquads", "nquads", ".nq", "RDF in named graphs, one quad a line"),
        Format("trig", "trig", ".trig", "RDF in named graphs, one for each article"),
        Format("jsonld", "jsonld", ".jsonld", "RDF as JSON, for the web"),
        Format("rdfxml", "rdfxml", ".rdf", "RDF as XML, for older tools"),
        Format("graphml", "graphml", ".graphml", "network for yEd, Gephi, Cytoscape, NetworkX, igraph"),
        Format("gexf", "gexf", ".gexf", "network for Gephi and Gephi Lite"),
        Format("csv", "csv_files", "-csv", "network as tables, for neo4j-admin, Gephi and spreadsheets"),
        Format("cypher", "cypher", ".cypher", "network as a script for Neo4j and its kin"),
        Format("sqlite", "sqlite", ".sqlite", "tables, views and full text search in one file"),
        Format("parquet", "parquet", "-parquet", "the same tables for pandas, R, DuckDB", "pyarrow"),
        Format("ftm", "ftm", ".ftm.json", "FollowTheMoney entities for Aleph and OpenSanctions tools"),
    )
}
"""Name -> format, in the order in which they are listed."""
