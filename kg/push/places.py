"""Where a store takes triples, updates and queries: known layouts, guessed from the one address given."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlsplit

from kg.errors import SettingsError

__all__ = ["Places", "find_places"]

_LAYOUTS = (
    # Graph Store Protocol, SPARQL Update, SPARQL query
    ("store", "update", "query"),  # Oxigraph
    ("sparql-graph-crud-auth", "sparql-auth", "sparql"),  # Virtuoso
    ("sparql-graph-crud", "sparql", "sparql"),  # Virtuoso, open to all
    ("data", "update", "query"),  # Fuseki
    ("rdf-graphs/service", "statements", ""),  # RDF4J, GraphDB
    ("sparql/gsp", "sparql", "sparql"),  # Neptune
)
"""Paths beside each other; "" for what stands at their common start itself."""


@dataclass(frozen=True, slots=True)
class Places:
    """Addresses to try, the likeliest first.

    graphs: for the Graph Store Protocol. updates: for SPARQL Update. queries: for SPARQL queries.
    """

    graphs: tuple[str, ...]
    updates: tuple[str, ...]
    queries: tuple[str, ...]


def find_places(url: str, query_url: str = "") -> Places:
    """The addresses that an address stands for: one of a known layout brings the others of it.

    >>> find_places("http://localhost:7878/store").updates
    ('http://localhost:7878/update',)
    >>> find_places("http://localhost:7878").graphs[:2]
    ('http://localhost:7878', 'http://localhost:7878/store')

    Raises:
        SettingsError: if it is no address of the web, or holds a password.
    """
    _check(url)
    if query_url:
        _check(query_url)
    trimmed = url.rstrip("/")
    roots = [
        (trimmed[: -len(part)].rstrip("/"), layout, position)
        for layout in _LAYOUTS
        for position, part in enumerate(layout)
        if part and trimmed.endswith(f"/{part}")
    ]
    found: tuple[list[str], list[str], list[str]] = ([], [], [])
    for root, layout, position in roots:
        # what was asked for comes first: whoever names the address for updates wants updates
        kinds = (1, 0, 2) if position == 1 and layout[0] != layout[1] else (0, 1, 2)
        for kind in kinds:
            found[kind].append(_joined(root, layout[kind]))
    if not roots:
        for kind in range(3):
            found[kind].append(url)
            found[kind].extend(_joined(trimmed, layout[kind]) for layout in _LAYOUTS)
    queries = [query_url] if query_url else found[2]
    updates_only = any(position == 1 for _, _, position in roots) and not any(p == 0 for *_, p in roots)
    return Places(() if updates_only else _once(found[0]), _once(found[1]), _once(queries))


def _joined(root: str, part: str) -> str:
    return f"{root}/{part}" if part else root


def _once(urls: list[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(urls))


def _check(url: str) -> None:
    parts = urlsplit(url)
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise SettingsError(f"{url!r} is no address of a store, such as http://localhost:7878/store")
    if parts.username is not None or parts.password is not None:
        raise SettingsError(
            "a password does not belong into an address: set KG_PUSH_USER and KG_PUSH_PASSWORD"
        )
    if parts.query or parts.fragment:
        raise SettingsError(f"{url!r}: leave out what follows ? and #; the graph is told by --graph")
