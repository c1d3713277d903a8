"""The page of questions in a real browser."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from kg.query import named_queries, run_query
from kg.store import load_store
from tests.serve.conftest import Served

EDITOR = "#editor >> .cm-content"
SHOWN = "#answer:not([hidden])"


@pytest.fixture
def open_ask(browser: Any) -> Iterator[Callable[..., Any]]:
    """Opens the page of questions; at the end nothing may have complained or asked another server."""
    complaints: list[str] = []
    addresses: list[str] = []
    context = browser.new_context(viewport={"width": 1300, "height": 900}, accept_downloads=True)

    def opened(served: Served, address: str = "/ask") -> Any:
        page = context.new_page()
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on("console", lambda said: complaints.append(said.text))
        page.on("request", lambda request: addresses.append(request.url))
        page.on("dialog", lambda dialog: complaints.append(dialog.message))
        page.goto(served.address + address)
        page.wait_for_selector("html[data-ready]", state="attached")
        return page

    yield opened
    context.close()
    expected = ("Failed to load resource: the server responded with a status of 4",)
    assert [said for said in complaints if not said.startswith(expected)] == []
    assert [url for url in addresses if not url.startswith(("http://127.0.0.1:", "blob:"))] == []


def written(page: Any, text: str) -> None:
    page.locator(EDITOR).click()
    page.keyboard.press("Control+A")
    page.keyboard.press("Delete")
    page.keyboard.insert_text(text)


def test_every_question_is_offered_and_one_is_answered_for_one_event(
    protests: Served, open_ask: Callable[..., Any]
) -> None:
    page = open_ask(protests)
    offered = page.locator("#question option").all_inner_texts()
    assert set(offered[1:]) == {query.question for query in named_queries()}
    page.select_option("#question", "cq04")
    page.fill("#parameters input", "november 2019 uprising")
    page.click("#run")
    page.wait_for_selector("#status:text-matches('^\\\\d+ rows? in')")
    assert "VALUES ?event { <https://kg.example/event/november-2019-uprising> }" in page.inner_text(EDITOR)
    page.fill("#parameters input", "killing of protesters, november 2019")
    page.press("#parameters input", "Enter")
    page.wait_for_selector(f"{SHOWN} td:text-is('Amnesty International')")
    rows = page.locator("#answer tbody tr").count()
    query = next(query for query in named_queries() if query.name == "cq04").text
    labels = [row[0] for row in run_query(load_store(protests.folder), query).rows]
    assert rows == labels.count("killing of protesters, November 2019")


def test_the_keyboard_runs_an_own_query_and_names_lead_to_their_pages(
    protests: Served, open_ask: Callable[..., Any]
) -> None:
    page = open_ask(protests)
    written(page, "SELECT ?who { ?claim kg:speaker ?who . ?who schema:name 'Reuters' } LIMIT 1")
    page.keyboard.press("Control+Enter")
    page.click(f"{SHOWN} a:text-is('ent:reuters')")
    page.wait_for_url("**/entity/reuters.html")
    assert page.inner_text("h1") == "Reuters"


def test_a_link_brings_the_question_back(protests: Served, open_ask: Callable[..., Any]) -> None:
    page = open_ask(protests)
    written(page, "ASK { ent:reuters ?p ?o }")
    page.keyboard.press("Control+Enter")
    page.wait_for_selector(f"{SHOWN} p:text-is('yes')")
    again = open_ask(protests, page.get_attribute("#link", "href").removeprefix(protests.address))
    again.wait_for_selector(f"{SHOWN} p:text-is('yes')")
    assert again.inner_text(EDITOR) == "ASK { ent:reuters ?p ?o }"


def test_mistakes_are_told_where_they_are(protests: Served, open_ask: Callable[..., Any]) -> None:
    page = open_ask(protests)
    written(page, "SELECT * {\n  ?s ?p\n}")
    page.keyboard.press("Control+Enter")
    page.wait_for_selector("#status.wrong:text-matches('does not parse')")
    assert page.locator("#answer").is_hidden()
    page.select_option("#question", "cq03")
    page.fill("#parameters input", "ali khamenai")
    page.click("#run")
    page.wait_for_selector("#status.wrong:text-matches('nearest: Ali Khamenei')")


def test_too_many_rows_offer_the_first_ones(strict: Served, open_ask: Callable[..., Any]) -> None:
    page = open_ask(strict)
    written(page, "SELECT * { ?s ?p ?o }")
    page.keyboard.press("Control+Enter")
    page.wait_for_selector("#status.wrong:text-matches('more than 50 rows')")
    page.click("#limit:text-is('Show the first 50 rows')")
    page.wait_for_selector("#status:text-matches('^50 rows in')")
    assert page.locator("#answer tbody tr").count() == 50


def test_triples_are_shown_as_turtle(protests: Served, open_ask: Callable[..., Any]) -> None:
    page = open_ask(protests)
    written(page, "DESCRIBE ent:reuters")
    page.keyboard.press("Control+Enter")
    page.wait_for_selector(f"{SHOWN} pre")
    assert 'schema:name "Reuters"' in page.inner_text("#answer pre")


def test_saved_rows_hold_no_formula_and_no_row_is_lost(
    protests: Served, open_ask: Callable[..., Any], tmp_path: Path
) -> None:
    page = open_ask(protests)
    cells = ["=1+1", "-5.5", "-x", "a,b", 'a "b"', "two\\nlines", "@x", "plain"]
    values = " ".join(f"'{cell}'" for cell in cells)
    written(page, f"SELECT ?v {{ VALUES ?v {{ {values} }} }}")
    page.keyboard.press("Control+Enter")
    page.wait_for_selector("#csv:enabled")
    with page.expect_download() as download:
        page.click("#csv")
    download.value.save_as(tmp_path / "answer.csv")
    text = (tmp_path / "answer.csv").read_bytes().decode("utf-8-sig")
    found = [row[0] for row in csv.reader(io.StringIO(text, newline=""))]
    assert found == ["v", "'=1+1", "-5.5", "'-x", "a,b", 'a "b"', "two\nlines", "'@x", "plain"]


def test_hostile_words_run_nothing(tainted: Served, open_ask: Callable[..., Any]) -> None:
    page = open_ask(tainted)
    written(page, "SELECT ?s ?o { ?s ?p ?o FILTER(ISLITERAL(?o)) }")
    page.keyboard.press("Control+Enter")
    page.wait_for_selector(f"{SHOWN} td")
    assert page.evaluate("window.ran") is None
    assert page.locator("#answer img, #answer script, #answer svg").count() == 0
    assert page.locator("#answer td:text-matches('onerror')").count() > 0


def test_terms_of_the_vocabulary_are_completed(protests: Served, open_ask: Callable[..., Any]) -> None:
    page = open_ask(protests)
    written(page, "SELECT * { ?c ")
    page.keyboard.type("kg:spea", delay=20)
    page.wait_for_selector("#editor >> .cm-tooltip-autocomplete >> text=kg:speaker")
    page.wait_for_timeout(
        200
    )  # a list that has just appeared takes no key yet, so that nobody chooses by mistake
    page.keyboard.press("Enter")
    assert "?c kg:speaker" in page.inner_text(EDITOR)


def test_it_works_on_a_phone(protests: Served, browser: Any) -> None:
    context = browser.new_context(viewport={"width": 390, "height": 800})
    page = context.new_page()
    for path in (
        "/",
        "/ask?question=cq04",
        "/event/november-2019-uprising.html",
        "/claims",
        "/search?q=iran",
    ):
        page.goto(protests.address + path)
        assert page.evaluate("document.documentElement.scrollWidth") <= 390, path
    context.close()


PAGES = (
    "/",
    "/ask?question=cq04",
    "/event/collapse-of-the-cerro-pardo-dam.html",
    "/claim/555fe26d779b9b44_244_229.html",
    "/claims?words=people",
    "/figures?order=falling",
    "/search?q=quito",
    "/search?q=zzzz",
)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(dispute: Served, browser: Any, scheme: str) -> None:
    from axe_playwright_python.sync_playwright import Axe

    # axe is put into the page, which the page's policy would not let anybody else do
    context = browser.new_context(color_scheme=scheme, bypass_csp=True)
    page = context.new_page()
    found = {}
    for path in PAGES:
        page.goto(dispute.address + path)
        page.wait_for_timeout(300)
        violations = Axe().run(page).response["violations"]
        found[path] = [(one["id"], [node["target"] for node in one["nodes"]]) for one in violations]
    context.close()
    assert not {path: violations for path, violations in found.items() if violations}
