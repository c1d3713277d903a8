"""Starts the browser of the machine; nothing is downloaded."""

from __future__ import annotations

import os
import shutil

import pytest

__all__ = ["ARGUMENTS", "executable"]

ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


def executable() -> str:
    """Path of chromium. Where it is missing the test is skipped; in CI that is a failure."""
    found = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if found:
        return found
    if os.environ.get("CI", "").lower() in ("1", "true"):
        pytest.fail("chromium is not installed: the page cannot be tested", pytrace=False)
    pytest.skip("chromium is not installed: the page was NOT tested in a browser")
