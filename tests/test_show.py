"""Graphs and results in a notebook: a frame that holds the page, tables that hold no markup of an article."""

from __future__ import annotations

from html.parser import HTMLParser
from pathlib import Path

import pytest
import rdflib
from pyoxigraph import RdfFormat

import kg
from kg.errors import GraphError
from kg.export.page import render_page
from kg.model import Problem
from kg.pipeline import Build
from tests.export.hostile import HARBOUR, PAYLOADS, harbour, hostile


class Frames(HTMLParser):
    """Collects the tags and the attributes of the first frame."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.frame: dict[str, str | None] = {}

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        if tag == "iframe":
            self.frame = dict(attrs)


def parsed(html: str) -> Frames:
    reader = Frames()
    reader.feed(html)
    return reader


def test_the_frame_holds_the_very_page() -> None:
    shown = kg.show(HARBOUR)
    frame = parsed(shown._repr_html_()).frame
    assert frame["srcdoc"] == render_page(harbour()).html
    assert shown.nodes == 8


def test_every_kind_of_graph_gives_the_same_page(tmp_path: Path) -> None:
    folder = tmp_path / "built"
    folder.mkdir()
    (folder / "graph.ttl").write_bytes(HARBOUR.read_bytes())
    dataset = rdflib.Dataset()
    dataset.graph(rdflib.URIRef("https://kg.example/graph")).parse(HARBOUR)
    pages = [kg.show(graph).html for graph in (folder, str(folder), harbour(), kg.load(folder), dataset)]
    assert len(set(pages)) == 1


def test_the_frame_keeps_a_hostile_page_away_from_the_notebook() -> None:
    html = kg.show(hostile(), title='"><script>window.ran = 1</script>')._repr_html_()
    reader = parsed(html)
    assert reader.tags == ["iframe"]
    allowed = (reader.frame["sandbox"] or "").split()
    assert "allow-scripts" in allowed
    assert "allow-same-origin" not in allowed
    assert "allow-top-navigation" not in allowed


def test_the_height_is_a_number_whatever_is_given() -> None:
    assert "height:500px" in kg.show(HARBOUR, height=500)._repr_html_()
    with pytest.raises(ValueError, match="invalid literal"):
        kg.show(HARBOUR, height='1px"><script>')  # type: ignore[arg-type]


def test_what_the_page_leaves_out_is_said() -> None:
    assert "the 3 most linked of 8" in kg.show(HARBOUR, top=3)._repr_html_()
    assert kg.show(HARBOUR).notice == ""


def test_the_page_can_be_saved(tmp_path: Path) -> None:
    shown = kg.show(HARBOUR, title="Fire")
    assert shown.save(tmp_path / "deep" / "page.html").read_text("utf-8") == shown.html
    assert "<title>Fire</title>" in shown.html


def test_a_second_call_works_too() -> None:
    """A module of the name of the function would take its place after the first."""
    assert kg.show(HARBOUR).html == kg.show(HARBOUR).html


def test_a_missing_graph_is_told_in_one_line(tmp_path: Path) -> None:
    with pytest.raises(GraphError, match="no such file"):
        kg.show(tmp_path / "nothing.ttl")


def test_a_result_is_a_table_without_markup_of_articles(tmp_path: Path) -> None:
    path = tmp_path / "hostile.nq"
    path.write_bytes(hostile().dump(format=RdfFormat.N_QUADS) or b"")
    result = kg.ask(path, "SELECT ?words WHERE { ?s schema:text ?words } ORDER BY ?words")
    html = result._repr_html_()
    assert len(result.rows) == 3
    assert set(parsed(html).tags) == {"table", "thead", "tbody", "tr", "th", "td"}
    assert sum(payload in str(row) for payload in PAYLOADS for row in result.rows) >= 2


def test_a_long_result_is_cut_and_counted() -> None:
    query = "SELECT ?a WHERE { VALUES ?a { " + " ".join(map(str, range(500))) + " } }"
    html = kg.ask(HARBOUR, query)._repr_html_()
    assert html.count("<tr>") == 201
    assert "300 more rows" in html


def test_a_build_tells_what_it_made() -> None:
    made = Build(
        Path("out"), (Path("out/<b>.ttl"),), {"claims": 1200}, (Problem("a<i>.txt", "read", "empty"),)
    )
    html = made._repr_html_()
    assert "1,200" in html
    assert set(parsed(html).tags) == {"table", "tr", "td", "ul", "li", "p"}
