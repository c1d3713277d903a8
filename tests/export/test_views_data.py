"""The data behind the views of claims, time and places: from the graph to plain values."""

from __future__ import annotations

import json
import math
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, Store

from kg.export.page.claims_view import claims_block, figure_bounds
from kg.export.page.data.reduce_atlas import reduce_atlas, simplified
from kg.export.page.places_map import base_map_block, coordinates, places_block
from kg.export.page.query_terms import query_terms_block
from kg.export.page.scene import Scene
from kg.export.page.timeline import timeline_block
from kg.export.page.verdicts import VERDICTS
from kg.export.page.view import read_scene
from kg.export.page.when import DAY, SPAN, WITHIN, read_when
from kg.export.reader import GraphReader
from kg.vocabulary import KG, RDF, SCHEMA, SEM, XSD, ontology_dir, terms, values
from tests.export.hostile import harbour, hostile

ENT, EVT, CLM = (f"https://kg.example/{folder}/" for folder in ("entity", "event", "claim"))
DISPUTE = ontology_dir() / "examples" / "dispute.ttl"


class Graph:
    """A store with its scene, and what the page calls things in it."""

    def __init__(self, store: Store) -> None:
        self.store, self.reader, self.scene = store, GraphReader(store), read_scene(store)
        self.node = {node.iri: at for at, node in enumerate(self.scene.nodes)}
        self.claim = {claim.iri: at for at, claim in enumerate(self.scene.claims)}

    def claims(self) -> dict[str, Any]:
        return claims_block(self.reader, self.scene) or {}

    def timeline(self) -> dict[str, Any]:
        return timeline_block(self.reader, self.scene) or {}

    def places(self) -> dict[str, Any]:
        return places_block(self.reader, self.scene) or {}

    def label(self, at: int) -> str:
        return self.scene.nodes[at].label


def loaded(path: Path) -> Store:
    store = Store()
    store.load(path=str(path), format=RdfFormat.TURTLE)
    return store


@pytest.fixture(scope="module")
def dispute() -> Graph:
    return Graph(loaded(DISPUTE))


def changed(*added: tuple[str, str, str, str], without: tuple[str, str] = ("", "")) -> Graph:
    """The harbour with literals of a datatype added, and a subject's property taken out."""
    store = harbour()
    subject, predicate = without
    if subject:
        for quad in list(store.quads_for_pattern(NamedNode(subject), NamedNode(predicate), None, None)):
            store.remove(quad)
    for iri, name, value, datatype in added:
        kind = NamedNode(f"{XSD}{datatype}")
        store.add(Quad(NamedNode(iri), NamedNode(name), Literal(value, datatype=kind)))
    return Graph(store)


# dates

DATES = (
    ("2031-03-04", DAY, "4 March 2031", ("2031-03-04", "2031-03-04")),
    ("2031-05", WITHIN, "May 2031", ("2031-05-01", "2031-05-31")),
    ("2024-02", WITHIN, "February 2024", ("2024-02-01", "2024-02-29")),
    ("2019", WITHIN, "2019", ("2019-01-01", "2019-12-31")),
    ("201X", WITHIN, "the 2010s", ("2010-01-01", "2019-12-31")),
    ("2019-24", WITHIN, "winter 2019", ("2019-01-01", "2020-03-31")),
    ("2019-11~", WITHIN, "about November 2019", ("2019-11-01", "2019-11-30")),
    ("2019-11?", WITHIN, "about November 2019", ("2019-11-01", "2019-11-30")),
    ("2031-03-07/2031-03-10", SPAN, "7–10 March 2031", ("2031-03-07", "2031-03-10")),
    ("2031-03-30/2031-04-02", SPAN, "30 March – 2 April 2031", ("2031-03-30", "2031-04-02")),
    ("2020-11-27/2021-02-04", SPAN, "27 November 2020 – 4 February 2021", ("2020-11-27", "2021-02-04")),
    ("2019-11/2020-01", SPAN, "November 2019 – January 2020", ("2019-11-01", "2020-01-31")),
    ("2019-03/..", WITHIN, "from March 2019", ("2019-03-01", "2019-03-31")),
    ("../2019", WITHIN, "until 2019", ("2019-01-01", "2019-12-31")),
)


