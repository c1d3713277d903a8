"""Finds the files to read and gives each a stable id."""

from __future__ import annotations

import os
import stat
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from kg.model import Problem

__all__ = ["LARGEST", "STAGE", "FoundFile", "find_files", "printable", "read_bytes"]

STAGE = "sources"
LARGEST = 5_000_000
"""Bytes; a larger file is not an article."""

OnProblem = Callable[[Problem], None]


@dataclass(frozen=True, slots=True)
class FoundFile:
    """A file to read. id: its stem, or as much of its path before that as sets it apart from the others."""

    path: Path
    id: str
    suffix: str


def find_files(paths: Sequence[Path], suffixes: Iterable[str], *, on_problem: OnProblem) -> list[FoundFile]:
    """All files below the given folders, and the given files themselves, sorted by id.

    Folders are searched to any depth, symbolic links followed (each folder once); hidden names and files with
    other endings are passed over there. A file that is reached twice is listed once.

    Args:
        paths: files and folders, in any order; the result does not depend on it.
        suffixes: the endings to take, with the dot, in lower case.
        on_problem: told of paths that are missing, unreadable or of another kind, and of empty folders.
    """
    wanted = frozenset(suffixes)
    reached: dict[str, Path] = {}
    for path in sorted({Path(path) for path in paths}):
        for file in _files_at(path, wanted, on_problem):
            reached.setdefault(os.path.realpath(file), file)
    files = sorted(reached.values())
    found = [
        FoundFile(path, name, path.suffix.lower()) for path, name in zip(files, _ids(files), strict=True)
    ]
    return sorted(found, key=lambda file: file.id)


def read_bytes(path: Path) -> bytes | str:
    """The bytes of a file, or why there are none, in words."""
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            return "is not a regular file"  # a pipe would wait for ever
        if status.st_size > LARGEST:
            return f"is too large ({status.st_size:,} bytes; the limit is {LARGEST:,})"
        return path.read_bytes()
    except (OSError, ValueError) as error:
        return _reason(error)


def printable(path: Path | str) -> str:
    """A path as text that UTF-8 can hold: bytes that are no character become the replacement mark."""
    return os.fsencode(path).decode("utf-8", "replace")


def _files_at(path: Path, wanted: frozenset[str], on_problem: OnProblem) -> Iterator[Path]:
    try:
        mode = path.stat().st_mode
    except (OSError, ValueError) as error:
        on_problem(Problem(printable(path), STAGE, _reason(error)))
        return
    if stat.S_ISDIR(mode):
        found = list(_walk(path, wanted, on_problem))
        if not found:
            endings = " or ".join(sorted(wanted))
            on_problem(Problem(printable(path), STAGE, f"no {endings} files in this folder"))
        yield from (file for file in found if file is not None)
    elif path.suffix.lower() in wanted:
        yield path
    else:
        endings = " and ".join(sorted(wanted))
        on_problem(Problem(printable(path), STAGE, f"cannot be read: only {endings} files can"))


def _walk(top: Path, wanted: frozenset[str], on_problem: OnProblem) -> Iterator[Path | None]:
    """Files below a folder; None for a folder that cannot be searched, once that has been reported."""
    seen: set[str] = set()
    pending = [top]
    while pending:
        folder = pending.pop()
        real = os.path.realpath(folder)
        if real in seen:
            continue
        seen.add(real)
        try:
            names = sorted(os.listdir(folder), reverse=True)
        except OSError as error:
            on_problem(Problem(printable(folder), STAGE, _reason(error)))
            yield None
            continue
        for path in (folder / name for name in names if not name.startswith(".")):
            if path.is_dir():
                pending.append(path)
            elif path.suffix.lower() in wanted:
                yield path


def _ids(paths: Sequence[Path]) -> list[str]:
    """The shortest ends of the paths that tell them apart; file endings only where they alone do."""
    twins = Counter((path.parent, path.stem) for path in paths)
    parts = [_parts(path, keep_ending=twins[path.parent, path.stem] > 1) for path in paths]
    depth = [1] * len(parts)
    ids = [_tail(row, 1) for row in parts]
    for _ in range(max((len(row) for row in parts), default=0)):
        counts = Counter(ids)
        for index, row in enumerate(parts):
            if counts[ids[index]] > 1:
                depth[index] += 1
                ids[index] = _tail(row, depth[index])
    return _numbered(ids)


def _parts(path: Path, *, keep_ending: bool) -> tuple[str, ...]:
    """Names of the folders, then the stem."""
    whole = Path(os.path.abspath(path))
    last = whole.name if keep_ending else whole.stem
    return (*(printable(part) for part in whole.parts[1:-1]), printable(last))


def _tail(parts: tuple[str, ...], depth: int) -> str:
    return "/".join(parts[-depth:])


def _numbered(ids: Sequence[str]) -> list[str]:
    """Last resort, for names that differ only in bytes that are no characters."""
    seen: Counter[str] = Counter()
    result = []
    for name in ids:
        seen[name] += 1
        result.append(name if seen[name] == 1 else f"{name}.{seen[name]}")
    return result


def _reason(error: Exception) -> str:
    if isinstance(error, FileNotFoundError | NotADirectoryError):
        return "there is no such file or folder"
    if isinstance(error, PermissionError):
        return "may not be read (permission denied)"
    if isinstance(error, OSError) and error.strerror:
        return f"cannot be read ({error.strerror.lower()})"
    return f"cannot be read ({error})"
