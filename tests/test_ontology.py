"""The ontology folder: files that agree with each other, an example that is true, questions that answer."""

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

from kg.query import NamedQuery, named_queries, named_query, resolve_settings, run_query
from kg.query.run import bind
from kg.store import load, load_store
from kg.vocabulary import KG, NAMESPACES, OWL, RDF, ontology_dir, prefixes, terms

FOLDER = ontology_dir()
EXAMPLE = FOLDER / "examples" / "protests.ttl"
TERM_IN_QUERY = re.compile(rf"(?<![\w/:?-])({'|'.join(NAMESPACES)}):([A-Za-z]\w*)")


@cache
def example() -> ox.Store:
    return load_store(EXAMPLE)


@cache
def example_in_rdflib() -> rdflib.Graph:
    return load(EXAMPLE)


def cases() -> list[tuple[NamedQuery, bool]]:
    """Each question for all nodes, and if it has parameters for those of the example."""
    return [(query, filled) for query in named_queries() for filled in (False, bool(query.parameters))]


def prepared(query: NamedQuery, *, filled: bool) -> str:
    settings = [f"{p.name}={p.example}" for p in query.parameters] if filled else []
    return bind(query.text, resolve_settings(example(), query, settings))


def rows_in_rdflib(text: str) -> list[tuple[str | None, ...]]:
    rows = example_in_rdflib().query(text)
    return [tuple(None if term is None else str(term) for term in row) for row in rows]  # type: ignore[union-attr]


def rows_in_pyoxigraph(text: str) -> list[tuple[str | None, ...]]:
    rows = example().query(text)
    assert isinstance(rows, ox.QuerySolutions)
    return [tuple(None if term is None else term.value for term in row) for row in rows]  # type: ignore[union-attr]


@pytest.mark.parametrize(("query", "filled"), cases(), ids=lambda case: getattr(case, "name", str(case)))
def test_both_engines_answer_the_same_rows_in_the_same_order(query: NamedQuery, filled: bool) -> None:
    text = prepared(query, filled=filled)
    assert rows_in_rdflib(text) == rows_in_pyoxigraph(text)


@pytest.mark.parametrize("query", named_queries(), ids=lambda query: query.name)
def test_every_question_has_an_answer_in_the_example(query: NamedQuery) -> None:
    everything = rows_in_pyoxigraph(prepared(query, filled=False))
    chosen = rows_in_pyoxigraph(prepared(query, filled=bool(query.parameters)))
    assert everything
    assert chosen
    if query.name != "cq18":  # its parameter is a bound, which the example sets wider
        assert set(chosen) <= set(everything)


@pytest.mark.parametrize("query", named_queries(), ids=lambda query: query.name)
def test_no_answer_comes_twice_and_a_file_answers_as_it_stands(query: NamedQuery) -> None:
    text = prepared(query, filled=False)
    rows = rows_in_pyoxigraph(text)
    assert len(set(rows)) == len(rows)
    by_us = run_query(example(), query.text).rows
    assert [tuple(None if v is None else str(v) for v in row) for row in by_us] == rows
    # with the slots open, and no prefix bound from outside, as another store would run it
    assert rows_in_pyoxigraph(query.text) == rows


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


def test_sentences_behind_a_figure_can_be_asked_for() -> None:
    rows = run_query(
        example(),
        """SELECT ?who ?sentence WHERE {
          ?claim kg:quantity ?q ; kg:speaker/schema:name ?who ; kg:evidence/nif:anchorOf ?sentence .
          ?q kg:measure kg:Deaths ; schema:value 1500 } ORDER BY ?who ?sentence""",
    ).rows
    assert len(rows) >= 4
    assert all("1,500" in str(sentence) or "confirmed" in str(sentence) for _, sentence in rows)


def test_the_example_is_built_from_its_source_and_quotes_the_articles() -> None:
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
    for name in ("shapes-core.ttl", "examples/protests.ttl"):
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


def test_context_knows_every_property_and_reads_back_the_example() -> None:
    context = json.loads((FOLDER / "context.jsonld").read_text(encoding="utf-8"))["@context"]
    assert {prefix: context[prefix] for prefix in prefixes()} == prefixes()
    defined = {entry["@id"] for entry in context.values() if isinstance(entry, dict)}
    kinds = {OWL + "ObjectProperty", OWL + "DatatypeProperty", RDF + "Property"}
    properties = {iri for iri, known in terms().items() if kinds & set(known.kinds)} - {RDF + "type"}
    expanded = {NAMESPACES[name.partition(":")[0]] + name.partition(":")[2] for name in defined}
    assert expanded == properties
    written = example_in_rdflib().serialize(format="json-ld", context=context, auto_compact=False)
    back = rdflib.Graph().parse(data=written, format="json-ld")
    assert set(back) == set(example_in_rdflib())


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
