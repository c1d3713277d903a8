"""Seconds until a page of many nodes is drawn, and frames a second while it is dragged, in headless Chromium.

    python -m tests.benchmark.page_speed [--nodes 10000] [--rounds 5]

The page is made of a synthetic graph by the code behind ``kg page``; the time is the page's own, from
navigation to the end of its first drawing (the data-ready attribute). Frames are counted by the page's own
clock while the mouse drags the map to and fro for some seconds.
"""

from __future__ import annotations

import argparse
import math
import statistics
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from pyoxigraph import RdfFormat, Store

from kg.export.page import render_page
from tests.browser.chromium import launched
from tests.synthetic import write_graph


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--nodes", type=int, default=10000)
    parser.add_argument("--rounds", type=int, default=5)
    args = parser.parse_args()
    store = Store()
    store.bulk_load(write_graph(args.nodes).encode(), format=RdfFormat.TURTLE)
    start = time.perf_counter()
    page = render_page(store)
    made = time.perf_counter() - start
    size = len(page.html.encode()) / 1e6
    sys.stdout.write(f"{page.nodes} nodes, {page.links} links: made in {made:.1f} s, {size:.1f} MB\n")
    with tempfile.TemporaryDirectory() as folder, launched() as browser:
        target = Path(folder) / "page.html"
        target.write_bytes(page.html.encode())
        for view in ("", "#show=all"):
            seconds = [_drawn(browser, target.as_uri() + view) for _ in range(args.rounds)]
            shown = ", ".join(f"{value:.2f}" for value in seconds)
            name = "all nodes" if view else "opening view"
            sys.stdout.write(f"{name}: {shown}; median {statistics.median(seconds):.2f} s\n")
            sys.stdout.write(f"{name}: dragged at {_dragged(browser, target.as_uri() + view):.0f} frames/s\n")
    return 0


def _opened(browser: Any, address: str) -> Any:
    page = browser.new_context(viewport={"width": 1400, "height": 900}).new_page()
    page.goto(address)
    page.wait_for_selector("html[data-ready]", state="attached", timeout=60_000)
    return page


def _drawn(browser: Any, address: str) -> float:
    page = _opened(browser, address)
    value = float(page.evaluate("document.documentElement.dataset.ready")) / 1000
    page.context.close()
    return value


def _dragged(browser: Any, address: str, *, seconds: float = 4.0) -> float:
    """Frames a second while the map is dragged in a circle by its empty corner."""
    page = _opened(browser, address)
    box = page.locator("#map").bounding_box()
    x, y = box["x"] + 20, box["y"] + 20
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x + 10, y + 10)
    page.evaluate(
        "() => { let n = 0; const start = performance.now();"
        " const count = () => { window.frames_ = [++n, performance.now() - start];"
        " requestAnimationFrame(count); }; requestAnimationFrame(count); }"
    )
    end = time.perf_counter() + seconds
    step = 0
    while time.perf_counter() < end:
        step += 1
        page.mouse.move(x + 60 + 50 * math.sin(step / 10), y + 60 + 50 * math.cos(step / 10))
    frames, passed = page.evaluate("window.frames_")
    page.mouse.up()
    page.context.close()
    return float(frames / passed * 1000)


if __name__ == "__main__":
    sys.exit(main())
