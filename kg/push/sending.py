"""The course of a push: plan, find the way that the store takes, send part by part, count."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from kg.errors import SettingsError
from kg.push.connection import Connection, Credentials, Failure, PushError
from kg.push.counting import Counter
from kg.push.lines import DEFAULT_GRAPH, Lines, read_lines
from kg.push.places import Places, find_places
from kg.push.plan import Part, Plan, make_plan
from kg.push.state import Progress, State
from kg.push.writers import GraphStoreWriter, UpdateWriter, Writer
from kg.store import graph_file
from kg.vocabulary import DEFAULT_BASE

__all__ = ["Options", "Report", "push"]

_OTHER_PROTOCOL = frozenset({400, 404, 405, 406, 411, 415, 422, 500, 501})
"""What stores answer to a request of a protocol that they do not speak at that address."""

Told = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Options:
    """How a graph is pushed.

    graph: IRI of the store's graph that takes what stands in no named graph; "" for the store's default
    graph. replace: the store's graphs hold nothing else afterwards. query_url: where the store answers
    queries, where its layout is not a known one.
    """

    graph: str = DEFAULT_GRAPH
    replace: bool = False
    query_url: str = ""


@dataclass(frozen=True, slots=True)
class Report:
    """What a push did to one graph.

    way: how it was sent, "" where nothing had to be. sent: triples added; removed: triples taken away.
    counted: triples in the store afterwards, None where it does not tell. resumed: whether it went on
    where an earlier push broke off.
    """

    graph: str
    triples: int
    way: str
    sent: int
    removed: int
    before: int | None
    counted: int | None
    resumed: bool
    replaced: bool

    @property
    def agrees(self) -> bool:
        """Whether the store's count is what it must be; True where it does not tell."""
        if self.counted is None:
            return True
        if self.replaced or not self.before:
            return self.counted == self.triples
        # the store may have held some of it, or more than it, beforehand
        return self.triples <= self.counted <= self.before + self.sent


def push(
    path: str | Path,
    url: str,
    options: Options,
    *,
    credentials: Callable[[], Credentials | None] = lambda: None,
    told: Told | None = None,
) -> list[Report]:
    """Load a graph into a store: all of it the first time, then what has changed since.

    Args:
        path: folder of a build, or an RDF file.
        url: address of the store; see :func:`kg.push.places.find_places`.
        options: how.
        credentials: called when the store asks for a log-in.
        told: called with triples sent and triples in all.

    Raises:
        GraphError: if the graph cannot be read.
        SettingsError: if the address or the graph's IRI makes no sense.
        PushError: if the store does not take it; what it took is noted, and the next call goes on there.
    """
    _check_graph(options.graph)
    places = find_places(url, options.query_url)
    folder = graph_file(path).parent
    connection = Connection(credentials)
    counter = Counter(connection, places.queries)
    graphs = read_lines(path, DEFAULT_BASE) or {DEFAULT_GRAPH: ()}
    reports = []
    for name, lines in graphs.items():
        graph = name or options.graph
        job = _Job(connection, places, counter, State(folder, url, graph), graph)
        reports.append(job.run(lines, replace=options.replace, told=told))
    return reports


def _check_graph(graph: str) -> None:
    import pyoxigraph as ox

    try:
        ox.NamedNode(graph or DEFAULT_BASE)
    except ValueError as error:
        raise SettingsError(f"--graph takes an IRI, not {graph!r}: {error}") from error


class _Job:
    """The push of one graph."""

    def __init__(
        self, connection: Connection, places: Places, counter: Counter, state: State, graph: str
    ) -> None:
        self._connection = connection
        self._places = places
        self._counter = counter
        self._state = state
        self._graph = graph

    def run(self, lines: Lines, *, replace: bool, told: Told | None) -> Report:
        before = self._counter.count(self._graph)
        pushed = self._state.pushed()
        if pushed is not None and before is not None and before < len(pushed):
            pushed = None  # the store has lost what we once sent
        plan = make_plan(lines, pushed=pushed, replaces=replace)
        noted = self._state.progress()
        resumed = noted is not None and noted.plan == plan.name
        way = self._send(plan, noted if resumed else None, told)
        self._state.finish(lines)
        return Report(
            graph=self._graph,
            triples=len(lines),
            way=way,
            sent=len(plan.added),
            removed=len(plan.removed),
            before=before,
            counted=self._counter.count(self._graph),
            resumed=resumed,
            replaced=replace,
        )

    def _send(self, plan: Plan, noted: Progress | None, told: Told | None) -> str:
        """Sends what is still to be sent; says how, "" where nothing had to be."""
        if not plan.size and not plan.replaces:
            return ""
        writer, done = self._way_noted(noted) or (self._way_found(plan), 1)
        parts = list(plan.parts(writer.part))
        sent = 0
        for number, part in enumerate(parts):
            if number >= done:
                failure = _carry_out(writer, self._graph, part)
                if failure:
                    at = f"{number} of {len(parts)} parts are in the store; the same command goes on there"
                    raise PushError(f"{_said(writer, failure)} ({at})")
                self._state.note(Progress(plan.name, writer.name, writer.url, number + 1))
            sent += len(part.lines)
            if told:
                told(sent, plan.size)
        return f"{writer.name} at {writer.url}"

    def _ways(self) -> list[Writer]:
        by_graph = [
            GraphStoreWriter(self._connection, url, self._places.updates) for url in self._places.graphs
        ]
        return [*by_graph, *(UpdateWriter(self._connection, url) for url in self._places.updates)]

    def _way_noted(self, noted: Progress | None) -> tuple[Writer, int] | None:
        """The way that an earlier push took, and how many parts it had sent."""
        for way in self._ways():
            if noted and (way.name, way.url) == (noted.writer, noted.address):
                return way, noted.done
        return None

    def _way_found(self, plan: Plan) -> Writer:
        """The first way in which the store takes the first part; it has it then."""
        failures = []
        for way in self._ways():
            failure = _carry_out(way, self._graph, next(plan.parts(way.part)))
            if failure is None:
                self._state.note(Progress(plan.name, way.name, way.url, 1))
                return way
            failures.append(_said(way, failure))
            if failure.status not in _OTHER_PROTOCOL:
                raise PushError(failures[-1])
        raise PushError(f"the store takes nothing here: {failures[0]}")


def _carry_out(writer: Writer, graph: str, part: Part) -> Failure | None:
    do = {"put": writer.put, "add": writer.add, "remove": writer.remove}[part.verb]
    return do(graph, part.lines)


def _said(writer: Writer, failure: Failure) -> str:
    if not failure.status:
        return f"{writer.url} does not answer: {failure.said}"
    return f"{writer.name} at {writer.url} answers {failure.status}: {failure.said}"
