"""The timeline and the map in a real browser."""

from __future__ import annotations

import math
import re
from typing import Any

import pytest

from tests.browser.views import Open, address, box, middle, overlapping, texts, write_pages

page_file = pytest.fixture(scope="module")(write_pages)


# time


def events(page: Any) -> list[str]:
    return [str(mark.get_attribute("aria-label")) for mark in page.locator(".tl-event").all()]


def test_events_stand_in_time_as_exactly_as_they_are_dated(open_page: Open) -> None:
    page = open_page("dispute", "#view=timeline&happened=2031-03-01/2031-06-10")
    assert events(page)[0] == "collapse of the Cerro Pardo dam, 4 March 2031, Cerro Pardo"
    assert events(page)[-1] == "trial of Darío Luzuriaga, May 2031, Ecuador, planned"
    mark = ".tl-event[aria-label^='{}'] {}"
    assert page.locator(mark.format("march in Loja", "path.tl-mark")).count() == 1
    span = page.locator(mark.format("arrests of protesters", "rect.tl-mark"))
    month = page.locator(mark.format("trial of", "rect.tl-within"))
    lasted, within = (right - left for left, right in (box(span), box(month)))
    assert within / lasted == pytest.approx(31 / 4, rel=0.08)


def test_events_stand_where_their_days_are(open_page: Open) -> None:
    page = open_page("dispute", "#view=timeline&happened=2031-03-01/2031-03-20")
    at = {
        label.split(",")[0]: middle(mark.locator(".tl-mark"))
        for label, mark in zip(events(page), page.locator(".tl-event").all(), strict=True)
    }
    day = (at["resignation of Rocío Zambrano"] - at["collapse of the Cerro Pardo dam"]) / 6
    assert (at["debate of the Human Rights Council"] - at["march in Loja"]) / day == pytest.approx(
        7, abs=0.05
    )


@pytest.mark.parametrize("width", [1400, 390])
def test_names_on_the_timeline_do_not_lie_on_each_other(open_page: Open, width: int) -> None:
    page = open_page("dispute", "#view=timeline&happened=2031-03-01/2031-06-10", width=width)
    assert page.locator(".tl-name").count() == 14
    assert overlapping(page, ".tl-name") == []


@pytest.mark.parametrize("days", ["2031-03-01/2031-06-10", "2031-03-04/2031-03-12", "2031-03-08/2031-03-08"])
def test_no_name_runs_off_the_timeline_of_a_phone(open_page: Open, days: str) -> None:
    page = open_page("dispute", f"#view=timeline&happened={days}", width=390)
    sheet = page.locator(".tl-drawing").bounding_box()
    for name in page.locator(".tl-name").all():
        left, right = box(name)
        assert left >= sheet["x"] - 1
        assert right <= sheet["x"] + sheet["width"] + 1


def test_a_few_events_far_off_do_not_press_the_others_together(open_page: Open) -> None:
    page = open_page("dispute", "#view=timeline")
    assert len(events(page)) == 13
    assert "1 more outside this time" in page.inner_text(".tl-head")
    page.get_by_role("button", name="Whole time").click()
    assert len(events(page)) == 14


def test_the_part_of_time_in_view_is_the_filter_of_all_views(open_page: Open) -> None:
    page = open_page("dispute", "#view=timeline&happened=2031-03-01/2031-06-10")
    strip = page.locator(".tl-strip .tl-ground").bounding_box()

    def x(part: float) -> float:
        return float(strip["x"] + part * strip["width"])

    page.mouse.dblclick(x(0.5), strip["y"] + 10)
    page.mouse.move(x(0.5), strip["y"] + 15)
    page.mouse.down()
    page.mouse.move(x(0.7), strip["y"] + 15)
    page.mouse.move(x(0.99), strip["y"] + 15)
    page.mouse.up()
    assert [label.split(",")[0] for label in events(page)] == ["trial of Darío Luzuriaga"]
    assert "happened=" in address(page)
    page.click("#tab-places")
    assert texts(page, ".pm-list .name") == ["Ecuador"]


def test_the_ends_of_the_time_in_view_move_by_key(open_page: Open) -> None:
    page = open_page("dispute", "#view=timeline&happened=2031-03-06/2031-03-10")
    before = len(events(page))
    handle = page.locator("[data-tl=handle-first]")
    assert handle.get_attribute("role") == "slider"
    handle.focus()
    for _ in range(3):
        page.keyboard.press("ArrowLeft")
    assert len(events(page)) > before
    assert page.evaluate("document.activeElement.dataset.tl") == "handle-first"
    page.locator("[data-tl=handle-last]").focus()
    page.keyboard.press("PageUp")
    assert "debate of the Human Rights Council" in " ".join(events(page))


