"""Numbers in running text: digits, words, ranges and vague amounts, with the words that hedge or bound them.

>>> [(n.modifier, n.value, n.minimum) for n in find_numbers("killed more than four hundred and eighty-five")]
[('MoreThan', Decimal('485'), Decimal('485'))]

Percentages, ordinals, clock times, scores, and numbers inside larger words ("COVID-19", "20-year-old") are
not numbers of things and are left out. Whether a number is a year or an age is for the caller to tell.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

__all__ = ["Number", "find_numbers", "parse_number"]

_ONES = [
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
]  # fmt: skip
_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
_SMALL = {word: value for value, word in enumerate(_ONES)} | {
    word: 10 * value for value, word in enumerate(_TENS, start=2)
}
_SCALES = {
    "dozen": 12,
    "hundred": 100,
    "thousand": 1_000,
    "million": 10**6,
    "billion": 10**9,
    "trillion": 10**12,
    "k": 1_000,
    "m": 10**6,
    "mn": 10**6,
    "bn": 10**9,
}

_APPROXIMATELY = (
    "about|around|approximately|approx\\.?|roughly|some|an estimated|estimated|circa|nearly|almost|close to|"
    "close on|more or less|something like|in the region of|in the vicinity of|virtually|~"
)
_MODIFIERS = {
    "AtLeast": "at least|at the very least|no fewer than|no less than|not less than|no lower than|"
    "not fewer than|a minimum of|minimum of",
    "MoreThan": "more than|well over|just over|well above|just above|over|above|in excess of|upwards? of|"
    "north of|greater than|higher than",
    "AtMost": "at most|no more than|not more than|no higher than|up to|as many as|as much as|"
    "a maximum of|maximum of",
    "LessThan": "fewer than|less than|lower than|just under|well under|just below|under|below",
    "Approximately": _APPROXIMATELY,
}
_FURTHER = "another|an additional|additional|a further|a total of"
_SUFFIXES = {
    "AtLeast": r"\s?\+|-plus\b| or more\b",
    "AtMost": r" or (?:fewer|less)\b",
    "Approximately": r" or so\b|-odd\b",
}

_BEFORE = re.compile(
    rf"(?<![\w-])(?P<all>(?:(?:{'|'.join(_MODIFIERS.values())}) ?)(?:(?:{_APPROXIMATELY}|{_FURTHER}) ?)*)$",
    re.IGNORECASE,
)
_KINDS = [(name, re.compile(rf"(?:{words})\b", re.IGNORECASE)) for name, words in _MODIFIERS.items()]
_AFTER = [(name, re.compile(words, re.IGNORECASE)) for name, words in _SUFFIXES.items()]

_WORD = "|".join(
    sorted([*_SMALL, "dozen", "hundred", "thousand", "million", "billion", "trillion"], key=len, reverse=True)
)
_AND = "|".join(rf"(?<={word}) and " for word in ("hundred", "thousand", "million"))
_CURRENCY = r"(?:(?:US|AU|NZ|HK|A|C|S)?[$€£¥₹]|\b(?:USD|EUR|GBP|Rs\.?|INR|CHF) ?)\s?"
_MONEY = (
    r"(?:(?:US|Australian|Canadian|Hong Kong|Iranian|Indian) )?(?:dollars?|euros?|pounds?|rupees?|yen|yuan|"
    r"rubles?|roubles?|francs?|rials?|tomans?|dinars?|riyals?|shekels?|liras?|pesos?|baht|kronor|rand|naira|"
    r"ringgit|taka|USD|EUR|GBP)\b"
)
_CORE = re.compile(
    rf"(?P<currency>{_CURRENCY})?"
    r"(?:(?:(?<![\w.,:/’'#-])|(?<=\d-))"
    r"(?P<digits>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d{1,3}(?: \d{3})+(?![\d,.]\d)|\d+(?:\.\d+)?)"
    r"(?: ?(?P<scale>(?:hundred|thousand|million|billion|trillion)\b)|(?P<glued>(?:bn|mn|m|k)\b))?"
    r"|\b(?P<vague>(?:(?:many |several |a few |some )?(?:tens|hundreds|thousands|millions) of "
    r"(?:thousands|millions)"
    r"|(?:many |several )?(?:dozens|hundreds|thousands|millions)|scores(?= of| were| have| more)"
    r"|dozen(?= of )"
    r"|(?:several|a few|many|a couple) (?:dozen|hundred|thousand|million)|several))\b"
    rf"|\b(?P<words>(?:a |an |half a )?(?<![\w-])(?:{_WORD})(?:(?:[ -]|{_AND})(?:{_WORD}))*)\b)",
    re.IGNORECASE,
)
_COIN = re.compile(" ?" + _MONEY)
_DASHED_RANGE = re.compile(r"[-–]\d{1,3}(?:,\d{3})*(?![\w-]|[.,:/]\d| ?%)")
_UNFIT_AFTER = re.compile(
    r"[A-Za-z_]|[.,:/]\d|\s?%|\s?(?:percent|per cent|pct|percentage)\b|-(?!odd\b|plus\b)[A-Za-z]|[-–](?=\d)|°"
    r"|'s?\b|’s\b"
    r"| ?(?:a\.?m\.?|p\.?m\.?|o['’]clock)(?!\w)|st\b|nd\b|rd\b|th\b"
    r"|[- ](?:thirds?|fifths?|quarters?|tenths?|halves)\b",
    re.IGNORECASE,
)
_LINKS = re.compile(r"\s*(?P<dash>[-–—])\s*| (?P<word>to|or|and) ")
_BETWEEN = re.compile(r"\bbetween (?:about |around |roughly |some |an estimated )?$", re.IGNORECASE)
_FROM = re.compile(r"\b(?:from|by) $", re.IGNORECASE)
_DASHES = frozenset("-–—")
_LARGEST = 10**15  # longer rows of digits are identifiers
_NEAR = 64  # characters before a number in which its modifier words stand


@dataclass(frozen=True, slots=True)
class Number:
    """A number with its modifier words (start, end) and alone (core_start, core_end); offsets in the text.

    modifier, value, minimum, maximum: as in :class:`kg.model.Quantity`. money: the span names a currency.
    spelled: written in words, so never a year.
    """

    start: int
    end: int
    core_start: int
    core_end: int
    modifier: str
    value: Decimal | None
    minimum: Decimal | None = None
    maximum: Decimal | None = None
    money: bool = False
    spelled: bool = False


def find_numbers(text: str) -> list[Number]:
    """Numbers in text order; they do not overlap."""
    return [_bounded(text, number) for number in _joined(text, list(_cores(text)))]


def parse_number(words: str) -> Decimal | None:
    """Value of number words or digits ("forty-two", "1,500", "half a million"); None where they are none.

    >>> parse_number("four hundred and eighty-five")
    Decimal('485')
    """
    text = words.strip().lower()
    match = re.fullmatch(r"(\d[\d, ]*(?:\.\d+)?)\s*([a-z]*)", text)
    if match:
        scale = _SCALES.get(match[2], 0 if match[2] else 1)
        return Decimal(re.sub("[, ]", "", match[1])) * scale if scale else None
    return _spelled(re.split(r"[\s-]+", text))


def _spelled(words: list[str]) -> Decimal | None:
    """Sum of number words; None unless they fall in the order of a cardinal ("two hundred and five")."""
    factor = Decimal(1)
    if words[:2] == ["half", "a"]:
        factor, words = Decimal("0.5"), ["one", *words[2:]]
    elif words[0] in {"a", "an"}:
        words = ["one", *words[1:]]
    if words[0] in _SCALES:
        return None
    total, group, last = 0, 0, 100
    for word in words:
        if word == "and":
            continue
        if word in _SMALL:
            value = _SMALL[word]
            if not (value < last and (last == 100 or (last >= 20 and value < 10))):
                return None
            group, last = group + value, value
        elif word in _SCALES:
            scale = _SCALES[word]
            group = max(group, 1) * scale
            if scale >= 1000:
                total, group = total + group, 0
            last = 100
        else:
            return None
    return (total + group) * factor if words != ["one"] or factor == 1 else None


def _cores(text: str) -> Iterator[Number]:
    for match in _CORE.finditer(text):
        if _UNFIT_AFTER.match(text, match.end()) and not _range_follows(text, match.end()):
            continue
        start, end = match.span()
        if match["vague"]:
            yield Number(start, end, start, end, "Vague", None, spelled=True)
            continue
        words = match["words"] or (match["digits"] + " " + (match["scale"] or match["glued"] or ""))
        value = parse_number(words)
        if value is None or value > _LARGEST:
            continue
        coin = _COIN.match(text, end)
        money = bool(match["currency"] or coin)
        loose = "dozen" in words.lower() or words.lower().startswith("half")
        yield Number(
            start,
            coin.end() if coin else end,
            start,
            end,
            "Approximately" if loose else "Exactly",
            value.normalize() if value != value.to_integral() else value.to_integral(),
            money=money,
            spelled=bool(match["words"]) or bool(match["scale"]),
        )


def _range_follows(text: str, end: int) -> bool:
    """Whether the dash after a number leads to another number and no further.

    As in "20-30 people", not "3-1-2".
    """
    return bool(re.match(r"[-–]\d{1,3}(?:,\d{3})*(?![\w-]|[.,/:]\d| ?%)", text[end : end + 16]))


def _joined(text: str, numbers: list[Number]) -> Iterator[Number]:
    """Pairs that make a range become one number."""
    position = 0
    while position < len(numbers):
        left = numbers[position]
        right = numbers[position + 1] if position + 1 < len(numbers) else None
        pair = _range(text, left, right) if right else None
        dashed = right is not None and text[left.end : right.core_start].strip() in _DASHES
        if pair or not dashed:
            yield pair or left
        position += 2 if pair or dashed else 1


def _range(text: str, left: Number, right: Number) -> Number | None:
    link = _LINKS.fullmatch(text, left.end, right.core_start)
    if link is None or left.value is None or right.value is None:
        return None
    low, high = left.value, right.value
    scale = _scale(text[right.core_start : right.core_end])
    if scale > 1 and low < high / scale and _scale(text[left.core_start : left.core_end]) == 1:
        low *= scale
    opening = _BETWEEN.search(text, max(0, left.start - _NEAR), left.start)
    if low >= high or (not opening and not _plausible(text, left.start, link["word"] or "-", low, high)):
        return None
    start = opening.start() if opening else left.start
    return replace(
        left,
        start=start,
        end=right.end,
        core_end=right.core_end,
        modifier="Between",
        value=None,
        minimum=low,
        maximum=high,
        money=left.money or right.money,
        spelled=left.spelled or right.spelled,
    )


def _plausible(text: str, start: int, link: str, low: Decimal, high: Decimal) -> bool:
    """Whether "A to B" is a range: not a movement ("from A to B"), not "A and B" that counts two things."""
    if link == "and" or _FROM.search(text, max(0, start - 8), start):
        return False
    return high <= low * (2 if link == "or" else 10)


def _scale(words: str) -> int:
    match = re.search(r"(thousand|million|billion|trillion|bn|mn|m|k)$", words.lower())
    return _SCALES[match[1]] if match else 1


def _bounded(text: str, number: Number) -> Number:
    """The number with the modifier words before and after it."""
    if number.modifier == "Between":
        return number
    number = _suffixed(text, number)
    before = _BEFORE.search(text, max(0, number.start - _NEAR), number.start)
    if before is None:
        return number
    kind = next(name for name, words in _KINDS if words.match(before["all"]))
    number = replace(number, start=before.start())
    return number if number.modifier == "Vague" else _with(number, kind)


def _suffixed(text: str, number: Number) -> Number:
    for kind, words in _AFTER:
        if (match := words.match(text, number.end)) and number.value is not None:
            return _with(replace(number, end=match.end()), kind)
    return number


def _with(number: Number, kind: str) -> Number:
    return replace(
        number,
        modifier=kind,
        minimum=number.value if kind in {"AtLeast", "MoreThan"} else None,
        maximum=number.value if kind in {"AtMost", "LessThan"} else None,
    )
