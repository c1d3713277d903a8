"""A whole build: what it writes, that it is the same every time, and what bad input does to it."""

from __future__ import annotations

import hashlib
import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import spacy

import kg
from kg.check.anchors import check_anchors
from kg.demo import articles
from kg.errors import ReaderError, SettingsError, SourceError
from kg.model import Problem
from kg.pipeline import build
from kg.settings import Settings
from kg.store import load_store

FILES = {"graph.ttl", "graph.html", "annotations.jsonl", "decisions.jsonl", "run.json"}


def digests(folder: Path) -> dict[str, str]:
    """Hash of each file that must not differ."""
    return {
        name: hashlib.sha256((folder / name).read_bytes()).hexdigest()
        for name in sorted(FILES - {"run.json"})
    }


def run_kg(*arguments: str, seed: str = "0") -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PYTHONHASHSEED": seed}
    return subprocess.run(
        [sys.executable, "-m", "kg", *arguments], capture_output=True, text=True, env=environment, check=False
    )


def test_the_demo_conforms_and_quotes_exactly(demo_build: Path) -> None:
    assert {path.name for path in demo_build.iterdir()} == FILES
    assert kg.validate(demo_build) == []
    texts = {path.name: path.read_bytes().decode() for path in articles().iterdir()}
    assert check_anchors(load_store(demo_build), texts) == []


def test_the_same_bytes_whatever_the_hash_seed_the_order_and_the_workers(tmp_path: Path) -> None:
    files = sorted(str(path) for path in articles().glob("*.txt"))
    one = run_kg("build", *files, "-o", str(tmp_path / "one"), seed="0")
    two = run_kg("build", *reversed(files), "-o", str(tmp_path / "two"), "--workers", "2", seed="1")
    assert (one.returncode, two.returncode) == (0, 0), one.stderr + two.stderr
    assert digests(tmp_path / "one") == digests(tmp_path / "two")


def test_a_rebuild_on_its_own_ledger_changes_nothing(demo_build: Path, tmp_path: Path) -> None:
    build([articles()], tmp_path, Settings(mentions=True), ledger=demo_build / "graph.ttl")
    assert digests(tmp_path) == digests(demo_build)


def test_an_added_article_takes_no_iri_away(tmp_path: Path) -> None:
    folder = tmp_path / "articles"
    folder.mkdir()
    every = sorted(articles().glob("*.txt"))
    for path in every[:3]:
        shutil.copy(path, folder)
    build([folder], tmp_path / "before", Settings())
    for path in every[3:]:
        shutil.copy(path, folder)
    build([folder], tmp_path / "after", Settings(), ledger=tmp_path / "before" / "graph.ttl")
    before, after = (set(kg.load(tmp_path / name).subjects()) for name in ("before", "after"))
    kept = {str(node) for node in before if "/entity/" in str(node) or "/event/" in str(node)}
    assert kept - {str(node) for node in after} == set()


def test_all_data_lies_under_the_base_iri(tmp_path: Path) -> None:
    build([articles() / "wire-toll.txt"], tmp_path, Settings(base_iri="https://data.example.org/news/"))
    text = (tmp_path / "graph.ttl").read_text("utf-8")
    assert "https://data.example.org/news/entity/" in text
    assert "kg.example" not in text
    assert kg.validate(tmp_path) == []


BAD = {
    "empty.txt": b"",
    "blank.txt": b" \n\t\n ",
    "binary.txt": bytes(range(256)) * 40,
    "german.txt": (
        "Die Polizei hat am Montag in der Hauptstadt drei Männer festgenommen, die verdächtigt werden, "
        "einen Anschlag geplant zu haben. Der Sprecher der Behörde sagte, es gebe noch keine Hinweise "
        "auf weitere Täter. Die Ermittlungen dauern an, und die Regierung will am Mittwoch berichten."
    ).encode(),
}


