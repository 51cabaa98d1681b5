"""Who may come in: one browser on this computer, and only by way of the workbench's own page.

Every request must name this server in ``Host`` (a foreign name means DNS rebinding), hold the
cookie that the start token was changed for, and, where it changes something, come from the
workbench's own origin. Every answer carries the security headers.
"""

import hmac
import logging
import secrets
from collections.abc import Iterator
from dataclasses import dataclass, field
from http.cookies import CookieError, SimpleCookie
from urllib.parse import parse_qs

from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from allegata.web.answers import problem
from allegata.web.pages import broken_page, shut_out_page

LOG = logging.getLogger("allegata.web")
SAFE_METHODS = frozenset({"GET", "HEAD"})
METHODS = SAFE_METHODS | {"POST", "PATCH"}
UPLOAD_TYPE = "application/octet-stream"
LARGEST_UPLOAD = 1 << 30  # bytes
LARGEST_BODY = 32 << 20  # bytes of JSON
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
    "base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
)
HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cache-Control": "no-store",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    "X-Frame-Options": "DENY",
}


@dataclass(frozen=True)
class Gate:
    """The secrets of one run: the token in the printed address, and the cookie it is changed for.

    Cookies do not know ports, so that the port is part of the cookie's name.
    """

    port: int
    token: str = field(default_factory=lambda: secrets.token_urlsafe(32), repr=False)
    session: str = field(default_factory=lambda: secrets.token_urlsafe(32), repr=False)

    @property
    def cookie(self) -> str:
        """The cookie's name."""
        return f"allegata_{self.port}"

    @property
    def hosts(self) -> frozenset[str]:
        """What ``Host`` may say."""
        return frozenset(f"{name}:{self.port}" for name in ("127.0.0.1", "localhost", "[::1]"))

    def admits(self, token: str) -> bool:
        """Say whether ``token`` is the one that was printed."""
        return hmac.compare_digest(token.encode(), self.token.encode())

    def knows(self, headers: Headers) -> bool:
        """Say whether the request holds this run's cookie."""
        return any(
            hmac.compare_digest(value.encode(), self.session.encode())
            for value in _cookies(headers, self.cookie)
        )


class Guard:
    """ASGI middleware around the whole application; see the module's words."""

    def __init__(self, app: ASGIApp, *, gate: Gate) -> None:
        self._app = app
        self._gate = gate

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let a request through, or answer it here."""
        if scope["type"] == "lifespan":
            await self._app(scope, receive, send)
            return
        if scope["type"] != "http":  # the workbench speaks no websockets
            await send({"type": "websocket.close", "code": 1008})
            return
        started = False

        async def send_guarded(message: Message) -> None:
            nonlocal started
            if message["type"] == "http.response.start":
                started = True
                MutableHeaders(scope=message).update(HEADERS)
            await send(message)

        refusal = self._answer_here(Request(scope))
        try:
            await (refusal or self._app)(scope, receive, send_guarded)
        except Exception:  # the web error page
            if started:
                raise
            await _broken(Request(scope))(scope, receive, send_guarded)

    def _answer_here(self, request: Request) -> Response | None:
        """Return the refusal or redirection that ends this request, or None to let it through."""
        headers, method = request.headers, request.method
        if len(headers.getlist("host")) != 1 or headers["host"].lower() not in self._gate.hosts:
            return problem("web.foreign_host", "This is not the name of this server.", status=403)
        if method not in METHODS:
            return problem("web.method", "The workbench does not know this method.", status=405)
        if method == "GET" and request.url.path == "/" and "token" in request.url.query:
            return self._come_in(request)
        if not self._gate.knows(headers):
            return _shut_out(request)
        if method in SAFE_METHODS:
            return _from_elsewhere(request) if _is_api(request) else None
        return _not_our_page(request) or _too_large(headers)

    def _come_in(self, request: Request) -> Response:
        tokens = parse_qs(request.url.query).get("token", [""])
        if len(tokens) != 1 or not self._gate.admits(tokens[0]):
            return shut_out_page()
        response = RedirectResponse("/", status_code=303)
        response.set_cookie(
            self._gate.cookie, self._gate.session, path="/", httponly=True, samesite="strict"
        )
        return response


def _is_api(request: Request) -> bool:
    return request.url.path.startswith("/api/")


def _shut_out(request: Request) -> Response:
    if not _is_api(request):
        return shut_out_page()
    return problem(
        "web.no_session",
        "This page belongs to a workbench that was stopped.",
        "Open the address that `allegata serve` printed last; unsaved changes are kept here.",
        status=401,
    )


def _from_elsewhere(request: Request) -> Response | None:
    if request.headers.get("sec-fetch-site", "same-origin") in {"same-origin", "none"}:
        return None
    return problem("web.cross_site", "Another site may not read from here.", status=403)


def _not_our_page(request: Request) -> Response | None:
    """Refuse a change that the workbench's own page did not ask for (CSRF)."""
    headers = request.headers
    origins = headers.getlist("origin")
    same_origin = origins == [f"http://{headers['host'].lower()}"]
    if same_origin and headers.get("sec-fetch-site", "same-origin") == "same-origin":
        return None
    return problem("web.cross_site", "Only the workbench's own page may change things.", status=403)


def _too_large(headers: Headers) -> Response | None:
    length = headers.get("content-length", "")
    if not (length.isascii() and length.isdigit()):
        return problem("web.no_length", "The request does not say how long it is.", status=411)
    largest = LARGEST_UPLOAD if headers.get("content-type") == UPLOAD_TYPE else LARGEST_BODY
    if int(length) <= largest:
        return None
    return problem(
        "web.too_large",
        f"That is more than {largest >> 20} MB, which the workbench takes at once.",
        "Add the file with `allegata add` instead.",
        status=413,
    )


def _broken(request: Request) -> Response:
    """Answer a bug with a reference that finds it in the log, and with no text of a document."""
    reference = secrets.token_hex(4)
    LOG.exception("Reference %s: %s failed.", reference, request.method)
    if not _is_api(request):
        return broken_page(reference)
    return problem(
        "web.bug",
        f"The workbench met an error that it did not expect (reference {reference}).",
        "What was saved is safe; the terminal in which it runs shows the details.",
        status=500,
    )


def _cookies(headers: Headers, name: str) -> Iterator[str]:
    for line in headers.getlist("cookie"):
        for part in line.split(";"):
            try:
                found = SimpleCookie(part)
            except CookieError:
                continue
            if name in found:
                yield found[name].value
