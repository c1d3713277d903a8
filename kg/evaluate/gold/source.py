"""What every format becomes, and how its files are read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from kg.errors import GoldError

__all__ = ["Gold", "broken", "numbered_lines", "read_text", "unique"]


@dataclass(frozen=True)
class Gold:
    """Gold annotations of some articles.

    format: ``standoff``, ``conllu``, ``columns``, ``brat`` or ``conll2012``. layers: those that it has.
    rows: an object an article: ``id``, and what its layers need. Where the corpus has no text of its own,
    ``text`` is rebuilt from the tokens and ``paragraphs`` are its paragraphs (lists of start and end, code
    points). files: for the others the file of each article, by id. left_out: labels that we do not know, so
    that they are not scored.
    """

    format: str
    layers: tuple[str, ...]
    rows: tuple[Mapping[str, Any], ...]
    files: Mapping[str, Path] = field(default_factory=dict)
    left_out: tuple[str, ...] = ()


def broken(path: Path, number: int, what: str) -> GoldError:
    """An error that names file and line."""
    return GoldError(f"{path}:{number}: {what}")


def read_text(path: Path) -> str:
    """A file's text, without a byte order mark, line ends as they are.

    Raises:
        GoldError: it cannot be read, or is not UTF-8.
    """
    try:
        return path.read_bytes().decode("utf-8-sig")
    except OSError as error:
        raise GoldError(f"{path}: {error.strerror or error}") from error
    except UnicodeDecodeError as error:
        raise GoldError(f"{path}: is not UTF-8 (byte {error.start})") from error


def numbered_lines(path: Path) -> Iterator[tuple[int, str]]:
    """The lines of a file, counted from 1, without their ends.

    Raises:
        GoldError: it cannot be read, or is not UTF-8.
    """
    for number, line in enumerate(read_text(path).split("\n"), 1):
        yield number, line.removesuffix("\r")


def unique(names: Iterable[str]) -> list[str]:
    """Names that differ: the second of a kind gets a number.

    >>> unique(["a", "b", "a"])
    ['a', 'b', 'a-2']
    """
    used: set[str] = set()
    result = []
    for name in names:
        candidate, number = name, 1
        while candidate in used:
            number += 1
            candidate = f"{name}-{number}"
        used.add(candidate)
        result.append(candidate)
    return result
