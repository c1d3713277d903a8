"""The page in a real browser: what a reader does, and what hostile words must not do."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest

from tests.export.hostile import PAYLOADS

Open = Callable[..., Any]

ZOE = "entity/zoe-lindqvist"
PORT = "entity/port-authority"
FIRE = "event/quay-fire"


def address(page: Any) -> str:
    return str(page.evaluate("decodeURIComponent(location.hash)"))


def heading(page: Any) -> str:
    return str(page.inner_text("#panel h2"))


def count(page: Any, name: str) -> int:
    return int(page.inner_text(f"[data-count={name}]").replace(",", ""))


def shown(page: Any) -> int:
    found = re.match(r"([\d,]+) names?", page.text_content("#count"))
    assert found
    return int(found[1].replace(",", ""))


def search(page: Any, words: str) -> list[str]:
    page.keyboard.press("/")
    page.keyboard.type(words)
    return [str(text) for text in page.locator("#hits .what").all_inner_texts()]


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


def test_it_opens_with_all_that_is_linked(open_page: Open) -> None:
    page = open_page("harbour")
    assert shown(page) == 7
    assert page.locator("#map canvas").count() == 1
    assert "7 names and 1 event from 2 articles" in page.inner_text("#panel")
    assert page.locator("#panel section", has_text="Where figures differ").locator(
        ".name"
    ).all_inner_texts() == ["fire on the old quay"]


NAMES = (
    ("lindqvist", "Zoë Lindqvist"),
    ("zoe", "Zoë Lindqvist"),
    ("ZOË", "Zoë Lindqvist"),
    ("tpa", "Tårnby Port Authority"),
    ("alesunds harbour", "Zoë Lindqvist"),
    ("workers union", "Dock Workers’ Union"),
    ("far isl", "Far Islands"),
)


def test_search_is_blind_to_accents_and_knows_aliases(open_page: Open) -> None:
    page = open_page("harbour")
    for words, found in NAMES:
        assert search(page, words)[0] == found
        page.keyboard.press("Enter")
        assert heading(page) == found


def test_search_says_when_there_is_no_such_name(open_page: Open) -> None:
    page = open_page("harbour")
    assert search(page, "qqqq") == []
    assert page.inner_text("#hits") == "No such name"


def test_the_panel_shows_the_sentence_in_its_paragraph_and_the_article(open_page: Open) -> None:
    page = open_page("harbour", f"#node={ZOE}&with={PORT}")
    figure = page.locator("#panel figure").first
    assert (
        figure.locator("mark").inner_text() == "Harbour master Zoë Lindqvist leads the Tårnby Port Authority."
    )
    assert figure.locator("blockquote").inner_text().startswith("🔥 The quay burned until noon.")
    source = figure.locator(".source")
    assert "Fire on the old quay" in source.inner_text()
    assert "quay.txt" in source.inner_text()
    assert "5 March 2024" in source.inner_text()
    assert source.locator("a").get_attribute("href") == "https://news.example/quay"
    assert "leader of" in page.inner_text("#panel .statement")


def test_an_address_that_is_not_of_the_web_is_no_link(open_page: Open) -> None:
    page = open_page("harbour", "#node=entity/dock-union&with=event/quay-fire")
    assert "Union answers the port" in page.inner_text("#panel")
    assert page.locator("#panel a").count() == 0


def test_a_claim_shows_speaker_cue_words_and_stance(open_page: Open) -> None:
    page = open_page("harbour", "#node=entity/dock-union&with=event/quay-fire")
    card = page.locator("#panel .card.claim").first.inner_text()
    for part in (
        "Dock Workers’ Union",
        "insisted",
        "eleven dockers were hurt",
        "denies it",
        "probable",
        "contradicts",
    ):
        assert part in card, part


def test_quoted_words_are_set_off(open_page: Open) -> None:
    page = open_page("harbour", f"#node={PORT}&with={FIRE}")
    assert page.locator(".words q").inner_text() == "three people were hurt"


def test_what_is_only_claimed_is_named_so(open_page: Open) -> None:
    page = open_page("harbour", f"#node={PORT}&with={FIRE}")
    card = page.locator("#panel .card.claimed").inner_text()
    assert "only claimed" in card
    assert "claimed by Dock Workers’ Union" in card


def test_an_event_lists_who_gives_which_figure(open_page: Open) -> None:
    page = open_page("harbour", f"#node={FIRE}")
    rows = page.locator("#panel .figure").all_inner_texts()
    assert [row.split("\n")[0] for row in rows] == [
        "three people Tårnby Port Authority said",
        "at least eleven dockers Dock Workers’ Union insisted",
    ]
    assert "figures differ" in page.inner_text("#panel")


def test_a_node_lists_positions_and_links_by_what_they_say(open_page: Open) -> None:
    page = open_page("harbour", f"#node={ZOE}")
    panel = page.inner_text("#panel")
    assert "harbour master" in panel
    assert "councillor former" in panel.replace("\n", " ")
    assert "leader of" in panel.lower()


@pytest.mark.parametrize(
    "state",
    [
        f"#node={ZOE}",
        f"#node={ZOE}&with={PORT}",
        f"#node={FIRE}&focus={FIRE}&hops=2",
        "#hide=Event,Place",
        "#article=union.txt",
        "#unlinked=yes",
    ],
)
def test_a_deep_link_restores_the_view(open_page: Open, state: str) -> None:
    page = open_page("harbour", state)
    assert address(page) == state.replace("%2F", "/")
    first = (page.inner_text("#panel"), page.text_content("#count"))
    page.reload()
    page.wait_for_selector("html[data-ready]", state="attached")
    assert (page.inner_text("#panel"), page.text_content("#count")) == first


def test_a_link_that_makes_no_sense_opens_the_whole_map(open_page: Open) -> None:
    page = open_page("harbour", "#node=entity/nobody")
    for state in (
        "#focus=%00&hops=zz",
        "#hide=__proto__,constructor",
        "#&&==",
        "#with=event/quay-fire",
        "#%",
    ):
        page.evaluate("state => { location.hash = state }", state)
        page.wait_for_timeout(50)
        assert shown(page) == 7


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
        if page.locator("#panel h2").count() and heading(page) != "Zoë Lindqvist":
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


def test_a_table_holds_what_is_shown_and_no_formula(open_page: Open) -> None:
    page = open_page("harbour")
    page.click("#save > summary")
    with page.expect_download() as waiting:
        page.click("#save-table")
    text = waiting.value.path().read_text(encoding="utf-8-sig")
    assert "Zoë Lindqvist,leader of,Tårnby Port Authority,Stated as fact,quay.txt" in text


def test_five_thousand_nodes_are_drawn_at_once_when_asked_for(open_page: Open) -> None:
    page = open_page("large", "#show=all")
    assert shown(page) > 4800


def test_a_large_map_opens_with_its_most_linked_and_finds_the_rest(open_page: Open) -> None:
    page = open_page("large")
    assert shown(page) < 300
    assert search(page, "N4321")
    page.keyboard.press("Enter")
    assert heading(page).endswith("4321")
    assert "focus=" in address(page)
