"""``--set``: which node is meant."""

from __future__ import annotations

import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import QueryError
from kg.query import NamedQuery, Parameter, read_query, resolve_settings
from kg.query.lookup import fold

BASE = "https://news.test/kg/"


def asking(**types: str) -> NamedQuery:
    parameters = tuple(Parameter(name, kind, "") for name, kind in types.items())
    return NamedQuery("", "", "", parameters, "")


@pytest.mark.parametrize(
    ("kind", "value", "node"),
    [
        ("schema:Person", "Jürgen Müller", "entity/jurgen-muller"),
        ("schema:Person", "jurgen muller", "entity/jurgen-muller"),
        ("schema:Person", "JÜRGEN  MÜLLER", "entity/jurgen-muller"),
        ("schema:Person", "Ju\u0308rgen Mu\u0308ller", "entity/jurgen-muller"),
        ("schema:Organization", "people's front", "entity/peoples-front"),
        ("schema:Organization", "Peoples Front", "entity/peoples-front"),
        ("schema:Organization", "pf", "entity/peoples-front"),
        ("schema:Thing", "people's front", "entity/peoples-front"),
        ("kg:Event", "flood of 2019", "event/flood"),
        ("kg:Event", "event/flood", "event/flood"),
        ("kg:Event", "evt:flood", "event/flood"),
        ("kg:Event", f"{BASE}event/flood", "event/flood"),
        ("schema:Thing", "entity/old-front", "entity/peoples-front"),
    ],
)
def test_a_node_is_found_by_iri_or_by_any_of_its_names(
    small: ox.Store, kind: str, value: str, node: str
) -> None:
    assert resolve_settings(small, asking(x=kind), [f"x={value}"]) == {"x": ox.NamedNode(BASE + node)}


@pytest.mark.parametrize(
    ("kind", "value", "message"),
    [
        ("schema:Person", "Müller", "2 nodes; set one of entity/anna-muller, entity/jurgen-muller"),
        ("schema:Thing", "PF", "2 nodes; set one of entity/peoples-front, entity/pf-town"),
        ("schema:Person", "Jurgen Miller", "no person is called .*nearest: Jürgen Müller"),
        ("kg:Event", "flod 2019", "no event is called .*nearest: Flood of 2019"),
        ("kg:Event", "Jürgen Müller", "no event is called"),
        ("kg:Event", "event/flod", "not in the graph; nearest: event/flood"),
        ("kg:Event", "https://elsewhere.test/x", "not in the graph"),
        ("kg:Event", "https://bad iri", "is not an IRI"),
        ("kg:Event", "event/x> . ?s ?p ?o . <", "is not an IRI"),
        ("xsd:date", "last week", "a day such as 2019-11-15"),
        ("xsd:date", "2019-11-31", "a day such as"),
        ("xsd:integer", "3.5", "is a number"),
        ("xsd:decimal", "NaN", "is a number"),
        ("xsd:decimal", "0.7 } #", "is a number"),
    ],
)
def test_what_is_unknown_ambiguous_or_no_value_is_refused(
    small: ox.Store, kind: str, value: str, message: str
) -> None:
    with pytest.raises(QueryError, match=message):
        resolve_settings(small, asking(x=kind), [f"x={value}"])


@pytest.mark.parametrize("setting", ["x", "x=", "=flood", "y=flood", ""])
def test_what_is_no_setting_of_the_query_is_refused(small: ox.Store, setting: str) -> None:
    with pytest.raises(QueryError):
        resolve_settings(small, asking(x="kg:Event"), [setting])


def test_a_parameter_is_set_once(small: ox.Store) -> None:
    with pytest.raises(QueryError, match="set twice"):
        resolve_settings(small, asking(x="kg:Event"), ["x=event/flood", "x=event/flood"])


def test_literals_have_their_type(small: ox.Store) -> None:
    query = asking(day="xsd:date", least="xsd:integer", below="xsd:decimal", called="xsd:string")
    found = resolve_settings(small, query, ["day=2019-11-15", "least=3", "below=7e-1", "called=a=b"])
    xsd = "http://www.w3.org/2001/XMLSchema#"
    assert found == {
        "day": ox.Literal("2019-11-15", datatype=ox.NamedNode(xsd + "date")),
        "least": ox.Literal("3", datatype=ox.NamedNode(xsd + "integer")),
        "below": ox.Literal("0.7", datatype=ox.NamedNode(xsd + "decimal")),
        "called": ox.Literal("a=b"),
    }


def test_parameters_are_read_from_the_first_lines_of_a_query() -> None:
    query = read_query(
        "# Who?\n# for: journalist\n# param who: schema:Person = entity/x\n# param day: xsd:date\n"
        "SELECT * {}\n# param late: kg:Event = x"
    )
    assert query.question == "Who?"
    assert query.audience == "journalist"
    expected = (Parameter("who", "schema:Person", "entity/x"), Parameter("day", "xsd:date", ""))
    assert query.parameters == expected
    assert [p.is_literal for p in query.parameters] == [False, True]


@given(st.text())
def test_folding_twice_changes_nothing(name: str) -> None:
    assert fold(fold(name)) == fold(name)


@given(st.text(st.characters(codec="ascii")))
def test_case_does_not_count(name: str) -> None:
    assert fold(name.swapcase()) == fold(name)
