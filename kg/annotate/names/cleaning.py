"""From what the reader marks as a name to what annotators mark: trimmed, split where glued, or dropped.

Works on ranges of tokens of one spaCy document, so that a name always is a stretch of the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from kg.annotate.names.everyday import is_everyday
from kg.annotate.names.forenames import gender_of_forename
from kg.annotate.names.gluing import owner_kind, unglued
from kg.annotate.names.nationalities import is_city, is_country, is_region
from kg.annotate.names.titles import (
    CORPORATE_ENDINGS,
    HONORIFICS,
    KIND_WORDS,
    is_position,
    is_title_modifier,
    is_title_word,
)
from kg.annotate.names.turned import is_turned_name

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

__all__ = ["DATE_WORDS", "Range", "clean", "is_junk", "is_shouted"]

Range = tuple[int, int, str]
"""First token, token after the last, type."""

DATE_WORDS = frozenset(
    {"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "january", "february",
     "march", "april", "may", "june", "july", "august", "september", "october", "november", "december",
     "mon", "tue", "tues", "wed", "thu", "thur", "thurs", "fri", "sat", "sun", "jan", "feb", "mar",
     "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec", "today", "yesterday", "tomorrow",
     "tonight", "noon", "midnight", "am", "pm", "a.m.", "p.m.", "gmt", "est", "edt", "pst", "utc",
     "christmas", "easter", "spring", "summer", "autumn", "winter", "ad", "bc", "bce"}
)  # fmt: skip
"""Words that name a time, never a person or an organization by themselves."""

_POSSESSIVES = frozenset({"'s", "’s", "'", "’", "`s", "´s", "'S", "’S"})
_EDGE_WORDS = frozenset(
    {"the", "a", "an", "this", "that", "these", "those", "its", "his", "her", "their", "our", "my", "your",
     "of", "in", "on", "at", "by", "for", "from", "to", "with", "and", "or", "but", "as", "nor", "de-",
     "while", "if", "when", "where", "who", "which", "said", "says", "say", "told", "also", "both",
     "neither", "either", "not", "is", "was", "are", "were", "be", "has", "have", "had", "will",
     "would", "via", "per", "near", "between", "against", "than", "so", "yet", "then"}
)  # fmt: skip
_LEFT_WORDS = frozenset({"the", "a", "an"})
_JUNK_WORDS = frozenset(
    {"i", "me", "we", "us", "you", "he", "she", "it", "they", "him", "her", "them", "who", "what", "which",
     "this", "that", "these", "those", "there", "here", "when", "where", "why", "how", "yes", "no",
     "not", "ok", "okay", "hi", "hello", "hey", "thanks", "thank", "dear", "please", "sorry", "lol",
     "wow", "oh", "ah", "well", "now", "then", "so", "but", "and", "or", "if", "the", "a", "an", "all",
     "any", "some", "each", "every", "both", "few", "many", "most", "more", "less", "much", "one",
     "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "hundred", "thousand",
     "million", "billion", "first", "second", "third", "last", "next", "new", "old", "god", "internet",
     "web", "email", "e-mail", "tv", "re", "fw", "fwd", "ps", "fyi", "asap", "faq", "photo", "photos",
     "image", "video", "source", "sources", "read", "share", "print", "advertisement", "ad", "ads",
     "related", "updated", "update", "published", "by", "written", "editor", "copyright", "click",
     "subscribe", "newsletter", "comments", "comment", "tel", "fax", "phone", "mr", "mrs", "ms", "dr",
     "sir", "madam", "covid", "covid-19", "medicaid", "medicare", "coronavirus",
     "dna", "hiv", "aids", "gdp", "ceo", "cfo",
     "pm", "mp", "mps", "uk-based", "us-based", "unidentified", "unknown", "breaking", "exclusive",
     "analysis", "opinion", "editorial", "live", "watch"}
)  # fmt: skip
_KEPT_CAPITALS = frozenset({"US", "IT"}) - {"IT"}
_NAMELIKE_TITLES = frozenset(
    {"dean", "duke", "earl", "count", "page", "judge", "guy", "private", "major", "marine", "king", "prince",
     "bishop", "pope", "abbot", "baron", "marshal", "chief", "father", "mother", "brother", "sister",
     "state", "st", "grand", "head", "field", "home", "army", "general", "fr", "crown", "under", "navy",
     "senior", "junior", "hon", "chase", "sheriff", "driver", "cook", "priest", "constable", "miller",
     "painter", "farmer", "singer", "writer"}
)  # fmt: skip
_SEAT = re.compile(r"[DRI][-–][A-Z][A-Za-z.]{1,6}")
"""A legislator's party and state ("R-Tex.")."""

_PAPERS = frozenset({"act", "agreement", "treaty", "accord", "accords", "protocol"})
"""Last words of names of laws and treaties, which are no kind of thing that an article's people are."""

