"""What tells he from she beside a name."""

from __future__ import annotations

from collections.abc import Sequence

from kg.annotate.mention_tokens import Anchor
from kg.annotate.names.forenames import gender_of_forename
from kg.annotate.names.titles import FEMALE_WORDS, HONORIFICS, MALE_WORDS
from kg.model import Mention

__all__ = ["title_genders"]


def title_genders(mentions: Sequence[Mention], anchors: Sequence[Anchor]) -> dict[str, str]:
    """Gender by the words right before a name ("Mrs.", "Queen", "spokeswoman"), else by its forename."""
    genders: dict[str, str] = {}
    for anchor in anchors:
        if anchor.mention.type != "Person" or anchor.mention.kind != "name":
            continue
        back = anchor.start - 1
        if back > 0 and anchor.doc[back].text == ".":
            back -= 1
        if back >= 0:
            gender = _gender_of_word(anchor.doc[back].lower_.rstrip("."))
            if gender:
                genders[anchor.mention.id] = gender
    for mention in mentions:
        if (
            mention.type == "Person"
            and mention.kind == "name"
            and mention.id not in genders
            and " " in mention.name
        ):
            gender = gender_of_forename(mention.name.split()[0].title())
            if gender:
                genders[mention.id] = gender
    return genders


def _gender_of_word(word: str) -> str:
    if HONORIFICS.get(word):
        return HONORIFICS[word]
    return "male" if word in MALE_WORDS else "female" if word in FEMALE_WORDS else ""
