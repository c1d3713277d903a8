from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kg.annotate import annotate
from kg.annotate.claims.attributions import GRAPH_THRESHOLD, Attribution, find_attributions
from kg.annotate.language import read
from kg.model import Document, Region, Span
from kg.sources import read_document
from tests.annotate.parses import reading_of

if TYPE_CHECKING:
    from spacy.language import Language


def found_in(*paragraphs: str) -> tuple[str, list[Attribution]]:
    reading = reading_of(*paragraphs)
    return reading.document.text, find_attributions(reading)


def words(text: str, spans: tuple[Span, ...]) -> list[str]:
    return [span.of(text) for span in spans]


@pytest.mark.parametrize(
    ("sentence", "speaker", "cue", "cue_type", "content"),
    [
        ("The mayor said that the bridge was unsafe.", "The mayor", "said", "Say", ["the bridge was unsafe"]),
        (
            '"The bridge is unsafe," the mayor said. "We will close it."',
            "the mayor", "said", "Say", ["The bridge is unsafe", "We will close it."],
        ),
        (
            "The bridge is unsafe, said Ruth Adler, the mayor.",
            "Ruth Adler, the mayor", "said", "Say", ["The bridge is unsafe"],
        ),
        (
            "The bridge was unsafe, police said, and two lanes were shut.",
            "police", "said", "Say", ["The bridge was unsafe", "and two lanes were shut"],
        ),
        (
            "The old bridge, the mayor warned, was never inspected.",
            "the mayor", "warned", "Warn", ["The old bridge", "was never inspected"],
        ),
        (
            'Ruth Adler told reporters on Monday: "The bridge is unsafe."',
            "Ruth Adler", "told", "Say", ["The bridge is unsafe."],
        ),
        (
            "According to the ministry, 40 people died.",
            "the ministry", "According to", "Report", ["40 people died"],
        ),
        (
            "At least 40 people died, according to the ministry.",
            "the ministry", "according to", "Report", ["At least 40 people died"],
        ),
        (
            'The mayor called the plan a "gift to speculators".',
            "The mayor", "called", "Say", ['the plan a "gift to speculators"'],
        ),
        (
            "Ruth Adler accused the company of hiding the reports.",
            "Ruth Adler", "accused", "Accuse", ["the company of hiding the reports"],
        ),
        ("The company denied any wrongdoing.", "The company", "denied", "Deny", ["any wrongdoing"]),
        (
            "The minister promised to rebuild the bridge.",
            "The minister", "promised", "Say", ["to rebuild the bridge"],
        ),
        ("The union called for a strike.", "The union", "called for", "Demand", ["a strike"]),
        (
            "Critics questioned the mayor's claim that the bridge was safe.",
            "the mayor's", "claim", "Say", ["the bridge was safe"],
        ),
        (
            "He was quoted as saying that the bridge was safe.",
            "He", "saying", "Say", ["the bridge was safe"],
        ),
        (
            "Ruth Adler: We will close the bridge today.",
            "Ruth Adler", ":", "Say", ["We will close the bridge today"],
        ),
        (
            "“We will close the bridge.” — Ruth Adler, mayor",
            "Ruth Adler", "—", "Say", ["We will close the bridge."],
        ),
        ("The ministry put the death toll at 253.", "The ministry", "put", "Say", ["the death toll at 253"]),
        ("Police have announced 12 arrests.", "Police", "have announced", "Say", ["12 arrests"]),
        (
            "About 300 people were killed in the flood. The figure was released on Monday by the agency.",
            "the agency", "released", "Report", ["About 300 people"],
        ),
    ],
)  # fmt: skip
def test_credits_words_to_their_speaker(
    sentence: str, speaker: str, cue: str, cue_type: str, content: list[str]
) -> None:
    text, found = found_in(sentence)
    assert [a.speaker.of(text) if a.speaker else "" for a in found] == [speaker]
    assert words(text, found[0].cue) == [cue]
    assert found[0].cue_type == cue_type
    assert words(text, found[0].content) == content
    assert found[0].confidence >= GRAPH_THRESHOLD


@pytest.mark.parametrize(
    "sentence",
    [
        "The mayor did not say that the bridge was safe.",
        "The mayor would say that the bridge was safe.",
        "If the mayor says that the bridge is safe, people will believe him.",
        "The mayor declined to say that the bridge was safe.",
        "The number said that the bridge was safe.",
        "Did the mayor say that the bridge was safe?",
        "The bridge is safe, said in the hall on Monday.",
        "Photo: the bridge before the flood of last year.",
        "Road closure: the bridge will be shut today.",
    ],
)
def test_unsaid_words_are_nobodys(sentence: str) -> None:
    assert found_in(sentence)[1] == []


