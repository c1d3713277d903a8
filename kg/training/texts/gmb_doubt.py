"""What of the Groningen Meaning Bank's machine-made names is to be believed.

Its labels are wrong where the same name has another one a line before (a president who is an organization, a
place that is a person). What lists or the corpus itself contradict is put right where they leave no doubt,
and becomes missing (``-``) where they do; so do capitalized words in a sentence that are in no name.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from kg.training.formats.sentence import MISSING, OUTSIDE, Sentence, Span, bio, spans
from kg.training.formats.titles import strip_title
from kg.training.texts.places import demonyms, everyday, is_listed_city, place_label

__all__ = ["Known", "believed", "collect"]

_DIRECTION = re.compile(r"(?:north|south|east|west|central)(?:east|west)?(?:ern)?$")
_BEFORE_PLACE = frozenset(("in", "near", "outside", "around", "across", "toward", "inside"))
_AFTER_PLACE = frozenset(
    ("province", "region", "district", "city", "town", "village", "area", "neighborhood", "state", "river")
)
_BARE_LINES = """
    AIDS HIV SARS H5N1 Army Navy Cabinet Marine Marines Parliament Committee Council House United State
    Times Brotherhood Delta Department Ministry Embassy Bank Post Union Commission Court Open Herald Alliance
    Society Commonwealth Board Agency Authority Government
"""
_BARE = frozenset(_BARE_LINES.split())
"""Words that are no organization's name by themselves."""
_FUNCTIONS = frozenset(
    (
        "Archbishop",
        "Commissioner",
        "Justice",
        "Minister",
        "Ministers",
        "President",
        "Prophet",
        "Secretary-General",
    )
)
"""Words that stand before a person, or for one."""
_TIME = re.compile(
    r"(?:day|week|month|year|decade|hour|minute|century|weekend|night|morning|evening|afternoon|summer|winter"
    r"|spring|autumn)s?$|\d{4}s?$|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day$|(?:earlier|later|ago|since"
    r"|last|next|past|early|late|recently|now)$",
    re.IGNORECASE,
)
_NEAR_TIME = frozenset(
    (
        "a",
        "an",
        "the",
        "this",
        "last",
        "next",
        "past",
        "early",
        "late",
        "first",
        "two",
        "three",
        "four",
        "five",
    )
)
_FUSED = frozenset(("'s", ",", '"'))
"""Signs inside what is mostly two names."""
_USUAL, _MANY = 2, 5
"""Times a person's word occurs, and different organizations that share a word."""
_LONGEST = 3
"""Words of a person's name in doubt."""


@dataclass(frozen=True, slots=True)
class Known:
    """What the corpus' own names tell.

    Attributes:
        first: Words with which names of persons begin.
        last: Words with which they end.
        organizations: Words of many different names of organizations ("Ministry").
        frequent: Organizations of one word that occur often.
    """

    first: frozenset[str]
    last: frozenset[str]
    organizations: frozenset[str]
    frequent: frozenset[str]


def collect(documents: Iterable[list[Sentence]]) -> Known:
    """Collect what names of several words have in common."""
    texts: dict[str, Counter[tuple[str, ...]]] = {"PERSON": Counter(), "ORG": Counter()}
    for document in documents:
        for sentence in document:
            for start, end, label in spans(sentence.ents):
                if label in texts:
                    texts[label][tuple(sentence.words[start:end])] += 1
    persons = [name for name in texts["PERSON"].elements() if len(name) > 1]
    first = _often((name[0] for name in persons), _USUAL)
    last = _often((name[-1] for name in persons), _USUAL)
    personal = Counter(word for name in persons for word in name)
    shared = Counter(word for name in texts["ORG"] if len(name) > 1 for word in name if word[0].isupper())
    different = (word for word in shared.elements() if shared[word] > personal[word])
    single = (name[0] for name in texts["ORG"].elements() if len(name) == 1)
    return Known(first, last, _often(different, _MANY), _often(single, _USUAL + 1))


def _often(words: Iterable[str], least: int) -> frozenset[str]:
    counts = Counter(words)
    return frozenset(word for word, count in counts.items() if count >= least and not word.isupper())


