"""``kg export`` as a user meets it, and what holds for every format alike."""

from __future__ import annotations

import json
import os
import random
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import networkx as nx
import pytest
from click.testing import CliRunner, Result
from pyoxigraph import RdfFormat, Store

from kg.cli import cli
from kg.errors import SettingsError
from kg.export import export
from kg.export.content import Content
from kg.export.registry import FORMATS
from kg.store import load_store
from kg.vocabulary import ontology_dir
from tests.export.exported import content, file_bytes, written
from tests.synthetic import write_graph

DISPUTE = ontology_dir() / "examples" / "dispute.ttl"
HERE = [name for name, form in FORMATS.items() if not form.missing]
"""Formats that can be written on this machine."""


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(cli, ["export", *map(str, arguments)])


@pytest.fixture
def built(tmp_path: Path) -> Path:
    """A folder like that of a build."""
    (tmp_path / "graph.ttl").write_bytes(DISPUTE.read_bytes())
    return tmp_path


def test_without_an_output_files_go_into_the_folder_export(built: Path) -> None:
    result = run(built, "--to", "turtle", "--to", "gexf", "--to", "csv", "--to", "turtle")
    assert result.exit_code == 0, result.output
    wanted = [built / "export" / name for name in ("graph.ttl", "graph.gexf", "graph-csv")]
    assert result.stdout.splitlines() == [str(path) for path in wanted]
    assert all(path.exists() for path in wanted)
    assert sorted(path.name for path in (built / "export").iterdir()) == [
        "graph-csv",
        "graph.gexf",
        "graph.ttl",
    ]


def test_all_writes_every_format_that_can_be_written_here(built: Path) -> None:
    result = run(built, "--to", "all", "-o", built / "out")
    assert result.exit_code == 0, result.output
    assert sorted(path.name for path in (built / "out").iterdir()) == sorted(
        FORMATS[name].file_name("graph") for name in HERE
    )


def test_a_file_is_exported_under_its_own_name(built: Path) -> None:
    (built / "case.ttl").write_bytes(DISPUTE.read_bytes())
    assert run(built / "case.ttl", "--to", "ntriples").stdout.strip() == str(built / "export" / "case.nt")


def test_an_output_names_the_file_or_the_folder(built: Path) -> None:
    assert run(built, "--to", "ntriples", "-o", built / "a.txt").exit_code == 0
    assert (built / "a.txt").read_bytes() == written("dispute", "ntriples").read_bytes()
    (built / "there").mkdir()
    assert run(built, "--to", "ntriples", "-o", built / "there").exit_code == 0
    assert (built / "there" / "graph.nt").is_file()
    assert run(built, "--to", "csv", "-o", built / "new").exit_code == 0
    assert (built / "new" / "nodes.csv").is_file()


def test_an_export_replaces_the_one_before_and_leaves_other_files(built: Path) -> None:
    folder = built / "export" / "graph-csv"
    folder.mkdir(parents=True)
    (folder / "mine.txt").write_text("kept")
    (folder / "nodes.csv").write_text("old")
    assert run(built, "--to", "csv").exit_code == 0
    assert (folder / "mine.txt").read_text() == "kept"
    assert (folder / "nodes.csv").read_bytes() == (written("dispute", "csv") / "nodes.csv").read_bytes()


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["nowhere", "--to", "turtle"], "nowhere"),
        (["{built}", "--to", "turtle", "-o", "{built}/graph.ttl/inside.ttl"], "cannot write"),
        (["{built}/broken.ttl", "--to", "sqlite"], "broken.ttl, line 1"),
    ],
)
def test_an_error_is_one_line(built: Path, arguments: list[str], said: str) -> None:
    (built / "broken.ttl").write_text("this is no Turtle")
    result = run(*(argument.format(built=built) for argument in arguments))
    assert result.exit_code == 1
    (line,) = result.stderr.strip().splitlines()
    assert line.startswith("Error: ")
    assert said in line


def test_an_unknown_format_is_wrong_usage(built: Path) -> None:
    result = run(built, "--to", "word")
    assert result.exit_code == 2
    assert "'word'" in result.stderr
    with pytest.raises(SettingsError, match="word"):
        export(content("dispute"), "word", built / "x")


WITHOUT = """
import sys
sys.modules["pyarrow"] = None
from kg.cli import cli
cli(sys.argv[1:])
"""