@pytest.mark.parametrize(
    ("sentence", "polarity", "certainty", "temporality"),
    [
        ("The mayor said that the bridge was unsafe.", "Affirmed", "Certain", ""),
        ("The company said it had not paid the fine.", "Negated", "Certain", ""),
        ("The company denied any wrongdoing.", "Negated", "Certain", ""),
        ("The minister said prices might rise.", "Affirmed", "Possible", ""),
        ("The minister promised to rebuild the bridge.", "Affirmed", "Certain", "Future"),
    ],
)
def test_tells_how_the_speaker_puts_it(
    sentence: str, polarity: str, certainty: str, temporality: str
) -> None:
    (found,) = found_in(sentence)[1]
    assert (found.polarity, found.certainty, found.temporality) == (polarity, certainty, temporality)


def test_quote_types() -> None:
    text, (direct,) = found_in('"The bridge is unsafe," the mayor said. "We will close it."')
    assert direct.quote_type == "Direct"
    assert words(text, direct.quoted) == ["The bridge is unsafe", "We will close it."]
    text, (mixed,) = found_in('The mayor called the plan a "gift to speculators".')
    assert (mixed.quote_type, words(text, mixed.quoted)) == ("Mixed", ["gift to speculators"])
    _, (indirect,) = found_in("The mayor said that the bridge was unsafe.")
    assert (indirect.quote_type, indirect.quoted) == ("Indirect", ())


def test_participle_has_the_speaker_before_it() -> None:
    text, found = found_in("The mayor said the bridge was unsafe, adding that it would be closed.")
    assert [words(text, a.content) for a in found] == [["the bridge was unsafe"], ["it would be closed"]]
    assert found[0].speaker == found[1].speaker


def test_source_that_is_cited_is_no_part_of_what_is_said() -> None:
    text, (found,) = found_in("Reuters reported that the army had left the town, citing two officials.")
    assert words(text, found.content) == ["the army had left the town"]
    assert found.source is not None
    assert found.source.of(text) == "two officials"


def test_outlet_relies_on_whom_it_relays() -> None:
    text, found = found_in("Reuters reported that the ministry said 40 people died.")
    assert [a.speaker.of(text) for a in found if a.speaker] == ["Reuters", "the ministry"]
    assert found[0].source_head == found[1].speaker_head
    assert words(text, found[1].content) == ["40 people died"]


def test_thoughts_are_kept_from_the_graph() -> None:
    (found,) = found_in("The mayor thinks that the bridge is safe.")[1]
    assert found.cue_type == "Believe"
    assert found.confidence < GRAPH_THRESHOLD


def test_name_is_the_head_of_its_title() -> None:
    text, (found,) = found_in("Spokesman John Miller said the bridge was safe.")
    assert found.speaker_head is not None
    assert found.speaker_head.of(text) == "John Miller"


def test_offsets_count_from_the_articles_start() -> None:
    text, found = found_in("The union called for a strike.", "The mayor said that the bridge was unsafe.")
    assert [a.speaker.of(text) for a in found if a.speaker] == ["The union", "The mayor"]
    assert words(text, found[1].content) == ["the bridge was unsafe"]


@pytest.mark.parametrize(
    ("text", "speaker", "content"),
    [
        ("The minister said that the road was closed.", "The minister", "the road was closed"),
        ("“The road is closed,” said Maria Lopez.", "Maria Lopez", "The road is closed"),
        ("The road is closed, according to the police.", "the police", "The road is closed"),
    ],
)
def test_with_the_shipped_pipeline(nlp: Language, text: str, speaker: str, content: str) -> None:
    document = Document("x", "x.txt", text, "0" * 64, (Region(Span(0, len(text)), "paragraph"),))
    (found,) = find_attributions(next(read([document], nlp)))
    assert found.speaker is not None
    assert found.speaker.of(text) == speaker
    assert words(text, found.content) == [content]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("According to reports from Reuters, 40 people were killed on Monday.", "Reuters"),
        ("According to a report by Amnesty International, 40 people were killed.", "Amnesty International"),
        ("According to reports from the border, 40 people were killed on Monday.", "reports from the border"),
    ],
)
def test_whoever_issues_a_report_speaks(nlp: Language, text: str, speaker: str) -> None:
    (article,) = annotate([read_document(f"{text}\n", id="a")], nlp)
    names = {mention.id: mention.name for mention in article.mentions}
    assert [names[claim.speaker] for claim in article.claims if claim.cue] == [speaker]


def test_a_view_on_a_clause_without_its_subject_is_no_claim(nlp: Language) -> None:
    text = "He named the group among those who, in his view, had stirred up the protests of that winter."
    (article,) = annotate([read_document(f"{text}\n", id="a")], nlp)
    assert [claim for claim in article.claims if claim.content[0].of(text).startswith("had")] == []
