"""The page's view of a graph, its layout and its bytes."""

from __future__ import annotations

import json
import random
import re
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, Store

from kg.export import page as page_module
from kg.export.page import render_page
from kg.export.page.budget import shorten_paragraphs
from kg.export.page.layout import grid, place
from kg.export.page.reader import GraphReader
from kg.export.page.scene import Claim, Link, Node, Scene, Sentence
from kg.export.page.view import read_scene
from kg.vocabulary import KG, NIF, SCHEMA
from tests.export.hostile import PAYLOADS, harbour, hostile
from tests.synthetic import write_graph

ENT = "https://kg.example/entity/"


def node(scene: Scene, key: str) -> Node:
    return next(found for found in scene.nodes if found.key == key)


def link(scene: Scene, one: str, other: str) -> Link:
    pair = {scene.nodes.index(node(scene, key)) for key in (one, other)}
    return next(found for found in scene.links if {found.first, found.second} == pair)


def claim(scene: Scene, text: str) -> Claim:
    return next(found for found in scene.claims if text in found.text)


def words_of(scene: Scene, number: int) -> str:
    sentence = scene.sentences[number]
    return sentence.text or scene.paragraphs[sentence.paragraph][sentence.start : sentence.end]


@pytest.fixture(scope="module")
def scene() -> Scene:
    return read_scene(harbour())


def test_every_entity_and_event_is_a_node_with_its_kind(scene: Scene) -> None:
    assert {found.key: found.kind for found in scene.nodes} == {
        "entity/anon-quay_9": "AnonymousSource",
        "entity/dock-union": "Organization",
        "entity/far-islands": "Place",
        "entity/mira-holt": "Person",
        "entity/port-authority": "Organization",
        "entity/tarnby": "Place",
        "entity/zoe-lindqvist": "Person",
        "event/quay-fire": "Event",
    }


def test_a_node_carries_names_counts_and_finer_type(scene: Scene) -> None:
    zoe = node(scene, "entity/zoe-lindqvist")
    assert zoe.label == "Zoë Lindqvist"
    assert "Mrs. Lindqvist" in zoe.aliases
    assert zoe.mentions == 5
    assert node(scene, "entity/tarnby").subtype == "city"
    fire = node(scene, "event/quay-fire")
    assert (fire.subtype, fire.date, fire.status) == ("disaster", "2024-03-04", "occurred")


def test_facts_roles_and_claims_between_two_nodes_share_one_link(scene: Scene) -> None:
    found = link(scene, "entity/port-authority", "event/quay-fire")
    assert sorted((item.kind, item.claimed) for item in found.items) == [("claim", True), ("role", True)]


def test_membership_that_leadership_implies_is_not_repeated(scene: Scene) -> None:
    found = link(scene, "entity/zoe-lindqvist", "entity/port-authority")
    assert [item.predicate for item in found.items] == [f"{KG}leaderOf"]


def test_a_plain_triple_without_statement_rests_on_the_event(scene: Scene) -> None:
    (item,) = link(scene, "event/quay-fire", "entity/tarnby").items
    assert words_of(scene, scene.facts[item.index].sentences[0]).startswith("Harbour master Zoë")


def test_an_unasserted_statement_is_claimed_only(scene: Scene) -> None:
    claimed = [fact for fact in scene.facts if not fact.asserted]
    assert [fact.predicate for fact in claimed] == [f"{KG}agent"]
    assert scene.facts[claim(scene, "eleven").states[0]] == claimed[0]


def test_literal_facts_keep_their_words_and_status(scene: Scene) -> None:
    found = {fact.literal: fact.status for fact in scene.facts if fact.literal}
    assert found == {"harbour master": "", "councillor": "former"}


def test_a_claim_keeps_speaker_cue_stance_and_figures(scene: Scene) -> None:
    found = claim(scene, "eleven")
    assert scene.nodes[found.speaker].key == "entity/dock-union"
    assert (found.cue, found.quote_type, found.negated, found.certainty) == (
        "insisted",
        "indirect",
        True,
        "probable",
    )
    assert [(figure.measure, figure.text, figure.value) for figure in found.figures] == [
        ("injuries", "at least eleven dockers", 11.0)
    ]


def test_a_contradiction_written_once_is_seen_from_both_claims(scene: Scene) -> None:
    ours, theirs = claim(scene, "three people"), claim(scene, "eleven")
    assert [scene.claims[number] for number in ours.contradicts] == [theirs]
    assert [scene.claims[number] for number in theirs.contradicts] == [ours]


