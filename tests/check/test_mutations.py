"""Each way to spoil a graph is caught, and the finding names the spoilt node."""

from __future__ import annotations

from collections.abc import Callable

import pyoxigraph as ox
import pytest

from kg.check import Finding, validate
from kg.check.core import check_shapes
from kg.check.cross import check_rules, rules, with_vocabulary
from kg.store import load_store
from kg.vocabulary import fact_properties, ontology_dir, role_properties, term
from tests.check.spoiling import (
    EX,
    Node,
    added,
    drop,
    first,
    iri,
    lost,
    of_class,
    put,
    renamed,
    replaced,
    swap,
    typed,
    value,
)
from tests.check.verdicts import MUTATIONS_OF_VERDICTS

MEK = Node(f"{EX}entity/peoples-mojahedin-organization-of-iran")
RAJAVI = Node(f"{EX}entity/maryam-rajavi")
UPRISING = Node(f"{EX}event/november-2019-uprising")


def asserted(graph: ox.Store, *, yes: bool = True) -> Node:
    return first(graph, "asserted", typed("true" if yes else "false", "boolean"))


def triple_of(graph: ox.Store, statement: Node) -> ox.Quad:
    return ox.Quad(*(value(graph, statement, f"rdf:{part}") for part in ("subject", "predicate", "object")))


def empty_segment(graph: ox.Store) -> Node:
    node = of_class(graph, "nif:Sentence")
    return swap(graph, node, "nif:endIndex", value(graph, node, "nif:beginIndex"))


def plain_triple_gone(graph: ox.Store) -> Node:
    statement = asserted(graph)
    graph.remove(triple_of(graph, statement))
    return statement


def claimed_but_plain(graph: ox.Store) -> Node:
    statement = asserted(graph, yes=False)
    graph.add(triple_of(graph, statement))
    return statement


def statement_gone(graph: ox.Store) -> Node:
    statement = asserted(graph)
    subject = triple_of(graph, statement).subject
    drop(graph, statement, None)
    return subject  # type: ignore[return-value]


def quotation_gone(graph: ox.Store) -> Node:
    claim = first(graph, "quoteType", iri("Direct"))
    drop(graph, claim, "quotedText")
    return claim


def speaker_without_iri(graph: ox.Store) -> Node:
    return swap(graph, of_class(graph, "Claim"), "speaker", ox.BlankNode("someone"))


def corroborates_itself(graph: ox.Store) -> Node:
    claim = first(graph, "corroborates")
    return swap(graph, claim, "speaker", value(graph, value(graph, claim, "corroborates"), "speaker"))


def same_claim_of_another(graph: ox.Store) -> Node:
    return swap(graph, first(graph, "sameClaimAs"), "speaker", UPRISING)


def evidence_in_another_article(graph: ox.Store) -> Node:
    claim = of_class(graph, "Claim")
    home = value(graph, claim, "schema:appearance")
    segments = graph.quads_for_pattern(None, iri("nif:referenceContext"), None)
    other = min(
        q.subject.value
        for q in segments
        if q.object != home and ox.Quad(q.subject, iri("rdf:type"), iri("nif:Sentence")) in graph
    )
    put(graph, claim, "evidence", Node(other))
    return claim


def evidence_is_a_paragraph(graph: ox.Store) -> Node:
    claim = of_class(graph, "Claim")
    drop(graph, None, "nif:superString")
    for quad in list(graph.quads_for_pattern(value(graph, claim, "evidence"), iri("rdf:type"), None)):
        graph.remove(quad)
    put(graph, value(graph, claim, "evidence"), "rdf:type", iri("nif:Paragraph"))
    return claim


def second_statement(graph: ox.Store) -> Node:
    statement = asserted(graph)
    twin = Node(f"{EX}statement/ffffffffffffffff")
    for quad in list(graph.quads_for_pattern(statement, None, None)):
        graph.add(ox.Quad(twin, quad.predicate, quad.object))
    return twin


def member_gone(graph: ox.Store) -> Node:
    for quad in list(graph.quads_for_pattern(RAJAVI, iri("memberOf"), None)):
        graph.remove(quad)
    statements = graph.quads_for_pattern(None, iri("rdf:predicate"), iri("memberOf"))
    for statement in [quad.subject for quad in statements]:
        drop(graph, statement, None)  # type: ignore[arg-type]
    return RAJAVI


