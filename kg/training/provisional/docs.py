"""From sentences to the spaCy documents that ``spacy train`` reads."""

import random
from collections.abc import Iterable, Iterator
from typing import Any

from spacy.tokens import Doc, Span
from spacy.vocab import Vocab

from kg.training.formats.sentence import MISSING, Sentence, spans
from kg.training.provisional.spelling import respell
from kg.training.provisional.substitute import Substitution

__all__ = ["groups", "join_sentences", "to_doc"]


def groups(document: list[Sentence], rng: random.Random, most: int = 5) -> Iterator[list[Sentence]]:
    """Cut a document into groups of 1 to ``most`` sentences in their order, as paragraphs are."""
    start = 0
    while start < len(document):
        size = rng.randint(1, most)
        yield document[start : start + size]
        start += size


def join_sentences(
    documents: Iterable[list[Sentence]],
    vocab: Vocab,
    rng: random.Random,
    vary: Substitution | None = None,
    share: float = 0.0,
) -> Iterator[Doc]:
    """Make one spaCy document of each group of sentences, some of them respelled.

    Args:
        documents: Documents of sentences, with the same layers throughout.
        vocab: The vocabulary of the documents.
        rng: Draws sizes, spellings and names.
        vary: Replaces names; the documents then carry names only.
        share: The share of names to replace.
    """
    for document in documents:
        for group in groups(document, rng):
            if vary is not None and all(sentence.ents for sentence in group):
                group = vary(group, rng, share)
            yield to_doc(respell(group, rng), vocab)


def to_doc(sentences: list[Sentence], vocab: Vocab) -> Doc:
    """Make one document; a layer that one of the sentences lacks is left out for all.

    Args:
        sentences: At least one sentence.
        vocab: The vocabulary of the document.
    """
    words = [word for s in sentences for word in s.words]
    spaces = [space for s in sentences for space in (*s.spaces[:-1], True)]
    layers: dict[str, Any] = {}
    for layer in ("tags", "pos", "morphs", "lemmas", "deps"):
        if all(getattr(s, layer) for s in sentences):
            layers[layer] = [value for s in sentences for value in getattr(s, layer)]
    if "deps" in layers:
        offset, heads = 0, []
        for sentence in sentences:
            heads += [offset + head for head in sentence.heads]
            offset += len(sentence.words)
        layers["heads"] = heads
    else:
        layers["sent_starts"] = [index == 0 for s in sentences for index in range(len(s.words))]
    doc = Doc(vocab, words=words, spaces=spaces, **layers)
    if all(s.ents for s in sentences):
        _set_names(doc, [tag for s in sentences for tag in s.ents])
    return doc


def _set_names(doc: Doc, tags: list[str]) -> None:
    names = [Span(doc, start, end, label=label) for start, end, label in spans(tags)]
    unknown = [doc[index : index + 1] for index, tag in enumerate(tags) if tag == MISSING]
    doc.set_ents(names, missing=unknown, default="outside")
