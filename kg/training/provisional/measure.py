"""Measuring a pipeline: names as standoff lines, tags and dependencies against a treebank.

::

    python -m kg.training.provisional.measure names MODEL ARTICLES OUT.jsonl
    python -m kg.training.provisional.measure parse MODEL FILE.conllu
    python -m kg.training.provisional.measure speed MODEL ARTICLES
"""

import argparse
import json
import logging
import time
from collections.abc import Iterator
from pathlib import Path

import spacy
from spacy.language import Language
from spacy.scorer import Scorer
from spacy.training import Example

from kg.training.formats.conllu import read_conllu
from kg.training.provisional.docs import to_doc

__all__ = ["main", "names_of_text", "score_parse", "words_per_second"]

TYPE_OF = {"PERSON": "Person", "ORG": "Organization", "PLACE": "Place", "EVENT": "Event"}
_LOG = logging.getLogger(__name__)


def paragraphs(text: str) -> Iterator[tuple[int, str]]:
    r"""Cut a text at blank lines, each paragraph with its offset and its newlines made blanks.

    >>> list(paragraphs("One\ntwo.\n\nThree."))
    [(0, 'One two.'), (10, 'Three.')]
    """
    offset = 0
    for part in text.split("\n\n"):
        if part.strip():
            yield offset, part.replace("\n", " ")
        offset += len(part) + 2


def names_of_text(nlp: Language, text: str) -> list[dict[str, object]]:
    """Find the names of one article.

    Returns:
        Mentions with ``start`` and ``end`` in code points of ``text``, and the coarse ``type``.
    """
    found: list[dict[str, object]] = []
    pieces = list(paragraphs(text))
    for (offset, _), doc in zip(pieces, nlp.pipe(piece for _, piece in pieces), strict=True):
        found += [
            {
                "start": offset + ent.start_char,
                "end": offset + ent.end_char,
                "type": TYPE_OF[ent.label_],
                "kind": "name",
            }
            for ent in doc.ents
            if ent.label_ in TYPE_OF
        ]
    return found


def score_parse(nlp: Language, path: Path, size: int = 4) -> dict[str, float]:
    """Score tags, dependencies and sentence borders over raw groups of ``size`` sentences."""
    examples = []
    for document in read_conllu(path):
        for start in range(0, len(document), size):
            gold = to_doc(document[start : start + size], nlp.vocab)
            examples.append(Example(nlp.make_doc(gold.text), gold))
    docs = list(nlp.pipe(example.predicted for example in examples))
    examples = [Example(doc, e.reference) for doc, e in zip(docs, examples, strict=True)]
    scores = Scorer(nlp).score(examples)
    wanted = (
        "token_f",
        "tag_acc",
        "pos_acc",
        "morph_acc",
        "lemma_acc",
        "dep_uas",
        "dep_las",
        "sents_f",
    )
    return {name: round(scores[name], 4) for name in wanted if scores.get(name) is not None}


def words_per_second(nlp: Language, texts: list[str], rounds: int = 3) -> float:
    """Time the pipeline over paragraphs; the best of some rounds, in tokens a CPU second."""
    best = 0.0
    pieces = [piece for text in texts for _, piece in paragraphs(text)]
    for _ in range(rounds):
        begun = time.process_time()
        count = sum(len(doc) for doc in nlp.pipe(pieces))
        best = max(best, count / (time.process_time() - begun))
    return best


def main(arguments: list[str] | None = None) -> None:
    """Measure from the command line; see the module's text."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("what", choices=("names", "parse", "speed"))
    parser.add_argument("model")
    parser.add_argument("source", type=Path)
    parser.add_argument("output", type=Path, nargs="?")
    given = parser.parse_args(arguments)
    nlp = spacy.load(given.model)
    if given.what == "parse":
        _LOG.info("%s", score_parse(nlp, given.source))
        return
    articles = sorted(given.source.glob("*.txt"))
    if given.what == "speed":
        texts = [path.read_text(encoding="utf-8") for path in articles]
        _LOG.info("%.0f words a CPU second", words_per_second(nlp, texts))
        return
    with given.output.open("w", encoding="utf-8") as handle:
        for path in articles:
            row = {
                "id": path.stem,
                "entities": names_of_text(nlp, path.read_text(encoding="utf-8")),
            }
            handle.write(json.dumps(row) + "\n")


if __name__ == "__main__":
    logging.basicConfig(level=logging.INFO, format="%(message)s")
    main()