@pytest.mark.parametrize(("edtf", "precision", "words", "days"), DATES, ids=[row[0] for row in DATES])
def test_a_date_is_as_exact_as_it_is_printed(
    edtf: str, precision: int, words: str, days: tuple[str, str]
) -> None:
    when = read_when(edtf)
    assert when is not None
    assert (when.precision, when.words) == (precision, words)
    epoch = date(1970, 1, 1).toordinal()
    assert tuple(date.fromordinal(day + epoch).isoformat() for day in (when.first, when.last)) == days
    assert when.about == edtf.endswith(("~", "?"))


@pytest.mark.parametrize(
    "text", ["", "soon", "2019-13", "2019-02-30", "2020-01-02/2019-01-01", "٢٠١٩", "201X-05", "/", "../.."]
)
def test_what_is_no_date_is_none(text: str) -> None:
    assert read_when(text) is None


def test_bounds_stand_in_for_a_date_that_is_not_printed() -> None:
    within = read_when("", "2020-02-01", "2020-02-03")
    assert within is not None
    assert (within.precision, within.words) == (WITHIN, "between 1 and 3 February 2020")
    only = read_when("", "2020-02-01", "2020-02-01")
    assert only is not None
    assert (only.precision, only.words) == (DAY, "1 February 2020")


def test_bounds_widen_an_approximate_date() -> None:
    when = read_when("2019-11-20~", "2019-11-16", "2019-11-24")
    assert when is not None
    assert (when.precision, when.last - when.first, when.words) == (WITHIN, 8, "about 20 November 2019")


@given(st.text(max_size=24), st.text(max_size=12), st.text(max_size=12))
def test_no_text_breaks_the_reading_of_dates(edtf: str, first: str, last: str) -> None:
    when = read_when(edtf, first, last)
    assert when is None or (when.first <= when.last and when.words)


@given(st.dates(min_value=date(1000, 1, 1)))
def test_a_day_is_told_and_counted(day: date) -> None:
    when = read_when(day.isoformat())
    assert when is not None
    assert when.first == when.last == (day - date(1970, 1, 1)).days
    assert when.words == f"{day.day} {day:%B} {day.year}"


# figures

BOUNDS = (
    ("Exactly", 23, None, None, (23, 23)),
    ("AtLeast", 17, 17, None, (17, None)),
    ("AtLeast", 17, None, None, (17, None)),
    ("MoreThan", 30, 30, None, (30, None)),
    ("AtMost", 40, None, 40, (0, 40)),
    ("LessThan", 40, None, None, (0, 40)),
    ("Between", None, 35, 45, (35, 45)),
    ("Between", None, 45, 35, (35, 45)),
    ("Approximately", 40, None, None, (36, 44)),
    ("Approximately", 40, 38, 42, (38, 42)),
    ("Vague", None, None, None, (None, None)),
    ("", 5, None, None, (5, 5)),
    ("AtMost", None, None, None, (None, None)),
)


@pytest.mark.parametrize(("modifier", "value", "least", "most", "bounds"), BOUNDS)
def test_a_figure_leaves_open_what_its_words_leave_open(
    modifier: str,
    value: float | None,
    least: float | None,
    most: float | None,
    bounds: tuple[float | None, ...],
) -> None:
    assert figure_bounds(modifier, value, least, most) == pytest.approx(bounds)


@given(
    st.sampled_from([*values("QuantityModifier"), ""]),
    *[st.none() | st.floats(allow_nan=False, allow_infinity=False, width=32)] * 3,
)
def test_bounds_never_run_backwards(
    modifier: str, value: float | None, least: float | None, most: float | None
) -> None:
    low, high = figure_bounds(modifier, value, least, most)
    assert low is None or high is None or low <= high


def figures_of(graph: Graph, words: str) -> list[list[Any]]:
    block = graph.claims()
    number = next(at for at, claim in enumerate(graph.scene.claims) if words in claim.text)
    return list(block["figures"].get(str(number), []))


SCOPES = (
    ("Nine of them were children", "children"),
    ("23 people had died", ""),
    ("more than 30 bodies lay in its cold room", "in its cold room in Loja"),
    ("At least 76 people were detained", "in Loja and Quito between 7 and 9 March"),
)


@pytest.mark.parametrize(("words", "scope"), SCOPES)
def test_a_figure_tells_what_it_is_limited_to(dispute: Graph, words: str, scope: str) -> None:
    assert [figure[6] for figure in figures_of(dispute, words)] == [scope]


