"""Which format is it? Then read it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from itertools import islice
from pathlib import Path

from kg.errors import GoldError
from kg.evaluate.gold.brat import read_brat
from kg.evaluate.gold.columns import read_columns
from kg.evaluate.gold.conll2012 import BEGIN, read_conll2012
from kg.evaluate.gold.conllu import read_conllu
from kg.evaluate.gold.source import Gold, read_text
from kg.evaluate.gold.standoff import read_standoff

__all__ = ["FORMATS", "read_gold"]

FORMATS = ("standoff", "conllu", "columns", "brat", "conll2012")
"""The formats that can be read."""

_ENDINGS = {
    "conllu": (".conllu",),
    "conll2012": (".conll", ".v4_gold_conll", ".gold_conll"),
    "columns": (".iob2", ".iob", ".bio", ".conll", ".conll03", ".tsv", ".txt"),
}
"""Endings of the files that a folder is searched for, by format."""

_CONLLU_COLUMNS = 10


def read_gold(path: Path | str, form: str = "auto", *, features: Collection[str] | None = None) -> Gold:
    """Read gold annotations.

    Args:
        path: a file or folder.
        form: one of :data:`FORMATS`, or ``auto``: told by names and, where they leave it open, by the first
            lines.
        features: for CoNLL-U: the features that count, None for all.

    Raises:
        GoldError: it is not there, of no such format, or broken; the message names file and line.
    """
    place = Path(path)
    if not place.exists():
        raise GoldError(f"{place}: no such file or folder")
    chosen = _format(place) if form == "auto" else form
    if chosen == "standoff":
        return read_standoff(place)
    if chosen == "brat":
        return read_brat(place)
    readers: dict[str, Callable[[Sequence[Path]], Gold]] = {
        "conllu": lambda paths: read_conllu(paths, features),
        "columns": read_columns,
        "conll2012": read_conll2012,
    }
    if chosen not in readers:
        raise GoldError(f"no format {form!r}: {', '.join(FORMATS)}")
    return readers[chosen](_files(place, chosen))


def _format(path: Path) -> str:
    if not path.is_dir():
        return {".jsonl": "standoff", ".ann": "brat", ".conllu": "conllu"}.get(path.suffix) or _looks_like(
            path
        )
    if (path / "gold.jsonl").is_file():
        return "standoff"
    if next(path.rglob("*.ann"), None):
        return "brat"
    if next(path.rglob("*.conllu"), None):
        return "conllu"
    files = _files(path, "columns")
    return _looks_like(files[0])


def _looks_like(path: Path) -> str:
    """The format of a file, by its first lines."""
    lines = [line for line in islice(read_text(path).split("\n"), 50) if line.strip()]
    if any(BEGIN.match(line) for line in lines):
        return "conll2012"
    words = [line.split("\t") for line in lines if not line.startswith("#")]
    if words and len(words[0]) == _CONLLU_COLUMNS and words[0][0].split("-")[0] == "1":
        return "conllu"
    if words:
        return "columns"
    raise GoldError(f"{path}: is empty")


def _files(path: Path, form: str) -> list[Path]:
    if not path.is_dir():
        return [path]
    endings = _ENDINGS[form]
    found = sorted(file for file in path.rglob("*") if file.is_file() and file.suffix.lower() in endings)
    if not found:
        raise GoldError(f"{path}: no gold found (gold.jsonl, .ann, or {', '.join(endings)} files)")
    return found
