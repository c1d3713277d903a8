"""Names of the Groningen Meaning Bank: machine-made labels over news, cheap errors mended.

Source: https://gmb.let.rug.nl. What is put right: titles inside persons, country names that are
marked like nationalities, names with another label than nearly everywhere else, times that are mere
numbers. Works and natural phenomena become missing, not outside.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

from kg.training.formats.detokenize import blanks
from kg.training.formats.sentence import MISSING, Sentence, Span, bio, spans
from kg.training.formats.titles import strip_title

__all__ = ["read_gmb"]

Row = tuple[str, str, str]

LABEL_OF = {
    "geo": "PLACE",
    "org": "ORG",
    "per": "PERSON",
    "gpe": "NORP",
    "tim": "DATE",
    "eve": "EVENT",
}
_FIXED = {
    "U.N.": "ORG",
    "UN": "ORG",
    "United Nations": "ORG",
    "European Union": "ORG",
    "EU": "ORG",
    "African Union": "ORG",
    "AU": "ORG",
    "West Bank": "PLACE",
    "U.S.": "PLACE",
    "US": "PLACE",
    "UK": "PLACE",
    "Tehran": "PLACE",
    "Gaza": "PLACE",
    "Sunni": "NORP",
    "Shi'ite": "NORP",
    "Shiite": "NORP",
    "Muslim": "NORP",
    "Muslims": "NORP",
    "Western": "NORP",
    "Christian": "NORP",
    "Islamic": "NORP",
    "Kurdish": "NORP",
    "Jewish": "NORP",
    "Catholic": "NORP",
    "Roman Catholic": "NORP",
    "Philippine": "NORP",
    "Democratic": "NORP",
    "Republican": "NORP",
}
_TIME = re.compile(
    r"\d{4}s?$|(mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|may$|june|july"
    r"|august|september|october|november|december|today|yesterday|tomorrow|tonight|week|month|year"
    r"|decade|century|morning|evening|night|afternoon|spring|summer|autumn|winter",
    re.IGNORECASE,
)
_QUOTED = {"``": '"', "''": '"'}
_ENOUGH, _NEARLY_ALL = 8, 0.6


def read_gmb(path: Path) -> Iterator[list[Sentence]]:
    """Read the sentences, twenty to a document (the file has no document borders).

    Args:
        path: Word, tag and entity tag in columns; a blank line after each sentence.
    """
    sentences = list(_rows(path))
    label_of = _usual_labels(sentences)
    size = 20
    for first in range(0, len(sentences), size):
        yield [_sentence(rows, label_of) for rows in sentences[first : first + size]]


def _rows(path: Path) -> Iterator[list[Row]]:
    rows: list[Row] = []
    with path.open(encoding="utf-8") as handle:
        for line in [*handle, "\n"]:
            parts = line.rstrip("\n").split("\t")
            if len(parts) == 3:
                rows.append((_QUOTED.get(parts[0], parts[0]), parts[1], parts[2]))
            elif rows:
                yield rows
                rows = []


def _raw_spans(rows: list[Row]) -> list[Span]:
    """Read the spans; persons that touch each other are one person ("Mr." and "Example")."""
    joined: list[Span] = []
    for start, end, label in spans([row[2] for row in rows]):
        if label == "per" and joined and joined[-1][1:] == (start, "per"):
            joined[-1] = (joined[-1][0], end, label)
        else:
            joined.append((start, end, label))
    return joined


def _usual_labels(sentences: list[list[Row]]) -> dict[str, str]:
    """Find the label that each frequent name nearly always has."""
    counts: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for rows in sentences:
        for start, end, label in _raw_spans(rows):
            text = " ".join(row[0] for row in rows[start:end])
            if label in ("geo", "org", "per"):
                counts[text][LABEL_OF[label]] += 1
            elif label == "gpe":
                adjective = rows[start][1] in ("JJ", "NNS", "NNPS")
                counts[text]["NORP" if adjective else "PLACE"] += 1
    usual = {}
    for text, labels in counts.items():
        label, count = labels.most_common(1)[0]
        total = sum(labels.values())
        if total >= _ENOUGH and count >= _NEARLY_ALL * total:
            usual[text] = label
    return usual | _FIXED


def _sentence(rows: list[Row], usual: dict[str, str]) -> Sentence:
    words = [row[0] for row in rows]
    marked = [_span(rows, words, span, usual) for span in _raw_spans(rows)]
    return Sentence(
        words=words,
        spaces=blanks(words),
        ents=bio(len(words), [span for span in marked if span is not None]),
    )


def _span(rows: list[Row], words: list[str], span: Span, usual: dict[str, str]) -> Span | None:
    start, end, raw = span
    if raw in ("art", "nat"):
        return start, end, MISSING
    if raw == "tim":
        told = any(_TIME.match(word) for word in words[start:end])
        return start, end, "DATE" if told else MISSING
    if raw == "eve":
        while start and words[start - 1] in ("World", "War") and words[start] in ("War", "I", "II"):
            start -= 1
        return start, end, "EVENT" if end - start > 1 else MISSING
    if words[start] in ("The", "the") and end - start > 1:
        start += 1
    if raw == "per":
        start += strip_title(words[start:end])
        if start == end:
            return None
    text = " ".join(words[start:end])
    if text in usual:
        return start, end, usual[text]
    if raw == "gpe":
        return start, end, "NORP" if rows[start][1] in ("JJ", "NNS", "NNPS") else "PLACE"
    return start, end, LABEL_OF[raw]
