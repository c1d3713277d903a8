"""Does a graph follow the ontology? Shapes for single nodes, rules across nodes, anchors for the text."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from kg.check.finding import Finding

if TYPE_CHECKING:
    import pyoxigraph as ox

__all__ = ["Finding", "validate"]


def validate(source: str | Path | ox.Store) -> list[Finding]:
    """Check a graph against the shapes and the rules of ``ontology/``.

    Args:
        source: an RDF file, the folder of a build, or a store (which is left as it is).

    Returns:
        What is wrong, sorted, each finding once; empty when the graph conforms.

    Raises:
        GraphError: if the file cannot be read.
    """
    from kg.check.core import check_shapes
    from kg.check.cross import check_rules, with_vocabulary
    from kg.store import load_store

    store = load_store(source) if isinstance(source, str | Path) else source
    whole = with_vocabulary(store)
    return sorted({*check_shapes(whole), *check_rules(whole)})
