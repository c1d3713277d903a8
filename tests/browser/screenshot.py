"""Makes a picture of a page: ``python -m tests.browser.screenshot PAGE OUT.png``.

``--dark`` and ``--size 1400x900`` say how; ``--at`` is what stands behind the # in the
page's address, for instance ``node=entity/ann-lee``.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from tests.browser.chromium import launched, opened

__all__ = ["take"]


def take(
    page: Path, out: Path, *, at: str = "", size: tuple[int, int] = (1400, 900), dark: bool = False
) -> None:
    """Opens the page from disk, waits for its first drawing and writes what can be seen as PNG."""
    with launched() as browser:
        opened(browser, page, at, size, dark=dark).screenshot(path=str(out))


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
