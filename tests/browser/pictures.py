"""Makes every picture in the documentation: ``python -m tests.browser.pictures docs``.

The page is photographed in the browser of the machine. The pictures are then reduced to 256 colours, which
no eye sees in a drawing of flat colours and which saves most of their bytes. ``--only NAME`` makes one alone.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from tests.browser import map_pictures, view_pictures

__all__ = ["make", "shrink"]

COLOURS = 256


def make(folder: Path, *, only: str = "") -> list[Path]:
    """Makes all pictures in a folder, or the one of a name, and tells which."""
    found = map_pictures.make(folder, only=only) + view_pictures.make(folder, only=only)
    for path in found:
        shrink(path)
    return found


def shrink(path: Path) -> None:
    """Writes a PNG anew with a palette of its own; equal pictures give equal bytes."""
    from PIL import Image

    with Image.open(path) as picture:
        # Other methods lose the colours of small things, such as the signs of the key.
        flat = picture.convert("RGB").quantize(
            COLOURS, method=Image.Quantize.MAXCOVERAGE, kmeans=2, dither=Image.Dither.NONE
        )
    flat.save(path, optimize=True)


def main() -> None:
    """Reads the command line."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", type=Path)
    parser.add_argument("--only", default="", metavar="NAME")
    chosen = parser.parse_args()
    make(chosen.folder, only=chosen.only)


if __name__ == "__main__":
    main()