def without_pyarrow(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", WITHOUT, "export", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def test_a_missing_library_is_named_with_the_command_that_brings_it(built: Path) -> None:
    done = without_pyarrow(built, "--to", "ntriples", "--to", "parquet")
    assert done.returncode == 1
    assert done.stderr.strip() == "Error: parquet needs pyarrow: pip install 'newskg[parquet]'"
    assert not (built / "export").exists()


def test_all_goes_on_without_a_library_and_says_so(built: Path) -> None:
    done = without_pyarrow(built, "--to", "all")
    assert done.returncode == 0
    assert done.stderr.strip() == "left out: parquet needs pyarrow: pip install 'newskg[parquet]'"
    assert len(list((built / "export").iterdir())) == len(FORMATS) - 1


def test_the_help_lists_every_format() -> None:
    shown = run("--help").stdout
    assert all(f"  {form.name} " in shown and form.about in shown for form in FORMATS.values())


# ─── What holds for every format ─────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("to", HERE)
def test_equal_graphs_give_equal_files_whatever_their_order(to: str, tmp_path: Path) -> None:
    quads = list(load_store(DISPUTE))
    random.Random(5).shuffle(quads)
    store = Store()
    for quad in quads:
        store.add(quad)
    target = tmp_path / FORMATS[to].file_name("graph")
    export(Content(store), to, target)
    assert file_bytes(target) == file_bytes(written("dispute", to))


def test_files_are_equal_in_another_process_with_another_hash_seed(built: Path) -> None:
    command = [sys.executable, "-m", "kg", "export", str(built), "--to", "all"]
    environment = os.environ | {"PYTHONHASHSEED": "4242", "TZ": "Asia/Tokyo", "LC_ALL": "C"}
    subprocess.run(command, check=True, capture_output=True, env=environment)
    for name in HERE:
        made = built / "export" / FORMATS[name].file_name("graph")
        assert file_bytes(made) == file_bytes(written("dispute", name)), name


@pytest.mark.parametrize("to", HERE)
def test_an_empty_graph_gives_an_empty_export(to: str, tmp_path: Path) -> None:
    target = tmp_path / FORMATS[to].file_name("graph")
    export(Content(Store()), to, target)
    assert target.exists()


@pytest.mark.parametrize("to", HERE)
def test_a_graph_in_named_graphs_is_taken_as_one(to: str, tmp_path: Path) -> None:
    target = tmp_path / FORMATS[to].file_name("graph")
    export(Content(load_store(written("dispute", "trig"))), to, target)
    assert file_bytes(target) == file_bytes(written("dispute", to))


def test_no_file_is_left_where_writing_fails(tmp_path: Path) -> None:
    (tmp_path / "taken.nt").mkdir()
    with pytest.raises(SettingsError, match=r"taken\.nt"):
        export(content("harbour"), "ntriples", tmp_path / "taken.nt")
    assert [path.name for path in tmp_path.iterdir()] == ["taken.nt"]


@pytest.fixture(scope="module")
def large() -> Content:
    """Some 25,000 triples of the ontology."""
    store = Store()
    store.load(write_graph(500).encode(), format=RdfFormat.TURTLE)
    return Content(store)


@pytest.mark.parametrize("to", HERE)
def test_a_larger_graph_is_written(to: str, large: Content, tmp_path: Path) -> None:
    assert len(large.triples) > 20_000
    target = tmp_path / FORMATS[to].file_name("graph")
    export(large, to, target)
    assert sum(len(held) for held in file_bytes(target).values()) > 100_000


def test_a_larger_graph_comes_back_whole(large: Content, tmp_path: Path) -> None:
    for to in ("trig", "graphml", "sqlite", "ftm"):
        export(large, to, tmp_path / to)
    (tmp_path / "trig").rename(tmp_path / "g.trig")
    assert len(load_store(tmp_path / "g.trig")) == len(large.triples)
    records = large.records
    kinds = (
        records.entities,
        records.events,
        records.articles,
        records.claims,
        records.figures,
        records.comparisons,
    )
    assert len(nx.read_graphml(tmp_path / "graphml")) == sum(map(len, kinds))
    with closing(sqlite3.connect(tmp_path / "sqlite")) as database:
        assert database.execute("SELECT COUNT(*) FROM facts").fetchone() == (len(records.facts),)
        assert database.execute("PRAGMA foreign_key_check").fetchall() == []
    lines = (tmp_path / "ftm").read_text("utf-8").splitlines()
    claims = sum(json.loads(line)["schema"] == "Note" for line in lines)
    assert claims == len(records.claims)
