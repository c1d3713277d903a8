"""The network in GraphML, GEXF, CSV and Cypher: by value, in readers that know nothing of us."""

from __future__ import annotations

import csv
import json
import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import NamedNode

from kg.export.csv_files import ARRAY_DELIMITER, guarded, relationship_type
from kg.export.cypher import literal
from kg.export.network import EDGE_COLUMNS, NODE_COLUMNS
from kg.export.xml_text import clean
from kg.vocabulary import KG, RDF, fact_properties, label, terms
from tests.export.exported import EXAMPLES, PAYLOADS, content, literals, written

XML = {"graphml": nx.read_graphml, "gexf": nx.read_gexf}
ENT = "https://kg.example/entity/"
FORMULA = re.compile("[=+\\-@\t\r\n\uff1d\uff0b\uff0d\uff20]")


def in_xml(words: str) -> str:
    return clean(words).replace("\r\n", "\n").replace("\r", "\n")


def read_network(name: str, to: str) -> nx.MultiDiGraph:
    return nx.MultiDiGraph(XML[to](str(written(name, to))))


def statements(name: str) -> list[dict[str, str]]:
    """Statements of a graph, straight from its triples."""
    found: dict[str, dict[str, str]] = {}
    for triple in content(name).triples:
        key = triple.predicate.value
        value = triple.object.value if hasattr(triple.object, "value") else ""
        if isinstance(triple.subject, NamedNode):
            found.setdefault(triple.subject.value, {}).setdefault(key, value)
    return [node | {"iri": iri} for iri, node in found.items() if f"{RDF}subject" in node]


def asserted_facts(name: str) -> set[tuple[str, str, str]]:
    return {
        (node[f"{RDF}subject"], node[f"{RDF}predicate"].removeprefix(KG), node[f"{RDF}object"])
        for node in statements(name)
        if node[f"{KG}asserted"] == "true" and node[f"{RDF}object"].startswith("https://kg.example/")
    }


def unguarded(text: str) -> str:
    return text[1:] if re.match("'+[=+\\-@\t\r\n\uff1d\uff0b\uff0d\uff20]", text) else text


