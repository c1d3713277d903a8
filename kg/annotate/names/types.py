"""What kind of thing a name names: the reader's label, corrected by lists, titles and the whole article."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING, Protocol

from kg.annotate.names.acronyms import is_acronym
from kg.annotate.names.beside import class_before, describes_person, says
from kg.annotate.names.cleaning import is_shouted
from kg.annotate.names.forenames import gender_of_forename
from kg.annotate.names.heads import company_names, head_word, type_by_head
from kg.annotate.names.nationalities import (
    country_name,
    country_of,
    is_people,
    is_region,
    place_subtype,
)
from kg.annotate.names.titles import HONORIFICS, KIND_WORDS, is_position

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from kg.annotate.names.cleaning import Range

__all__ = ["reader_type", "settle_types", "subtype_of"]

_TYPES = {
    "PERSON": "Person", "PER": "Person",
    "ORG": "Organization",
    "PLACE": "Place", "GPE": "Place", "LOC": "Place", "FAC": "Place",
    "NORP": "Nationality",
    "EVENT": "Event",
}  # fmt: skip
"""Types by the labels of our own reader and of other English pipelines; other labels are no names."""

_STRICT_ORGANIZATIONS = frozenset(
    {"party", "ministry", "department", "agency", "committee", "commission", "union", "association",
     "federation", "organization", "organisation", "league", "institute", "corporation", "company",
     "fund", "foundation", "parliament", "congress", "inc", "corp", "ltd", "llc", "plc", "council",
     "bank", "university", "brigades", "front", "alliance"}
)  # fmt: skip
_NO_SURNAMES = frozenset(
    {"center", "centre", "society", "hospital", "museum", "school", "college", "club", "institution",
     "senate", "administration", "government", "convention", "grants", "church", "books", "festival",
     "show", "energy", "motors", "motorsports", "camp", "cabinet", "campaign", "airlines", "airways",
     "communications", "technologies", "systems", "industries", "sciences", "studies", "media",
     "magazine", "newspaper", "assembly", "appeal", "movements", "forum", "project", "services"}
)  # fmt: skip
"""Last words that make a supposed person something else."""


_MEDIA = frozenset(
    {"reuters", "ap", "afp", "upi", "dpa", "efe", "tass", "itar-tass", "interfax", "ria", "xinhua", "irna",
     "isna", "ansa", "kyodo", "yonhap", "anadolu", "bloomberg", "pti", "ani", "bbc", "cnn", "nbc",
     "abc", "cbs", "fox", "msnbc", "npr", "pbs", "itv", "rt", "cnbc", "espn", "kcna", "aljazeera",
     "wafa", "sana", "petra", "antara"}
)  # fmt: skip
_MEDIA_NAMES = frozenset(
    {"associated press", "agence france-presse", "al jazeera", "al-jazeera", "al arabiya", "al-arabiya",
     "guardian", "economist", "le monde", "le figaro", "der spiegel", "die welt", "el pais", "el país",
     "haaretz", "washington post", "wall street journal", "financial times", "politico", "axios",
     "buzzfeed", "newsweek", "huffington post", "huffpost", "fox news", "sky news",
     "associated press television news", "usa today", "deutsche welle", "radio free europe",
     "voice of america", "press tv", "global times", "people's daily", "hindustan times", "nikkei",
     "la repubblica"}
)  # fmt: skip
_MEDIA_ENDINGS = (
    " news", " times", " post", " herald", " tribune", " gazette", " newspaper", " magazine",
    " news agency", " daily", " broadcasting corporation", " journal", " observer", " telegraph",
    " chronicle", " mail", " press agency", " tv", " television", " radio", " broadcasting",
    " news network", " wikinews", " dispatch", " courier", " examiner",
)  # fmt: skip
_PARTISANS = frozenset({"republicans", "democrats", "tories", "republican", "democratic", "democrat", "gop"})
"""Words for a party and its people."""

_TITLE_WEIGHT, _FULL_NAME_WEIGHT, _LIST_WEIGHT, _INITIALS_WEIGHT = 3, 2, 4, 2
_FORENAME_WEIGHT = 2
_SAYING_WEIGHT = 2


class Pair(Protocol):
    """A short name that the text explains."""

    @property
    def long(self) -> str: ...
    @property
    def short(self) -> str: ...


def reader_type(label: str) -> str:
    """The type for a pipeline's entity label, "" for labels of no names (dates, numbers, products)."""
    return _TYPES.get(label, "")


def subtype_of(text: str, kind: str) -> str:
    """A country's name for nationalities, else ``Country``, ``City``, ``NewsMediaOrganization`` or ""."""
    if kind == "Nationality":
        return country_of(text)
    if kind == "Place":
        return place_subtype(text)
    return "NewsMediaOrganization" if kind == "Organization" and _is_media(text) else ""


