"""What one job of a worker gives back, and how it travels between the processes.

A message is a head of JSON and a body of bytes, each after its length (4 and 8 bytes, most significant
first). Nothing is pickled: a worker that was overrun by a query must not be able to run code in the server.
"""

from __future__ import annotations

import json
import struct
from dataclasses import dataclass, field
from typing import IO, Any, Protocol

__all__ = ["Answer", "ByteStream", "RefusalError", "pack", "read_message", "receive", "refused"]

_LENGTHS = struct.Struct(">IQ")


@dataclass(frozen=True, slots=True)
class Answer:
    """An HTTP answer: status, media type (with its charset where it has one), body, further headers."""

    status: int
    media: str
    body: bytes
    headers: dict[str, str] = field(default_factory=dict)


class RefusalError(Exception):
    """A request that is not answered; the message tells the client why, in one line.

    status: the HTTP status that fits.
    """

    def __init__(self, status: int, message: str) -> None:
        super().__init__(message)
        self.status = status


class ByteStream(Protocol):
    """The one method of :class:`asyncio.StreamReader` that is needed here."""

    async def readexactly(self, n: int) -> bytes:
        """Exactly ``n`` bytes, or :class:`asyncio.IncompleteReadError`."""


def refused(status: int, message: str) -> Answer:
    """The answer to a request that is refused: one line of plain text.

    >>> refused(400, "no  query").body.split()
    [b'no', b'query']
    """
    return Answer(status, "text/plain; charset=utf-8", f"{' '.join(message.split())}\n".encode())


def pack(head: dict[str, Any], body: bytes = b"") -> bytes:
    """A message as bytes.

    >>> pack({"a": 1}, b"xyz")[12:]
    b'{"a":1}xyz'
    """
    written = json.dumps(head, separators=(",", ":")).encode()
    return _LENGTHS.pack(len(written), len(body)) + written + body


def read_message(stream: IO[bytes]) -> tuple[dict[str, Any], bytes] | None:
    """The next message of a blocking stream, None at its end."""
    lengths = stream.read(_LENGTHS.size)
    if len(lengths) < _LENGTHS.size:
        return None
    of_head, of_body = _LENGTHS.unpack(lengths)
    head, body = stream.read(of_head), stream.read(of_body)
    return (json.loads(head), body) if len(body) == of_body else None


async def receive(stream: ByteStream) -> tuple[dict[str, Any], bytes]:
    """The next message of an asyncio stream.

    Raises:
        asyncio.IncompleteReadError: if the other end is gone.
    """
    of_head, of_body = _LENGTHS.unpack(await stream.readexactly(_LENGTHS.size))
    head = json.loads(await stream.readexactly(of_head))
    return head, await stream.readexactly(of_body)
