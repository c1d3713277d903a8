"""Moving about in the graph: focus, expansion, connections, the trail, Back, and the keyboard."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from tests.browser.actions import address, heading, search, shown, walk_to

Open = Callable[..., Any]

ZOE = "entity/zoe-lindqvist"
FIRE = "event/quay-fire"
ARTEAGA = "entity/tomas-arteaga-0qkkx3"
COLLAPSE = "event/collapse-of-the-cerro-pardo-dam"


def test_focus_shows_a_node_with_its_neighbours(open_page: Open) -> None:
    page = open_page("harbour", f"#node={ZOE}")
    page.click("#focus")
    assert shown(page) == 2
    page.click("#focus")
    assert shown(page) > 2
    page.keyboard.press("Escape")
    assert shown(page) == 7


def test_a_click_on_a_node_opens_it(open_page: Open) -> None:
    page = open_page("harbour", f"#node={ZOE}&focus={ZOE}")
    assert heading(page) == "Zoë Lindqvist"
    box = page.locator("#map").bounding_box()
    # In focus a node's one neighbour stands straight above it.
    for step in range(30):
        page.mouse.click(box["x"] + box["width"] / 2, box["y"] + 20 + step * 26)
        if "Tårnby" in heading(page):
            break
    assert "Tårnby Port Authority" in heading(page)


def test_the_keyboard_walks_from_neighbour_to_neighbour(open_page: Open) -> None:
    page = open_page("harbour", f"#node={FIRE}&focus={FIRE}")
    page.focus("#map")
    seen = set()
    for key in ("ArrowUp", "ArrowDown", "ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown"):
        page.keyboard.press(key)
        seen.add(heading(page))
    assert len(seen) >= 3
    page.keyboard.press("Escape")
    assert "focus" not in address(page)


def test_enter_focuses_and_escape_leaves(open_page: Open) -> None:
    page = open_page("harbour", f"#node={ZOE}")
    page.focus("#map")
    page.keyboard.press("Enter")
    assert f"focus={ZOE}" in address(page)
    page.keyboard.press("Escape")
    page.keyboard.press("Escape")
    assert address(page) == ""


def trail(page: Any) -> list[str]:
    return [str(text) for text in page.locator("#steps .step").all_inner_texts()]


def open_group(page: Any, words: str) -> None:
    """Presses what stands beside the heading of a group of links."""
    page.locator("#panel .head", has_text=words).locator("button").click()


def test_a_group_of_links_is_opened_by_what_it_says(open_page: Open) -> None:
    page = open_page("dispute", f"#node={COLLAPSE}")
    rows = page.locator("#panel section", has=page.locator("h3", has_text="Includes"))
    size = int(rows.locator("h3 .n").inner_text())
    open_group(page, "Includes")
    assert shown(page) == 1 + size
    assert f"focus={COLLAPSE}&hops=0&open={COLLAPSE}|includes" in address(page)


def test_further_groups_open_around_any_node_shown(open_page: Open) -> None:
    page = open_page("dispute", f"#node={COLLAPSE}&focus={COLLAPSE}&hops=0&open={COLLAPSE}|includes")
    before = shown(page)
    open_group(page, "Said about" if page.locator(".head", has_text="Said about").count() else "What is said")
    grown = shown(page)
    assert grown > before
    state = address(page)
    page.reload()
    page.wait_for_selector("html[data-ready]", state="attached")
    assert (shown(page), address(page)) == (grown, state)


def test_a_hub_in_focus_shows_its_most_connected_and_the_rest_on_request(open_page: Open) -> None:
    page = open_page("large", "#node=entity/n0&focus=entity/n0")
    assert shown(page) == 61
    assert page.inner_text("#all").startswith("Show ")
    page.click("#all")
    assert shown(page) > 100
    page.click("#all")
    assert shown(page) == 61


def test_the_connection_of_two_names_is_told_step_by_step(open_page: Open) -> None:
    page = open_page("dispute", f"#node={ARTEAGA}")
    page.click("#way")
    page.keyboard.type("quito")
    page.wait_for_selector("#others [role=option]")
    page.keyboard.press("Enter")
    assert heading(page) == "Tomás Arteaga to Quito"
    assert page.locator("#panel .way").first.inner_text().split("\n") == [
        "Tomás Arteaga",
        "speaks about",
        "arrests of protesters, March 2031",
        "includes",
        "arrests in Quito",
        "took place in",
        "Quito",
    ]
    assert shown(page) == 4
    assert address(page) == f"#from={ARTEAGA}&to=entity/quito"


def test_each_step_of_a_connection_opens_its_evidence(open_page: Open) -> None:
    page = open_page("dispute", f"#from={ARTEAGA}&to=entity/quito")
    page.locator("#panel .way .said button").first.click()
    assert page.locator("#panel .card.claim").count() > 0
    assert shown(page) == 4
    page.keyboard.press("Escape")
    page.keyboard.press("Escape")
    assert heading(page) == "Tomás Arteaga to Quito"
    page.keyboard.press("Escape")
    assert "to=" not in address(page)


def test_names_without_a_connection_are_told_so(open_page: Open) -> None:
    page = open_page("dispute", f"#from={ARTEAGA}&to=entity/geneva")
    assert "No way leads from one to the other." in page.inner_text("#panel")
    assert shown(page) == 2


@pytest.mark.parametrize(
    ("filters", "ways"),
    [("", ["Board", "Docks"]), ("&lines-off=claim", ["Board"]), ("&lines-off=fact", [])],
)
def test_a_connection_respects_the_filters_and_prefers_facts(
    open_page: Open, filters: str, ways: list[str]
) -> None:
    page = open_page("square", f"#from=entity/a&to=entity/c{filters}")
    found = [text.split("\n") for text in page.locator("#panel .way").all_inner_texts()]
    assert [way[2] for way in found] == ways


def test_a_connection_runs_from_left_to_right(open_page: Open) -> None:
    page = open_page("dispute", f"#from={ARTEAGA}&to=entity/quito")
    box = page.locator("#map").bounding_box()
    seen = []
    # Clicks so far apart that no two of them are a double click.
    for x in range(10, int(box["width"]) - 10, 12):
        page.mouse.click(box["x"] + x, box["y"] + box["height"] / 2 - 9)
        if page.inner_text("#panel .kind").startswith(("Person", "Event", "Place")):
            seen.append(heading(page))
    met = list(dict.fromkeys(seen))
    assert met == ["Tomás Arteaga", "Arrests of protesters, March 2031", "Arrests in Quito", "Quito"]


def test_the_trail_leads_back(open_page: Open) -> None:
    page = open_page("dispute")
    for words in ("arteaga", "quito", "pardovia"):
        search(page, words)
        page.keyboard.press("Enter")
    assert trail(page) == ["Tomás Arteaga", "Quito", "Pardovia Mining"]
    assert page.inner_text("#steps [aria-current]") == "Pardovia Mining"
    page.locator("#steps .step").first.click()
    assert heading(page) == "Tomás Arteaga"
    assert trail(page) == ["Tomás Arteaga", "Quito", "Pardovia Mining"]
    page.reload()
    page.wait_for_selector("html[data-ready]", state="attached")
    assert trail(page) == ["Tomás Arteaga", "Quito", "Pardovia Mining"]
    page.click("#forget")
    assert page.locator("#trail").is_hidden()


def test_back_undoes_a_step_but_not_a_filter(open_page: Open) -> None:
    page = open_page("harbour")
    search(page, "zoe")
    page.keyboard.press("Enter")
    page.uncheck("input[data-name=Place]")
    page.click("#focus")
    page.go_back()
    page.wait_for_function("!location.hash.includes('focus')")
    assert address(page) == f"#node={ZOE}&hide=Place"
    page.go_back()
    page.wait_for_function("!location.hash.includes('node')")
    assert page.inner_text("#panel .kind") == "Overview"


def test_shift_and_a_click_asks_for_the_connection(open_page: Open) -> None:
    page = open_page("harbour", f"#node={FIRE}&focus={FIRE}")
    box = page.locator("#map").bounding_box()
    page.keyboard.down("Shift")
    for step in range(40):
        # In focus a node's first neighbour stands straight above it.
        page.mouse.click(box["x"] + box["width"] / 2, box["y"] + 20 + step * 18)
        if " to " in heading(page):
            break
    page.keyboard.up("Shift")
    assert heading(page).startswith("fire on the old quay to ")


def test_tabs_are_walked_with_arrows(open_page: Open) -> None:
    page = open_page("dispute")
    page.focus("#tab-connections")
    seen = []
    for key in ("ArrowRight", "ArrowRight", "ArrowRight", "ArrowRight", "End", "Home", "ArrowLeft"):
        page.keyboard.press(key)
        seen.append(page.evaluate("document.activeElement.id.replace('tab-', '')"))
        assert page.locator("[role=tab][aria-selected=true]").count() == 1
        assert page.locator(f"#view-{seen[-1]}").is_visible()
    assert seen == ["claims", "timeline", "places", "connections", "places", "connections", "places"]


def test_all_is_done_without_a_mouse(open_page: Open) -> None:
    page = open_page("dispute")
    page.keyboard.press("/")
    page.keyboard.type("arteaga")
    page.keyboard.press("Enter")
    walk_to(page, "#focus")
    page.keyboard.press("Enter")
    assert f"focus={ARTEAGA}" in address(page)
    page.keyboard.press("c")
    page.keyboard.type("quito")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    assert heading(page) == "Tomás Arteaga to Quito"
    walk_to(page, "#panel .way .said button")
    page.keyboard.press("Enter")
    walk_to(page, "#panel .evidence > summary")
    assert page.locator("#panel mark").count() > 0


def test_a_claim_has_an_address_of_its_own(open_page: Open) -> None:
    page = open_page("dispute", "#claim=claim/22544d73554f47e2_542_532")
    assert "no more than 40 people" in page.inner_text("#panel .words")
    assert page.locator("#panel mark").first.is_visible()
    assert address(page).endswith("claim=claim/22544d73554f47e2_542_532")


def test_what_is_chosen_is_told_by_ear(open_page: Open) -> None:
    page = open_page("harbour", f"#node={ZOE}")
    assert page.inner_text("#said") == "Zoë Lindqvist, person, 1 link"
    assert page.get_attribute("#said", "aria-live") == "polite"


def test_the_hint_comes_once(open_page: Open) -> None:
    page = open_page("harbour", width=1300)
    page.click("#hint-seen")
    assert page.locator("#hint").is_hidden()
    page.reload()
    page.wait_for_selector("html[data-ready]", state="attached")
    assert page.locator("#hint").is_hidden()


@pytest.mark.parametrize("key", ["f", "+", "-"])
def test_keys_move_the_window_and_nothing_else(open_page: Open, key: str) -> None:
    page = open_page("harbour", f"#node={ZOE}")
    page.keyboard.press(key)
    assert address(page) == f"#node={ZOE}"
