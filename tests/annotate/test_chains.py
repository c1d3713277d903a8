from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
import spacy
from spacy.tokens import Doc

from kg.annotate.names.mentions import find_mentions, mention_at
from kg.annotate.reading import Reading
from kg.model import Link, Mention, Span
from tests.annotate.spoken import parsed_by, reading_of

if TYPE_CHECKING:
    from spacy.language import Language

BLANK = spacy.blank("en")
BLANK.add_pipe("sentencizer")


def article(text: str, **labels: str) -> Reading:
    """A paragraph with names marked: ``Ada_Moss="PERSON"`` marks every "Ada Moss"."""
    doc = BLANK(text)
    for token in doc:
        token.pos_ = "PROPN" if token.text[0].isupper() else "NOUN"
    spans = []
    for name, label in sorted(labels.items(), key=lambda row: -len(row[0])):
        name, at = name.replace("_", " "), 0
        while (at := text.find(name, at)) >= 0:
            span = doc.char_span(at, at + len(name), label=label)
            if span is not None and not any(s.start < span.end and span.start < s.end for s in spans):
                spans.append(span)
            at += len(name)
    doc.ents = spans
    return reading_of(doc)


def chains(mentions: list[Mention], text: str) -> list[list[str]]:
    groups: dict[int, list[str]] = {}
    for mention in mentions:
        groups.setdefault(mention.chain, []).append(mention.span.of(text))
    return [groups[number] for number in sorted(groups)]


def joined(text: str, **labels: str) -> list[list[str]]:
    return chains(find_mentions(article(text, **labels), [])[0], text)


@pytest.mark.parametrize(
    ("text", "labels", "expected"),
    [
        (
            "Here Ada Moss spoke. Later Mrs. Moss left.",
            {"Ada_Moss": "PERSON", "Moss": "PERSON"},
            [["Ada Moss", "Moss"]],
        ),
        (
            "Here Ada Moss and Jon Moss met. Later Moss left.",
            {"Ada_Moss": "PERSON", "Jon_Moss": "PERSON", "Moss": "PERSON"},
            [["Ada Moss"], ["Jon Moss"], ["Moss"]],
        ),
        (
            "Here Karen Moss and David Moss met. Later Mrs. Moss left.",
            {"Karen_Moss": "PERSON", "David_Moss": "PERSON", "Moss": "PERSON"},
            [["Karen Moss", "Moss"], ["David Moss"]],
        ),
        (
            "Here Ada B. Moss spoke. Then Ada Moss left.",
            {"Ada_B._Moss": "PERSON", "Ada_Moss": "PERSON"},
            [["Ada B. Moss", "Ada Moss"]],
        ),
        (
            "The Royal Chess Society (RCS) met. Members of the RCS voted.",
            {"Royal_Chess_Society": "ORG"},
            [["Royal Chess Society", "RCS", "RCS"]],
        ),
        (
            "The Royal Chess Society met. Members of the RCS voted.",
            {"Royal_Chess_Society": "ORG", "RCS": "ORG"},
            [["Royal Chess Society", "RCS"]],
        ),
        (
            "The Royal Chess Society and the Rural Crafts School met. The RCS voted.",
            {"Royal_Chess_Society": "ORG", "Rural_Crafts_School": "ORG", "RCS": "ORG"},
            [["Royal Chess Society"], ["Rural Crafts School"], ["RCS"]],
        ),
        (
            "Shares of Velden Corp. fell. So Velden cut jobs.",
            {"Velden_Corp.": "ORG", "Velden": "ORG"},
            [["Velden Corp.", "Velden"]],
        ),
        ("From the U.S. he came. The United States won.", {"U.S.": "PLACE"}, [["U.S.", "United States"]]),
    ],
)
def test_names_of_one_thing_are_one_chain(
    text: str, labels: dict[str, str], expected: list[list[str]]
) -> None:
    assert joined(text, **labels) == expected


def test_every_join_says_why() -> None:
    text = "Here Ada Moss of the Royal Chess Society (RCS) spoke. Later Moss left the RCS."
    mentions, links = find_mentions(
        article(text, Ada_Moss="PERSON", Moss="PERSON", Royal_Chess_Society="ORG"), []
    )
    assert {link.rule: link.reason for link in links if link.rule != "same-name"} == {
        "short-name": '"Moss" is the surname of "Ada Moss", the only fitting full name here',
        "acronym": '"RCS" stands in parentheses after "Royal Chess Society"',
    }
    chained = len(mentions) - len({mention.chain for mention in mentions})
    assert len(links) == chained
    assert all(0 < link.score < 1 for link in links)


