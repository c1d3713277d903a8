"""Finds numbers of people, places and money in an article, and the event that each number is about."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import zip_longest
from typing import TYPE_CHECKING

from kg.annotate.dates.find import date_spans
from kg.annotate.figures import measure_words as words
from kg.annotate.figures.counted import Counted, counted_phrase
from kg.annotate.figures.events import TOLLS, event_of
from kg.annotate.figures.measures import is_difference, measure_of, stands_for_figure, toll_measure
from kg.annotate.figures.numbers import Number, find_numbers
from kg.annotate.reading import Passage, Reading
from kg.model import Quantity, Span

if TYPE_CHECKING:
    from spacy.tokens import Doc

__all__ = ["event_of", "find_quantities"]

_LABELS = frozenset(
    {"article", "chapter", "section", "page", "no", "no.", "flight", "boeing", "route", "room", "grade"}
)
_LABELS_AFTER = re.compile(
    r"[- ](?:years?|months?|weeks?)[- ](?:old|olds)\b|s\b| degrees\b| ?(?:km|kg|mph|kph|cm|mm)\b"
)
_PENALTY = frozenset(
    {"sentence", "jail", "imprison", "imprisonment", "prison", "last", "lasting", "banned", "ban"}
)
_SHARE = r"(?:[1-9]|one|two|three|four|five|six|seven|eight|nine)"
_RATIO_AFTER = re.compile(
    r" (?:in|out of)(?: every)? (?:\d+|two|three|four|five|six|seven|eight|nine|ten)\b(?! [A-Z])"
)
_RATIO_BEFORE = re.compile(rf"\b{_SHARE} (?:in|out of)(?: every)? $", re.IGNORECASE)
_NEAR = 24  # characters before a number in which the first half of a ratio stands
_PRICE = re.compile(r" (?:an?|per|each) ?\b")
_SMALL_SUM = 1000  # smaller sums are prices
_TIED = 8  # a plain number below this is too common to be recognised by its value alone
_REACH = 2  # sentences back in which a figure can be taken up by "it" or "the figure"


@dataclass(frozen=True, slots=True)
class _Found:
    """A number with its place: tokens of its sentence, first token, phrase counted, measure ("" as yet)."""

    passage: Passage
    number: Number
    first: int
    bounds: tuple[int, int]
    sentence: int
    counted: Counted
    measure: str
    bare: bool
    toll: bool = False


def find_quantities(reading: Reading) -> list[Quantity]:
    """Quantities in text order with ids ``q0``, ``q1``, ...; those outside sentences have sentence -1.

    Years, ages, percentages, differences between two tolls and other numbers of no measure are left out.
    """
    found = [row for passage in reading.passages for row in _in_passage(passage)]
    found = _recognised(_taken_up(found))
    kept = [row for row in found if row.measure]
    return [_quantity(f"q{position}", row) for position, row in enumerate(kept)]


def _in_passage(passage: Passage) -> Iterator[_Found]:
    doc, text = passage.doc, passage.text
    numbers = find_numbers(text)
    if not numbers:
        return
    dates = date_spans(text)
    ends = sorted({(sent.start, sent.end) for sent in doc.sents})
    for number in numbers:
        if any(start < number.core_end and number.core_start < end for start, end in dates):
            continue
        tokens = doc.char_span(number.core_start, number.core_end, alignment_mode="expand")
        whole = doc.char_span(number.start, number.end, alignment_mode="expand")
        bounds = next(((a, b) for a, b in ends if tokens and a <= tokens.start < b), None)
        if tokens is None or whole is None or bounds is None:
            continue
        counted = counted_phrase(doc, tokens.end - 1, bounds[1])
        if number.end > number.core_end and whole.end > tokens.end:
            counted = counted_phrase(doc, whole.end - 1, bounds[1])
        if _is_label(doc, text, number, whole.start, counted):
            continue
        measure = _measure(doc, text, number, whole.start, counted, bounds)
        bare = not counted.head and not counted.part
        toll = toll_measure(doc, whole.start, bounds[0]) if bare and not measure else ""
        sentence = passage.sentence_of(doc[tokens.start])
        if measure != "-":
            yield _Found(
                passage, number, whole.start, bounds, sentence, counted, measure or toll, bare, bool(toll)
            )


def _is_label(doc: Doc, text: str, number: Number, first: int, counted: Counted) -> bool:
    """Ages, house numbers, articles of law and the like; "one" and years that count nothing."""
    before = doc[first - 1] if first else None
    if _LABELS_AFTER.match(text, number.end) or (
        before is not None and before.lower_ in _LABELS | {"aged", "age"}
    ):
        return True
    if (
        before is not None
        and before.lower_ == "of"
        and first > 1
        and doc[first - 2].lower_ in {"age", "ages"}
    ):
        return True
    if number.value is None:
        return False
    if _is_age(doc, text, number, first, counted):
        return True
    value = number.value
    if value == 1 and ((number.spelled and not (counted.head or counted.forms)) or counted.part):
        return True
    if _is_ratio(doc, text, number, first):
        return True
    printed = text[number.core_start : number.core_end]
    if number.spelled or not re.fullmatch(r"1[5-9]\d\d|20\d\d", printed):
        return False
    return not counted.head or doc[counted.end - 1].tag_ != "NNS" or doc[first + 1].pos_ == "PROPN"


def _is_ratio(doc: Doc, text: str, number: Number, first: int) -> bool:
    """Whether the number is a share: "1 in 4 residents", "one out of five"."""
    if _RATIO_AFTER.match(text, number.end):
        return True
    return bool(_RATIO_BEFORE.search(text, max(0, doc[first].idx - _NEAR), doc[first].idx))


def _is_age(doc: Doc, text: str, number: Number, first: int, counted: Counted) -> bool:
    """Whether the number is an age: "Khan, 34, said", "children under five"."""
    if counted.head or counted.forms or counted.part:
        return False
    before = doc[first - 1] if first else None
    core = text[number.start :].split(" ")[0].lower()
    if core in {"under", "over", "above", "below"} and before is not None and before.pos_ in {"NOUN", "PRON"}:
        return number.value is not None and number.value < 100
    enclosed = text[number.end : number.end + 1] == "," or text[number.end : number.end + 1] == ")"
    name = (
        before is not None
        and before.lower_ in {",", "("}
        and first > 1
        and doc[first - 2].pos_ in {"PROPN", "NOUN"}
    )
    return bool(name and enclosed and number.value is not None and number.value < 120)


def _measure(
    doc: Doc, text: str, number: Number, first: int, counted: Counted, bounds: tuple[int, int]
) -> str:
    """Measure, "" where it must be told from other sentences, "-" where the number is none of ours."""
    if number.money:
        price = first < len(doc) and _PRICE.match(text, number.end)
        return "Money" if number.value is None or (number.value >= _SMALL_SUM and not price) else "-"
    if counted.head in words.TIME_UNITS:
        before = {
            t.lemma_.lower() for t in doc[max(bounds[0], first - 4) : first] if t.pos_ in {"VERB", "NOUN"}
        }
        after = {
            t.lemma_.lower() for t in doc[counted.end : min(bounds[1], counted.end + 3)] if t.pos_ != "ADJ"
        }
        return "Duration" if (before | after) & _PENALTY else "-"
    if is_difference(doc, first, counted, bounds):
        return "-"
    if (
        first > bounds[0] + 1
        and doc[first - 1].lower_ in {"of", "the", "these", "those"}
        and _is_base(doc, first, bounds)
    ):
        return "OtherMeasure" if counted.plural_people else ""
    measure = measure_of(doc, first, counted, bounds)
    few = number.value is not None and number.value < 2
    if measure == "OtherMeasure" and (
        few or (counted.part and any(form.isdigit() for form in counted.forms))
    ):
        return "-"
    if measure:
        return measure
    return "-" if counted.head and not counted.part else ""


def _is_base(doc: Doc, first: int, bounds: tuple[int, int]) -> bool:
    """Whether the number is the set of which a part is counted ("five of the 45", "70 of 140 suspects")."""
    position = first - 1
    while position > bounds[0] and doc[position].pos_ == "DET":
        position -= 1
    return doc[position].lower_ == "of" and position > bounds[0] and doc[position - 1].like_num


def _taken_up(found: list[_Found]) -> list[_Found]:
    """Bare numbers that go on with the figure before ("It could be 250 or 260", "up from 321")."""
    rows: list[_Found] = []
    for row in found:
        if not row.measure and row.bare:
            row = replace(row, measure=_previous(row, rows), toll=True)
        elif row.measure == "OtherMeasure" and _among_them(row):
            row = replace(row, measure=_previous(row, rows, bare=False) or row.measure)
        rows.append(row)
    return rows


def _among_them(row: _Found) -> bool:
    start = row.bounds[0]
    return row.passage.doc[start : start + 2].text.lower() in {
        "among them",
        "these included",
        "they included",
    }


def _previous(row: _Found, rows: list[_Found], *, bare: bool = True) -> str:
    """Measure of the last toll in reach that this number can go on with, "" if none."""
    doc = row.passage.doc
    same = [r for r in rows if r.passage is row.passage and r.bounds == row.bounds and r.measure in TOLLS]
    if bare and same and doc[row.first - 1].lower_ in {"from", "to"} and row.first > row.bounds[0]:
        return same[-1].measure
    if bare and not stands_for_figure(doc[row.bounds[0] : row.bounds[1]]):
        return ""
    near = [r for r in rows if r.measure in TOLLS and 0 <= row.sentence - r.sentence <= _REACH + 3 * r.toll]
    tolls = [r for r in near if r.toll] if bare else []
    return (tolls or near)[-1].measure if near and row.sentence >= 0 else ""


def _recognised(found: list[_Found]) -> list[_Found]:
    """Bare numbers whose value the article elsewhere gives with a measure, and with one only."""
    known: dict[Decimal, set[str]] = {}
    for row in found:
        if row.measure in TOLLS and row.number.value is not None and row.number.value > _TIED:
            known.setdefault(row.number.value, set()).add(row.measure)
    rows = [
        replace(row, measure=next(iter(known[row.number.value])))
        if not row.measure and row.number.value in known and len(known[row.number.value]) == 1
        else row
        for row in found
    ]
    return [_as_part(row, following) for row, following in zip_longest(rows, rows[1:])]


def _as_part(row: _Found, following: _Found | None) -> _Found:
    """A part counts what the whole counts ("Five of the 45 were foreigners")."""
    if row.measure or not row.counted.part or following is None or following.passage is not row.passage:
        return row
    inside = row.passage.doc[row.first : following.first + 1].text.count(" ") <= 4
    return replace(row, measure=following.measure) if inside and following.measure in TOLLS else row


def _quantity(identifier: str, row: _Found) -> Quantity:
    number, doc, base = row.number, row.passage.doc, row.passage.region.span.start
    last = doc[row.counted.end - 1]
    # "Five of the" before a larger number is no phrase: the part alone is quoted.
    alone = row.measure == "Money" or (row.counted.part and last.lower_ in {"of", "the", "these", "those"})
    end = number.end if alone else max(number.end, last.idx + len(last))
    modifier, minimum = number.modifier, number.minimum
    if (
        modifier == "Exactly"
        and row.first
        and doc[row.first - 1].lemma_.lower() in {"exceed", "surpass", "top"}
    ):
        modifier, minimum = "MoreThan", number.value
    return Quantity(
        identifier,
        Span(base + number.start, base + end),
        Span(base + number.start, base + number.end),
        row.measure,
        modifier,
        number.value,
        minimum,
        number.maximum,
        row.sentence,
    )
