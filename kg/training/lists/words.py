"""The lists that go with the reader: one class for all words of which the lists say the same."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise

from kg.reader.wordlists import WordLists
from kg.training.lists.gazetteer import features
from kg.training.lists.lexicon import Lexicon, load_lexicon
from kg.training.texts.text import Text

__all__ = ["word_lists"]


def word_lists(texts: Iterable[Text]) -> WordLists:
    """Class the words of the lists of names, and those that the texts mostly write in lower case."""
    table = features(load_lexicon() or Lexicon({}, {}, {}, []), _sentences(texts))
    number = {row: place for place, row in enumerate(sorted(set(table.values())), start=1)}
    return WordLists({word: number[row] for word, row in table.items()})


def _sentences(texts: Iterable[Text]) -> Iterator[list[str]]:
    for text in texts:
        for start, end in pairwise([*text.starts, len(text.words)]):
            yield text.words[start:end]
