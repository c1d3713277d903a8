"""The command line as a user meets it: one line for each error, exit codes, pipes."""

from __future__ import annotations

import csv
import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from kg.cli import cli
from kg.demo import articles


def run(*arguments: str, text: str | None = None) -> Result:
    return CliRunner().invoke(cli, list(arguments), input=text)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["build", "nowhere.txt", "-o", "out"], "nowhere.txt"),
        (["query", "nowhere", "SELECT * {}"], "nowhere"),
        (["validate", "nowhere.ttl"], "nowhere.ttl"),
        (["page", "nowhere.ttl"], "nowhere.ttl"),
        (["build", "nowhere.txt", "-o", "out", "--model", "no_such_model"], ""),
        (["build", "nowhere.txt", "-o", "out", "--ledger", "nowhere.ttl"], "nowhere.ttl"),
    ],
)
def test_an_error_is_one_line_without_a_traceback(arguments: list[str], said: str) -> None:
    result = run(*arguments)
    assert result.exit_code == 1
    lines = result.stderr.strip().splitlines()
    assert lines[-1].startswith("Error: ")
    assert said in result.stderr
    assert "Traceback" not in result.output


def test_an_unknown_model_is_named() -> None:
    result = run("annotate", str(articles() / "wire-toll.txt"), "-o", "-", "--model", "no_such_model")
    assert result.exit_code == 1
    assert "no_such_model" in result.stderr


def test_annotate_writes_a_line_for_each_article(tmp_path: Path) -> None:
    out = tmp_path / "all.jsonl"
    assert run("annotate", str(articles()), "-o", str(out)).exit_code == 0
    rows = [json.loads(line) for line in out.read_text("utf-8").splitlines()]
    assert [row["id"] for row in rows] == sorted(path.stem for path in articles().glob("*.txt"))
    text = (articles() / f"{rows[0]['id']}.txt").read_bytes().decode()
    names = {text[m["start"] : m["end"]] for m in rows[0]["entities"] if m["kind"] == "name"}
    assert "Reuters" in names


def test_a_query_prints_a_header_and_rows_in_each_format(demo_build: Path) -> None:
    query = "SELECT ?file WHERE { ?article kg:sourceFile ?file } ORDER BY ?file"
    rows = list(csv.reader(io.StringIO(run("query", str(demo_build), query, "--format", "csv").stdout)))
    assert rows[0] == ["file"]
    assert rows[1:] == [[path.name] for path in sorted(articles().glob("*.txt"))]
    found = json.loads(run("query", str(demo_build), query, "--format", "json").stdout)
    assert found["head"]["vars"] == ["file"]
    assert "wire-toll.txt" in run("query", str(demo_build), query, "--format", "tsv").stdout
    assert "wire-toll.txt" in run("query", str(demo_build), query, "--format", "table").stdout


def test_a_query_comes_from_a_file_or_from_standard_input(demo_build: Path, tmp_path: Path) -> None:
    query = "SELECT (COUNT(?article) AS ?n) WHERE { ?article a schema:NewsArticle }"
    (tmp_path / "q.rq").write_text(query)
    from_file = run("query", str(demo_build), "--file", str(tmp_path / "q.rq"), "--format", "csv")
    from_stdin = run("query", str(demo_build), "-", "--format", "csv", text=query)
    assert from_file.stdout == from_stdin.stdout
    assert from_file.stdout.split() == ["n", "6"]


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("SELECT ?x WHERE { ?x", "parse"),
        ("INSERT DATA { <a:b> <a:b> <a:b> }", "would change the graph"),
        ("SELECT * { SERVICE <http://localhost/> { ?s ?p ?o } }", "SERVICE"),
    ],
)
def test_a_query_that_cannot_be_answered_says_why(demo_build: Path, query: str, said: str) -> None:
    result = run("query", str(demo_build), query)
    assert result.exit_code == 1
    assert said.lower() in result.stderr.lower()


def test_a_closed_pipe_is_no_error(demo_build: Path) -> None:
    command = (
        f"{sys.executable} -m kg query {demo_build} 'SELECT ?s ?p ?o {{ ?s ?p ?o }}' --format csv | head -1"
    )
    done = subprocess.run(
        ["bash", "-o", "pipefail", "-c", command], capture_output=True, text=True, check=False, env=os.environ
    )
    assert "Traceback" not in done.stderr
    assert done.stdout.strip() == "s,p,o"


def test_validate_names_the_node_and_fails(demo_build: Path, tmp_path: Path) -> None:
    text = (demo_build / "graph.ttl").read_text("utf-8")
    broken = tmp_path / "broken.ttl"
    broken.write_text(text + "\nent:nobody a schema:Person .\n", "utf-8")
    result = run("validate", str(broken))
    assert result.exit_code == 1
    assert "nobody" in result.stdout
    assert run("validate", str(demo_build)).exit_code == 0


