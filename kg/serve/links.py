"""Where a node of the graph is found on this server, and what to call it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import quote, unquote, urlsplit

from kg.export.page.labels import term_label
from kg.export.reader import GraphReader
from kg.vocabulary import KG, NIF, terms

if TYPE_CHECKING:
    from pyoxigraph import NamedNode, Store

__all__ = ["Value", "candidates", "exists", "local_path", "name_of", "value_of"]

_IN_PATH = "/:@!$&'()*+,;=-._~%"
_NAME_LENGTH = 160
# A query, a fragment, or what a browser would take for another host or another folder.
_NO_PATH = re.compile(r"[?#]|^/|//|(?:^|/)\.\.?(?:/|$)")
_WEB = re.compile(r"https?://[^\s\x00-\x1f\"<>\\^`{|}]+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Value:
    """What a cell shows.

    text: the words. href: where they lead, on this server or (external) on the web; "" for nowhere.
    note: what the words mean, for a term of the vocabulary.
    """

    text: str
    href: str = ""
    external: bool = False
    note: str = ""


def local_path(base: str, iri: str) -> str:
    """The path of this server at which a node is shown.

    A node under the graph's base has the path of its own IRI; any other is shown by its IRI in full.

    >>> local_path("https://kg.example/", "https://kg.example/entity/reuters")
    '/entity/reuters'
    >>> local_path("https://kg.example/", "https://kg.example/a?b#c")
    '/resource?iri=https%3A%2F%2Fkg.example%2Fa%3Fb%23c'
    """
    rest = iri.removeprefix(base)
    if rest == iri or not rest or _NO_PATH.search(rest):
        return f"/resource?iri={quote(iri, safe='')}"
    return quote(f"{urlsplit(base).path}{rest}", safe=_IN_PATH)


def candidates(base: str, path: str) -> tuple[str, ...]:
    """The IRIs that a path can mean: as it was sent, and with its escapes undone."""
    parts = urlsplit(base)
    if not path.startswith(parts.path) or path.startswith("//"):
        return ()
    origin = f"{parts.scheme}://{parts.netloc}"
    return tuple(dict.fromkeys(f"{origin}{form}" for form in (path, unquote(path))))


def exists(store: Store, iri: str) -> bool:
    """Whether a graph says anything about an IRI."""
    from pyoxigraph import NamedNode

    try:
        node = NamedNode(iri)
    except ValueError:
        return False
    leading = store.quads_for_pattern(node, None, None, None)
    return next(leading, None) is not None or _is_object(store, node)


def _is_object(store: Store, node: NamedNode) -> bool:
    return next(store.quads_for_pattern(None, None, node, None), None) is not None


def name_of(reader: GraphReader, iri: str) -> str:
    """What to call a node: its name or label, for a passage or figure its words; cut where it is long."""
    words = reader.text(iri, f"{NIF}anchorOf") or reader.text(iri, f"{KG}quantityText") or reader.name(iri)
    return words if len(words) <= _NAME_LENGTH else f"{words[:_NAME_LENGTH].rstrip()} …"


def value_of(reader: GraphReader, base: str, term: object) -> Value:
    """A term of the graph as a cell: a node by its name, a term of the vocabulary by its words."""
    from pyoxigraph import BlankNode, Literal, NamedNode

    if isinstance(term, Literal):
        web = term.value if _WEB.fullmatch(term.value) else ""
        return Value(term.value, web, external=bool(web))
    if isinstance(term, BlankNode):
        return Value("(unnamed)")
    if not isinstance(term, NamedNode):
        return Value(str(term))
    known = terms().get(term.value)
    if known:
        return Value(term_label(term.value), note=known.definition)
    if reader.about(term.value):
        return Value(name_of(reader, term.value), local_path(base, term.value))
    web = term.value if _WEB.fullmatch(term.value) else ""
    return Value(term.value, web, external=bool(web))
