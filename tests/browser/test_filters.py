"""The key and the filters, worked by hand in a browser."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from tests.browser.actions import address, count, shown, walk_to

Open = Callable[..., Any]


def test_the_key_counts_and_hides_kinds(open_page: Open) -> None:
    page = open_page("harbour")
    kinds = ("Person", "Organization", "Place", "Event", "AnonymousSource")
    assert [count(page, kind) for kind in kinds] == [2, 2, 1, 1, 1]
    page.uncheck("input[data-name=Event]")
    assert shown(page) == 6
    assert count(page, "Event") == 1
    page.uncheck("input[data-name=Person]")
    assert shown(page) == 4
    page.click("#clear")
    assert shown(page) == 7
    assert address(page) == ""


def test_the_article_filter_keeps_what_that_article_says(open_page: Open) -> None:
    page = open_page("harbour")
    page.select_option("#source", label="Union answers the port")
    assert shown(page) == 3


def test_names_without_links_are_shown_on_request(open_page: Open) -> None:
    page = open_page("harbour")
    page.check("#lone")
    assert shown(page) == 8


def chips(page: Any) -> list[str]:
    return [text.removesuffix(" ×") for text in page.locator("#chips .chip").all_inner_texts()]


def drag(page: Any, selector: str, start: float, end: float) -> None:
    """Drags over the bars from one share of their width to another."""
    box = page.locator(f"{selector} .bars").bounding_box()
    y = box["y"] + box["height"] / 2
    page.mouse.move(box["x"] + start * box["width"], y)
    page.mouse.down()
    page.mouse.move(box["x"] + (start + end) / 2 * box["width"], y)
    page.mouse.move(box["x"] + end * box["width"], y)
    page.mouse.up()


def test_a_kind_of_line_can_be_hidden(open_page: Open) -> None:
    page = open_page("dispute")
    whole = shown(page)
    before = count(page, "claim")
    assert before > 0
    page.uncheck("input[data-name=claim]")
    assert count(page, "claim") < before
    assert shown(page) < whole
    assert address(page) == "#lines-off=claim"


def test_dragging_over_the_bars_keeps_what_happened_then(open_page: Open) -> None:
    page = open_page("dispute")
    whole = count(page, "Event")
    drag(page, "#event-field", 0.02, 0.05)
    assert 0 < count(page, "Event") < whole
    assert chips(page) == ["Happened 3–9 March 2031"]
    assert address(page) == "#happened=2031-03-03/2031-03-09"
    page.click("#chips .chip")
    assert count(page, "Event") == whole


def test_of_the_events_only_those_of_the_time_are_left(open_page: Open) -> None:
    page = open_page("dispute", "#happened=2031-03-07/2031-03-07")
    day = 22345
    dated = page.evaluate("JSON.parse(document.getElementById('node-data').textContent)")
    inside = [
        node
        for node in dated
        if node["kind"] == "Event" and "days" in node and node["days"][0] <= day <= node["days"][1]
    ]
    linked = [node for node in inside if node.get("degree")]
    assert 0 < count(page, "Event") == len(linked) < sum(node["kind"] == "Event" for node in dated)


def test_the_days_of_publication_are_moved_with_the_keyboard(open_page: Open) -> None:
    page = open_page("dispute")
    whole = shown(page)
    walk_to(page, "#published-field input.first")
    for _ in range(4):
        page.keyboard.press("ArrowRight")
    slider = page.locator("#published-field input.first")
    assert slider.get_attribute("aria-valuetext") == "9 March 2031"
    assert page.inner_text("#published-field output") == "9–13 March 2031"
    assert 0 < shown(page) < whole
    assert chips(page) == ["Published 9–13 March 2031"]


def test_time_filters_survive_a_reload(open_page: Open) -> None:
    page = open_page("dispute", "#happened=2031-03-03/2031-03-09&published=2031-03-10/2031-03-13")
    first = (shown(page), chips(page))
    page.reload()
    page.wait_for_selector("html[data-ready]", state="attached")
    assert (shown(page), chips(page)) == first
    assert len(first[1]) == 2


@pytest.mark.parametrize(
    "state",
    ["happened=2031-13-40/x", "published=2031-03-10", "confidence=many", "mentions=-4", "publisher=x"],
)
def test_a_filter_that_makes_no_sense_is_none(open_page: Open, state: str) -> None:
    page = open_page("dispute", f"#{state}")
    assert chips(page) == []
    assert address(page) == ""


def test_a_publisher_filters_what_its_articles_say(open_page: Open) -> None:
    page = open_page("dispute")
    whole = shown(page)
    page.select_option("#source", label="Plumeline Agency (2)")
    both = shown(page)
    assert 0 < both < whole
    assert chips(page) == ["Published by Plumeline Agency"]
    page.select_option("#source", label="At least 17 dead after mine dam collapses in southern Ecuador")
    assert 0 < shown(page) < both


def test_evidence_in_the_panel_follows_the_source(open_page: Open) -> None:
    page = open_page("dispute", "#node=entity/tomas-arteaga-0qkkx3")
    section = page.locator("#panel section", has_text="Says").first
    assert section.locator("h3 .n").inner_text() == "9"
    page.select_option("#source", label="Plumeline Agency (2)")
    assert int(section.locator("h3 .n").inner_text()) < 9


def slide(page: Any, selector: str, value: int) -> None:
    """Moves a slider as a hand would: to a position, with the events that this brings."""
    page.locator(f"{selector} input").fill(str(value))


def test_confidence_keeps_what_is_surer(open_page: Open) -> None:
    page = open_page("dispute")
    before = shown(page)
    last = int(page.get_attribute("#surest-field input", "max"))
    slide(page, "#surest-field", last)
    assert page.inner_text("#surest-field output").startswith("at least ")
    assert page.get_attribute("#surest-field input", "aria-valuetext").startswith("at least ")
    assert shown(page) < before
    assert chips(page)[0].startswith("Confidence at least")


def test_mentions_keep_who_is_named_often(open_page: Open) -> None:
    page = open_page("harbour")
    slide(page, "#mentions-field", int(page.get_attribute("#mentions-field input", "max")))
    assert chips(page) == ["Mentioned at least 5 times"]
    assert shown(page) == 1
    page.click("#clear")
    assert chips(page) == []
    assert address(page) == ""


def test_filters_that_leave_nothing_say_so_and_offer_the_way_out(open_page: Open) -> None:
    page = open_page("dispute", "#happened=1990-01-01/1990-12-31")
    assert page.inner_text("#empty h2") == "Nothing passes these filters"
    page.click("#empty-clear")
    assert page.locator("#empty").is_hidden()
    assert shown(page) > 40


def test_a_graph_without_names_says_what_to_do(open_page: Open) -> None:
    page = open_page("empty")
    assert page.inner_text("#empty h2") == "Nothing to show yet"
    assert page.locator("#hint").is_hidden()
    assert page.inner_text("h1") == "An empty graph"
    for field in (
        "#bar",
        ".zoom",
        "#kinds-field",
        "#event-field",
        "#published-field",
        "#source-field",
        "#surest-field",
        "#lines-field",
    ):
        assert page.locator(field).is_hidden(), field


def test_the_bars_show_how_much_of_each_day_is_in_view(open_page: Open) -> None:
    page = open_page("dispute", "#happened=2031-03-03/2031-03-09")
    heights = page.eval_on_selector_all(
        "#event-field .now", "bars => bars.map(bar => Number(bar.getAttribute('height')))"
    )
    assert heights[0] > 0
    assert sum(heights[2:]) == 0


def test_filters_hold_in_every_view(open_page: Open) -> None:
    page = open_page("dispute", "#published=2031-03-09/2031-03-13")
    chosen = chips(page)
    for view in ("claims", "timeline", "places"):
        page.click(f"#tab-{view}")
        assert chips(page) == chosen
        assert f"view={view}" in address(page)
