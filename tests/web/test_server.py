"""The workbench's socket is on the loopback alone."""

import socket

import pytest

from allegata.model.errors import ConfigError
from allegata.web.server import address, bind, port_of


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "10.0.0.1", "127.0.0.2", "localhost", ""])
def test_no_other_address_is_bound(host: str) -> None:
    with pytest.raises(ConfigError) as refused:
        bind(host, 0)
    assert refused.value.code == "serve.not_loopback"


def test_a_taken_port_is_refused_with_a_way_out() -> None:
    with bind("127.0.0.1", 0) as first, pytest.raises(ConfigError) as refused:
        bind("127.0.0.1", port_of(first))
    assert (refused.value.code, refused.value.hint) == ("serve.port", "Try --port 0.")


def test_a_browser_that_comes_before_the_server_waits() -> None:
    with bind("127.0.0.1", 0) as listening:
        early = socket.create_connection(("127.0.0.1", port_of(listening)), timeout=5)
        early.close()


def test_the_address_names_the_port_and_holds_the_token() -> None:
    with bind("127.0.0.1", 0) as listening:
        assert address(listening, "abc") == f"http://127.0.0.1:{port_of(listening)}/?token=abc"
