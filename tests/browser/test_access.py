"""For everyone: axe, contrast, colour vision, phone, print, and a page without motion of its own."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

Open = Callable[..., Any]

ZOE = "entity/zoe-lindqvist"
PORT = "entity/port-authority"
FIRE = "event/quay-fire"
ARTEAGA = "entity/tomas-arteaga-0qkkx3"
COLLAPSE = "event/collapse-of-the-cerro-pardo-dam"

STATES = (
    "",
    f"#node={ARTEAGA}",
    f"#node={COLLAPSE}&focus={COLLAPSE}",
    f"#node={ARTEAGA}&with={COLLAPSE}",
    "#claim=claim/22544d73554f47e2_542_532",
    f"#from={ARTEAGA}&to=entity/quito",
    "#happened=2031-03-03/2031-03-09&confidence=90&hide=Place",
    "#happened=1990-01-01/1990-12-31",
)
"""Of the map of connections; test_views.py holds the other views to axe."""


def violations(page: Any) -> list[str]:
    """What axe finds, each with the elements."""
    from axe_playwright_python.sync_playwright import Axe

    found = Axe().run(page).response["violations"]
    return [f"{rule['id']}: {[node['html'][:160] for node in rule['nodes'][:4]]}" for rule in found]


@pytest.mark.parametrize("state", STATES)
def test_axe_finds_nothing(open_page: Open, state: str) -> None:
    assert violations(open_page("dispute", state)) == []


@pytest.mark.parametrize("state", ["", f"#node={ARTEAGA}"])
def test_axe_finds_nothing_in_the_dark(open_page: Open, state: str) -> None:
    assert violations(open_page("dispute", state, dark=True)) == []


@pytest.mark.parametrize("state", ["", f"#node={COLLAPSE}"])
def test_axe_finds_nothing_on_a_phone(open_page: Open, state: str) -> None:
    assert violations(open_page("dispute", state, width=390)) == []


def test_axe_finds_nothing_in_menus_and_lists(open_page: Open) -> None:
    page = open_page("dispute", f"#node={ARTEAGA}")
    page.click("#way")
    page.keyboard.type("qui")
    page.click("#save > summary")
    assert violations(page) == []
    page.click("#save > summary")
    page.keyboard.press("Escape")
    page.fill("#query", "a")
    assert violations(page) == []


def test_axe_finds_nothing_on_a_tablet_with_its_filters_open(open_page: Open) -> None:
    page = open_page("dispute", width=900)
    page.click("#side > summary")
    assert violations(page) == []


def test_axe_finds_nothing_in_an_empty_page(open_page: Open) -> None:
    assert violations(open_page("empty")) == []


def contrast(page: Any, selector: str) -> float:
    """Contrast of an element's words to the ground behind them, by WCAG 2.2."""
    return float(
        page.eval_on_selector(
            selector,
            """element => {
          const channels = text => text.match(/[\\d.]+/g).map(Number);
          const light = ([r, g, b]) => [r, g, b].map(v => v / 255)
            .map(v => v <= .03928 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4)
            .reduce((sum, v, at) => sum + v * [.2126, .7152, .0722][at], 0);
          let ground = element;
          const clear = at => channels(getComputedStyle(at).backgroundColor)[3] === 0;
          while (ground && clear(ground)) ground = ground.parentElement;
          const pair = [light(channels(getComputedStyle(element).color)),
            light(channels(getComputedStyle(ground ?? document.body).backgroundColor))].sort((a, b) => b - a);
          return (pair[0] + .05) / (pair[1] + .05);
        }""",
        )
    )


@pytest.mark.parametrize("dark", [False, True])
def test_words_stand_out_from_their_ground(open_page: Open, dark: bool) -> None:
    page = open_page("harbour", f"#node={PORT}&with={FIRE}", dark=dark)
    assert page.get_attribute("html", "data-theme") == ("dark" if dark else "light")
    for selector in (
        "h1",
        "#count",
        ".n",
        ".tag",
        ".tag.warn",
        ".passage",
        ".passage mark",
        ".name",
        "legend",
        ".by",
    ):
        assert contrast(page, selector) >= 4.5, selector


def test_the_theme_can_be_switched(open_page: Open) -> None:
    page = open_page("harbour")
    page.click("#theme")
    assert page.get_attribute("html", "data-theme") == "dark"


@pytest.mark.parametrize("name", ["harbour", "hostile"])
@pytest.mark.parametrize("state", ["", f"#node={FIRE}"])
def test_a_phone_needs_no_sideways_scrolling(open_page: Open, name: str, state: str) -> None:
    page = open_page(name, state, width=360)
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    assert page.locator("#map").bounding_box()["height"] > 250


