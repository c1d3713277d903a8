"""A proxy that breaks connections."""

from __future__ import annotations

import socket
import threading
from contextlib import suppress

__all__ = ["Cutting"]


class Cutting:
    """Passes connections on to a port, and breaks all of them once so many bytes have gone through.

    After ``cut`` it takes no connections until ``mend`` is called.
    """

    def __init__(self, port: int, *, after: int) -> None:
        self._target, self._left = port, after
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port = int(self._listener.getsockname()[1])
        self._open: list[socket.socket] = []
        self._whole = True
        self.received = b""
        threading.Thread(target=self._accept, daemon=True).start()

    def mend(self) -> None:
        self._whole, self._left = True, 1 << 60

    def close(self) -> None:
        self._listener.close()
        self._cut()

    def _accept(self) -> None:
        while True:
            try:
                client, _ = self._listener.accept()
            except OSError:
                return
            if not self._whole:
                client.close()
                continue
            server = socket.create_connection(("127.0.0.1", self._target))
            self._open += [client, server]
            threading.Thread(target=self._pass, args=(client, server, True), daemon=True).start()
            threading.Thread(target=self._pass, args=(server, client, False), daemon=True).start()

    def _pass(self, source: socket.socket, target: socket.socket, counted: bool) -> None:
        with suppress(OSError):
            while piece := source.recv(16_384):
                if counted:
                    self.received += piece
                    self._left -= len(piece)
                    if self._left < 0:
                        self._cut()
                        return
                target.sendall(piece)
            target.shutdown(socket.SHUT_WR)

    def _cut(self) -> None:
        self._whole = False
        for one in self._open:
            with suppress(OSError):
                one.close()
        self._open.clear()
