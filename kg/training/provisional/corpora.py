"""The corpora that the provisional pipeline learns from, with where they lie and their licences."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from kg.training.formats.columns import POLITICS_LABELS, WIKIGOLD_LABELS, read_columns
from kg.training.formats.conllu import read_conllu
from kg.training.formats.gmb import read_gmb
from kg.training.formats.gum import name_documents
from kg.training.formats.redocred import read_redocred
from kg.training.formats.sentence import Sentence
from kg.training.formats.uner import join_names, read_uner

__all__ = ["CORPORA", "Corpus"]

Reader = Callable[[Path], Iterator[list[Sentence]]]


@dataclass(frozen=True, slots=True)
class Corpus:
    """One corpus of the registry.

    Attributes:
        name: Its folder under the corpora folder, and its name for ``--without``.
        licence: What its texts and annotations are under.
        read: From the corpora folder to documents.
        lacks: Entity labels that the corpus does not annotate; the first pass fills them.
        copies: How often it is seen in one pass (each copy grouped and spelled differently).
        silver: Whether its names are machine-made.
        parsed: Whether it has tags and dependencies.
    """

    name: str
    licence: str
    read: Reader
    lacks: frozenset[str]
    copies: int = 1
    silver: bool = False
    parsed: bool = False


def _ewt(folder: Path) -> Iterator[list[Sentence]]:
    documents = read_conllu(folder / "ud_ewt" / "en_ewt-ud-train.conllu")
    names = folder / "uner_ewt" / "en_ewt-ud-train.clean.iob2"
    return join_names(documents, read_uner(names) if names.exists() else {})


def _gum(folder: Path) -> Iterator[list[Sentence]]:
    for path in sorted((folder / "gum" / "dep" / "train").glob("*.conllu")):
        yield from name_documents(read_conllu(path))


def _gmb(folder: Path) -> Iterator[list[Sentence]]:
    return read_gmb(folder / "gmb" / "gmb.conll")


def _wikigold(folder: Path) -> Iterator[list[Sentence]]:
    path = folder / "wikigold" / "CONLL-format" / "data" / "wikigold.conll.txt"
    return read_columns(path, WIKIGOLD_LABELS)


def _politics(folder: Path) -> Iterator[list[Sentence]]:
    return read_columns(folder / "crossner_politics" / "train.txt", POLITICS_LABELS, size=1)


def _redocred(folder: Path) -> Iterator[list[Sentence]]:
    return read_redocred(folder / "redocred" / "dev_revised.json")


CORPORA = {
    corpus.name: corpus
    for corpus in (
        Corpus(
            "ud_ewt",
            "CC BY-SA 4.0 (UD English-EWT; names: UNER English-EWT, CC BY-SA 4.0)",
            _ewt,
            frozenset(("NORP", "DATE", "EVENT")),
            copies=2,
            parsed=True,
        ),
        Corpus(
            "gum",
            "CC BY 4.0; texts CC BY 2.5, CC BY 4.0, CC BY-SA 3.0 by genre",
            _gum,
            frozenset(("NORP",)),
            copies=2,
            parsed=True,
        ),
        Corpus(
            "gmb",
            "texts in the public domain, annotation freely available",
            _gmb,
            frozenset(),
            silver=True,
        ),
        Corpus("wikigold", "CC BY 4.0", _wikigold, frozenset(("NORP", "DATE", "EVENT"))),
        Corpus("crossner_politics", "MIT", _politics, frozenset(("NORP", "DATE")), copies=2),
        Corpus("redocred", "MIT", _redocred, frozenset(("NORP", "EVENT"))),
    )
}
"""All corpora by name, in the order in which they are read."""
