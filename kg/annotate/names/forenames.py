"""Forenames that tell he from she."""

from __future__ import annotations

from functools import cache
from importlib import resources

__all__ = ["gender_of_forename"]


def gender_of_forename(forename: str) -> str:
    """``male``, ``female``, or "" where the name is not listed or given to both.

    >>> gender_of_forename("Ingrid"), gender_of_forename("Taylor")
    ('female', '')
    """
    return _table().get(forename, "")


@cache
def _table() -> dict[str, str]:
    text = (resources.files("kg.annotate.names") / "data" / "forenames.tsv").read_text(encoding="utf-8")
    table: dict[str, str] = {}
    for line in text.splitlines():
        if line.startswith("#"):
            continue
        gender, names = line.split("\t")
        for name in names.split():
            table[name] = gender if table.get(name, gender) == gender else ""
    return table