def test_every_control_has_a_name(open_page: Open) -> None:
    page = open_page("dispute", f"#node={COLLAPSE}")
    nameless = page.evaluate(
        """() => [...document.querySelectorAll("button, input, select, summary, [role=tab]")]
          .filter(it => it.checkVisibility())
          .filter(it => !(it.ariaLabel || it.textContent.trim() || it.labels?.[0]?.textContent.trim()))
          .map(it => it.outerHTML.slice(0, 120))"""
    )
    assert nameless == []


def test_kinds_are_told_apart_by_shape_and_lines_by_stroke(open_page: Open) -> None:
    page = open_page("dispute")
    shapes = page.eval_on_selector_all("#kinds .icon path", "found => found.map(it => it.getAttribute('d'))")
    assert len(shapes) == len(set(shapes)) == 5
    strokes = page.eval_on_selector_all(
        "#lines .stroke path",
        "found => found.map(it => getComputedStyle(it)).map(it => it.strokeDasharray + ' ' + it.strokeWidth)",
    )
    assert len(strokes) == len(set(strokes)) == 4


VISION = {
    "deuteranopia": ((0.367, 0.861, -0.228), (0.280, 0.673, 0.047), (-0.012, 0.043, 0.969)),
    "protanopia": ((0.152, 1.053, -0.205), (0.115, 0.786, 0.099), (-0.004, -0.048, 1.052)),
    "tritanopia": ((1.256, -0.077, -0.179), (-0.078, 0.931, 0.148), (0.005, 0.691, 0.304)),
}
"""How the colours of a screen look to dichromats, in linear RGB (Machado, Oliveira and Fernandes 2009)."""


def linear(colour: str) -> list[float]:
    parts = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]


def lab(rgb: list[float]) -> list[float]:
    """CIE L*a*b* of linear sRGB (D65)."""
    rows = ((0.4124, 0.3576, 0.1805), (0.2126, 0.7152, 0.0722), (0.0193, 0.1192, 0.9505))
    xyz = [sum(a * b for a, b in zip(row, rgb, strict=True)) for row in rows]
    x, y, z = (
        max(v / white, 0) ** (1 / 3) if v / white > 0.008856 else 7.787 * v / white + 16 / 116
        for v, white in zip(xyz, (0.9505, 1.0, 1.089), strict=True)
    )
    return [116 * y - 16, 500 * (x - y), 200 * (y - z)]


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize("vision", sorted(VISION))
def test_any_two_kinds_differ_in_colour_for_the_colour_blind(
    open_page: Open, vision: str, dark: bool
) -> None:
    page = open_page("harbour", dark=dark)
    names = ("person", "organization", "place", "event", "group", "anonymoussource", "other")
    style = "name => getComputedStyle(document.documentElement).getPropertyValue('--kind-' + name).trim()"
    seen = []
    for name in names:
        rgb = linear(page.evaluate(style, name))
        seen.append(lab([sum(a * b for a, b in zip(row, rgb, strict=True)) for row in VISION[vision]]))
    for at, one in enumerate(seen):
        for other in seen[:at]:
            assert sum((a - b) ** 2 for a, b in zip(one, other, strict=True)) ** 0.5 > 14, (vision, names[at])


def test_on_paper_the_map_and_the_evidence_are_kept_and_the_controls_are_not(open_page: Open) -> None:
    page = open_page("harbour", f"#node={ZOE}&with={PORT}")
    page.emulate_media(media="print")
    for selector in ("#side", ".tools", "#tabs", ".top .search", ".zoom"):
        assert page.locator(selector).is_hidden(), selector
    for selector in ("h1", "#map canvas", "#panel .card", "#panel mark"):
        assert page.locator(selector).first.is_visible(), selector
    drawing, panel = (page.locator(selector).bounding_box() for selector in ("#map canvas", "#panel"))
    assert drawing["y"] + drawing["height"] <= panel["y"]
    page.emulate_media(media="screen")


def test_filters_are_told_on_paper(open_page: Open) -> None:
    page = open_page("dispute", "#published=2031-03-09/2031-03-13")
    page.emulate_media(media="print")
    assert "Published 9–13 March 2031" in page.inner_text("#chips")
    page.emulate_media(media="screen")


def test_the_page_makes_a_document_of_a_few_sheets(open_page: Open) -> None:
    page = open_page("dispute", f"#node={COLLAPSE}")
    assert page.pdf(format="A4").startswith(b"%PDF")


def test_the_whole_page_zooms_to_twice_its_size(open_page: Open) -> None:
    page = open_page("dispute", f"#node={COLLAPSE}", width=700)
    assert page.evaluate("document.documentElement.scrollWidth") <= 700
