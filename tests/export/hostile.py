"""A graph in which every literal that a reader may see tries to run code or to break out of its place."""

from __future__ import annotations

from pathlib import Path

from pyoxigraph import Literal, Quad, RdfFormat, Store

__all__ = ["PAYLOADS", "harbour", "hostile"]

HARBOUR = Path(__file__).parent / "graphs" / "harbour.ttl"

PAYLOADS = (
    "</script><script>window.ran = 1</script>",
    '<img src=x onerror="window.ran = 1">',
    '<a href="javascript:window.ran = 1">href</a>',
    '"><svg onload=window.ran=1>',
    "'\"`;window.ran=1//",
    "{{ 7 * 7 }}{% raw %}${window.ran = 1}",
    "<!--<script>window.ran = 1</script>",
    "\u202eevil\u202c \u05e9\u05dc\u05d5\u05dd 🔥\u2028\u2029",
)

KEPT = ("#integer", "#decimal", "#date", "#boolean")
"""Datatypes whose values stay as they are: numbers, days and truth carry no words."""


def harbour() -> Store:
    """The plain graph: a fire, a port, a union, three claims."""
    store = Store()
    store.load(path=str(HARBOUR), format=RdfFormat.TURTLE)
    return store


def hostile(graph: Store | None = None) -> Store:
    """A graph (the same one) with a payload added to every literal of words, sentences and headlines too."""
    store = Store()
    for number, quad in enumerate(sorted(graph or harbour(), key=str)):
        value = quad.object
        if isinstance(value, Literal) and not value.datatype.value.endswith(KEPT):
            words = f"{value.value} {PAYLOADS[number % len(PAYLOADS)]}"
            value = Literal(words, language=value.language) if value.language else Literal(words)
        store.add(Quad(quad.subject, quad.predicate, value, quad.graph_name))
    return store
