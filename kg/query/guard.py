"""What is refused before a query runs: changes to the graph, and calls to other servers.

newskg works offline and a query only reads; both hold for queries that come from elsewhere, too.
"""

from __future__ import annotations

import re

from kg.errors import QueryError

__all__ = ["refuse_unsafe", "skeleton"]

_UPDATES = ("INSERT", "DELETE", "LOAD", "CLEAR", "DROP", "CREATE", "COPY", "MOVE", "ADD", "WITH")
_FORMS = ("SELECT", "ASK", "CONSTRUCT", "DESCRIBE")

# What is not a keyword: strings, IRIs, comments, escapes in names, variables, and names after their colon.
# A parser need not ask for a space before a keyword, so what is left may hold no SERVICE anywhere.
_OPAQUE = re.compile(
    r'''"""(?:[^"\\]|\\.|"(?!""))*"""|\'\'\'(?:[^'\\]|\\.|'(?!''))*\'\'\''''
    r"""|"(?:[^"\\\n\r]|\\.)*"|'(?:[^'\\\n\r]|\\.)*\'"""
    r"""|<[^<>"{}|^`\\\x00-\x20]*>|\#[^\n\r]*"""
    r"""|\\[_~.!$&'()*+,;=/?\#@%-]|[?$]\w+|:[\w:%][\w.:%-]*""",
    re.DOTALL,
)
_ESCAPE = re.compile(r"\\u([0-9A-Fa-f]{4})|\\U([0-9A-Fa-f]{8})")
_PROLOGUE = re.compile(r"\s*(?:PREFIX\s+[^\s:]*\s*:\s*<>|BASE\s*<>|VERSION\s*\"\")\s*", re.IGNORECASE)
_WORD = re.compile(r"\s*([A-Za-z]+)")


def refuse_unsafe(text: str) -> None:
    """Refuse a query that would change the graph or ask another server.

    Raises:
        QueryError: says which of the two, in one line.
    """
    for reading in {text, _unescaped(text)}:
        bare = skeleton(reading)
        if "SERVICE" in bare.upper():
            raise QueryError("SERVICE asks another server; newskg queries only the graph at hand")
        first = _first_word(bare)
        if first in _UPDATES:
            raise QueryError(f"{first} would change the graph; only {', '.join(_FORMS)} are answered")


def skeleton(text: str) -> str:
    """The query with strings, IRIs, comments, variables and local names emptied: its own words are left.

    >>> skeleton('SELECT * { ?s kg:cue "SERVICE" } # SERVICE')
    'SELECT * { ? kg: "" } '
    """
    return _OPAQUE.sub(_emptied, text)


def _emptied(found: re.Match[str]) -> str:
    opening = found[0][0]
    return {"#": "", "<": "<>", '"': '""', "'": "''"}.get(opening, opening)


def _unescaped(text: str) -> str:
    """The query after the replacement of code point escapes, which SPARQL does before all else."""
    return _ESCAPE.sub(lambda found: _character(int(found[1] or found[2], 16), found[0]), text)


def _character(code: int, otherwise: str) -> str:
    return chr(code) if code <= 0x10FFFF else otherwise


def _first_word(bare: str) -> str:
    position = 0
    while found := _PROLOGUE.match(bare, position):
        position = found.end()
    word = _WORD.match(bare, position)
    return word[1].upper() if word else ""
