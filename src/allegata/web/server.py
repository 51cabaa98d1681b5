"""The workbench on this computer alone: a socket on the loopback, and uvicorn on the socket.

>>> listening = bind("127.0.0.1", 0)
>>> address(listening, "secret").startswith("http://127.0.0.1:")
True
>>> listening.close()
"""

import socket

import uvicorn
from starlette.types import ASGIApp

from allegata.model.errors import ConfigError

LOOPBACK = frozenset({"127.0.0.1", "::1"})  # no names: they may mean another address tomorrow


def bind(host: str, port: int) -> socket.socket:
    """Return a socket that listens on ``host``; port 0 takes any free one.

    Raises:
        ConfigError: ``host`` is not this computer's loopback, or the port is taken.
    """
    if host not in LOOPBACK:
        raise ConfigError(
            "serve.not_loopback",
            f"The workbench does not listen on {host}: it has one user, on this computer.",
            "Leave --host out, or give 127.0.0.1.",
        )
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    listening = socket.socket(family, socket.SOCK_STREAM)
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listening.bind((host, port))
        listening.listen()  # whoever opens the address before the server runs waits, and is let in
    except OSError as error:
        listening.close()
        raise ConfigError(
            "serve.port", f"Port {port} cannot be used: {error.strerror}.", "Try --port 0."
        ) from error
    return listening


def port_of(listening: socket.socket) -> int:
    """Return the port that the socket listens on."""
    return int(listening.getsockname()[1])


def address(listening: socket.socket, token: str) -> str:
    """Return the address to open, with the token that lets a browser in."""
    host = listening.getsockname()[0]
    shown = f"[{host}]" if ":" in host else host
    return f"http://{shown}:{port_of(listening)}/?token={token}"


def server_of(app: ASGIApp) -> uvicorn.Server:
    """Return the server: quiet, without a log of what was opened."""
    config = uvicorn.Config(
        app,
        log_level="warning",
        access_log=False,
        server_header=False,
        proxy_headers=False,
        lifespan="off",
        ws="none",
        timeout_graceful_shutdown=2,
    )
    return uvicorn.Server(config)
