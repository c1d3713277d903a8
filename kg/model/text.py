"""What the sources give: documents with their regions marked."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import PurePath

__all__ = ["Document", "Problem", "Region", "Span"]


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of an article's text: code points, end exclusive, never empty."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """The words themselves.

        >>> Span(4, 9).of("The quick fox")
        'quick'
        """
        return text[self.start : self.end]

    def covers(self, other: Span) -> bool:
        """Whether the other span lies wholly within this one."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        """Whether the two share a character."""
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True)
class Problem:
    """Something that could not be read or done; the run goes on and reports it."""

    file: str
    stage: str
    message: str


@dataclass(frozen=True, slots=True, order=True)
class Region:
    """A marked part of the text. Regions do not overlap, are in text order, and are trimmed of blanks.

    kind is one of ``headline`` (first printing), ``byline``, ``dateline``, ``date``, ``paragraph``,
    ``heading`` (a line within the article that heads what follows), ``caption``, ``repeat`` (headline or
    caption printed again), ``footer``. Only ``paragraph`` regions hold sentences.
    """

    span: Span
    kind: str


@dataclass(frozen=True, slots=True)
class Document:
    """One article as read. ``id`` is the file name without its ending ("folder/stem" where two collide).

    ``file`` is the path as the user gave it, for messages.
    """

    id: str
    file: str
    text: str
    sha256: str
    regions: tuple[Region, ...] = ()
    headline: Span | None = None
    authors: tuple[Span, ...] = ()
    publisher: Span | None = None
    published: date | None = None
    language: str = "en"

    @property
    def source(self) -> str:
        """The file's name for outputs: the id with the file's ending, the same wherever the folder lies.

        >>> Document("toll", "/home/ann/in/toll.txt", "", "").source
        'toll.txt'
        """
        return self.id + PurePath(self.file).suffix
