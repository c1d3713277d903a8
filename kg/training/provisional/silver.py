"""Filling labels that a corpus lacks, and doubting machine-made ones, with an earlier model."""

from collections.abc import Iterable, Iterator

from spacy.language import Language
from spacy.tokens import Doc

from kg.training.formats.sentence import MISSING, OUTSIDE, Sentence, Span, bio, spans

__all__ = ["doubt", "fill"]


def fill(
    documents: Iterable[list[Sentence]], lacks: frozenset[str], nlp: Language
) -> Iterator[list[Sentence]]:
    """Add the model's names with the labels that the corpus does not annotate.

    A name is added only where every token is outside or missing in the corpus.

    Args:
        documents: The corpus.
        lacks: The labels that it does not annotate.
        nlp: A pipeline with entities; it runs on the corpus' own tokens.
    """
    for document, predicted in _predict(documents, nlp):
        filled = []
        for sentence, found in zip(document, predicted, strict=True):
            tags = list(sentence.ents)
            for start, end, label in found:
                if label in lacks and all(t in (OUTSIDE, MISSING) for t in tags[start:end]):
                    tags[start:end] = bio(end - start, [(0, end - start, label)])
            filled.append(sentence.with_ents(tags) if sentence.ents else sentence)
        yield filled


def doubt(
    documents: Iterable[list[Sentence]], labels: frozenset[str], nlp: Language
) -> Iterator[list[Sentence]]:
    """Mark as missing the names on which the corpus and the model disagree.

    Args:
        documents: A corpus with machine-made names.
        labels: The labels in which the model is to be trusted more than the corpus.
        nlp: A pipeline with entities, learnt from people's annotations.
    """
    for document, predicted in _predict(documents, nlp):
        result = []
        for sentence, found in zip(document, predicted, strict=True):
            own = set(spans(sentence.ents))
            odd = {span for span in own ^ set(found) if span[2] in labels}
            tags = list(sentence.ents)
            for start, end, _ in odd:
                tags[start:end] = [MISSING] * (end - start)
            result.append(sentence.with_ents(_mended(tags)))
        yield result


def _mended(tags: list[str]) -> list[str]:
    """Drop the rest of a name whose beginning became missing."""
    for index, tag in enumerate(tags):
        if tag.startswith("I-") and (index == 0 or tags[index - 1] in (MISSING, OUTSIDE)):
            tags[index] = MISSING
    return tags


def _predict(
    documents: Iterable[list[Sentence]], nlp: Language
) -> Iterator[tuple[list[Sentence], list[list[Span]]]]:
    for document in documents:
        docs = [Doc(nlp.vocab, words=s.words, spaces=s.spaces) for s in document]
        yield document, [[(e.start, e.end, e.label_) for e in doc.ents] for doc in nlp.pipe(docs)]
