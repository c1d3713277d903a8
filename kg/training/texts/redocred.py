"""Re-DocRED as texts: introductions of Wikipedia with names, and every mention of every named entity.

Source: https://github.com/tonytan48/Re-DocRED. Nationalities are marked there as places or organizations,
or not at all: they are not told, and make no mention.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import accumulate
from pathlib import Path
from typing import Any

from kg.training.formats.sentence import MISSING, OUTSIDE, Span, bio
from kg.training.formats.titles import strip_title
from kg.training.texts.places import demonyms, finer_places, place_label
from kg.training.texts.text import MentionGold, Text

__all__ = ["read_redocred_texts"]

_LABELS = {
    "PER": "PERSON",
    "ORG": "ORG",
    "LOC": "PLACE",
    "TIME": "DATE",
    "NUM": "QUANTITY",
    "MISC": "OTHER",
}
_TYPES = {"PER": "person", "ORG": "organization", "LOC": "place", "TIME": "time", "MISC": ""}
"""Types of mentions; numbers are no mentions elsewhere."""
_LACKS = frozenset(("NORP",))
_ADJECTIVE = (
    "ian",
    "ians",
    "ese",
    "ish",
    "ans",
    "tch",
    "eek",
    "aqi",
    "aeli",
    "ani",
    "ic",
    "ics",
    "ists",
    "ism",
)

Entity = list[dict[str, Any]]


def read_redocred_texts(corpora: Path) -> Iterator[Text]:
    """Read the documents, each with all its sentences (they were cut by a machine: guesses).

    Args:
        corpora: The folder that holds ``redocred``.
    """
    path = corpora / "redocred" / "dev_revised.json"
    for document in json.loads(path.read_text(encoding="utf-8")):
        yield _text(document)


def _text(document: dict[str, Any]) -> Text:
    raw = [word for sentence in document["sents"] for word in sentence]
    borders = [0, *accumulate(len(sentence) for sentence in document["sents"])]
    pieces = [word.split() for word in raw]
    place = [0, *accumulate(len(parts) for parts in pieces)]
    words = [part for parts in pieces for part in parts]
    marked = [
        (place[borders[m["sent_id"]] + m["pos"][0]], place[borders[m["sent_id"]] + m["pos"][1]], m["type"], n)
        for n, entity in enumerate(document["vertexSet"])
        for m in entity
    ]
    marked = sorted(
        {mark for mark in marked if mark[0] < mark[1]}, key=lambda mark: (mark[0], -mark[1], mark)
    )
    starts = sorted({place[border] for border in borders[:-1]} - {len(words)})
    names = [_name(words, start, end, kind) for start, end, kind, _ in marked]
    return Text(
        corpus="redocred",
        key=document["title"],
        words=words,
        starts=starts,
        names=_names(words, names),
        lacks=_LACKS,
        mentions=_mentions(words, marked),
    )


def _names(words: list[str], names: list[Span]) -> list[str]:
    longest = sorted(names, key=lambda span: (span[0] - span[1], span[0]))
    tags = finer_places(words, bio(len(words), longest))
    return [
        MISSING if tag == OUTSIDE and word in demonyms() else tag
        for word, tag in zip(words, tags, strict=True)
    ]


def _mentions(words: list[str], marked: list[tuple[int, int, str, int]]) -> tuple[MentionGold, ...]:
    found: dict[tuple[int, int], MentionGold] = {}
    for start, end, kind, chain in marked:
        if kind in _TYPES and not _is_people(words[start:end], kind):
            found.setdefault((start, end), MentionGold(start, end, _TYPES[kind], chain))
    return tuple(found.values())


def _name(words: list[str], start: int, end: int, kind: str) -> Span:
    if end - start > 1 and words[start] in ("the", "The"):
        start += 1
    if kind == "PER":
        start = min(start + strip_title(words[start:end]), end - 1)
    label = MISSING if _is_people(words[start:end], kind) else _LABELS[kind]
    return start, end, label


def _is_people(words: list[str], kind: str) -> bool:
    """Tell whether what is marked as a place, an organization or a thing may be a nationality or a faith.

    >>> _is_people(["Danish"], "LOC"), _is_people(["Japan"], "LOC")
    (True, False)
    """
    if kind not in ("LOC", "ORG", "MISC"):
        return False
    if " ".join(words) in demonyms():
        return True
    single = kind != "MISC" and len(words) == 1 and words[0].endswith(_ADJECTIVE)
    return single and place_label(words) == "PLACE"
