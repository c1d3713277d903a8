"""Lines that tell what a picture shows."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from kg.sources.lines import Line

__all__ = ["find_captions"]

_PICTURE = (
    r"(?:file )?photo(?:graph)?s?|picture|pictured(?: above)?|image|illustration|graphic|video|caption"
    r"|in pictures|photo (?:credit|caption)|(?:image|picture) credit"
)
_LABEL = re.compile(
    rf"[(\[]?(?:{_PICTURE})\b(?: (?:by|courtesy of)\b|\s*[:|]).{{0,400}}"
    r"|FILE\s*(?:PHOTO\s*:|[-–—]).{0,400}|[(\[]?file (?:photo|picture|image)\b.{0,200}",
    re.IGNORECASE,
)
_AGENCY = r"(?:AP|AFP|EPA|Reuters|Getty Images|Getty|Shutterstock|Bloomberg)"
_CREDIT = re.compile(
    rf".{{0,500}}(?:[(\[](?:(?:{_AGENCY}|File|Handout|Courtesy)\b[^()\[\]]{{0,20}}\s)?"
    r"(?:photo|image|picture|file|handout|courtesy|credit|screengrab)s?\b[^()\[\]]{0,120}[)\]]"
    rf"|[(\[][^()\[\]]{{0,80}}(?:/|via\s){_AGENCY}(?: Images)?[)\]]"
    rf"|(?:/|\bvia\s){_AGENCY})\.?",
    re.IGNORECASE,
)
_LONGEST = 520


def find_captions(lines: Sequence[Line], kinds: Mapping[int, str]) -> dict[int, str]:
    """Lines that a label ("Photo:") opens or a credit ("(AP Photo/...)") closes, by position."""
    return {
        index: "caption" for index, line in enumerate(lines) if index not in kinds and _is_caption(line.text)
    }


def _is_caption(text: str) -> bool:
    if len(text) > _LONGEST:
        return False
    return _LABEL.fullmatch(text) is not None or _CREDIT.fullmatch(text) is not None
