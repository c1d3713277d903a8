"""Seconds until a page of many nodes is drawn, all of them, in headless Chromium.

    python -m tests.benchmark.page_speed [--nodes 5000] [--rounds 5]

The page is made of a synthetic graph by the code behind ``kg page``; the time is the page's own, from
navigation to the end of its first drawing (the data-ready attribute).
"""

from __future__ import annotations

import argparse
import statistics
import sys
import tempfile
import time
from pathlib import Path

from pyoxigraph import RdfFormat, Store

from kg.export.page import render_page
from tests.browser.conftest import ARGUMENTS, executable
from tests.synthetic import write_graph


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--nodes", type=int, default=5000)
    parser.add_argument("--rounds", type=int, default=5)
    args = parser.parse_args()
    from playwright.sync_api import sync_playwright

    store = Store()
    store.bulk_load(write_graph(args.nodes).encode(), format=RdfFormat.TURTLE)
    start = time.perf_counter()
    page = render_page(store)
    made = time.perf_counter() - start
    size = len(page.html.encode()) / 1e6
    sys.stdout.write(f"{page.nodes} nodes, {page.links} links: made in {made:.1f} s, {size:.1f} MB\n")
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        target = Path(folder) / "page.html"
        target.write_bytes(page.html.encode())
        browser = playwright.chromium.launch(executable_path=executable(), args=list(ARGUMENTS))
        for view in ("", "#show=all"):
            seconds = [_drawn(browser, target.as_uri() + view) for _ in range(args.rounds)]
            shown = ", ".join(f"{value:.2f}" for value in seconds)
            name = "all nodes" if view else "opening view"
            sys.stdout.write(f"{name}: {shown}; median {statistics.median(seconds):.2f} s\n")
        browser.close()
    return 0


def _drawn(browser: object, address: str) -> float:
    window = browser.new_context(viewport={"width": 1400, "height": 900})  # type: ignore[attr-defined]
    page = window.new_page()
    page.goto(address)
    page.wait_for_selector("html[data-ready]", state="attached", timeout=60_000)
    value = float(page.evaluate("document.documentElement.dataset.ready")) / 1000
    window.close()
    return value


if __name__ == "__main__":
    sys.exit(main())
