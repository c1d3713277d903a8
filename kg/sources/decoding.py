"""Bytes to text: UTF-8, or UTF-16 and UTF-32 by their byte order mark, else Windows-1252 with a warning."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from kg.errors import SourceError

__all__ = ["Decoded", "decode"]

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")
_CONTROL_BYTE = re.compile(rb"[\x01-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_CONTROL_SHARE = 0.1


@dataclass(frozen=True, slots=True)
class Decoded:
    """Text without its byte order mark, and what the user should know about how it was got, or ""."""

    text: str
    warning: str = ""


def decode(data: bytes) -> Decoded:
    """The text that these bytes hold, line ends as they are.

    Raises:
        SourceError: they hold no text, or text in an encoding that cannot be told.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return Decoded(_checked(_strict(data[len(mark) :], encoding)))
    if b"\x00" in data:
        raise SourceError(_about_nul(data))
    try:
        return Decoded(_checked(data.decode("utf-8")))
    except UnicodeDecodeError as error:
        return _windows(data, error.start)


def _strict(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        name = encoding.upper()
        raise SourceError(
            f"begins as {name} but is not: byte {error.start} cannot be read; save it as UTF-8"
        ) from None


def _about_nul(data: bytes) -> str:
    nul = data.count(b"\x00")
    if nul >= len(data) // 3:
        return "looks like UTF-16 without a byte order mark, or is not text; save it as UTF-8"
    return f"is not text (byte {data.index(0)} is zero)"


def _checked(text: str) -> str:
    if "\x00" in text or len(_CONTROL.findall(text)) > _CONTROL_SHARE * len(text):
        raise SourceError("is not text (full of control characters)")
    return text


def _windows(data: bytes, start: int) -> Decoded:
    """Most old English text that is not UTF-8 is in Windows-1252; bytes that it lacks are refused."""
    place = f"not UTF-8 (byte {start} is 0x{data[start]:02x})"
    if len(_CONTROL_BYTE.findall(data)) > _CONTROL_SHARE * len(data):
        raise SourceError("is not text (full of control characters)")
    try:
        text = data.decode("cp1252")
    except UnicodeDecodeError as error:
        raise SourceError(f"{place} nor Windows-1252 (byte {error.start}); save it as UTF-8") from None
    return Decoded(text, f"{place}; read as Windows-1252, so check letters with accents, or save it as UTF-8")
