"""The endpoint beside `oxigraph serve`, over the same graph: 16 clients put the 25 questions again and again.

``python -m tests.benchmark.endpoint_speed --entities 60000 --requests 10000`` prints the median time of each
question at both, the ratios, and how many requests failed. Both are asked in turns, in an order that a seed
decides, over connections that stay open.
"""

from __future__ import annotations

import argparse
import http.client
import json
import os
import random
import statistics
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

import pyoxigraph as ox

from kg.query import named_queries
from kg.query.run import bind
from kg.store import load_store
from kg.vocabulary import term
from tests.serve.conftest import serving
from tests.stores.programs import found as found_program
from tests.stores.servers import started
from tests.synthetic import write_graph

ACCEPT = "application/sparql-results+json"


@dataclass(frozen=True)
class Endpoint:
    url: str
    process: int


@contextmanager
def servers(folder: Path) -> Iterator[dict[str, Endpoint]]:
    """Both endpoints over stores on disk that were made in the same way."""
    with ExitStack() as stack:
        ours = stack.enter_context(serving(folder, "--rows", "10000000", "--timeout", "600"))
        copy = folder / "bare"
        store = ox.Store(str(copy))
        store.bulk_load(path=str(folder / "graph.ttl"), format=ox.RdfFormat.TURTLE)
        store.optimize()
        store.flush()
        del store
        command = [str(found_program("oxigraph")), "serve-read-only", "--location", str(copy)]
        port, process = stack.enter_context(started(command))
        yield {
            "ours": Endpoint(f"{ours.address}/sparql", ours.process.pid),
            "bare": Endpoint(f"http://127.0.0.1:{port}/query", process),
        }


