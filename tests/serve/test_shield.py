"""Who may ask: names of the server, pages of other sites, and what browsers are told."""

from __future__ import annotations

import socket
from urllib.parse import urlsplit

import pytest

from tests.serve.conftest import Served, serving

PATH = "/sparql?query=ASK%7B%7D"


@pytest.mark.parametrize(
    ("host", "status"),
    [
        ("127.0.0.1", 200),
        ("localhost:80", 200),
        ("LOCALHOST", 200),
        ("[::1]:7878", 200),
        ("evil.example", 403),
        ("127.0.0.1.evil.example", 403),
        ("localhost.evil.example:7878", 403),
        ("", 403),
    ],
)
def test_only_names_of_this_machine_are_answered(protests: Served, host: str, status: int) -> None:
    assert protests.ask(PATH, headers={"host": host}).status == status


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"origin": "https://evil.example"}, 403),
        ({"origin": "null"}, 403),
        ({"sec-fetch-site": "cross-site", "sec-fetch-mode": "no-cors"}, 403),
        ({"sec-fetch-site": "cross-site", "sec-fetch-mode": "navigate"}, 200),
        ({"sec-fetch-site": "same-origin", "sec-fetch-mode": "cors"}, 200),
    ],
)
def test_pages_of_other_sites_may_not_ask(protests: Served, headers: dict[str, str], status: int) -> None:
    found = protests.ask(PATH, headers=headers)
    assert found.status == status
    assert "access-control-allow-origin" not in found.headers


def test_our_own_pages_may(protests: Served) -> None:
    assert protests.ask(PATH, headers={"origin": protests.address}).status == 200


def test_a_site_that_was_named_may_ask_and_no_other(dispute: Served) -> None:
    allowed = dispute.ask(PATH, headers={"origin": "https://newsroom.example"})
    assert allowed.status == 200
    assert allowed.headers["access-control-allow-origin"] == "https://newsroom.example"
    other = dispute.ask(PATH, headers={"origin": "https://evil.example"})
    assert (other.status, "access-control-allow-origin" in other.headers) == (403, False)
    preflight = {
        "origin": "https://newsroom.example",
        "access-control-request-method": "POST",
        "access-control-request-headers": "content-type",
    }
    answer = dispute.ask("/sparql", method="OPTIONS", headers=preflight)
    assert answer.status == 200
    assert "POST" in answer.headers["access-control-allow-methods"]


@pytest.mark.parametrize(
    "path", ["/", "/claims", "/ask", "/nothing", "/sparql", "/_static/ask.js", "/entity/reuters.html"]
)
def test_every_answer_has_a_strict_policy(protests: Served, path: str) -> None:
    headers = protests.ask(path, headers={"accept": "text/html" if path != "/sparql" else "*/*"}).headers
    policy = dict(part.strip().partition(" ")[::2] for part in headers["content-security-policy"].split(";"))
    assert policy["default-src"] == "'none'"
    assert policy["script-src"] == policy["style-src"] == policy["connect-src"] == "'self'"
    assert policy["frame-ancestors"] == policy["base-uri"] == "'none'"
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "no-referrer"


def test_the_map_may_run_its_own_scripts_and_no_others(protests: Served) -> None:
    found = protests.ask("/map", timeout=180)
    assert found.status == 200
    assert found.headers["content-security-policy"] == "frame-ancestors 'none'"
    assert "default-src 'none'; script-src &#39;sha256-" in found.text or "script-src 'sha256-" in found.text
    assert protests.ask("/map").body == found.body


def test_it_listens_on_loopback_only(protests: Served) -> None:
    assert urlsplit(protests.address).hostname == "127.0.0.1"
    port = urlsplit(protests.address).port
    for address in {found[4][0] for found in socket.getaddrinfo(socket.gethostname(), port, socket.AF_INET)}:
        if not address.startswith("127."):
            with pytest.raises(OSError), socket.create_connection((address, port), timeout=2):
                pass


def test_another_name_can_be_allowed(tmp_path) -> None:
    (tmp_path / "graph.ttl").write_text("<http://a> <http://b> <http://c> .")
    with serving(tmp_path, "--allow-host", "kg.newsroom.example") as served:
        assert served.ask(PATH, headers={"host": "kg.newsroom.example:7878"}).status == 200
        assert served.ask(PATH, headers={"host": "other.example"}).status == 403