def test_closer_and_farther_and_dragging(open_page: Open) -> None:
    page = open_page("dispute", "#view=timeline&happened=2031-03-01/2031-03-20")
    page.get_by_role("button", name="Closer").click()
    closer = address(page)
    assert closer != "#view=timeline&happened=2031-03-01/2031-03-20"
    sheet = page.locator(".tl-drawing").bounding_box()
    page.mouse.move(sheet["x"] + 500, sheet["y"] + sheet["height"] - 8)
    page.mouse.down()
    page.mouse.move(sheet["x"] + 400, sheet["y"] + sheet["height"] - 8)
    page.mouse.move(sheet["x"] + 300, sheet["y"] + sheet["height"] - 8)
    page.mouse.up()
    first = [re.search(r"happened=(\S+)/", where)[1] for where in (closer, address(page))]  # type: ignore[index]
    assert first[1] > first[0]


def test_an_event_is_chosen_by_click_and_by_key(open_page: Open) -> None:
    page = open_page("dispute", "#view=timeline")
    page.locator(".tl-event[aria-label^='march in Loja'] .tl-name").click()
    assert page.inner_text("#panel h2").lower() == "march in loja"
    page.locator(".tl-event[tabindex='0']").focus()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Enter")
    assert page.inner_text("#panel h2").lower() == "protests over the cerro pardo dam"
    assert page.locator(".tl-event[tabindex='0']").count() == 1


def test_events_without_a_date_are_listed(open_page: Open) -> None:
    page = open_page("bare", "#view=timeline")
    assert "No event here has a date" in page.inner_text(".tl")
    assert texts(page, ".tl-undated .name") == ["Fire on the old quay"]


def test_planned_events_are_hollow(open_page: Open) -> None:
    page = open_page("dispute", "#view=timeline")
    assert [
        label.split(",")[0]
        for label in page.locator(".tl-event.open").evaluate_all(
            "marks => marks.map(mark => mark.getAttribute('aria-label'))"
        )
    ] == ["arrests in Quito", "debate of the Human Rights Council"]


# places


def places(page: Any) -> dict[str, tuple[float, float]]:
    return {
        str(found.get_attribute("data-pm")): (
            float(found.locator("circle").get_attribute("cx")),
            float(found.locator("circle").get_attribute("cy")),
        )
        for found in page.locator(".pm-place").all()
    }


def test_places_lie_where_their_coordinates_say(open_page: Open) -> None:
    page = open_page("dispute", "#view=places")
    at = places(page)
    quito, loja, guayaquil = (at[f"entity/{name}"] for name in ("quito", "loja", "guayaquil"))
    unit = (loja[1] - quito[1]) / (3.9931 - 0.22)
    assert (guayaquil[1] - quito[1]) / unit == pytest.approx(2.19 - 0.22, rel=0.01)
    assert (loja[0] - guayaquil[0]) / unit == pytest.approx(79.8875 - 79.2042, rel=0.02)


def test_the_coast_lies_under_the_places(open_page: Open) -> None:
    page = open_page("dispute", "#view=places")
    land = page.evaluate(
        """() => [...document.querySelectorAll('.pm-place circle')].map(circle => {
      const land = document.querySelector('.pm-land');
      const point = new DOMPoint(+circle.getAttribute('cx'), +circle.getAttribute('cy'));
      const drawn = land.parentElement.transform.baseVal.consolidate().matrix;
      return land.isPointInFill(point.matrixTransform(drawn.inverse()));
    })"""
    )
    assert land.count(True) >= len(land) - 1  # Guayaquil lies at a river mouth
    sea = page.evaluate("() => document.querySelector('.pm-land').isPointInFill(new DOMPoint(-100 * 50, 0))")
    assert sea is False


def test_the_map_opens_where_most_is_and_shows_all_on_request(open_page: Open) -> None:
    page = open_page("dispute", "#view=places")
    assert "entity/geneva" not in places(page)
    page.get_by_role("button", name="Show all places").click()
    page.locator("[data-pm='entity/geneva']").wait_for(state="attached")
    assert "places-at=" in address(page)


def test_the_wheel_and_the_keys_bring_the_map_closer(open_page: Open) -> None:
    page = open_page("dispute", "#view=places")
    sheet = page.locator(".pm-map").bounding_box()

    def width() -> float:
        at = places(page)
        return at["entity/quito"][0] - at["entity/guayaquil"][0]

    first = width()
    page.mouse.move(sheet["x"] + sheet["width"] / 2, sheet["y"] + 200)
    page.mouse.wheel(0, -100)
    page.wait_for_timeout(100)
    second = width()
    assert second > first
    page.locator(".pm-map").focus()
    page.keyboard.press("-")
    page.wait_for_timeout(100)
    assert width() < second
    before = places(page)["entity/quito"]
    page.keyboard.press("ArrowUp")
    page.wait_for_timeout(100)
    assert places(page)["entity/quito"][1] == pytest.approx(before[1] + 60, abs=0.5)


