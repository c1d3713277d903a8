"""A pool of worker processes, each busy with one request at most, and killed when it takes too long."""

from __future__ import annotations

import asyncio
import os
import sys
from asyncio.subprocess import PIPE, Process
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

import kg
from kg.errors import GraphError
from kg.serve.answer import Answer, pack, receive, refused

__all__ = ["Pool", "worker_command"]

_BUFFER = 1 << 20
_START_SECONDS = 60.0
_AT_ONCE = 0.5
"""Seconds in which a query cannot have filled a worker's memory."""
_GONE = (asyncio.IncompleteReadError, ConnectionError)


def worker_command(store: Path, settings: str) -> list[str]:
    """How a worker is started. -P: a file in the present folder must not pass for a module."""
    return [sys.executable, "-P", "-m", "kg.serve.worker", str(store), settings]


class Pool:
    """Starts workers when they are needed, up to a number, and keeps them."""

    def __init__(self, command: Sequence[str], *, size: int, seconds: float) -> None:
        """Nothing is started yet.

        Args:
            command: starts a worker.
            size: workers at most.
            seconds: a request may take so long once a worker has it, and wait as long for one.
        """
        self._command = tuple(command)
        self._places = asyncio.Semaphore(size)
        self._idle: list[Process] = []
        self._all: set[Process] = set()
        self._seconds = seconds

    async def warm(self, count: int) -> None:
        """Start some workers ahead of the first request.

        Raises:
            GraphError: if one does not start.
        """
        self._idle += await asyncio.gather(*(self._start() for _ in range(count)))

    async def ask(self, request: dict[str, Any], *, seconds: float | None = None) -> Answer:
        """Have a request answered.

        Args:
            request: the name of a job and its arguments.
            seconds: in place of the pool's own limit.

        Raises:
            GraphError: if a new worker does not start.

        Cancelled, it kills the worker that has the request, since nobody waits for the answer any more.
        """
        limit = seconds or self._seconds
        try:
            async with asyncio.timeout(limit):
                await self._places.acquire()
        except TimeoutError:
            return refused(503, "all workers are busy: try again in a moment")
        try:
            return await self._have_answered(pack(request), limit)
        finally:
            self._places.release()

    async def close(self) -> None:
        """End all workers."""
        for worker in list(self._all):
            await self._end(worker)

    async def _have_answered(self, message: bytes, limit: float) -> Answer:
        kept = bool(self._idle)
        # the one that was used last, since its caches are warm
        worker = self._idle.pop() if kept else await self._start()
        began = asyncio.get_running_loop().time()
        try:
            async with asyncio.timeout(limit):
                head, body = await _exchange(worker, message)
        except TimeoutError:
            await self._end(worker)
            return refused(503, f"stopped after {limit:g} seconds: ask for less, or raise --timeout")
        except _GONE:
            await self._end(worker)
            if kept and asyncio.get_running_loop().time() - began < _AT_ONCE:
                # it was dead already; each try takes away one of those kept, so that this ends
                return await self._have_answered(message, limit)
            return refused(422, "stopped: this needs more memory than a worker has, or breaks the engine")
        except BaseException:
            await self._end(worker)
            raise
        self._idle.append(worker)
        return Answer(head["status"], head["media"], body, head["headers"])

    async def _start(self) -> Process:
        here = str(Path(kg.__file__).parents[1])
        paths = os.pathsep.join(filter(None, (here, os.environ.get("PYTHONPATH"))))
        worker = await asyncio.create_subprocess_exec(
            *self._command,
            stdin=PIPE,
            stdout=PIPE,
            limit=_BUFFER,
            env=os.environ | {"PYTHONPATH": paths},
        )
        self._all.add(worker)
        try:
            async with asyncio.timeout(_START_SECONDS):
                await _receive(worker)
        except BaseException as error:
            await self._end(worker)
            if isinstance(error, (*_GONE, TimeoutError)):
                raise GraphError("a worker process did not start") from error
            raise
        return worker

    async def _end(self, worker: Process) -> None:
        self._all.discard(worker)
        with suppress(ProcessLookupError):
            worker.kill()
        await asyncio.shield(worker.wait())


async def _exchange(worker: Process, message: bytes) -> tuple[dict[str, Any], bytes]:
    if worker.stdin is None:
        raise ConnectionError
    try:
        worker.stdin.write(message)
        await worker.stdin.drain()
    except RuntimeError as error:  # uvloop's word for a pipe that is closed
        raise ConnectionError from error
    return await _receive(worker)


async def _receive(worker: Process) -> tuple[dict[str, Any], bytes]:
    if worker.stdout is None:
        raise ConnectionError
    return await receive(worker.stdout)
