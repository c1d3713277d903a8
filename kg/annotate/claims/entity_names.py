"""The names that the reader marked, where a speaker's phrase stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.annotate.claims.attributed import Scene

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens
    from spacy.tokens import Token

__all__ = ["PERSON_LABELS", "described", "entity_of", "entity_range", "labelled_as"]

PERSON_LABELS = frozenset({"PERSON", "PER"})


def entity_range(token: Token) -> tuple[int, int]:
    """First token and the one after the last of the name around a token, or of the token alone."""
    entity = entity_of(token)
    return (entity.start, entity.end) if entity is not None else (token.i, token.i + 1)


def entity_of(token: Token) -> Tokens | None:
    """The whole name that a token stands in, if any."""
    if not token.ent_type_:
        return None
    start, end, doc = token.i, token.i + 1, token.doc
    while start > 0 and doc[start].ent_iob_ == "I":
        start -= 1
    while end < len(doc) and doc[end].ent_iob_ == "I":
        end += 1
    found: Tokens = doc[start:end]
    return found


def described(scene: Scene, start: int, end: int) -> Tokens | None:
    """The name before a description between commas ("Harbour Watch (HW), an association, said")."""
    opened = start > scene.bounds[start][0] + 1 and scene.lowers[start - 1] == ","
    if not opened or scene.lowers[end : end + 1] != [","] or scene.lowers[start] not in {"a", "an", "the"}:
        return None
    at = start - 2
    if scene.lowers[at] == ")":
        at = next((i - 1 for i in range(at, scene.bounds[start][0], -1) if scene.lowers[i] == "("), at)
    name = entity_of(scene.tokens[at])
    if name is None or not labelled_as(name, PERSON_LABELS | {"ORG"}) or name.end != at + 1:
        return None
    first = name.start - 1 if name.start and scene.lowers[name.start - 1] == "the" else name.start
    before = scene.lowers[first - 1] if first > scene.bounds[start][0] else ""
    return name if before in {"", ",", "but", "and", ";"} else None


def labelled_as(name: Tokens, labels: frozenset[str]) -> bool:
    """Whether a name has one of these labels."""
    return name[0].ent_type_ in labels
