"""Annotates articles in one process or in several; the result is the same."""

from __future__ import annotations

import logging
import multiprocessing
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from typing import TYPE_CHECKING

from kg.errors import NewskgError
from kg.model import Annotated, Document, Problem
from kg.report import Timings
from kg.settings import Settings

if TYPE_CHECKING:
    from spacy.language import Language

__all__ = ["annotate_all"]

_log = logging.getLogger(__name__)

_pipeline: dict[str, Language] = {}
"""A worker process's own pipeline, loaded once."""

_CHUNK = 4
"""Articles handed to a worker at a time."""


def annotate_all(
    documents: Sequence[Document],
    settings: Settings,
    *,
    progress: Callable[[str, int, int], None],
    timings: Timings,
) -> tuple[list[Annotated], str]:
    """Annotate all documents, in their order.

    An article that fails becomes an empty one with a problem; the others go on.

    Returns:
        The annotated articles, and the pipeline's name and version.

    Raises:
        ReaderError: the spaCy pipeline cannot be loaded.
    """
    from kg.annotate.language import load_pipeline, pipeline_name

    with timings.stage("load"):
        progress("loading the reader", 0, 0)
        nlp = load_pipeline(settings.model)
    workers = min(settings.workers, len(documents))
    with timings.stage("annotate"):
        results = _here(documents, nlp) if workers == 1 else _there(documents, settings.model, workers)
        annotated = []
        for number, article in enumerate(results, 1):
            annotated.append(article)
            progress("reading articles", number, len(documents))
    return annotated, pipeline_name(nlp)


def _here(documents: Sequence[Document], nlp: Language) -> Iterator[Annotated]:
    for document in documents:
        yield _one(document, nlp)


def _there(documents: Sequence[Document], model: str, workers: int) -> Iterator[Annotated]:
    # spawn, since a fork copies the locks that the libraries' threads may hold
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(workers, mp_context=context, initializer=_load, initargs=(model,)) as pool:
        yield from pool.map(_in_worker, documents, chunksize=_CHUNK)


def _load(model: str) -> None:
    from kg.annotate.language import load_pipeline

    _pipeline["nlp"] = load_pipeline(model)


def _in_worker(document: Document) -> Annotated:
    return _one(document, _pipeline["nlp"])


def _one(document: Document, nlp: Language) -> Annotated:
    from kg.annotate import annotate

    try:
        return next(annotate([document], nlp))
    except NewskgError as error:
        message = str(error)
    except Exception as error:
        _log.debug("annotating %s failed", document.file, exc_info=True)
        message = f"could not be read, this is a defect of newskg ({type(error).__name__}: {error})"
    return Annotated(document, problems=(Problem(document.file, "annotate", message),))
