"""Claims in a real browser: who says what, for and against; and hostile words in every view."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest

from kg.query import run_query
from tests.browser.views import (
    ARRESTS,
    DAM,
    DISPUTE,
    MINISTER,
    STORES,
    TOLL,
    VIEWS,
    Open,
    address,
    answered,
    box,
    card,
    middle,
    overlapping,
    saved,
    table,
    texts,
    write_pages,
)

page_file = pytest.fixture(scope="module")(write_pages)


# the opening of the claims view


def test_the_claims_view_opens_on_what_is_disputed(open_page: Open) -> None:
    page = open_page("dispute", "#view=claims")
    cards = texts(page, ".cv-dispute")
    assert [text.split(" claims")[0] for text in cards] == [
        "Collapse of the Cerro Pardo dam How many died 16",
        "Arrests of protesters, March 2031 How many were arrested 7",
        "Collapse of the Cerro Pardo dam How many were injured 7",
        "Collapse of the Cerro Pardo dam “the company had known of cracks in the dam since January” 2",
    ]
    assert cards[0].endswith("10 speakers · 6 contradictions")


def test_the_opening_ranks_speakers_and_what_they_speak_of(open_page: Open) -> None:
    page = open_page("dispute", "#view=claims")
    about, speakers = (texts(page, f".cv-lists section:nth-child({at}) .row") for at in (1, 2))
    assert about[0] == "Collapse of the Cerro Pardo dam 36 claims"
    assert speakers[0] == "Tomás Arteaga 9 claims"
    assert not any("Owen Hartley" in row for row in speakers)


# for and against


def speakers(page: Any, side: str) -> list[tuple[str, str]]:
    return [
        (found.locator(".cv-speaker").inner_text(), found.locator(".words").inner_text())
        for found in page.locator(f".cv-side.{side} .cv-card").all()
    ]


def test_claims_for_and_against_a_toll_stand_side_by_side(open_page: Open) -> None:
    page = open_page("dispute", TOLL)
    assert [words for _, words in speakers(page, "for")] == [
        "23 people had died",
        "more than 30 bodies lay there",
        "The number of dead was 23 and had not changed",
        "between 35 and 45 people had died in the collapse of the Cerro Pardo dam",
        "its toll to 29",
    ]
    assert {who for who, _ in speakers(page, "against")} == {
        "A nurse at San Gabriel Hospital",
        "Farolito Rights Group",
        "Plumeline Agency",
    }
    assert texts(page, ".cv-side h4")[0] == "For “23 people” 5"
    assert texts(page, ".cv-side h4")[1] == "Against “23 people” 5"


def test_columns_stand_beside_each_other_and_on_a_phone_below(open_page: Open) -> None:
    def boxes(width: int) -> tuple[dict[str, float], dict[str, float]]:
        page = open_page("dispute", TOLL, width=width)
        return tuple(page.locator(f".cv-side.{side}").bounding_box() for side in ("for", "against"))

    wide, phone = boxes(1400), boxes(390)
    assert wide[0]["y"] == wide[1]["y"]
    assert wide[0]["x"] + wide[0]["width"] <= wide[1]["x"]
    assert phone[0]["y"] + phone[0]["height"] <= phone[1]["y"]


def test_what_takes_no_side_stands_apart(open_page: Open) -> None:
    page = open_page("dispute", TOLL)
    neither = texts(page, ".cv-neither .cv-card .words")
    assert "At least 17 people were killed" in neither
    assert "Nine of them were children" in neither
    assert "Neither for nor against" in texts(page, ".cv-neither h4")[0]


def test_a_verdict_is_told_in_words_with_its_reason(open_page: Open) -> None:
    page = open_page("dispute", TOLL)
    found = set(texts(page, ".cv-verdicts li"))
    assert (
        "is contradicted by “between 35 and 45 people” Farolito Rights Group "
        "23 lies below the range of 35 to 45, for the same count."
    ) in found
    assert any(text.startswith("updates “23 people” Tomás Arteaga The ministry raised") for text in found)
    assert any(text.startswith("narrows down “between 35 and 45 people”") for text in found)


def test_more_verdicts_are_shown_on_request(open_page: Open) -> None:
    page = open_page("dispute", TOLL)
    first = card(page, "23 people had died")
    assert first.locator(".cv-verdicts li").count() == 4
    first.get_by_role("button", name="4 more").click()
    assert first.locator(".cv-verdicts li").count() == 7


def test_a_claim_tells_by_whose_hand_it_came(open_page: Open) -> None:
    page = open_page("dispute", TOLL)
    relayed = card(page, "the toll stands at about 40").locator(".cv-chain").inner_text()
    assert relayed.startswith(
        "on the word of two officials of civil protection, in “Ecuador's interior minister"
    )
    quoted = card(page, "more than 30 bodies lay in its cold room").locator(".cv-chain").inner_text()
    assert quoted.startswith("quoted by Wilmer Poma, Gaceta del Nangaritza, in “Loja: Dozens held")
    page.click(".cv-chip:has-text('Also said')")
    assert any(text.startswith("in the article’s own voice, in “") for text in texts(page, ".cv-chain"))


def test_a_claim_has_its_day_or_that_of_its_article(open_page: Open) -> None:
    page = open_page("dispute", TOLL)
    assert card(page, "23 people had died").locator(".cv-when").inner_text() == "6 Mar 2031"
    nurse = card(page, "more than 30 bodies lay in its cold room")
    assert nurse.locator(".cv-when").inner_text() == "published 8 Mar 2031"


def test_a_claim_opens_its_sentence_in_its_paragraph(open_page: Open) -> None:
    page = open_page("dispute", TOLL)
    found = card(page, "23 people had died")
    assert found.locator("mark").count() == 0
    found.locator("summary").click()
    assert (
        found.locator("mark").inner_text()
        == "Interior Minister Tomás Arteaga said on Thursday that 23 people had died."
    )
    assert "He put the number of injured at 112." in found.locator("blockquote").inner_text()


def test_only_addresses_of_the_web_are_links_and_they_open_apart(open_page: Open) -> None:
    page = open_page("harbour", "#view=claims&node=event/quay-fire")
    page.evaluate("document.querySelectorAll('.cv-card details').forEach(box => (box.open = true))")
    page.wait_for_selector(".cv-card mark")
    links = page.locator(".cv-card a").all()
    assert {link.get_attribute("href") for link in links} == {"https://news.example/quay"}
    assert {link.get_attribute("target") for link in links} == {"_blank"}
    assert all("noopener" in link.get_attribute("rel") for link in links)
    assert "Union answers the port" in page.inner_text(".cv")


def test_contradictions_without_a_comparison_are_told_too(open_page: Open) -> None:
    page = open_page("harbour", "#view=claims&node=event/quay-fire")
    assert "is contradicted by “at least eleven dockers” Dock Workers’ Union" in texts(
        page, ".cv-verdicts li"
    )
    assert [len(speakers(page, side)) for side in ("for", "against")] == [1, 1]


def test_a_filter_takes_claims_out_of_the_view(open_page: Open) -> None:
    page = open_page("dispute", f"{TOLL}&publisher=Interior Ministry")
    assert {who for who, _ in speakers(page, "for")} | set(texts(page, ".cv-neither .cv-speaker")) == {
        "Tomás Arteaga"
    }
    assert page.locator(".cv-side.against").count() == 0


# figures


def figure(page: Any, who: str, words: str) -> Any:
    return page.locator(f".fig-row[aria-label^='{who}'][aria-label*='{words}']").first


def test_exact_figures_are_dots_at_their_number(open_page: Open) -> None:
    page = open_page("dispute", TOLL)
    points = [
        middle(figure(page, who, words).locator(".fig-point"))
        for who, words in (
            ("Tomás Arteaga", "gives 23"),
            ("Interior Ministry", "29"),
            ("Farolito", "gives 41"),
        )
    ]
    assert points == sorted(points)
    assert (points[2] - points[0]) / (points[1] - points[0]) == pytest.approx(18 / 6, rel=0.03)
    assert figure(page, "Interior Ministry", "29").locator(".fig-bar").count() == 0


def test_bounds_are_bars(open_page: Open) -> None:
    page = open_page("dispute", TOLL)
    scale = (
        middle(figure(page, "Interior Ministry", "29").locator(".fig-point")),
        middle(figure(page, "Tomás Arteaga", "gives 23").locator(".fig-point")),
    )
    unit = (scale[0] - scale[1]) / 6
    left, right = box(figure(page, "Farolito", "gives between 35 and 45").locator(".fig-bar"))
    assert (right - left) / unit == pytest.approx(10, abs=0.4)
    least = figure(page, "Marta Quishpe", "At least 17")
    assert box(least.locator(".fig-bar"))[1] > right
    assert (scale[1] - middle(least.locator(".fig-point"))) / unit == pytest.approx(6, abs=0.3)


def test_a_figure_that_goes_up_to_a_number_reaches_down_to_zero(open_page: Open) -> None:
    page = open_page("dispute", f"#view=claims&node={ARRESTS}")
    most = figure(page, "Tomás Arteaga", "no more than 40")
    left, right = box(most.locator(".fig-bar"))
    ticks = {text.text_content(): box(text)[0] for text in page.locator(".fig-tick").all()}
    assert left == pytest.approx(ticks["0"], abs=3)
    assert right == pytest.approx(middle(most.locator(".fig-point")), abs=8)


def test_hedged_figures_are_dashed_and_denied_ones_struck_out(open_page: Open) -> None:
    page = open_page("dispute", TOLL)

    def dashes(found: Any) -> str:
        return str(found.locator(".fig-bar").evaluate("bar => getComputedStyle(bar).strokeDasharray"))

    assert dashes(figure(page, "Plumeline Agency", "about 40")) != "none"
    assert dashes(page.locator(".fig-row.hedged").first) != "none"
    assert dashes(figure(page, "Marta Quishpe", "At least 17")) == "none"
    assert figure(page, "Tomás Arteaga", "denies between 35 and 45").locator(".fig-strike").count() == 1
    assert page.locator(".fig-row:not(.denied) .fig-strike").count() == 0


def test_counts_of_a_part_stand_below_and_say_what_they_count(open_page: Open) -> None:
    page = open_page("dispute", TOLL)
    line = page.locator(".fig-divide").bounding_box()["y"]
    parts = {
        row.get_attribute("aria-label"): row.bounding_box()["y"] > line
        for row in page.locator(".fig-row").all()
    }
    below = sorted(label for label, under in parts.items() if under)
    assert len(below) == 6
    assert any("Nine of them (children)" in label for label in below)
    assert all("(" in label for label in below)
    page = open_page("dispute", f"#view=claims&node={ARRESTS}")
    assert "only arrests in Loja" in page.text_content(".fig-drawing")


def test_words_without_a_number_are_told_so(open_page: Open) -> None:
    page = open_page("dispute", TOLL)
    assert page.text_content(".fig-vague") == "“dozens of dead”, no number"


def test_figures_far_apart_go_tenfold(open_page: Open) -> None:
    page = open_page("far", "#view=claims&node=event/quay-fire")
    ticks = {text.text_content(): middle(text) for text in page.locator(".fig-tick").all()[1:]}
    assert list(ticks) == ["10", "100", "1,000", "10,000"]
    steps = [after - before for before, after in pairwise(ticks.values())]
    assert steps == pytest.approx([steps[0]] * 3, rel=0.02)


def test_a_figure_leads_to_its_words_by_mouse_and_by_key(open_page: Open) -> None:
    page = open_page("dispute", TOLL)
    figure(page, "Interior Ministry", "29").click()
    assert (
        page.locator(".cv-card.found mark").inner_text()
        == "The Interior Ministry raised its toll to 29 on Tuesday."
    )
    figure(page, "Marta Quishpe", "At least 17").focus()
    page.keyboard.press("Enter")
    assert page.locator(".cv-card.found .words").inner_text() == "At least 17 people were killed"
    assert page.evaluate("document.activeElement.closest('.cv-card').classList.contains('found')")


def test_the_chart_is_a_table_for_those_who_hear_it(open_page: Open) -> None:
    page = open_page("dispute", TOLL)
    rows = [
        row.split("\t")
        for row in page.locator(".fig table tbody tr").evaluate_all(
            "rows => rows.map(row => [...row.cells].map(cell => cell.textContent).join('\\t'))"
        )
    ]
    assert len(rows) == page.locator(".fig-row").count() == 16
    assert ["Tomás Arteaga", "23 people", "the whole", "6 March 2031", "for"] in rows
    assert ["Farolito Rights Group", "Nine of them", "children", "9 March 2031", "neither"] in rows
    assert ["Tomás Arteaga", "denies between 35 and 45 people", "the whole", "10 March 2031", "for"] in rows


def test_no_words_of_the_chart_lie_on_each_other(open_page: Open) -> None:
    for width in (1400, 390):
        page = open_page("dispute", TOLL, width=width)
        assert overlapping(page, ".fig-drawing text") == []


def test_a_claim_chosen_elsewhere_is_opened(open_page: Open) -> None:
    page = open_page("dispute", "#view=claims&claim=claim/aacc6187331a2e9e_203_181")
    assert page.inner_text(".cv-title") == "Tomás Arteaga"
    assert page.inner_text(".cv-card.found mark").endswith("said on Thursday that 23 people had died.")


@pytest.mark.parametrize("view", ["claims", "timeline", "places"])
def test_keys_of_the_map_of_connections_do_no_harm_in_other_views(open_page: Open, view: str) -> None:
    page = open_page("dispute", f"#view={view}&node={DAM}")
    for key in ("f", "+", "-", "ArrowRight", "ArrowDown", "Enter", "Escape"):
        page.keyboard.press(key)
    assert page.locator(f"#tab-{view}").get_attribute("aria-selected") == "true"


# one speaker


def test_what_a_person_says_is_grouped_by_what_it_is_about(open_page: Open) -> None:
    page = open_page("dispute", f"#view=claims&node={MINISTER}")
    assert texts(page, ".cv-topic h4") == [
        "Collapse of the Cerro Pardo dam 7",
        "Arrests of protesters, March 2031 2",
    ]
    assert page.locator(".cv-topic .cv-card").count() == 9
    page.click(".cv-chip:has-text('arrests of protesters')")
    assert texts(page, ".cv-topic .words") == [
        "no more than 40 people had been detained in the whole country",
        "there had been no mass arrests",
    ]
    assert f"claims-about={ARRESTS}" in address(page)


def test_claims_can_be_filtered_by_word(open_page: Open) -> None:
    page = open_page("dispute", f"#view=claims&node={MINISTER}")
    page.fill(".cv-words", "RUMOURS")
    assert page.locator(".cv-card:visible .words").all_inner_texts() == ["They add up rumours"]
    assert page.locator(".cv-topic:visible").count() == 1
    page.fill(".cv-words", "")
    assert page.locator(".cv-card:visible").count() == 9


def test_a_person_shows_what_is_said_about_it_too(open_page: Open) -> None:
    page = open_page("dispute", "#view=claims&node=entity/farolito-rights-group")
    headings = texts(page, ".cv-part")
    assert headings == ["What Farolito Rights Group says6", "What is said about Farolito Rights Group1"]


def test_an_organization_shows_who_speaks_for_it(open_page: Open) -> None:
    page = open_page("dispute", "#view=claims&node=entity/un-human-rights-office")
    assert texts(page, ".cv-people .row") == ["Nele Brandt , spokeswoman 2 claims"]
    page.click(".cv-people .name")
    assert page.inner_text(".cv-title") == "Nele Brandt"


def test_a_name_without_claims_says_so(open_page: Open) -> None:
    page = open_page("dispute", "#view=claims&node=entity/cuenca")
    assert "No claim in these articles is by or about this name" in page.inner_text(".cv")


@pytest.mark.parametrize(
    "where",
    [
        "#view=claims&claims-topic=%3Cb%3E",
        f"#view=claims&node={DAM}&claims-about=__proto__&claims-topic=nothing",
    ],
)
def test_words_in_the_address_that_mean_nothing_do_no_harm(open_page: Open, where: str) -> None:
    page = open_page("dispute", where)
    assert page.locator(".cv h2").count() == 1


# questions in a few clicks


def test_who_disputes_the_toll_is_answered_in_three_clicks(open_page: Open) -> None:
    page = open_page("dispute")
    page.click("#tab-claims")
    page.click(".cv-dispute:has-text('How many died')")
    against = page.locator(".cv-side.against .cv-card").filter(has_text="Farolito Rights Group").first
    assert "between 35 and 45 people died" in against.inner_text()
    against.locator("summary").click()
    assert against.locator("mark").inner_text() == "Farolito estimates that between 35 and 45 people died."


def test_what_a_person_says_about_it_is_answered_in_four(open_page: Open) -> None:
    page = open_page("dispute")
    page.click("#tab-claims")
    page.click(".cv-dispute:has-text('How many died')")
    page.locator(".cv-side.for .cv-speaker", has_text="Tomás Arteaga").first.click()
    assert (
        page.locator(".cv-chip[aria-pressed=true]").inner_text().startswith("Collapse of the Cerro Pardo dam")
    )
    assert "Nobody is hiding a single victim" in page.inner_text(".cv-topics")
    card(page, "Nobody is hiding a single victim").locator("summary").click()
    assert "Nobody is hiding a single victim" in page.inner_text(".cv-card mark")


def test_the_way_from_the_tab_to_the_words_needs_no_mouse(open_page: Open) -> None:
    page = open_page("dispute")
    page.locator("#tab-connections").focus()
    page.keyboard.press("ArrowRight")
    assert page.locator(".cv-dispute").count() == 4
    for _ in range(60):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.classList.contains('cv-dispute')"):
            break
    page.keyboard.press("Enter")
    assert page.inner_text(".cv-title").lower() == "collapse of the cerro pardo dam"
    for _ in range(60):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.matches('.cv-card summary')"):
            break
    page.keyboard.press("Enter")
    page.wait_for_selector(".cv-card mark")
    assert page.locator(".cv-card mark").count() == 1


# hostile words, accessibility

EVERY_VIEW = {
    **VIEWS,
    "places-near": "#view=places&node=entity/san-telmo",
    "timeline-chosen": f"#view=timeline&node={DAM}",
}


@pytest.mark.parametrize("name", EVERY_VIEW)
def test_hostile_words_stay_words(open_page: Open, name: str) -> None:
    page = open_page("spoiled", EVERY_VIEW[name])
    page.evaluate("document.querySelectorAll('#views details').forEach(box => (box.open = true))")
    page.wait_for_timeout(100)
    assert page.evaluate("window.ran") is None
    assert (
        page.locator("#views img, #views script, #views iframe, #views [onerror], #views [onload]").count()
        == 0
    )
    hrefs = page.locator("#views a").evaluate_all("links => links.map(link => link.protocol)")
    assert set(hrefs) <= {"https:", "http:"}
    for form in ("drawing", "query", "table"):
        content = saved(page, form).decode("utf-8-sig")
        if form == "drawing":
            ElementTree.fromstring(content.encode())
            assert "<script" not in content
        if form == "query":
            run_query(STORES["spoiled"](), content)
    assert page.evaluate("window.ran") is None


def test_the_questions_of_a_hostile_graph_give_its_rows(open_page: Open) -> None:
    for view in ("#view=places", "#view=claims", "#view=timeline"):
        page = open_page("spoiled", view)
        head, shown = table(page)
        columns, found = answered(STORES["spoiled"](), saved(page, "query").decode())
        assert sorted(row[: len(columns)] for row in shown) == sorted(found), head


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("width", [1400, 390])
@pytest.mark.parametrize("name", ["claims", "event", "person", "timeline", "places"])
def test_axe_finds_nothing(open_page: Open, name: str, width: int, dark: bool) -> None:
    axe = pytest.importorskip("axe_playwright_python.sync_playwright")
    page = open_page("dispute", VIEWS[name], width=width, dark=dark)
    if name != "places" and page.locator("#views summary").count():
        page.locator("#views summary").first.click()
    found = axe.Axe().run(page).response["violations"]
    assert [(rule["id"], [node["html"][:160] for node in rule["nodes"]][:3]) for rule in found] == []


# a notebook


def test_the_page_works_in_the_frame_of_a_notebook(browser: Any, tmp_path: Path) -> None:
    import kg

    notebook = tmp_path / "notebook.html"
    frame = kg.show(DISPUTE)._repr_html_()
    notebook.write_text(f"<!doctype html><meta charset='utf-8'><p>cell</p>{frame}", encoding="utf-8")
    page = browser.new_page(viewport={"width": 1200, "height": 900})
    complaints: list[str] = []
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.goto(notebook.as_uri())
    inner = page.frame_locator("iframe")
    inner.locator("html[data-ready]").wait_for(state="attached", timeout=30_000)
    inner.locator("#tab-claims").click()
    inner.locator(".cv-dispute").first.click()
    assert inner.locator(".cv-side.against .cv-card").count() == 5
    reach = page.frames[1].evaluate(
        "() => { try { return String(parent.document.title) } catch { return 'kept out' } }"
    )
    assert reach == "kept out"
    assert complaints == []
    page.close()
