"""Loading a graph and the 25 questions: newskg beside rdflib and the bare Oxigraph engine, in one run.

``python -m tests.benchmark.stores_speed --entities 60000 --seconds 60`` makes a graph of some two million
triples (or takes one by ``--graph``) and prints a table. Each engine has a process of its own, one after the
other, so that memory is told apart and a question that takes too long can be ended; a question is asked once,
unbound, and its first 1000 rows are read.
"""

from __future__ import annotations

import argparse
import gc
import json
import multiprocessing
import resource
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from multiprocessing.connection import Connection, wait
from pathlib import Path
from typing import Any

from kg.query import named_queries
from kg.query.run import bind
from tests.synthetic import write_graph

ROWS = 1000
LOAD_SECONDS = 900
STOP = "stop"
Ask = Callable[[str], int]
"""Runs a query and tells how many rows it read."""


def newskg_memory(folder: Path) -> Ask:
    """What ``kg query`` does."""
    from kg.query import run_query
    from kg.store import load_store

    store = load_store(folder)
    return lambda text: len(run_query(store, text).rows)


def newskg_disk(folder: Path) -> Ask:
    """What a worker of ``kg serve`` does; loading makes the store."""
    from kg.serve.disk import prepare_store
    from kg.serve.jobs import JOBS, open_context

    with prepare_store(folder) as made:
        context = open_context(str(made.folder), title="", rows=10**7, seconds=600)

    def ask(text: str) -> int:
        accept = "application/sparql-results+json"
        answer = JOBS["query"](context, text=text, default_graphs=[], named_graphs=[], accept=accept)
        return len(json.loads(answer.body)["results"]["bindings"])

    return ask


def oxigraph_memory(folder: Path) -> Ask:
    import pyoxigraph as ox

    store = ox.Store()
    store.bulk_load(path=str(folder / "graph.ttl"), format=ox.RdfFormat.TURTLE)
    return lambda text: sum(1 for _ in store.query(text))


def oxigraph_disk(folder: Path) -> Ask:
    import pyoxigraph as ox

    store = ox.Store(str(folder / "bare-engine"))
    store.bulk_load(path=str(folder / "graph.ttl"), format=ox.RdfFormat.TURTLE)
    store.optimize()
    return lambda text: sum(1 for _ in store.query(text))


def rdflib_memory(folder: Path) -> Ask:
    import rdflib

    graph = rdflib.Graph().parse(folder / "graph.ttl", format="turtle")
    return lambda text: sum(1 for _ in graph.query(text))


ENGINES = {
    "newskg in memory": newskg_memory,
    "Oxigraph in memory": oxigraph_memory,
    "newskg on disk": newskg_disk,
    "Oxigraph on disk": oxigraph_disk,
    "rdflib": rdflib_memory,
}
ON_DISK = ("newskg on disk", "Oxigraph on disk")


def work(engine: str, folder: Path, pipe: Connection) -> None:
    """Loads, then answers queries until told to end."""
    ask = timed(pipe, lambda: ENGINES[engine](folder))
    gc.collect()
    gc.freeze()
    while text := pipe.recv():
        if engine in ON_DISK:  # its threads would not come along
            timed(pipe, partial(ask, text))
        elif text != STOP:  # which comes too late if the answer was under way
            in_child(pipe, ask, text)


def in_child(pipe: Connection, ask: Ask, text: str) -> None:
    """Answers in a copy of this process, which can be ended without loading again."""
    context = multiprocessing.get_context("fork")
    answers, answer = context.Pipe(duplex=False)
    child = context.Process(target=timed, args=(answer, partial(ask, text)))
    child.start()
    if answers in wait([answers, pipe]):
        pipe.send(answers.recv())
    else:
        pipe.recv()
        child.kill()
        pipe.send(None)
    child.join()


def timed(pipe: Connection, do: Callable[[], Any]) -> Any:
    """Sends seconds of wall and processor, rows, and megabytes at most."""
    wall, processor = time.perf_counter(), time.process_time()
    found = do()
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    rows = found if isinstance(found, int) else 0
    pipe.send((time.perf_counter() - wall, time.process_time() - processor, rows, memory))
    return found


class Engine:
    """An engine in a process that can be ended, and is loaded again after that."""

    def __init__(self, name: str, folder: Path) -> None:
        self.name, self.folder = name, folder
        self.load = self._start()

    def _start(self) -> tuple[float, float, int, float]:
        context = multiprocessing.get_context("spawn")
        self.pipe, other = context.Pipe()
        self.process = context.Process(target=work, args=(self.name, self.folder, other))
        self.process.start()
        if not self.pipe.poll(LOAD_SECONDS):
            raise TimeoutError(f"{self.name} did not load")
        return tuple(self.pipe.recv())

    def ask(self, text: str, seconds: float) -> tuple[float, float, int, float] | None:
        """What a question took, None if it was ended."""
        self.pipe.send(text)
        if self.pipe.poll(seconds):
            return tuple(self.pipe.recv())
        if self.name in ON_DISK:
            self.end()
            self._start()
            return None
        self.pipe.send(STOP)
        last = self.pipe.recv()  # None, or what came at the last moment
        return last and tuple(last)

    def end(self) -> None:
        self.process.kill()
        self.process.join()


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--entities", type=int, default=60_000)
    parser.add_argument("--graph", type=Path, help="a folder with graph.ttl, in place of a synthetic one")
    parser.add_argument("--seconds", type=float, default=60, help="after which a question is ended")
    parser.add_argument("--engines", default=",".join(ENGINES), help="names, between commas")
    parser.add_argument("--questions", default="", help="names, between commas; all unless told")
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        if chosen.graph:
            (folder / "graph.ttl").symlink_to((chosen.graph / "graph.ttl").resolve())
        else:
            (folder / "graph.ttl").write_text(write_graph(chosen.entities), encoding="utf-8")
        report(folder, chosen)


def report(folder: Path, chosen: argparse.Namespace) -> None:
    only = set(filter(None, chosen.questions.split(",")))
    queries = {
        q.name: f"{bind(q.text, {})}\nLIMIT {ROWS}" for q in named_queries() if not only or q.name in only
    }
    cells: dict[str, dict[str, str]] = {name: {} for name in ("load", "memory", *queries)}
    rows: dict[str, set[int]] = {name: set() for name in queries}
    engines = chosen.engines.split(",")
    for name in engines:
        engine = Engine(name, folder)
        cells["load"][name] = shown(engine.load)
        tell(f"{name}, load: {shown(engine.load)}")
        try:
            for question, text in queries.items():
                took = engine.ask(text, chosen.seconds)
                cells[question][name] = shown(took) if took else f"over {chosen.seconds:g}"
                if took:
                    rows[question].add(took[2])
                tell(f"{name}, {question}: {cells[question][name]}")
        finally:
            engine.end()
        cells["memory"][name] = f"{engine.load[3]:.0f} MB"
    tell("wall seconds (processor seconds)")
    tell(" | ".join(["".ljust(7), *(name.rjust(18) for name in engines)]))
    for what, found in cells.items():
        tell(" | ".join([what.ljust(7), *(found[name].rjust(18) for name in engines)]))
    disagree = [question for question, counts in rows.items() if len(counts) > 1]
    tell(f"rows: {'all agree' if not disagree else f'DIFFER in {disagree}'}")


def shown(took: tuple[float, float, int, float]) -> str:
    return f"{took[0]:.3f} ({took[1]:.3f})"


def tell(words: str) -> None:
    sys.stdout.write(f"{words}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
