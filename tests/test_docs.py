"""The documents say what is true: commands exist, files are there, no machine's path slips in."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest
from rdflib import RDF, URIRef

import kg
from kg.cli import cli
from kg.vocabulary import KG

ROOT = Path(__file__).resolve().parents[1]
README = (ROOT / "README.md").read_text("utf-8")


def test_every_command_is_in_the_readme() -> None:
    missing = [name for name in cli.commands if f"kg {name}" not in README]
    assert not missing


def test_the_readme_names_only_commands_that_exist() -> None:
    named = set(re.findall(r"^\s*(?:\$ )?kg ([a-z]+)", README, flags=re.MULTILINE))
    assert named
    assert named <= set(cli.commands)


def test_the_readme_is_short() -> None:
    assert README.count("\n") <= 140


@pytest.mark.parametrize(
    "document",
    [
        "README.md",
        "CONTRIBUTING.md",
        "ontology/README.md",
        "kg/reader/model/MODEL_CARD.md",
        *(str(path.relative_to(ROOT)) for path in sorted((ROOT / "docs").glob("*.md"))),
    ],
)
def test_links_to_files_lead_somewhere(document: str) -> None:
    path = ROOT / document
    for target in re.findall(r"\]\(([^)#]+)\)", path.read_text("utf-8")):
        if "://" not in target:
            assert (path.parent / target).exists(), f"{document} links to {target}"


@pytest.mark.skipif(not (ROOT / ".git").exists(), reason="needs the list of tracked files")
def test_nothing_names_a_machine_or_a_registry() -> None:
    tracked = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True).stdout
    unwanted = re.compile(
        rb"/root/|/work/main|/tmp/kg|pypi\.org|files\.pythonhosted|registry\.npmjs|deb\.debian"
    )
    for name in tracked.decode().split("\0"):
        path = ROOT / name
        if name and path.is_file() and name != "tests/test_docs.py":
            assert not unwanted.search(path.read_bytes()), name


def test_the_readme_shows_the_true_output_of_the_demo() -> None:
    graph = kg.load(ROOT / "tests" / "golden" / "graph.ttl")
    claims = len(set(graph.subjects(RDF.type, URIRef(KG + "Claim"))))
    assert f"and {claims} claims in output/graph.ttl ({len(graph):,} triples)" in README
    rows = {(row[1], row[2], row[5]) for row in kg.ask(ROOT / "tests" / "golden" / "graph.ttl", "cq04").rows}
    shown = re.findall(r"^ +\.\.\.  (.+?)  +(gives|denies)  +(.+)$", README, flags=re.MULTILINE)
    assert len(shown) > 3
    assert set(shown) <= rows
