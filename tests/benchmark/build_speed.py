"""Seconds of a build against the bare spaCy pipeline over the same texts, side by side in one run.

    python tests/benchmark/build_speed.py FOLDER_OF_ARTICLES [--rounds 3]

Loading the pipeline and drawing the page are timed apart: the ratio is (sources + annotate + resolve +
graph) / nlp.pipe over the same regions' texts in one call. The two take turns, so that a busy machine
slows both; the median of the rounds' ratios is printed, with the peak memory of the whole process.
"""

from __future__ import annotations

import argparse
import json
import resource
import statistics
import sys
import tempfile
import time
from pathlib import Path

from kg.annotate.language import READ_KINDS, load_pipeline
from kg.pipeline import build
from kg.settings import Settings
from kg.sources import read_documents

OURS = ("sources", "annotate", "resolve", "graph")


def texts_of(paths: list[Path]) -> list[str]:
    documents = read_documents(paths, on_problem=lambda problem: None)
    return [
        " ".join(region.span.of(document.text).split())
        for document in documents
        for region in document.regions
        if region.kind in READ_KINDS
    ]


def bare(nlp: object, texts: list[str]) -> float:
    start = time.perf_counter()
    for _ in nlp.pipe(texts):  # type: ignore[attr-defined]
        pass
    return time.perf_counter() - start


def ours(paths: list[Path], model: str) -> dict[str, float]:
    with tempfile.TemporaryDirectory() as folder:
        build(paths, Path(folder), Settings(model=model))
        seconds: dict[str, float] = json.loads((Path(folder) / "run.json").read_text("utf-8"))["seconds"]
    return seconds


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("paths", nargs="+", type=Path)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--model", default="")
    args = parser.parse_args()
    texts = texts_of(args.paths)
    words = sum(len(text.split()) for text in texts)
    nlp = load_pipeline(args.model)
    bare(nlp, texts[:50])
    ratios = []
    for number in range(args.rounds):
        alone, stages = bare(nlp, texts), ours(args.paths, args.model)
        whole = sum(stages[stage] for stage in OURS)
        ratios.append(whole / alone)
        shown = " ".join(f"{stage} {seconds:.2f}" for stage, seconds in stages.items())
        sys.stdout.write(f"round {number + 1}: bare {alone:.2f} s, build {whole:.2f} s ({shown})\n")
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    sys.stdout.write(f"{len(texts)} regions, {words} words; ratio {statistics.median(ratios):.2f} (median)")
    sys.stdout.write(f"; peak memory {peak:.0f} MB\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