def related_to_itself(graph: ox.Store) -> Node:
    statement = first(graph, "rdf:predicate", iri("partOf"))
    graph.remove(triple_of(graph, statement))
    subject = value(graph, statement, "rdf:subject")
    swap(graph, statement, "rdf:object", subject)
    put(graph, subject, "partOf", subject)
    return subject


def cause_of_itself(graph: ox.Store) -> Node:
    part = first(graph, "subEventOf")
    put(graph, value(graph, part, "subEventOf"), "subEventOf", part)
    return part


def dangling(predicate: str, kind: str) -> Callable[[ox.Store], Node]:
    return added(kind, predicate, Node(f"{EX}entity/nobody-at-all"))


def merged_but_described(graph: ox.Store) -> Node:
    put(graph, MEK, "replacedBy", RAJAVI)
    return MEK


def merged_but_used(graph: ox.Store) -> Node:
    old = Node(f"{EX}entity/old-name")
    put(graph, old, "replacedBy", MEK)
    claim = of_class(graph, "Claim")
    put(graph, claim, "about", old)
    return claim


def words_changed(graph: ox.Store) -> Node:
    sentence = first(graph, "nif:superString")
    words = value(graph, sentence, "nif:anchorOf").value
    return swap(graph, sentence, "nif:anchorOf", ox.Literal("#" + words[1:]))


def words_longer(graph: ox.Store) -> Node:
    sentence = of_class(graph, "nif:Sentence")
    words = value(graph, sentence, "nif:anchorOf").value
    return swap(graph, sentence, "nif:anchorOf", ox.Literal(words + "!"))


def hash_changed(graph: ox.Store) -> Node:
    article = of_class(graph, "schema:NewsArticle")
    swap(graph, article, "textSha256", ox.Literal("0" * 64))
    return first(graph, "nif:referenceContext", article)


def unnamed_travels(graph: ox.Store) -> Node:
    unnamed = of_class(graph, "AnonymousSource")
    home = value(graph, unnamed, "mentionedIn")
    articles = graph.quads_for_pattern(None, iri("rdf:type"), iri("schema:NewsArticle"))
    put(graph, min((q.subject for q in articles if q.subject != home), key=str), "schema:mentions", unnamed)  # type: ignore[arg-type]
    return unnamed


def narrator_with_cue(graph: ox.Store) -> Node:
    claim = of_class(graph, "NarratorClaim")
    put(graph, claim, "cue", ox.Literal("said"))
    return claim


def mention_of_nothing(graph: ox.Store) -> Node:
    sentence = of_class(graph, "nif:Sentence")
    put(graph, sentence, "rdf:type", iri("nif:Phrase"))
    return sentence


