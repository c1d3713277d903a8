"""A description of a person taken apart: title words, status, nationality, organization."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.annotate.mention_tokens import Anchor, prepositional
from kg.annotate.names.descriptions import Description
from kg.annotate.names.titles import FORMER, STATUS_DROPPED, UPCOMING

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["BEATS", "Names", "Title", "take_apart"]

Names = Mapping[tuple[int, int], Anchor]
"""The name at (passage, token)."""

_OF_ORGANIZATION = frozenset({"of", "for", "at", "with", "from", "in"})
BEATS = frozenset(
    {"reporter", "correspondent", "columnist", "analyst", "editor", "journalist", "anchor", "presenter",
     "historian", "lobbyist", "scholar"}
)  # fmt: skip
"""After an organization's name these may tell whom they write about ("White House correspondent")."""
_OFFICES = frozenset(
    {"State", "Staff", "Defense", "Defence", "Health", "Education", "Energy", "Labor", "Commerce", "Treasury"}
)
"""Words that belong to a title though they look like names ("secretary of State")."""

_STATUS_REACH = 6

_ATTACHED = frozenset({"based", "born", "led", "backed", "appointed"})
"""Second halves of what stands before a title ("Velden-based"), of which the first is a name."""
_DROPPED = frozenset(
    {"the", "a", "an", "his", "her", "its", "their", "our", "my", "your", "this", "that", "'s", "’s", "one"}
)


@dataclass(frozen=True, slots=True)
class Title:
    """A description taken apart. status: ``Former``, ``Upcoming`` or "".

    preposition: the word between the position and its organization, ``compound`` where that stands before.
    """

    words: str
    status: str
    nationality: Anchor | None
    organization: Anchor | None
    preposition: str
    has_modifier: bool


def take_apart(names: Names, description: Description) -> Title:
    """Split a description into title words, status, nationality and organization."""
    doc, head = description.head.doc, description.head
    number = description.anchor.number
    start, status = description.start, ""
    if description.pattern == "title":
        start = _reach_back(names, description)
    words: list[Token] = []
    nationality: Anchor | None = None
    organization: Anchor | None = None
    preposition = ""
    end = _end_of_title(names, description)
    for token in doc[start:end]:
        owner = names.get((number, token.i))
        if owner is not None and owner.end <= head.i:
            if owner.mention.type == "Nationality":
                nationality = owner if _qualifies(owner, head) else None
            elif owner.mention.type == "Organization":
                organization, preposition = owner, "compound"
            words.clear()
        elif _status(token):
            status = _status(token)
            words.clear()
        elif token.lower_ not in _DROPPED and not (token.lower_ in STATUS_DROPPED and token.i < head.i):
            words.append(token)
    words = _trimmed(words, head)
    after, word = _object(names, description)
    if after is not None and (organization is None or head.lower_ in BEATS):
        organization, preposition = after, word
    literal = doc[words[0].i : words[-1].i + 1].text if words else ""
    return Title(literal, status, nationality, organization, preposition, len(words) > 1)


def _qualifies(nationality: Anchor, head: Token) -> bool:
    """Whether the adjective belongs to the title, not to a name between ("the Ghanaian Greens candidate")."""
    between = head.doc[nationality.end : head.i]
    return not head.text.islower() or all(token.text.islower() or token.text == "-" for token in between)


def _trimmed(words: list[Token], head: Token) -> list[Token]:
    """The run of neighbouring words that holds the head."""
    kept = [token for token in words if token.i <= head.i]
    run: list[Token] = []
    for token in reversed(kept):
        if run and (run[-1].i - token.i > 1 or (head.text[0].isupper() and token.text.islower())):
            break
        run.append(token)
    run.reverse()
    while run and (not run[0].text[0].isalnum() or run[0].lower_ in _ATTACHED):
        run.pop(0)
    after = [token for token in words if token.i > head.i]
    return [*run, *after]


def _reach_back(names: Names, description: Description) -> int:
    """Where a title begins with the status words, nationality and organization before it."""
    doc, number = description.head.doc, description.anchor.number
    start, first = description.start, description.head.sent.start
    while start > first:
        token = doc[start - 1]
        owner = names.get((number, token.i))
        if owner is not None and owner.mention.type in {"Nationality", "Organization", "Place"}:
            start = owner.start
            if owner.mention.type != "Nationality":
                break
        elif _status(token) or token.text in {"-", "'s", "’s"} or token.lower_ in STATUS_DROPPED:
            start -= 1
        else:
            break
    return _status_before(description, start)


def _status_before(description: Description, start: int) -> int:
    """Where "former" stands before more names of the title ("former Velden Harbor 7 mayor"), else start."""
    doc = description.head.doc
    first = max(description.head.sent.start, start - _STATUS_REACH)
    for i in range(start - 1, first - 1, -1):
        if _status(doc[i]):
            return i
        if not (doc[i].text[0].isupper() or doc[i].like_num or doc[i].text == "-"):
            break
    return start


def _end_of_title(names: Names, description: Description) -> int:
    """Where the title words end: after the noun, its complement ("-elect"), an of-phrase without names."""
    doc, head = description.head.doc, description.head
    if description.pattern == "title":
        return description.end
    end = head.i + 1
    if end + 1 < description.end and doc[end].text == "-" and not doc[end].whitespace_:
        end += 2
    elif end < len(doc) and doc[end].lower_ in {"general", "emeritus", "designate"}:
        end += 1
    for preposition, noun in prepositional(head):
        if preposition == "of" and noun.i < description.end and noun.i - end <= 4:
            if any((description.anchor.number, i) in names for i in range(end, noun.i + 1)):
                return end
            if noun.text[0].isupper() and not head.text[0].isupper() and noun.text not in _OFFICES:
                return end
            if noun.pos_ in {"NOUN", "PROPN"} and not any(
                t.pos_ in {"DET", "PRON", "NUM"} for t in doc[end : noun.i]
            ):
                return noun.i + 1
    return end


def _status(token: Token) -> str:
    if token.lower_ in FORMER:
        return "Former"
    return "Upcoming" if token.lower_ in UPCOMING else ""


def _object(names: Names, description: Description) -> tuple[Anchor | None, str]:
    """The organization in the phrase after the noun ("director of Y"), with its preposition."""
    number = description.anchor.number
    for preposition, noun in prepositional(description.head):
        owner = names.get((number, noun.i))
        if preposition not in _OF_ORGANIZATION or owner is None or owner.mention.type != "Organization":
            continue
        between = description.head.doc[description.head.i + 1 : owner.start]
        if len(between) <= 3 and not any(
            token.text in {",", ";"} or token.pos_ == "VERB" for token in between
        ):
            return owner, preposition
    return None, ""
