"""The order of the stages: the only module that knows all of them."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from kg.errors import SourceError
from kg.model import Annotated, Claim, Problem, Resolved
from kg.report import Timings, counts, run_report
from kg.settings import Settings
from kg.writing import write_all

if TYPE_CHECKING:
    from pyoxigraph import Triple

    from kg.ledger import Ledger

__all__ = ["Build", "Progress", "Reading", "build", "read_articles", "sure_claims"]

Progress = Callable[[str, int, int], None]
"""Told of each step: what is done, how many of how many (0 where unknown)."""

GRAPH_CONFIDENCE = 0.5
"""Claims read with less confidence (attitudes, bare stances, guesses) are in annotations.jsonl only."""

GRAPH_CONFIDENCE_OF_OTHERS = 0.8
"""The same for what is not plainly said but reported, stressed, accused of: of 100 claims that we read,
23 in 31 of these were right, 62 in 69 of those that are said."""

_PLAIN = frozenset({"Say", ""})


@dataclass(frozen=True, slots=True)
class Reading:
    """Articles read, what went wrong, and the pipeline that read them."""

    annotated: tuple[Annotated, ...]
    problems: tuple[Problem, ...]
    model: str


@dataclass(frozen=True, slots=True)
class Build:
    """What a build made."""

    folder: Path
    files: tuple[Path, ...]
    counts: dict[str, int]
    problems: tuple[Problem, ...]

    def _repr_html_(self) -> str:
        """What was made, for a notebook: counts, files, and what went wrong."""
        from kg.report import build_html

        return build_html(self.counts, self.files, self.problems)


def read_articles(
    paths: Sequence[Path],
    settings: Settings,
    *,
    strict: bool = False,
    progress: Progress | None = None,
    timings: Timings | None = None,
) -> Reading:
    """Read files and folders and annotate every article found.

    Args:
        paths: files and folders.
        settings: options; model and workers count here.
        strict: fail where there is a problem.
        progress: told of each article.
        timings: gets the seconds of each stage.

    Raises:
        SourceError: no article could be read, or strict and there is a problem.
        ReaderError: the spaCy pipeline cannot be loaded.
    """
    from kg.parallel import annotate_all
    from kg.sources import read_documents

    clock = timings or Timings()
    problems: list[Problem] = []
    with clock.stage("sources"):
        documents = list(read_documents(paths, on_problem=problems.append))
    _stop_if(strict, problems)
    if not documents:
        raise SourceError(_nothing_read(paths, problems))
    annotated, model = annotate_all(documents, settings, progress=progress or _silent, timings=clock)
    problems.extend(problem for article in annotated for problem in article.problems)
    _stop_if(strict, problems)
    return Reading(tuple(annotated), tuple(problems), model)


def build(
    paths: Sequence[Path],
    output: Path,
    settings: Settings,
    *,
    ledger: Path | None = None,
    strict: bool = False,
    progress: Progress | None = None,
) -> Build:
    """Read articles and write graph.ttl, annotations.jsonl, decisions.jsonl, graph.html and run.json.

    Nothing is written before everything is made; each file is then renamed into place.

    Args:
        paths: files and folders.
        output: folder to write to, made if missing.
        settings: options.
        ledger: an earlier graph.ttl whose IRIs are kept.
        strict: fail where there is a problem.
        progress: told of each step.

    Raises:
        SourceError: no article could be read, or strict and there is a problem.
        ReaderError: the spaCy pipeline cannot be loaded.
        GraphError: the ledger cannot be read.
        SettingsError: the folder cannot be written to.
    """
    tell = progress or _silent
    timings = Timings()
    known = _ledger(ledger)
    reading = read_articles(paths, settings, strict=strict, progress=tell, timings=timings)
    contents, made = _make(reading, known, settings, tell, timings)
    report = run_report(settings, reading.annotated, reading.problems, made, timings, reading.model)
    contents["run.json"] = report
    write_all(output, contents)
    return Build(output, tuple(output / name for name in contents), made, reading.problems)


def _make(
    reading: Reading, known: Ledger | None, settings: Settings, tell: Progress, timings: Timings
) -> tuple[dict[str, bytes], dict[str, int]]:
    """The contents of each file, and what the graph counts."""
    from kg.graph import build_graph
    from kg.resolve import resolve
    from kg.store import to_turtle
    from kg.vocabulary import prefixes

    with timings.stage("resolve"):
        tell("joining names", 0, 0)
        resolved = resolve([sure_claims(article) for article in reading.annotated], known)
    with timings.stage("graph"):
        tell("making the graph", 0, 0)
        triples = build_graph(resolved, settings)
        contents = {
            "graph.ttl": to_turtle(triples, prefixes(settings.base_iri)),
            "annotations.jsonl": _standoff(reading.annotated, resolved, settings.base_iri),
            "decisions.jsonl": _decisions(resolved),
        }
    with timings.stage("page"):
        tell("drawing the page", 0, 0)
        contents["graph.html"] = _page(triples)
    return contents, counts(resolved, len(triples))


def _ledger(path: Path | None) -> Ledger | None:
    from kg.ledger import read_ledger

    return None if path is None else read_ledger(path)


def sure_claims(annotated: Annotated) -> Annotated:
    """The article without the claims that were read with too little confidence, and without mere attitudes.

    What somebody wants, expects or does ("is angry over") is annotated, not claimed.
    """
    from kg.annotate.claims.attributions import UNSAID

    sure = tuple(
        claim
        for claim in annotated.claims
        if claim.confidence >= _needed(claim) and (not claim.speaker or claim.cue_type not in UNSAID)
    )
    return replace(annotated, claims=sure)


def _needed(claim: Claim) -> float:
    """A narrator's claim has no cue, and is as sure as its figure."""
    plain = claim.cue_type in _PLAIN or not claim.speaker
    return GRAPH_CONFIDENCE if plain else GRAPH_CONFIDENCE_OF_OTHERS


def _page(triples: Sequence[Triple]) -> bytes:
    from pyoxigraph import Quad, Store

    from kg.export.page import render_page

    store = Store()
    store.extend(Quad(*triple) for triple in triples)
    return render_page(store).html.encode()


def _standoff(annotated: Sequence[Annotated], resolved: Resolved, base: str) -> bytes:
    from kg.standoff import line

    chains = {key: base + iri for key, iri in resolved.chains.items()}
    ordered = sorted(annotated, key=lambda article: article.document.id)
    return "".join(line(article, chains) for article in ordered).encode()


def _decisions(resolved: Resolved) -> bytes:
    rows = (json.dumps(asdict(decision), ensure_ascii=False) + "\n" for decision in resolved.decisions)
    return "".join(rows).encode()


def _stop_if(strict: bool, problems: Sequence[Problem]) -> None:
    if strict and problems:
        first = problems[0]
        more = f" (and {len(problems) - 1} more)" if len(problems) > 1 else ""
        raise SourceError(f"{first.file}: {first.message}{more}; nothing was written (--strict)")


def _nothing_read(paths: Sequence[Path], problems: Sequence[Problem]) -> str:
    named = ", ".join(str(path) for path in paths)
    if problems:
        return f"no article could be read from {named}: {problems[0].file}: {problems[0].message}"
    return f"no article found in {named}: newskg reads .txt and .md files"


def _silent(_stage: str, _done: int, _total: int) -> None:
    """Progress told to nobody."""