def test_bad_files_are_named_and_the_run_goes_on(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    for name, content in BAD.items():
        (folder / name).write_bytes(content)
    shutil.copy(articles() / "wire-toll.txt", folder)
    made = build([folder], tmp_path / "out", Settings())
    assert made.counts["articles"] == 1
    assert sorted(Path(problem.file).name for problem in made.problems) == sorted(BAD)
    reported = json.loads((tmp_path / "out" / "run.json").read_text("utf-8"))["problems"]
    assert [Problem(**row) for row in reported] == list(made.problems)


def test_strict_makes_a_bad_file_fatal_and_keeps_what_was_written(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    shutil.copy(articles() / "wire-toll.txt", folder)
    build([folder], tmp_path / "out", Settings())
    before = digests(tmp_path / "out")
    (folder / "empty.txt").write_bytes(b"")
    with pytest.raises(SourceError, match=r"empty\.txt"):
        build([folder], tmp_path / "out", Settings(), strict=True)
    assert digests(tmp_path / "out") == before
    assert {path.name for path in (tmp_path / "out").iterdir()} == FILES


HOSTILE = """<script>alert(1)</script> strikes as "); DROP GRAPH <x>" says minister

By <img src=x onerror=alert(2)>

Jane "</script><script>window.hacked=1</script>" Doe, a spokeswoman for the Ministry of <b>Truth</b> &
Co., said on Monday that 12 people had been killed in \u202eLondon\u202c. \U0001f4a5 "It is
href='javascript:alert(3)'," she said.

According to Amnesty International \\u0022 . } ; INSERT DATA { <a> <b> <c> }, 30 people were arrested
in Paris.
"""


def test_hostile_text_stays_text(tmp_path: Path) -> None:
    (tmp_path / "a } INSERT <x>.txt").write_text(HOSTILE, "utf-8")
    build([tmp_path / "a } INSERT <x>.txt"], tmp_path / "out", Settings(mentions=True, all_sentences=True))
    assert kg.validate(tmp_path / "out") == []
    texts = {"a } INSERT <x>.txt": HOSTILE}
    assert check_anchors(load_store(tmp_path / "out"), texts) == []
    page = (tmp_path / "out" / "graph.html").read_text("utf-8")
    assert "<script>window.hacked" not in page
    assert "<img src=x" not in page


def test_a_paragraph_too_long_to_read_is_named_and_the_run_goes_on(tmp_path: Path) -> None:
    long = tmp_path / "long.txt"
    long.write_text("The minister said that it was a long day. " * 25_000, "utf-8")
    made = build([long, articles() / "wire-toll.txt"], tmp_path / "out", Settings())
    assert [Path(problem.file).name for problem in made.problems] == ["long.txt"]
    assert "too long" in made.problems[0].message
    assert kg.validate(tmp_path / "out") == []


def test_a_pipeline_of_another_language_without_names_is_refused(tmp_path: Path) -> None:
    spacy.blank("de").to_disk(tmp_path / "blank")
    with pytest.raises(ReaderError, match="must parse"):
        build([articles()], tmp_path / "out", Settings(model=str(tmp_path / "blank")))
    assert not (tmp_path / "out").exists()


def test_a_folder_that_cannot_be_written_is_one_clear_line(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("in the way")
    with pytest.raises(SettingsError, match="cannot write to"):
        build([articles() / "wire-toll.txt"], blocked, Settings())


@pytest.mark.parametrize("base", ["kg.example/", "https://kg.example", "https://kg.example/a b/", "urn:x:"])
def test_a_base_iri_that_makes_no_sense_is_refused(base: str) -> None:
    with pytest.raises(SettingsError, match="--base-iri"):
        Settings(base_iri=base)


def test_what_an_english_pipeline_lacks_is_filled_in_by_ours_and_said(tmp_path: Path) -> None:
    pipeline = spacy.blank("en")
    pipeline.add_pipe("entity_ruler").add_patterns([{"label": "PERSON", "pattern": "Amnesty International"}])
    pipeline.to_disk(tmp_path / "ruler")
    build([articles() / "ngo-report.txt"], tmp_path / "out", Settings(model=str(tmp_path / "ruler")))
    names = {
        str(row[0])
        for row in kg.ask(tmp_path / "out", "SELECT ?n WHERE { ?p a schema:Person ; schema:name ?n }").rows
    }
    assert "Amnesty International" in names, "names are the other pipeline's"
    speakers = kg.ask(tmp_path / "out", "SELECT ?n WHERE { ?c kg:speaker/schema:name ?n }").rows
    assert ("Amnesty International",) in [tuple(map(str, row)) for row in speakers], "claims are ours"
    reader = json.loads((tmp_path / "out" / "run.json").read_text("utf-8"))["model"]
    assert re.search("with syntax, roles, triggers, chains by en_newskg_reader", reader)