def settle_types(
    found: Sequence[tuple[Doc, Range]], explained: Sequence[Pair], persons: Sequence[str]
) -> dict[tuple[str, str], str]:
    """One type for each name of the article.

    Args:
        found: all names, in text order.
        explained: short names, which take their long names' type.
        persons: names known to be persons' (the authors).

    Returns:
        (name, type as found) -> type.
    """
    votes: dict[str, Counter[str]] = {}
    surnames: Counter[str] = Counter()
    people = set(persons)
    for doc, (start, end, kind) in found:
        text = doc[start:end].text
        counter = _evidence(doc, (start, end, kind))
        if text in persons:
            counter["Person"] += _LIST_WEIGHT
        if counter["Person"] >= _TITLE_WEIGHT:
            people.add(text)
        votes.setdefault(text, Counter()).update(counter)
        if kind == "Person" and end - start > 1:
            surnames[doc[end - 1].text] += 1
    for name in company_names(votes, people | surnames.keys()):
        votes[name]["Organization"] += _LIST_WEIGHT + votes[name]["Person"] + votes[name]["Place"]
    for name, count in surnames.items():
        if name in votes and count:
            votes[name]["Person"] += _FULL_NAME_WEIGHT
    best = {text: _winner(counter) for text, counter in votes.items()}
    for pair in explained:
        if pair.short in best and pair.long in best:
            best[pair.short] = best[pair.long]
    return {(doc[a:b].text, kind): best[doc[a:b].text] for doc, (a, b, kind) in found}


def _evidence(doc: Doc, found: Range) -> Counter[str]:
    """What one printing of a name tells of its type."""
    start, end, kind = found
    text = doc[start:end].text
    counter = Counter({kind: 1})
    own = _listed_type(text, kind)
    if own:
        counter[own] += _LIST_WEIGHT
        return counter
    if kind in {"Person", "Place"} and _is_initials(doc, start, end):
        counter["Organization"] += _INITIALS_WEIGHT
    if _has_person_cue(doc, start) or (kind != "Person" and describes_person(doc, end, kind)):
        counter["Person"] += _TITLE_WEIGHT
    if kind == "Place" and end - start == 1 and says(doc, end):
        counter["Person"] += _SAYING_WEIGHT
    counter[class_before(doc, start)] += _LIST_WEIGHT
    del counter[""]
    if kind in {"Organization", "Place"} and _begins_with_forename(text):
        counter["Person"] += _FORENAME_WEIGHT
    return counter


def _begins_with_forename(text: str) -> bool:
    """Whether the name is two or three words, the first a forename and no place ("Ingrid Moss")."""
    words = text.split()
    plain = all(word.isalpha() and word.istitle() for word in words)
    first = words[0]
    known = gender_of_forename(first) and not (place_subtype(first) or is_region(first))
    return bool(known) and plain and 1 < len(words) < 4 and words[-1].casefold() not in KIND_WORDS


def _winner(counter: Counter[str]) -> str:
    return max(sorted(counter), key=lambda kind: counter[kind])


def _listed_type(text: str, kind: str) -> str:
    """The type that lists and the name's own words give, or ""."""
    words = text.split()
    if words[-1].casefold() in _PARTISANS:
        return "Organization"
    if kind == "Person" and words[-1].endswith("s") and is_people(words[-1]):
        return "Group"
    if kind == "Nationality":
        return _norp_type(text)
    if country_of(text) and len(words) < 3 and kind != "Person":
        return "Nationality" if not country_name(text) else "Place"
    if is_people(text) and kind != "Person":
        return "Group"
    if place_subtype(text, sure=True) and (
        kind != "Person" or len(words) > 1 or place_subtype(text) == "Country"
    ):
        return "Place"
    last = head_word(words)
    first = words[0].casefold()
    if kind == "Person" and first in {"st", "st."} and len(words) == 2:
        return "Place"
    if is_region(text):
        return "Place"
    if len(words) > 1 and (
        last in _STRICT_ORGANIZATIONS or first in {"ministry", "department", "university", "bank"}
    ):
        return "Organization"
    if kind == "Person" and len(words) > 1 and last in _NO_SURNAMES:
        return "Organization"
    if kind in {"Place", "Person"} and _is_media(text) and len(words) > 1:
        return "Organization"
    return type_by_head(words, last, kind)


def _is_initials(doc: Doc, start: int, end: int) -> bool:
    """Whether the name is three or more capitals in a line of small letters: an organization, most often."""
    text = doc[start].text
    return (
        end - start == 1 and 2 < len(text) < 7 and text.isalpha() and text.isupper() and not is_shouted(doc)
    )


def _norp_type(text: str) -> str:
    if country_of(text):
        return "Nationality"
    if is_people(text) or not text[0].isupper():
        return "Group"
    if country_name(text):
        return "Place"
    if is_acronym(text) or text.split()[-1].casefold().rstrip("s") in _STRICT_ORGANIZATIONS:
        return "Organization"
    return "Group"


def _has_person_cue(doc: Doc, start: int) -> bool:
    if start == 0:
        return False
    token = doc[start - 1]
    if token.text == "." and start > 1:
        token = doc[start - 2]
    key = token.lower_.rstrip(".")
    if key in HONORIFICS:
        return token.text[0].isupper() and key not in {
            "st",
            "grand",
            "lord",
            "mother",
            "father",
            "brother",
            "sister",
        }
    return is_position(key) and token.text[0].isupper() and not doc[start].text.isupper()


def _is_media(text: str) -> bool:
    key = text.casefold()
    return key in _MEDIA or key.removeprefix("the ") in _MEDIA_NAMES or key.endswith(_MEDIA_ENDINGS)
