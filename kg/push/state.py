"""What was pushed where: how far a push came that broke off, and what the last whole one sent.

``.push/`` beside the graph holds one folder for each store and graph. Nothing in it is secret: no log-in is
ever written.
"""

from __future__ import annotations

import gzip
import hashlib
import json
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path

from kg.push.lines import Lines
from kg.writing import write_all, write_bytes

__all__ = ["FOLDER", "Progress", "State", "digest_of"]

FOLDER = ".push"
_DIGITS = 20
_PROGRESS, _PUSHED = "progress.json", "pushed.nt.gz"


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a push came.

    plan: names what is sent, and in which parts. writer, address: the way that worked. done: parts that
    the store has taken.
    """

    plan: str
    writer: str
    address: str
    done: int


class State:
    """The notes on one graph of one store."""

    def __init__(self, folder: Path, url: str, graph: str) -> None:
        self._folder = folder / FOLDER / digest_of([url.encode(), graph.encode()])

    def progress(self) -> Progress | None:
        """How far the last push came, if it broke off."""
        try:
            return Progress(**json.loads((self._folder / _PROGRESS).read_text("utf-8")))
        except (OSError, ValueError, TypeError):
            return None

    def note(self, progress: Progress) -> None:
        """Keep how far it came."""
        write_bytes(self._folder / _PROGRESS, json.dumps(asdict(progress), sort_keys=True).encode())

    def pushed(self) -> Lines | None:
        """What the last whole push left in the store; None if there was none."""
        try:
            packed = (self._folder / _PUSHED).read_bytes()
            return tuple(line for line in gzip.decompress(packed).split(b"\n") if line)
        except (OSError, EOFError, gzip.BadGzipFile):
            return None

    def finish(self, lines: Lines) -> None:
        """Keep what the store holds now, and forget the progress."""
        packed = gzip.compress(b"\n".join(lines), mtime=0)
        write_all(self._folder, {_PUSHED: packed})
        with suppress(FileNotFoundError):
            (self._folder / _PROGRESS).unlink()


def digest_of(pieces: Iterable[bytes]) -> str:
    """A short name for a sequence of bytes: 20 hex digits."""
    found = hashlib.sha256()
    for piece in pieces:
        found.update(b"%d:" % len(piece))
        found.update(piece)
    return found.hexdigest()[:_DIGITS]
