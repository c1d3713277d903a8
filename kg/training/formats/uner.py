"""Names of Universal NER over the English Web Treebank (the same sentences as UD English-EWT).

Source: https://github.com/UniversalNER/UNER_English-EWT. Only persons, organizations and places are
annotated; titles are outside ("Dr.", "President"), and so is a leading "the".
"""

from collections.abc import Iterable, Iterator
from pathlib import Path

from kg.training.formats.sentence import MISSING, OUTSIDE, Sentence

__all__ = ["join_names", "read_uner"]

LABEL_OF = {"PER": "PERSON", "ORG": "ORG", "LOC": "PLACE"}


def read_uner(path: Path) -> dict[str, tuple[list[str], list[str]]]:
    """Read the words and entity tags of each sentence, by its ``sent_id``.

    Raises:
        KeyError: A tag carries a label that is not PER, ORG or LOC.
    """
    found: dict[str, tuple[list[str], list[str]]] = {}
    key = ""
    for line in path.read_text(encoding="utf-8").split("\n"):
        if line.startswith("# sent_id"):
            key = line.partition("=")[2].strip()
            found[key] = ([], [])
        elif line and not line.startswith("#"):
            row = line.split("\t")
            found[key][0].append(row[1])
            found[key][1].append(_tag(row[2]))
    return found


def _tag(tag: str) -> str:
    prefix, _, label = tag.partition("-")
    if not label:
        return OUTSIDE
    if label == "OTH":
        return MISSING
    return f"{prefix}-{LABEL_OF[label]}"


def join_names(
    documents: Iterable[list[Sentence]], names: dict[str, tuple[list[str], list[str]]]
) -> Iterator[list[Sentence]]:
    """Put the names on the treebank's sentences; sentences without names stay without the layer.

    Args:
        documents: Sentences of UD English-EWT.
        names: What :func:`read_uner` gave.
    """
    for document in documents:
        joined = []
        for sentence in document:
            words, ents = names.get(sentence.key, ([], []))
            joined.append(sentence.with_ents(ents) if words == sentence.words else sentence)
        yield joined
