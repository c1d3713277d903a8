"""What the reader's spaCy components have in common: files that spaCy stores, and a document to annotate."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path
from typing import Any, ClassVar

import numpy as np
from spacy.tokens import Doc

from kg.errors import ReaderError
from kg.reader.graphs import Graph

__all__ = ["LABELS", "Component"]

LABELS = "labels.json"
_SLICE = 512


class Component:
    """A step of the pipeline that is nothing but files: graphs, labels, lists.

    Its annotations of a document depend on that document alone.
    """

    file_names: ClassVar[tuple[str, ...]] = ()

    def __init__(self, name: str) -> None:
        """Begin without files; :meth:`fill` or spaCy's loading brings them."""
        self.name = name
        self.files: dict[str, bytes] = {}
        self._graphs: dict[str, Graph] = {}

    def __call__(self, doc: Doc) -> Doc:
        """Annotate a document and give it back.

        Raises:
            ReaderError: The component was never filled, or lacks what another should have written.
        """
        if not self.files:
            raise ReaderError(f"{self.name} has no weights: load a pipeline, or fill it")
        self.annotate(doc)
        return doc

    def annotate(self, doc: Doc) -> None:
        """Write the annotations into a document."""
        raise NotImplementedError

    def fill(self, files: dict[str, bytes]) -> None:
        """Take the files, by name.

        Raises:
            ReaderError: One is missing.
        """
        missing = sorted(set(self.file_names) - set(files))
        if missing:
            raise ReaderError(f"{self.name} lacks {', '.join(missing)}")
        self.files = {name: files[name] for name in self.file_names}
        self._graphs = {name: Graph(name, self.files[name]) for name in self.files if name.endswith(".onnx")}
        self.prepare()

    def prepare(self) -> None:
        """Read what is needed of the files as soon as they are there."""

    def run(self, name: str, **inputs: Any) -> list[Any]:
        """Run a graph on named arrays."""
        return self._graphs[name](**inputs)

    def run_by_slices(self, name: str, words: Any) -> list[Any]:
        """Run a graph that reads every word for itself, so many words at a time that memory stays small."""
        found = [
            self.run(name, words=words[begin : begin + _SLICE]) for begin in range(0, len(words), _SLICE)
        ]
        return found[0] if len(found) == 1 else [np.concatenate(layer) for layer in zip(*found, strict=True)]

    @property
    def labels(self) -> tuple[str, ...]:
        """What the component may write, as spaCy lists it."""
        return ()

    def layer(self, name: str) -> list[str]:
        """Labels of a layer, from the file of labels."""
        found: list[str] = json.loads(self.files[LABELS])[name]
        return found

    def __getstate__(self) -> tuple[str, dict[str, bytes]]:
        return self.name, self.files

    def __setstate__(self, state: tuple[str, dict[str, bytes]]) -> None:
        self.__init__(state[0])  # type: ignore[misc]
        if state[1]:
            self.fill(state[1])

    def to_bytes(self, *, exclude: Iterable[str] = ()) -> bytes:
        """Give the files as one piece, as spaCy wants it."""
        from spacy.util import to_bytes

        content: bytes = to_bytes(
            {name: partial(self.files.__getitem__, name) for name in self.files}, exclude
        )
        return content

    def from_bytes(self, content: bytes, *, exclude: Iterable[str] = ()) -> Component:
        """Take the files from one piece."""
        from spacy.util import from_bytes

        files: dict[str, bytes] = {}
        from_bytes(content, {name: partial(files.__setitem__, name) for name in self.file_names}, exclude)
        self.fill(files)
        return self

    def to_disk(self, path: str | Path, *, exclude: Iterable[str] = ()) -> None:
        """Write the files into a folder."""
        from spacy.util import to_disk

        to_disk(path, {name: _writer(content) for name, content in self.files.items()}, exclude)

    def from_disk(self, path: str | Path, *, exclude: Iterable[str] = ()) -> Component:
        """Read the files of a folder.

        Raises:
            ReaderError: One is missing.
        """
        folder = Path(path)
        self.fill(
            {name: (folder / name).read_bytes() for name in self.file_names if (folder / name).is_file()}
        )
        return self


def _writer(content: bytes) -> Callable[[Path], Any]:
    return lambda path: path.write_bytes(content)