_LOOSE_FIRST_WORDS = frozenset(
    {"Both", "Neither", "Either", "Only", "Even", "Poor", "Dear", "Like", "Unlike", "With", "When", "While",
     "If", "As", "For", "From", "Does", "Did", "Is", "Are", "Was", "Can", "Could", "Should", "Would",
     "And", "But", "Or", "In", "At", "On", "By", "To", "Not", "Why", "How", "What", "Who", "Where",
     "Automaker", "Carmaker"}
)  # fmt: skip
"""Words that begin a sentence or a headline before a person's name."""

_OFFICES = frozenset(
    {"commissioner", "secretary", "minister", "director", "president", "governor", "member", "rapporteur",
     "ambassador", "speaker", "leader", "chairman", "chancellor", "mayor", "recorder"}
)  # fmt: skip
_HEADLINE_WORDS = 4
_PERSON_LIMIT = 6
_LIMIT = 11


def clean(doc: Doc, found: Range) -> Iterator[Range]:
    """Yield the names in a marked range: none, one, or several."""
    for part in (whole for piece in _split(doc, found) for whole in unglued(doc, piece)):
        start, end, kind = _trim(doc, part)
        if start < end and not is_junk(doc, (start, end, kind)):
            yield start, end, kind


def is_junk(doc: Doc, found: Range) -> bool:
    """Whether the (trimmed) range is no name: a number, a date, a fragment, an address, a lone letter."""
    start, end, kind = found
    text = doc[start:end].text
    letters = sum(character.isalpha() for character in text)
    if letters < 2 or "@" in text or "http" in text or "www." in text or text.startswith(("#", "_", "*")):
        return True
    if (text.casefold() in _JUNK_WORDS and text not in _KEPT_CAPITALS) or _SEAT.fullmatch(text):
        return True
    if kind != "Event" and end - start > 1 and doc[end - 1].lower_ in _PAPERS:
        return True
    words = [token.lower_ for token in doc[start:end] if token.text[0].isalnum()]
    if all(word in DATE_WORDS or word.isdigit() or word.rstrip("sthndr").isdigit() for word in words):
        return True
    if (kind in {"Organization", "Place"} and _is_office_of(words)) or _is_whole_title(words):
        return True
    if not any(character.isupper() for character in text):
        return not (is_country(text) or is_city(text) or is_region(text))
    if end - start == 1 and kind != "Organization" and text.casefold() in KIND_WORDS:
        return True
    if kind == "Person":
        return end - start > _PERSON_LIMIT or any(character.isdigit() for character in text)
    return end - start > _LIMIT or (end - start == 1 and is_title_word(text) and not text.isupper())


def _is_office_of(words: list[str]) -> bool:
    """Whether the name is an office that a person holds ("High Commissioner for Refugees")."""
    link = next((i for i, word in enumerate(words) if word in {"of", "for"}), 0)
    return link > 0 and words[link - 1] in _OFFICES


def _is_whole_title(words: list[str]) -> bool:
    """Whether the words are a title and its modifiers, and nobody's name ("Supreme Leader")."""
    return len(words) > 1 and is_position(words[-1]) and all(map(is_title_modifier, words[:-1]))


def is_shouted(doc: Doc) -> bool:
    """Whether a line stands In Title Case or IN CAPITALS, so that capitals tell nothing about names."""
    words = [token.text for token in doc if token.is_alpha and len(token) > 3]
    if len(words) < _HEADLINE_WORDS or doc[-1].text in {".", ";", ","}:
        return False
    return sum(word[0].isupper() for word in words) > 0.8 * len(words)


def _split(doc: Doc, found: Range) -> list[Range]:
    start, end, kind = found
    for i in range(start + 1, end - 1):
        token = doc[i]
        text = token.lower_
        if text in {"(", ")", ";", ":", "—", "–", "|", "»", "•", "“", "”"} or token.is_space:
            return [*_split(doc, (start, i, kind)), *_split(doc, (i + 1, end, kind))]
        if text in {",", "/"} and _splits_at_comma(doc, i, end, kind):
            if kind == "Person" and is_turned_name(doc, start, i, end):
                continue
            return [*_split(doc, (start, i, kind)), *_split(doc, (i + 1, end, kind))]
        if text in {"and", "&", "or"} and _splits_at_and(doc, found):
            return [*_split(doc, (start, i, kind)), *_split(doc, (i + 1, end, kind))]
        if token.text in _POSSESSIVES and (kind == "Person" or _is_land(doc[start:i].text)):
            left = "Place" if _is_land(doc[start:i].text) else kind
            return [(start, i, left), *_split(doc, (i + 1, end, kind))]
        if kind == "Person" and _is_inner_title(doc[i]) and doc[i + 1].text[0].isupper():
            return [(start, i, owner_kind(doc[start:i].text)), *_split(doc, (i + 1, end, kind))]
    return [found]


