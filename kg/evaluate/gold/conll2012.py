"""Coreference in the last column: CoNLL-2012 (OntoNotes), LitBank, GUM's ontogum, MEANTIME.

Format: https://conll.cemantix.org/2012/data.html. ``#begin document (name); part 000`` begins an article. The
word is the fourth column, or the second where there are three.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from kg.errors import GoldError
from kg.evaluate.gold.brackets import Brackets, has_singletons, in_text_order
from kg.evaluate.gold.source import Gold, broken, numbered_lines, unique
from kg.evaluate.gold.text import Tokens, guessed_blanks, plain, rebuild

__all__ = ["BEGIN", "read_conll2012"]

BEGIN = re.compile(r"#\s?begin document\b\s*\(?([^()]*)\)?(?:;\s*part\s*0*(\d+))?")
"""The line that begins a document: its name and part."""

_END = re.compile(r"#\s?end document")
_NARROW, _WIDE = 3, 5
_EMPTY = "_"
"""Stands for a word that a file leaves blank."""


@dataclass
class _Document:
    name: str
    sentences: list[list[str]] = field(default_factory=lambda: [[]])
    brackets: Brackets = field(default_factory=Brackets)
    size: int = 0


def read_conll2012(paths: Sequence[Path]) -> Gold:
    """Read files; an article is one paragraph.

    Raises:
        GoldError: a line has too few columns, a chain is closed that is not open, or there is no document.
    """
    documents = [document for path in paths for document in _documents(path) if document.size]
    if not documents:
        raise GoldError(f"{paths[0]}: holds no '#begin document' with words")
    singletons = has_singletons(document.brackets.mentions for document in documents)
    names = unique(document.name for document in documents)
    rows = [
        {"id": name, **_row(doc), "singletons": singletons}
        for name, doc in zip(names, documents, strict=True)
    ]
    return Gold("conll2012", ("chains", "coreference"), tuple(rows))


def _documents(path: Path) -> Iterator[_Document]:
    document: _Document | None = None
    for number, line in numbered_lines(path):
        if begin := BEGIN.match(line):
            if document is not None:
                yield document
            part = f"-{begin[2]}" if begin[2] and int(begin[2]) else ""
            document = _Document((begin[1].strip() or path.stem) + part)
        elif _END.match(line):
            continue
        elif not line.strip():
            if document is not None:
                document.sentences.append([])
        elif document is None:
            raise broken(path, number, "a word before the first '#begin document'")
        else:
            _read(document, path, number, line)
    if document is not None:
        yield document


def _read(document: _Document, path: Path, number: int, line: str) -> None:
    cells = line.split("\t") if "\t" in line else line.split()
    if len(cells) < _NARROW:
        raise broken(path, number, f"{len(cells)} columns, expected {_NARROW} or more: {line[:60]!r}")
    word = cells[3 if len(cells) >= _WIDE else 1].strip() or _EMPTY
    if unopened := document.brackets.read(cells[-1], document.size):
        raise broken(path, number, f"closes chain {unopened!r}, which is not open")
    document.sentences[-1].append(plain(word))
    document.size += 1


def _row(document: _Document) -> dict[str, Any]:
    sentences = [words for words in document.sentences if words]
    rebuilt = rebuild([Tokens(words, guessed_blanks(words)) for words in sentences])
    places = [span for spans in rebuilt.words for span in spans]
    return {
        "text": rebuilt.text,
        "paragraphs": [list(pair) for pair in rebuilt.paragraphs],
        "entities": [
            {"start": places[start][0], "end": places[end - 1][1], "type": "", "kind": "", "chain": chain}
            for start, end, chain in in_text_order(document.brackets.mentions)
        ],
    }