def table(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


@pytest.mark.parametrize("to", XML)
@pytest.mark.parametrize("name", EXAMPLES)
def test_every_entity_is_a_node_with_its_name(name: str, to: str) -> None:
    graph = read_network(name, to)
    names = literals(name, "schema:name")
    assert len(names) > 5
    assert {iri: graph.nodes[iri]["label"] for iri in names} == {
        iri: in_xml(words) for iri, words in names.items()
    }


@pytest.mark.parametrize("to", XML)
@pytest.mark.parametrize("name", EXAMPLES)
def test_every_asserted_fact_is_an_edge_and_nothing_else_is(name: str, to: str) -> None:
    graph = read_network(name, to)
    relations = {*fact_properties(), "agent", "patient", "organizer", "participant"}
    found = [(s, d["relation"], t) for s, t, d in graph.edges(data=True) if d["relation"] in relations]
    assert set(found) == asserted_facts(name)
    assert len(found) == len(set(found))


@pytest.mark.parametrize("to", XML)
def test_an_edge_carries_its_evidence(to: str) -> None:
    graph = read_network("dispute", to)
    edges = graph.get_edge_data(f"{ENT}dario-luzuriaga-frraph", f"{ENT}pardovia-mining").values()
    edge = next(edge for edge in edges if edge["relation"] == "memberOf")
    assert (edge["label"], edge["articles"], edge["confidence"], edge["weight"]) == (
        "member of",
        2,
        0.95,
        2.0,
    )
    assert edge["quoteArticle"] == "At least 17 dead after mine dam collapses in southern Ecuador"
    assert "Darío Luzuriaga" in edge["quote"]
    assert len(edge["evidence"].split(" | ")) == 2


@pytest.mark.parametrize("to", XML)
def test_a_claim_hangs_between_speaker_and_event_with_figure_and_verdict(to: str) -> None:
    graph = read_network("dispute", to)
    claims = {
        node: data
        for node, data in graph.nodes(data=True)
        if data.get("kind") == "Claim" and "23" in data["text"]
    }
    assert claims
    for node in claims:
        relations = {data["relation"] for _, _, data in graph.out_edges(node, data=True)}
        assert {"speaker", "appearance"} <= relations
    verdicts = [data for _, data in graph.nodes(data=True) if data.get("kind") == "Comparison"]
    assert {data["verdict"] for data in verdicts} >= {"Contradicts", "HedgedCompatible", "DifferentScope"}
    assert all(data["text"] for data in verdicts)


@pytest.mark.parametrize("to", XML)
def test_what_is_only_claimed_is_words_on_the_claim_and_no_edge(to: str) -> None:
    graph = read_network("harbour", to)
    fire, port = "https://kg.example/event/quay-fire", f"{ENT}port-authority"
    assert not graph.has_edge(fire, port)
    states = graph.nodes["https://kg.example/claim/count-union"]["states"]
    assert states == f"fire on the old quay | {label(KG + 'agent')} | Tårnby Port Authority"


def test_a_former_position_says_so() -> None:
    positions = read_network("harbour", "graphml").nodes[f"{ENT}zoe-lindqvist"]["positions"]
    assert positions == "councillor (former) | harbour master"


@pytest.mark.parametrize("to", XML)
def test_what_was_merged_away_is_no_node(to: str) -> None:
    graph = read_network("harbour", to)
    assert f"{ENT}port-authority" in graph
    assert f"{ENT}old-name" not in graph


def test_gexf_tells_no_day_of_writing() -> None:
    root = ET.parse(written("dispute", "gexf")).getroot()
    (meta,) = [child for child in root if child.tag.endswith("meta")]
    assert meta.attrib == {}
    assert b"networkx" not in written("dispute", "gexf").read_bytes().lower()


def test_graphml_names_each_key_once() -> None:
    root = ET.parse(written("dispute", "graphml")).getroot()
    keys = [child.get("id") for child in root if child.tag.endswith("key")]
    edges = [edge.get("id") for edge in root.iter() if edge.tag.endswith("}edge")]
    assert len(keys) == len(set(keys)) > 10
    assert len(edges) == len(set(edges)) > 100


# ─── CSV ─────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("name", EXAMPLES)
def test_csv_holds_the_names_exactly(name: str) -> None:
    names = literals(name, "schema:name")
    neo4j = {
        row["iri:ID"]: unguarded(row["name:string"]) for row in table(written(name, "csv") / "nodes.csv")
    }
    gephi = {row["Id"]: unguarded(row["Label"]) for row in table(written(name, "csv") / "gephi-nodes.csv")}
    for read in (neo4j, gephi):
        assert {iri: read[iri] for iri in names} == names


@pytest.mark.parametrize("name", EXAMPLES)
def test_csv_holds_aliases_as_a_list(name: str) -> None:
    rows = {row["iri:ID"]: row for row in table(written(name, "csv") / "nodes.csv")}
    for entity in content(name).records.entities.values():
        cell = unguarded(rows[entity.iri]["aliases:string[]"])
        given = tuple(alias.replace(ARRAY_DELIMITER, "\ufffd") for alias in entity.aliases)
        assert (tuple(cell.split(ARRAY_DELIMITER)) if cell else ()) == given


@pytest.mark.parametrize("name", EXAMPLES)
@pytest.mark.parametrize("file", ["nodes.csv", "relationships.csv", "gephi-nodes.csv", "gephi-edges.csv"])
def test_no_cell_is_a_formula(name: str, file: str) -> None:
    rows = table(written(name, "csv") / file)
    assert rows
    for row in rows:
        for column, cell in row.items():
            number = column.rpartition(":")[2] in ("double", "long") or column in ("latitude", "longitude")
            assert number or not FORMULA.match(cell), (column, cell)


@given(st.one_of(st.text(max_size=20), st.sampled_from(PAYLOADS)), st.integers(0, 3))
def test_the_guard_can_be_undone(text: str, apostrophes: int) -> None:
    text = "'" * apostrophes + text
    assert unguarded(guarded(text)) == text
    assert not FORMULA.match(guarded(text))


@pytest.mark.parametrize("name", EXAMPLES)
def test_relationships_lead_from_node_to_node(name: str) -> None:
    folder = written(name, "csv")
    labels = {row["iri:ID"]: row[":LABEL"].split(ARRAY_DELIMITER) for row in table(folder / "nodes.csv")}
    known = {iri.rpartition("#")[2].rpartition("/")[2] for iri in terms()} | {"Resource"}
    assert {label for found in labels.values() for label in found} <= known
    types = {relationship_type(iri.rpartition("#")[2].rpartition("/")[2]) for iri in terms()}
    for row in table(folder / "relationships.csv"):
        assert {row[":START_ID"], row[":END_ID"]} <= labels.keys()
        assert row[":TYPE"] in types
    gephi = {row["Id"] for row in table(folder / "gephi-nodes.csv")}
    for row in table(folder / "gephi-edges.csv"):
        assert {row["Source"], row["Target"]} <= gephi
        assert (row["Type"], float(row["Weight"]) >= 1) == ("Directed", True)


def test_typed_columns_hold_values_of_their_type() -> None:
    readers = {"long": int, "double": float, "date": lambda day: re.fullmatch(r"\d{4}-\d\d-\d\d", day)[0]}
    seen = set()
    for file in ("nodes.csv", "relationships.csv"):
        for row in table(written("dispute", "csv") / file):
            for column, cell in row.items():
                kind = column.rpartition(":")[2]
                if cell and kind in readers:
                    readers[kind](cell)
                    seen.add(column)
    assert {"latitude:double", "mentions:long", "earliest:date", "value:double", "articles:long"} <= seen


# ─── Cypher ──────────────────────────────────────────────────────────────────────────────────────────────


def cypher_statements(path: Path) -> Iterator[str]:
    """The statements of a script, cut where a line ends in a semicolon: strings have no line ends."""
    yield from (part for part in path.read_text("utf-8").split(";\n") if part.strip())


def cypher_strings(script: str) -> list[str]:
    """What the double-quoted literals of a script mean: their syntax is that of JSON."""
    joined = script.replace('" + "', "")
    return [json.loads(found) for found in re.findall(r'"(?:[^"\\]|\\.)*"', joined)]


KEYWORDS = set(
    re.findall(
        r"\w+",
        "CREATE CONSTRAINT newskg_iri IF NOT EXISTS FOR REQUIRE IS UNIQUE UNWIND AS row MERGE SET MATCH "
        "n a b r iri properties source target Resource date",
    )
)


@pytest.mark.parametrize("name", EXAMPLES)
def test_words_stand_in_string_literals_and_nowhere_else(name: str) -> None:
    script = written(name, "cypher").read_text("utf-8")
    strings = cypher_strings(script)
    assert set(literals(name, "schema:name").values()) <= set(strings)
    bare = re.sub(r'"(?:[^"\\]|\\.)*"', '""', script.replace('" + "', ""))
    words = set(re.findall(r"[A-Za-z_]\w*", bare))
    own = {iri.rpartition("#")[2].rpartition("/")[2] for iri in terms()}
    columns = {*NODE_COLUMNS, *EDGE_COLUMNS}
    assert words <= own | {relationship_type(x) for x in own} | KEYWORDS | columns
    assert not re.search("[`'$\\\\]", bare)


@given(st.one_of(st.text(st.characters(exclude_categories=["Cs"]), max_size=30), st.sampled_from(PAYLOADS)))
def test_a_literal_means_its_text(text: str) -> None:
    written_text = literal(text)
    assert "".join(json.loads(part) for part in re.findall(r'"(?:[^"\\]|\\.)*"', written_text)) == text
    assert "\n" not in written_text


@given(st.text("\\u0027\"'abc", max_size=12))
def test_a_reader_that_resolves_unicode_escapes_first_reads_the_same_text(text: str) -> None:
    early = re.sub(r"\\u([0-9a-f]{4})", lambda found: chr(int(found[1], 16)), literal(text))
    assert early == literal(text)


@pytest.mark.parametrize("name", EXAMPLES)
def test_a_database_that_speaks_cypher_runs_the_script(name: str) -> None:
    kglite = pytest.importorskip("kglite")
    database = kglite.KnowledgeGraph()
    script = [found for found in cypher_statements(written(name, "cypher")) if "CONSTRAINT" not in found]
    for statement in [*script, *script]:
        database.cypher(statement)
    assert database.cypher("MATCH (n) RETURN count(n) AS c")[0]["c"] == len(read_network(name, "graphml"))
    rows = database.cypher("MATCH (n:Resource) RETURN n.iri AS iri, n.name AS name")
    names = literals(name, "schema:name")
    assert {row["iri"]: row["name"] for row in rows if row["iri"] in names} == names
    facts = asserted_facts(name)
    for relation in {relation for _, relation, _ in facts}:
        asked = f"MATCH (a)-[r:{relationship_type(relation)}]->(b) RETURN a.iri AS a, b.iri AS b"
        found = [(row["a"], relation, row["b"]) for row in database.cypher(asked)]
        assert sorted(found) == sorted(fact for fact in facts if fact[1] == relation)
