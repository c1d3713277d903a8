"""What a check found."""

from __future__ import annotations

from dataclasses import dataclass

from kg.vocabulary import curie

__all__ = ["Finding"]


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """A node that breaks a rule.

    node: its IRI (or blank node). path: IRI of the property concerned, or "". value: the value concerned,
    as N-Triples writes it, or "". message: what is wrong, in words. severity: ``violation``, ``warning`` or
    ``info``. rule: local name of the shape, or name of the rule's file.
    """

    node: str
    path: str
    value: str
    message: str
    severity: str
    rule: str

    def __str__(self) -> str:
        """One line: the node, the property with its value, and what is wrong."""
        where = " ".join(part for part in (self.node, curie(self.path), _shortened(self.value)) if part)
        return f"{where}: {self.message} [{self.rule}]"


_SHOWN = 80


def _shortened(value: str) -> str:
    line = " ".join(value.split())
    return line if len(line) <= _SHOWN else f"{line[:_SHOWN]}…"
