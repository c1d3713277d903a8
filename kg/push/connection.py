"""HTTP to a store: log-in when asked for, patience with broken connections, and no secret in any message."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from kg.errors import NewskgError

if TYPE_CHECKING:
    import requests
    from requests.auth import AuthBase

__all__ = ["Connection", "Credentials", "Failure", "PushError"]

_PATIENCE = (0.5, 1.0, 2.0, 4.0, 8.0)
"""Seconds before each further try."""
_LATER = frozenset({429, 502, 503, 504})
_UNAUTHORIZED, _FORBIDDEN, _REFUSED = 401, 403, 400
_TIMEOUTS = (10.0, 600.0)
"""Seconds to connect, and to wait for an answer."""
_SAID_LENGTH = 200


class PushError(NewskgError):
    """A graph cannot be loaded into a store; the message says what the store answered."""


@dataclass(frozen=True, slots=True)
class Credentials:
    """Who logs in. The password does not show when the object is printed."""

    user: str
    password: str

    def __repr__(self) -> str:
        return f"Credentials(user={self.user!r})"


@dataclass(frozen=True, slots=True)
class Failure:
    """A request that the store did not carry out; status 0 where no answer came at all."""

    status: int
    said: str


class Connection:
    """Sends requests to one store."""

    def __init__(self, credentials: Callable[[], Credentials | None]) -> None:
        """Nothing is sent yet.

        Args:
            credentials: called when the store asks who we are, until there is an answer.
        """
        import requests

        self._session = requests.Session()
        # an own answer to "which log-in?", else requests would read one from ~/.netrc
        self._session.auth = _nobody
        self._credentials = credentials
        self._known: Credentials | None = None
        self._asked = False

    def send(
        self,
        method: str,
        url: str,
        *,
        parameters: Mapping[str, str] | None = None,
        body: bytes | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> requests.Response | Failure:
        """One request, tried again while the connection breaks or the store is busy.

        Raises:
            PushError: if the store asks for a log-in that we do not have or that it does not take, or
                sends us elsewhere.
        """
        found: requests.Response | Failure = Failure(0, "")
        for wait in (*_PATIENCE, None):
            found = self._once(method, url, parameters, body, headers)
            status = found.status if isinstance(found, Failure) else found.status_code
            if wait is None or (status and status not in _LATER):
                break
            time.sleep(_asked_wait(found) or wait)
        return self._judged(found, url)

    def _once(
        self,
        method: str,
        url: str,
        parameters: Mapping[str, str] | None,
        body: bytes | None,
        headers: Mapping[str, str] | None,
    ) -> requests.Response | Failure:
        import requests

        def request() -> requests.Response:
            return self._session.request(
                method,
                url,
                params=parameters,
                data=body,
                headers=headers,
                timeout=_TIMEOUTS,
                allow_redirects=False,
            )

        try:
            answer = request()
            if answer.status_code == _UNAUTHORIZED and not self._asked:
                self._log_in(answer)
                answer = request()
        except requests.RequestException as error:
            return Failure(0, self._redacted(_cause(error)))
        return answer

    def _log_in(self, answer: requests.Response) -> None:
        from requests.auth import HTTPBasicAuth, HTTPDigestAuth

        self._known = self._credentials()
        if self._known is None:
            raise PushError("the store wants a log-in: set KG_PUSH_USER and KG_PUSH_PASSWORD")
        self._asked = True
        digest = answer.headers.get("www-authenticate", "").lower().startswith("digest")
        kind: type[AuthBase] = HTTPDigestAuth if digest else HTTPBasicAuth
        if not digest and _in_the_open(answer.url):
            raise PushError("the store wants the password in the open, over a network: use https")
        self._session.auth = kind(self._known.user, self._known.password)  # type: ignore[call-arg]

    def _judged(self, found: requests.Response | Failure, url: str) -> requests.Response | Failure:
        if isinstance(found, Failure):
            return found
        if found.is_redirect:
            raise PushError(
                f"{url} sends us to {found.headers['location']}: use that address, if it is yours"
            )
        if found.status_code == _UNAUTHORIZED:
            raise PushError("the store does not take this log-in")
        if found.status_code == _FORBIDDEN:
            raise PushError(f"the store forbids it: {self._said(found)}")
        if found.status_code >= _REFUSED:
            return Failure(found.status_code, self._said(found))
        return found

    def _said(self, answer: requests.Response) -> str:
        words = " ".join(answer.text[: 10 * _SAID_LENGTH].split())
        return self._redacted(words[:_SAID_LENGTH] or answer.reason or "nothing said")

    def _redacted(self, message: str) -> str:
        if self._known and self._known.password:
            message = message.replace(self._known.password, "***")
        return message


def _nobody(request: requests.PreparedRequest) -> requests.PreparedRequest:
    return request


def _cause(error: BaseException) -> str:
    """What the system said at the bottom of an error, which is all that a person needs."""
    said = type(error).__name__
    at: object = error
    while isinstance(at, BaseException):
        said = (at.strerror if isinstance(at, OSError) else None) or said
        inner = at.__cause__ or at.__context__ or getattr(at, "reason", None)
        at = inner or next((part for part in at.args if isinstance(part, BaseException)), None)
    return said


def _asked_wait(found: requests.Response | Failure) -> float:
    """Seconds that a busy store asks us to wait, bounded; 0 where it says nothing."""
    if isinstance(found, Failure):
        return 0.0
    asked = found.headers.get("retry-after", "")
    return min(float(asked), 60.0) if asked.isdigit() else 0.0


def _in_the_open(url: str) -> bool:
    from ipaddress import ip_address

    parts = urlsplit(url)
    host = parts.hostname or ""
    if parts.scheme == "https" or host == "localhost":
        return False
    try:
        return not ip_address(host).is_loopback
    except ValueError:
        return True
