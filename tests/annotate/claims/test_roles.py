"""Attributions from what the reader's network tagged, the tags made up and the parses written by hand."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.annotate.claims.attributed import Attribution, Speaker, scenes
from kg.annotate.claims.attributions import GRAPH_THRESHOLD, find_attributions
from kg.annotate.claims.roles import tagged
from kg.annotate.claims.surety import surety
from kg.annotate.reading import Reading, RolesRead
from kg.model import Span
from tests.annotate.claims.tagging import tagged_reading
from tests.annotate.parses import reading_of


def found_in(*marked: str, scores: tuple[float, ...] = (0.95,)) -> tuple[str, list[Attribution]]:
    reading = tagged_reading(*marked, scores=scores)
    return reading.document.text, find_attributions(reading)


def words(text: str, spans: tuple[Span, ...]) -> list[str]:
    return [span.of(text) for span in spans]


@pytest.mark.parametrize(
    ("marked", "speaker", "cue_type", "content"),
    [
        ("[The mayor] {said} <that the bridge was unsafe>.", "The mayor", "Say", ["the bridge was unsafe"]),
        ("[The mayor] {said} that <the bridge> was <unsafe.>", "The mayor", "Say", ["the bridge was unsafe"]),
        ("The [mayor] {said} that the <bridge was unsafe>.", "The mayor", "Say", ["the bridge was unsafe"]),
        (
            '"The <bridge is unsafe>," [the mayor] {said}. "<We will> close it."',
            "the mayor", "Say", ["The bridge is unsafe", "We will close it."],
        ),
        (
            "<The old bridge>, [the mayor] {warned}, <was never inspected>.",
            "the mayor", "Warn", ["The old bridge", "was never inspected"],
        ),
        (
            "<The bridge is unsafe>, {said} [Ruth Adler, the mayor].",
            "Ruth Adler, the mayor", "Say", ["The bridge is unsafe"],
        ),
        (
            "<At least 40 people> died, {according to} [the ministry].",
            "the ministry", "Report", ["At least 40 people"],
        ),
        (
            "{According to} [Reuters], <which cited two officials, the bridge is unsafe>.",
            "Reuters", "Report", ["the bridge is unsafe"],
        ),
        (
            "{According to} [Reuters], which <cited two officials, the bridge is unsafe>.",
            "Reuters", "Report", ["the bridge is unsafe"],
        ),
        (
            "The attack was planned in <the name of the union>, [he] {told} the court.",
            "he", "Say", ["The attack was planned in the name of the union"],
        ),
        (
            "[Ruth Adler] {accused} <the company of hiding the reports>.",
            "Ruth Adler", "Accuse", ["the company of hiding the reports"],
        ),
        ("[The company] {denied} <any wrongdoing>.", "The company", "Deny", ["any wrongdoing"]),
        ("[The mayor] {thinks that} <the bridge is safe>.", "The mayor", "Believe", ["the bridge is safe"]),
        (
            'The [union] {cheered}: "<We will close the bridge today>."',
            "The union", "Say", ["We will close the bridge today."],
        ),
        ("[The union] {welcomed} <the plan>.", "The union", "", ["the plan"]),
    ],
)  # fmt: skip
def test_tagged_words_become_whole_phrases(
    marked: str, speaker: str, cue_type: str, content: list[str]
) -> None:
    text, (found,) = found_in(marked)
    assert found.speaker is not None
    assert found.speaker.of(text) == speaker
    assert (found.cue_type, words(text, found.content)) == (cue_type, content)


@pytest.mark.parametrize(
    "marked",
    [
        "[The mayor] did not {say} <that the bridge was safe>.",
        "[The mayor] {would say} <that the bridge was safe>.",
        "If [the mayor] {says} <that the bridge is safe>, people will believe him.",
        "[The mayor] {declined to say} <that the bridge was safe>.",
        "Did [the mayor] {say} <that the bridge was safe>?",
    ],
)
def test_what_is_not_said_has_no_kind_of_saying(marked: str) -> None:
    _, (found,) = found_in(marked)
    assert found.cue_type == ""


def test_who_is_accused_says_nothing() -> None:
    assert found_in("[Ruth Adler] {was accused} <of hiding the reports>.")[1] == []


def test_denial_is_a_negation() -> None:
    _, (found,) = found_in("[The company] {denied} <any wrongdoing>.")
    assert (found.polarity, found.certainty, found.temporality) == ("Negated", "Certain", "")


def test_name_is_the_head_of_its_title() -> None:
    text, (found,) = found_in("[Spokesman John Miller] {said} <the bridge was safe>.")
    assert found.speaker_head is not None
    assert found.speaker_head.of(text) == "John Miller"


def test_whoever_issues_a_report_speaks() -> None:
    text, (found,) = found_in("{According to} [reports from Reuters], <40 people died>.")
    assert found.speaker is not None
    assert found.speaker_head is not None
    assert (found.speaker.of(text), found.speaker_head.of(text)) == ("reports from Reuters", "Reuters")


def test_relative_pronoun_stands_for_its_noun() -> None:
    text, (found,) = found_in("Ruth Adler, [who] runs the union, {said} <that the bridge was unsafe>.")
    assert found.speaker_head is not None
    assert found.speaker_head.of(text) == "Ruth Adler"


def test_participle_without_a_tagged_speaker_has_the_one_before_it() -> None:
    text, found = found_in(
        "[1 The mayor] {1 said} <1 the bridge was unsafe>, {2 adding} <2 that it would be closed>.",
        scores=(0.95, 0.9),
    )
    assert [words(text, a.content) for a in found] == [["the bridge was unsafe"], ["it would be closed"]]
    assert found[0].speaker_head == found[1].speaker_head


def test_of_two_with_the_same_words_the_surer_stays() -> None:
    text, found = found_in(
        "[1 Reuters] {1 reported} that [2 the ministry] {2 said} <1 <2 40 people died>>.", scores=(0.6, 0.9)
    )
    assert [a.speaker.of(text) for a in found if a.speaker] == ["the ministry"]


def test_words_in_the_next_paragraph_are_said() -> None:
    text, (found,) = found_in("[The mayor] {said}:", '"<The bridge is unsafe>."')
    assert words(text, found.content) == ["The bridge is unsafe."]
    assert found.quote_type == "Direct"


def test_source_that_is_cited_is_relied_on() -> None:
    text, (found,) = found_in(
        "[1 Reuters] {1 reported} <1 that the army had left the town>, {2 citing} <2 two officials>.",
        scores=(0.9, 0.9),
    )
    assert found.source is not None
    assert found.source.of(text) == "two officials"
    assert words(text, found.content) == ["the army had left the town"]


def test_layout_and_figures_are_read_beside_the_tags() -> None:
    _, found = found_in(
        "[The company] {denied} <any wrongdoing>.",
        "Ruth Adler: We will close the bridge today.",
        "The ministry put the death toll at 253.",
    )
    assert [a.rule for a in found] == ["tagged", "label", "figure stated"]


def test_figure_passed_on_is_better_than_the_word_figure() -> None:
    text, (found,) = found_in(
        "About 300 people were killed in the flood. <The figure> {was released} on Monday by [the agency]."
    )
    assert words(text, found.content) == ["About 300 people"]
    assert found.speaker is not None
    assert found.speaker.of(text) == "the agency"


def test_outlet_relies_on_whom_it_relays() -> None:
    text, found = found_in(
        "[1 Reuters] {1 reported} <1 that [2 the ministry] {2 said} <2 40 people died>>.", scores=(0.95, 0.95)
    )
    assert [a.speaker.of(text) for a in found if a.speaker] == ["Reuters", "the ministry"]
    assert found[0].source_head == found[1].speaker_head
    assert words(text, found[1].content) == ["40 people died"]


def test_quote_types() -> None:
    text, (direct,) = found_in('<"The bridge is unsafe,"> [the mayor] {said}. <"We will close it.">')
    assert direct.quote_type == "Direct"
    assert words(text, direct.quoted) == ["The bridge is unsafe", "We will close it."]
    text, (mixed,) = found_in('[The mayor] {called} <the plan a "gift to speculators">.')
    assert (mixed.quote_type, words(text, mixed.quoted)) == ("Mixed", ["gift to speculators"])
    _, (indirect,) = found_in("[The mayor] {said} <that the bridge was unsafe>.")
    assert (indirect.quote_type, indirect.quoted) == ("Indirect", ())


@pytest.mark.parametrize(
    ("marked", "polarity", "certainty", "temporality"),
    [
        ("[The company] {said} <it had not paid the fine>.", "Negated", "Certain", ""),
        ("[The minister] {said} <prices might rise>.", "Affirmed", "Possible", ""),
        ("[The minister] {promised} <to rebuild the bridge>.", "Affirmed", "Certain", "Future"),
    ],
)
def test_tells_how_the_speaker_puts_it(marked: str, polarity: str, certainty: str, temporality: str) -> None:
    (found,) = found_in(marked)[1]
    assert (found.polarity, found.certainty, found.temporality) == (polarity, certainty, temporality)


def test_low_scores_stay_out_of_the_graph() -> None:
    marked = "[The mayor] {said} <that the bridge was unsafe>."
    confidences = [found_in(marked, scores=(score,))[1][0].confidence for score in (0.3, 0.6, 0.9)]
    assert confidences == sorted(confidences)
    assert confidences[0] < GRAPH_THRESHOLD < confidences[2]


WHO = Speaker(Span(0, 1), Span(0, 1))


@given(
    score=st.floats(0.0, 1.0), strength=st.floats(0.5, 1.0), trust=st.floats(0.0, 1.0), quoted=st.booleans()
)
def test_surety_grows_with_what_speaks_for_a_claim(
    score: float, strength: float, trust: float, quoted: bool
) -> None:
    sure = surety(score, strength, replace(WHO, trust=trust), 80, quoted=quoted)
    assert 0.0 <= sure <= 1.0
    assert surety(1.0, strength, replace(WHO, trust=trust), 200, quoted=quoted) >= sure
    assert surety(score, 1.0, replace(WHO, trust=1.0), 80, quoted=True) >= sure
    assert surety(score, strength, None, 80, quoted=quoted) <= 0.5


ARTICLE = (
    '"The bridge is unsafe," the mayor said. "We will close it."',
    "Reuters reported that the army had left the town, citing two officials.",
    "Ruth Adler was accused of hiding the reports.",
    "“We will close the bridge.” — Ruth Adler, mayor",
)
LENGTH = len("\n\n".join(ARTICLE))
SPAN = st.tuples(st.integers(0, LENGTH + 4), st.integers(1, 30)).map(lambda pair: Span(pair[0], sum(pair)))
SPANS = st.lists(SPAN, max_size=4).map(lambda spans: tuple(sorted(spans)))
ROLES = st.builds(RolesRead, cue=SPANS, speaker=SPANS, content=SPANS, score=st.floats(0.0, 1.0))


@settings(deadline=None, max_examples=200)
@given(st.lists(ROLES, max_size=4))
def test_whatever_is_tagged_attributions_lie_in_the_text(roles: list[RolesRead]) -> None:
    reading: Reading = replace(reading_of(*ARTICLE), roles=tuple(roles))
    text = reading.document.text
    found = find_attributions(reading)
    assert found == find_attributions(replace(reading, roles=tuple(reversed(roles))))
    for a in found:
        assert a.content
        assert list(a.content) == sorted(a.content)
        for span in (*a.content, *a.cue, *a.quoted, *((a.speaker,) if a.speaker else ())):
            assert 0 <= span.start < span.end <= len(text)
            assert any(region.span.covers(span) for region in reading.document.regions)
        assert all(part.of(text).strip() for part in a.content)
        assert a.speaker is None or not any(part.overlaps(a.speaker) for part in a.content)
        assert 0.0 <= a.confidence <= 1.0


def test_nothing_tagged_in_a_paragraph_means_nothing_said_there() -> None:
    reading = tagged_reading("[The company] {denied} <any wrongdoing>.", "The union called for a strike.")
    assert [len(part) for part in tagged(list(scenes(reading)), reading.roles)] == [1, 0]
