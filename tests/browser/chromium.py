"""Starts the browser of the machine; nothing is downloaded."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

__all__ = ["ARGUMENTS", "SETTLED", "executable", "launched", "opened"]

ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)

SETTLED = 300
"""Milliseconds after which a page that has drawn has moved everything to its place."""


def executable() -> str:
    """Path of chromium. Where it is missing the test is skipped; in CI that is a failure."""
    found = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if found:
        return found
    if os.environ.get("CI", "").lower() in ("1", "true"):
        pytest.fail("chromium is not installed: the page cannot be tested", pytrace=False)
    pytest.skip("chromium is not installed: the page was NOT tested in a browser")


@contextmanager
def launched() -> Iterator[Any]:
    """The browser, for as long as it is needed. Only one can run in a process."""
    path = executable()
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=list(ARGUMENTS))
        yield browser
        browser.close()


def opened(browser: Any, page: Path, at: str, size: tuple[int, int], *, dark: bool = False) -> Any:
    """A window on a page of ours, once it has drawn. at: what stands behind the # of its address."""
    scheme = "dark" if dark else "light"
    sheet = browser.new_page(viewport={"width": size[0], "height": size[1]}, color_scheme=scheme)
    sheet.goto(page.resolve().as_uri() + (f"#{at}" if at else ""))
    sheet.wait_for_selector("html[data-ready]", state="attached", timeout=60_000)
    sheet.wait_for_timeout(SETTLED)
    return sheet
