"""The case file of an invented series, for the modules that need one: import ``case_file``."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page
from tests.web import series, specimen

from allegata.app.case import Case


@pytest.fixture
def case_file(tmp_path: Path) -> Iterator[Case]:
    """Letters that follow each other, a resolution in two languages, a scan, and a mail."""
    folder = tmp_path / "case"
    with specimen.open_specimen_case(folder, reader=series.read, render=series.render) as case:
        case.add(series.sources(), reviewer="r1")
        yield case


def open_document(page: Page, name: str) -> None:
    """Open a document of the inbox in the reader."""
    page.get_by_role("link", name=name, exact=True).click()
    page.get_by_role("region", name="Text of the document").wait_for()