def test_ids_and_chains_count_in_text_order() -> None:
    text = "Here Ada Moss met Jon Reed. Then Jon Reed met Ada Moss."
    mentions, _ = find_mentions(article(text, Ada_Moss="PERSON", Jon_Reed="PERSON"), [])
    assert [m.id for m in mentions] == ["m0", "m1", "m2", "m3"]
    assert [m.chain for m in mentions] == [0, 1, 1, 0]
    assert [m.sentence for m in mentions] == [0, 0, 1, 1]


def spoken(words: list[str], heads: list[int], deps: list[str], pos: list[str], ents: list[str]) -> Doc:
    lemmas = [word.lower() for word in words]
    return Doc(BLANK.vocab, words=words, heads=heads, deps=deps, pos=pos, tags=pos, lemmas=lemmas, ents=ents)


def speaking(doc: Doc, *heads: int) -> tuple[list[Mention], list[Link], str]:
    reading = reading_of(doc)
    spans = [reading.passages[0].token_span(doc[i]) for i in heads]
    mentions, links = find_mentions(reading, spans)
    return mentions, links, reading.document.text


MET = spoken(
    ["Karen", "Moss", "left", ".", "She", "said", "so", "."],
    [1, 2, 2, 2, 5, 5, 5, 5],
    ["compound", "nsubj", "ROOT", "punct", "nsubj", "ROOT", "advmod", "punct"],
    ["PROPN", "PROPN", "VERB", "PUNCT", "PRON", "VERB", "ADV", "PUNCT"],
    ["B-PERSON", "I-PERSON", "O", "O", "O", "O", "O", "O"],
)


def test_she_is_the_only_woman_near_before() -> None:
    mentions, links, text = speaking(MET, 4)
    assert chains(mentions, text) == [["Karen Moss", "She"]]
    assert links[0].rule == "pronoun"
    assert mentions[1].kind == "pronoun"


def test_he_is_not_a_woman() -> None:
    words = [token.text for token in MET]
    words[4] = "He"
    doc = spoken(words, [t.head.i for t in MET], [t.dep_ for t in MET], [t.pos_ for t in MET],
                 [f"{t.ent_iob_}-{t.ent_type_}" if t.ent_type_ else "O" for t in MET])  # fmt: skip
    mentions, _, text = speaking(doc, 4)
    assert chains(mentions, text) == [["Karen Moss"], ["He"]]


def test_she_stays_alone_where_two_women_fit() -> None:
    doc = spoken(
        ["Near", "Karen", "Moss", "and", "Lisa", "Reed", ".", "She", "said", "so", "."],
        [2, 2, 2, 5, 5, 2, 2, 8, 8, 8, 8],
        ["case", "compound", "ROOT", "cc", "compound", "conj", "punct", "nsubj", "ROOT", "advmod", "punct"],
        ["ADP", "PROPN", "PROPN", "CCONJ", "PROPN", "PROPN", "PUNCT", "PRON", "VERB", "ADV", "PUNCT"],
        ["O", "B-PERSON", "I-PERSON", "O", "B-PERSON", "I-PERSON", "O", "O", "O", "O", "O"],
    )
    mentions, _, text = speaking(doc, 7)
    assert chains(mentions, text) == [["Karen Moss"], ["Lisa Reed"], ["She"]]


def test_a_noun_phrase_speaks_without_its_relative_clause() -> None:
    doc = spoken(
        ["Two", "sources", "who", "fled", "said", "so", "."],
        [1, 4, 3, 1, 4, 4, 4],
        ["nummod", "nsubj", "nsubj", "acl:relcl", "ROOT", "advmod", "punct"],
        ["NUM", "NOUN", "PRON", "VERB", "VERB", "ADV", "PUNCT"],
        ["O"] * 7,
    )
    doc[1].lemma_, doc[1].tag_ = "source", "NNS"
    mentions, _, text = speaking(doc, 1)
    assert [(m.span.of(text), m.kind, m.type, m.subtype) for m in mentions] == [
        ("Two sources", "nominal", "Group", "AnonymousSource")
    ]


