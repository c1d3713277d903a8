"""Brings store, workers, application and web server together."""

from __future__ import annotations

import json
import socket
from collections.abc import Callable
from contextlib import suppress
from ipaddress import ip_address
from pathlib import Path
from typing import TYPE_CHECKING

from kg.errors import SettingsError
from kg.serve.disk import prepare_store

if TYPE_CHECKING:
    from kg.serve import Options

__all__ = ["is_loopback", "run"]

_BACKLOG = 512
_HEAD_BYTES = 1 << 18
"""A query may stand in the address."""
_KEEP_ALIVE = 75
_LAST_WORDS = 2
"""Seconds: for idle connections, and for running requests when the server ends."""


def run(path: str | Path, options: Options, *, started: Callable[[str], None] | None) -> None:
    """Serve until interrupted; see :func:`kg.serve.serve`."""
    import uvicorn

    from kg.serve.application import Site, make_application
    from kg.serve.pool import Pool, worker_command

    settings = {
        "title": options.title,
        "rows": options.rows,
        "seconds": options.seconds,
        "memory": options.memory,
    }
    with _listening(options.host, options.port) as listener, prepare_store(path) as store:
        command = worker_command(store.folder, json.dumps(settings))
        pool = Pool(command, size=options.workers, seconds=options.seconds)
        site = Site(pool, options.top, _names(options), options.origins)
        config = uvicorn.Config(
            make_application(site),
            log_config=None,
            access_log=False,
            server_header=False,
            lifespan="on",
            h11_max_incomplete_event_size=_HEAD_BYTES,
            timeout_keep_alive=_KEEP_ALIVE,
            timeout_graceful_shutdown=_LAST_WORDS,
        )
        with suppress(KeyboardInterrupt):  # that is how it ends
            if started:
                started(_address(options.host, listener.getsockname()[1]))
            uvicorn.Server(config).run(sockets=[listener])


def _listening(host: str, port: int) -> socket.socket:
    """A socket, made before all else so that a port in use is told at once."""
    try:
        family = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0][0]
        return socket.create_server((host, port), family=family, backlog=_BACKLOG)
    except OSError as error:
        raise SettingsError(f"cannot listen at {host}, port {port}: {error.strerror or error}") from error


def _address(host: str, port: int) -> str:
    return f"http://{f'[{host}]' if ':' in host else host}:{port}/"


def _names(options: Options) -> tuple[str, ...]:
    """Host names under which the server may be asked: on a wider network all, unless some are told."""
    if not options.hosts and not is_loopback(options.host):
        return ("*",)
    from kg.serve.shield import LOOPBACK

    return (*LOOPBACK, options.host.lower(), *(name.lower() for name in options.hosts))


def is_loopback(host: str) -> bool:
    """Whether only this machine can reach an address.

    >>> is_loopback("127.0.0.2"), is_loopback("::1"), is_loopback("0.0.0.0")
    (True, True, False)
    """
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host.lower() == "localhost"
