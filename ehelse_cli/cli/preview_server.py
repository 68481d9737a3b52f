"""Shows a preview on this machine, and to nobody else: on loopback, and only to who asks for it by a name of it."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import unquote, urlsplit

from ehelse_cli.cli.preview_pages import Preview
from ehelse_cli.core.errors import EhelseError
from ehelse_cli.core.refused import why_not_served

_HERE = "127.0.0.1"
_NAMES = frozenset({_HERE, "localhost"})


class NoPortError(EhelseError):
    """Somebody else has the port."""

    def __init__(self, port: int, why: str) -> None:
        super().__init__(f"kan ikke vise på port {port}: {why}", "Velg en annen: --port 0 tar en som er ledig.")


class Server(ThreadingHTTPServer):
    """Holds the preview that is shown now."""

    daemon_threads = True
    preview = Preview(0)

    @property
    def address(self) -> str:
        """Where it is seen."""
        return f"http://{_HERE}:{self.server_port}/"


class _Handler(BaseHTTPRequestHandler):
    server: Server

    def do_GET(self) -> None:
        """A page, or the one that says that there is none."""
        # A page elsewhere that has its name point here must not be able to read what is not published yet.
        if urlsplit(f"//{self.headers.get('Host', '')}").hostname not in _NAMES:
            self.send_error(403)
            return
        status, type_, content = self.server.preview.answer(unquote(urlsplit(self.path).path).removeprefix("/"))
        self.send_response(status)
        self.send_header("Content-Type", type_)
        self.send_header("Content-Length", str(len(content)))
        self.send_header("Cache-Control", "no-store")
        self.send_header("X-Robots-Tag", "noindex")
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 (as the base has it)
        """The terminal is for what is found in the files."""


@contextmanager
def serving(port: int) -> Iterator[Server]:
    """The server, as long as it is needed.

    Raises:
        NoPortError: if the port cannot be had.
    """
    try:
        server = Server((_HERE, port), _Handler)
    except OSError as problem:
        raise NoPortError(port, why_not_served(problem)) from problem
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.1}, daemon=True)
    thread.start()
    try:
        yield server
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
