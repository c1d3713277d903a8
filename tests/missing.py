"""Says loudly, as the last line of ``make test``, which tests could not run here; a failure in CI.

``python -m tests.missing --strict`` is a failure anywhere. Needs nothing but the standard library.
"""

from __future__ import annotations

import shutil
import sys
from importlib.util import find_spec

from tests.stores.programs import is_ci, missing_programs

__all__ = ["main"]

_LIBRARIES = {
    "axe_playwright_python": "the page's accessibility",
    "kglite": "the Cypher that is written",
    "pyarrow": "the Parquet files that are written",
}
"""Test tools that are imported where they are there; ``make test`` installs them."""


def main(arguments: list[str]) -> int:
    """Tell what is missing; 1 if something is and that counts as a failure."""
    missing = missing_programs()
    if not shutil.which("chromium"):
        missing.append(("chromium", "the page", "Debian: chromium"))
    missing += [(name, what, f"PyPI: {name}") for name, what in _LIBRARIES.items() if find_spec(name) is None]
    for name, what, package in missing:
        sys.stdout.write(f"*** NOT TESTED, there is no {name} here: {what}. ({package}) ***\n")
    return int(bool(missing) and (is_ci() or "--strict" in arguments))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
