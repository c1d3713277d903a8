"""Finds what stands in quotation marks, character by character, without a parse.

Double quotes (straight, curly, low, guillemets, two straight singles) make quotations; single quotes do so
only outside of double ones, and only where an opening and a closing one face each other within a paragraph.
A quotation that runs over several paragraphs is opened again at the start of each and closed once; any other
quotation that is never closed is refused, alone: those around it stand.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kg.model import Span

__all__ = ["Quotation", "find_quotations"]

_DOUBLE = re.compile(r"[\"“”„«»‟]|''|``|’’|‘‘")
_SINGLE = re.compile(r"['‘’‛]")
_OPENING = frozenset("“„«‟") | {"``", "‘‘"}
_CLOSING = frozenset("”»") | {"’’"}
_BEFORE_OPENING = frozenset("([{—–-/‘'…")
_AFTER_CLOSING = frozenset(".,;:!?)]}—–-’'…/")
_ELISION = re.compile(r"(?:\d|tis\b|twas\b|em\b|til\b|cause\b|n\b|round\b)", re.IGNORECASE)
_LONGEST_SINGLE = 600


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words between quotation marks.

    parts: with the marks, one span a paragraph. inner: the same without marks and outer blanks.
    """

    parts: tuple[Span, ...]
    inner: tuple[Span, ...]

    @property
    def start(self) -> int:
        """Offset of the first mark."""
        return self.parts[0].start

    @property
    def end(self) -> int:
        """Offset after the last mark (after the last word where the last paragraph has none)."""
        return self.parts[-1].end


@dataclass(frozen=True, slots=True)
class _Part:
    outer: Span
    inner: Span
    closed: bool


def find_quotations(text: str, paragraphs: Sequence[Span]) -> tuple[Quotation, ...]:
    """All quotations of an article, in text order; they do not overlap.

    >>> text = 'She said "it is late" and left.'
    >>> [q.inner[0].of(text) for q in find_quotations(text, [Span(0, len(text))])]
    ['it is late']
    """
    found: list[Quotation] = []
    for parts in _chained(text, paragraphs):
        inner = tuple(part.inner for part in parts)
        found.append(Quotation(tuple(part.outer for part in parts), inner))
    return tuple(sorted(found, key=lambda quotation: quotation.start))


def _chained(text: str, paragraphs: Sequence[Span]) -> Iterator[list[_Part]]:
    """Groups of parts: one part each, or the paragraphs of one long quotation."""
    pending: list[_Part] = []
    for paragraph in paragraphs:
        doubles = list(_doubles(text, paragraph))
        if pending:
            if doubles and doubles[0].outer.start == paragraph.start:
                first = doubles.pop(0)
                pending.append(first)
                if first.closed:
                    yield pending
                    pending = []
            else:
                yield from _without_unclosed(pending)
                pending = []
        if doubles and not doubles[-1].closed:
            pending = pending or [doubles.pop()]
        for part in doubles:
            if part.closed:
                yield [part]
        for part in _singles(text, paragraph, [part.outer for part in [*doubles, *pending]]):
            yield [part]
    yield from _without_unclosed(pending)


def _without_unclosed(pending: list[_Part]) -> Iterator[list[_Part]]:
    """A chain that breaks off loses its last paragraph, which nothing reopened or closed."""
    if len(pending) > 1:
        yield pending[:-1]


def _doubles(text: str, paragraph: Span) -> Iterator[_Part]:
    """Parts in double quotes; only the last can be unclosed, and then it runs to the paragraph's end."""
    opened: re.Match[str] | None = None
    for mark in _DOUBLE.finditer(text, paragraph.start, paragraph.end):
        role = _role(text, paragraph, mark)
        if opened is None:
            if role in {"open", "either"}:
                opened = mark
        elif role == "open":
            opened = mark
        elif part := _part(text, opened, mark):
            yield part
            opened = None
        else:
            opened = None
    if opened is not None and (inner := _trimmed(text, opened.end(), paragraph.end)):
        yield _Part(Span(opened.start(), paragraph.end), inner, closed=False)


def _role(text: str, paragraph: Span, mark: re.Match[str]) -> str:
    before = text[mark.start() - 1] if mark.start() > paragraph.start else " "
    after = text[mark.end()] if mark.end() < paragraph.end else " "
    opens = (before.isspace() or before in _BEFORE_OPENING) and not after.isspace()
    closes = not before.isspace() and (after.isspace() or after in _AFTER_CLOSING)
    if mark.group() in _OPENING and not (closes and not opens):
        return "open"
    if mark.group() in _CLOSING and not (opens and not closes):
        return "close"
    if opens != closes:
        return "open" if opens else "close"
    if before.isdigit() and not after.isspace():
        return "close"
    return "either" if opens or before.isspace() else "close"


def _part(text: str, opened: re.Match[str], closed: re.Match[str]) -> _Part | None:
    inner = _trimmed(text, opened.end(), closed.start())
    return _Part(Span(opened.start(), closed.end()), inner, closed=True) if inner else None


def _trimmed(text: str, start: int, end: int) -> Span | None:
    words = text[start:end]
    start += len(words) - len(words.lstrip())
    end -= len(words) - len(words.rstrip())
    return Span(start, end) if start < end else None


def _singles(text: str, paragraph: Span, taken: list[Span]) -> Iterator[_Part]:
    """Parts in single quotes, outside of what double quotes took."""
    marks = list(_SINGLE.finditer(text, paragraph.start, paragraph.end))
    marks = [mark for mark in marks if not any(span.start <= mark.start() < span.end for span in taken)]
    at = 0
    while at < len(marks):
        close = _closing(text, paragraph, marks, at)
        if close is None:
            at += 1
            continue
        part = _part(text, marks[at], marks[close])
        if part and not any(part.outer.overlaps(span) for span in taken):
            yield part
        at = close + 1


def _closing(text: str, paragraph: Span, marks: list[re.Match[str]], at: int) -> int | None:
    """Position of the mark that closes the one at this position, if that one opens anything.

    The plural's apostrophe ("the workers' union") looks like a closing mark; a later one is preferred.
    """
    if not _opens_single(text, paragraph, marks[at]):
        return None
    fallback = None
    for number in range(at + 1, len(marks)):
        mark = marks[number]
        if mark.start() - marks[at].start() > _LONGEST_SINGLE or _opens_single(text, paragraph, mark):
            break
        before, after = text[mark.start() - 1], text[mark.end() : mark.end() + 1]
        if mark.group() == "‘" or before.isspace() or after.isalnum():
            continue
        if before != "s" or not after.isspace():
            return number
        fallback = number if fallback is None else fallback
    return fallback


def _opens_single(text: str, paragraph: Span, mark: re.Match[str]) -> bool:
    before = text[mark.start() - 1] if mark.start() > paragraph.start else " "
    after = text[mark.end() : mark.end() + 1]
    if not (before.isspace() or before in "([{—–-") or not after or after.isspace() or mark.group() == "’":
        return False
    return mark.group() == "‘" or not _ELISION.match(text, mark.end())
