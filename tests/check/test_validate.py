"""What kg.check.validate takes and gives; the anchors' check."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

import pyoxigraph as ox
import pytest

from kg.check import Finding, validate
from kg.check.anchors import check_anchors
from kg.check.cross import with_vocabulary
from kg.errors import GraphError
from kg.vocabulary import ontology_dir, term

TURTLE = """
@prefix kg: <https://w3id.org/newskg/ns#> .
@prefix schema: <https://schema.org/> .
<https://news.test/base/entity/ann>
    a schema:Person ; schema:name "Ann" ; kg:memberOf <https://news.test/base/entity/gone> .
"""


@pytest.fixture
def texts() -> dict[str, str]:
    folder = files("kg") / "demo" / "articles"
    return {item.name: item.read_bytes().decode() for item in folder.iterdir() if item.name.endswith(".txt")}


def test_a_file_and_the_folder_of_a_build_are_read(tmp_path: Path) -> None:
    (tmp_path / "graph.ttl").write_text(TURTLE)
    found = validate(tmp_path)
    assert found == validate(tmp_path / "graph.ttl") == validate(str(tmp_path / "graph.ttl"))
    assert found == sorted(set(found))


def test_findings_name_node_property_value_and_cause_whatever_the_base(tmp_path: Path) -> None:
    path = tmp_path / "graph.ttl"
    path.write_text(TURTLE)
    found = {finding.rule: finding for finding in validate(path)}
    dangling = found["dangling-node"]
    assert dangling == Finding(
        node="https://news.test/base/entity/ann",
        path=term("memberOf"),
        value="<https://news.test/base/entity/gone>",
        message="the value is an IRI of which the graph says nothing",
        severity="violation",
        rule="dangling-node",
    )
    assert str(dangling) == (
        "https://news.test/base/entity/ann kg:memberOf <https://news.test/base/entity/gone>: "
        "the value is an IRI of which the graph says nothing [dangling-node]"
    )
    assert {"triple-without-statement", "Entity"} <= set(found)
    assert found["Entity"].severity == "violation"


def test_a_value_is_shown_on_one_line_and_cut() -> None:
    finding = Finding("n", "", '"a\n' + "b" * 500 + '"', "wrong", "violation", "x")
    assert "\n" not in str(finding)
    assert len(str(finding)) < 120


def test_a_graph_that_follows_the_rules_conforms_under_another_base(example: ox.Store) -> None:
    moved = ox.Store()
    text = example.dump(format=ox.RdfFormat.N_TRIPLES, from_graph=ox.DefaultGraph()) or b""
    moved.load(text.replace(b"https://kg.example/", b"http://x.test/a/b/"), format=ox.RdfFormat.N_TRIPLES)
    assert validate(moved) == []


def test_named_graphs_are_checked_as_one(example: ox.Store) -> None:
    split = ox.Store()
    for number, quad in enumerate(sorted(example, key=str)):
        graph = ox.NamedNode(f"https://kg.example/graph/{number % 3}")
        split.add(ox.Quad(quad.subject, quad.predicate, quad.object, graph))
    assert validate(split) == []


def test_a_store_is_left_as_it_was(example: ox.Store) -> None:
    before = len(example)
    assert len(with_vocabulary(example)) > before
    validate(example)
    assert len(example) == before


def test_a_broken_file_is_a_graph_error_with_its_line(tmp_path: Path) -> None:
    path = tmp_path / "graph.ttl"
    path.write_text("@prefix a: <http://a/> .\n\na:b a:c ;; d .\n")
    with pytest.raises(GraphError, match=r"graph\.ttl, line 3"):
        validate(path)


def test_every_segment_of_the_example_stands_in_its_article(example: ox.Store, texts: dict[str, str]) -> None:
    assert check_anchors(example, texts) == []


def test_a_changed_text_and_a_shifted_segment_are_found(graph: ox.Store, texts: dict[str, str]) -> None:
    words = ox.NamedNode(term("nif:anchorOf"))
    quad = min(graph.quads_for_pattern(None, words, None), key=str)
    graph.remove(quad)
    graph.add(ox.Quad(quad.subject, words, ox.Literal(quad.object.value[:-1] + "?")))
    found = check_anchors(graph, texts)
    assert [finding.node for finding in found] == [quad.subject.value]
    texts["wire-toll.txt"] += " "
    missing = [f for f in check_anchors(graph, texts) if "not at hand" in f.message]
    assert len(missing) > 5


def test_shapes_and_rules_stand_in_the_ontology_folder() -> None:
    assert (ontology_dir() / "shapes-core.ttl").is_file()
    for rule in (ontology_dir() / "rules").glob("*.rq"):
        first = rule.read_text(encoding="utf-8").splitlines()[0]
        assert first.startswith("# ")
        assert len(first) < 110
