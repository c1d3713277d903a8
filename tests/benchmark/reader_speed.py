"""Words a second of the reader, of its encoder alone and of another pipeline, side by side in one run.

    python tests/benchmark/reader_speed.py ARTICLES [--other PIPELINE] [--model PIPELINE] [--rounds 3]

All on one thread, in CPU seconds of this process, each over the same whole articles; they take turns, so
that a busy machine slows all of them. The encoder alone runs over the very same windows of wordpieces, made
beforehand. Loading is timed apart, in a process of its own.
"""

from __future__ import annotations

import os

os.environ.setdefault("OMP_NUM_THREADS", "1")
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

import argparse
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from kg.annotate.language import load_pipeline
from kg.sources import read_documents

LOADING = """
import time
start = time.perf_counter()
import kg
from kg.annotate.language import load_pipeline
load_pipeline()
print(time.perf_counter() - start)
"""


def texts_of(paths: list[Path]) -> list[str]:
    documents = read_documents(paths, on_problem=lambda problem: None)
    return ["".join(" " if c.isspace() and c != "\n" else c for c in document.text) for document in documents]


def windows_of(nlp: Any, texts: list[str]) -> list[tuple[Any, Any]]:
    """Every window that the encoder is asked to read in these texts, as it is asked."""
    encoder = nlp.get_pipe("newskg_encoder")
    asked = []
    run = encoder.run

    def note(name: str, **inputs: Any) -> Any:
        asked.append((name, inputs))
        return run(name, **inputs)

    encoder.run = note
    for text in texts:
        encoder(nlp.make_doc(text))
    del encoder.run
    return asked


def seconds(work: Callable[[], object]) -> float:
    start = time.process_time()
    work()
    return time.process_time() - start


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("paths", nargs="+", type=Path)
    parser.add_argument("--model", default="")
    parser.add_argument("--other", default="")
    parser.add_argument("--rounds", type=int, default=3)
    args = parser.parse_args()
    texts = texts_of(args.paths)
    nlp = load_pipeline(args.model)
    words = sum(len(text.split()) for text in texts)
    windows = windows_of(nlp, texts)
    encoder = nlp.get_pipe("newskg_encoder")
    work: dict[str, Callable[[], object]] = {
        "encoder alone": lambda: [encoder.run(name, **inputs) for name, inputs in windows],
        "reader": lambda: [None for _ in nlp.pipe(texts)],
    }
    if args.other:
        other = load_pipeline(args.other)
        work["other pipeline"] = lambda: [None for _ in other.pipe(texts)]
    taken: dict[str, list[float]] = {name: [] for name in work}
    for name, one in work.items():  # once to warm up
        seconds(one) if args.rounds > 1 else None
        taken[name] = []
    for _ in range(args.rounds):
        for name, one in work.items():
            taken[name].append(seconds(one))
    for name, times in taken.items():
        sys.stdout.write(f"{name}: {words / statistics.median(times):,.0f} words a second of one core\n")
    ratios = [a / b for a, b in zip(taken["encoder alone"], taken["reader"], strict=True)]
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    sys.stdout.write(f"{len(texts)} articles, {words:,} words, {len(windows):,} windows; ")
    sys.stdout.write(f"reader / encoder alone {statistics.median(ratios):.2f}; peak memory {peak:.0f} MB\n")
    command = [sys.executable, "-c", LOADING]
    loads = [subprocess.run(command, capture_output=True, text=True) for _ in range(3)]
    found = sorted(float(done.stdout) for done in loads if done.returncode == 0)
    sys.stdout.write(f"import kg and load: {', '.join(f'{one:.2f} s' for one in found)}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
