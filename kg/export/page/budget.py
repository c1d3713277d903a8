"""Keeps the page small: paragraphs around evidence are cut where all of them would weigh too much.

The sentence that supports something is always whole; what is shortened is how much of its paragraph stands
around it. The article itself holds the rest.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kg.export.page.scene import Scene, Sentence

__all__ = ["LETTERS", "shorten_paragraphs"]

LETTERS = 5_000_000
"""So many letters of paragraphs a page may hold: with 10,000 names it then stays below 12 MB."""
AROUND = (400, 200, 80, 0)
"""Letters kept on either side of the cited sentences, tried in this order until all fits."""
CUT = "… "


def shorten_paragraphs(scene: Scene, *, letters: int = LETTERS) -> Scene:
    """The scene with its paragraphs cut as little as needed to come below ``letters`` together.

    What still is too much when nothing but the cited sentences is left stays: sentences are not cut.
    """
    if sum(map(len, scene.paragraphs)) <= letters:
        return scene
    cut = scene
    for around in AROUND:
        cut = _cut(scene, around)
        if sum(map(len, cut.paragraphs)) <= letters:
            break
    return cut


def _cut(scene: Scene, around: int) -> Scene:
    """Every paragraph from ``around`` letters before its first cited sentence to as many after its last."""
    cited: dict[int, list[Sentence]] = {}
    for sentence in scene.sentences:
        cited.setdefault(sentence.paragraph, []).append(sentence)
    paragraphs, shift = [], []
    for number, text in enumerate(scene.paragraphs):
        first = _word_start(text, min(s.start for s in cited[number]) - around)
        last = _word_end(text, max(s.end for s in cited[number]) + around)
        before = CUT if first else ""
        paragraphs.append(before + text[first:last] + (CUT.rstrip() if last < len(text) else ""))
        shift.append(len(before) - first)
    return replace(
        scene,
        paragraphs=tuple(paragraphs),
        sentences=tuple(
            replace(s, start=s.start + shift[s.paragraph], end=s.end + shift[s.paragraph])
            if s.paragraph >= 0
            else s
            for s in scene.sentences
        ),
    )


def _word_start(text: str, at: int) -> int:
    """The place itself or the next after a space; 0 where it lies before the text or near its start."""
    if at <= len(CUT):
        return 0
    space = text.rfind(" ", 0, at)
    return space + 1


def _word_end(text: str, at: int) -> int:
    space = text.find(" ", at)
    return len(text) if space < 0 else space