def test_scope_by_place_and_time_has_words_without_any_of_the_article() -> None:
    graph = changed(
        ("https://kg.example/quantity/three", f"{KG}scopeNotBefore", "2024-03-04", "date"),
        ("https://kg.example/quantity/three", f"{KG}scopeNotAfter", "2024-03-05", "date"),
    )
    graph.store.add(
        Quad(
            NamedNode("https://kg.example/quantity/three"),
            NamedNode(f"{KG}scopePlace"),
            NamedNode(f"{ENT}tarnby"),
        )
    )
    block = Graph(graph.store).claims()
    scopes = [figure[6] for figures in block["figures"].values() for figure in figures]
    assert sorted(scopes) == ["", "in Tårnby, between 4 and 5 March 2024"]


@pytest.mark.parametrize("value", ["1e999", "NaN", "-INF", "three"])
def test_a_number_that_json_cannot_hold_is_left_out(value: str) -> None:
    three = "https://kg.example/quantity/three"
    graph = changed((three, f"{SCHEMA}value", value, "string"), without=(three, f"{SCHEMA}value"))
    block = graph.claims()
    assert json.loads(json.dumps(block, allow_nan=False)) == block
    assert [f[3:6] for some in block["figures"].values() for f in some if f[1] == "three people"] == [
        [None] * 3
    ]


def test_measures_have_a_question_each() -> None:
    from kg.export.page.claims_view import QUESTIONS

    assert sorted(QUESTIONS) == sorted(values("Measure"))


# verdicts


def test_every_verdict_of_the_vocabulary_has_words_and_a_side() -> None:
    named = {verdict.iri.removeprefix(KG): verdict.side for verdict in VERDICTS}
    assert set(values("Verdict")) < set(named)
    assert all(f"{KG}{name}" in terms() for name in named)
    assert {name for name, side in named.items() if side < 0} == {"Contradicts"}


def pairs_of(graph: Graph) -> list[tuple[str, str, str, str]]:
    block = graph.claims()
    text = [claim.text for claim in graph.scene.claims]
    return [(text[a], block["verdicts"][v][1], text[b], reason) for a, b, v, reason, _, _ in block["pairs"]]


def test_a_comparison_has_its_verdict_and_its_reason(dispute: Graph) -> None:
    found = [
        row for row in pairs_of(dispute) if row[0].startswith("between 35") and row[2] == "23 people had died"
    ]
    assert [row[1] for row in found] == ["contradicts"]
    assert found[0][3] == "23 lies below the range of 35 to 45, for the same count."


def test_each_pair_is_told_once_and_by_its_comparison(dispute: Graph) -> None:
    block = dispute.claims()
    ends = [frozenset(pair[:2]) for pair in block["pairs"]]
    assert len(ends) == len(set(ends))
    contradicting = {frozenset(pair[:2]) for pair in block["pairs"] if block["verdicts"][pair[2]][3] < 0}
    for claim in dispute.scene.claims:
        at = dispute.claim[claim.iri]
        assert {frozenset((at, other)) for other in claim.contradicts} <= contradicting
    assert all(reason for _, _, verdict, reason, _, _ in block["pairs"] if verdict != len(VERDICTS) - 1)


def test_the_figures_compared_are_named_by_their_place(dispute: Graph) -> None:
    block = dispute.claims()
    compared = [pair for pair in block["pairs"] if pair[4] >= 0]
    assert compared
    for claim, other, _, _, figure, other_figure in compared:
        measures = {
            block["figures"][str(at)][place][0] for at, place in ((claim, figure), (other, other_figure))
        }
        assert len(measures) == 1


def test_claims_joined_without_a_comparison_are_told_without_reason() -> None:
    assert [(row[0][:6], row[1], row[3]) for row in pairs_of(Graph(harbour()))] == [
        ("eleven", "contradicts", "")
    ]


def test_a_claim_that_contradicts_itself_is_not_drawn() -> None:
    store = harbour()
    toll = NamedNode(f"{CLM}toll-port")
    store.add(Quad(toll, NamedNode(f"{KG}contradicts"), toll))
    assert len(Graph(store).claims()["pairs"]) == 1


def test_a_claim_is_dated_by_what_it_says_and_an_article_by_its_date(dispute: Graph) -> None:
    block = dispute.claims()
    said = {claim.text: block["said"][at] for at, claim in enumerate(dispute.scene.claims)}
    assert said["23 people had died"][1:] == ["6 March 2031", "2031-03-06"]
    assert said["They take students from the pavement"] is None
    assert [day[1] for day in block["published"]][:2] == ["13 March 2031", "7 March 2031"]


def test_the_iris_of_claims_are_whole(dispute: Graph) -> None:
    start, *rest = dispute.claims()["iris"]
    assert [start + part for part in rest] == [claim.iri for claim in dispute.scene.claims]


# time


