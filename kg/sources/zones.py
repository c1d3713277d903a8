"""Where in an article the lines about it stand: before its text, and after."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from kg.sources.lines import Line, is_prose

__all__ = ["body_start", "end_zone", "front_zone"]

_FRONT = 12
_END = 6
_PROSE_BEFORE_BODY = 2


def front_zone(lines: Sequence[Line]) -> range:
    """The first lines, up to the second of running text: a standfirst may come before the byline."""
    prose = 0
    for index, line in enumerate(lines[:_FRONT]):
        prose += is_prose(line.text)
        if prose == _PROSE_BEFORE_BODY:
            return range(index)
    return range(min(len(lines), _FRONT))


def end_zone(lines: Sequence[Line]) -> range:
    """The last lines, but never the first one."""
    return range(max(1, len(lines) - _END), len(lines))


def body_start(lines: Sequence[Line], kinds: Mapping[int, str]) -> int:
    """Position of the first unmarked line of running text; the number of lines where there is none."""
    for index, line in enumerate(lines):
        if index not in kinds and is_prose(line.text):
            return index
    return len(lines)
