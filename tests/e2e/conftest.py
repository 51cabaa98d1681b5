"""A real server on the loopback, a real case file, and a real Chromium that may ask no one else."""

import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Dialog, Page, Request, sync_playwright
from tests.conftest import unavailable
from tests.web import specimen

from allegata.app.case import Case
from allegata.model.places import GazetteerEntry
from allegata.web.application import create_app
from allegata.web.guard import Gate
from allegata.web.server import address, bind, port_of, server_of

CHROMIUM = Path("/usr/bin/chromium")
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
SOURCES = [
    ("letter.txt", specimen.LETTER),
    ("locked.pdf", "%PDF-1.7 locked"),
    (specimen.HOSTILE_NAME, specimen.HOSTILE),
]


@dataclass
class Workbench:
    """A running server: its case, the address that lets a browser in, and its root."""

    case: Case
    entry: str

    @property
    def root(self) -> str:
        """The address without the token."""
        return self.entry.partition("/?")[0]

    def id_of(self, name: str) -> str:
        """Return the id of the document of that name."""
        return next(row.id for row in self.case.documents() if row.name == name)


@pytest.fixture
def case_file(tmp_path: Path) -> Iterator[Case]:
    """A fresh case file of SPECIMEN documents."""
    with specimen.open_specimen_case(tmp_path / "case") as case:
        case.add([specimen.source_of(*each) for each in SOURCES], reviewer="r1")
        yield case


@pytest.fixture
def find_place() -> Callable[[str], GazetteerEntry | None]:
    """The stand-in for a gazetteer's ids."""
    return specimen.find_place


@pytest.fixture
def workbench(
    case_file: Case, find_place: Callable[[str], GazetteerEntry | None]
) -> Iterator[Workbench]:
    """A server on the case file."""
    with bind("127.0.0.1", 0) as listening:
        gate = Gate(port_of(listening))
        app = create_app(case_file, gate=gate, reviewer="r1", find_place=find_place)
        server = server_of(app)
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]})
        thread.start()
        try:
            yield Workbench(case_file, address(listening, gate.token))
        finally:
            server.should_exit = True
            thread.join(20)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One Chromium for all tests."""
    if not CHROMIUM.is_file():
        unavailable(f"needs Chromium at {CHROMIUM} (apt install chromium)")
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=str(CHROMIUM), args=ARGUMENTS)
        yield opened
        opened.close()


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    """A fresh profile in which dates are those of UTC."""
    made = browser.new_context(
        viewport={"width": 1440, "height": 900},
        timezone_id="UTC",
        locale="en-GB",
        reduced_motion="reduce",
    )
    yield made
    made.close()


@pytest.fixture
def page(context: BrowserContext, workbench: Workbench) -> Iterator[Page]:
    """The inbox; at the end, nothing ran that should not and no other host was asked."""
    opened = context.new_page()
    asked: list[Request] = []
    troubles: list[str] = []

    def opened_dialog(dialog: Dialog) -> None:
        troubles.append(dialog.message)
        dialog.dismiss()

    # Playwright marks its listeners, which a built-in method does not let it do.
    context.on("request", lambda request: asked.append(request))  # noqa: PLW0108
    opened.on("console", lambda said: troubles.append(said.text) if said.type == "error" else None)
    opened.on("pageerror", lambda error: troubles.append(str(error)))
    opened.on("dialog", opened_dialog)
    opened.goto(workbench.entry)
    opened.get_by_role("table").wait_for()
    yield opened
    hosts = {urlsplit(request.url).netloc for request in asked}
    assert hosts == {urlsplit(workbench.root).netloc}
    expected = getattr(opened, "expected_troubles", ())
    assert [each for each in troubles if not any(part in each for part in expected)] == []


@pytest.fixture
def reader(page: Page, workbench: Workbench) -> Page:
    """The letter, open in the reader."""
    page.get_by_role("link", name="letter.txt").click()
    page.get_by_role("heading", name="letter.txt").wait_for()
    return page