def events_of(graph: Graph) -> list[tuple[Any, ...]]:
    return [(graph.label(event[0]), *event[3:6]) for event in graph.timeline()["events"]]


def test_events_stand_in_order_with_their_precision(dispute: Graph) -> None:
    events = events_of(dispute)
    assert events[0] == ("collapse of the Cerro Pardo dam", DAY, 0, "4 March 2031")
    assert events[-1] == ("trial of Darío Luzuriaga", WITHIN, 0, "May 2031")
    assert ("arrests of protesters, March 2031", SPAN, 0, "7–10 March 2031") in events
    days = [event[1] for event in dispute.timeline()["events"]]
    assert days == sorted(days)


def test_parts_and_places_of_events(dispute: Graph) -> None:
    block = dispute.timeline()
    loja = dispute.node[f"{EVT}arrest-25e5ff779c01e87d_278"]
    assert dispute.label(block["whole"][str(loja)]) == "arrests of protesters, March 2031"
    assert [dispute.label(place) for place in block["places"][str(loja)]] == ["Loja"]


def test_an_event_without_a_date_is_listed_apart() -> None:
    graph = changed(without=(f"{EVT}quay-fire", f"{KG}edtf"))
    block = graph.timeline()
    assert block["events"] == []
    assert [graph.label(at) for at in block["undated"]] == ["fire on the old quay"]


def test_a_graph_without_events_or_places_or_claims_adds_nothing() -> None:
    store = Store()
    store.add(Quad(NamedNode(f"{ENT}x"), NamedNode(f"{RDF}type"), NamedNode(f"{SCHEMA}Person")))
    graph = Graph(store)
    assert [graph.claims(), graph.timeline(), graph.places()] == [{}, {}, {}]
    assert base_map_block(graph.reader, graph.scene) is None


def test_the_place_of_an_event_that_is_only_claimed_is_not_on_the_map() -> None:
    store = harbour()
    fire, place = NamedNode(f"{EVT}quay-fire"), NamedNode(f"{ENT}far-islands")
    statement = NamedNode("https://kg.example/statement/where")
    rdf = {"type": f"{RDF}Statement"}
    store.add(Quad(statement, NamedNode(f"{RDF}type"), NamedNode(rdf["type"])))
    for name, value in (("subject", fire), ("predicate", NamedNode(f"{SEM}hasPlace")), ("object", place)):
        store.add(Quad(statement, NamedNode(f"{RDF}{name}"), value))
    store.add(Quad(statement, NamedNode(f"{KG}asserted"), Literal(False)))
    graph = Graph(store)
    places = {graph.label(int(at)) for at in graph.places()["events"]}
    assert places == {"Tårnby"}


# places


def test_places_have_the_coordinates_of_the_graph(dispute: Graph) -> None:
    points = {dispute.label(at): (lat, lon, country) for at, lat, lon, country in dispute.places()["points"]}
    assert points["Quito"] == (-0.22, -78.5125, 0)
    assert points["Ecuador"] == (-1.5, -78.5, 1)
    assert dispute.places()["without"] == []


def test_places_without_coordinates_are_listed_most_mentioned_first() -> None:
    graph = Graph(harbour())
    block = graph.places()
    assert block["points"] == []
    assert [graph.label(at) for at in block["without"]] == ["Tårnby", "Far Islands"]


@pytest.mark.parametrize(
    ("latitude", "longitude", "found"),
    [
        ("55.6", "12.6", (55.6, 12.6)),
        ("55.6", "", None),
        ("91", "0", None),
        ("0", "180.5", None),
        ("NaN", "1", None),
    ],
)
def test_only_points_on_the_globe_are_coordinates(
    latitude: str, longitude: str, found: tuple[float, float] | None
) -> None:
    given_ = [("latitude", latitude), ("longitude", longitude)]
    graph = changed(
        *((f"{ENT}tarnby", f"{SCHEMA}{name}", value, "decimal") for name, value in given_ if value)
    )
    assert coordinates(graph.reader, f"{ENT}tarnby") == found


def test_the_base_map_goes_along_only_with_places_to_draw(dispute: Graph) -> None:
    assert base_map_block(dispute.reader, dispute.scene) is not None
    plain = Graph(harbour())
    assert base_map_block(plain.reader, plain.scene) is None


def base_map() -> dict[str, Any]:
    text = Path(reduce_atlas.__code__.co_filename).with_name("base-map.json").read_text("utf-8")
    assert len(text.encode()) < 200_000
    block: dict[str, Any] = json.loads(text)
    return block


