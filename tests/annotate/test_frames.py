"""Undated events of an article get the month of the story that it tells, and only then."""

from __future__ import annotations

import pytest
from spacy.language import Language

from kg.annotate import annotate
from kg.model import Event
from kg.sources import read_document


def told(nlp: Language, text: str) -> list[Event]:
    (article,) = annotate([read_document(text, id="a")], nlp)
    return list(article.events)


STORY = """Samland counts its dead of May 2031

Ridgeton, 3 August 2031

Protests broke out in Samland on 4 May 2031 after the price of bread had doubled.

{later}
"""


@pytest.mark.parametrize(
    "later",
    [
        "Officials say that 40 people were killed.",
        "On 1 August a rights group reported that 40 people were killed.",
        "The police arrested 300 protesters.",
    ],
)
def test_what_an_article_tells_without_a_date_lies_in_its_month(nlp: Language, later: str) -> None:
    last = told(nlp, STORY.format(later=later))[-1]
    assert last.when is not None
    assert last.when.edtf == "2031-05~"
    assert (last.when.earliest.day, last.when.latest.day) == (1, 31)


@pytest.mark.parametrize(
    "later",
    [
        "An earlier wave in January 2029 was smaller. Officials say that 40 people were killed then.",
        "The police plan to arrest more people.",
    ],
)
def test_another_time_in_the_paragraph_or_a_plan_speaks_against_it(nlp: Language, later: str) -> None:
    last = told(nlp, STORY.format(later=later))[-1]
    assert last.when is None or last.when.edtf != "2031-05~"
