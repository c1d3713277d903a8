"""The ontology folder: files that agree with each other, examples that are true, questions that answer."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from functools import cache
from pathlib import Path

import pyoxigraph as ox
import pytest
import rdflib

from kg.check.anchors import check_anchors
from kg.query import NamedQuery, named_queries, named_query, resolve_settings, run_query
from kg.query.run import bind
from kg.store import load, load_store
from kg.vocabulary import KG, NAMESPACES, OWL, RDF, ontology_dir, prefixes, terms, values

FOLDER = ontology_dir()
EXAMPLES = ("protests", "dispute")
TERM_IN_QUERY = re.compile(rf"(?<![\w/:?-])({'|'.join(NAMESPACES)}):([A-Za-z]\w*)")


@cache
def example(name: str = "protests") -> ox.Store:
    return load_store(FOLDER / "examples" / f"{name}.ttl")


@cache
def example_in_rdflib(name: str = "protests") -> rdflib.Graph:
    return load(FOLDER / "examples" / f"{name}.ttl")


def cases() -> list[tuple[NamedQuery, str, bool]]:
    """Each question for all nodes of an example, and if it has parameters for those that it names itself."""
    asked = [(query, name, False) for query in named_queries() for name in EXAMPLES]
    return asked + [(query, "protests", True) for query in named_queries() if query.parameters]


def prepared(query: NamedQuery, *, filled: bool) -> str:
    settings = [f"{p.name}={p.example}" for p in query.parameters] if filled else []
    return bind(query.text, resolve_settings(example(), query, settings))


def rows_in_rdflib(text: str, name: str = "protests") -> list[tuple[str | None, ...]]:
    rows = example_in_rdflib(name).query(text)
    return [tuple(None if term is None else str(term) for term in row) for row in rows]  # type: ignore[union-attr]


def rows_in_pyoxigraph(text: str, name: str = "protests") -> list[tuple[str | None, ...]]:
    rows = example(name).query(text)
    assert isinstance(rows, ox.QuerySolutions)
    return [tuple(None if term is None else term.value for term in row) for row in rows]  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("query", "name", "filled"), cases(), ids=lambda case: getattr(case, "name", str(case))
)
def test_both_engines_answer_the_same_rows_in_the_same_order(
    query: NamedQuery, name: str, filled: bool
) -> None:
    text = prepared(query, filled=filled)
    assert rows_in_rdflib(text, name) == rows_in_pyoxigraph(text, name)


@pytest.mark.parametrize("query", named_queries(), ids=lambda query: query.name)
def test_every_question_has_an_answer_in_the_examples(query: NamedQuery) -> None:
    everything = rows_in_pyoxigraph(prepared(query, filled=False))
    chosen = rows_in_pyoxigraph(prepared(query, filled=bool(query.parameters)))
    assert everything
    assert chosen
    assert rows_in_pyoxigraph(query.text, "dispute")
    if query.name != "cq18":  # its parameter is a bound, which the example sets wider
        assert set(chosen) <= set(everything)


@pytest.mark.parametrize("query", named_queries(), ids=lambda query: query.name)
@pytest.mark.parametrize("name", EXAMPLES)
def test_no_answer_comes_twice_and_a_file_answers_as_it_stands(query: NamedQuery, name: str) -> None:
    text = prepared(query, filled=False)
    rows = rows_in_pyoxigraph(text, name)
    assert len(set(rows)) == len(rows)
    by_us = run_query(example(name), query.text).rows
    assert [tuple(None if v is None else str(v) for v in row) for row in by_us] == rows
    # with the slots open, and no prefix bound from outside, as another store would run it
    assert rows_in_pyoxigraph(query.text, name) == rows


def test_conflicting_tolls_are_found() -> None:
    query = named_query("cq07")
    settings = resolve_settings(example(), query, ["event=killing of protesters, November 2019"])
    rows = run_query(example(), query.text, parameters=settings).rows
    pairs = {(row[2], row[3], row[5], row[6]) for row in rows}
    amnesty, mek = "Amnesty International", "People's Mojahedin Organization of Iran"
    assert (amnesty, "304 men, women and children", mek, "more than 1,500 protesters") in pairs
    assert (amnesty, "304 men, women and children", "Reuters", "About 1,500 people") in pairs
    assert not [pair for pair in pairs if pair[0] == pair[2] == mek]
    assert not [pair for pair in pairs if "at least 143" in str(pair[1])], (
        "a lower bound contradicts nothing above"
    )


def asked(query: str, **parameters: str) -> list[tuple[str, ...]]:
    """Rows about the dispute, empty strings for what is not bound."""
    wanted = named_query(query)
    found = resolve_settings(example("dispute"), wanted, [f"{k}={v}" for k, v in parameters.items()])
    rows = run_query(example("dispute"), wanted.text, parameters=found).rows
    return [tuple("" if value is None else str(value) for value in row) for row in rows]


COLLAPSE = "collapse of the Cerro Pardo dam"


def test_a_count_of_a_part_contradicts_no_count_of_the_whole() -> None:
    pairs = {(row[2], row[3], row[5], row[6]) for row in asked("cq07")}
    assert ("Tomás Arteaga", "23 people", "Farolito Rights Group", "41 people") in pairs
    # more dead in one cold room than in all is a contradiction; fewer in one hospital than in all is none
    assert ("Tomás Arteaga", "23 people", "A nurse at San Gabriel Hospital", "more than 30 bodies") in pairs
    assert not [
        pair for pair in pairs if pair[1] in ("14 people", "14 deaths", "Two soldiers", "Nine of them")
    ]
    # both count one city on one day
    assert ("Rubén Toral", "34 people", "Paola Vega", "at least 50 people") in pairs


def test_a_count_that_went_on_does_not_contradict_itself() -> None:
    pairs = {(row[3], row[6]) for row in asked("cq07")}
    assert not pairs & {("23 people", "29"), ("About 90 people", "112")}
    assert ("About 90 people", "208") in pairs, "nobody says that this is an update"


def test_the_lowest_and_highest_figure_leave_out_parts_and_reach_to_the_ends_of_ranges() -> None:
    found = {row[1]: row[2:4] for row in asked("cq22", event=COLLAPSE)}
    assert found == {"Deaths": ("17", "45"), "Displaced": ("1400", "1400"), "Injuries": ("90", "225")}


def test_a_toll_is_told_with_its_scope() -> None:
    scopes = {(row[1], row[5]): row[7] for row in asked("cq04", event=COLLAPSE)}
    assert scopes["Elena Paredes", "14 people"] == "in the hospital or on the way to it"
    assert scopes["Tomás Arteaga", "23 people"] == ""


def test_a_verdict_is_told_with_its_reason_and_every_contradiction_once() -> None:
    rows = asked("cq06")
    assert {row[2] for row in rows} == set(values("Verdict"))
    assert all(row[5] for row in rows)
    assert len({frozenset((row[1], row[4], row[0], row[3])) for row in rows}) == len(rows)
    without = run_query(example(), named_query("cq06").text).rows
    assert {str(row[2]) for row in without} == {"Contradicts"}
    assert {row[5] for row in without} == {None}


def test_the_dispute_is_rich_enough_to_build_and_test_a_page_on() -> None:
    def count(pattern: str) -> int:
        rows = run_query(example("dispute"), f"SELECT (COUNT(DISTINCT ?x) AS ?n) WHERE {{ {pattern} }}").rows
        return int(str(rows[0][0]))

    assert count("?a schema:publisher ?x") == 6
    assert count("?a schema:datePublished ?x") >= 6
    assert count("?x schema:latitude ?n ; schema:longitude ?e") >= 5
    assert count("?event sem:hasPlace ?x . ?x schema:latitude ?n") >= 5
    assert count("?p kg:subEventOf ?w ; sem:hasEarliestBeginTimeStamp ?x") >= 3
    assert count("?c kg:polarity kg:Negated ; kg:quantity ?x") >= 2
    assert count("?c kg:citesSource ?x") >= 2
    assert count("?q kg:modifier ?x") >= 6
    assert count("?q kg:scope ?w . ?c kg:quantity ?q ; kg:speaker ?x") >= 4
    assert count("?x a kg:Event ; kg:eventStatus kg:Planned") >= 2
    for measure in ("Deaths", "Injuries", "Arrests"):
        speakers = f"?q kg:measure kg:{measure} . ?c kg:quantity ?q ; kg:speaker ?x"
        assert count(speakers) >= 4
        assert count(f"?x kg:verdict kg:Contradicts ; kg:comparedFigure/kg:measure kg:{measure}") >= 1


def test_sentences_behind_a_figure_can_be_asked_for() -> None:
    rows = run_query(
        example(),
        """SELECT ?who ?sentence WHERE {
          ?claim kg:quantity ?q ; kg:speaker/schema:name ?who ; kg:evidence/nif:anchorOf ?sentence .
          ?q kg:measure kg:Deaths ; schema:value 1500 } ORDER BY ?who ?sentence""",
    ).rows
    assert len(rows) >= 4
    assert all("1,500" in str(sentence) or "confirmed" in str(sentence) for _, sentence in rows)


def test_every_segment_of_the_dispute_stands_in_its_article() -> None:
    texts = {path.name: path.read_bytes().decode() for path in (FOLDER / "examples" / "dispute").iterdir()}
    assert len(texts) == 7
    assert check_anchors(example("dispute"), texts) == []


def test_the_examples_are_built_from_their_sources_and_quote_the_articles() -> None:
    builder = FOLDER / "examples" / "build.py"
    done = subprocess.run(
        [sys.executable, "-B", str(builder), "--check"],
        capture_output=True,
        text=True,
        check=False,
        cwd=FOLDER.parent,
        env={"PYTHONPATH": str(FOLDER.parent)},
    )
    assert done.returncode == 0, done.stderr


def test_terms_in_files_are_in_the_vocabulary() -> None:
    for path in [*(FOLDER / "queries").glob("*.rq"), *(FOLDER / "rules").glob("*.rq")]:
        for prefix, local in TERM_IN_QUERY.findall(path.read_text(encoding="utf-8")):
            iri = NAMESPACES[prefix] + local
            # xsd: datatypes; rdf and rdfs: rules look at the vocabulary file as well
            assert iri in terms() or prefix in ("xsd", "rdf", "rdfs"), f"{path.name}: {prefix}:{local}"
    for name in ("shapes-core.ttl", "examples/protests.ttl", "examples/dispute.ttl"):
        for quad in load_store(FOLDER / name):
            for node in (quad.subject, quad.predicate, quad.object):
                if isinstance(node, ox.NamedNode) and node.value.startswith((KG, NAMESPACES["schema"])):
                    assert node.value in terms(), f"{name}: {node.value}"


def test_no_file_writes_schema_org_with_http() -> None:
    for path in FOLDER.rglob("*"):
        if path.suffix in (".ttl", ".rq", ".jsonld") and path.stem != "old-schema-org":
            assert "http://schema.org" not in path.read_text(encoding="utf-8"), path.name


def test_vocabulary_has_a_header_and_no_blank_nodes() -> None:
    store = load_store(FOLDER / "kg.ttl")
    assert not [q for q in store if isinstance(q.subject, ox.BlankNode) or isinstance(q.object, ox.BlankNode)]
    ontology = ox.NamedNode(KG.rstrip("#"))
    given = {quad.predicate.value for quad in store.quads_for_pattern(ontology, None, None)}
    for name in ("versionInfo", "versionIRI"):
        assert OWL + name in given
    for name in ("title", "description", "license", "creator", "created"):
        assert f"http://purl.org/dc/terms/{name}" in given


def test_versions_agree() -> None:
    store = load_store(FOLDER / "kg.ttl")
    version = ox.NamedNode(OWL + "versionInfo")
    found = [quad.object.value for quad in store.quads_for_pattern(None, version, None)]  # type: ignore[union-attr]
    changes = (FOLDER / "CHANGELOG.md").read_text(encoding="utf-8")
    latest = re.search(r"^## (\d+\.\d+\.\d+)", changes, re.MULTILINE)
    assert latest is not None
    assert found == [latest[1]]


def test_each_term_is_one_block_of_one_statement_a_line() -> None:
    text = (FOLDER / "kg.ttl").read_text(encoding="utf-8")
    blocks = re.findall(r"^([a-z]+:\w+)\n((?:    .*\n?)+)", text, re.MULTILINE)
    assert len(blocks) == len({name for name, _ in blocks}) == len(terms())
    assert all(body.rstrip().endswith(".") for _, body in blocks)


@pytest.mark.parametrize("name", EXAMPLES)
def test_context_knows_every_property_and_reads_back_an_example(name: str) -> None:
    context = json.loads((FOLDER / "context.jsonld").read_text(encoding="utf-8"))["@context"]
    assert {prefix: context[prefix] for prefix in prefixes()} == prefixes()
    defined = {entry["@id"] for entry in context.values() if isinstance(entry, dict)}
    kinds = {OWL + "ObjectProperty", OWL + "DatatypeProperty", RDF + "Property"}
    properties = {iri for iri, known in terms().items() if kinds & set(known.kinds)} - {RDF + "type"}
    expanded = {NAMESPACES[name.partition(":")[0]] + name.partition(":")[2] for name in defined}
    assert expanded == properties
    graph = example_in_rdflib(name)
    written = graph.serialize(format="json-ld", context=context, auto_compact=False)
    back = rdflib.Graph().parse(data=written, format="json-ld")
    assert set(back) == set(graph)


def test_readme_lists_every_question_rule_and_file() -> None:
    readme = (FOLDER / "README.md").read_text(encoding="utf-8")
    for query in named_queries():
        assert f"| [{query.name}](queries/{query.name}.rq) | {query.question} |" in readme
        for parameter in query.parameters:
            assert f"`{parameter.name}`" in readme
    for rule in (FOLDER / "rules").glob("*.rq"):
        assert f"`{rule.stem}`" in readme
    for link in re.findall(r"\]\(([^)#:]+)\)", readme):
        assert (FOLDER / link).exists(), link


@pytest.mark.parametrize("query", named_queries(), ids=lambda query: query.name)
def test_a_question_says_what_it_asks_for_whom_and_its_parameters(query: NamedQuery) -> None:
    assert query.question.endswith("?") or query.question.endswith("?)") or query.question.endswith(".)")
    assert query.audience in ("journalist", "OSINT", "human rights")
    slots = re.findall(r"VALUES \?(\w+) \{ UNDEF \}", query.text)
    assert sorted(set(slots)) == sorted(p.name for p in query.parameters)
    assert all(parameter.example for parameter in query.parameters)
    assert Path(FOLDER / "queries" / f"{query.name}.rq").read_text(encoding="utf-8") == query.text
