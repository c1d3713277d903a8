"""Reads requests of the SPARQL 1.1 Protocol: the query operation by GET, by form and by body."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import parse_qs

from kg.serve.answer import RefusalError

if TYPE_CHECKING:
    from starlette.requests import Request

__all__ = ["BODY_LIMIT", "POSTED", "read_body", "sparql_parameters"]

BODY_LIMIT = 1 << 20
"""Bytes of a request's body."""
_QUERY_BODY, _UPDATE_BODY = "application/sparql-query", "application/sparql-update"
_FORM = "application/x-www-form-urlencoded"
POSTED = (_QUERY_BODY, _FORM)
"""Media types in which a query can be posted."""
_FIELDS = 200
_READ_ONLY = "this endpoint only reads: SPARQL Update is not answered"


async def sparql_parameters(request: Request) -> dict[str, list[str]] | None:
    """The parameters of a query operation, ``query`` among them exactly once; None if a GET has none.

    Raises:
        RefusalError: what the request lacks or has too much of.
    """
    found = _fields(_text(request.scope["query_string"]))
    if request.method == "POST":
        found = await _posted(request, found)
    elif "query" not in found and "update" not in found:
        return None
    if "update" in found:
        raise RefusalError(403, _READ_ONLY)
    if len(found.get("query", [])) != 1:
        raise RefusalError(400, f"one query is needed, not {len(found.get('query', []))}")
    return found


async def _posted(request: Request, in_url: dict[str, list[str]]) -> dict[str, list[str]]:
    media = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if media == _UPDATE_BODY:
        raise RefusalError(403, _READ_ONLY)
    if media not in POSTED:
        raise RefusalError(
            415, f"a query is posted as {' or '.join(POSTED)}, not as {media or 'no media type'}"
        )
    body = _text(await read_body(request))
    if media == _FORM:
        return _fields(body)
    if "query" in in_url:
        raise RefusalError(400, "one query is needed: it stands in the address and in the body")
    return in_url | {"query": [body]}


async def read_body(request: Request) -> bytes:
    """The body of a request.

    Raises:
        RefusalError: 413 if it is larger than a query can reasonably be.
    """
    parts, size = [], 0
    async for part in request.stream():
        size += len(part)
        if size > BODY_LIMIT:
            raise RefusalError(413, f"the query is longer than {BODY_LIMIT:,} bytes")
        parts.append(part)
    return b"".join(parts)


def _text(body: bytes) -> str:
    try:
        return body.decode("utf-8")
    except UnicodeDecodeError as error:
        raise RefusalError(400, f"the request is not UTF-8: {error}") from error


def _fields(encoded: str) -> dict[str, list[str]]:
    try:
        return parse_qs(encoded, keep_blank_values=True, errors="strict", max_num_fields=_FIELDS)
    except ValueError as error:
        raise RefusalError(400, f"the request cannot be read: {error}") from error