SHA = ox.Literal("not a hash")
MUTATIONS: list[tuple[str, str, Callable[[ox.Store], Node]]] = [
    # the thirteen of the design
    ("claim without evidence", "Claim", lost("Claim", "evidence")),
    ("two speakers", "Claim", added("Claim", "speaker", RAJAVI)),
    ("empty segment", "Segment", empty_segment),
    ("asserted without triple", "asserted-without-triple", plain_triple_gone),
    ("confidence above 1", "Statement", replaced("rdf:Statement", "confidence", typed("1.2", "decimal"))),
    (
        "month as date",
        "Event",
        replaced("Event", "sem:hasEarliestBeginTimeStamp", typed("2019-11", "gYearMonth")),
    ),
    ("direct quote without words", "Quoted", quotation_gone),
    ("modifier out of nowhere", "Quantity", replaced("Quantity", "modifier", Node(term("modifier") + "X"))),
    ("speaker is a blank node", "Claim", speaker_without_iri),
    ("claimed and plain", "claimed-with-triple", claimed_but_plain),
    ("self-corroboration", "self-corroboration", corroborates_itself),
    (
        "name with a language",
        "Entity",
        replaced("schema:Person", "schema:name", ox.Literal("X", language="en")),
    ),
    ("fact without statement", "triple-without-statement", statement_gone),
    # entities
    ("no name", "Entity", lost("schema:Organization", "schema:name")),
    ("no label", "Entity", lost("schema:Place", "rdfs:label")),
    ("no mention count", "Entity", lost("schema:Person", "mentionCount")),
    ("negative count", "Entity", replaced("schema:Person", "mentionCount", typed("-1", "integer"))),
    ("homeless source", "LocalEntity", lost("AnonymousSource", "mentionedIn")),
    ("source in two articles", "unnamed-in-two-articles", unnamed_travels),
    ("IRI with a capital", "Entity", renamed("schema:Person", "entity/Ali")),
    ("person in event folder", "Entity", renamed("schema:Person", "event/ali")),
    ("merged but described", "merged-but-described", merged_but_described),
    ("merged but used", "merged-but-used", merged_but_used),
    # articles and segments
    ("no hash", "Article", lost("schema:NewsArticle", "textSha256")),
    ("bad hash", "Article", replaced("schema:NewsArticle", "textSha256", SHA)),
    ("no file", "Article", lost("schema:NewsArticle", "sourceFile")),
    ("no language", "Article", lost("schema:NewsArticle", "schema:inLanguage")),
    ("article of 8 digits", "Article", renamed("schema:NewsArticle", "article/fuel-prices-45378e32")),
    (
        "published at an hour",
        "Article",
        replaced("schema:NewsArticle", "schema:datePublished", typed("2019-11-15T00:00:00Z", "dateTime")),
    ),
    ("segment without article", "Segment", lost("nif:Sentence", "nif:referenceContext")),
    ("segment of no words", "Segment", replaced("nif:Paragraph", "nif:anchorOf", ox.Literal(""))),
    ("words longer than offsets", "wrong-length", words_longer),
    ("sentence not in paragraph", "sentence-outside-paragraph", words_changed),
    ("segment of another text", "segment-iri", hash_changed),
    ("mention of nothing", "Mention", mention_of_nothing),
    # statements
    ("no evidence", "Statement", lost("rdf:Statement", "evidence")),
    ("evidence that dangles", "Statement", replaced("rdf:Statement", "evidence", Node(f"{EX}segment/x"))),
    ("no asserted", "Statement", lost("rdf:Statement", "asserted")),
    ("two objects", "Statement", added("rdf:Statement", "rdf:object", ox.Literal("x"))),
    ("status out of nowhere", "Statement", replaced("rdf:Statement", "temporalStatus", iri("Say"))),
    ("two statements", "two-statements-of-one-fact", second_statement),
    (
        "predicate that is no fact",
        "statement-of-no-fact",
        replaced("rdf:Statement", "rdf:predicate", iri("about")),
    ),
    ("leader but no member", "leader-without-membership", member_gone),
    ("part of itself", "fact-about-itself", related_to_itself),
    # events
    ("no status", "Event", lost("Event", "eventStatus")),
    ("one bound", "one-bound-only", lost("Event", "sem:hasLatestEndTimeStamp")),
    (
        "ends before it begins",
        "Event",
        replaced("Event", "sem:hasLatestEndTimeStamp", typed("1900-01-01", "date")),
    ),
    ("no EDTF", "Event", replaced("Event", "edtf", ox.Literal("last week"))),
    ("place is a person", "Event", replaced("Event", "sem:hasPlace", RAJAVI)),
    ("event within itself", "part-of-itself", cause_of_itself),
    # claims
    ("no text", "Claim", lost("Claim", "schema:text")),
    ("attributed without cue", "AttributedOrNarrated", lost("Claim", "cue")),
    ("narrator with cue", "AttributedOrNarrated", narrator_with_cue),
    ("cue type of another list", "Claim", replaced("Claim", "cueType", iri("Exactly"))),
    ("about no event", "Claim", replaced("Claim", "aboutEvent", RAJAVI)),
    ("evidence elsewhere", "evidence-elsewhere", evidence_in_another_article),
    ("evidence is a paragraph", "Claim", evidence_is_a_paragraph),
    ("same claim of another", "same-claim-of-others", same_claim_of_another),
    # quantities
    ("no measure", "Quantity", lost("Quantity", "measure")),
    ("words for a number", "Quantity", replaced("Quantity", "schema:value", ox.Literal("many"))),
    ("no text of a quantity", "Quantity", lost("Quantity", "quantityText")),
    # whatever
    ("dangling in a claim", "dangling-node", dangling("about", "Claim")),
    ("dangling place", "dangling-node", dangling("sem:hasPlace", "Event")),
    ("dangling author", "dangling-node", dangling("schema:author", "schema:NewsArticle")),
    ("unknown class", "dangling-node", added("Event", "rdf:type", Node(term("Event") + "ful"))),
    (
        "unknown property",
        "unknown-term",
        lambda g: (put(g, MEK, Node(term("memberOf") + "f"), RAJAVI), MEK)[1],
    ),
    ("double", "foreign-datatype", added("Claim", "quotedText", typed("1.0E0", "double"))),
    (
        "schema.org with http",
        "old-schema-org",
        lambda g: (put(g, MEK, Node("http://schema.org/name"), ox.Literal("x")), MEK)[1],
    ),
    ("blank node", "blank-node", lambda g: (put(g, MEK, "opposes", ox.BlankNode()), MEK)[1]),
]


