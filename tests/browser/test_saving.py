"""What the page saves: pictures, tables, and questions that give the same rows."""

from __future__ import annotations

import csv
import io
import re
import struct
from pathlib import Path
from xml.etree import ElementTree

import pytest

from tests.browser.views import (
    DISPUTE,
    MINISTER,
    STORES,
    TOLL,
    VIEWS,
    Open,
    answered,
    saved,
    table,
    write_pages,
)

page_file = pytest.fixture(scope="module")(write_pages)


# saving

FILTERED = {
    "connections-article": "#article=wire-second.txt",
    "connections-kinds": "#hide=Place,AnonymousSource&lines-off=claim",
    "connections-focus": f"#node={MINISTER}&focus={MINISTER}",
    "connections-sure": "#confidence=95",
    "claims-article": "#view=claims&article=wire-second.txt",
    "timeline-days": "#view=timeline&happened=2031-03-07/2031-03-09",
    "places-article": "#view=places&article=local-march.txt",
    "few": "",
    "few-claims": "#view=claims",
    "few-timeline": "#view=timeline",
    "few-places": "#view=places",
    "harbour": "",
    "harbour-event": "#view=claims&node=event/quay-fire",
    "harbour-time": "#view=timeline",
}


@pytest.mark.parametrize("name", [*VIEWS, *FILTERED])
def test_the_question_saved_gives_the_rows_of_the_table_saved(open_page: Open, name: str) -> None:
    graph = next((graph for graph in ("harbour", "few") if name.startswith(graph)), "dispute")
    page = open_page(graph, (VIEWS | FILTERED)[name])
    head, shown = table(page)
    columns, found = answered(STORES[graph](), saved(page, "query").decode())
    assert shown
    width = len(columns)
    assert columns == head[:width]
    assert sorted(row[:width] for row in shown) == sorted(found)


def test_the_question_runs_in_the_command(open_page: Open, tmp_path: Path) -> None:
    from click.testing import CliRunner

    from kg.cli import cli

    page = open_page("dispute", VIEWS["places"])
    question = tmp_path / "places.rq"
    question.write_bytes(saved(page, "query"))
    done = CliRunner().invoke(cli, ["query", str(DISPUTE), "--file", str(question), "--format", "csv"])
    assert done.exit_code == 0, done.output
    assert "Quito,-0.22,-78.5125,5" in done.output.replace("\r", "").splitlines()


def test_the_table_of_claims_has_the_words_and_their_sentences(open_page: Open) -> None:
    page = open_page("dispute", TOLL)
    head, rows = table(page)
    found = [dict(zip(head, row, strict=True)) for row in rows]
    assert len({row["claim"] for row in found}) == 16
    minister = next(row for row in found if row["words"] == "23 people had died")
    assert minister["who"] == "Tomás Arteaga"
    assert minister["figure"] == "23 people"
    assert minister["said"] == "2031-03-06"
    assert minister["sentence"] == "Interior Minister Tomás Arteaga said on Thursday that 23 people had died."


@pytest.mark.parametrize("name", VIEWS)
def test_a_drawing_is_clean_svg_that_stands_alone(open_page: Open, name: str) -> None:
    page = open_page("dispute", VIEWS[name])
    root = ElementTree.fromstring(saved(page, "drawing"))  # written by the page under test
    space = "{http://www.w3.org/2000/svg}"
    assert root.tag == f"{space}svg"
    assert not [
        part
        for part in root.iter()
        if part.tag in (f"{space}script", f"{space}foreignObject", f"{space}style", f"{space}image")
    ]
    words = " ".join("".join(text.itertext()) for text in root.iter(f"{space}text"))
    wanted = {
        "timeline": "March in Loja",
        "places": "Guayaquil",
        "claims": "Elena Paredes",
        "connections": "Interior Ministry",
    }
    assert wanted.get(name, "Tomás Arteaga") in words
    assert all("var(" not in value for part in root.iter() for value in part.attrib.values())
    width, height = (float(root.attrib[side]) for side in ("width", "height"))
    assert 300 < width < 2600
    assert 100 < height < 30_000


@pytest.mark.parametrize("name", VIEWS)
def test_a_picture_shows_the_view(open_page: Open, name: str) -> None:
    page = open_page("dispute", VIEWS[name])
    content = saved(page, "picture")
    assert content.startswith(b"\x89PNG\r\n\x1a\n")
    width, height = struct.unpack(">II", content[16:24])
    assert width > 400
    assert height > 200
    assert len(set(content[200:])) > 100  # not one colour


def test_formulas_in_names_stay_words(open_page: Open) -> None:
    for view in ("#view=claims", "#view=places", "#view=timeline", ""):
        page = open_page("spoiled", view)
        text = saved(page, "table").decode("utf-8-sig")
        cells = [value for row in csv.reader(io.StringIO(text, newline="")) for value in row]
        assert not [value for value in cells if re.match(r"[=+@\t\r]", value)]
        assert not [value for value in cells if value.startswith("-") and not re.fullmatch(r"-[\d.]+", value)]
        assert view == "#view=timeline" or any(value.startswith("'=") for value in cells)