def test_each_speaker_has_a_mention() -> None:
    mentions, _, _ = speaking(MET, 1, 4)
    assert mention_at(mentions, Span(6, 10)) == mentions[0]
    assert mention_at(mentions, Span(18, 21)) == mentions[1]
    assert mention_at(mentions, Span(11, 15)) is None


def test_the_shipped_reader_joins_a_title_to_the_one_who_has_it(nlp: Language) -> None:
    reading = parsed_by(
        nlp, "President Karen Moss arrived on Monday.", "The president said that talks would begin soon."
    )
    text = reading.document.text
    at = text.index("president said")
    mentions, links = find_mentions(reading, [Span(at, at + len("president"))])
    assert chains(mentions, text) == [["Karen Moss", "The president"]]
    assert links[-1].rule in {"only-candidate", "reader"}


SPEAKING = [
    (
        "Advisers to the mayor said that the plan was sound.",
        "Advisers",
        "Advisers to the mayor",
        "nominal",
        "Group",
    ),
    ("Quellig said that sales fell.", "Quellig", "Quellig", "name", "Person"),
    ("ZBQ said that sales fell.", "ZBQ", "ZBQ", "name", "Organization"),
    ("Democrats said that sales fell.", "Democrats", "Democrats", "nominal", "Group"),
    ("Mr. King said that sales fell.", "King", "King", "name", "Person"),
    ("Moss repeated his promise to leave.", "his", "", "pronoun", "Person"),
]


@pytest.mark.parametrize(("text", "head", "name", "kind", "kind_of_thing"), SPEAKING)
def test_a_speaker_is_called_by_its_plain_noun_phrase(
    nlp: Language, text: str, head: str, name: str, kind: str, kind_of_thing: str
) -> None:
    reading = parsed_by(nlp, text)
    at = text.index(head)
    span = Span(at, at + len(head))
    mentions, _ = find_mentions(reading, [span])
    found = mention_at(mentions, span)
    assert found is not None
    assert (found.name, found.kind, found.type) == (name, kind, kind_of_thing)


BODIES = [
    (["Quellig Motors Inc. lost money.", "The company said that sales fell."], "company", True),
    (["Greenpeace and Oxfam met on Monday.", "The group said that talks failed."], "group", False),
    (["The Health Ministry lost money.", "The company said that sales fell."], "company", False),
    (["Greenpeace met on Monday.", "The rights group said that talks failed."], "group", True),
    (["Greenpeace met on Monday.", "The British group said that talks failed."], "group", False),
    (["Greenpeace met on Monday.", "A group said that talks failed."], "group", False),
    (["Reuters lost money.", "The news agency said that sales fell."], "agency", True),
    (["The Velden Party lost money.", "The company said that sales fell."], "company", False),
]


@pytest.mark.parametrize(("sentences", "noun", "joined"), BODIES)
def test_a_body_is_called_by_its_class_where_only_one_fits(
    nlp: Language, sentences: list[str], noun: str, joined: bool
) -> None:
    reading = parsed_by(nlp, *sentences)
    text = reading.document.text
    at = text.index(f"{noun} said")
    _, links = find_mentions(reading, [Span(at, at + len(noun))])
    assert bool({"only-body", "reader"} & {link.rule for link in links}) is joined


def test_a_man_and_a_woman_of_one_surname_stay_apart(nlp: Language) -> None:
    reading = parsed_by(nlp, "Mr. Quellig left early.", "Mrs. Quellig stayed.", "Then Mr. Quellig slept.")
    mentions, _ = find_mentions(reading, [])
    assert [m.name for m in mentions] == ["Quellig"] * 3
    assert mentions[0].chain == mentions[2].chain != mentions[1].chain


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("On Monday Reuters counted the dead. It said that 40 people were killed.", "Reuters"),
        (
            "Reuters disagreed. Amnesty International agreed. It said that 40 people were killed.",
            "Amnesty International",
        ),
    ],
)
def test_it_is_the_only_body_that_the_sentences_before_speak_of_first(
    nlp: Language, text: str, speaker: str
) -> None:
    from kg.annotate import annotate
    from kg.sources import read_document

    (article,) = annotate([read_document(f"The count of the dead\n\n{text}\n", id="a")], nlp)
    pronoun = next((m for m in article.mentions if m.kind == "pronoun"), None)
    named = [m.name for m in article.mentions if pronoun and m.kind == "name" and m.chain == pronoun.chain]
    assert named == ([speaker] if speaker else [])
