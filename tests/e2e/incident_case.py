"""A linked case file for the modules that need one: import ``case_file``."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page
from tests.app.test_linking import filled

from allegata.app.case import Case


@pytest.fixture
def case_file(tmp_path: Path) -> Iterator[Case]:
    """Accounts of five incidents, two of them doubtful: see the tests of linking."""
    with filled(tmp_path / "case") as case:
        yield case


def largest(case: Case) -> str:
    """The code of the incident with most claims."""
    return max(case.incidents(), key=lambda each: len(each.claims)).code


def open_largest(page: Page, case: Case) -> str:
    """Open that incident by way of the list, and return its code."""
    code = largest(case)
    page.get_by_role("navigation").get_by_role("link", name="Incidents").click()
    page.get_by_role("link", name=code, exact=True).click()
    page.get_by_role("table", name="Sources, one row an origin").wait_for()
    return code
