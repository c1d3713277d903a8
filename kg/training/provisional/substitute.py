"""Other names in the same sentences, so that a small corpus teaches many names.

A name keeps its number of words, its label and its letter case; within a group of sentences the
same word is always replaced by the same word.
"""

import random
from collections import defaultdict
from collections.abc import Iterable, Mapping
from itertools import accumulate

from kg.training.formats.sentence import Sentence, spans
from kg.training.provisional.lexicon import Lexicon

__all__ = ["Substitution"]

_PLACES_KEPT = frozenset(("U.S.", "US", "U.K.", "UK", "United States", "U.S", "Iraq", "Iran"))


_FLATTENING = 0.35
"""Power of a name's share of the population, so that rarer names are drawn too."""
_COUNTRY_WEIGHT = 5e6
"""The weight of a country or state, in people; a city has its population."""


class _Drawer:
    """Draws words with weights."""

    def __init__(self, weights: Mapping[str, float], power: float = 1.0) -> None:
        self.words = list(weights)
        self.sums = list(accumulate(weight**power for weight in weights.values()))

    def draw(self, rng: random.Random) -> str:
        return rng.choices(self.words, cum_weights=self.sums)[0]


class Substitution:
    """Replaces persons and places by names of a lexicon, organizations by each other."""

    def __init__(self, lexicon: Lexicon, documents: Iterable[list[Sentence]]) -> None:
        """Collect the organizations of the documents.

        Args:
            lexicon: Forenames, surnames, places.
            documents: Sentences with names made by people.
        """
        self.forenames = _Drawer(lexicon.forenames, _FLATTENING)
        self.surnames = _Drawer(lexicon.surnames, _FLATTENING)
        places: defaultdict[int, dict[str, float]] = defaultdict(dict)
        for name, people in lexicon.cities.items():
            places[len(name.split())][name] = people
        for name in lexicon.countries:
            places[len(name.split())][name] = _COUNTRY_WEIGHT
        self.places = {length: _Drawer(names) for length, names in places.items()}
        found: defaultdict[int, set[str]] = defaultdict(set)
        for document in documents:
            for sentence in document:
                for start, end, label in spans(sentence.ents):
                    words = sentence.words[start:end]
                    if label == "ORG" and all(
                        word[:1].isupper() or word in ("of", "the", "and", "for") for word in words
                    ):
                        found[end - start].add(" ".join(words))
        self.organizations = {length: sorted(names) for length, names in found.items()}

    def __call__(self, sentences: list[Sentence], rng: random.Random, share: float) -> list[Sentence]:
        """Replace about ``share`` of the names of one group of sentences."""
        chosen: dict[str, str] = {}
        result = []
        for sentence in sentences:
            words = list(sentence.words)
            for start, end, label in spans(sentence.ents):
                old = " ".join(words[start:end])
                if old not in chosen:
                    chosen[old] = (
                        self._other(words[start:end], label, rng, chosen) if (rng.random() < share) else old
                    )
                new = chosen[old].split(" ")
                if len(new) == end - start:
                    words[start:end] = new
            result.append(_with_words(sentence, words))
        return result

    def _other(self, words: list[str], label: str, rng: random.Random, chosen: dict[str, str]) -> str:
        old = " ".join(words)
        if label == "PERSON":
            return " ".join(self._person(words, index, rng, chosen) for index in range(len(words)))
        new = old
        if label == "PLACE" and old not in _PLACES_KEPT and all(w.isalpha() for w in words):
            places = self.places.get(len(words))
            new = places.draw(rng) if places else old
        elif label == "ORG" and len(words) in self.organizations:
            new = rng.choice(self.organizations[len(words)])
        return _cased(new, old)

    def _person(self, words: list[str], index: int, rng: random.Random, chosen: dict[str, str]) -> str:
        word = words[index]
        if not word.isalpha() or len(word) < 3:
            return word
        if word not in chosen:
            forename = index < len(words) - 1 or (len(words) == 1 and rng.random() < 0.5)
            names = self.forenames if forename else self.surnames
            chosen[word] = _cased(names.draw(rng), word)
        return chosen[word]


def _cased(new: str, old: str) -> str:
    """Give a name the letter case of another.

    >>> _cased("Lima", "ROME"), _cased("Lima", "rome"), _cased("Lima", "Rome")
    ('LIMA', 'lima', 'Lima')
    """
    if old.isupper() and len(old) > 3:
        return new.upper()
    return new.lower() if old.islower() else new


def _with_words(sentence: Sentence, words: list[str]) -> Sentence:
    return Sentence(words=words, spaces=sentence.spaces, ents=sentence.ents)
