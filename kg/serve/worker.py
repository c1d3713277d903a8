"""One worker process: opens the store read-only and answers one request after another.

``python -m kg.serve.worker STORE SETTINGS`` reads requests from standard input and writes answers to
standard output, after a first message that says it is ready. The engine cannot be told to stop, so that
whoever started the process kills it when a query takes too long; at the end of its input it ends by itself,
also when the server was killed.
"""

from __future__ import annotations

import json
import os
import signal
import sys
from contextlib import suppress
from typing import IO, Any

from kg.serve.answer import Answer, RefusalError, pack, read_message, refused
from kg.serve.jobs import JOBS, Context, open_context

__all__ = ["main"]

_POLITENESS = 5


def main(arguments: list[str]) -> None:
    """Answer requests until the input ends.

    Args:
        arguments: the store's folder, and the settings of :func:`kg.serve.jobs.open_context` as JSON.
    """
    requests, answers = _streams()
    # the server alone decides what an interrupt means
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    settings = json.loads(arguments[1])
    _bound_memory(settings.pop("memory", 0))
    _give_way()
    context = open_context(arguments[0], **settings)
    answers.write(pack({"ready": True}))
    answers.flush()
    while message := read_message(requests):
        answer = _answer(context, message[0])
        head = {"status": answer.status, "media": answer.media, "headers": answer.headers}
        answers.write(pack(head, answer.body))
        answers.flush()


def _streams() -> tuple[IO[bytes], IO[bytes]]:
    """The pipes to the server, moved aside so that nothing else can read from or write to them."""
    requests, answers = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
    os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
    os.dup2(2, 1)
    return requests, answers


def _bound_memory(megabytes: int) -> None:
    """A query that sorts or joins too much ends its worker and not the machine; where the system can."""
    with suppress(ImportError, OSError, ValueError):
        import resource

        size = megabytes << 20
        if size:
            resource.setrlimit(resource.RLIMIT_DATA, (size, size))


def _give_way() -> None:
    """Lets the server go first: else each request waits behind the heavy queries of others, twice."""
    with suppress(AttributeError, OSError):  # where the system knows no such thing
        os.nice(_POLITENESS)


def _answer(context: Context, request: dict[str, Any]) -> Answer:
    name = request.pop("job")
    try:
        return JOBS[name](context, **request)
    except RefusalError as refusal:
        return refused(refusal.status, str(refusal))
    except Exception as error:  # one request must not end the worker
        return refused(500, f"this could not be answered: {type(error).__name__}: {error}")


if __name__ == "__main__":
    main(sys.argv[1:])
