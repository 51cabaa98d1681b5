"""Downloads from a server on the loopback that breaks off, lies, and leads astray."""

import gzip
import json
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from allegata.fetch.downloading import TRIES, Fetcher
from allegata.fetch.planning import Item, hosts, plan

CONTENT = gzip.compress(b"SPECIMEN " * 1000)
ITEM = Item(
    "t", "Test", "CC0", "https://download.geonames.org/export/dump/ZZ.zip", "geonames/ZZ.zip"
)
PATH = "/download.geonames.org/export/dump/ZZ.zip"

Answer = Callable[["Handler"], None]


@dataclass
class Server:
    """What the server is to answer, by path, and what it was asked."""

    answers: dict[str, list[Answer]] = field(default_factory=dict)
    asked: list[tuple[str, dict[str, str]]] = field(default_factory=list)
    address: str = ""


class Handler(BaseHTTPRequestHandler):
    told: Server

    def do_GET(self) -> None:
        self.told.asked.append((self.path, dict(self.headers)))
        answers = self.told.answers.get(self.path, [])
        (answers.pop(0) if len(answers) > 1 else answers[0] if answers else missing)(self)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


def send(handler: Handler, status: int, body: bytes = b"", **headers: str) -> None:
    handler.send_response(status)
    for name, value in {"Content-Length": str(len(body)), **headers}.items():
        handler.send_header(name.replace("_", "-"), value)
    handler.end_headers()
    handler.wfile.write(body)


def whole(handler: Handler) -> None:
    if handler.headers.get("If-None-Match") == '"1"':
        send(handler, 304)
    else:
        send(handler, 200, CONTENT, ETag='"1"')


def missing(handler: Handler) -> None:
    send(handler, 404)


def broken_off(handler: Handler) -> None:
    handler.send_response(200)
    handler.send_header("Content-Length", str(len(CONTENT)))
    handler.send_header("ETag", '"1"')
    handler.end_headers()
    handler.wfile.write(CONTENT[:20])
    handler.close_connection = True


def rest(handler: Handler) -> None:
    assert handler.headers["If-Range"] == '"1"'
    start = int(handler.headers["Range"].removeprefix("bytes=").rstrip("-"))
    send(handler, 206, CONTENT[start:], ETag='"1"')


@pytest.fixture
def server() -> Iterator[Server]:
    told = Server()
    handler = type("Bound", (Handler,), {"told": told})
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as listening:
        told.address = f"http://127.0.0.1:{listening.server_port}"
        thread = threading.Thread(target=listening.serve_forever)
        thread.start()
        yield told
        listening.shutdown()
        thread.join()


def fetcher(server: Server, folder: Path, waits: list[float] | None = None) -> Fetcher:
    return Fetcher(folder, mirror=server.address, pause=(waits if waits is not None else []).append)


def test_a_file_is_fetched_once_and_then_only_if_it_changed(server: Server, tmp_path: Path) -> None:
    server.answers[PATH] = [whole]
    first = fetcher(server, tmp_path).fetch(ITEM)
    assert (first.state, first.bytes) == ("new", len(CONTENT))
    assert (tmp_path / ITEM.file).read_bytes() == CONTENT
    assert fetcher(server, tmp_path).fetch(ITEM).state == "unchanged"
    assert server.asked[-1][1]["If-None-Match"] == '"1"'
    assert not list(tmp_path.rglob("*.part"))


def test_one_that_breaks_off_goes_on_where_it_stopped(server: Server, tmp_path: Path) -> None:
    server.answers[PATH] = [broken_off, rest]
    waits: list[float] = []
    assert fetcher(server, tmp_path, waits).fetch(ITEM).state == "new"
    assert (tmp_path / ITEM.file).read_bytes() == CONTENT
    assert server.asked[1][1]["Range"] == "bytes=20-"
    assert waits == [2.0]


def test_a_server_that_has_another_file_by_now_is_read_anew(server: Server, tmp_path: Path) -> None:
    server.answers[PATH] = [broken_off, whole]
    assert fetcher(server, tmp_path).fetch(ITEM).state == "new"
    assert (tmp_path / ITEM.file).read_bytes() == CONTENT


def test_a_server_that_keeps_breaking_off_leaves_no_file(server: Server, tmp_path: Path) -> None:
    server.answers[PATH] = [broken_off]
    told = fetcher(server, tmp_path).fetch(ITEM)
    assert told.state == "failed"
    assert "20 of" in told.reason
    assert len(server.asked) == TRIES
    assert not (tmp_path / ITEM.file).exists()


def test_what_is_not_there_is_asked_for_once(server: Server, tmp_path: Path) -> None:
    told = fetcher(server, tmp_path).fetch(ITEM)
    assert (told.state, told.reason) == ("failed", "404 Not Found")
    assert len(server.asked) == 1


def test_a_busy_server_is_asked_again_more_and_more_slowly(server: Server, tmp_path: Path) -> None:
    server.answers[PATH] = [
        lambda handler: send(handler, 503),
        lambda handler: send(handler, 429),
        whole,
    ]
    waits: list[float] = []
    assert fetcher(server, tmp_path, waits).fetch(ITEM).state == "new"
    assert waits == [2.0, 4.0]


def test_being_led_to_another_host_is_refused(server: Server, tmp_path: Path) -> None:
    server.answers[PATH] = [
        lambda handler: send(handler, 302, Location="http://example.org/ZZ.zip")
    ]
    told = fetcher(server, tmp_path).fetch(ITEM)
    assert told.state == "failed"
    assert "example.org" in told.reason


def test_a_file_named_by_json_is_followed(server: Server, tmp_path: Path) -> None:
    item = Item(
        "t", "T", "CC0", "https://www.geoboundaries.org/api/ZZZ/", "polygons/a.geojson", "link"
    )
    named = {"link": "https://raw.githubusercontent.com/a/b.geojson"}
    server.answers["/www.geoboundaries.org/api/ZZZ/"] = [
        lambda handler: send(handler, 200, json.dumps(named).encode())
    ]
    server.answers["/raw.githubusercontent.com/a/b.geojson"] = [whole]
    assert fetcher(server, tmp_path).fetch(item).state == "new"
    named["link"] = "https://example.org/b.geojson"
    told = fetcher(server, tmp_path).fetch(item)
    assert told.state == "failed"
    assert "example.org" in told.reason


def test_a_server_that_is_not_there_is_told(tmp_path: Path) -> None:
    told = Fetcher(tmp_path, mirror="http://127.0.0.1:9", pause=lambda _: None).fetch(ITEM)
    assert told.state == "failed"
    assert told.reason


def test_every_file_of_a_plan_has_a_listed_host_a_licence_and_a_place() -> None:
    items = plan("SY")
    assert {item.host for item in items} <= hosts()
    assert all(item.url.startswith("https://") and item.licence for item in items)
    assert len({item.file for item in items}) == len(items)
    assert "https://www.geoboundaries.org/api/current/gbOpen/SYR/ADM1/" in {i.url for i in items}
