"""Answers SPARQL queries: from a query's text to the bytes of the media type asked for, within limits."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

from kg.errors import QueryError
from kg.query.guard import refuse_unsafe, skeleton
from kg.query.run import bind
from kg.serve.answer import Answer, RefusalError
from kg.serve.media import RDF_TYPES, RESULT_TYPES, choose
from kg.serve.triples import write_triples

if TYPE_CHECKING:
    import pyoxigraph as ox

__all__ = ["Limits", "SparqlRequest", "answer_query", "has_named_graphs"]

_BYTES_A_ROW = 640
_CAUSE_LENGTH = 200
_DATASET = re.compile(r"\bFROM\b(?!:)", re.IGNORECASE)
_QUOTED = re.compile(rb'"[^"]*"')
# What a parser expects is listed with ranges of characters; the words and signs among it are what helps.
_EXPECTED = re.compile(r"\[[^\[\]]*\]|one of")


@dataclass(frozen=True, slots=True)
class Limits:
    """What one query may take.

    rows: solutions or triples of an answer. seconds: from the moment a worker starts on it.
    """

    rows: int = 100_000
    seconds: float = 30.0

    @property
    def size(self) -> int:
        """Bytes of an answer; a bound on the memory that it takes while it is made."""
        return max(_BYTES_A_ROW * self.rows, 1 << 24)


@dataclass(frozen=True, slots=True)
class SparqlRequest:
    """A query operation of the SPARQL 1.1 Protocol.

    default_graphs, named_graphs: the dataset by IRIs; both empty where the request names none.
    accept: the Accept header.
    """

    text: str
    default_graphs: tuple[str, ...] = ()
    named_graphs: tuple[str, ...] = ()
    accept: str = ""


class _Bounded:
    """A file in memory that refuses to grow beyond a size."""

    def __init__(self, limits: Limits) -> None:
        self.parts: list[bytes] = []
        self._left = limits.size

    def write(self, piece: bytes) -> int:
        self._left -= len(piece)
        if self._left < 0:
            raise OverflowError
        self.parts.append(bytes(piece))
        return len(piece)

    def flush(self) -> None:
        """Nothing waits to be written."""


def answer_query(
    store: ox.Store, request: SparqlRequest, *, prefixes: dict[str, str], limits: Limits
) -> Answer:
    """Run a query that only reads.

    Raises:
        RefusalError: 400 if it does not parse, would change the graph or asks another server; 406 if no media
            type suits; 422 if the answer is too large; 500 if the engine fails.
    """
    import pyoxigraph as ox

    found = _start(store, request, prefixes)
    try:
        if isinstance(found, ox.QueryTriples):
            media = _chosen(request.accept, RDF_TYPES)
            return _triples(found, media, prefixes, limits)
        return _solutions(found, _chosen(request.accept, RESULT_TYPES), limits)
    except OverflowError:
        raise RefusalError(422, _too_large(f"{limits.size >> 20} MiB")) from None
    except (OSError, ValueError) as error:
        raise RefusalError(500, f"the query failed: {error}") from error


def has_named_graphs(store: ox.Store) -> bool:
    """Whether reading all graphs as one is needed, which makes joins a fifth slower (measured)."""
    return next(iter(store.named_graphs()), None) is not None


def _start(
    store: ox.Store, request: SparqlRequest, prefixes: dict[str, str]
) -> ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples:
    import pyoxigraph as ox

    try:
        refuse_unsafe(request.text)
        named = request.default_graphs or request.named_graphs
        # most queries do not even hold the word
        chosen = bool(_DATASET.search(request.text) and _DATASET.search(skeleton(request.text)))
        return store.query(
            bind(request.text, {}),
            prefixes=prefixes,
            # without a dataset in the request or the query, all graphs are read as one
            use_default_graph_as_union=not named and not chosen and has_named_graphs(store),
            default_graph=[ox.NamedNode(iri) for iri in request.default_graphs] if named else None,
            named_graphs=[ox.NamedNode(iri) for iri in request.named_graphs] if named else None,
        )
    except QueryError as error:
        raise RefusalError(400, str(error)) from error
    except SyntaxError as error:
        raise RefusalError(400, f"the query does not parse: {_readable(error.msg or '')}") from error
    except ValueError as error:
        raise RefusalError(400, f"the dataset is not named by IRIs: {error}") from error
    except OSError as error:
        raise RefusalError(500, f"the query failed: {error}") from error


def _chosen(accept: str, offered: dict[str, str]) -> str:
    media = choose(accept, list(offered))
    if media is None:
        raise RefusalError(406, f"this answer can be had as {', '.join(offered)}")
    return media


def _solutions(found: ox.QuerySolutions | ox.QueryBoolean, media: str, limits: Limits) -> Answer:
    import pyoxigraph as ox

    forms = {
        "json": ox.QueryResultsFormat.JSON,
        "xml": ox.QueryResultsFormat.XML,
        "csv": ox.QueryResultsFormat.CSV,
        "tsv": ox.QueryResultsFormat.TSV,
    }
    output = _Bounded(limits)
    found.serialize(output=output, format=forms[RESULT_TYPES[media]])  # type: ignore[arg-type]
    body = b"".join(output.parts)
    # a row is at least one byte, so that few bytes need no counting
    if len(body) > limits.rows and _rows(body, RESULT_TYPES[media], limits.rows) > limits.rows:
        raise RefusalError(422, _too_large(f"{limits.rows:,} rows"))
    return Answer(200, _with_charset(media), body)


def _rows(body: bytes, form: str, enough: int) -> int:
    """Solutions in serialized results, counted to one above ``enough``."""
    import pyoxigraph as ox

    if form == "csv":
        return _QUOTED.sub(b"", body).count(b"\r\n") - 1
    forms = {
        "json": ox.QueryResultsFormat.JSON,
        "xml": ox.QueryResultsFormat.XML,
        "tsv": ox.QueryResultsFormat.TSV,
    }
    parsed = ox.parse_query_results(body, format=forms[form])
    return 1 if isinstance(parsed, ox.QueryBoolean) else _count(parsed, enough)


def _count(rows: Iterable[object], enough: int) -> int:
    return sum(1 for _ in islice(rows, enough + 1))


def _triples(found: ox.QueryTriples, media: str, prefixes: dict[str, str], limits: Limits) -> Answer:
    triples: Sequence[ox.Triple] = list(islice(found, limits.rows + 1))
    if len(triples) > limits.rows:
        raise RefusalError(422, _too_large(f"{limits.rows:,} triples"))
    body = write_triples(triples, RDF_TYPES[media], prefixes)
    if len(body) > limits.size:
        raise OverflowError
    return Answer(200, _with_charset(media), body)


def _with_charset(media: str) -> str:
    return f"{media}; charset=utf-8" if media.startswith("text/") else media


def _too_large(what: str) -> str:
    return f"the answer has more than {what}: ask for less, or for parts with ORDER BY, LIMIT and OFFSET"


def _readable(message: str) -> str:
    """A parser's message without lists of character ranges, on one line.

    >>> _readable("error at 1:9: expected one of '{', ['a' ..= 'z'], [_]")
    "error at 1:9: expected '{'"
    """
    words = " ".join(_EXPECTED.sub("", message).split())
    pieces = [piece.strip() for piece in words.split(", ")]
    return ", ".join(dict.fromkeys(piece for piece in pieces if piece))[:_CAUSE_LENGTH].rstrip(" ,:")
