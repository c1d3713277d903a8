"""What the words right beside a name tell of its type: "the newspaper Quellig", "Quellig, 32, a teacher"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.annotate.names.titles import KIND_WORDS, is_position

if TYPE_CHECKING:
    from spacy.tokens import Doc

__all__ = ["class_before", "describes_person", "says"]

_BODIES = frozenset(
    {"newspaper", "agency", "magazine", "broadcaster", "company", "automaker", "carmaker", "airline",
     "retailer", "watchdog", "charity", "firm", "tabloid", "conglomerate", "startup"}
)  # fmt: skip
_PLACES = frozenset({"city", "town", "village", "province", "district", "state", "island", "port", "suburb"})
_PERSONAL = frozenset(
    {"spokesman", "spokeswoman", "spokesperson", "chairman", "chairwoman", "minister", "lawyer", "professor",
     "mother", "father", "widow", "senator", "governor", "mayor", "president", "director", "ambassador",
     "actor", "actress", "singer", "teacher", "student", "economist", "judge"}
)  # fmt: skip
_SAYING = frozenset(
    {"said", "says", "told", "added", "asked", "replied", "tweeted", "wrote", "recalled", "joked", "noted"}
)
_SKIPPED = frozenset({"a", "an", "the", "former", "then", "his", "her", "its", "their", "chief", "deputy"})
_DESCRIPTION = 5
_OLDEST = 115


def class_before(doc: Doc, start: int) -> str:
    """The type of a name by the noun right before it, or ""."""
    if start and doc[start - 1].lower_ in _BODIES and doc[start - 1].text.islower():
        return "Organization"
    if start > 1 and doc[start - 1].lower_ == "of" and doc[start - 2].lower_ in _PLACES - {"state"}:
        return "Place"
    return ""


def describes_person(doc: Doc, end: int, kind: str) -> bool:
    """Whether an age or a position follows between commas, as after a person's name.

    Args:
        doc: the text.
        end: token after the name.
        kind: what it was taken for: bodies have leaders and owners, so only few nouns speak against one.
    """
    if end + 2 >= len(doc) or doc[end].text != ",":
        return False
    if doc[end + 1].text.isdigit() and int(doc[end + 1].text) < _OLDEST and doc[end + 2].text in {",", "."}:
        return True
    for token in doc[end + 1 : end + 1 + _DESCRIPTION]:
        noun = token.lower_
        if noun in _PERSONAL or (kind == "Place" and is_position(noun) and noun not in KIND_WORDS):
            return token.i + 1 < len(doc) and doc[token.i + 1].lower_ in {",", "for", "of", "at", "who", "."}
        if noun not in _SKIPPED and (token.pos_ not in {"ADJ", "NOUN"} or not token.text.islower()):
            return False
    return False


def says(doc: Doc, end: int) -> bool:
    """Whether a verb of saying follows the name at once."""
    return end < len(doc) and doc[end].lower_ in _SAYING
