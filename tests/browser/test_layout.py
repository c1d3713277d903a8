"""Where things stand: on a tablet, on paper, in lists; and the words that a reader meets first."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from tests.browser.actions import address, heading

Open = Callable[..., Any]

DAM = "event/collapse-of-the-cerro-pardo-dam"
TOLL = f"#view=claims&node={DAM}&claims-topic=Deaths"


def edges(found: Any) -> tuple[float, float, float, float]:
    """Left, top, right and bottom in pixels."""
    box = found.bounding_box()
    return box["x"], box["y"], box["x"] + box["width"], box["y"] + box["height"]


@pytest.mark.parametrize("width", [820, 1024])
def test_on_a_tablet_the_filters_fold_away_and_the_map_has_its_room(open_page: Open, width: int) -> None:
    page = open_page("dispute", width=width)
    assert page.locator("#filters").is_hidden()
    left, _, right, _ = edges(page.locator("#map"))
    assert right - left > 0.5 * width
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.click("#side > summary")
    page.uncheck("[data-name=Place]")
    assert "hide=Place" in address(page)
    assert edges(page.locator("#side"))[3] <= edges(page.locator("#map"))[1]


def test_on_a_desk_the_filters_stand_beside_the_map(open_page: Open) -> None:
    page = open_page("dispute", width=1200)
    assert page.locator("#filters").is_visible()
    assert edges(page.locator("#side"))[2] <= edges(page.locator("#map"))[0]


@pytest.mark.parametrize("width", [390, 900, 1400])
def test_a_chart_is_as_wide_as_its_frame_and_no_larger(open_page: Open, width: int) -> None:
    page = open_page("dispute", TOLL, width=width)
    drawing, frame = (page.locator(found).first for found in (".fig-drawing", ".fig"))
    _, _, wide, high = drawing.evaluate("drawing => drawing.getAttribute('viewBox').split(' ').map(Number)")
    left, top, right, bottom = edges(drawing)
    assert (bottom - top) / (right - left) == pytest.approx(high / wide, rel=0.02)
    assert right <= edges(frame)[2]
    assert right - left > 0.85 * (edges(frame)[2] - edges(frame)[0])


def test_on_paper_lists_to_click_through_are_left_away_and_claims_follow_their_heading(
    open_page: Open,
) -> None:
    page = open_page("dispute", "#view=timeline")
    page.emulate_media(media="print")
    assert page.locator("#panel h2").is_visible()
    assert page.locator("#panel section").first.is_hidden()
    page.emulate_media(media="screen")
    page = open_page("dispute", "#view=places")
    page.emulate_media(media="print")
    assert edges(page.locator(".pm-map"))[3] <= edges(page.locator(".pm-list"))[1]
    page.emulate_media(media="screen")


def test_on_a_phone_what_is_chosen_far_down_opens_at_its_beginning(open_page: Open) -> None:
    page = open_page("dispute", width=390)
    page.locator("#panel .name", has_text="Pardovia Mining").first.click()
    assert 0 <= edges(page.locator("#panel h2"))[1] < 900
    page = open_page("dispute", TOLL, width=390)
    page.locator(".cv-side.against .cv-speaker", has_text="Plumeline Agency").last.click()
    assert page.inner_text(".cv-title") == "Plumeline Agency"
    assert 0 <= edges(page.locator(".cv-title"))[1] < 900


def test_a_topic_of_one_claim_takes_one_column(open_page: Open) -> None:
    page = open_page("dispute", "#view=claims")
    page.locator(".cv-lists .name", has_text="Inés Carrasco").click()
    left, _, right, _ = edges(page.locator(".cv-topics"))
    widths = [edges(topic)[2] - edges(topic)[0] for topic in page.locator(".cv-topic").all()]
    assert widths[0] == pytest.approx(right - left, abs=1)
    assert widths[1] < 0.5 * widths[0]


def test_a_person_is_introduced_by_their_position(open_page: Open) -> None:
    page = open_page("dispute", "#view=claims")
    page.locator(".cv-lists .name", has_text="Tomás Arteaga").click()
    assert page.inner_text(".cv > .kind") == "Person, Interior Minister"


def test_places_without_coordinates_fill_the_page(open_page: Open) -> None:
    page = open_page("harbour", "#view=places")
    assert "no place here has coordinates" in page.inner_text(".pm .lead")
    assert edges(page.locator(".pm-list"))[0] < edges(page.locator("#view-places"))[0] + 60


def test_the_panel_leads_to_the_claims_of_a_name(open_page: Open) -> None:
    page = open_page("dispute", f"#node={DAM}")
    page.click("#claims")
    assert page.inner_text(".cv-title") == "Collapse of the Cerro Pardo dam"
    page = open_page("square", "#node=entity/b")
    assert page.locator("#claims").count() == 0


def test_descriptions_begin_with_a_capital_and_names_are_left_alone(open_page: Open) -> None:
    page = open_page("dispute")
    names = page.locator("#panel .row .name").all_inner_texts()
    assert "Collapse of the Cerro Pardo dam" in names
    page.keyboard.press("/")
    page.keyboard.type("the army")
    assert page.locator("#hits .what").first.inner_text() == "The army"
    page.keyboard.press("Enter")
    assert heading(page) == "The army"


SPANS = {
    "2031-03-01/2031-03-31": "March 2031",
    "2031-03-01/2031-04-30": "March – April 2031",
    "2030-11-01/2031-03-31": "November 2030 – March 2031",
    "2031-01-01/2031-12-31": "2031",
    "2030-01-01/2031-12-31": "2030 – 2031",
    "2031-03-01/2031-03-30": "1–30 March 2031",
    "2031-03-09/2031-03-09": "9 March 2031",
}


def test_whole_months_and_years_are_told_without_days(open_page: Open) -> None:
    page = open_page("dispute")
    for days, words in SPANS.items():
        page.evaluate("at => { location.hash = at; }", f"published={days}")
        page.locator("#chips .chip").get_by_text(f"Published {words}", exact=True).wait_for(timeout=5000)


def test_the_hint_tells_of_claims_only_where_there_are_some(open_page: Open) -> None:
    assert open_page("dispute", width=1290).locator("#hint-claims").is_visible()
    page = open_page("empty", width=1291)
    assert page.locator("#hint-claims").is_hidden()
