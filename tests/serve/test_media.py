"""Media types and paths: properties that hold for any header and any IRI."""

from __future__ import annotations

from urllib.parse import parse_qs, urlsplit

from hypothesis import example, given
from hypothesis import strategies as st

from kg.serve.links import candidates, local_path
from kg.serve.media import choose
from kg.serve.spreadsheet import harmless

OFFERED = ["text/html", "text/turtle", "application/ld+json"]
RANGES = st.sampled_from([*OFFERED, "text/*", "application/*", "*/*", "image/png", "", ";", "q=1", "a/b;q=x"])
WEIGHTS = st.sampled_from(["", ";q=0", ";q=0.3", ";q=1", ";q=7", ";q=", "; charset=utf-8;q=0.5"])


@given(st.lists(st.tuples(RANGES, WEIGHTS).map("".join)).map(",".join))
def test_what_is_chosen_was_offered(accept: str) -> None:
    assert choose(accept, OFFERED) in (*OFFERED, None)


@given(st.permutations(OFFERED), st.sampled_from(OFFERED))
def test_a_named_type_wins_over_ranges(offered: list[str], wanted: str) -> None:
    assert choose(f"*/*;q=0.9, {wanted}", offered) == wanted
    assert choose(f"*/*, {wanted};q=0", offered) != wanted


SEGMENTS = st.text(st.characters(exclude_categories=["Cs", "Cc", "Zs", "Zl", "Zp"]), min_size=1, max_size=20)
BASES = st.sampled_from(["https://kg.example/", "https://news.example/kg/", "http://localhost:8000/a/b/"])


@given(BASES, SEGMENTS)
@example("https://kg.example/", "/evil.example/x")
@example("https://kg.example/", "a//evil.example/../..")
def test_a_path_leads_back_to_its_iri(base: str, rest: str) -> None:
    iri = base + rest
    path = local_path(base, iri)
    assert path.startswith("/")
    assert not path.startswith("//")
    assert path.isascii()
    if path.startswith("/resource?"):
        assert parse_qs(urlsplit(path).query)["iri"] == [iri]
    else:
        assert iri in candidates(base, path)


@given(st.text())
def test_no_cell_begins_like_a_formula(cell: str) -> None:
    found = harmless(cell)
    assert found.endswith(cell)
    assert not found.startswith(("=", "+", "@", "\t", "\r"))
    assert not found.startswith("-") or float(found) <= 0
