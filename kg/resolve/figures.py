"""Figures that can be compared: numeric ranges, and what exactly they count."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from kg.model import Quantity
from kg.resolve.names import normal
from kg.resolve.wordlists import words

__all__ = ["Figure", "figure_of"]

#: Measures that count people; of others only figures in the very same words are compared.
PEOPLE_MEASURES = frozenset({"Deaths", "Injuries", "Arrests", "Participants", "Displaced"})
#: Nouns that leave it to the measure who is counted.
PEOPLE_WORDS = words(
    """
    people person persons individual individuals victim victims death deaths dead killed fatality
    fatalities life lives injured wounded injuries arrests arrested detained detainees detentions
    arrestees participants displaced casualties human humans beings being
    """
)
#: Words beside the noun that do not make it fewer.
LIGHT_WORDS = words(
    """
    the a an of all total estimated reported confirmed peaceful innocent unarmed were was have has been
    are is had in
    """
)
#: Words that make it a part of another count: such figures are compared with none.
PART_WORDS = words("other others more additional another further remaining including among half some several")
_HEAD_END = re.compile(r"\b(?:from|at|on|during|since|by|who|that|which|across|after|between)\b.*", re.DOTALL)
#: Bounds of "about": a tenth to either side.
ABOUT = (Decimal("0.9"), Decimal("1.1"))
_INFINITY = Decimal("Infinity")


@dataclass(frozen=True, slots=True)
class Figure:
    """A range of numbers of one measure and scope. exact: the value as printed, where there is one."""

    measure: str
    scope: str
    low: Decimal
    high: Decimal
    value: Decimal | None
    modifier: str

    def meets(self, other: Figure) -> bool:
        """Whether a number lies in both ranges."""
        return self.low <= other.high and other.low <= self.high

    def equals(self, other: Figure) -> bool:
        """Whether both give the same figure: an equal value, not one from above and one from below."""
        if {self.is_upper, other.is_upper} == {True, False} and {self.is_lower, other.is_lower} == {
            True,
            False,
        }:
            return False
        same_range = (self.low, self.high) == (other.low, other.high)
        return same_range or (self.value is not None and self.value == other.value)

    @property
    def is_upper(self) -> bool:
        """Whether only a ceiling is given."""
        return self.modifier in ("AtMost", "LessThan")

    @property
    def is_lower(self) -> bool:
        """Whether only a floor is given."""
        return self.modifier in ("AtLeast", "MoreThan")


def figure_of(quantity: Quantity, text: str, people: frozenset[str] = frozenset()) -> Figure | None:
    """The range that a quantity gives, None where it is vague or a part of another count.

    ``people``: words for those whom the event befell ("protesters" of "killing of protesters"); as nouns they
    leave the scope to the event.
    """
    bounds = _bounds(quantity)
    nouns = normal(_HEAD_END.sub("", _around_number(quantity, text).casefold())).split(" ")
    if bounds is None or set(nouns) & PART_WORDS:
        return None
    told = [word for word in nouns if word and word not in LIGHT_WORDS]
    if quantity.measure in PEOPLE_MEASURES:
        scope = " ".join(word for word in told if word not in PEOPLE_WORDS and word not in people)
    elif quantity.measure == "OtherMeasure" and not told:
        return None
    else:
        scope = " ".join(told)
    return Figure(quantity.measure, scope, *bounds, quantity.value, quantity.modifier)


def _around_number(quantity: Quantity, text: str) -> str:
    """The quantity's words without the number and its modifier."""
    before = text[quantity.span.start : max(quantity.span.start, quantity.number.start)]
    return f"{before} {text[quantity.number.end : quantity.span.end]}".strip()


def _bounds(quantity: Quantity) -> tuple[Decimal, Decimal] | None:
    value, zero = quantity.value, Decimal(0)
    if quantity.modifier == "Between":
        low, high = quantity.minimum, quantity.maximum
        return (low, high) if low is not None and high is not None and low <= high else None
    if value is None or not value.is_finite():
        return None
    if quantity.modifier == "Approximately":
        return (ABOUT[0] * value, ABOUT[1] * value)
    if quantity.modifier in ("AtLeast", "MoreThan"):
        return (value, _INFINITY)
    if quantity.modifier in ("AtMost", "LessThan"):
        return (zero, value)
    return (value, value) if quantity.modifier == "Exactly" else None
