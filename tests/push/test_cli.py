"""``kg push`` as a command: what it says, and its exit codes."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from tests.stores.servers import Store, free_port

ROOT = Path(__file__).resolve().parents[2]


def run(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith("KG_PUSH")}
    return subprocess.run(
        [sys.executable, "-m", "kg", "push", *arguments],
        capture_output=True,
        text=True,
        timeout=120,
        stdin=subprocess.DEVNULL,
        env=kept | {"PYTHONPATH": str(ROOT)} | environment,
    )


def test_it_says_what_it_did(ox_server: Store, numbered: Callable[..., Path], graph_iri: str) -> None:
    done = run(str(numbered(range(5))), ox_server.graphs, "--graph", graph_iri)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == (
        f"{graph_iri}: 5 triples sent by the Graph Store Protocol at {ox_server.graphs}; "
        "5 in the graph, 5 there\n"
    )


def test_a_store_that_is_not_there_takes_one_line(numbered: Callable[..., Path]) -> None:
    done = run(str(numbered(range(5))), f"http://127.0.0.1:{free_port()}/store")
    assert done.returncode == 1
    assert "does not answer: Connection refused" in done.stderr
    assert len(done.stderr.strip().splitlines()) == 1


def test_the_log_in_is_read_from_the_environment_and_not_shown(
    virtuoso_server: Store, numbered: Callable[..., Path], graph_iri: str
) -> None:
    arguments = (str(numbered(range(5))), virtuoso_server.graphs, "--graph", graph_iri)
    refused = run(*arguments, KG_PUSH_USER="dba", KG_PUSH_PASSWORD="wrong-secret")
    assert refused.returncode == 1
    assert "does not take this log-in" in refused.stderr
    assert "wrong-secret" not in refused.stderr + refused.stdout
    without = run(*arguments)
    assert "set KG_PUSH_USER and KG_PUSH_PASSWORD" in without.stderr
    taken = run(*arguments, KG_PUSH_USER="dba", KG_PUSH_PASSWORD="dba")
    assert (taken.returncode, "5 there" in taken.stdout) == (0, True)
