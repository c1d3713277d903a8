"""What the tests of the page's views share: graphs, addresses, and what a test reads off a page."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path
from typing import Any

import pytest
from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, Store

from kg.export.page import LARGE, render_page
from kg.query import run_query
from kg.vocabulary import KG, SCHEMA, XSD, ontology_dir
from tests.export.hostile import HARBOUR, KEPT, PAYLOADS

Open = Callable[..., Any]
Rows = list[dict[str, str]]

DISPUTE = ontology_dir() / "examples" / "dispute.ttl"
HOSTILE_TITLE = "<script>window.ran = 1</script><img src=x onerror='window.ran = 1'>"

DAM = "event/collapse-of-the-cerro-pardo-dam"
ARRESTS = "event/arrests-of-march-2031-protesters"
MINISTER = "entity/tomas-arteaga-0qkkx3"
TOLL = f"#view=claims&node={DAM}&claims-topic=Deaths"


def read(path: Path) -> Store:
    store = Store()
    store.load(path=str(path), format=RdfFormat.TURTLE)
    return store


def dispute() -> Store:
    return read(DISPUTE)


def spoiled() -> Store:
    """The dispute with a payload in every literal of words, and a formula at the start of every name."""
    store = Store()
    for number, quad in enumerate(sorted(dispute(), key=str)):
        value = quad.object
        if isinstance(value, Literal) and not value.datatype.value.endswith(KEPT):
            start = "=" if quad.predicate.value == f"{SCHEMA}name" else ""
            words = f"{start}{value.value} {PAYLOADS[number % len(PAYLOADS)]}"
            value = Literal(words, language=value.language) if value.language else Literal(words)
        store.add(Quad(quad.subject, quad.predicate, value, quad.graph_name))
    return store


def bare() -> Store:
    """The harbour with an event that has no date and a place that has coordinates."""
    store = read(HARBOUR)
    for quad in list(store.quads_for_pattern(None, NamedNode(f"{KG}edtf"), None, None)):
        store.remove(quad)
    return store


def far_apart() -> Store:
    """The harbour with a count far above the other."""
    store = read(HARBOUR)
    eleven = NamedNode("https://kg.example/quantity/eleven")
    for name in ("value", "minValue"):
        for quad in list(store.quads_for_pattern(eleven, NamedNode(f"{SCHEMA}{name}"), None, None)):
            store.remove(quad)
        store.add(
            Quad(eleven, NamedNode(f"{SCHEMA}{name}"), Literal("11000", datatype=NamedNode(f"{XSD}integer")))
        )
    return store


STORES: dict[str, Callable[[], Store]] = {
    "dispute": dispute,
    "spoiled": spoiled,
    "harbour": lambda: read(HARBOUR),
    "bare": bare,
    "far": far_apart,
    "few": dispute,
}


LIMITS = {"few": 25}
"""Graphs of which the page keeps only the most linked names."""

VIEWS = {
    "connections": "",
    "claims": "#view=claims",
    "event": TOLL,
    "event-all": f"#view=claims&node={DAM}",
    "person": f"#view=claims&node={MINISTER}&claims-about={ARRESTS}",
    "timeline": "#view=timeline&happened=2031-03-01/2031-06-10",
    "places": "#view=places",
}


def write_pages(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Path]:
    """Writes a page when it is first asked for, by its name in :data:`STORES`."""
    folder = tmp_path_factory.mktemp("views")

    @lru_cache
    def written(name: str) -> Path:
        path = folder / f"{name}.html"
        title = HOSTILE_TITLE if name == "spoiled" else ""
        path.write_bytes(
            render_page(STORES[name](), title=title, limit=LIMITS.get(name, LARGE)).html.encode()
        )
        return path

    return written


def texts(page: Any, selector: str) -> list[str]:
    return [" ".join(text.split()) for text in page.locator(selector).all_inner_texts()]


def card(page: Any, words: str) -> Any:
    return page.locator(".cv-card").filter(has=page.get_by_text(words, exact=True)).first


def address(page: Any) -> str:
    return str(page.evaluate("decodeURIComponent(location.hash)"))


def saved(page: Any, form: str) -> bytes:
    """What the menu gives for a form of saving."""
    page.evaluate("document.getElementById('save').open = true")
    with page.expect_download() as download:
        page.click(f"#save-{form}")
    return Path(download.value.path()).read_bytes()


def box(found: Any) -> tuple[float, float]:
    """Left and right end of a mark in pixels."""
    left, width = found.evaluate(
        "mark => { const box = mark.getBoundingClientRect(); return [box.left, box.width]; }"
    )
    return left, left + width


def middle(found: Any) -> float:
    left, right = box(found)
    return (left + right) / 2


def overlapping(page: Any, selector: str) -> list[list[str]]:
    found: list[list[str]] = page.evaluate(
        """selector => {
      const texts = [...document.querySelectorAll(selector)];
      const boxes = texts.map(text => [text.textContent, text.getBoundingClientRect()]);
      const across = (a, b) => Math.min(a.right, b.right) - Math.max(a.left, b.left);
      const down = (a, b) => Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
      return boxes.flatMap(([one, a], at) => boxes.slice(at + 1)
        .filter(([, b]) => across(a, b) > 1 && down(a, b) > 3)
        .map(([other]) => [one, other]));
    }""",
        selector,
    )
    return found


def table(page: Any) -> tuple[list[str], list[tuple[str, ...]]]:
    text = saved(page, "table").decode("utf-8-sig")
    head, *rows = csv.reader(io.StringIO(text, newline=""))
    return head, [tuple(unguarded(value) for value in row) for row in rows]


def unguarded(value: str) -> str:
    return value[1:] if re.match(r"'[=+\-@\t\r]", value) else value


def answered(store: Store, query: str) -> tuple[list[str], list[tuple[str, ...]]]:
    result = run_query(store, query)
    return list(result.columns), [
        tuple("" if value is None else str(value) for value in row) for row in result.rows
    ]
