"""A browser without a network, and pages opened in it from disk."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any

import pytest
from pyoxigraph import RdfFormat, Store

from kg.export.page import render_page
from kg.vocabulary import ontology_dir
from tests.export.hostile import harbour, hostile
from tests.synthetic import write_graph

LARGE = 5000
HOSTILE_TITLE = "<script>window.ran = 1</script><img src=x onerror='window.ran = 1'>"
Open = Callable[..., Any]


def _example(name: str) -> Store:
    store = Store()
    store.load(path=str(ontology_dir() / "examples" / f"{name}.ttl"), format=RdfFormat.TURTLE)
    return store


SQUARE = """
@prefix kg: <https://w3id.org/newskg/ns#> . @prefix schema: <https://schema.org/> .
@prefix ent: <https://kg.example/entity/> .
ent:a a schema:Person ; schema:name "Ann" ; kg:memberOf ent:b ; kg:memberOf ent:d .
ent:b a schema:Organization ; schema:name "Board" ; kg:partOf ent:c .
ent:c a schema:Organization ; schema:name "Court" .
ent:d a schema:Organization ; schema:name "Docks" .
<https://kg.example/claim/x> a kg:Claim ; kg:speaker ent:d ; kg:about ent:c ; schema:text "the court sleeps" .
"""
"""Two ways from Ann to the court: one over facts, one over talk."""


def _square() -> Store:
    store = Store()
    store.load(SQUARE.encode(), format=RdfFormat.TURTLE)
    return store


def _large() -> Store:
    store = Store()
    store.bulk_load(write_graph(LARGE).encode(), format=RdfFormat.TURTLE)
    return store


@pytest.fixture(scope="session")
def page_file(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Path]:
    """Writes a page when it is first asked for, by its name in ``stores``; large holds 5,000 nodes."""
    folder = tmp_path_factory.mktemp("pages")
    stores: dict[str, Callable[[], Store]] = {
        "dispute": lambda: _example("dispute"),
        "empty": Store,
        "harbour": harbour,
        "hostile": hostile,
        "hostile-dispute": lambda: hostile(_example("dispute")),
        "large": _large,
        "square": _square,
        "top": harbour,
        "protests": lambda: _example("protests"),
    }

    @lru_cache
    def written(name: str) -> Path:
        path = folder / f"{name}.html"
        title = HOSTILE_TITLE if name.startswith("hostile") else ""
        page = render_page(stores[name](), title=title, limit=6 if name == "top" else LARGE)
        path.write_bytes(page.html.encode())
        return path

    return written


@pytest.fixture(scope="session")
def window(browser: Any) -> Callable[[int, bool], Any]:
    """A window of a width, light or dark; kept open, since starting one takes longer than most tests."""

    @lru_cache
    def opened(width: int, dark: bool) -> Any:
        scheme = "dark" if dark else "light"
        return browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme)

    return opened


@pytest.fixture
def open_page(window: Callable[[int, bool], Any], page_file: Callable[[str], Path]) -> Iterator[Open]:
    """Opens a page and waits for its first drawing.

    At the end of a test no page may have asked for anything, or have complained.
    """
    pages: list[Any] = []
    own: set[str] = set()
    requests: list[str] = []
    complaints: list[str] = []

    def opened(name: str, address: str = "", *, width: int = 1400, dark: bool = False) -> Any:
        page = window(width, dark).new_page()
        pages.append(page)
        page.on("request", lambda request: requests.append(request.url))
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on("console", lambda said: complaints.append(f"{said.type}: {said.text}"))
        target = page_file(name).as_uri()
        own.add(target)
        page.goto(target + address)
        page.wait_for_selector("html[data-ready]", state="attached", timeout=30_000)
        return page

    yield opened
    for page in pages:
        page.close()
    assert [url for url in requests if url.split("#")[0] not in own and not url.startswith("blob:")] == []
    assert complaints == []
