"""What each kind of fact can hold between: a statement that breaks its rule is an error of reading."""

from __future__ import annotations

from dataclasses import dataclass

from kg.model import Entity

__all__ = ["EVENT_ROLES", "is_sound"]

_PEOPLE = frozenset({"Person", "AnonymousSource"})
_BODIES = frozenset({"Organization"})
_ACTORS = frozenset({"Person", "Organization", "Group", "AnonymousSource", "Place"})
_PERSON = frozenset({"Person"})
_PLACE = frozenset({"Place"})
#: Roles of events: predicate -> field of kg.model.Event and ResolvedEvent.
EVENT_ROLES = {"agent": "agents", "patient": "patients", "organizer": "organizers"}
_EVENT = frozenset({"Event"})
_THINGS = _ACTORS | {"Other"}
_LITERAL = frozenset({"Literal"})

#: predicate -> types of the subject, types of the object.
_RULES = {
    "memberOf": (_PEOPLE | _BODIES | {"Group"}, _BODIES),
    "leaderOf": (_PEOPLE, _BODIES),
    "worksFor": (_PEOPLE | {"Group"}, _BODIES),
    "affiliatedWith": (_PEOPLE | _BODIES | {"Group"}, _BODIES | {"Person", "Place"}),
    "partOf": (_BODIES, _BODIES),
    "founderOf": (_PEOPLE | _BODIES, _BODIES),
    "spouseOf": (_PERSON, _PERSON),
    "relativeOf": (_PERSON, _PERSON),
    "locatedIn": (_BODIES | _PLACE | _EVENT, _PLACE),
    "bornIn": (_PERSON, _PLACE),
    "nationality": (_PERSON, _PLACE),
    "alliedWith": (_ACTORS, _ACTORS),
    "opposes": (_ACTORS, _ACTORS),
    "position": (_PERSON, _LITERAL),
    "agent": (_EVENT, _THINGS),
    "patient": (_EVENT, _THINGS),
    "organizer": (_EVENT, _THINGS),
    "participant": (_EVENT, _THINGS),
}


@dataclass(frozen=True, slots=True)
class _Side:
    type: str
    subtype: str


def is_sound(predicate: str, subject: Entity | None, value: Entity | None, *, literal: bool) -> bool:
    """Whether the predicate can hold between these; None stands for an event. Unknown predicates cannot."""
    rule = _RULES.get(predicate)
    if rule is None:
        return False
    left, right = _side(subject), _Side("Literal", "") if literal else _side(value)
    if predicate == "nationality" and right.subtype != "Country":
        return False
    return left.type in rule[0] and right.type in rule[1]


def _side(entity: Entity | None) -> _Side:
    return _Side("Event", "") if entity is None else _Side(entity.type, entity.subtype)
