"""The command that serves: HTTP API, explorer and SPARQL endpoint."""

from __future__ import annotations

import errno
import secrets
import socket
from argparse import Namespace

from api.terminal import Terminal
from graph.errors import ServeError


def serve(asked: Namespace, terminal: Terminal) -> int:
    """Serve until stopped; the address is said once the port is ours."""
    import uvicorn

    from api.app import create_app

    listening = listen(asked.host, asked.port)
    port = listening.getsockname()[1]
    host = f"[{asked.host}]" if ":" in asked.host else asked.host
    address = f"http://{host}:{port}"
    token = secrets.token_urlsafe(24) if asked.edit else None
    app = create_app(asked.workspace, token=token, base=asked.base)
    terminal.note(terminal.say("say.serving", address=address))
    if token:
        terminal.note(terminal.say("say.editing", address=f"{address}/open?token={token}", token=token))
    settings = uvicorn.Config(
        app,
        log_level="warning",
        access_log=False,
        h11_max_incomplete_event_size=1 << 16,
        timeout_graceful_shutdown=5,
    )
    uvicorn.Server(settings).run(sockets=[listening])
    return 0


def listen(host: str, port: int) -> socket.socket:
    """A socket that listens on `host` and `port` (0: any free one).

    Raises:
        ServeError: the port is taken, or the address is not this machine's.
    """
    try:
        family, kind, protocol, _, place = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        listening = socket.socket(family, kind, protocol)
        try:
            listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            listening.bind(place)
            listening.listen(256)
        except OSError:
            listening.close()
            raise
    except OSError as error:
        if error.errno == errno.EADDRINUSE:
            raise ServeError(
                f"cổng {port} trên {host} đang được dùng; hãy chọn cổng khác bằng --port",
                f"port {port} on {host} is in use; choose another with --port",
            ) from error
        if error.errno == errno.EACCES:
            raise ServeError(
                f"không được phép mở cổng {port}; hãy chọn cổng từ 1024 trở lên bằng --port",
                f"port {port} may not be opened; choose one from 1024 up with --port",
            ) from error
        raise ServeError(
            f"không lắng nghe được tại {host}:{port} ({error.strerror or error}); hãy xem lại --host",
            f"cannot listen on {host}:{port} ({error.strerror or error}); check --host",
        ) from error
    return listening