def points_of(line: list[int]) -> list[tuple[int, int]]:
    x = y = 0
    found = []
    for at in range(0, len(line), 2):
        x, y = x + line[at], y + line[at + 1]
        found.append((x, y))
    return found


def ring_of(block: dict[str, Any], parts: list[int]) -> list[tuple[int, int]]:
    return [
        p
        for part in parts
        for p in (points_of(block["lines"][~part])[::-1] if part < 0 else points_of(block["lines"][part]))
    ]


def inside(ring: list[tuple[int, int]], x: float, y: float) -> bool:
    pairs = zip(ring, ring[1:] + ring[:1], strict=True)
    cuts = [a[0] + (y - a[1]) * (b[0] - a[0]) / (b[1] - a[1]) for a, b in pairs if (a[1] > y) != (b[1] > y)]
    return sum(cut > x for cut in cuts) % 2 == 1


CITIES = {
    "Quito": (-0.22, -78.51),
    "Tehran": (35.69, 51.39),
    "Paris": (48.86, 2.35),
    "Nairobi": (-1.29, 36.82),
    "Bilibino": (68.05, 166.44),
    "Egvekinot": (66.6, 181.2),
}
SEAS = {
    "Atlantic": (30.0, -40.0),
    "Caspian": (41.0, 51.0),
    "Pacific": (0.0, -150.0),
    "Bering": (58.0, -178.0),
}


def test_the_base_map_has_land_where_cities_are_and_none_in_the_sea() -> None:
    block = base_map()
    rings = [ring_of(block, parts) for parts in block["land"]]
    steps = block["steps"]

    def land(lat: float, lon: float) -> bool:
        return any(inside(ring, lon * steps, lat * steps) for ring in rings)

    assert {name for name, point in CITIES.items() if land(*point)} == set(CITIES)
    assert {name for name, point in SEAS.items() if land(*point)} == set()


def test_no_line_of_the_base_map_runs_across_the_world() -> None:
    block = base_map()
    for parts in block["land"]:
        ring = ring_of(block, parts)
        assert all(
            math.hypot(a[0] - b[0], a[1] - b[1]) < 60 * block["steps"]
            for a, b in zip(ring, ring[1:] + ring[:1], strict=True)
        )


def test_lines_keep_their_ends_and_lose_what_does_not_matter() -> None:
    line = [(0.0, 0.0), (10.0, 0.1), (20.0, 0.0), (30.0, 15.0), (40.0, 0.0)]
    assert simplified(line) == [(0.0, 0.0), (20.0, 0.0), (30.0, 15.0), (40.0, 0.0)]


def test_reducing_an_atlas_keeps_shared_borders_shared() -> None:
    atlas = {
        "transform": {"scale": [1, 1], "translate": [0, 0]},
        "arcs": [
            [[10, 0], [0, 10]],
            [[10, 10], [-10, 0], [0, -10], [10, 0]],
            [[10, 0], [10, 0], [0, 10], [-10, 0]],
        ],
        "objects": {
            "countries": {
                "geometries": [
                    {"type": "Polygon", "arcs": [[0, 1]], "properties": {"name": "West"}},
                    {"type": "Polygon", "arcs": [[2, ~0]], "properties": {"name": "East"}},
                ]
            }
        },
    }
    reduced = reduce_atlas(atlas)
    assert reduced["borders"] == [0]
    assert [name[0] for name in reduced["names"]] == ["East", "West"]
    assert [len(ring) for ring in reduced["land"]] == [2, 2]


# the whole


def test_the_terms_are_iris_in_the_page_s_own_order(dispute: Graph) -> None:
    from kg.export.page.payload import predicates

    found = query_terms_block(dispute.reader, dispute.scene)["predicates"]
    assert [iri or name for iri, name in zip(found, predicates(dispute.scene), strict=True)] == predicates(
        dispute.scene
    )
    assert f"{KG}leaderOf" in found
    assert "speaks about" not in found


@pytest.mark.parametrize("make", [claims_block, timeline_block, places_block, query_terms_block])
def test_blocks_are_plain_json_and_equal_for_equal_graphs(make: Any) -> None:
    def block(store: Store) -> str:
        scene: Scene = read_scene(store)
        return json.dumps(make(GraphReader(store), scene), allow_nan=False)

    quads = sorted(loaded(DISPUTE), key=str)
    backwards = Store()
    for quad in reversed(quads):
        backwards.add(quad)
    assert block(loaded(DISPUTE)) == block(backwards)
    assert block(hostile())
