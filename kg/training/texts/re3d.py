"""Re3d, reports on Syria and Iraq, as texts with names; only what is surely a name is taken.

Source: https://github.com/dstl/re3d. A span there may be a description ("senior officials of the union"), a
pronoun, or a machine's unchecked proposal (confidence 0); states are marked as organizations too. Whatever
is neither surely a name nor surely none is not told.
"""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from kg.training.formats.sentence import MISSING, OUTSIDE, Span, bio
from kg.training.formats.titles import strip_title
from kg.training.texts.places import demonyms, everyday, place_label
from kg.training.texts.text import Text
from kg.training.texts.tokens import Tokens, positions, tokenize

__all__ = ["read_re3d"]

_LACKS = frozenset(("EVENT", "MISC"))
_CHECKED = 0.7
"""Confidence from which people agreed on a span."""
_JOINERS = frozenset(("of", "the", "for", "and", "in", "on", "al", "bin", "ibn", "'s", "’s"))
_PRONOUNS = frozenset(("I", "HE", "SHE", "IT", "WE", "US", "THEY", "THEM", "OUR", "HIS", "ITS"))
_OFFICES = frozenset(("Advisor", "Adviser", "Coordinator", "Envoy", "Office", "Representative", "Special"))
"""Words before a person that no list of titles has."""
_NUMBER = re.compile(
    r"[$£€]?\d[\d,.]*(?:bn|m|k)?$|[$£€]$|(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"
    r"|twenty|thirty|forty|fifty|hundreds?|thousands?|dozens?|millions?|billions?)$",
    re.IGNORECASE,
)
_TIME = re.compile(
    r"\d{4}s?$|(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march$|april$|may$|june$|july$"
    r"|august$|september|october|november|december|(?:jan|feb|aug|sept|oct|nov|dec)\.$|today$|yesterday$"
    r"|tomorrow$|tonight$|(?:week|month|year|decade|day|hour)s?$|century$|morning$|evening$|night$",
    re.IGNORECASE,
)

Row = dict[str, Any]


def read_re3d(corpora: Path) -> Iterator[Text]:
    """Read all documents, folder by folder.

    Args:
        corpora: The folder that holds ``re3d``.

    Yields:
        One text a document, its sentences guessed.

    Raises:
        ValueError: A line is no JSON.
    """
    for path in sorted((corpora / "re3d").glob("*/documents.json")):
        entities: defaultdict[str, list[Row]] = defaultdict(list)
        for row in _rows(path.with_name("entities.json")):
            entities[row["documentId"]].append(row)
        for document in _rows(path):
            tokens = tokenize(document["text"])
            if tokens.words:
                yield Text(
                    corpus="re3d",
                    key=document["_id"],
                    words=tokens.words,
                    starts=tokens.starts,
                    names=_names(tokens, document["text"], entities[document["_id"]]),
                    lacks=_LACKS,
                    weight=0.7,
                )


def _rows(path: Path) -> Iterator[Row]:
    for line in path.read_text(encoding="utf-8").split("\n"):
        if line.strip():
            yield json.loads(line)


def _names(tokens: Tokens, text: str, rows: list[Row]) -> list[str]:
    sure: list[Span] = []
    unsure: list[Span] = []
    for row in rows:
        if text[row["begin"] : row["end"]] != row["value"] or not _whole(text, row["begin"], row["end"]):
            continue
        if found := positions(tokens, [(row["begin"], row["end"])]):
            start, end, label = _name(tokens.words, found[0], found[-1] + 1, row)
            (unsure if label == MISSING else sure).append((start, end, label))
    sure.sort(key=lambda span: (span[0] - span[1], span))
    tags = bio(len(tokens.words), sure, default="")
    told = {index for start, end, _ in unsure for index in range(start, end)}
    return [
        tag or (MISSING if index in told or _open(tokens, index) else OUTSIDE)
        for index, tag in enumerate(tags)
    ]


def _whole(text: str, begin: int, end: int) -> bool:
    """Whether a span neither begins nor ends inside a word ("st Example" of "against Example")."""
    before = begin > 0 and text[begin - 1].isalnum() and text[begin].isalnum()
    after = end < len(text) and text[end - 1].isalnum() and text[end].isalnum()
    return not before and not after


def _open(tokens: Tokens, index: int) -> bool:
    """Whether a word outside every span may still be one of a name or a number."""
    word = tokens.words[index]
    if any(sign.isdigit() for sign in word):
        return True
    return word[0].isupper() and index not in tokens.starts


def _name(words: list[str], start: int, end: int, row: Row) -> Span:
    """Cut a span down to the name in it, with its label, or ``-``."""
    first = start + (end - start > 1 and words[start].lower() == "the")
    while end - first > 1 and words[end - 1] in ("'s", "’s", "'", "’"):
        end -= 1
    inner = words[first:end]
    if row["type"] in ("Location", "Organisation") and place_label(inner) == "COUNTRY":
        return first, end, "COUNTRY"
    if row["type"] == "Nationality" and " ".join(inner) in demonyms():
        return first, end, "NORP"
    if row["confidence"] >= _CHECKED:
        return _checked(words, first, end, row["type"])
    return start, end, MISSING


def _checked(words: list[str], first: int, end: int, kind: str) -> Span:
    inner = words[first:end]
    if kind == "Person":
        first += strip_title(inner)
        return first, end, "PERSON" if _is_person(words[first:end]) else MISSING
    if kind == "Organisation":
        return first, end, "ORG" if _is_organization(inner) else MISSING
    if kind == "Location":
        return first, end, place_label(inner) if _is_name(inner) else MISSING
    if kind == "Temporal":
        return first, end, "DATE" if any(_TIME.match(word) for word in inner) else MISSING
    if kind in ("Quantity", "Money"):
        return first, end, "QUANTITY" if _NUMBER.match(inner[0]) else MISSING
    return first, end, MISSING


def _is_name(words: list[str]) -> bool:
    """Whether all words but the joining ones are capitalized, the first and the last one among them.

    >>> _is_name(["Bay", "of", "Example"]), _is_name(["the", "camp"]), _is_name([])
    (True, False, False)
    """
    if not words or not (words[0][0].isupper() and words[-1][0].isupper()):
        return False
    return all(word[0].isupper() or word in _JOINERS for word in words)


def _is_person(words: list[str]) -> bool:
    """Whether words are surely a whole name: two to four capitalized ones, none an everyday word, no place.

    >>> _is_person(["Ann", "Exemplary"]), _is_person(["Office", "Minister", "Ann"]), _is_person(["Ann"])
    (True, False, False)
    """
    shaped = 2 <= len(words) <= 4 and _is_name(words) and not any(word.isupper() for word in words)
    usual = any(word.lower() in everyday() or word in _OFFICES or strip_title([word]) for word in words)
    return shaped and not usual and place_label(words) == "PLACE"


def _is_organization(words: list[str]) -> bool:
    """Whether words are several capitalized ones or an acronym, and no function ("Foreign Ministers")."""
    if not _is_name(words) or strip_title([words[-1].removesuffix("s")]):
        return False
    if len(words) > 1:
        return True
    return len(words[0]) > 1 and words[0].isupper() and words[0] not in _PRONOUNS
