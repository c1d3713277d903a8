"""Names in columns: CoNLL-2003, WNUT-17, Wikigold, CrossNER, GMB and Universal NER (.iob2).

A line a token, an empty line between sentences. The word is the first column, or the second where the first
counts the tokens; the tag is the last column that holds tags. Formats: Tjong Kim Sang and De Meulder 2003;
https://www.universalner.org.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kg.errors import GoldError
from kg.evaluate.gold.iob import is_tag, spans_of
from kg.evaluate.gold.labels import TYPE_OF, scored_types, unknown_labels
from kg.evaluate.gold.source import Gold, broken, numbered_lines, unique
from kg.evaluate.gold.text import Tokens, blanks_as_in, guessed_blanks, plain, rebuild

__all__ = ["SENTENCES", "read_columns"]

SENTENCES = 20
"""Sentences of an article where the file has no borders of documents."""

_BORDER = "-DOCSTART-"
_NEWDOC = re.compile(r"#\s*newdoc\b(?:\s+id)?\s*=?\s*(.*)")
_SETTING = re.compile(r"#\s*\S+\s*=\s")
_TEXT = re.compile(r"#\s*text\s*=\s*(.*)")


@dataclass(frozen=True, slots=True)
class _Sentence:
    words: list[str]
    tags: list[str]
    text: str
    document: str
    """Name of the document; "" where the file has none."""


def read_columns(paths: Sequence[Path]) -> Gold:
    """Read files; each sentence becomes a paragraph of its article.

    Raises:
        GoldError: a line has no word or no tag, or there is no name of a type of ours.
    """
    documents = [document for path in paths for document in _documents(path)]
    labels = {label for _, sentences in documents for s in sentences for _, _, label in spans_of(s.tags)}
    types = scored_types(labels)
    if not types:
        known = ", ".join(sorted(labels)) or "none"
        raise GoldError(f"{paths[0]}: no label that is known as a type of name (found: {known})")
    names = unique(name for name, _ in documents)
    rows = [_row(name, item[1], types) for name, item in zip(names, documents, strict=True)]
    return Gold("columns", ("entities",), tuple(rows), left_out=unknown_labels(labels))


def _documents(path: Path) -> Iterator[tuple[str, list[_Sentence]]]:
    sentences = list(_sentences(path))
    if any(sentence.document for sentence in sentences):
        by_name: dict[str, list[_Sentence]] = {}
        for sentence in sentences:
            by_name.setdefault(sentence.document, []).append(sentence)
        yield from by_name.items()
        return
    for number, start in enumerate(range(0, len(sentences), SENTENCES)):
        yield f"{path.stem}-{number:04}", sentences[start : start + SENTENCES]


def _sentences(path: Path) -> Iterator[_Sentence]:
    block: list[tuple[int, str]] = []
    document, number_of_documents, text = "", 0, ""
    layout: _Layout | None = None
    for number, line in [*numbered_lines(path), (0, "")]:
        if line.startswith("#") and _is_comment(line):
            if found := _NEWDOC.match(line):
                number_of_documents += 1
                document = found[1].strip() or f"{path.stem}-{number_of_documents:04}"
            elif found := _TEXT.match(line):
                text = found[1]
        elif line.startswith(_BORDER):
            number_of_documents += 1
            document = f"{path.stem}-{number_of_documents:04}"
        elif line.strip():
            block.append((number, line))
        elif block:
            layout = layout or _layout(path, block)
            rows = [layout.read(path, *item) for item in block]
            yield _Sentence([row[0] for row in rows], [row[1] for row in rows], text, document)
            block, text = [], ""


def _is_comment(line: str) -> bool:
    """A line that begins with a number sign, unless it is a token."""
    return "\t" not in line and (_SETTING.match(line) is not None or not is_tag(line.split()[-1]))


@dataclass(frozen=True, slots=True)
class _Layout:
    """Which columns hold the word and the tag."""

    word: int
    tag: int

    def read(self, path: Path, number: int, line: str) -> tuple[str, str]:
        cells = _cells(line)
        if len(cells) <= self.tag:
            raise broken(
                path, number, f"{len(cells)} columns, expected at least {self.tag + 1}: {line[:60]!r}"
            )
        if not is_tag(cells[self.tag]):
            raise broken(path, number, f"{cells[self.tag]!r} is not a tag such as O or B-PER")
        return plain(cells[self.word]), cells[self.tag]


def _layout(path: Path, block: Sequence[tuple[int, str]]) -> _Layout:
    rows = [_cells(line) for _, line in block]
    tags = [column for column in range(1, len(rows[0])) if is_tag(rows[0][column])]
    if not tags:
        raise broken(path, block[0][0], f"no column holds a tag such as O or B-PER: {block[0][1][:60]!r}")
    counted = tags[-1] > 1 and all(row[0] == str(index) for index, row in enumerate(rows, 1))
    return _Layout(int(counted), tags[-1])


def _cells(line: str) -> list[str]:
    return line.rstrip("\t ").split("\t") if "\t" in line else line.split()


def _row(name: str, sentences: Sequence[_Sentence], types: list[str]) -> dict[str, Any]:
    rebuilt = rebuild(
        [
            Tokens(s.words, blanks_as_in(s.words, s.text) or guessed_blanks(s.words), opens=True)
            for s in sentences
        ]
    )
    entities = [
        {"start": spans[first][0], "end": spans[end - 1][1], "type": TYPE_OF[label], "kind": "name"}
        for sentence, spans in zip(sentences, rebuilt.words, strict=True)
        for first, end, label in spans_of(sentence.tags)
        if label in TYPE_OF
    ]
    return {
        "id": name,
        "text": rebuilt.text,
        "paragraphs": [list(pair) for pair in rebuilt.paragraphs],
        "score_types": types,
        "same_types": {} if "Group" in types else {"Group": "Nationality"},
        "entities": entities,
    }
