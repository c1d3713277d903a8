"""The pages: every node at its own path, tables that filter and sort, and no word of an article as markup."""

from __future__ import annotations

import csv
import io
from html.parser import HTMLParser
from urllib.parse import quote, urljoin, urlsplit

import pyoxigraph as ox
import pytest

from kg.store import load_store
from tests.serve.conftest import Served

HTML = {"accept": "text/html,*/*;q=0.5"}


class Links(HTMLParser):
    """Elements of a page, and its addresses without those that are marked as leading away."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.hrefs: list[str] = []
        self.elements: set[str] = set()
        self.attributes: set[str] = set()
        self.words: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.add(tag)
        self.attributes |= {name for name, _ in attrs}
        if "external" not in (dict(attrs).get("rel") or ""):
            self.hrefs += [value or "" for name, value in attrs if name in ("href", "src", "action")]

    def handle_data(self, data: str) -> None:
        self.words.append(data)


@pytest.mark.parametrize(
    ("accept", "ending"),
    [
        ("text/html,application/xhtml+xml,*/*;q=0.8", "html"),
        ("*/*", "html"),
        ("text/turtle", "ttl"),
        ("application/ld+json", "jsonld"),
        ("application/rdf+xml;q=0.5, application/n-triples", "nt"),
    ],
)
def test_a_name_leads_to_the_document_that_suits(protests: Served, accept: str, ending: str) -> None:
    found = protests.ask("/entity/reuters", headers={"accept": accept})
    assert (found.status, found.headers["location"]) == (303, f"/entity/reuters.{ending}")
    assert found.headers["vary"] == "Accept"
    assert protests.ask(found.headers["location"], headers={"accept": "image/png"}).status == 200


@pytest.mark.parametrize(
    ("ending", "form"), [("ttl", "TURTLE"), ("jsonld", "JSON_LD"), ("nt", "N_TRIPLES"), ("rdf", "RDF_XML")]
)
def test_documents_hold_what_the_graph_says_of_the_node(protests: Served, ending: str, form: str) -> None:
    body = protests.ask(f"/entity/reuters.{ending}").body
    found = {quad.triple for quad in ox.parse(body, format=getattr(ox.RdfFormat, form))}
    node = ox.NamedNode("https://kg.example/entity/reuters")
    store = load_store(protests.folder)
    assert {quad.triple for quad in store.quads_for_pattern(node, None, None, None)} <= found
    assert {quad.triple for quad in store.quads_for_pattern(None, None, node, None)} <= found
    assert found <= {quad.triple for quad in store}


def test_every_link_of_every_page_leads_somewhere(dispute: Served) -> None:
    waiting, seen = ["/"], set()
    while waiting:
        path = waiting.pop()
        if path in seen or (urlsplit(path).path in ("/map", "/claims", "/figures") and len(seen) > 40):
            continue
        seen.add(path)
        found = dispute.ask(path, headers=HTML)
        assert found.status in (200, 303), path
        if found.media.startswith("text/html") and not path.startswith("/map"):
            for href in Links(found.text).hrefs:
                target = urlsplit(urljoin(f"http://here{path}", href))
                assert target.netloc == "here", f"{path} leads to {href}"
                waiting.append(target.path + (f"?{target.query}" if target.query else ""))
        elif found.status == 303:
            waiting.append(found.headers["location"])
    store = load_store(dispute.folder)
    nodes = {
        quad.subject.value for quad in store if quad.subject.value.startswith("https://kg.example/event/")
    }
    assert {f"/event/{node.rpartition('/')[2]}" for node in nodes} <= {
        path.removesuffix(".html") for path in seen
    }


def test_what_is_not_there_is_said_to_be_not_there(protests: Served) -> None:
    for path in (
        "/entity/nobody",
        "/entity/nobody.ttl",
        "/resource?iri=https%3A%2F%2Fx.example",
        "/claims?page=99",
    ):
        assert protests.ask(path, headers=HTML).status == 404, path
        assert "<h1>Not found</h1>" in protests.ask(path, headers=HTML).text
    assert protests.ask("/entity/nobody", headers={"accept": "text/turtle"}).media.startswith("text/plain")


def test_an_event_shows_both_sides_with_their_words(dispute: Served) -> None:
    text = " ".join(Links(dispute.ask("/event/collapse-of-the-cerro-pardo-dam.html").text).words)
    for expected in (
        "Tomás Arteaga",
        "23 people",
        "Farolito Rights Group",
        "between 35 and 45 people",
        "contradicts",
    ):
        assert expected in text


def test_a_claim_shows_its_sentence_in_its_paragraph(protests: Served) -> None:
    text = protests.ask("/claim/3613d71eb216a4a3_121_213.html").text
    sentence = text.partition("<mark>")[2].partition("</mark>")
    assert sentence[0].startswith("About 1,500 people were killed")
    assert sentence[2].strip().startswith("It did not name them.")


def rows_of(served: Served, path: str) -> list[dict[str, str]]:
    found = served.ask(path)
    assert found.status == 200, found.text
    assert found.media == "text/csv; charset=utf-8"
    return list(csv.DictReader(io.StringIO(found.body.decode("utf-8-sig"))))


def test_the_tables_hold_every_claim_and_figure(dispute: Served) -> None:
    store = load_store(dispute.folder)
    count = "SELECT (COUNT(*) AS ?n) { ?claim <https://w3id.org/newskg/ns#%s> ?x }"
    for name, predicate in (("claims", "speaker"), ("figures", "quantity")):
        expected = int(next(iter(store.query(count % predicate)))["n"].value)
        assert len(rows_of(dispute, f"/{name}.csv")) == expected
        assert f'<span class="n">{expected}</span>' in dispute.ask(f"/{name}").text


@pytest.mark.parametrize(
    ("filters", "column", "value"),
    [
        ("speaker=entity/reuters", "speaker", "Reuters"),
        ("about=event/november-2019-uprising", "about", "November 2019 uprising"),
        ("source=entity/quillmark-wire", "source", "Quillmark Wire"),
        ("speaker=https%3A%2F%2Fkg.example%2Fentity%2Freuters", "speaker", "Reuters"),
    ],
)
def test_filters_leave_what_they_say(protests: Served, filters: str, column: str, value: str) -> None:
    whole, left = rows_of(protests, "/claims.csv"), rows_of(protests, f"/claims.csv?{filters}")
    assert 0 < len(left) < len(whole)
    assert {row["claim"] for row in left} == {row["claim"] for row in whole if value in row[column]}


def test_words_are_found_whatever_their_case(protests: Served) -> None:
    found = rows_of(protests, "/claims.csv?words=PROTESTERS")
    assert found
    assert all("protesters" in row["text"].lower() for row in found)


@pytest.mark.parametrize("name", ["published", "speaker", "about", "source", "article", "text"])
def test_every_column_sorts_both_ways(protests: Served, name: str) -> None:
    rising = [row[name] for row in rows_of(protests, f"/claims.csv?sort={name}")]
    falling = [row[name] for row in rows_of(protests, f"/claims.csv?sort={name}&order=falling")]
    assert sorted(rising) == sorted(falling)
    if name != "about":  # a claim can be about more than its event
        assert rising == sorted(rising)
        assert falling == sorted(falling, reverse=True)


@pytest.mark.parametrize(
    "path",
    [
        "/claims?sort=nonsense",
        "/claims?page=0",
        "/claims?page=x",
        "/claims?speaker=a%20%3E%20b",
        "/figures?measure=%22",
    ],
)
def test_tables_refuse_what_makes_no_sense(protests: Served, path: str) -> None:
    assert protests.ask(path).status == 400


def test_words_of_a_request_are_never_read_as_sparql(protests: Served) -> None:
    for words in ('")) } # ', "\\", "'''", '"@en . ?s ?p ?o . "'):
        found = protests.ask(f"/claims?words={quote(words)}")
        assert found.status == 200
        assert "Nothing has these words" in found.text


@pytest.mark.parametrize(
    "path",
    [
        "/",
        "/claims",
        "/figures",
        "/search?q=script",
        "/search?q=%3Cscript%3E",
        "/claims?words=%3Cimg%20onerror%3E",
    ],
)
def test_hostile_words_stay_words(tainted: Served, path: str) -> None:
    check_harmless(tainted.ask(path, headers=HTML).text)


def test_hostile_words_stay_words_on_every_page_of_a_node(tainted: Served) -> None:
    store = load_store(next(tainted.folder.parent.glob("*.nq")))
    for iri in sorted({quad.subject.value for quad in store}):
        found = tainted.ask(urlsplit(iri).path + ".html", headers=HTML)
        assert found.status == 200, iri
        check_harmless(found.text)


def check_harmless(text: str) -> None:
    page = Links(text)
    assert not page.elements & {"script", "img", "svg", "iframe", "object"}
    assert not [name for name in page.attributes if name.startswith("on") or name == "style"]
    assert not [href for href in page.hrefs if href.strip().lower().startswith(("javascript:", "data:"))]
    assert "49" not in [word.strip() for word in page.words]


def test_names_are_found_without_case_and_accents(protests: Served) -> None:
    text = protests.ask("/search?q=REUT%C3%89RS").text
    assert 'href="/entity/reuters"' in text
    assert "No name has" in protests.ask("/search?q=zzzz").text


def test_a_question_is_filled_in_by_name(protests: Served) -> None:
    found = protests.ask("/questions/cq03.rq?speaker=ali%20khamenei")
    assert "VALUES ?speaker { <https://kg.example/entity/ali-khamenei> }" in found.text
    assert protests.query(found.text).status == 200
    wrong = protests.ask("/questions/cq03.rq?speaker=ali%20khamenai")
    assert wrong.status == 400
    assert "nearest: Ali Khamenei" in wrong.text
    assert protests.ask("/questions/cq99.rq").status == 404
