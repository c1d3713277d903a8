"""Standoff JSON lines: one object an article, beside the articles' files.

``id`` is the file's name without its ending. ``entities`` have ``start, end, type, kind, chain``, ``claims``
have ``speaker, cue, content`` as lists of ``[start, end]``; offsets are code points into the file, end
exclusive.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from kg.errors import GoldError
from kg.evaluate.gold.source import Gold, broken, numbered_lines

__all__ = ["read_rows", "read_standoff"]

Row = Mapping[str, Any]

_FOLDERS = ("articles", ".")
_ENDINGS = (".txt", ".md")
_ROLES = ("speaker", "cue", "content")


def read_standoff(path: Path) -> Gold:
    """Read a file of rows, or the ``gold.jsonl`` of a folder.

    Raises:
        GoldError: there is no such file, or a line is no row.
    """
    file = path / "gold.jsonl" if path.is_dir() else path
    rows = read_rows(file)
    if not rows:
        raise GoldError(f"{file}: holds no article")
    files = {str(row["id"]): found for row in rows if (found := _article(file.parent, str(row["id"])))}
    return Gold("standoff", _layers(rows), tuple(rows), files)


def read_rows(path: Path) -> list[Row]:
    """Read rows that ``kg annotate`` wrote, or gold ones.

    Raises:
        GoldError: the file cannot be read, or a line is no row.
    """
    rows = []
    for number, line in numbered_lines(path):
        if line.strip():
            rows.append(_row(line, path, number))
    return rows


def _row(line: str, path: Path, number: int) -> Row:
    try:
        row = json.loads(line)
    except ValueError as error:
        raise broken(path, number, f"is not JSON ({error})") from error
    if not isinstance(row, dict) or not isinstance(row.get("id"), str):
        raise broken(path, number, "is not an object with an 'id'")
    for fault in _faults(row):
        raise broken(path, number, fault)
    return row


def _faults(row: Row) -> Iterator[str]:
    """What is wrong with a row, in words."""
    for key in ("entities", "claims"):
        items = row.get(key, [])
        if not isinstance(items, list) or not all(isinstance(item, dict) for item in items):
            yield f"{key!r} is not a list of objects"
            return
    for mention in row.get("entities", []):
        if not _is_span([mention.get("start"), mention.get("end")]) or "type" not in mention:
            yield f"an entity without 'start', 'end' and 'type': {str(mention)[:80]}"
    for claim in row.get("claims", []):
        for role in _ROLES:
            spans = claim.get(role) or []
            if not isinstance(spans, list) or not all(map(_is_span, spans)):
                yield f"the {role} of a claim is not a list of [start, end]: {str(spans)[:80]}"


def _is_span(pair: object) -> bool:
    return (
        isinstance(pair, Sequence)
        and len(pair) == 2
        and all(isinstance(offset, int) for offset in pair)
        and 0 <= pair[0] <= pair[1]
    )


def _article(folder: Path, name: str) -> Path | None:
    candidates = (folder / part / f"{name}{ending}" for part in _FOLDERS for ending in _ENDINGS)
    return next((path for path in candidates if path.is_file()), None)


def _layers(rows: Sequence[Row]) -> tuple[str, ...]:
    mentions = [mention for row in rows for mention in row.get("entities", [])]
    named = any("score_types" in row for row in rows) or any(
        mention.get("kind", "name") == "name" for mention in mentions
    )
    chained = any(mention.get("chain") is not None for mention in mentions)
    has = {
        "entities": named,
        "claims": any("claims" in row for row in rows),
        "chains": chained,
        "coreference": chained,
    }
    return tuple(layer for layer, there in has.items() if there)