def test_page_is_made_of_any_turtle(demo_build: Path, tmp_path: Path) -> None:
    out = tmp_path / "page.html"
    assert run("page", str(demo_build / "graph.ttl"), "-o", str(out)).exit_code == 0
    assert "<html" in out.read_text("utf-8")


@pytest.mark.parametrize("name", sorted(cli.commands))
def test_every_command_has_help(name: str) -> None:
    result = run(name, "--help")
    assert result.exit_code == 0
    assert len(result.stdout) > 100


EVALUATED = 'Ada Orr, the mayor of Lowmere, said the ferry was late. "It will sail," Orr said.\n'


def gold_of_names(folder: Path) -> Path:
    (folder / "articles").mkdir()
    (folder / "articles" / "ferry.txt").write_text(EVALUATED, "utf-8")
    start = EVALUATED.index("Lowmere")
    names = [(0, 7, "Person"), (start, start + 7, "Place")]
    row = {"id": "ferry", "entities": [{"start": a, "end": b, "type": kind} for a, b, kind in names]}
    (folder / "gold.jsonl").write_text(json.dumps(row) + "\n", "utf-8")
    return folder


def test_evaluate_measures_the_reader_as_it_measures_what_annotate_wrote(tmp_path: Path) -> None:
    gold = gold_of_names(tmp_path)
    read = run("evaluate", str(gold))
    assert read.exit_code == 0
    rows = [line.split("\t") for line in read.stdout.splitlines()]
    assert [row[:2] for row in rows][-2:] == [["entities", "exact ALL"], ["entities", "overlap ALL"]]
    assert all(len(row) == 5 for row in rows)
    written = tmp_path / "read.jsonl"
    run("annotate", str(gold / "articles"), "-o", str(written))
    assert run("evaluate", str(gold), "--predicted", str(written)).stdout == read.stdout
    found = json.loads(run("evaluate", str(gold), "--predicted", str(written), "--json").stdout)
    assert (found["format"], found["articles"], found["missing"]) == ("standoff", 1, [])
    assert [f"{figure['f1']:.3f}" for figure in found["figures"]] == [row[4] for row in rows]


def test_evaluate_fails_where_an_article_was_not_read(tmp_path: Path) -> None:
    gold = gold_of_names(tmp_path)
    (tmp_path / "none.jsonl").write_text("", "utf-8")
    result = run("evaluate", str(gold), "--predicted", str(tmp_path / "none.jsonl"))
    assert result.exit_code == 1
    assert "exact ALL\t0.000\t0.000\t0.000" in result.stdout
    assert "not read: 1 of 1 articles, e.g. ferry" in result.stderr
    (gold / "articles" / "ferry.txt").unlink()
    result = run("evaluate", str(gold))
    assert result.exit_code == 1
    assert "article 'ferry': its text is missing" in result.stderr


def test_evaluate_reads_words_that_are_given_or_the_text(tmp_path: Path) -> None:
    columns = [("The", "DET", 2, "det"), ("ferry", "NOUN", 3, "nsubj"), ("sailed", "VERB", 0, "root")]
    columns.append((".", "PUNCT", 3, "punct"))
    lines = [
        f"{number}\t{word}\t{word.lower()}\t{tag}\t_\t_\t{head}\t{relation}\t_\t_"
        for number, (word, tag, head, relation) in enumerate(columns, 1)
    ]
    # gold holds the full stop apart, with a blank that a tokenizer is not led by
    gold = tmp_path / "ferry.conllu"
    gold.write_text("\n".join(lines) + "\n\n", "utf-8")
    for option in ([], ["--gold-tokens"], ["--gold-sentences"]):
        result = run("evaluate", str(gold), *option)
        figures = {row.split("\t")[1]: row.split("\t")[4] for row in result.stdout.splitlines()}
        assert figures["Words"] == "1.000"
        assert figures["UPOS"] == "1.000"
        assert "XPOS" not in figures


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["nowhere.conllu"], 1, "nowhere.conllu: no such file"),
        (["GOLD", "--layers", "claims"], 2, "GOLD has no layer 'claims', it has: entities"),
        (["GOLD", "--layers", "entities,names"], 2, "no layer 'names'"),
        (["GOLD", "--gold-tokens"], 2, "CoNLL-U"),
        (["GOLD", "--format", "brat"], 1, "no label that is known"),
        (["GOLD", "--model", "no_such_model"], 1, "no_such_model"),
    ],
)
def test_evaluate_says_what_is_wrong(tmp_path: Path, arguments: list[str], code: int, said: str) -> None:
    gold = gold_of_names(tmp_path)
    result = run("evaluate", *(str(gold) if item == "GOLD" else item for item in arguments))
    assert result.exit_code == code
    assert said in result.stderr.replace("\n", " ")
    assert "Traceback" not in result.output
