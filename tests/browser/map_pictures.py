"""The pictures of the map of connections; :mod:`tests.browser.pictures` makes them.

All but one show the worked example of a dispute; page-large shows a graph of 10,000 made-up names.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pyoxigraph import RdfFormat, Store

from kg.export.page import render_page
from kg.store import load_store
from kg.vocabulary import ontology_dir
from tests.browser.chromium import SETTLED, launched, opened
from tests.synthetic import write_graph

__all__ = ["PICTURES", "Picture", "make"]

DAM = "event/collapse-of-the-cerro-pardo-dam"
MINISTER = "entity/tomas-arteaga-0qkkx3"


@dataclass(frozen=True, slots=True)
class Picture:
    """at: what stands behind the # of the address. visited: names searched for before, in this order."""

    name: str
    at: str = ""
    size: tuple[int, int] = (1400, 900)
    dark: bool = False
    graph: str = "dispute"
    visited: tuple[str, ...] = ()


PICTURES = (
    Picture("page", at=f"node={MINISTER}"),
    Picture("page-opening"),
    Picture("page-around", at=f"node={DAM}&focus={DAM}", visited=("quito", "arteaga")),
    Picture("page-connection", at=f"from={MINISTER}&to=entity/cuenca"),
    Picture("page-filters", at="published=2031-03-08/2031-03-10&confidence=90", dark=True),
    Picture("page-phone", at=f"node={DAM}", size=(390, 844)),
    Picture("page-large", graph="large"),
)


def make(folder: Path, *, only: str = "") -> list[Path]:
    """Makes all pictures in a folder, or the one of a name, and tells which."""
    folder.mkdir(parents=True, exist_ok=True)
    wanted = [picture for picture in PICTURES if only in ("", picture.name)]
    with _pages({picture.graph for picture in wanted}) as pages, launched() as browser:
        return [_take(browser, pages, picture, folder / f"{picture.name}.png") for picture in wanted]


@contextmanager
def _pages(graphs: set[str]) -> Iterator[dict[str, Path]]:
    """The pages by name, for as long as they are needed."""
    with tempfile.TemporaryDirectory() as folder:
        paths = {name: Path(folder) / f"{name}.html" for name in graphs}
        for name, path in paths.items():
            path.write_bytes(render_page(_large() if name == "large" else _dispute()).html.encode())
        yield paths


def _dispute() -> Store:
    return load_store(ontology_dir() / "examples" / "dispute.ttl")


def _large() -> Store:
    store = Store()
    store.bulk_load(write_graph(10_000).encode(), format=RdfFormat.TURTLE)
    return store


def _take(browser: Any, pages: dict[str, Path], picture: Picture, out: Path) -> Path:
    at = "" if picture.visited else picture.at
    sheet = opened(browser, pages[picture.graph], at, picture.size, dark=picture.dark)
    for words in picture.visited:
        sheet.keyboard.press("/")
        sheet.keyboard.type(words)
        sheet.keyboard.press("Enter")
    if picture.visited:
        sheet.evaluate("at => { document.activeElement.blur(); location.hash = at; }", f"#{picture.at}")
        sheet.wait_for_timeout(SETTLED)
    sheet.screenshot(path=str(out))
    sheet.close()
    return out
