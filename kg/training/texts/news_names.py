"""Corpora of sentences with names as texts: GMB (news), Wikigold, CrossNER's politics (Wikipedia).

Not here: WNUT-17. Its tweets write names in any case and leave most of them out; they teach nothing about
news.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from kg.training.formats.columns import read_columns
from kg.training.formats.gmb import read_gmb
from kg.training.formats.sentence import Sentence
from kg.training.texts.flatten import flat_text
from kg.training.texts.gmb_doubt import believed, collect
from kg.training.texts.text import Text

__all__ = ["read_gmb_texts", "read_politics_texts", "read_wikigold_texts"]

_SIZE = 20
"""Sentences to a text where the corpus has no documents."""

_GMB_LACKS = frozenset(("MISC", "QUANTITY"))

_WIKIGOLD = {"I-PER": "PERSON", "I-ORG": "ORG", "I-LOC": "PLACE", "I-MISC": "OTHER"}
_WIKIGOLD_LACKS = frozenset(("DATE", "QUANTITY"))
"""Its MISC is that of CoNLL-2003: nationalities, events and works are all annotated."""
_BORDER = "-DOCSTART-"

_POLITICS = {
    "politician": "PERSON",
    "person": "PERSON",
    "organisation": "ORG",
    "politicalparty": "ORG",
    "country": "COUNTRY",
    "location": "PLACE",
    "election": "EVENT",
    "event": "EVENT",
    "misc": "OTHER",
}
_POLITICS_LACKS = frozenset(("DATE", "MISC", "NORP", "QUANTITY"))
"""Its ``misc`` has some nationalities and laws, not all."""

_WINDOWS = str.maketrans("\x85\x91\x92\x93\x94\x95\x96\x97", "…‘’“”•–—")
"""Signs of Windows' code page that GMB kept as control characters."""


def read_gmb_texts(corpora: Path) -> Iterator[Text]:
    """Read the Groningen Meaning Bank's news, twenty sentences a text in the order of the file.

    Args:
        corpora: The folder that holds ``gmb``.

    Yields:
        Texts with gold sentences and machine-made names, the doubtful ones missing; they weigh half.
    """
    documents = list(read_gmb(corpora / "gmb" / "gmb.conll"))
    known = collect(documents)
    for number, document in enumerate(documents):
        shown = [believed(_shown(sentence), known) for sentence in document]
        yield flat_text("gmb", str(number), shown, sentences=True, lacks=_GMB_LACKS, weight=0.5)


def _shown(sentence: Sentence) -> Sentence:
    words = [word.translate(_WINDOWS) for word in sentence.words]
    return replace(sentence, words=[word if word.strip() else "-" for word in words])


def read_wikigold_texts(corpora: Path) -> Iterator[Text]:
    """Read Wikigold, a text a document.

    Args:
        corpora: The folder that holds ``wikigold``.

    Yields:
        Texts with names; ``OTHER`` is what is neither person, organization nor place.
    """
    path = corpora / "wikigold" / "CONLL-format" / "data" / "wikigold.conll.txt"
    document: list[Sentence] = []
    number = 0
    for sentence in [s for group in read_columns(path, _WIKIGOLD, size=1) for s in group]:
        if sentence.words != [_BORDER]:
            document.append(sentence)
        elif document:
            yield flat_text("wikigold", str(number), document, sentences=True, lacks=_WIKIGOLD_LACKS)
            document, number = [], number + 1
    if document:
        yield flat_text("wikigold", str(number), document, sentences=True, lacks=_WIKIGOLD_LACKS)


def read_politics_texts(corpora: Path) -> Iterator[Text]:
    """Read the training sentences of CrossNER's politics, twenty a text (they are not in context).

    Args:
        corpora: The folder that holds ``crossner_politics``.

    Yields:
        Texts with names. Its countries are ``COUNTRY``, its other places ``PLACE`` or finer.
    """
    path = corpora / "crossner_politics" / "train.txt"
    for number, document in enumerate(read_columns(path, _POLITICS, size=_SIZE)):
        yield flat_text("crossner_politics", str(number), document, sentences=True, lacks=_POLITICS_LACKS)
