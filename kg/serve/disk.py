"""The graph as an Oxigraph store on disk, made once for each state of its file.

``.store/`` beside the file holds one folder for each state, named by the file's digest. It is made under a
temporary name and renamed when whole, so that several servers may do it at once and a broken run leaves
nothing that could be taken for a store. Whoever uses a store holds a lock on it; what is unlocked and not
the present state is removed.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from kg.errors import GraphError
from kg.store import graph_file

__all__ = ["FOLDER", "DiskStore", "file_digest", "prepare_store"]

FOLDER = ".store"
_DIGITS = 20
_UNDONE = ".new-"
_DAY = 24 * 3600
_CHUNK = 1 << 20


@dataclass(frozen=True, slots=True)
class DiskStore:
    """A store on disk.

    folder: where it lies, to be opened read-only. digest: names the state of the file that it was made of.
    built: whether this call made it.
    """

    folder: Path
    digest: str
    built: bool


@contextmanager
def prepare_store(path: str | Path) -> Iterator[DiskStore]:
    """The store of a graph, made if it is not there yet, and kept from removal while in use.

    Args:
        path: a file of any kind that :func:`kg.store.load_store` reads, or a folder with graph.ttl.

    Raises:
        GraphError: if the file is not there or does not parse, or nothing can be written beside it.
    """
    source = graph_file(path)
    digest = file_digest(source)
    root = source.parent / FOLDER
    folder = root / digest
    with _lock(root / f"{digest}.lock"):
        built = not folder.is_dir()
        if built:
            _build(source, folder)
        _remove_others(root, keep=digest)
        yield DiskStore(folder, digest, built)


def file_digest(path: Path) -> str:
    """Names what a file holds and which engine reads it: 20 hex digits."""
    import pyoxigraph as ox

    found = hashlib.sha256(f"{path.suffix} {ox.__version__} ".encode())
    try:
        with path.open("rb") as stream:
            while piece := stream.read(_CHUNK):
                found.update(piece)
    except OSError as error:
        raise GraphError(f"{path}: {error.strerror or error}") from error
    return found.hexdigest()[:_DIGITS]


def _build(source: Path, folder: Path) -> None:
    try:
        with tempfile.TemporaryDirectory(prefix=_UNDONE, dir=folder.parent) as temporary:
            _load(source, Path(temporary) / "store")
            with suppress(OSError):  # another server was first: its store is as good
                os.rename(Path(temporary) / "store", folder)
    except OSError as error:
        raise GraphError(
            f"{folder.parent}: cannot write the store there: {error.strerror or error}"
        ) from error
    if not folder.is_dir():
        raise GraphError(f"{folder}: the store could not be put in place")


def _load(source: Path, folder: Path) -> None:
    import pyoxigraph as ox

    form = ox.RdfFormat.from_extension(source.suffix.lstrip(".").lower())
    if form is None:
        raise GraphError(
            f"{source}: {source.suffix or 'no'} ending; .ttl .nt .nq .trig .rdf .jsonld can be read"
        )
    store = ox.Store(str(folder))
    try:
        store.bulk_load(path=str(source), format=form)
        store.optimize()
        store.flush()
    except SyntaxError as error:
        where = f"{source}, line {error.lineno}" if error.lineno else str(source)
        raise GraphError(f"{where}: {error.msg}") from error
    except ValueError as error:
        raise GraphError(f"{source}: {error}") from error


@contextmanager
def _lock(path: Path) -> Iterator[None]:
    """Holds a shared lock; where the system has none, an open file cannot be removed anyway."""
    try:
        path.parent.mkdir(exist_ok=True)
        stream = path.open("ab")
    except OSError as error:
        raise GraphError(f"{path.parent}: cannot be written to: {error.strerror or error}") from error
    with stream:
        with suppress(ImportError):
            import fcntl

            fcntl.flock(stream, fcntl.LOCK_SH)
        yield


def _remove_others(root: Path, *, keep: str) -> None:
    """Removes stores that nobody uses."""
    try:
        import fcntl
    except ImportError:
        return
    for folder in sorted(root.iterdir()):
        if folder.name.startswith(_UNDONE):
            _remove_old(folder)
        if folder.name == keep or folder.name.startswith(_UNDONE) or not folder.is_dir():
            continue
        lock = root / f"{folder.name}.lock"
        with suppress(OSError), lock.open("ab") as stream:
            fcntl.flock(stream, fcntl.LOCK_EX | fcntl.LOCK_NB)
            shutil.rmtree(folder, ignore_errors=True)
            lock.unlink()


def _remove_old(folder: Path) -> None:
    """Removes what a run left that was broken off more than a day ago."""
    with suppress(OSError):
        if time.time() - folder.stat().st_mtime > _DAY:
            shutil.rmtree(folder, ignore_errors=True)
