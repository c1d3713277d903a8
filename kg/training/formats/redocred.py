"""Names of Re-DocRED: whole Wikipedia introductions with every mention of every entity.

Source: https://github.com/tonytan48/Re-DocRED. Nationalities are marked as places or organizations
there, and events are miscellaneous: both become missing.
"""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from kg.training.formats.detokenize import blanks
from kg.training.formats.sentence import MISSING, Sentence, Span, bio
from kg.training.formats.titles import strip_title

__all__ = ["read_redocred"]

LABEL_OF = {"PER": "PERSON", "ORG": "ORG", "LOC": "PLACE", "TIME": "DATE", "MISC": MISSING}
_ADJECTIVE = (
    "an",
    "ian",
    "ese",
    "ish",
    "ans",
    "ch",
    "tch",
    "eek",
    "aqi",
    "aeli",
    "ani",
    "ic",
    "man",
)
_COUNTRY = frozenset(("Iran", "Japan", "Sudan", "Pakistan", "Taiwan", "Oman", "Milan", "Vatican", "Zurich"))


def read_redocred(path: Path) -> Iterator[list[Sentence]]:
    """Read the documents, each with all its sentences.

    Args:
        path: ``dev_revised.json``: a list of documents with ``sents`` and ``vertexSet``.
    """
    for document in json.loads(path.read_text(encoding="utf-8")):
        marked: list[list[Span]] = [[] for _ in document["sents"]]
        for entity in document["vertexSet"]:
            for mention in entity:
                index = mention["sent_id"]
                span = _span(document["sents"][index], mention)
                if span is not None:
                    marked[index].append(span)
        yield [
            _sentence(words, sorted(found, key=lambda span: span[0] - span[1]))
            for words, found in zip(document["sents"], marked, strict=True)
        ]


def _sentence(words: list[str], marked: list[Span]) -> Sentence:
    tags = bio(len(words), marked)
    kept = [index for index, word in enumerate(words) if word.strip()]
    clean = [words[index].strip() for index in kept]
    return Sentence(words=clean, spaces=blanks(clean), ents=[tags[index] for index in kept])


def _span(words: list[str], mention: dict[str, Any]) -> Span | None:
    label = LABEL_OF.get(str(mention["type"]))
    if label is None:
        return None
    start, end = mention["pos"]
    if end - start > 1 and words[start] in ("the", "The"):
        start += 1
    if label == "PERSON":
        start = min(start + strip_title(words[start:end]), end - 1)
    last = words[end - 1]
    if label in ("PLACE", "ORG") and end - start == 1 and last.endswith(_ADJECTIVE):
        label = label if last in _COUNTRY or last.endswith(("istan", "land")) else MISSING
    return start, end, label