def processor_seconds(process: int) -> float:
    """What a process and those that it started have used."""
    total = 0.0
    try:
        fields = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
        total = (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
        for task in Path(f"/proc/{process}/task").iterdir():
            total += sum(processor_seconds(int(child)) for child in (task / "children").read_text().split())
    except OSError:  # it has ended meanwhile
        pass
    return total


class Client(threading.Thread):
    """One client with a connection of its own; times of each question in seconds."""

    def __init__(self, url: str, work: Iterator[tuple[str, bytes]], lock: threading.Lock) -> None:
        super().__init__()
        self.url, self.work, self.lock = urlsplit(url), work, lock
        self.times: dict[str, list[float]] = {}
        self.failures: list[str] = []

    def run(self) -> None:
        connection = http.client.HTTPConnection(self.url.netloc, timeout=600)
        headers = {"content-type": "application/sparql-query", "accept": ACCEPT}
        while True:
            with self.lock:
                name, query = next(self.work, ("", b""))
            if not name:
                return
            began = time.perf_counter()
            try:
                connection.request("POST", self.url.path, body=query, headers=headers)
                answer = connection.getresponse()
                body = answer.read()
                if answer.status != 200 or not body.startswith(b"{"):
                    self.failures.append(f"{name}: {answer.status} {body[:100]!r}")
            except OSError as error:
                self.failures.append(f"{name}: {error}")
                connection.close()
            self.times.setdefault(name, []).append(time.perf_counter() - began)


def measure(
    url: str, queries: dict[str, list[bytes]], *, requests: int, clients: int, seed: int
) -> tuple[dict[str, list[float]], list[str], float]:
    """Times by question, what failed, and seconds in all."""
    chance = random.Random(seed)
    names = [name for _ in range(-(-requests // len(queries))) for name in sorted(queries)][:requests]
    chance.shuffle(names)
    work, lock = iter([(name, chance.choice(queries[name])) for name in names]), threading.Lock()
    threads = [Client(url, work, lock) for _ in range(clients)]
    began = time.perf_counter()
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    times: dict[str, list[float]] = {}
    for thread in threads:
        for name, found in thread.times.items():
            times.setdefault(name, []).extend(found)
    return times, [failure for thread in threads for failure in thread.failures], time.perf_counter() - began


def questions(limit: int) -> dict[str, list[bytes]]:
    """The 25 questions for all values of their parameters, the first rows of each answer.

    Open slots are taken out for both: the bare engine plans badly around them.
    """
    return {query.name: [_limited(bind(query.text, {}), limit)] for query in named_queries()}


def bound_questions(folder: Path, limit: int, *, variants: int = 40) -> dict[str, list[bytes]]:
    """The questions about one person, event or organization each, for some of them: what readers ask."""
    store, chance, found = load_store(folder), random.Random(1), {}
    for query in named_queries():
        nodes = [parameter for parameter in query.parameters if not parameter.is_literal]
        if not nodes:
            continue
        kind = "schema:Person" if nodes[0].type == "schema:Thing" else nodes[0].type
        quads = store.quads_for_pattern(None, ox.NamedNode(term("rdf:type")), ox.NamedNode(term(kind)), None)
        known = sorted((quad.subject for quad in quads), key=str)
        chosen = [chance.choice(known) for _ in range(variants)]
        found[query.name] = [_limited(bind(query.text, {nodes[0].name: node}), limit) for node in chosen]
    return found


def _limited(query: str, limit: int) -> bytes:
    return f"{query}\nLIMIT {limit}\n".encode()


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--entities", type=int, default=60_000)
    parser.add_argument("--requests", type=int, default=10_000)
    parser.add_argument("--clients", type=int, default=16)
    parser.add_argument("--rounds", type=int, default=2)
    parser.add_argument("--limit", type=int, default=1000)
    parser.add_argument("--bound", action="store_true", help="ask about one person or event at a time")
    parser.add_argument("--skip", default="", help="names of questions, between commas")
    parser.add_argument("--graph", type=Path, help="a folder with graph.ttl, in place of a synthetic one")
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        folder = chosen.graph or Path(temporary)
        if not chosen.graph:
            (folder / "graph.ttl").write_text(write_graph(chosen.entities), encoding="utf-8")
        found = bound_questions(folder, chosen.limit) if chosen.bound else questions(chosen.limit)
        queries = {name: texts for name, texts in found.items() if name not in chosen.skip.split(",")}
        with servers(folder) as endpoints:
            report(endpoints, queries, chosen)


def report(
    endpoints: dict[str, Endpoint], queries: dict[str, list[bytes]], chosen: argparse.Namespace
) -> None:
    times: dict[str, dict[str, list[float]]] = {name: {} for name in endpoints}
    failures: dict[str, list[str]] = {name: [] for name in endpoints}
    seconds, used = dict.fromkeys(endpoints, 0.0), dict.fromkeys(endpoints, 0.0)
    for turn in range(chosen.rounds):
        for server, endpoint in endpoints.items() if turn % 2 else reversed(endpoints.items()):
            share = chosen.requests // chosen.rounds
            before, url = processor_seconds(endpoint.process), endpoint.url
            found, failed, took = measure(url, queries, requests=share, clients=chosen.clients, seed=turn)
            for name, one in found.items():
                times[server].setdefault(name, []).extend(one)
            failures[server] += failed
            seconds[server] += took
            used[server] += processor_seconds(endpoint.process) - before
            tell(f"turn {turn + 1}, {server}: {share} requests in {took:.1f} s, {len(failed)} failed")
    medians = {
        server: {name: statistics.median(found[name]) for name in sorted(found)}
        for server, found in times.items()
    }
    ratios = {name: medians["ours"][name] / medians["bare"][name] for name in sorted(queries)}
    for name, ratio in ratios.items():
        ours, bare = medians["ours"][name], medians["bare"][name]
        tell(f"{name}  ours {ours:.4f} s  bare {bare:.4f} s  ratio {ratio:.2f}")
    typical = {server: round(statistics.median(found.values()), 4) for server, found in medians.items()}
    summary = {
        "requests to each": chosen.requests,
        "failed": {server: len(found) for server, found in failures.items()},
        "median of the questions' medians in seconds": typical,
        "median of the ratios": round(statistics.median(ratios.values()), 3),
        "processor seconds": {server: round(spent, 1) for server, spent in used.items()},
        "requests a second": {server: round(chosen.requests / took, 1) for server, took in seconds.items()},
    }
    tell(json.dumps(summary, indent=1))
    for failed in failures.values():
        tell("\n".join(sorted(set(failed))[:5]))


def tell(words: str) -> None:
    sys.stdout.write(f"{words}\n" if words else "")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
