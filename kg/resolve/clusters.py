"""Union-find over units: joins that are judged one by one, and refused where they would glue two things."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kg.model import Decision
from kg.resolve.compare import Score
from kg.resolve.names import agree, is_lone
from kg.resolve.units import Unit

__all__ = ["Clusters"]


class Clusters:
    """Sets of units that are one thing, with the decision behind every join.

    A set never holds two full names of persons that cannot be one, nor two types of things.
    """

    def __init__(self, units: Sequence[Unit]) -> None:
        self.units = units
        self.decisions: list[Decision] = []
        self._parents = list(range(len(units)))
        self._members: dict[int, list[int]] = {i: [i] for i in self._parents}
        self._families = [_families(unit) for unit in units]
        self._forms = [_person_forms(unit) for unit in units]

    def root(self, unit: int) -> int:
        """The unit that stands for the set (its earliest)."""
        while self._parents[unit] != unit:
            self._parents[unit] = self._parents[self._parents[unit]]
            unit = self._parents[unit]
        return unit

    def members(self, unit: int) -> tuple[int, ...]:
        """All units of the set that holds this one, earliest first."""
        return tuple(sorted(self._members[self.root(unit)]))

    def sets(self) -> Iterator[tuple[int, ...]]:
        """All sets, by their earliest unit."""
        return (tuple(sorted(self._members[root])) for root in sorted(self._members))

    def can_join(self, left: int, right: int) -> bool:
        """Whether no name or type of the one set speaks against the other."""
        a, b = self.root(left), self.root(right)
        if len(self._families[a] | self._families[b]) > 1:
            return False
        ours, theirs = self._forms[a], self._forms[b]
        return all(agree(x, y) for x in ours - theirs for y in theirs)

    def join(self, left: int, right: int, rule: str, score: Score) -> bool:
        """Make the two sets one, unless something speaks against it; whether they are one now."""
        a, b = sorted((self.root(left), self.root(right)))
        if a == b:
            return True
        if not self.can_join(a, b):
            return False
        self._parents[b] = a
        self._members[a] += self._members.pop(b)
        self._families[a] |= self._families[b]
        self._forms[a] |= self._forms[b]
        self.decisions.append(
            Decision(
                self._title(min(left, right)),
                self._title(max(left, right)),
                rule,
                score.reason,
                round(score.value, 4),
            )
        )
        return True

    def _title(self, number: int) -> str:
        unit = self.units[number]
        return f"{unit.names[0][:200]} ({unit.document})"


def _families(unit: Unit) -> frozenset[str]:
    return frozenset({unit.family} - {"Other"})


def _person_forms(unit: Unit) -> frozenset[str]:
    return frozenset(form for form in unit.full if unit.type == "Person" and not is_lone(form))
