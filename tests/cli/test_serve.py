"""``allegata serve`` prints one address, lets its browser in, and ends when asked."""

import re
import signal
import subprocess
import sys
from pathlib import Path

import httpx
import pytest
import typer
from typer.testing import CliRunner

from allegata.cli.serve import register
from allegata.wiring import new_case

SCRIPT = """
import typer
from allegata.cli.serve import register
app = typer.Typer()
register(app)
app()
"""


@pytest.fixture
def program() -> typer.Typer:
    app = typer.Typer()
    register(app)
    return app


def test_the_printed_address_opens_the_case_until_the_program_is_ended(tmp_path: Path) -> None:
    new_case(tmp_path / "case").close()
    command = [sys.executable, "-c", SCRIPT, str(tmp_path / "case")]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        try:
            assert process.stdout is not None
            url = process.stdout.readline().strip()
            assert re.fullmatch(r"http://127\.0\.0\.1:\d+/\?token=[\w-]{40,}", url)
            with httpx.Client(follow_redirects=True, timeout=20) as browser:
                assert browser.get(url).status_code == 200
                told = browser.get(httpx.URL(url).join("/api/case")).json()
            assert (told["name"], told["reviewer"]) == ("case", "reviewer-1")
        finally:
            process.send_signal(signal.SIGINT)
        assert process.wait(timeout=20) == 0
    new_case(tmp_path / "other").close()


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "192.168.1.5", "localhost", "evil.example"])
def test_another_address_than_the_loopback_is_refused(
    tmp_path: Path, program: typer.Typer, host: str
) -> None:
    new_case(tmp_path / "case").close()
    result = CliRunner().invoke(program, [str(tmp_path / "case"), "--host", host])
    assert result.exit_code == 2
    assert "serve.not_loopback" in result.output


def test_what_is_no_case_file_is_refused_in_plain_words(
    tmp_path: Path, program: typer.Typer
) -> None:
    result = CliRunner().invoke(program, [str(tmp_path)])
    assert result.exit_code == 2
    assert "store.not_a_case" in result.output
