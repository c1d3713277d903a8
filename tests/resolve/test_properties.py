"""What holds for every corpus."""

from __future__ import annotations

import re
import tempfile
import time
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from kg.graph import build_graph
from kg.ledger import Ledger, read_ledger
from kg.model import Annotated, Resolved
from kg.resolve import resolve
from kg.settings import Settings
from kg.store import to_turtle
from kg.vocabulary import prefixes
from tests.resolve.corpus import Paper
from tests.resolve.strategies import corpora

SHAPE = re.compile(r"(entity|event|claim|statement|quantity|article|segment)/[a-z0-9_-]+")


def ledger_of(resolved: Resolved) -> Ledger:
    """The ledger that the graph of a resolved corpus is, read back from its Turtle."""
    options = Settings()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "graph.ttl")
        path.write_bytes(to_turtle(build_graph(resolved, options), prefixes(options.base_iri)))
        return read_ledger(path)


def iris(resolved: Resolved) -> set[str]:
    return {entity.iri for entity in resolved.entities} | {event.iri for event in resolved.events}


@settings(deadline=None)
@given(corpora(), st.randoms())
def test_the_order_of_the_articles_does_not_matter(corpus: list[Annotated], random: object) -> None:
    shuffled = list(corpus)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert resolve(shuffled) == resolve(corpus)


@settings(deadline=None)
@given(corpora())
def test_iris_are_short_ascii_and_distinct(corpus: list[Annotated]) -> None:
    found = resolve(corpus)
    for group in (found.articles, found.entities, found.events, found.facts, found.claims):
        local = [item.iri for item in group]  # type: ignore[attr-defined]
        assert len(set(local)) == len(local)
        assert all(SHAPE.fullmatch(iri) and len(iri) < 200 for iri in local)


@settings(deadline=None)
@given(corpora())
def test_every_reference_leads_somewhere(corpus: list[Annotated]) -> None:
    found = resolve(corpus)
    entities = {entity.iri: entity for entity in found.entities}
    events = {event.iri for event in found.events}
    statements = {fact.iri for fact in found.facts}
    assert set(found.chains.values()) <= set(entities) | events
    for claim in found.claims:
        assert claim.speaker in entities
        assert set(claim.states) <= statements
        assert set(claim.about) <= set(entities) | events
    for fact in found.facts:
        assert {fact.subject, fact.object} - {""} <= set(entities) | events
        assert fact.evidence
    for mention, iri in found.chains.items():
        assert iri in events or mention in entities[iri].mentions


@settings(deadline=None)
@given(corpora())
def test_no_entity_holds_two_persons_or_two_types(corpus: list[Annotated]) -> None:
    found = resolve(corpus)
    types = {(article.document.id, mention.id): mention for article in corpus for mention in article.mentions}
    for entity in found.entities:
        named = [types[key] for key in entity.mentions]
        assert len({"Organization" if m.type == "Group" else m.type for m in named} - {"Other"}) <= 1
        names = {m.name for m in named}
        assert not {"Lena Varga", "Imre Varga"} <= names
        assert "Lena Smith" not in names or not names & {"John Smith", "John A. Smith"}


@settings(max_examples=60, deadline=None)
@given(corpora())
def test_a_rebuild_with_the_last_graph_as_ledger_changes_nothing(corpus: list[Annotated]) -> None:
    first = resolve(corpus)
    assert resolve(corpus, ledger_of(first)) == first


@settings(max_examples=100, deadline=None)
@given(corpora(6), st.integers(0, 5))
def test_a_new_article_takes_no_iri_away(corpus: list[Annotated], number: int) -> None:
    new = corpus[number % len(corpus)]
    old = [article for article in corpus if article is not new]
    before = resolve(old)
    ledger = ledger_of(before)
    after = resolve(corpus, ledger)
    replaced = dict(after.replaced)
    assert iris(before) <= iris(after) | set(replaced)
    assert set(replaced.values()) <= iris(after)
    assert not set(replaced) & iris(after)
    again = resolve(corpus, ledger_of(after))
    assert again == after


def test_a_hundred_thousand_mentions_take_seconds() -> None:
    papers = []
    for number in range(1_000):
        names = [f"Ann{number % 977} Bell{k * number % 1009}" for k in range(1, 20)]
        names += [f"Bell{number % 1009}", "HU", "Zolani"]
        paper = Paper(f"a{number:05}", f"({number}) " + ", ".join(names))
        for chain, name in enumerate(names):
            paper.say(name, "Organization" if name == "HU" else "Person", chain=chain)
        article = paper.annotated()
        repeated = [
            type(m)(f"{m.id}x{k}", m.span, m.kind, m.type, "", m.name, m.chain, 0)
            for m in article.mentions
            for k in range(5)
        ]
        papers.append(Annotated(article.document, article.sentences, tuple(repeated)))
    assert sum(len(paper.mentions) for paper in papers) > 100_000
    started = time.process_time()
    found = resolve(papers)
    assert time.process_time() - started < 30
    assert len(found.entities) > 5_000
