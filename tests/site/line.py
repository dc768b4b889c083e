"""A line to the site (đường truyền) that a test makes slow, cuts and mends: what the browser sends goes through it."""

from __future__ import annotations

import contextlib
import socket
import threading
import time
from collections.abc import Iterator

CHUNK = 4096


class Line:
    """A line from a port of its own to the port of the site."""

    def __init__(self, site: int) -> None:
        self.delay = 0.0  # seconds that each piece takes, either way
        self.cut = False  # nothing passes, and what is open is broken off
        self.deaf = False  # what is sent arrives; the answer does not
        self._site = site
        self._open: set[socket.socket] = set()
        self._door = socket.create_server(("localhost", 0))
        self.address = f"http://localhost:{self._door.getsockname()[1]}"
        threading.Thread(target=self._listen, daemon=True).start()

    def break_off(self) -> None:
        """Cut the line, and what is under way with it."""
        self.cut = True
        for one in list(self._open):
            _close(one)

    def mend(self) -> None:
        """Let everything pass again, at once."""
        self.cut, self.deaf, self.delay = False, False, 0.0

    def end(self) -> None:
        """Close the door for good."""
        self.break_off()
        _close(self._door)

    def _listen(self) -> None:
        with contextlib.suppress(OSError):
            while True:
                here, _ = self._door.accept()
                if self.cut:
                    _close(here)
                    continue
                there = socket.create_connection(("localhost", self._site))
                self._open |= {here, there}
                for source, sink, back in ((here, there, False), (there, here, True)):
                    threading.Thread(target=self._carry, args=(source, sink, back), daemon=True).start()

    def _carry(self, source: socket.socket, sink: socket.socket, back: bool) -> None:
        with contextlib.suppress(OSError):
            while data := source.recv(CHUNK):
                time.sleep(self.delay)
                if back and self.deaf:
                    break
                sink.sendall(data)
        for one in (source, sink):
            _close(one)
            self._open.discard(one)


def _close(one: socket.socket) -> None:
    with contextlib.suppress(OSError):
        one.shutdown(socket.SHUT_RDWR)
    with contextlib.suppress(OSError):
        one.close()


@contextlib.contextmanager
def line_to(site: str) -> Iterator[Line]:
    """A line to the site at the address ``site``, closed at the end."""
    line = Line(int(site.rpartition(":")[2]))
    try:
        yield line
    finally:
        line.end()
