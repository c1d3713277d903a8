"""What stands before every request: which hosts and pages may ask, and what a browser may do with an answer.

A page of any site can send requests to a server on the reader's own machine. It cannot read the answers
without CORS, unless its host name is made to point here (DNS rebinding): so the Host header must be one of
ours. And requests that come from other sites' pages are refused, so that they cannot keep the machine busy.
"""

from __future__ import annotations

from collections.abc import Iterable, MutableMapping
from typing import TYPE_CHECKING, Any

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Receive, Scope, Send

__all__ = ["LOOPBACK", "Shield", "host_name"]

LOOPBACK = frozenset({"localhost", "127.0.0.1", "::1"})
_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
_HEADERS = {
    "content-security-policy": _POLICY,
    "cross-origin-opener-policy": "same-origin",
    "referrer-policy": "no-referrer",
    "x-content-type-options": "nosniff",
}


class Shield:
    """Refuses what comes from the wrong place; adds headers to all answers."""

    def __init__(self, app: ASGIApp, *, hosts: Iterable[str], origins: Iterable[str]) -> None:
        """Both as they stand in the headers, ``*`` for any.

        Args:
            app: what stands behind.
            hosts: names, without ports, under which this server may be asked.
            origins: sites whose pages may ask.
        """
        self._app = app
        self._hosts = frozenset(hosts)
        self._origins = frozenset(origins)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Handles one request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        async def send_with_headers(message: MutableMapping[str, Any]) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in _HEADERS.items():
                    headers.setdefault(name, value)
            await send(message)

        refusal = self._refusal(Headers(scope=scope))
        app = PlainTextResponse(f"{refusal}\n", status_code=403) if refusal else self._app
        await app(scope, receive, send_with_headers)

    def _refusal(self, headers: Headers) -> str:
        host = headers.get("host", "")
        if "*" not in self._hosts and host_name(host) not in self._hosts:
            return "this server is not asked under that name: see kg serve --allow-host"
        origin = headers.get("origin", "")
        if origin and "*" not in self._origins | ({"*"} if origin in self._origins else set()):
            same = origin.partition("://")[2] == host
            return "" if same else "pages of other sites may not ask here: see kg serve --cors"
        crossing = headers.get("sec-fetch-site") == "cross-site" and not origin
        if crossing and headers.get("sec-fetch-mode") != "navigate":
            return "pages of other sites may not ask here: see kg serve --cors"
        return ""


def host_name(host: str) -> str:
    """The name in a Host header, without the port.

    >>> host_name("LocalHost:7878"), host_name("[::1]:7878"), host_name("[::1]")
    ('localhost', '::1', '::1')
    """
    if host.startswith("["):
        return host[1:].partition("]")[0].lower()
    return host.partition(":")[0].lower()
