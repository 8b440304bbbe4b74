"""A finished site shown to the browsers of this machine."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from docgen.api.writing import why
from docgen.errors import NotPossible
from docgen.messages import say


def serve_site(folder: Path, port: int, tell: Callable[[str], None]) -> None:
    """Show a finished site to the browsers of this machine until somebody stops it."""
    try:
        server = ThreadingHTTPServer(("127.0.0.1", port), partial(_Quiet, directory=str(folder)))
    except OSError as error:
        raise NotPossible(say("Port {port} cannot be used: {reason}.", port=port, reason=why(error)),
                          say("Name another one with --port.")) from None
    with server:
        tell(f"http://127.0.0.1:{server.server_address[1]}/")
        server.serve_forever()


class _Quiet(SimpleHTTPRequestHandler):
    """A server that does not print each request."""

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""
