"""What a worker knows while it runs: the open store, what was read from it once, and the limits."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from kg.serve.results import Limits
from kg.vocabulary import RDF, SCHEMA

if TYPE_CHECKING:
    import pyoxigraph as ox

__all__ = ["Context", "open_context"]


@dataclass(frozen=True, slots=True)
class Context:
    """An open store.

    base: start of its nodes' IRIs. prefixes: prefix -> namespace, known to every query. title: heading of
    all pages. kept: answers that depend on the store alone, by a name.
    """

    store: ox.Store
    base: str
    prefixes: dict[str, str]
    title: str
    limits: Limits
    kept: dict[str, object] = field(default_factory=dict)


def open_context(folder: str, *, title: str, rows: int, seconds: float) -> Context:
    """Open a store read-only.

    Args:
        folder: the store.
        title: heading of all pages; "" for one that names the number of articles.
        rows: row limit of an answer.
        seconds: time limit of an answer.
    """
    import pyoxigraph as ox

    from kg.store import base_of
    from kg.vocabulary import prefixes

    store = ox.Store.read_only(folder)
    base = base_of(store)
    return Context(store, base, prefixes(base), title or _heading(store), Limits(rows, seconds))


def _heading(store: ox.Store) -> str:
    import pyoxigraph as ox

    a, kind = f"{RDF}type", f"{SCHEMA}NewsArticle"
    articles = store.quads_for_pattern(None, ox.NamedNode(a), ox.NamedNode(kind), None)
    count = len({quad.subject for quad in articles})
    return f"What {count:,} article{'s say' if count != 1 else ' says'}"
