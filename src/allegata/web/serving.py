"""The workbench from an open case to Ctrl+C."""

from collections.abc import Callable

from allegata.app.case import Case
from allegata.model.places import GazetteerEntry
from allegata.web.application import create_app
from allegata.web.guard import Gate
from allegata.web.server import address, bind, port_of, server_of


def serve_case(
    case: Case,
    *,
    host: str,
    port: int,
    reviewer: str,
    find_place: Callable[[str], GazetteerEntry | None],
    announce: Callable[[str], None],
) -> None:
    """Serve ``case`` until the program is interrupted; ``announce`` gets the address to open.

    Raises:
        ConfigError: the host is not the loopback, the port is taken, or the page is missing.
    """
    with bind(host, port) as listening:
        gate = Gate(port_of(listening))
        app = create_app(case, gate=gate, reviewer=reviewer, find_place=find_place)
        announce(address(listening, gate.token))
        try:
            server_of(app).run(sockets=[listening])
        except KeyboardInterrupt:  # the usual way to end it
            return
