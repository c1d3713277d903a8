"""What a push has to do, as parts that are one request each."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kg.push.lines import Lines
from kg.push.state import digest_of

__all__ = ["Part", "Plan", "make_plan"]

_FIRST = 100
"""Triples of the first part: a store that asks for a log-in only then has not to be sent much in vain."""


@dataclass(frozen=True, slots=True)
class Part:
    """One request: verb is ``put``, ``add`` or ``remove``."""

    verb: str
    lines: Lines


@dataclass(frozen=True, slots=True)
class Plan:
    """What is taken away, and then what is put or added.

    replaces: whether the graph is emptied first. name: names the plan, so that a push that broke off goes
    on only with the same one.
    """

    removed: Lines
    added: Lines
    replaces: bool

    @property
    def name(self) -> str:
        """Digest of everything that the plan does."""
        return digest_of([b"%d" % self.replaces, b"\n".join(self.removed), b"\n".join(self.added)])

    @property
    def size(self) -> int:
        """Triples that are sent."""
        return len(self.removed) + len(self.added)

    def parts(self, size: int) -> Iterator[Part]:
        """The requests in order, the first a small one and the others of at most ``size`` triples."""
        first = "put" if self.replaces else "add"
        for verb, lines in (("remove", self.removed), (first, self.added)):
            for number, piece in enumerate(_pieces(lines, size)):
                yield Part("add" if verb == "put" and number else verb, piece)
        if self.replaces and not self.added:
            yield Part("put", ())


def make_plan(lines: Lines, *, pushed: Lines | None, replaces: bool) -> Plan:
    """The plan that brings a graph to a store.

    Args:
        lines: the graph.
        pushed: what the store holds of an earlier push, None where nothing is known to be there.
        replaces: whether the store's graph is to hold nothing else.
    """
    if replaces or pushed is None:
        return Plan((), lines, replaces)
    before, now = set(pushed), set(lines)
    return Plan(
        tuple(line for line in pushed if line not in now),
        tuple(line for line in lines if line not in before),
        replaces=False,
    )


def _pieces(lines: Lines, size: int) -> Iterator[Lines]:
    if lines:
        yield lines[:_FIRST]
    for start in range(_FIRST, len(lines), size):
        yield lines[start : start + size]
