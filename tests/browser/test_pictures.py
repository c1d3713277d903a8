"""The pictures in the documentation: all of them made by the command, none forgotten, none too heavy."""

from __future__ import annotations

import re
from pathlib import Path

from tests.browser.map_pictures import PICTURES
from tests.browser.view_pictures import STORIES, VIEWS

DOCS = Path(__file__).parents[2] / "docs"
HEAVIEST = 2_500_000
"""Bytes of all of them: they come with every clone."""


def test_the_command_makes_the_pictures_that_the_texts_show_and_no_others() -> None:
    made = {*(picture.name for picture in PICTURES), *VIEWS, *(story.name for story in STORIES)}
    texts = "".join((DOCS / name).read_text(encoding="utf-8") for name in ("page.md", "views.md"))
    assert set(re.findall(r"([\w-]+)\.png", texts)) == made
    assert {path.stem for path in DOCS.glob("*.png")} == made


def test_the_pictures_together_are_light() -> None:
    assert sum(path.stat().st_size for path in DOCS.glob("*.png")) < HEAVIEST
