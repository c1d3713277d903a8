"""The pictures of the page's views; :mod:`tests.browser.pictures` makes them.

One of each view, over the worked example of a dispute, and two that show a question answered click by click.
"""

from __future__ import annotations

import base64
import html
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kg.export.page import render_page
from kg.store import load_store
from kg.vocabulary import ontology_dir
from tests.browser.chromium import launched, opened

__all__ = ["STORIES", "VIEWS", "Story", "make"]

DAM = "event/collapse-of-the-cerro-pardo-dam"

VIEWS = {
    "page-claims": (f"view=claims&node={DAM}&claims-topic=Deaths", (1400, 1320)),
    "page-timeline": (f"view=timeline&node={DAM}", (1400, 900)),
    "page-places": ("view=places&node=entity/loja", (1400, 900)),
}
"""Name of the picture -> what stands behind the # of the address, and the size of the window."""


@dataclass(frozen=True, slots=True)
class Story:
    """A question answered in a few clicks.

    clicks: what is clicked, in order: a selector, of those the one that holds the words, and why.
    answer: what the last picture shows.
    """

    name: str
    question: str
    clicks: tuple[tuple[str, str, str], ...]
    answer: str


_TAB = ("#tab-claims", "", "Open the claims.")
_TOLL = (".cv-dispute", "How many died", "The toll is the most disputed of all.")

STORIES = (
    Story(
        "who-disputes-the-toll",
        "Who disputes the toll, and in whose words?",
        (
            _TAB,
            _TOLL,
            (
                ".cv-side.against .cv-card:has-text('Farolito') summary",
                "",
                "Those who dispute it stand at the right.",
            ),
        ),
        "Their words, in the sentence, in its paragraph.",
    ),
    Story(
        "what-does-this-person-say",
        "What does this person say about that?",
        (
            _TAB,
            _TOLL,
            (".cv-side.for .cv-speaker", "Tomás Arteaga", "A speaker’s name opens all that they say."),
            (
                ".cv-topics .cv-card:has-text('They add up rumours') summary",
                "",
                "One thing that he says about it.",
            ),
        ),
        "His words, marked where they stand.",
    ),
)


def make(folder: Path, *, only: str = "") -> list[Path]:
    """Makes all pictures in a folder, or the one of a name, and tells which."""
    folder.mkdir(parents=True, exist_ok=True)
    views = {name: how for name, how in VIEWS.items() if only in ("", name)}
    stories = [story for story in STORIES if only in ("", story.name)]
    with _page() as page, launched() as browser:
        found = [_view(browser, page, folder / f"{name}.png", *how) for name, how in views.items()]
        return found + [_story(browser, page, folder / f"{story.name}.png", story) for story in stories]


@contextmanager
def _page() -> Iterator[Path]:
    """The page of the worked example of a dispute, for as long as it is needed."""
    page = render_page(load_store(ontology_dir() / "examples" / "dispute.ttl"))
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "dispute.html"
        path.write_bytes(page.html.encode())
        yield path


def _view(browser: Any, page: Path, out: Path, at: str, size: tuple[int, int]) -> Path:
    sheet = opened(browser, page, at, size)
    sheet.screenshot(path=str(out))
    sheet.close()
    return out


def _story(browser: Any, page: Path, out: Path, story: Story) -> Path:
    """Each step with a ring where the reader clicks, then what they read, on one sheet."""
    sheet = opened(browser, page, "", (1180, 760))
    steps = []
    for number, (selector, words, _) in enumerate(story.clicks, start=1):
        target = sheet.locator(selector, has_text=words).first if words else sheet.locator(selector).first
        target.evaluate("target => target.scrollIntoView({ block: 'center' })")
        _ring(sheet, target.bounding_box(), number)
        steps.append(sheet.screenshot())
        sheet.evaluate("document.getElementById('click').remove()")
        target.click()
        sheet.wait_for_timeout(200)
    sheet.locator("#views mark").first.evaluate("mark => mark.scrollIntoView({ block: 'center' })")
    steps.append(sheet.screenshot())
    sheet.close()
    told = [*(f"{number}. {why}" for number, (*_, why) in enumerate(story.clicks, start=1)), story.answer]
    _mount(browser, out, story.question, list(zip(steps, told, strict=True)))
    return out


def _ring(sheet: Any, box: dict[str, float], number: int) -> None:
    """Draws a ring around what is clicked, with the number of the click."""
    sheet.evaluate(
        """([box, number]) => {
      const [ring, badge] = ['div', 'div'].map(tag => document.createElement(tag));
      ring.id = 'click';
      badge.textContent = number;
      Object.assign(ring.style, {
        position: 'fixed', zIndex: 99, left: `${box.x - 9}px`, top: `${box.y - 7}px`,
        width: `${box.width + 18}px`, height: `${box.height + 14}px`, border: '3px solid #c2185b',
        borderRadius: '14px', boxSizing: 'border-box', pointerEvents: 'none',
      });
      Object.assign(badge.style, {
        position: 'absolute', right: '-16px', top: '-18px', width: '30px', height: '30px',
        borderRadius: '50%', background: '#c2185b', color: '#fff', textAlign: 'center',
        font: '700 17px/30px Inter, system-ui, sans-serif',
      });
      ring.append(badge);
      document.body.append(ring);
    }""",
        [box, number],
    )


def _mount(browser: Any, out: Path, question: str, steps: list[tuple[bytes, str]]) -> None:
    """The steps on one sheet, two beside each other in reading order, each with what it is for."""
    pictures = "".join(
        f"<figure><figcaption>{html.escape(told)}</figcaption>"
        f'<img alt="" src="data:image/png;base64,{base64.b64encode(step).decode()}"></figure>'
        for step, told in steps
    )
    sheet = browser.new_page(viewport={"width": 1720, "height": 900})
    sheet.set_content(SHEET.format(question=html.escape(question), pictures=pictures))
    sheet.screenshot(path=str(out), full_page=True)
    sheet.close()


SHEET = """<style>
body {{ margin: 0; padding: 32px 36px 40px; font: 17px/1.4 Inter, system-ui, sans-serif; }}
html {{ background: #efece6; color: #22262b; }}
h1 {{ margin: 0; font: 600 28px/1.3 Inter, system-ui, sans-serif; letter-spacing: -.015em; }}
div {{ display: grid; grid-template-columns: 1fr 1fr; gap: 26px 28px; margin-top: 22px; }}
figure {{ margin: 0; }}
figcaption {{ margin-bottom: 9px; color: #5b636e; }}
img {{ display: block; width: 100%; border-radius: 10px; box-shadow: 0 2px 12px #0002; }}
</style><h1>{question}</h1><div>{pictures}</div>"""
