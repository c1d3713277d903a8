"""Markdown: front matter, headings and pictures are marked by their syntax, the rest as in plain text.

The text stays untouched: marks of emphasis and links stand inside the paragraphs. Code, comments, tags, link
definitions and rules are in no region, so nothing is read in them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import chain

from kg.sources.lines import Line, is_rule, normal, trimmed
from kg.sources.regions import Layout, mark_regions

__all__ = ["mark_markdown", "markdown_lines"]

_FENCE = re.compile(r"(`{3,}|~{3,})")
_HEADING = re.compile(r"(?P<marks>#{1,6})\s+(?P<text>.*?)(?:\s+#+)?")
_UNDERLINE = re.compile(r"=+|-{2,}")
_IMAGE = re.compile(r"!\[(?P<text>[^\]]*)\]\([^)]*\)")
_UNREAD = re.compile(r"<!--.*|</?[a-zA-Z][^<>]*>|\[[^\]]+\]:\s*\S+.*|(?=[^|]*\|)[\s:|-]+")
_QUOTE = re.compile(r"(?:>\s?)+")
_ITEM = re.compile(r"(?:[-*+]|\d{1,3}[.)])\s+(?=\S)")
_KEY = re.compile(r"(?P<key>[A-Za-z_-]+)\s*:\s*(?P<text>.*)")
_KEYS = {
    "title": "headline",
    "headline": "headline",
    "author": "byline",
    "authors": "byline",
    "byline": "byline",
    "date": "date",
    "published": "date",
}


def mark_markdown(text: str) -> Layout:
    """The parts of an article in Markdown."""
    return mark_regions(text, tuple(markdown_lines(text)))


def markdown_lines(text: str) -> Iterator[Line]:
    """The lines that can be read, each without the marks at its beginning."""
    raw = list(_raw_lines(text))
    body = _front_matter_end(raw)
    title = ""
    for line in chain(_front_matter(raw[:body]), _body(raw[body:])):
        if line.preset != "headline":
            yield line
        elif title:
            yield replace(line, preset="repeat" if normal(line.text) == title else "heading")
        else:
            title = normal(line.text)
            yield line


def _raw_lines(text: str) -> Iterator[tuple[int, int, str]]:
    """Every line with its offsets, blank ones too."""
    offset = 0
    for raw in text.splitlines(keepends=True):
        start, end = trimmed(text, offset, offset + len(raw))
        offset += len(raw)
        yield start, end, text[start:end]


def _front_matter_end(raw: list[tuple[int, int, str]]) -> int:
    """How many lines the front matter takes, 0 where there is none."""
    if not raw or raw[0][2] != "---":
        return 0
    for number, (_, _, words) in enumerate(raw[1:], start=1):
        if words in ("---", "..."):
            return number + 1
        if words and not _KEY.fullmatch(words) and not words.startswith(("-", "#")):
            return 0
    return 0


def _front_matter(raw: list[tuple[int, int, str]]) -> Iterator[Line]:
    for start, _, words in raw:
        match = _KEY.fullmatch(words)
        kind = _KEYS.get(match["key"].lower(), "") if match else ""
        if match is None or not kind:
            continue
        first, last = _bare(match["text"], start + match.start("text"))
        if first < last:
            yield Line(first, last, words[first - start : last - start], True, True, kind)


def _body(raw: list[tuple[int, int, str]]) -> Iterator[Line]:
    gap, fence, comment = True, "", False
    for number, (start, end, words) in enumerate(raw):
        mark = _FENCE.match(words)
        if fence or mark or comment or words.startswith("<!--"):
            if mark and not comment:
                fence = "" if fence and words.startswith(fence) else fence or mark[1]
            comment = not fence and (comment or words.startswith("<!--")) and "-->" not in words
            gap = True
            continue
        if start == end or is_rule(words) or _UNREAD.fullmatch(words):
            gap = True
            continue
        after = raw[number + 1][2] if number + 1 < len(raw) else ""
        line = _line(start, words, gap=gap, underlined=_underline(after))
        if line is not None:
            yield line
        gap = line is None or bool(line.preset)


def _line(start: int, words: str, *, gap: bool, underlined: str) -> Line | None:
    """One line without its marks; None where nothing is left."""
    opens = False
    kind = ""
    first, last = start, start + len(words)
    if match := _HEADING.fullmatch(words):
        first, last = start + match.start("text"), start + match.end("text")
        kind = "headline" if len(match["marks"]) == 1 else "heading"
    elif match := _IMAGE.fullmatch(words):
        first, last, kind = start + match.start("text"), start + match.end("text"), "caption"
    elif words.startswith("|"):
        kind = "caption"  # a row of a table: names, no sentences
    else:
        if match := _QUOTE.match(words):
            first = start + match.end()
        if match := _ITEM.match(words[first - start :]):
            first, opens = first + match.end(), True
        if underlined and gap:
            kind = "headline" if underlined == "=" else "heading"
    first, last = _narrowed(words, start, first, last)
    if first >= last or not any(character.isalnum() for character in words[first - start : last - start]):
        return None
    return Line(first, last, words[first - start : last - start], gap, opens, kind)


def _narrowed(words: str, start: int, first: int, last: int) -> tuple[int, int]:
    """Without blanks, and without marks of emphasis where they enclose all of the line."""
    low, high = trimmed(words, first - start, last - start)
    for mark in ("**", "__", "*", "_"):
        inner = words[low + len(mark) : high - len(mark)]
        enclosed = words.startswith(mark, low) and words.endswith(mark, low, high)
        if enclosed and high - low > 2 * len(mark) and mark not in inner:
            low, high = trimmed(words, low + len(mark), high - len(mark))
    return start + low, start + high


def _underline(words: str) -> str:
    return words[0] if _UNDERLINE.fullmatch(words) else ""


def _bare(value: str, start: int) -> tuple[int, int]:
    """A value of the front matter without quotes or brackets."""
    low, high = trimmed(value, 0, len(value))
    while low < high and value[low] in "\"'[":
        low += 1
    while low < high and value[high - 1] in "\"']":
        high -= 1
    low, high = trimmed(value, low, high)
    return start + low, start + high
