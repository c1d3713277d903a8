"""What a reader does with the page, and what they see of it."""

from __future__ import annotations

import re
from typing import Any

__all__ = ["address", "count", "heading", "search", "shown", "walk_to"]


def address(page: Any) -> str:
    """What stands behind the # of the page's address, decoded."""
    return str(page.evaluate("decodeURIComponent(location.hash)")).replace("+", " ")


def heading(page: Any) -> str:
    """The heading of the panel: what is chosen."""
    return str(page.inner_text("#panel h2"))


def count(page: Any, name: str) -> int:
    """The number that the key gives for a kind of node or line."""
    return int(page.inner_text(f"[data-count={name}]").replace(",", ""))


def shown(page: Any) -> int:
    """How many nodes are in view."""
    found = re.match(r"([\d,]+) of", page.text_content("#count"))
    assert found
    return int(found[1].replace(",", ""))


def search(page: Any, words: str) -> list[str]:
    """Types into the search field; the names it offers."""
    page.keyboard.press("/")
    page.keyboard.type(words)
    return [str(text) for text in page.locator("#hits .what").all_inner_texts()]


def walk_to(page: Any, selector: str, *, most: int = 80) -> None:
    """Presses Tab until an element has the focus; fails when it is never reached."""
    for _ in range(most):
        page.keyboard.press("Tab")
        if page.evaluate("selector => document.activeElement.matches(selector)", selector):
            return
    raise AssertionError(f"Tab never reaches {selector}")
