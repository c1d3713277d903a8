"""The page in a real browser: what a reader does, and what hostile words must not do."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from tests.browser.actions import address, heading, search, shown

Open = Callable[..., Any]

ZOE = "entity/zoe-lindqvist"
PORT = "entity/port-authority"
FIRE = "event/quay-fire"


def test_it_opens_with_all_that_is_linked(open_page: Open) -> None:
    page = open_page("harbour")
    assert shown(page) == 7
    assert page.locator("#map canvas").count() == 1
    assert "7 names and 1 event from 2 articles" in page.inner_text("#panel")
    assert page.locator("#panel section", has_text="Where figures differ").locator(
        ".name"
    ).all_inner_texts() == ["Fire on the old quay"]


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


def test_a_table_holds_what_is_shown_and_no_formula(open_page: Open) -> None:
    page = open_page("harbour")
    page.click("#save > summary")
    with page.expect_download() as waiting:
        page.click("#save-table")
    text = waiting.value.path().read_text(encoding="utf-8-sig")
    assert "Zoë Lindqvist,leader of,Tårnby Port Authority,Stated as fact,quay.txt" in text
