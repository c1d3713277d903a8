"""What a run says of itself: run.json, the only output that may differ between equal runs."""

from __future__ import annotations

import json
import platform
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from html import escape
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

from kg import __version__
from kg.model import Annotated, Problem, Resolved
from kg.settings import Settings

__all__ = ["Timings", "build_html", "counts", "run_report"]

_PACKAGES = ("spacy", "pyoxigraph", "networkx", "pyvis")


@dataclass
class Timings:
    """Seconds of wall clock per stage."""

    seconds: dict[str, float] = field(default_factory=dict)

    @contextmanager
    def stage(self, name: str) -> Iterator[None]:
        """Time a block; blocks of one name add up."""
        start = time.perf_counter()
        try:
            yield
        finally:
            self.seconds[name] = self.seconds.get(name, 0.0) + time.perf_counter() - start


def counts(resolved: Resolved, triples: int) -> dict[str, int]:
    """How much of each kind the graph holds."""
    kinds = Counter(entity.type for entity in resolved.entities)
    return {
        "articles": len(resolved.articles),
        "entities": len(resolved.entities),
        **{f"entities {kind}": kinds[kind] for kind in sorted(kinds)},
        "events": len(resolved.events),
        "facts": len(resolved.facts),
        "claims": len(resolved.claims),
        "figures": sum(len(claim.quantities) for claim in resolved.claims),
        "triples": triples,
    }


def run_report(
    settings: Settings,
    annotated: Sequence[Annotated],
    problems: Sequence[Problem],
    made: dict[str, int],
    timings: Timings,
    model: str,
) -> bytes:
    """The report as JSON.

    Args:
        settings: options of the run.
        annotated: the articles read.
        problems: what went wrong.
        made: counts of the graph.
        timings: seconds per stage.
        model: name and version of the spaCy pipeline.
    """
    report: dict[str, Any] = {
        "newskg": __version__,
        "python": platform.python_version(),
        "packages": {name: _version(name) for name in _PACKAGES},
        "model": model,
        "settings": asdict(settings),
        "inputs": [
            {"id": a.document.id, "file": a.document.file, "sha256": a.document.sha256} for a in annotated
        ],
        "counts": made,
        "problems": [asdict(problem) for problem in problems],
        "seconds": {name: round(value, 3) for name, value in timings.seconds.items()},
    }
    return (json.dumps(report, ensure_ascii=False, indent=2) + "\n").encode()


def build_html(made: dict[str, int], files: Sequence[Path], problems: Sequence[Problem]) -> str:
    """What a build made, for a notebook: counts as a table, the files, and what went wrong. All escaped."""
    rows = "".join(
        f'<tr><td style="text-align:left">{escape(name)}</td><td>{number:,}</td></tr>'
        for name, number in made.items()
    )
    written = "".join(f"<li>{escape(str(path))}</li>" for path in files)
    wrong = "".join(f"<li>{escape(f'{one.file}: {one.message}')}</li>" for one in problems)
    return f"<table>{rows}</table><ul>{written}</ul>" + (f"<p>Problems:</p><ul>{wrong}</ul>" if wrong else "")


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return "not installed"