def test_dragging_moves_the_map_and_chooses_nothing(open_page: Open) -> None:
    page = open_page("dispute", "#view=places")
    before = places(page)["entity/quito"]
    circle = page.locator("[data-pm='entity/quito'] circle").bounding_box()
    x, y = circle["x"] + circle["width"] / 2, circle["y"] + circle["height"] / 2
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x - 20, y + 10)
    page.mouse.move(x - 50, y + 40)
    page.mouse.up()
    page.wait_for_timeout(100)
    after = places(page)["entity/quito"]
    assert (after[0] - before[0], after[1] - before[1]) == pytest.approx((-50, 40), abs=1.5)
    assert "node=" not in address(page)


def apart(page: Any) -> float:
    """Pixels between two places."""
    at = places(page)
    return math.dist(at["entity/cuenca"], at["entity/guayaquil"])


def test_two_fingers_bring_the_map_closer(open_page: Open) -> None:
    page = open_page("dispute", "#view=places")
    first = apart(page)
    page.evaluate(
        """() => {
      const map = document.querySelector('.pm-map');
      const touch = (type, pointerId, clientX, clientY) =>
        map.dispatchEvent(new PointerEvent(type, { pointerId, clientX, clientY, bubbles: true }));
      map.setPointerCapture = () => undefined;
      touch('pointerdown', 1, 400, 400); touch('pointerdown', 2, 500, 400);
      touch('pointermove', 2, 560, 400); touch('pointermove', 2, 600, 400);
      touch('pointerup', 1, 400, 400); touch('pointerup', 2, 600, 400);
    }"""
    )
    page.wait_for_timeout(100)
    assert apart(page) == pytest.approx(first * 2, rel=0.1)


def test_a_place_is_chosen_by_click_by_key_and_from_the_list(open_page: Open) -> None:
    page = open_page("dispute", "#view=places")
    page.locator("[data-pm='entity/quito'] circle").click()
    assert page.inner_text("#panel h2") == "Quito"
    page.locator("[data-pm='entity/loja']").focus()
    page.keyboard.press("Enter")
    assert page.inner_text("#panel h2") == "Loja"
    page.click(".pm-list .name:has-text('Geneva')")
    assert page.inner_text("#panel h2") == "Geneva"
    assert "entity/geneva" in places(page)


def test_places_close_together_are_one_circle_until_one_comes_closer(open_page: Open) -> None:
    page = open_page("dispute", "#view=places")
    assert "entity/cerro-pardo" not in places(page)
    page.locator("[data-pm='entity/san-telmo'] circle").click(force=True)
    page.locator("[data-pm='entity/cerro-pardo']").wait_for(state="attached")


def test_a_country_is_drawn_apart_from_places_where_things_happened(open_page: Open) -> None:
    page = open_page("dispute", "#view=places")
    assert page.locator(".pm-place.country").evaluate_all("all => all.map(one => one.dataset.pm)") == [
        "entity/ecuador"
    ]
    fill = page.locator(".pm-place.country circle").evaluate("circle => getComputedStyle(circle).fill")
    assert fill == "none"


def test_circles_grow_with_mentions(open_page: Open) -> None:
    page = open_page("dispute", "#view=places")
    radius = {
        name: float(page.locator(f"[data-pm='entity/{name}'] circle").get_attribute("r"))
        for name in ("loja", "quito", "cuenca")
    }
    assert radius["loja"] > radius["quito"] > radius["cuenca"]


def test_places_without_coordinates_are_listed(open_page: Open) -> None:
    page = open_page("harbour", "#view=places")
    assert texts(page, ".pm-list .name") == ["Tårnby", "Far Islands"]
    assert page.locator(".pm-map").count() == 0
    assert page.locator("#block-basemap").count() == 0


def test_the_address_restores_the_map(open_page: Open) -> None:
    page = open_page("dispute", "#view=places&places-at=46.2,6.15,20")
    assert list(places(page)) == ["entity/geneva"]
    names = set(page.locator(".pm-names text").all_text_contents())
    assert {"France", "Germany", "Italy"} <= names


@pytest.mark.parametrize(
    "where", ["places-at=1e99,0,5", "places-at=a,b,c", "places-at=0,0,-1", "happened=2031-99-99/x"]
)
def test_places_in_the_address_that_make_no_sense_open_the_usual_map(open_page: Open, where: str) -> None:
    page = open_page("dispute", f"#view=places&{where}")
    assert "entity/quito" in places(page)


@pytest.mark.parametrize("width", [1400, 800, 390])
def test_names_on_the_map_do_not_lie_on_each_other(open_page: Open, width: int) -> None:
    page = open_page("dispute", "#view=places", width=width)
    assert page.locator(".pm-place text").count() > 5
    assert overlapping(page, ".pm-map .pm-places text, .pm-map .pm-names text") == []
