"""What the reader writes beside spaCy's own annotations: claim roles, triggers, chains, by token positions.

They live in ``doc.user_data`` as plain lists, so that documents travel between processes; ``doc._`` gives
them as the values below.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, fields
from operator import attrgetter
from typing import Any

from spacy.tokens import Doc

__all__ = ["MentionMark", "RolesMark", "TriggerMark", "register"]


@dataclass(frozen=True, slots=True)
class RolesMark:
    """Who says what: rising token positions (speaker may be empty, the others not); score from 0 to 1."""

    cue: tuple[int, ...]
    speaker: tuple[int, ...]
    content: tuple[int, ...]
    score: float


@dataclass(frozen=True, slots=True)
class TriggerMark:
    """A token that denotes something that happens; ``report``: a saying; score from 0 to 1."""

    token: int
    report: bool
    score: float


@dataclass(frozen=True, slots=True)
class MentionMark:
    """A mention of a chain (singletons too), by first token, token after the last, and head token.

    score: how surely it is a mention; link: how surely it belongs to its antecedent, 1 for the first.
    """

    start: int
    end: int
    head: int
    type: str
    chain: int
    score: float
    link: float


def register() -> None:
    """Make ``doc._`` know ``word_vectors``, ``roles``, ``triggers`` and ``chains``; again does no harm."""
    Doc.set_extension("word_vectors", default=None, force=True)
    for name, kind in (("roles", RolesMark), ("triggers", TriggerMark), ("chains", MentionMark)):
        Doc.set_extension(name, getter=_Reader(name, kind), setter=_Writer(name, kind), force=True)


def _key(name: str) -> Any:
    """Where spaCy keeps a custom attribute of a document."""
    return ("._.", name, None, None)


class _Reader:
    """Gives the marks of a document; a class, so that worker processes can be handed it."""

    def __init__(self, name: str, kind: type) -> None:
        self.key, self.kind = _key(name), kind

    def __call__(self, doc: Doc) -> tuple[Any, ...]:
        rows = doc.user_data.get(self.key, ())
        return tuple(
            self.kind(*(tuple(part) if isinstance(part, (list, tuple)) else part for part in row))
            for row in rows
        )


class _Writer:
    """Stores marks in a document."""

    def __init__(self, name: str, kind: type) -> None:
        self.key, self.names = _key(name), tuple(field.name for field in fields(kind))

    def __call__(self, doc: Doc, marks: Iterable[Any]) -> None:
        parts = attrgetter(*self.names)  # dataclasses.astuple copies every number
        doc.user_data[self.key] = [list(parts(mark)) for mark in marks]
