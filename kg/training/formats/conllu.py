"""CoNLL-U files of Universal Dependencies, as documents of sentences.

Format: https://universaldependencies.org/format.html
"""

from collections.abc import Iterator
from pathlib import Path

from kg.training.formats.sentence import Sentence

__all__ = ["read_conllu"]

_FEATURES = "Case Degree Gender Mood NumType Number Person Poss PronType Tense VerbForm Voice"
FEATURES = frozenset(_FEATURES.split())
"""The universal features that the pipeline learns; the others are dropped."""


def read_conllu(path: Path) -> Iterator[list[Sentence]]:
    """Read a file document by document, in its order.

    Args:
        path: A CoNLL-U file.

    Yields:
        The sentences of one document. ``misc`` holds the tenth column.

    Raises:
        ValueError: A line has not ten columns.
    """
    document: list[Sentence] = []
    block: list[str] = []
    with path.open(encoding="utf-8") as handle:
        for line in [*handle, "\n"]:
            line = line.rstrip("\n")
            if line:
                if line.startswith("# newdoc") and document:
                    yield document
                    document = []
                block.append(line)
            elif block:
                document.append(_sentence(block, path))
                block = []
    if document:
        yield document


def _sentence(block: list[str], path: Path) -> Sentence:
    rows: list[list[str]] = []
    no_space: set[int] = set()
    key, opens = "", False
    for line in block:
        if line.startswith("#"):
            opens = opens or line.startswith("# newpar")
            if line.startswith("# sent_id"):
                key = line.partition("=")[2].strip()
            continue
        row = line.split("\t")
        if len(row) != 10:
            raise ValueError(f"{path.name}: not ten columns: {line[:80]!r}")
        first, _, last = row[0].partition("-")
        if last:  # a word of several tokens: no blank inside, its own column tells about after
            no_space.update(range(int(first), int(last)))
            if "SpaceAfter=No" in row[9]:
                no_space.add(int(last))
        elif first.isdigit():  # else an empty node
            rows.append(row)
    return Sentence(
        words=[row[1] for row in rows],
        spaces=[int(row[0]) not in no_space and "SpaceAfter=No" not in row[9] for row in rows],
        tags=[row[4] for row in rows],
        pos=[row[3] for row in rows],
        morphs=[_features(row[5]) for row in rows],
        lemmas=[row[2] for row in rows],
        heads=[int(row[6]) - 1 if row[6] != "0" else index for index, row in enumerate(rows)],
        deps=[row[7] if row[6] != "0" else "ROOT" for row in rows],
        misc=[row[9] for row in rows],
        opens=opens,
        key=key,
    )


def _features(column: str) -> str:
    """Keep the features that the pipeline learns.

    >>> _features("Definite=Def|PronType=Art")
    'PronType=Art'
    """
    kept = [item for item in column.split("|") if item.partition("=")[0] in FEATURES]
    return "|".join(kept) or "_"
