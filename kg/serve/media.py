"""Media types: which a client may have, and which it likes best (RFC 9110, section 12.5.1)."""

from __future__ import annotations

from collections.abc import Sequence

__all__ = ["HTML", "RDF_TYPES", "RESULT_TYPES", "accepts", "choose"]

HTML = "text/html"

RESULT_TYPES = {
    "application/sparql-results+json": "json",
    "application/sparql-results+xml": "xml",
    "text/csv": "csv",
    "text/tab-separated-values": "tsv",
    "application/json": "json",
    "application/xml": "xml",
    "text/xml": "xml",
}
"""Media type -> form of the results of SELECT and ASK, best first: that is what ``*/*`` gets."""

RDF_TYPES = {
    "text/turtle": "ttl",
    "application/n-triples": "nt",
    "application/ld+json": "jsonld",
    "application/rdf+xml": "rdf",
    "text/plain": "nt",
    "application/json": "jsonld",
    "application/xml": "rdf",
    "text/xml": "rdf",
}
"""Media type -> form of triples (CONSTRUCT, DESCRIBE and the documents on a node), best first."""


def choose(accept: str, offered: Sequence[str]) -> str | None:
    """The offered media type that an Accept header likes best; of equals the first offered, None if none.

    >>> choose("text/csv;q=0.5, application/*;q=0.9", ["text/csv", "application/json"])
    'application/json'
    >>> choose("", ["text/csv", "application/json"])
    'text/csv'
    >>> choose("image/png", ["text/csv"]) is None
    True
    """
    ranges = _ranges(accept)
    weighed = [(_weight(ranges, media), media) for media in offered]
    best = max((weight for weight, _ in weighed), default=0.0)
    return next((media for weight, media in weighed if weight == best > 0), None)


def accepts(accept: str, media: str, *, above: Sequence[str] = ()) -> bool:
    """Whether a header names a media type itself, and likes it at least as much as each of the others.

    >>> accepts("text/html,*/*;q=0.8", "text/html", above=["text/turtle"])
    True
    >>> accepts("*/*", "text/html")
    False
    """
    ranges = _ranges(accept) if accept.strip() else {}
    named = ranges.get(media, 0.0)
    return named > 0 and all(named >= _weight(ranges, other) for other in above)


def _ranges(accept: str) -> dict[str, float]:
    """Media range -> weight; a missing header takes all."""
    found: dict[str, float] = {}
    for part in accept.split(",") if accept.strip() else ["*/*"]:
        media, *parameters = (piece.strip() for piece in part.split(";"))
        weights = [value[2:] for value in parameters if value[:2].lower() == "q="]
        found[media.lower()] = _number(weights[0]) if weights else 1.0
    return found


def _number(weight: str) -> float:
    try:
        return min(max(float(weight), 0.0), 1.0)
    except ValueError:
        return 0.0


def _weight(ranges: dict[str, float], media: str) -> float:
    """The weight of the most specific range that covers a media type."""
    for candidate in (media, f"{media.partition('/')[0]}/*", "*/*"):
        if candidate in ranges:
            return ranges[candidate]
    return 0.0
