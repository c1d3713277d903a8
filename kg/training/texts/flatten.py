"""From a document of sentences to one running text."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate
from typing import Any

from kg.training.formats.sentence import MISSING, Sentence
from kg.training.texts.places import finer_places
from kg.training.texts.text import Syntax, Text

__all__ = ["flat_text"]


def flat_text(corpus: str, key: str, document: Sequence[Sentence], **layers: Any) -> Text:
    """Put the sentences of a document behind each other.

    Args:
        corpus: Name of the corpus.
        key: Name of the text.
        document: Its sentences, at least one, none empty. Those without names make ``-``.
        layers: Further fields of the text.

    Returns:
        The text, with syntax where every sentence has it, and names where a sentence has them. A place that
        is surely a country, a city or a region is told so.
    """
    sizes = [len(sentence.words) for sentence in document]
    starts = [0, *accumulate(sizes)][:-1]
    words = [word for sentence in document for word in sentence.words]
    tags = [tag for sentence in document for tag in sentence.ents or [MISSING] * len(sentence.words)]
    return Text(
        corpus=corpus,
        key=key,
        words=words,
        starts=starts,
        syntax=_syntax(document, starts) if all(sentence.heads for sentence in document) else None,
        names=finer_places(words, tags) if any(sentence.ents for sentence in document) else None,
        **layers,
    )


def _syntax(document: Sequence[Sentence], starts: list[int]) -> Syntax:
    return Syntax(
        pos=[item for sentence in document for item in sentence.pos],
        tags=[item for sentence in document for item in sentence.tags],
        morphs=[item for sentence in document for item in sentence.morphs],
        lemmas=[item for sentence in document for item in sentence.lemmas],
        heads=[
            start + head for sentence, start in zip(document, starts, strict=True) for head in sentence.heads
        ],
        deps=[item for sentence in document for item in sentence.deps],
    )
