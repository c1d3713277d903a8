"""The pipeline in kg/reader/model: small, quick to load, and right about plain sentences of ours."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import spacy

from kg.annotate.events.roles import agents_of_verb
from kg.annotate.language import load_pipeline

MODEL = Path(__file__).parents[2] / "kg" / "reader" / "model"
LARGEST = 40_000_000

ARTICLE = "\n\n".join(
    (
        "Security forces killed at least 304 protesters in November, Amnesty International said on Tuesday.",
        'Maria Lopez, the interior minister of Ruritania, denied the report. "These figures are lies," she '
        "told reporters in Paris. She said that the government would publish its own count.",
        "The group called on the United Nations to investigate.",
    )
)


@pytest.fixture(scope="module")
def reader() -> Any:
    return load_pipeline()


@pytest.fixture(scope="module")
def article(reader: Any) -> Any:
    return reader(ARTICLE)


def words(doc: Any, tokens: tuple[int, ...]) -> str:
    return " ".join(doc[token].text for token in tokens)


def test_it_is_small() -> None:
    assert sum(path.stat().st_size for path in MODEL.rglob("*") if path.is_file()) <= LARGEST


def test_it_finds_names(article: Any) -> None:
    found = {(ent.text, ent.label_) for ent in article.ents}
    assert {
        ("Amnesty International", "ORG"), ("Maria Lopez", "PERSON"), ("Paris", "PLACE"),
        ("United Nations", "ORG"), ("November", "DATE"), ("Tuesday", "DATE"),
    } <= found  # fmt: skip


def test_it_tells_countries_from_cities(reader: Any) -> None:
    doc = reader("The ambassador flew from Paris to Brazil. Kenya and Norway signed a treaty in Geneva.")
    finer = {ent.text: ent.ent_id_ for ent in doc.ents if ent.label_ == "PLACE"}
    assert {
        "Paris": "City",
        "Brazil": "Country",
        "Kenya": "Country",
        "Norway": "Country",
    }.items() <= finer.items()


def test_it_parses(article: Any) -> None:
    killed = next(token for token in article if token.text == "killed")
    assert (killed.pos_, killed.tag_, killed.lemma_) == ("VERB", "VBD", "kill")
    assert {child.dep_: child.text for child in killed.children}.items() >= {
        "nsubj": "forces",
        "obj": "protesters",
    }.items()
    denied = next(token for token in article if token.text == "denied")
    assert denied.dep_ == "ROOT"
    assert denied.lemma_ == "deny"


def test_it_splits_sentences_and_never_reads_over_a_line_break(article: Any) -> None:
    firsts = [sent.text.split()[0].strip('"') for sent in article.sents]
    assert firsts == ["Security", "Maria", "These", "She", "The"]


def test_it_tells_who_says_what(article: Any) -> None:
    said = {words(article, role.cue).split()[0]: role for role in article._.roles if role.score > 0.6}
    assert {"said", "denied", "told"} <= set(said)
    assert "Maria Lopez" in words(article, said["denied"].speaker)
    assert words(article, said["told"].speaker) == "she"
    assert "These figures are lies" in words(article, said["told"].content)


def test_it_joins_a_pronoun_to_its_name(article: Any) -> None:
    chain_of = {article[mark.start : mark.end].text: mark.chain for mark in article._.chains}
    lopez = next(chain for text, chain in chain_of.items() if text.startswith("Maria Lopez"))
    assert chain_of["she"] == chain_of["She"] == lopez


def test_it_marks_what_happens_and_what_is_said(article: Any) -> None:
    marked = {article[mark.token].text: mark.report for mark in article._.triggers}
    assert marked.get("killed") is False
    assert True in {marked.get("said"), marked.get("denied"), marked.get("told")}


def test_an_article_is_read_alike_alone_and_in_a_batch(reader: Any) -> None:
    texts = [ARTICLE, "Officials denied it.", "", "  \n ", ARTICLE.replace("Paris", "Rome")]

    def layers(doc: Any) -> list[Any]:
        table = [
            (
                t.text,
                t.tag_,
                t.pos_,
                str(t.morph),
                t.lemma_,
                t.dep_,
                t.head.i,
                t.ent_iob_,
                t.ent_type_,
                t.is_sent_start,
            )
            for t in doc
        ]
        return [table, doc._.roles, doc._.triggers, doc._.chains]

    alone = [layers(reader(text)) for text in texts]
    assert [layers(doc) for doc in reader.pipe(texts * 2)] == alone * 2
    assert [layers(doc) for doc in spacy.load(MODEL).pipe(reversed(texts))] == alone[::-1]


@pytest.mark.parametrize(
    "sentence",
    [
        "According to the Harbour Union Federation of Spain (HUFS), the coast guard killed 12 sailors.",
        "According to the National Resistance Organization of Velden (NROV), the army killed 12 sailors.",
        "According to the People's Mojahedin Organization of Iran (PMOI), the Revolutionary Guards and other "
        "forces killed more than 1,500 protesters.",
    ],
)
def test_what_stands_after_a_preposition_does_nothing(reader: Any, sentence: str) -> None:
    (verb,) = (token for token in reader(sentence) if token.lemma_ == "kill")
    agents = agents_of_verb(verb)
    assert agents
    for agent in agents:
        assert not any(child.dep_ == "case" and child.i < agent.i for child in agent.children), agent
