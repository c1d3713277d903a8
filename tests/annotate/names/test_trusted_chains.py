"""Which of the network's chains are believed: who is joined, who is not."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.annotate import annotate_reading
from kg.annotate.names.mentions import find_mentions
from kg.annotate.names.sayings import Saying
from kg.model import Span
from tests.annotate.names.chained import chained, of_one_chain

if TYPE_CHECKING:
    from spacy.language import Language

    from kg.annotate.reading import Reading

JOINED = [
    ("[1p Karen Moss] left. On Monday [1p she] was tired.", [["Karen Moss", "she"]]),
    ("[1p Karen Moss] left with [1p her] dog.", [["Karen Moss", "her"]]),
    ("[1p Karen Moss] left. [1p The minister] was tired.", [["Karen Moss", "The minister"]]),
    ("[1o Reuters] grew. [1o The agency] hired people and paid [1o its] debts.",
     [["Reuters", "The agency", "its"]]),
    ("[1l Germany] grew. [1l The country] prospered.", [["Germany", "The country"]]),
    ("When [1p she] left, [1p Karen Moss] was sad.", [["she", "Karen Moss"]]),
    ("[1p Karen Moss] met [2p David Reed]. [1p She] thanked [2p him].",
     [["Karen Moss", "She"], ["David Reed", "him"]]),
    ("[1p [2p Karen Moss]'s lawyer] left. [2p She] was tired.", [["Karen Moss", "She"]]),
    ("[1o Greenpeace] met. [1o They] voted.", [["Greenpeace", "They"]]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), JOINED)
def test_a_phrase_is_joined_to_the_name_in_its_chain(
    nlp: Language, text: str, expected: list[list[str]]
) -> None:
    reading = chained(nlp, text)
    mentions, _ = find_mentions(reading, [])
    assert of_one_chain(mentions, reading.document.text) == expected


APART = {
    "he is no Karen": "[1p Karen Moss] left. [1p He] was tired.",
    "it is nobody": "[1p Karen Moss] left. [1p It] fell.",
    "a body is not she": "[1o Reuters] grew. [1o She] was tired.",
    "a woman is not several": "[1p Karen Moss] left. [1p They] was tired.",
    "ministers are not one": "[1p Karen Moss] left. [1p The ministers] was tired.",
    "a spokesman is no woman": "[1p Karen Moss] left. [1p The spokesman] was tired.",
    "a minister is no agency": "[1o Reuters] grew. [1p The minister] was tired.",
    "an agency is no country": "[1l Germany] grew. [1o The agency] was tired.",
    "one who is new is another": "[1p Karen Moss] left. [1p A minister] was tired.",
    "the link is weak": "[1p Karen Moss] left. [1p@0.4 She] was tired.",
    "her lawyer is not she": "[1p Karen Moss] left. [1p Karen Moss's lawyer] was tired.",
    "two are not one of them": "[1p Karen Moss] left. [1p The minister and the mayor] were tired.",
    "who met her is another": "[1p Karen Moss] met [1p her].",
    "two women met, the link is fair": "[1p Karen Moss] left. [1p Lisa Reed] came. [1p@0.8 She] was tired.",
    "a name that comes late": "[1p@1 She] was tired. All was well. [1p@0.7 Karen Moss] left.",
    "a noun without a type needs more": "[1l Germany] grew. [1l@0.8 The area] was flooded.",
    "a proper noun is another name": "[1o Reuters] grew. [1o The Army] was there.",
    "the network denies the name's type": "[1a Karen Moss] left. [1p She] was tired.",
}


@pytest.mark.parametrize("text", APART.values(), ids=APART)
def test_a_phrase_that_may_be_another_stays_alone(nlp: Language, text: str) -> None:
    reading = chained(nlp, text)
    mentions, links = find_mentions(reading, [])
    assert not [link for link in links if link.rule == "reader"]
    assert all(mention.kind == "name" for mention in mentions)


def _speaker(reading_text: str, word: str) -> Span:
    at = reading_text.index(f"{word} said")
    return Span(at, at + len(word))


def test_the_rules_yield_to_what_the_network_sees(nlp: Language) -> None:
    plain, seen = (
        "Karen Moss left. She said so.",
        "[1p Karen Moss] left. [2p A nurse] was sad. [2p She] said so.",
    )
    reading = chained(nlp, plain)
    _, links = find_mentions(reading, [_speaker(plain, "She")])
    assert [link.rule for link in links] == ["pronoun"]
    reading = chained(nlp, seen)
    text = reading.document.text
    mentions, links = find_mentions(reading, [_speaker(text, "She")])
    assert [link.rule for link in links] == ["reader"]
    assert of_one_chain(mentions, text) == [["A nurse", "She"]]


def test_of_two_names_in_one_chain_each_keeps_its_own(nlp: Language) -> None:
    reading = chained(
        nlp,
        "[1p Karen Moss] left. [1p She] was tired. "
        "[1p@0.3 David Reed] came. [1p He] ate and [1p she] was gone.",
    )
    text = reading.document.text
    mentions, _ = find_mentions(reading, [])
    assert of_one_chain(mentions, text) == [["Karen Moss", "She"], ["David Reed", "He"]]


def test_a_speaker_needs_a_surer_link_than_others(nlp: Language) -> None:
    reading = chained(nlp, "[1p Karen Moss] was sad. [2p David Reed] came. [1p@0.65 She] said so.")
    text = reading.document.text
    silent, _ = find_mentions(reading, [])
    assert of_one_chain(silent, text) == [["Karen Moss", "She"]]
    _, links = find_mentions(reading, [_speaker(text, "She")])
    assert "reader" not in {link.rule for link in links}


def test_nobody_says_of_himself_what_he_says_of_a_name(nlp: Language) -> None:
    reading = chained(nlp, "[1p David Reed] came. [1p He] said that [1p Reed] had lied.")
    text = reading.document.text
    head = _speaker(text, "He")
    at = text.index("that Reed")
    saying = Saying(head, (Span(at, len(text) - 1),), ())
    alone, _ = find_mentions(reading, [head], [saying])
    assert of_one_chain(alone, text) == [["David Reed", "Reed"]]
    joined, _ = find_mentions(reading, [head], [])
    assert of_one_chain(joined, text) == [["David Reed", "He", "Reed"]]


def test_i_is_the_speaker_of_the_quotation(nlp: Language) -> None:
    reading = chained(
        nlp, '"[1p I] am tired," Karen Moss said. "[2p I] am not," David Reed said. [3p I] was sad.'
    )
    text = reading.document.text
    quotes = [
        Span(text.index("I am tired"), text.index(',"')),
        Span(text.index("I am not"), text.rindex(',"')),
    ]
    heads = [Span(at, at + 4) for at in (text.index("Moss"), text.index("Reed"))]
    sayings = [Saying(head, (quote,), (quote,)) for head, quote in zip(heads, quotes, strict=True)]
    mentions, _ = find_mentions(reading, heads, sayings)
    assert of_one_chain(mentions, text) == [["I", "Karen Moss"], ["I", "David Reed"]]
    assert sum(mention.span.of(text) == "I" for mention in mentions) == 2


def test_a_speaker_without_a_name_is_called_what_the_chain_calls_it(nlp: Language) -> None:
    reading = chained(nlp, "[1p Two doctors] fled. [1p They] said so. [1p@0.2 They] said so later.")
    text = reading.document.text
    first = _speaker(text, "They")
    at = text.rindex("They")
    mentions, _ = find_mentions(reading, [first, Span(at, at + 4)])
    assert of_one_chain(mentions, text) == [["Two doctors", "They"]]


def test_a_claim_gets_the_name_of_its_chain(nlp: Language) -> None:
    reading = chained(
        nlp,
        "[1p Karen Moss] and [2p Lisa Reed] met on Monday.",
        "[2p She] said that the talks had failed.",
    )
    article = annotate_reading(reading)
    mentions = {mention.id: mention for mention in article.mentions}
    (claim,) = article.claims
    named = [m.name for m in article.mentions if m.chain == mentions[claim.speaker].chain and m.name]
    assert named == ["Lisa Reed"]
    unread = annotate_reading(replace(reading, chains=()))
    assert unread.coreferents == ()
    assert [m.name for m in unread.mentions] == ["Karen Moss", "Lisa Reed", ""]


TEXT = (
    "[1p Karen Moss] met [2p David Reed]. [3p She] thanked [4p him]. [5p The minister] was sad. [6p He] left."
)


@pytest.fixture(scope="module")
def article(nlp: Language) -> Reading:
    return chained(nlp, TEXT)


@settings(deadline=None, max_examples=40)
@given(
    numbers=st.lists(st.integers(0, 3), min_size=6, max_size=6),
    links=st.lists(st.sampled_from([0.2, 0.65, 0.8, 0.95, 1.0]), min_size=6, max_size=6),
    order=st.permutations(range(6)),
)
def test_no_chain_joins_a_man_and_a_woman(
    article: Reading, numbers: list[int], links: list[float], order: list[int]
) -> None:
    rows = [
        replace(mention, chain=number, link=link)
        for mention, number, link in zip(article.chains, numbers, links, strict=True)
    ]
    text = article.document.text
    found = find_mentions(replace(article, chains=tuple(rows)), [])
    for group in of_one_chain(found[0], text):
        words = {word.casefold() for word in group}
        assert len(words & {"karen moss", "david reed"}) == 1
        assert not ("karen moss" in words and words & {"he", "him"})
        assert not ("david reed" in words and "she" in words)
    shuffled = tuple(rows[number] for number in order)
    assert find_mentions(replace(article, chains=shuffled), []) == found
