"""Numbers in text: value, bounds, modifier and the words that belong to them."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.annotate.figures.numbers import find_numbers, parse_number

CASES = [
    # text, printed number, modifier, value, minimum, maximum
    ("Forty-two hikers were found.", "Forty-two", "Exactly", 42, None, None),
    ("four hundred and eighty-five beds", "four hundred and eighty-five", "Exactly", 485, None, None),
    ("1,500 homes burned", "1,500", "Exactly", 1500, None, None),
    ("12 000 people fled", "12 000", "Exactly", 12000, None, None),
    ("1.5 million people", "1.5 million", "Exactly", 1500000, None, None),
    ("half a million people", "half a million", "Approximately", 500000, None, None),
    ("a dozen boats", "a dozen", "Approximately", 12, None, None),
    ("at least 191 towns", "at least 191", "AtLeast", 191, 191, None),
    ("no fewer than nine", "no fewer than nine", "AtLeast", 9, 9, None),
    ("is no lower than 257", "no lower than 257", "AtLeast", 257, 257, None),
    ("at least another 20", "at least another 20", "AtLeast", 20, 20, None),
    ("over 1,500 marchers", "over 1,500", "MoreThan", 1500, 1500, None),
    ("more than 30", "more than 30", "MoreThan", 30, 30, None),
    ("up to 40 beds", "up to 40", "AtMost", 40, None, 40),
    ("fewer than 40 beds", "fewer than 40", "LessThan", 40, None, 40),
    ("nearly 350 beds", "nearly 350", "Approximately", 350, None, None),
    ("some 500 beds", "some 500", "Approximately", 500, None, None),
    ("500 or more beds", "500 or more", "AtLeast", 500, 500, None),
    ("60+ beds", "60+", "AtLeast", 60, 60, None),
    ("between 200 and 225 beds", "between 200 and 225", "Between", None, 200, 225),
    ("200 to 225 beds", "200 to 225", "Between", None, 200, 225),
    ("20-30 beds", "20-30", "Between", None, 20, 30),
    ("It could be 250 or 260", "250 or 260", "Between", None, 250, 260),
    ("4 to 5 million people", "4 to 5 million", "Between", None, 4000000, 5000000),
    ("dozens of boats", "dozens", "Vague", None, None, None),
    ("tens of thousands of boats", "tens of thousands", "Vague", None, None, None),
    ("several hundred boats", "several hundred", "Vague", None, None, None),
]


@pytest.mark.parametrize(("text", "printed", "modifier", "value", "minimum", "maximum"), CASES)
def test_one_number(text, printed, modifier, value, minimum, maximum):
    (number,) = find_numbers(text)
    assert text[number.start : number.end] == printed
    assert (number.modifier, number.value, number.minimum, number.maximum) == (
        modifier,
        value,
        minimum,
        maximum,
    )


@pytest.mark.parametrize(
    "text",
    [
        "a 20-year-old student",
        "COVID-19 wards",
        "30 percent of them",
        "up 4.5%",
        "at 9:30 sharp",
        "5 p.m. sharp",
        "the 21st time",
        "two-thirds of it",
        "won 3-1",
        "call 555-0199-22",
        "version 2.0.1",
        "no numbers here",
    ],
)
def test_not_a_number_of_things(text):
    assert find_numbers(text) == []


def test_a_movement_is_two_numbers():
    found = find_numbers("The count went from 207 to 359.")
    assert [number.value for number in found] == [207, 359]


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("about $1.5 billion", "about $1.5 billion"),
        ("100 million rupees were paid", "100 million rupees"),
        ("over €300 was paid", "over €300"),
    ],
)
def test_money_keeps_its_currency(text, printed):
    (number,) = find_numbers(text)
    assert number.money
    assert text[number.start : number.end] == printed


@pytest.mark.parametrize("words", ["one two", "twenty twelve", "hello", "five fifty", "million"])
def test_no_cardinal(words):
    assert parse_number(words) is None


@given(st.integers(0, 10**9))
def test_grouped_digits_keep_their_value(value):
    text = f"They counted {value:,} birds."
    (number,) = find_numbers(text)
    assert number.value == Decimal(value)
    assert text[number.core_start : number.core_end] == f"{value:,}"


@given(st.text(alphabet="0123456789,.-– oneatwhudrfiv$%th", max_size=60))
def test_numbers_lie_in_the_text_and_do_not_overlap(text):
    found = find_numbers(text)
    position = 0
    for number in found:
        assert position <= number.start <= number.core_start < number.core_end <= number.end <= len(text)
        assert number.minimum is None or number.maximum is None or number.minimum < number.maximum
        position = number.end
