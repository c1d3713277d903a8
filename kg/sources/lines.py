"""The lines of a text, and the tests on their wording that the finders of regions share.

A line is what stands between two line breaks, without the blanks around it; lines of blanks only are dropped
and remembered as a gap. Everything that :meth:`str.splitlines` knows breaks a line: a lone carriage return,
form feeds and the Unicode separators too.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

__all__ = [
    "Line",
    "ends_sentence",
    "holds_sentence_end",
    "is_prose",
    "is_rule",
    "is_title_case",
    "normal",
    "opens_like_a_title",
    "split_lines",
    "trimmed",
]

_INVISIBLE = "\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"
"""Characters that print nothing and that Python does not count as blanks."""

_CLOSERS = "\"'”’»›)]}*_"
_OPENERS = "\"'“‘«‹([{¿¡*_`"
_TERMINATORS = ".!?…。"
_RULE = re.compile(r"[-=_*~#+•·—–―.\s]{3,}|[-=_*~#•·—–―]+")
_SENTENCE_END = re.compile(r"[a-z)]{3}[.!][\"'”’]? +[\"'“‘]?[A-Z]")
_BULLET = re.compile(r"([•▪►●◦‣*–—-])\s+(?=\w)")
_DASHES = "–—-"
_PROSE_WORDS = 5
_LONG = 200
_TITLE_LETTERS = 4
_TITLE_SHARE = 0.8


@dataclass(frozen=True, slots=True)
class Line:
    """A line that holds more than blanks.

    start, end: code points into the text, end exclusive, trimmed. gap: whether a blank line or a rule stands
    before it (true for the first). opens: whether it begins a paragraph whatever is before it (a list item).
    preset: the kind that the source itself gives it (a Markdown heading), or "".
    """

    start: int
    end: int
    text: str
    gap: bool
    opens: bool = False
    preset: str = ""

    def __len__(self) -> int:
        return self.end - self.start


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """Narrow a stretch until it neither begins nor ends with a blank or an invisible character."""
    while start < end and _is_blank(text[start]):
        start += 1
    while end > start and _is_blank(text[end - 1]):
        end -= 1
    return start, end


def split_lines(text: str) -> tuple[Line, ...]:
    """All lines that hold more than blanks, in text order. Rules ("-----") count as gaps."""
    found: list[Line] = []
    offset, gap = 0, True
    for raw in text.splitlines(keepends=True):
        start, end = trimmed(text, offset, offset + len(raw))
        offset += len(raw)
        if start == end or is_rule(text[start:end]):
            gap = True
            continue
        start, opens = _after_bullet(text, start, end)
        found.append(Line(start, end, text[start:end], gap, opens))
        gap = False
    return tuple(found)


def is_rule(text: str) -> bool:
    """Whether a line only draws a line.

    >>> is_rule("* * *"), is_rule("======"), is_rule(":-)")
    (True, True, False)
    """
    return _RULE.fullmatch(text) is not None


def ends_sentence(text: str) -> bool:
    """Whether the last character, closing quotes and brackets aside, ends a sentence.

    >>> ends_sentence('He said "no."'), ends_sentence("Toll rises to 21")
    (True, False)
    """
    return text.rstrip(_CLOSERS + " ").endswith(tuple(_TERMINATORS))


def holds_sentence_end(text: str) -> bool:
    """Whether a sentence ends before the end of the line.

    >>> holds_sentence_end("He left. Nobody saw him"), holds_sentence_end("U.S. Senate votes")
    (True, False)
    """
    return _SENTENCE_END.search(text) is not None


def is_prose(text: str) -> bool:
    """Whether a line reads as running text: a long one, or several words with a full stop after them.

    >>> is_prose("The ministry raised the toll on Monday."), is_prose("Ministry Raises Toll Again Today")
    (True, False)
    """
    if len(text) > _LONG:
        return True
    return ends_sentence(text) and len(text.split()) >= _PROSE_WORDS and not is_title_case(text, share=0.9)


def is_title_case(text: str, *, share: float = _TITLE_SHARE) -> bool:
    """Whether (nearly) all longer words are capitalised; at least three longer words are needed to tell.

    >>> is_title_case("Court Sends Diplomat to Prison"), is_title_case("Court sends diplomat to prison")
    (True, False)
    """
    words = [word.strip(_OPENERS + _CLOSERS) for word in re.split(r"[\s/—–-]+", text)]
    longer = [word for word in words if len(word) >= _TITLE_LETTERS and word[0].isalpha()]
    return len(longer) >= 3 and sum(word[0].isupper() for word in longer) >= share * len(longer)


def opens_like_a_title(text: str) -> bool:
    """Whether the first letter is a capital (or of a script without capitals) or a digit leads.

    >>> opens_like_a_title("“Never again”"), opens_like_a_title("and so on")
    (True, False)
    """
    bare = text.lstrip(_OPENERS)
    return bool(bare) and (bare[0].isdigit() or (bare[0].isalpha() and not bare[0].islower()))


def normal(text: str) -> str:
    """A line as compared with others: single blanks, plain quotes, no closing punctuation, case folded."""
    plain = text.translate({0x2018: "'", 0x2019: "'", 0x201C: '"', 0x201D: '"', 0xA0: " "})
    return " ".join(plain.split()).strip(" .;:\"'*_#").casefold()


def _after_bullet(text: str, start: int, end: int) -> tuple[int, bool]:
    """Where the words of a list item begin; dashes count only before several words ("- Reuters" is none)."""
    match = _BULLET.match(text, start, end)
    if match is None or (match[1] in _DASHES and len(text[start:end].split()) < _PROSE_WORDS):
        return start, False
    return match.end(), True


def _is_blank(character: str) -> bool:
    return character.isspace() or character in _INVISIBLE