def test_a_sentence_stands_in_its_paragraph_by_code_points(scene: Scene) -> None:
    (first, second) = sorted(
        number for number, sentence in enumerate(scene.sentences) if sentence.paragraph >= 0
    )
    assert {words_of(scene, first), words_of(scene, second)} == {
        "Harbour master Zoë Lindqvist leads the Tårnby Port Authority.",
        "Mrs. Lindqvist was once a councillor.",
    }


def test_a_sentence_that_its_paragraph_does_not_hold_stands_alone(scene: Scene) -> None:
    texts = [sentence.text for sentence in scene.sentences if sentence.paragraph < 0]
    assert "The port said “three people were hurt” in the fire." in texts


def test_only_web_addresses_become_links(scene: Scene) -> None:
    assert [article.url for article in scene.articles] == ["https://news.example/quay", ""]


def test_a_graph_without_paragraphs_still_shows_its_sentences() -> None:
    store = harbour()
    for quad in list(store.quads_for_pattern(None, NamedNode(f"{NIF}superString"), None, None)):
        store.remove(quad)
    bare = read_scene(store)
    assert not bare.paragraphs
    assert {words_of(bare, number) for number in range(len(bare.sentences))} == {
        words_of(read_scene(harbour()), number) for number in range(len(bare.sentences))
    }


def test_named_graphs_are_read_as_one(scene: Scene) -> None:
    store = Store()
    for number, quad in enumerate(harbour()):
        store.add(
            Quad(
                quad.subject, quad.predicate, quad.object, NamedNode(f"https://kg.example/graph/{number % 3}")
            )
        )
    assert read_scene(store) == scene


def test_many_values_come_in_one_order_however_they_went_in() -> None:
    article, mentions = NamedNode("https://kg.example/article/a"), NamedNode(f"{SCHEMA}mentions")
    people = [NamedNode(f"{ENT}person-{number}") for number in range(60)]
    random.Random(3).shuffle(people)
    store = Store()
    for person in people:
        store.add(Quad(article, mentions, person))
    found = GraphReader(store).iris(article.value, mentions.value)
    assert found == sorted(person.value for person in people)


def test_an_empty_graph_gives_an_empty_page() -> None:
    page = render_page(Store())
    assert (page.nodes, page.links, page.opening) == (0, 0, 0)


def test_a_limit_keeps_the_most_linked(scene: Scene) -> None:
    some = read_scene(harbour(), limit=3)
    assert some.left_out == len(scene.nodes) - 3
    assert {found.key for found in some.nodes} >= {"entity/port-authority", "event/quay-fire"}


def test_what_a_limit_leaves_out_is_told(scene: Scene) -> None:
    assert render_page(harbour()).notice == ""
    assert f"3 most linked of {len(scene.nodes)}" in render_page(harbour(), limit=3).notice


def test_the_page_needs_no_other_file_and_allows_its_own_scripts_alone() -> None:
    html = render_page(harbour()).html
    assert not re.search(r"<(?:script|link|img|iframe)[^>]+(?:src|href)\s*=", html)
    policy = re.search(r'Content-Security-Policy" content="([^"]+)"', html)
    assert policy
    assert policy[1].startswith("default-src 'none'; script-src 'sha256-")
    assert "unsafe" not in policy[1]


def test_hostile_words_never_leave_their_place() -> None:
    html = render_page(hostile()).html
    clean = render_page(harbour()).html
    for mark in ("<script", "</script", "<img", "<svg", "<a "):
        # vis-network has a few of these inside its own strings: no more may come from the graph.
        assert html.lower().count(mark) == clean.lower().count(mark), mark
    data = re.search(r'id="evidence-data">(.*?)</script>', html, re.DOTALL)
    assert data
    texts = json.dumps(json.loads(data[1]), ensure_ascii=False)
    assert sum(json.dumps(payload, ensure_ascii=False)[1:-1] in texts for payload in PAYLOADS) >= 5


def test_hostile_words_are_kept_exactly() -> None:
    store = hostile()
    expected = {
        quad.object.value for quad in store.quads_for_pattern(None, NamedNode(f"{NIF}anchorOf"), None, None)
    }
    found = read_scene(store)
    assert {words_of(found, number) for number in range(len(found.sentences))} <= expected


@pytest.mark.parametrize("size", [40, 500])
def test_equal_graphs_give_equal_bytes_whatever_the_order_of_their_triples(size: int) -> None:
    first, second = Store(), Store()
    first.load(write_graph(size).encode(), format=RdfFormat.TURTLE)
    quads = list(first)
    random.Random(1).shuffle(quads)
    for quad in quads:
        second.add(quad)
    assert render_page(first, title="Harbour").html == render_page(second, title="Harbour").html


