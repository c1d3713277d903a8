"""Names in two columns, word and tag: Wikigold and CrossNER's politics.

Sources: https://rali.iro.umontreal.ca (Wikigold: Balasuriya et al. 2009),
https://github.com/zliucr/CrossNER.
"""

from collections.abc import Iterator
from pathlib import Path

from kg.training.formats.detokenize import blanks
from kg.training.formats.sentence import MISSING, Sentence, bio, spans
from kg.training.formats.titles import strip_title

__all__ = ["POLITICS_LABELS", "WIKIGOLD_LABELS", "read_columns"]

WIKIGOLD_LABELS = {"I-PER": "PERSON", "I-ORG": "ORG", "I-LOC": "PLACE", "I-MISC": MISSING}
POLITICS_LABELS = {
    "politician": "PERSON",
    "person": "PERSON",
    "organisation": "ORG",
    "politicalparty": "ORG",
    "country": "PLACE",
    "location": "PLACE",
    "election": "EVENT",
    "event": "EVENT",
    "misc": MISSING,
}


def read_columns(path: Path, label_of: dict[str, str], size: int = 4) -> Iterator[list[Sentence]]:
    """Read sentences separated by blank lines, ``size`` of them to a document.

    Args:
        path: Words and tags, separated by a blank or a tab.
        label_of: Our label for each label (or whole tag) of the file.
        size: Sentences to a document.

    Raises:
        KeyError: A label is not in ``label_of``.
    """
    document: list[Sentence] = []
    rows: list[list[str]] = []
    with path.open(encoding="utf-8") as handle:
        for line in [*handle, "\n"]:
            parts = line.split()
            if len(parts) == 2:
                rows.append(parts)
            elif rows:
                document.append(_sentence(rows, label_of))
                rows = []
            if len(document) == size:
                yield document
                document = []
    if document:
        yield document


def _sentence(rows: list[list[str]], label_of: dict[str, str]) -> Sentence:
    words = [row[0] for row in rows]
    marked = []
    for start, end, raw in spans([row[1] for row in rows]):
        label = label_of[raw] if raw in label_of else label_of[f"I-{raw}"]
        first = start
        if end - start > 1 and words[start] in ("the", "The"):
            first += 1
        if label == "PERSON":
            first = min(first + strip_title(words[first:end]), end - 1)
        marked.append((first, end, label))
    return Sentence(words=words, spaces=blanks(words), ents=bio(len(words), marked))