def believed(sentence: Sentence, known: Known) -> Sentence:
    """Give the sentence with the names that can be believed, the doubtful ones missing.

    Args:
        sentence: A sentence of :func:`kg.training.formats.gmb.read_gmb`.
        known: What :func:`collect` found in the whole corpus.
    """
    words = sentence.words
    joined = _joined(words, spans(sentence.ents))
    tags = bio(len(words), [_judged(words, span, known) for span in joined])
    for index, old in enumerate(sentence.ents):
        if old == MISSING or (tags[index] == OUTSIDE and _may_be_name(words, index)):
            tags[index] = MISSING
    return sentence.with_ents(_without_times(words, tags))


def _joined(words: list[str], found: list[Span]) -> list[Span]:
    """Join the halves of countries and peoples that were cut in two ("Sri", "Lankan")."""
    result: list[Span] = []
    for start, end, label in found:
        if result and result[-1][1] == start:
            both = words[result[-1][0] : end]
            if " ".join(both) in demonyms() or place_label(both) == "COUNTRY":
                result[-1] = (result[-1][0], end, "PLACE")
                continue
        result.append((start, end, label))
    return result


def _judged(words: list[str], span: Span, known: Known) -> Span:
    start, end, label = span
    if label in ("DATE", "EVENT"):
        return span
    while end - start > 1 and _DIRECTION.match(words[start]):
        start += 1
    name = words[start:end]
    if " ".join(name) in demonyms() or all(word in demonyms() for word in name):
        return start, end, "NORP"
    place = place_label(name)
    if place == "COUNTRY" and (len(name) > 1 or label != "PERSON"):
        return start, end, "NORP" if label == "NORP" else "COUNTRY"
    judge = {"PERSON": _person, "ORG": _organization, "PLACE": _place}.get(label)
    sure = judge is None or judge(words, start, end, known)
    return start, end, label if sure else MISSING


def _person(words: list[str], start: int, end: int, known: Known) -> bool:
    name = words[start:end]
    if is_listed_city(name) or any(word in demonyms() or strip_title([word]) for word in name):
        return False
    if len(name) > 1:
        return name[0].lower() not in everyday() and '"' not in name and name[-1] != name[-1].lower()
    return name[0] in known.last and place_label(name) == "PLACE"


def _organization(words: list[str], start: int, end: int, known: Known) -> bool:
    name = words[start:end]
    body = len(name) > 1 and name[-1] in known.organizations and name[-1] not in _FUNCTIONS
    if is_listed_city(name) or strip_title(name[-1:]) or (strip_title(name[:1]) and not body):
        return False
    if _is_known_person(name, known) or _FUNCTIONS.intersection(name) or _FUSED.intersection(name[1:-1]):
        return False
    if len(name) == 1:
        return name[0] not in _BARE and (name[0].isupper() or name[0] in known.frequent)
    return any(word in known.organizations for word in name)


def _place(words: list[str], start: int, end: int, known: Known) -> bool:
    name = words[start:end]
    if is_listed_city(name):
        return True
    if _is_known_person(name, known) or name[0].lower() in everyday():
        return False
    before = words[start - 1].lower() if start else ""
    after = words[end].lower() if end < len(words) else ""
    return place_label(name) != "PLACE" or before in _BEFORE_PLACE or after in _AFTER_PLACE


def _is_known_person(name: list[str], known: Known) -> bool:
    if len(name) == 1:
        return name[0] in known.last or name[0] in known.first
    if name[-1] in known.organizations:
        return False
    named = name[-1] in known.last or not any(word.lower() in everyday() for word in name)
    return name[0] in known.first and named and len(name) <= _LONGEST


def _may_be_name(words: list[str], index: int) -> bool:
    """Whether a word outside every name may belong to one: a people's, or with a capital in a sentence."""
    word = words[index]
    if word in demonyms():
        return True
    opens = index == 0 or words[index - 1] in ('"', ":", "``")
    return word[0].isupper() and len(word) > 1 and not opens and not strip_title([word])


def _without_times(words: list[str], tags: list[str]) -> list[str]:
    """Mark words of time outside every date as missing, and what may begin such a date."""
    result = list(tags)
    for index in range(len(words) - 1, -1, -1):
        if result[index] != OUTSIDE:
            continue
        timed = index + 1 < len(words) and _is_timed(words[index + 1], result[index + 1])
        begins = words[index].lower() in _NEAR_TIME or words[index][0].isdigit()
        if _TIME.match(words[index]) or (timed and begins):
            result[index] = MISSING
    return result


def _is_timed(word: str, tag: str) -> bool:
    return tag == "B-DATE" or (tag == MISSING and _TIME.match(word) is not None)
