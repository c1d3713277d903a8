"""Makes the pictures of the page's views: ``python -m tests.browser.view_pictures docs``.

One of each view, over the worked example of a dispute, and two that show a question answered click by click.
"""

from __future__ import annotations

import argparse
import base64
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kg.export.page import render_page
from kg.store import load_store
from kg.vocabulary import ontology_dir
from tests.browser.chromium import ARGUMENTS, executable

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

    clicks: what is clicked, in order: a selector, and of those the one that holds the words.
    """

    name: str
    question: str
    clicks: tuple[tuple[str, str], ...]


_TAB = ("#tab-claims", "")
_TOLL = (".cv-dispute", "How many died")

STORIES = (
    Story(
        "who-disputes-the-toll",
        "Who disputes the toll, and in whose words?",
        (_TAB, _TOLL, (".cv-side.against .cv-card:has-text('Farolito') summary", "")),
    ),
    Story(
        "what-does-this-person-say",
        "What does this person say about that?",
        (
            _TAB,
            _TOLL,
            (".cv-side.for .cv-speaker", "Tomás Arteaga"),
            (".cv-topics .cv-card:has-text('They add up rumours') summary", ""),
        ),
    ),
)


def make(folder: Path) -> list[Path]:
    """Makes all pictures in a folder, and tells which."""
    folder.mkdir(parents=True, exist_ok=True)
    with _page() as page, _browser() as browser:
        found = [_view(browser, page, folder / f"{name}.png", *how) for name, how in VIEWS.items()]
        return found + [_story(browser, page, folder / f"{story.name}.png", story) for story in STORIES]


@contextmanager
def _page() -> Iterator[Path]:
    """The page of the worked example of a dispute, for as long as it is needed."""
    page = render_page(load_store(ontology_dir() / "examples" / "dispute.ttl"))
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "dispute.html"
        path.write_bytes(page.html.encode())
        yield path


@contextmanager
def _browser() -> Iterator[Any]:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable(), args=list(ARGUMENTS))
        yield browser
        browser.close()


def _open(browser: Any, page: Path, at: str, size: tuple[int, int]) -> Any:
    sheet = browser.new_page(viewport={"width": size[0], "height": size[1]}, color_scheme="light")
    sheet.goto(page.as_uri() + (f"#{at}" if at else ""))
    sheet.wait_for_selector("html[data-ready]", state="attached", timeout=60_000)
    sheet.wait_for_timeout(300)
    return sheet


def _view(browser: Any, page: Path, out: Path, at: str, size: tuple[int, int]) -> Path:
    sheet = _open(browser, page, at, size)
    sheet.screenshot(path=str(out))
    sheet.close()
    return out


def _story(browser: Any, page: Path, out: Path, story: Story) -> Path:
    """Each step with a ring where the reader clicks, then what they read, on one sheet."""
    sheet = _open(browser, page, "", (1240, 800))
    steps = []
    for number, (selector, words) in enumerate(story.clicks, start=1):
        target = sheet.locator(selector, has_text=words).first if words else sheet.locator(selector).first
        target.scroll_into_view_if_needed()
        _ring(sheet, target.bounding_box(), number)
        steps.append(sheet.screenshot())
        sheet.evaluate("document.getElementById('click').remove()")
        target.click()
        sheet.wait_for_timeout(200)
    sheet.locator("#views mark").first.scroll_into_view_if_needed()
    steps.append(sheet.screenshot())
    sheet.close()
    _mount(browser, out, story.question, steps)
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
        font: '700 18px/30px system-ui',
      });
      ring.append(badge);
      document.body.append(ring);
    }""",
        [box, number],
    )


def _mount(browser: Any, out: Path, question: str, steps: list[bytes]) -> None:
    """The steps on one sheet, two beside each other, in the order in which they are read."""
    pictures = "".join(
        f'<img alt="" src="data:image/png;base64,{base64.b64encode(step).decode()}">' for step in steps
    )
    sheet = browser.new_page(viewport={"width": 1640, "height": 900})
    sheet.set_content(
        "<style>body{margin:0;padding:28px;font:600 26px system-ui;background:#efece6;color:#22262b}"
        "div{display:grid;grid-template-columns:1fr 1fr;gap:22px;margin-top:20px}"
        "img{width:100%;border-radius:10px;box-shadow:0 2px 10px #0002}</style>"
        f"{question}<div>{pictures}</div>"
    )
    sheet.screenshot(path=str(out), full_page=True)
    sheet.close()


def main() -> None:
    """Reads the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    make(parser.parse_args().folder)


if __name__ == "__main__":
    main()
