"""Dates in text: EDTF and the days that bound them."""

from __future__ import annotations

import re
from datetime import date, timedelta

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st

from kg.annotate.dates.find import find_dates
from kg.annotate.reading import Passage, Reading
from kg.model import Document, Region, Span

BLANK = spacy.blank("en")
DAY = date(2020, 11, 20)  # a Friday


def dates(text: str, published: date | None = None) -> list[tuple[str, str, date, date]]:
    region = Region(Span(0, len(text)), "paragraph")
    document = Document("a", "a.txt", text, "", (region,), published=published)
    found = find_dates(Reading(document, (Passage(region, BLANK(text), 0),), ()))
    return [(d.span.of(text), d.edtf, d.earliest, d.latest) for d in found]


@pytest.mark.parametrize(
    ("text", "printed", "edtf", "first", "last"),
    [
        ("on November 27, 2019 in Oslo", "November 27, 2019", "2019-11-27", "2019-11-27", "2019-11-27"),
        ("on 27 Nov. 2019 in Oslo", "27 Nov. 2019", "2019-11-27", "2019-11-27", "2019-11-27"),
        ("the 3rd of May, 2011", "3rd of May, 2011", "2011-05-03", "2011-05-03", "2011-05-03"),
        ("since 2019-02-28.", "2019-02-28", "2019-02-28", "2019-02-28", "2019-02-28"),
        ("in February 2020", "February 2020", "2020-02", "2020-02-01", "2020-02-29"),
        ("in 2019", "2019", "2019", "2019-01-01", "2019-12-31"),
        ("the 1980s", "the 1980s", "198X", "1980-01-01", "1989-12-31"),
        ("mid-November 2019", "mid-November 2019", "2019-11~", "2019-11-05", "2019-11-25"),
        ("from May 2017 to June 2018", "May 2017 to June 2018", "2017-05/2018-06", "2017-05-01",
         "2018-06-30"),
        ("April 21-23, 2019", "April 21-23, 2019", "2019-04-21/2019-04-23", "2019-04-21", "2019-04-23"),
        ("the summer of 1988", "summer of 1988", "1988-22", "1988-01-01", "1988-12-31"),
    ],
)  # fmt: skip
def test_absolute(text, printed, edtf, first, last):
    assert dates(text) == [(printed, edtf, date.fromisoformat(first), date.fromisoformat(last))]


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("She left on Tuesday.", "2020-11-17"),
        ("She left last Friday.", "2020-11-13"),
        ("They will meet on Monday.", "2020-11-23"),
        ("It rained yesterday.", "2020-11-19"),
        ("It rained last week.", "2020-11-09/2020-11-15"),
        ("It rained last month.", "2020-10"),
        ("It rained last November.", "2019-11"),
        ("It rained in May.", "2020-05"),
        ("It rained in December.", "2019-12"),
        ("It rained three days ago.", "2020-11-17"),
        ("It rained two years ago.", "2018~"),
        ("It rained on May 2.", "2020-05-02"),
        ("The hearing on January 5 comes first.", "2021-01-05"),
    ],
)
def test_relative_to_publication(text, edtf):
    assert [row[1] for row in dates(text, DAY)] == [edtf]
    assert dates(text) == []


def test_the_same_year_is_the_one_named_before():
    found = dates("In March 2018 they met. In July of the same year they met again. That month it rained.")
    assert [row[1] for row in found] == ["2018-03", "2018-07", "2018-07"]


@pytest.mark.parametrize(
    "text",
    ["31 November 2019", "2019-02-30", "on Tuesday", "November 27", "He may 3 times", "2019 people came"],
)
def test_no_date_without_its_days(text):
    assert dates(text) == []


@given(st.dates(date(1500, 1, 1), date(2099, 12, 31)), st.sampled_from(["%B %d, %Y", "%d %B %Y", "%Y-%m-%d"]))
def test_every_day_is_read_back(day, form):
    found = dates(f"It was seen on {day.strftime(form)} there.")
    assert [row[1:] for row in found] == [(day.isoformat(), day, day)]


PIECES = (
    "in on the last next this of May March Feb. 31 30 2 2019 1988 Tuesday week year month ago "
    "two from to and - , "
    "early mid- late 1980s summer yesterday same that year will November"
)


@given(
    st.lists(st.sampled_from(PIECES.split()), max_size=12),
    st.none() | st.dates(date(1900, 1, 1), date(2090, 1, 1)),
)
def test_bounds_are_ordered_and_edtf_is_well_formed(words, published):
    position = 0
    text = " ".join(words)
    for printed, edtf, first, last in dates(text, published):
        assert first <= last
        assert last - first < timedelta(days=366 * 600)
        assert re.fullmatch(r"\d{3}X|\d{4}(-\d\d){0,2}~?(/\d{4}(-\d\d){0,2}~?)?", edtf)
        position = text.index(printed, position) + len(printed)
