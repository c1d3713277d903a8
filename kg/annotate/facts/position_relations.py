"""What a position in an organization states: leading it, working for it, belonging to it."""

from __future__ import annotations

from kg.annotate.facts.position_titles import BEATS, Title
from kg.annotate.names.titles import LEADER_NOUNS, MEMBER_NOUNS, WORKER_NOUNS

__all__ = ["relation_of"]

_LEADER_MODIFIERS = frozenset(
    {"executive", "managing", "general", "acting", "supreme", "founding", "interim", "chief", "national",
     "current", "new", "former", "first", "director", "secretary", "president", "elect", "-", "ex",
     "longtime", "opposition", "spiritual", "party", "group", "officer"}
)  # fmt: skip
"""Words beside which a leader's noun still means the whole organization ("managing director")."""

_PARTISANS = frozenset({"republican", "republicans", "democratic", "democrat", "democrats", "tory"})
"""Words for a party that tell a wing and no office in it."""

_PARLIAMENTARY = frozenset({"majority", "minority"})
_FOUNDERS = frozenset({"founder", "cofounder", "co-founder"})
_ADVISERS = frozenset({"adviser", "advisor", "consultant", "lawyer", "attorney"})
_CANDIDATES = frozenset({"candidate", "nominee", "contender"})


def relation_of(head: str, title: Title) -> str:
    """The predicate between the person and the organization that the position is held in, or ""."""
    others = {word.casefold() for word in title.words.replace("-", " - ").split()} - {head}
    beside = title.preposition == "compound"
    organization = title.organization.mention if title.organization is not None else None
    if organization is None or title.preposition == "in":
        return ""
    if organization.name.casefold() in _PARTISANS or _PARLIAMENTARY & set(
        organization.name.casefold().split()
    ):
        return ""
    if {"vice", "deputy", "assistant", "associate"} & others:
        return "worksFor"
    if head in _FOUNDERS:
        return "founderOf" if title.preposition == "of" or beside else ""
    if head in LEADER_NOUNS or (
        head in {"executive", "officer"} and {"chief", "executive"} <= others | {head}
    ):
        return _leader(others, whole=title.preposition == "of" or beside)
    if head in BEATS and beside and organization.subtype != "NewsMediaOrganization":
        return ""
    if head in WORKER_NOUNS:
        return "worksFor"
    if head in MEMBER_NOUNS:
        return "memberOf"
    if head in _CANDIDATES and "party" in organization.name.casefold().split():
        return "affiliatedWith"
    return "affiliatedWith" if head in _ADVISERS else ""


def _leader(others: set[str], *, whole: bool) -> str:
    """What a leader's noun states: of the whole ("president of Y"), or of a part ("its sales director")."""
    if _PARLIAMENTARY & others:
        return "memberOf"
    return "leaderOf" if whole and others <= _LEADER_MODIFIERS else "worksFor"
