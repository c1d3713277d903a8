"""Where the words credited to a speaker begin and end, and whose they are, by the shipped reader."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kg.annotate import annotate_reading
from kg.annotate.claims.attributions import GRAPH_THRESHOLD, UNSAID, find_attributions
from tests.annotate.spoken import parsed_by

if TYPE_CHECKING:
    from spacy.language import Language


def said(nlp: Language, *paragraphs: str) -> list[tuple[str, str]]:
    """Speaker's name or noun and content of each attribution that is sure enough for the graph."""
    reading = parsed_by(nlp, *paragraphs)
    text = reading.document.text
    return [
        (a.speaker_head.of(text) if a.speaker_head else "", " ~ ".join(span.of(text) for span in a.content))
        for a in find_attributions(reading)
        if a.confidence >= GRAPH_THRESHOLD and a.cue_type not in UNSAID
    ]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "The minister says up to 2,000 people took part in the march.",
            ("minister", "up to 2,000 people took part in the march"),
        ),
        (
            'The union said that it was a "planned attack" to harness popular anger and direct it elsewhere.',
            ("union", 'it was a "planned attack" to harness popular anger and direct it elsewhere'),
        ),
        (
            "The ministry reported a day later that at least 70 people had been arrested.",
            ("ministry", "at least 70 people had been arrested"),
        ),
        (
            "The union called on the company to halve its dividend.",
            ("union", "the company to halve its dividend"),
        ),
        (
            "The government denied a report by the newspaper that 40 people were killed.",
            ("government", "a report by the newspaper that 40 people were killed"),
        ),
        (
            "In all but two cases, the doctor said, the victims were shot.",
            ("doctor", "In all but two cases ~ the victims were shot"),
        ),
        ("In a statement, the ministry said, the plan was dead.", ("ministry", "the plan was dead")),
        (
            '"My hope," he said, "is that the bridge will be built in May."',
            ("he", "My hope ~ is that the bridge will be built in May."),
        ),
        (
            "He stated that the plan had the support of the miners, the dockers, and most of the drivers.",
            ("He", "the plan had the support of the miners, the dockers, and most of the drivers"),
        ),
        (
            "The ministry said taxes would fall at first, but would rise in ten years.",
            ("ministry", "taxes would fall at first, but would rise in ten years"),
        ),
    ],
)
def test_content_is_neither_cut_nor_stretched(nlp, sentence, expected):
    assert expected in said(nlp, sentence)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "According to the newspaper, which cited two officials, the bridge is unsafe.",
            ("newspaper", "the bridge is unsafe"),
        ),
        (
            "About 70 people were arrested, according to the police, the spokesman for the council.",
            ("police", "About 70 people were arrested"),
        ),
        (
            "According to the ministry, the bridge, built in 1960, is unsafe.",
            ("ministry", "the bridge, built in 1960, is unsafe"),
        ),
    ],
)
def test_words_about_the_source_are_not_what_it_says(nlp, sentence, expected):
    assert said(nlp, sentence) == [expected]


@pytest.mark.parametrize(
    "sentence",
    [
        "Scattered protests showed that the public was angry.",
        "The long delays suggest that the bridge is unsafe.",
        "The singer called the guests to the stage.",
        "Ruth Adler wrote her book in 1998.",
        "The senator stressed her support of the raid that killed the general.",
        "It is not clear whether the man was armed, as police have said.",
        "He declined to say when the firm would sell its stake, saying that was a matter for the court.",
    ],
)
def test_no_claim_where_nobody_or_nobody_sure_speaks(nlp, sentence):
    assert said(nlp, sentence) == []


def test_a_quotation_that_closed_its_sentence_is_not_said_in_the_next(nlp):
    paragraph = 'The poster read "The bridge is shut for good." He told the crowd that he wants a new one.'
    assert ("He", "he wants a new one") in said(nlp, paragraph)


def test_the_name_before_a_description_speaks(nlp):
    sentence = "Ruth Adler, a spokeswoman for the union, said that the bridge was unsafe."
    assert said(nlp, sentence) == [("Ruth Adler", "the bridge was unsafe")]


def test_all_figures_of_a_series_are_one_claim_of_who_raised_it(nlp):
    sentence = "The ministry raised the toll to 143, then to 161, then to 208 and, a month later, to 304."
    annotated = annotate_reading(parsed_by(nlp, sentence))
    printed = {q.id: q.number.of(sentence) for q in annotated.quantities}
    assert [[printed[q] for q in claim.quantities] for claim in annotated.claims] == [
        ["143", "161", "208", "304"]
    ]
    assert all(claim.speaker for claim in annotated.claims)


def test_a_figure_taken_up_is_given_by_both(nlp):
    paragraph = (
        "According to the ministry, soldiers killed more than 300 protesters. "
        "The figure was later confirmed by the police."
    )
    annotated = annotate_reading(parsed_by(nlp, paragraph))
    assert [len(claim.quantities) for claim in annotated.claims] == [1, 1]
    assert annotated.claims[1].content[0].of(paragraph) == "more than 300 protesters"


@pytest.mark.parametrize(
    "sentence",
    [
        "A fire that might kill 40 people has been put out.",
        "Ruth Adler is one of the dead.",
        "The council learned in May that 40 people were killed.",
    ],
)
def test_the_article_itself_claims_no_such_figure(nlp, sentence):
    annotated = annotate_reading(parsed_by(nlp, sentence))
    assert [claim for claim in annotated.claims if not claim.speaker] == []
