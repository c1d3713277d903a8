"""Hostile words in every field of a graph: nothing runs, and everything is shown as it is."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from tests.browser.actions import search
from tests.export.hostile import PAYLOADS

Open = Callable[..., Any]

ZOE = "entity/zoe-lindqvist"
PORT = "entity/port-authority"
FIRE = "event/quay-fire"
ARTEAGA = "entity/tomas-arteaga-0qkkx3"
COLLAPSE = "event/collapse-of-the-cerro-pardo-dam"


@pytest.mark.parametrize(
    "state",
    [
        "",
        f"#node={ZOE}",
        f"#node={FIRE}",
        f"#node={ZOE}&with={PORT}",
        f"#node={PORT}&with={FIRE}",
        "#unlinked=yes",
    ],
)
def test_hostile_words_run_nothing(open_page: Open, state: str) -> None:
    page = open_page("hostile", state)
    for summary in page.locator("#panel summary").all():
        summary.click()
    search(page, "script")
    page.mouse.move(700, 450)
    assert page.evaluate("window.ran") is None
    assert page.locator("#panel img, #panel svg[onload], #panel script, #hits img").count() == 0
    assert page.locator("header img").count() == 0


def test_hostile_words_are_shown_as_they_are(open_page: Open) -> None:
    page = open_page("hostile", f"#node={FIRE}")
    text = page.text_content("#panel")
    assert sum(payload in text for payload in PAYLOADS) >= 3


@pytest.mark.parametrize(
    "state",
    [
        "",
        f"#node={ARTEAGA}",
        f"#node={COLLAPSE}&focus={COLLAPSE}",
        f"#from={ARTEAGA}&to=entity/quito",
        f"#from={ARTEAGA}&to=entity/geneva",
        "#claim=claim/22544d73554f47e2_542_532",
        "#published=2031-03-08/2031-03-09",
        "#view=claims",
        f"#view=claims&node={COLLAPSE}",
        "#view=timeline",
        "#view=places",
    ],
)
def test_no_view_runs_hostile_words(open_page: Open, state: str) -> None:
    page = open_page("hostile-dispute", state)
    for summary in page.locator("main summary:visible").all()[:12]:
        summary.click()
    page.click("#save > summary")
    search(page, "window")
    assert page.locator("#hits [role=option]").count() > 0
    page.mouse.move(700, 450)
    page.select_option("#source", index=1)
    assert page.evaluate("window.ran") is None
    assert (
        page.locator("body img, svg[onload], body script:not([type]):not(:nth-last-of-type(-n+2))").count()
        == 0
    )
    assert page.locator("a[href^=javascript]").count() == 0


def test_hostile_words_of_another_page_go_nowhere(open_page: Open) -> None:
    page = open_page(
        "dispute", "#node=<img src=x onerror=window.ran=1>&view=<b>&open=|&focus=x&claims-topic=<i>"
    )
    assert page.evaluate("window.ran") is None
    assert page.locator("main img, main b:not(#hint b), main i").count() == 0
