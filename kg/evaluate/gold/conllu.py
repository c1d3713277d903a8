"""CoNLL-U: sentences, tags, lemmas, dependencies, and the chains of GUM's and CorefUD's ``Entity=``.

Formats: https://universaldependencies.org/format.html and https://ufal.mff.cuni.cz/corefud.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from kg.errors import GoldError
from kg.evaluate.gold.brackets import Brackets, Mention, has_singletons, in_text_order
from kg.evaluate.gold.source import Gold, broken, numbered_lines, unique
from kg.evaluate.gold.text import Tokens, rebuild

__all__ = ["read_conllu"]

_COLUMNS = 10
_ID, _FORM, _LEMMA, _UPOS, _XPOS, _FEATS, _HEAD, _DEPREL, _DEPS, _MISC = range(_COLUMNS)

Line = tuple[int, str]
Pair = tuple[int, int]


@dataclass
class _Token:
    """words: the rows of the words that it holds, each with its line's number; more than one in "don't"."""

    form: str
    blank: bool
    words: list[tuple[int, list[str]]] = field(default_factory=list)

    def spans(self, start: int) -> list[Pair]:
        """Where the words are when the token starts here; all of it if their forms do not make it up."""
        forms = [row[_FORM] for _, row in self.words]
        if "".join(forms) != self.form:
            return [(start, start + len(self.form))] * len(forms)
        ends = [start + len("".join(forms[: index + 1])) for index in range(len(forms))]
        return list(zip([start, *ends], ends, strict=False))


@dataclass(frozen=True)
class _Sentence:
    tokens: list[_Token]
    opens: bool


def read_conllu(paths: Sequence[Path], features: Collection[str] | None = None) -> Gold:
    """Read files, an article a document.

    Args:
        paths: files.
        features: names of the features that count, None for all.

    Raises:
        GoldError: a line is not as the format wants it, or there is no sentence.
    """
    names, rows, mentions = [], [], []
    for path in paths:
        for name, sentences in _documents(path):
            names.append(name)
            mentions.append(_mentions(path, sentences))
            rows.append(_row(sentences, mentions[-1]))
    if not rows:
        raise GoldError(f"{paths[0]}: holds no sentence")
    shared: dict[str, Any] = {"singletons": has_singletons(mentions)}
    if features is not None:
        shared["score_features"] = sorted(features)
    layers = ("chains", "coreference", "syntax") if any(mentions) else ("syntax",)
    named = ({"id": name, **row, **shared} for name, row in zip(unique(names), rows, strict=True))
    return Gold("conllu", layers, tuple(named))


def _documents(path: Path) -> Iterator[tuple[str, list[_Sentence]]]:
    """The documents of a file that hold a sentence."""
    name, opens = path.stem, False
    sentences: list[_Sentence] = []
    block: list[Line] = []
    for number, line in [*numbered_lines(path), (0, "")]:
        if line.startswith("# newdoc"):
            if sentences:
                yield name, sentences
            name, sentences, opens = line.partition("=")[2].strip() or path.stem, [], True
        elif line.startswith("# newpar"):
            opens = True
        elif line.strip() and not line.startswith("#"):
            block.append((number, line))
        elif block and not line.strip():
            sentences.append(_Sentence(_tokens(path, block), opens))
            block, opens = [], False
    if sentences:
        yield name, sentences


def _tokens(path: Path, block: Sequence[Line]) -> list[_Token]:
    tokens: list[_Token] = []
    size = inside = 0
    for number, line in block:
        row = line.split("\t")
        if len(row) != _COLUMNS:
            raise broken(path, number, f"{len(row)} columns, not ten: {line[:60]!r}")
        first, dash, last = row[_ID].partition("-")
        if "." in first:  # an empty node
            continue
        if not first.isdecimal() or (dash and not last.isdecimal()) or not row[_FORM].strip():
            raise broken(path, number, f"no number of a word, or no word: {line[:60]!r}")
        if dash or int(first) > inside:
            tokens.append(_Token(row[_FORM], "SpaceAfter=No" not in row[_MISC].split("|")))
        if dash:
            inside = int(last)
            continue
        size += 1
        if int(first) != size:
            raise broken(path, number, f"word {first} where word {size} is expected")
        tokens[-1].words.append((number, row))
    for number, row in (word for token in tokens for word in token.words):
        if row[_HEAD] != "_" and not (row[_HEAD].isdecimal() and int(row[_HEAD]) <= size):
            raise broken(path, number, f"the head {row[_HEAD]!r} is no word of the sentence")
    return tokens


def _mentions(path: Path, sentences: Sequence[_Sentence]) -> list[Mention]:
    """The mentions of a document, by the positions of their words."""
    brackets = Brackets()
    words = [word for sentence in sentences for token in sentence.tokens for word in token.words]
    for index, (number, row) in enumerate(words):
        value = next((item[7:] for item in row[_MISC].split("|") if item.startswith("Entity=")), "")
        if unopened := brackets.read(value, index):
            raise broken(path, number, f"Entity= closes {unopened!r}, which is not open")
    return in_text_order(brackets.mentions)


def _row(sentences: Sequence[_Sentence], mentions: Sequence[Mention]) -> dict[str, Any]:
    rebuilt = rebuild(
        [Tokens([t.form for t in s.tokens], [t.blank for t in s.tokens], s.opens) for s in sentences]
    )
    words: list[dict[str, Any]] = []
    places: list[Pair] = []
    for sentence, spans in zip(sentences, rebuilt.words, strict=True):
        first = len(words)
        for token, (start, end) in zip(sentence.tokens, spans, strict=True):
            places += token.spans(start)
            words += [_word(row, first, start, end, len(token.words) > 1) for _, row in token.words]
    return {
        "text": rebuilt.text,
        "paragraphs": [list(pair) for pair in rebuilt.paragraphs],
        "sentences": [list(pair) for pair in rebuilt.sentences],
        "words": words,
        "entities": [
            {"start": places[start][0], "end": places[end - 1][1], "type": "", "kind": "", "chain": chain}
            for start, end, chain in mentions
        ],
    }


def _word(row: Sequence[str], first: int, start: int, end: int, multiword: bool) -> dict[str, Any]:
    head = int(row[_HEAD]) if row[_HEAD] != "_" else 0
    return {
        "start": start,
        "end": end,
        "form": row[_FORM],
        "upos": row[_UPOS],
        "xpos": row[_XPOS],
        "feats": row[_FEATS],
        "lemma": row[_LEMMA],
        "head": first + head - 1 if head else -1,
        "deprel": row[_DEPREL],
        "multiword": multiword,
    }
