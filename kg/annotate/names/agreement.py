"""Whether a phrase agrees in type, gender and number with what it is said to stand for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.annotate.names.nominals import type_of_nominal
from kg.annotate.names.titles import FEMALE_WORDS, MALE_WORDS

if TYPE_CHECKING:
    from spacy.tokens import Token

    from kg.annotate.names.phrases import Phrase

__all__ = [
    "FIRST_PERSON",
    "Referent",
    "agrees",
    "family",
    "gender_of_word",
    "is_definite",
    "told_by",
]

FIRST_PERSON = frozenset({"i", "me", "my", "mine", "myself"})
_HE = frozenset({"he", "him", "his", "himself"})
_SHE = frozenset({"she", "her", "hers", "herself"})
_IT = frozenset({"it", "its", "itself"})
_THEY = frozenset(
    {"they", "them", "their", "theirs", "themselves", "we", "us", "our", "ours", "ourselves"}
)  # fmt: skip
_DEFINITE = frozenset({"the", "this", "that", "these", "those"})
_OWNERS = frozenset({"my", "our", "his", "her", "its", "their"})
_POSSESSIVE = frozenset({"nmod:poss", "poss"})
_PLURAL_TAGS = frozenset({"NNS", "NNPS"})
_FAMILIES = {
    "Person": frozenset({"person"}),
    "Organization": frozenset({"organization", "place"}),
    "Place": frozenset({"place", "organization"}),
    "Group": frozenset({"person", "organization"}),
    "Event": frozenset({"event", "abstract", "time"}),
}
"""What the network calls things of our types; a country is a place or who governs it."""


@dataclass(frozen=True, slots=True)
class Referent:
    """What a phrase may stand for: type as of mentions; ``male``, ``female`` or ""; whether several."""

    type: str
    gender: str = ""
    plural: bool = False


def family(label: str, kind: str) -> bool:
    """Whether the network's type ("" if it gave none) may be of this type of mention."""
    named = {"person", "organization", "place", "event"}
    return not label or label in _FAMILIES.get(kind, frozenset({label} - named))


def gender_of_word(word: str) -> str:
    """``male`` or ``female`` for "he", "spokeswoman", "father"; else ""."""
    return "male" if word in MALE_WORDS else "female" if word in FEMALE_WORDS else ""


def is_definite(phrase: Phrase) -> bool:
    """Whether the phrase takes up something known: "the group", "his lawyer", "Reed's lawyer"."""
    first = phrase.doc[phrase.start]
    owned = any(
        child.dep_ in {"nmod:poss", "poss"} and child.i < phrase.head.i for child in phrase.head.children
    )
    return first.lower_ in _DEFINITE | _OWNERS or owned


def told_by(phrase: Phrase) -> Referent:
    """What a noun phrase by itself tells of what it stands for."""
    head = phrase.head
    plural = _is_plural(head) or phrase.several
    return Referent(type_of_nominal(head), gender_of_word(head.lower_), plural=plural)


def agrees(phrase: Phrase, referent: Referent) -> bool:
    """Whether nothing in the phrase speaks against standing for the referent."""
    if phrase.several and not referent.plural:
        return False
    if phrase.kind == "pronoun":
        return _pronoun_agrees(phrase, referent)
    return _nominal_agrees(phrase, referent)


def _pronoun_agrees(phrase: Phrase, referent: Referent) -> bool:
    word = phrase.head.lower_
    if word in _HE | _SHE:
        gender = "male" if word in _HE else "female"
        return referent.type == "Person" and not referent.plural and referent.gender in {"", gender}
    if word in _IT:
        return referent.type != "Person" and not referent.plural
    if word in _THEY:
        return referent.plural or referent.type in {"Organization", "Group"}
    return word in FIRST_PERSON and phrase.quoted and referent.type == "Person" and not referent.plural


def _nominal_agrees(phrase: Phrase, referent: Referent) -> bool:
    own = told_by(phrase)
    if own.plural and not (referent.plural or referent.type == "Group"):
        return False
    if own.gender and referent.gender and own.gender != referent.gender:
        return False
    if own.type == "Other" or (own.type == "Group" and not own.plural and referent.type == "Organization"):
        return bool(phrase.found.type) and family(phrase.found.type, referent.type)
    if referent.type == "Group" or (own.plural and referent.plural):
        return own.type in {"Group", "Organization", "Person"}
    return own.type == referent.type and family(phrase.found.type, referent.type)


def _is_plural(head: Token) -> bool:
    return head.tag_ in _PLURAL_TAGS or "Number=Plur" in str(head.morph)
