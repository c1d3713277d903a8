"""Finds quotations in the articles of an example."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from functools import cached_property
from importlib.resources import files
from pathlib import Path
from typing import Any

from kg.identifiers import article_iri, article_key
from kg.model import Span

__all__ = ["BUNDLED", "Text"]

BUNDLED = Path(str(files("kg") / "demo" / "articles"))
DATELINE = re.compile(r"[A-Z]+, .{1,40}? (?:-|—) ")
"""Stands before the first sentence of a report and is no part of its paragraph."""


@dataclass(frozen=True)
class Text:
    """An article of the example and what can be found in it."""

    name: str
    table: dict[str, Any]
    folder: Path

    @cached_property
    def words(self) -> str:
        """The text, as the file holds it."""
        return (self.folder / self.table["file"]).read_bytes().decode()

    @cached_property
    def sha256(self) -> str:
        """The hash of the text."""
        return hashlib.sha256(self.words.encode()).hexdigest()

    @property
    def key(self) -> str:
        """What the article's parts are keyed by."""
        return article_key(self.sha256)

    @property
    def iri(self) -> str:
        """The article's IRI under the base."""
        return article_iri(self.table["headline"], self.sha256)

    def find(self, quotation: str, within: Span | None = None) -> Span:
        """Where a quotation stands; … is any words, ^ the place where it begins."""
        before, _, wanted = quotation.rpartition("^")
        pattern = rf"(?s:{_pattern(before)}\s*(?P<wanted>{_pattern(wanted)}))"
        start, end = (within.start, within.end) if within else (0, len(self.words))
        found = list(re.finditer(pattern, self.words[start:end]))
        if not found or (len(found) > 1 and within is None):
            raise SystemExit(f"{self.name}: {len(found)} places hold {quotation!r}")
        return Span(start + found[0].start("wanted"), start + found[0].end("wanted"))

    def paragraph(self, span: Span) -> Span:
        """The paragraph around a sentence: a line, or in hard-wrapped text what blank lines enclose."""
        gap = "\n\n" if self.table.get("wrapped") else "\n"
        start = self.words.rfind(gap, 0, span.start)
        start = 0 if start < 0 else start + len(gap)
        end = self.words.find(gap, span.end)
        end = len(self.words.rstrip()) if end < 0 else end
        if dateline := DATELINE.match(self.words, start):
            start = dateline.end()
        return Span(start, end)


def _pattern(quotation: str) -> str:
    return ".*?".join(r"\s+".join(map(re.escape, part.split())) for part in re.split(r"\s*…\s*", quotation))
