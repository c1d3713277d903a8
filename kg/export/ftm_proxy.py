"""One entity of FollowTheMoney: an identifier, a schema, and lists of strings."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable
from dataclasses import dataclass

__all__ = ["Identifiers", "Proxy", "make_proxy"]

_NAMES = ("name", "alias", "peopleMentioned", "companiesMentioned", "namesMentioned")
_ADDRESSES = ("full", "location", "locationMentioned")
_TEXTS = ("summary", "description")
_LIMITS = dict.fromkeys(_NAMES, 384) | dict.fromkeys(_ADDRESSES, 250) | dict.fromkeys(_TEXTS, 65_000)
_LIMIT = 1024
"""How long a value may be, in characters; ``_LIMIT`` for those not listed."""

_SAFE = re.compile(r"[a-z0-9_/-]*[a-z0-9]")
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")


@dataclass(frozen=True, slots=True)
class Proxy:
    """An entity; ``properties`` have no empty lists and no empty strings."""

    id: str
    schema: str
    properties: dict[str, list[str]]

    def as_json(self) -> dict[str, object]:
        """The entity as its line in a file holds it."""
        return {"id": self.id, "schema": self.schema, "properties": self.properties}


def make_proxy(identifier: str, schema: str, **properties: str | Iterable[str]) -> Proxy:
    """An entity with its values cleaned: each once, sorted, no control characters, cut where too long."""
    kept: dict[str, list[str]] = {}
    for name in sorted(properties):
        given = properties[name]
        values = {_cleaned(value, name) for value in ((given,) if isinstance(given, str) else given)}
        if found := sorted(values - {""}):
            kept[name] = found
    if "name" in properties and "name" not in kept:
        # nothing visible is left of it, but the schemata ask for one
        kept["name"] = [identifier]
    return Proxy(identifier, schema, kept)


def _cleaned(value: str, name: str) -> str:
    limit = _LIMITS.get(name, _LIMIT)
    text = _CONTROL.sub(" ", value)
    # only running text keeps its lines
    text = text.strip() if name in _TEXTS else " ".join(text.split())
    return text if len(text) <= limit else text[: limit - 1].rstrip() + "…"


class Identifiers:
    """Identifiers for IRIs, the same in each export: what follows the base, with dashes and dots.

    >>> Identifiers("https://kg.example/").of("https://kg.example/entity/anon-1f_9")
    'newskg-entity-anon-1f.9'
    """

    def __init__(self, base: str) -> None:
        self._base = base

    def of(self, *iris: str) -> str:
        """The identifier of a thing, or of the link of several things."""
        local = iris[0].removeprefix(self._base)
        if len(iris) == 1 and local != iris[0] and _SAFE.fullmatch(local) and len(local) < 150:
            return "newskg-" + local.replace("/", "-").replace("_", ".")
        return "newskg-" + hashlib.sha256("\n".join(iris).encode()).hexdigest()[:32]
