"""Nothing that a client asks can stop the server, fill the machine, or change the graph."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from urllib.parse import quote, urlsplit

import pytest

from tests.serve.conftest import Served, serving

ENDLESS = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"
QUICK = "ASK { ?s ?p ?o }"


def children(process: int) -> list[int]:
    path = Path(f"/proc/{process}/task/{process}/children")
    if not path.exists():
        pytest.skip("needs /proc to see processes")
    return [int(one) for one in path.read_text().split()]


def processor_seconds(process: int) -> float:
    fields = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def test_an_endless_query_is_stopped_and_the_next_is_answered(strict: Served) -> None:
    began = time.monotonic()
    stopped = strict.query(ENDLESS)
    assert stopped.status == 503
    assert "stopped after 1 seconds" in stopped.text
    assert time.monotonic() - began < 5
    assert strict.query(QUICK).status == 200


def test_the_server_goes_before_its_workers(strict: Served) -> None:
    strict.query(QUICK)
    server = os.getpriority(os.PRIO_PROCESS, strict.process.pid)
    workers = [os.getpriority(os.PRIO_PROCESS, child) for child in children(strict.process.pid)]
    assert workers
    # 19 is as far as it goes
    assert all(worker == min(server + 5, 19) for worker in workers)


def test_many_endless_queries_leave_the_server_able_to_answer(strict: Served) -> None:
    with ThreadPoolExecutor(6) as pool:
        statuses = [reply.status for reply in pool.map(strict.query, [ENDLESS] * 6)]
    assert set(statuses) == {503}
    assert strict.query(QUICK).status == 200


@pytest.mark.parametrize(
    "query",
    [
        "SELECT * { ?s ?p ?o }",
        "CONSTRUCT WHERE { ?s ?p ?o }",
        "SELECT * { ?s ?p ?o } LIMIT 51",
    ],
)
@pytest.mark.parametrize(
    "accept", ["text/csv", "text/tab-separated-values", "application/xml", "application/json", ""]
)
def test_an_answer_beyond_the_row_limit_is_refused_and_not_cut(
    strict: Served, query: str, accept: str
) -> None:
    accept = accept if "SELECT" in query else ""
    found = strict.query(query, accept)
    assert found.status == 422
    assert "more than 50" in found.text


@pytest.mark.parametrize(
    "accept", ["text/csv", "text/tab-separated-values", "application/xml", "application/json"]
)
def test_an_answer_at_the_row_limit_is_whole(strict: Served, accept: str) -> None:
    # values with quotation marks and line ends, which must not be taken for rows
    query = 'SELECT ?s ("a\\r\\n\\"b\\"\\n{},{}" AS ?text) { ?s ?p ?o } LIMIT 50'
    assert strict.query(query, accept).status == 200


def test_a_query_that_takes_too_much_memory_ends_alone(strict: Served) -> None:
    greedy = (
        "SELECT (GROUP_CONCAT(CONCAT(STR(?a), STR(?d), STR(?g))) AS ?all) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }"
    )
    assert strict.query(greedy).status in (422, 503)
    assert strict.query(QUICK).status == 200


def test_a_worker_that_was_killed_is_replaced(protests: Served) -> None:
    protests.query(QUICK)
    for worker in children(protests.process.pid):
        os.kill(worker, signal.SIGKILL)
    assert protests.query(QUICK).status == 200


def test_when_the_client_goes_the_work_stops(protests: Served) -> None:
    host, port = urlsplit(protests.address).netloc.split(":")
    with socket.create_connection((host, int(port))) as connection:
        connection.sendall(f"GET /sparql?query={quote(ENDLESS)} HTTP/1.1\r\nhost: {host}\r\n\r\n".encode())
        time.sleep(1.5)
    time.sleep(1)
    before = {worker: processor_seconds(worker) for worker in children(protests.process.pid)}
    time.sleep(0.7)
    assert sum(processor_seconds(worker) - used for worker, used in before.items()) < 0.2


def test_sixteen_clients_at_once_get_right_answers(protests: Served) -> None:
    queries = [f"SELECT ?n {{ BIND({number} AS ?n) }}" for number in range(200)]
    with ThreadPoolExecutor(16) as pool:
        replies = list(pool.map(lambda query: protests.query(query, "text/csv"), queries))
    assert [reply.text.split() for reply in replies] == [["n", str(number)] for number in range(200)]


def test_workers_end_with_the_server_even_when_it_is_killed(tmp_path: Path) -> None:
    (tmp_path / "graph.ttl").write_text("<http://a> <http://b> <http://c> .")
    with serving(tmp_path) as served:
        assert served.query(QUICK).status == 200
        workers = children(served.process.pid)
        assert workers
        served.process.kill()
        served.process.wait()
        deadline = time.monotonic() + 10
        while any(Path(f"/proc/{worker}").exists() for worker in workers) and time.monotonic() < deadline:
            time.sleep(0.1)
        assert not any(Path(f"/proc/{worker}").exists() for worker in workers)


def test_an_interrupt_ends_it_in_peace(tmp_path: Path) -> None:
    (tmp_path / "graph.ttl").write_text("<http://a> <http://b> <http://c> .")
    with serving(tmp_path) as served:
        assert served.query(QUICK).status == 200
        host, port = urlsplit(served.address).netloc.split(":")
        connection = socket.create_connection((host, int(port)))
        connection.sendall(f"GET /sparql?query={quote(ENDLESS)} HTTP/1.1\r\nhost: {host}\r\n\r\n".encode())
        served.process.send_signal(signal.SIGINT)
        assert served.process.wait(timeout=20) == 0
        connection.close()


def test_a_port_in_use_is_told_in_one_line(protests: Served) -> None:
    import sys

    port = protests.address.rpartition(":")[2]
    command = [sys.executable, "-m", "kg", "serve", str(protests.folder), "--port", port]
    done = subprocess.run(command, capture_output=True, text=True, timeout=60)
    assert done.returncode == 1
    assert f"port {port}" in done.stderr
    assert "Traceback" not in done.stderr


def test_serving_changes_neither_the_graph_nor_its_folder(protests: Served) -> None:
    assert sorted(path.name for path in protests.folder.iterdir()) == [".store", "graph.ttl"]