def test_the_bytes_do_not_depend_on_the_hash_seed(tmp_path: Path) -> None:
    (tmp_path / "graph.ttl").write_text(write_graph(500), encoding="utf-8")
    code = (
        "import sys, pyoxigraph, pathlib; from kg.export.page import render_page; s = pyoxigraph.Store();"
        "s.load(path=sys.argv[1]); pathlib.Path(sys.argv[2]).write_bytes(render_page(s).html.encode())"
    )
    made = []
    for seed in ("0", "1"):
        target = tmp_path / f"{seed}.html"
        command = [sys.executable, "-c", code, str(tmp_path / "graph.ttl"), str(target)]
        subprocess.run(command, check=True, env={"PYTHONHASHSEED": seed, "PYTHONPATH": ":".join(sys.path)})
        made.append(target.read_bytes())
    assert made[0] == made[1]


def test_a_large_graph_opens_with_its_most_linked() -> None:
    store = Store()
    store.load(write_graph(900).encode(), format=RdfFormat.TURTLE)
    page = render_page(store)
    assert page.nodes == 900
    assert 100 < page.opening <= 300


def test_links_in_a_claim_to_unknown_things_are_left_out() -> None:
    store = harbour()
    speaker = NamedNode("https://kg.example/claim/count-union")
    store.add(Quad(speaker, NamedNode(f"{KG}about"), NamedNode("https://elsewhere.example/x")))
    store.add(Quad(speaker, NamedNode(f"{KG}confidence"), Literal("high")))
    assert len(claim(read_scene(store), "eleven").about) == 2


@settings(max_examples=12, deadline=None)
@given(st.integers(2, 40), st.randoms(use_true_random=False))
def test_no_two_nodes_share_a_place(count: int, chance: random.Random) -> None:
    links = sorted({(chance.randrange(number), number) for number in range(1, count)})
    places = place(count, links, labels=["Name"] * count)
    assert len(set(places)) == count
    assert places == place(count, links, labels=["Name"] * count)


def test_parts_that_are_not_linked_stand_apart() -> None:
    places = place(6, [(0, 1), (2, 3), (4, 5)])
    for one in range(0, 6, 2):
        for other in range(one + 2, 6, 2):
            assert max(abs(places[one][axis] - places[other][axis]) for axis in (0, 1)) > 40


def test_nodes_without_links_stand_in_rows_below() -> None:
    places = grid(50, top=300, width=1000)
    assert len(set(places)) == 50
    assert min(y for _, y in places) == 300
    assert len({y for _, y in places}) < 12


def scene_of(paragraphs: list[str], cited: list[tuple[int, int, int]]) -> Scene:
    """Paragraphs, and sentences as (paragraph, start, end)."""
    sentences = tuple(Sentence(0, paragraph, start, end, "") for paragraph, start, end in cited)
    return Scene((), (), (), tuple(paragraphs), sentences, (), ())


@given(
    st.lists(st.text(alphabet="ab \U0001f525é", min_size=1, max_size=900), min_size=1, max_size=4),
    st.data(),
    st.integers(0, 2000),
)
def test_a_shortened_paragraph_still_holds_its_sentences_to_the_letter(
    paragraphs: list[str], data: st.DataObject, letters: int
) -> None:
    cited = []
    for number, text in enumerate(paragraphs):
        for _ in range(data.draw(st.integers(1, 3))):
            start = data.draw(st.integers(0, len(text) - 1))
            cited.append((number, start, data.draw(st.integers(start + 1, len(text)))))
    whole = scene_of(paragraphs, cited)
    short = shorten_paragraphs(whole, letters=letters)
    assert [words_of(short, at) for at in range(len(cited))] == [
        words_of(whole, at) for at in range(len(cited))
    ]
    assert all(text.replace("…", "").strip() in paragraphs[at] for at, text in enumerate(short.paragraphs))


def test_paragraphs_that_fit_are_left_whole() -> None:
    whole = scene_of(["one two three four five"], [(0, 4, 7)])
    assert shorten_paragraphs(whole, letters=23) is whole


def test_long_paragraphs_are_cut_at_words_and_marked() -> None:
    text = "word " * 400
    short = shorten_paragraphs(scene_of([text], [(0, 1000, 1004)]), letters=900)
    (cut,) = short.paragraphs
    assert cut.startswith("… word ")
    assert cut.endswith("…")
    assert 400 < len(cut) < 900


def test_a_page_that_would_weigh_too_much_keeps_fewer_and_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    store = Store()
    store.load(write_graph(900).encode(), format=RdfFormat.TURTLE)
    whole = len(render_page(store).html.encode())
    monkeypatch.setattr(page_module, "HEAVY", whole - 60_000)
    page = render_page(store)
    assert len(page.html.encode()) <= whole - 60_000
    assert page.left_out == 900 - page.nodes > 0
    assert "most linked of 900" in page.notice
