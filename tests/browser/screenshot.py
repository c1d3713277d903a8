"""Makes a picture of a page: ``python -m tests.browser.screenshot PAGE OUT.png``.

``--dark`` and ``--size 1400x900`` say how; ``--at`` is what stands behind the # in the
page's address, for instance ``node=entity/ann-lee``.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from tests.browser.chromium import ARGUMENTS, executable

__all__ = ["take"]


def take(
    page: Path, out: Path, *, at: str = "", size: tuple[int, int] = (1400, 900), dark: bool = False
) -> None:
    """Opens the page from disk, waits for its first drawing and writes what can be seen as PNG."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable(), args=list(ARGUMENTS))
        sheet = browser.new_page(
            viewport={"width": size[0], "height": size[1]},
            color_scheme="dark" if dark else "light",
            device_scale_factor=1,
        )
        sheet.goto(page.resolve().as_uri() + (f"#{at}" if at else ""))
        sheet.wait_for_selector("html[data-ready]", state="attached", timeout=60_000)
        sheet.wait_for_timeout(300)
        sheet.screenshot(path=str(out))
        browser.close()


def main() -> None:
    """Reads the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("page", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--at", default="")
    parser.add_argument("--size", default="1400x900")
    parser.add_argument("--dark", action="store_true")
    chosen = parser.parse_args()
    width, height = (int(part) for part in chosen.size.split("x"))
    take(chosen.page, chosen.out, at=chosen.at, size=(width, height), dark=chosen.dark)


if __name__ == "__main__":
    main()
