"""Marks the parts of an article. The text stays as it is; each finder sees only what those before it left.

Where nothing is certain a line is a paragraph: what is marked as anything else holds no sentences.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from kg.model import Region, Span
from kg.sources.bylines import authors_of, byline_agency, byline_date, find_bylines
from kg.sources.captions import find_captions
from kg.sources.datelines import Dateline, find_dateline, find_dateline_lines, read_dateline_line
from kg.sources.dates import find_date_lines, parse_date, published_on
from kg.sources.footers import find_footers, publisher_of
from kg.sources.headings import find_headings
from kg.sources.headlines import find_headline, title_offset
from kg.sources.lines import Line
from kg.sources.paragraphs import find_paragraphs
from kg.sources.repeats import find_repeats
from kg.sources.wrapping import join_wrapped

__all__ = ["Layout", "mark_regions"]

_DATELINE_PARAGRAPHS = 3
"""A dateline stands before the first paragraph, or after a standfirst or two."""


@dataclass(frozen=True, slots=True)
class Layout:
    """The parts of an article and what they tell about it; see :class:`kg.model.Document`."""

    regions: tuple[Region, ...]
    headline: Span | None
    authors: tuple[Span, ...]
    publisher: Span | None
    published: date | None


def mark_regions(text: str, lines: Sequence[Line]) -> Layout:
    """Mark the regions of a text whose lines have been split, by their wording and place only."""
    lines = join_wrapped(text, lines)
    kinds = _kinds(lines)
    paragraphs = find_paragraphs(lines, kinds)
    datelines = _datelines(text, paragraphs)
    all_datelines = _with_lines(datelines, lines, kinds)
    marked = [Region(Span(lines[index].start, lines[index].end), kinds[index]) for index in kinds]
    return Layout(
        tuple(sorted([*marked, *_text_regions(paragraphs, datelines)])),
        _headline(lines, kinds),
        authors_of(lines, kinds),
        publisher_of(lines, kinds) or byline_agency(lines, kinds) or _first_agency(all_datelines),
        _published(lines, kinds, all_datelines),
    )


def _kinds(lines: Sequence[Line]) -> dict[int, str]:
    kinds = {index: line.preset for index, line in enumerate(lines) if line.preset}
    for find in (find_footers, find_date_lines, find_dateline_lines, find_bylines, find_captions):
        kinds |= find(lines, kinds)
    kinds |= find_headline(lines, kinds)
    kinds |= find_repeats(lines, kinds)
    kinds |= find_headings(lines, kinds)
    return kinds | find_repeats(lines, kinds)


def _text_regions(paragraphs: Sequence[Span], datelines: Mapping[int, Dateline]) -> Iterator[Region]:
    for paragraph in paragraphs:
        dateline = datelines.get(paragraph.start)
        if dateline is None:
            yield Region(paragraph, "paragraph")
            continue
        yield Region(dateline.span, "dateline")
        if dateline.rest < paragraph.end:
            yield Region(Span(dateline.rest, paragraph.end), "paragraph")


def _datelines(text: str, paragraphs: Sequence[Span]) -> dict[int, Dateline]:
    """The datelines before the first paragraphs, by where they begin."""
    found = ((span.start, find_dateline(text, span)) for span in paragraphs[:_DATELINE_PARAGRAPHS])
    return {start: dateline for start, dateline in found if dateline is not None}


def _with_lines(
    datelines: Mapping[int, Dateline], lines: Sequence[Line], kinds: Mapping[int, str]
) -> dict[int, Dateline]:
    """Those before paragraphs and those that have a line of their own."""
    alone = (read_dateline_line(lines[index]) for index in kinds if kinds[index] == "dateline")
    return {**datelines, **{dateline.span.start: dateline for dateline in alone if dateline is not None}}


def _headline(lines: Sequence[Line], kinds: Mapping[int, str]) -> Span | None:
    line = next((lines[index] for index in sorted(kinds) if kinds[index] == "headline"), None)
    return Span(line.start + title_offset(line.text), line.end) if line else None


def _first_agency(datelines: Mapping[int, Dateline]) -> Span | None:
    return next((datelines[start].agency for start in sorted(datelines) if datelines[start].agency), None)


def _published(
    lines: Sequence[Line], kinds: Mapping[int, str], datelines: Mapping[int, Dateline]
) -> date | None:
    if found := published_on(lines, kinds):
        return found
    if (match := byline_date(lines, kinds)) and (found := parse_date(match)):
        return found
    return next(
        (datelines[start].published for start in sorted(datelines) if datelines[start].published), None
    )
