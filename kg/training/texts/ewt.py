"""UD English-EWT as texts: web texts with syntax, sentences, and the names that Universal NER put on them.

Sources: https://universaldependencies.org/treebanks/en_ewt and
https://github.com/UniversalNER/UNER_English-EWT.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from kg.training.formats.conllu import read_conllu
from kg.training.formats.uner import join_names, read_uner
from kg.training.texts.flatten import flat_text
from kg.training.texts.text import Text

__all__ = ["LACKS", "read_ewt", "read_ewt_dev"]

LACKS = frozenset(("DATE", "EVENT", "MISC", "NORP", "QUANTITY"))
"""Only persons, organizations and places are annotated."""


def read_ewt(corpora: Path) -> Iterator[Text]:
    """Read the training part, one text a document.

    Args:
        corpora: The folder that holds ``ud_ewt`` and, for the names, ``uner_ewt``.

    Yields:
        Texts with syntax and sentences; ``names`` where the names' file is there.
    """
    return _read(corpora, "en_ewt-ud-train.conllu", "en_ewt-ud-train.clean.iob2")


def read_ewt_dev(corpora: Path) -> Iterator[Text]:
    """Read the development part likewise: to measure with, never to learn from."""
    return _read(corpora, "en_ewt-ud-dev.conllu", "en_ewt-ud-dev.iob2")


def _read(corpora: Path, treebank: str, names: str) -> Iterator[Text]:
    path = corpora / "uner_ewt" / names
    documents = read_conllu(corpora / "ud_ewt" / treebank)
    joined = join_names(documents, read_uner(path) if path.exists() else {})
    for document in joined:
        if document:
            key = document[0].key.rpartition("-")[0] or document[0].key
            yield flat_text("ud_ewt", key, document, sentences=True, lacks=LACKS)
