"""Ways in: files to :class:`kg.model.Document`, each with its parts marked and its text as it was.

A new format is a module with one function from text to :class:`kg.sources.regions.Layout` and a line in
:data:`SOURCES`.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType

from kg.errors import SourceError
from kg.model import Document, Problem
from kg.sources.decoding import Decoded, decode
from kg.sources.english import looks_english
from kg.sources.files import STAGE, FoundFile, find_files, printable, read_bytes
from kg.sources.lines import trimmed
from kg.sources.markdown import mark_markdown
from kg.sources.regions import Layout
from kg.sources.text import mark_text

__all__ = ["SOURCES", "read_document", "read_documents"]

SOURCES: Mapping[str, Callable[[str], Layout]] = MappingProxyType({".md": mark_markdown, ".txt": mark_text})
"""How the parts of an article are found, by the ending of its file's name (lower case, with the dot)."""


def read_documents(paths: Sequence[Path], *, on_problem: Callable[[Problem], None]) -> Iterator[Document]:
    """Read articles from files and folders, sorted by id; the order of ``paths`` does not matter.

    Args:
        paths: files, and folders that are searched to any depth for files with an ending of :data:`SOURCES`.
        on_problem: told once of each file that is not read, and why; also of a file that had to be read as
            Windows-1252.

    Yields:
        Documents with ids and texts that differ from each other; never one without letters or digits.
    """
    first_with: dict[str, str] = {}
    for found in find_files(paths, SOURCES, on_problem=on_problem):
        file = printable(found.path)
        try:
            document, warning = _read(found, file)
            if twin := first_with.get(document.sha256):
                raise SourceError(f"holds the same text as {twin}; it was left out")
        except SourceError as error:
            on_problem(Problem(file, STAGE, str(error)))
            continue
        first_with[document.sha256] = file
        if warning:
            on_problem(Problem(file, STAGE, warning))
        yield document


def read_document(text: str, *, id: str, file: str = "", suffix: str = ".txt") -> Document:  # noqa: A002
    """Mark the parts of a text that is already at hand.

    Raises:
        KeyError: there is no source for the suffix.
    """
    layout = SOURCES[suffix](text)
    return Document(
        id=id,
        file=file,
        text=text,
        sha256=hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest(),
        regions=layout.regions,
        headline=layout.headline,
        authors=layout.authors,
        publisher=layout.publisher,
        published=layout.published,
    )


def _read(found: FoundFile, file: str) -> tuple[Document, str]:
    decoded = _decoded(found.path)
    text = decoded.text
    start, end = trimmed(text, 0, len(text))
    if start == end:
        raise SourceError("is empty" if not text else "holds only blanks")
    if not any(character.isalnum() for character in text):
        raise SourceError("holds no words")
    if not looks_english(text):
        raise SourceError(f"does not look like English{_aside(decoded)}; it was left out")
    return read_document(text, id=found.id, file=file, suffix=found.suffix), decoded.warning


def _aside(decoded: Decoded) -> str:
    return " (and is not UTF-8)" if decoded.warning else ""


def _decoded(path: Path) -> Decoded:
    data = read_bytes(path)
    if isinstance(data, str):
        raise SourceError(data)
    return decode(data)