def _splits_at_comma(doc: Doc, i: int, end: int, kind: str) -> bool:
    following = doc[i + 1].lower_.rstrip(".")
    if following in CORPORATE_ENDINGS or following in {"jr", "sr", "phd", "md", "esq"}:
        return False
    rest = {token.lower_ for token in doc[i + 1 : end]}
    return kind in {"Person", "Place"} or not rest & {"and", "&"}


def _splits_at_and(doc: Doc, found: Range) -> bool:
    start, end, kind = found
    return kind == "Person" or (kind == "Place" and not is_country(doc[start:end].text))


def _is_land(text: str) -> bool:
    return is_country(text) or is_city(text)


def _is_inner_title(token: Token) -> bool:
    key = token.lower_.rstrip(".")
    return key not in _NAMELIKE_TITLES and (key in {"mr", "mrs", "ms", "dr"} or is_position(key))


def _trim(doc: Doc, found: Range) -> Range:
    start, end, kind = found
    while start < end and _is_left_edge(doc, start, end, kind):
        start += 1
    while start < end and _is_right_edge(doc, start, end, kind):
        end -= 1
    return start, end, kind


def _is_left_edge(doc: Doc, start: int, end: int, kind: str) -> bool:
    token = doc[start]
    if not token.text[0].isalnum() and token.text != "+":
        return True
    if token.lower_ in _LEFT_WORDS or (token.text in _EDGE_WORDS):
        return True
    if start + 1 >= end:
        return False
    if token.lower_ in DATE_WORDS and kind != "Event" and token.lower_ != "may":
        return True
    if token.text in _LOOSE_FIRST_WORDS and (kind == "Person" or token.text in {"Automaker", "Carmaker"}):
        return True
    if kind == "Person" and _is_everyday_start(doc, start):
        return True
    if kind != "Person":
        small = token.text.islower() and token.lower_ not in _PARTICLES
        return small and kind in {"Place", "Organization"} and not _all_lower(doc, start, end)
    return _is_title_before(doc, start, end)


def _is_everyday_start(doc: Doc, start: int) -> bool:
    """Whether a line or sentence begins with a plain word before the name ("Hold Ada Moss to account")."""
    first = doc[start].text
    plain = first.istitle() and is_everyday(first) and not gender_of_forename(first)
    return plain and bool(doc[start].is_sent_start) and doc[start + 1].text[0].isupper()


def _is_title_before(doc: Doc, start: int, end: int) -> bool:
    token = doc[start]
    following = doc[start + 1]
    key = token.lower_.rstrip(".")
    if not following.text[0].isalnum() and following.text not in {".", "-"}:
        return False
    if key in {"dean", "duke", "earl", "guy", "page", "st", "chase", "miller", "cook"}:
        return False
    if token.text.islower():
        return any(part.text[0].isupper() for part in doc[start + 1 : end]) and token.lower_ not in _PARTICLES
    return key in HONORIFICS or is_title_word(token.text) or is_position(key.removesuffix("s"))


def _is_wing(doc: Doc, end: int) -> bool:
    """Whether the last word belongs to the title after it ("Senate Minority" Leader)."""
    return doc[end - 1].text in {"Majority", "Minority"} and end < len(doc) and is_position(doc[end].text)


_PARTICLES = frozenset(
    {"al", "el", "de", "da", "di", "du", "del", "della", "la", "le", "van", "von", "der", "den", "ter",
     "bin", "ibn", "ben", "abu", "bint", "dos", "das", "st", "o"}
)  # fmt: skip


def _all_lower(doc: Doc, start: int, end: int) -> bool:
    return not any(character.isupper() for character in doc[start:end].text)


def _is_right_edge(doc: Doc, start: int, end: int, kind: str) -> bool:
    token = doc[end - 1]
    text = token.text
    if text in _POSSESSIVES:
        return end - start > 1 or len(text) <= 2
    if not any(character.isalnum() for character in text):
        return text not in {"+", "!"} or end - start == 1
    if token.lower_ in _EDGE_WORDS and text.islower():
        return True
    if end - start > 1 and token.lower_ in DATE_WORDS and kind in {"Person", "Place", "Organization"}:
        return not (
            kind == "Person"
            and token.lower_ in {"may", "march", "august", "june", "april", "summer", "winter"}
        )
    if end - start > 1 and doc[end - 2].text in {"-", "‑"} and not doc[end - 2].whitespace_:
        return False
    if kind == "Organization" and ((text.islower() and is_position(text)) or _is_wing(doc, end)):
        return True
    return text.islower() and kind in {"Person", "Place"} and not _all_lower(doc, start, end)
