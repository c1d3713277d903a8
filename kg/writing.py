"""Writes files so that nothing already written is lost: to a temporary file first, then renamed."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Mapping
from pathlib import Path

from kg.errors import SettingsError

__all__ = ["write_all", "write_bytes"]


def write_bytes(path: Path, content: bytes) -> None:
    """Write one file whole or not at all.

    Raises:
        SettingsError: the folder cannot be made or written to.
    """
    write_all(path.parent, {path.name: content})


def write_all(folder: Path, contents: Mapping[str, bytes]) -> None:
    """Write several files: all are on disk under temporary names before the first takes its own.

    Raises:
        SettingsError: the folder cannot be made or written to.
    """
    pending: list[tuple[str, Path]] = []
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name, content in contents.items():
            pending.append((_temporary(folder, name, content), folder / name))
        for temporary, path in pending:
            os.replace(temporary, path)
    except OSError as error:
        raise SettingsError(f"cannot write to {folder}: {error.strerror or error}") from error
    finally:
        for temporary, _ in pending:
            Path(temporary).unlink(missing_ok=True)


def _temporary(folder: Path, name: str, content: bytes) -> str:
    handle, temporary = tempfile.mkstemp(prefix=f".{name}.", dir=folder)
    with os.fdopen(handle, "wb") as stream:
        stream.write(content)
        stream.flush()
        os.fsync(stream.fileno())
    os.chmod(temporary, 0o666 & ~_umask())
    return temporary


def _umask() -> int:
    """The process's file mode mask, which can only be read by setting it."""
    mask = os.umask(0)
    os.umask(mask)
    return mask