def found_by(rule: str, graph: ox.Store) -> list[Finding]:
    """What the half of the checks to which a rule belongs finds."""
    check = check_rules if rule in {path.stem for path in rules()} else check_shapes
    return list(check(with_vocabulary(graph)))


def test_the_examples_conform(example: ox.Store, dispute: ox.Store) -> None:
    assert validate(example) == []
    assert validate(dispute) == []


@pytest.mark.parametrize(("rule", "mutate"), [m[1:] for m in MUTATIONS], ids=[m[0] for m in MUTATIONS])
def test_mutation_is_caught_and_named(graph: ox.Store, rule: str, mutate: Callable[[ox.Store], Node]) -> None:
    assert_caught(graph, rule, mutate)


@pytest.mark.parametrize(
    ("rule", "mutate"), [m[1:] for m in MUTATIONS_OF_VERDICTS], ids=[m[0] for m in MUTATIONS_OF_VERDICTS]
)
def test_mutation_of_a_dispute_is_caught_and_named(
    dispute_graph: ox.Store, rule: str, mutate: Callable[[ox.Store], Node]
) -> None:
    assert_caught(dispute_graph, rule, mutate)


def assert_caught(graph: ox.Store, rule: str, mutate: Callable[[ox.Store], Node]) -> None:
    node = mutate(graph)
    caught = [finding for finding in found_by(rule, graph) if finding.rule == rule]
    assert node.value in [finding.node for finding in caught]
    assert all(finding.message and str(finding).startswith(finding.node) for finding in caught)


def test_every_rule_and_shape_is_tested_by_a_mutation() -> None:
    tested = {rule for _, rule, _ in MUTATIONS + MUTATIONS_OF_VERDICTS}
    assert {path.stem for path in rules()} <= tested
    shapes = load_store(ontology_dir() / "shapes-core.ttl")
    kind = Node("http://www.w3.org/ns/shacl#NodeShape")
    found = {
        q.subject.value.rpartition("#")[2] for q in shapes.quads_for_pattern(None, iri("rdf:type"), kind)
    }
    assert found - tested <= {"FinerOrganization", "FinerPlace", "Sentence"}


@pytest.mark.parametrize("name", [*fact_properties(), *role_properties()])
def test_every_fact_and_role_needs_a_statement(graph: ox.Store, name: str) -> None:
    about = ox.Literal("lawyer") if name == "position" else RAJAVI
    put(graph, MEK, name, about)
    rule = "triple-without-statement"
    caught = [f for f in found_by(rule, graph) if f.rule == rule and f.path == term(name)]
    assert [f.node for f in caught] == [MEK.value]


@pytest.mark.parametrize(
    ("kind", "general", "rule"),
    [
        ("schema:NewsMediaOrganization", "schema:Organization", "FinerOrganization"),
        ("schema:Country", "schema:Place", "FinerPlace"),
        ("schema:City", "schema:Place", "FinerPlace"),
        ("Protest", "Event", "Event"),
    ],
)
def test_the_general_class_stands_beside_the_finer_one(
    graph: ox.Store, kind: str, general: str, rule: str
) -> None:
    node = of_class(graph, kind)
    graph.remove(ox.Quad(node, iri("rdf:type"), iri(general)))
    assert (node.value, rule) in [(f.node, f.rule) for f in found_by(rule, graph)]


def test_a_sentence_stands_in_one_paragraph(graph: ox.Store) -> None:
    sentence = first(graph, "nif:superString")
    put(graph, sentence, "nif:superString", UPRISING)
    assert (sentence.value, "Sentence") in [(f.node, f.rule) for f in found_by("Sentence", graph)]
