"""Code, output and vocabulary are one: no term without a definition, no definition without a use."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from kg import vocabulary
from kg.vocabulary import KG, NAMESPACES, OWL, RDF, Term, curie, term, terms

ROOT = Path(__file__).resolve().parents[1]
PREFIXED = re.compile(rf"(?<![\w/:.-])({'|'.join(NAMESPACES)}):([A-Za-z]\w*)")
READS_ONLY = ("query", "check", "export", "push", "serve", "cli", "training")
"""Parts of the package that read graphs or print; what they name is not thereby produced."""
MARKERS = {term("FactProperty"), term("RoleProperty")}
"""Classes of the vocabulary's own properties: they stand in kg.ttl, not in graphs."""


def string_constants(path: Path) -> Iterator[str]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    documented = (ast.Module, ast.ClassDef, ast.FunctionDef)
    docs = {id(n.body[0].value) for n in ast.walk(tree) if isinstance(n, documented) and is_doc(n)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docs:
            yield node.value


def is_doc(node: ast.Module | ast.ClassDef | ast.FunctionDef) -> bool:
    return bool(node.body) and isinstance(node.body[0], ast.Expr)


def modules() -> list[Path]:
    return sorted((ROOT / "kg").rglob("*.py"))


@cache
def written_constants() -> frozenset[str]:
    found: set[str] = set()
    for path in modules():
        part = path.relative_to(ROOT / "kg").parts[0]
        if part not in READS_ONLY and part not in ("vocabulary.py", "store.py"):
            found.update(string_constants(path))
    return frozenset(found)


def is_named(known: Term) -> bool:
    """Whether code that writes graphs names the term: ``"kg:speaker"``, or ``"memberOf"`` and ``"AtLeast"``.

    Facts, roles, classes and values are labels of the reader, too; the names of other properties may be any
    word of a list ("verdict").
    """
    written, local = written_constants(), known.iri.removeprefix(KG)
    is_property = {OWL + "ObjectProperty", OWL + "DatatypeProperty"} & set(known.kinds)
    bare = known.iri.startswith(KG) and (not is_property or bool(MARKERS & set(known.kinds)))
    return curie(known.iri) in written or (bare and local in written)


def is_produced(known: Term) -> bool:
    is_list = OWL + "Class" in known.kinds and any(known.iri in t.kinds for t in terms().values())
    if is_list and known.iri not in MARKERS:
        return any(is_named(t) for t in terms().values() if known.iri in t.kinds)
    return is_named(known)


@pytest.mark.parametrize("path", modules(), ids=lambda p: str(p.relative_to(ROOT)))
def test_every_term_in_code_is_in_the_vocabulary(path: Path) -> None:
    for constant in string_constants(path):
        for prefix, local in PREFIXED.findall(constant):
            iri = NAMESPACES[prefix] + local
            assert iri in terms() or prefix == "xsd", f"{prefix}:{local}"


@pytest.mark.parametrize(
    "known", [t for t in terms().values() if t.iri not in MARKERS], ids=lambda t: curie(t.iri)
)
def test_every_term_of_the_vocabulary_is_written_by_code_or_reserved(known: Term) -> None:
    assert is_produced(known) != known.reserved


@pytest.mark.parametrize("known", terms().values(), ids=lambda t: curie(t.iri))
def test_every_term_has_a_label_a_definition_and_a_kind(known: Term) -> None:
    assert known.label
    assert not known.label.startswith("http")
    assert not re.search(r"[a-z][A-Z]|_|EDTF", known.label), "a reader's words, not a programmer's"
    assert len(known.definition.split()) >= 2
    assert known.definition.endswith((".", ")"))
    assert known.kinds


def test_only_terms_that_exist_can_be_named() -> None:
    assert term("speaker") == "https://w3id.org/newskg/ns#speaker"
    assert term("nif:Sentence").endswith("nif-core#Sentence")
    for unknown in ("spaeker", "schema:nmae", "nosuch:thing"):
        with pytest.raises(KeyError):
            term(unknown)


def test_fact_and_role_properties_are_those_of_the_design() -> None:
    people = ["memberOf", "leaderOf", "worksFor", "affiliatedWith", "founderOf", "position"]
    people += ["spouseOf", "relativeOf", "bornIn", "nationality"]
    assert set(vocabulary.fact_properties()) == {*people, "partOf", "locatedIn", "alliedWith", "opposes"}
    assert vocabulary.role_properties() == ("agent", "organizer", "participant", "patient")


def test_closed_lists_and_event_classes_are_read_from_the_file() -> None:
    assert vocabulary.values("QuoteType") == ("Direct", "Indirect", "Mixed", "Narration")
    assert len(vocabulary.subclasses("Event")) == 17
    assert "Killing" in vocabulary.subclasses("Event")


def test_labels_are_for_readers_and_unknown_iris_keep_their_last_part() -> None:
    assert vocabulary.label(term("leaderOf")) == "leader of"
    assert vocabulary.label(term("AtLeast")) == "At least"
    assert vocabulary.label("https://kg.example/entity/ali-khamenei") == "ali-khamenei"
    assert vocabulary.label("http://example.org/x#y") == "y"
    assert vocabulary.definition("http://example.org/x#y") == ""
    assert curie("http://example.org/x#y") == "http://example.org/x#y"


def test_prefixes_follow_the_base_and_keep_their_order() -> None:
    ours = vocabulary.prefixes("https://news.example/g/")
    assert list(ours) == list(vocabulary.prefixes()) == [*NAMESPACES, *vocabulary.FOLDERS]
    assert ours["seg"] == "https://news.example/g/segment/"
    assert ours["rdf"] == RDF


def test_importing_the_vocabulary_loads_no_rdf_library() -> None:
    code = (
        "import sys, kg.vocabulary, kg.store, kg.query, kg.check;"
        "print([m for m in ('rdflib', 'pyshacl', 'pyoxigraph', 'rich') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT)
    assert done.stdout.strip() == "[]"
