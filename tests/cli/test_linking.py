"""``allegata link`` and what people decide of links, as a person types it."""

from pathlib import Path

import pytest
import typer
from tests.app.linkkit import linking_case
from tests.app.test_linking import filled
from typer.testing import CliRunner

from allegata import wiring
from allegata.app.case import Case
from allegata.cli import incidents as incident_commands
from allegata.cli import linking as linking_commands


class Tell:
    """Runs commands on the case, checks their exit codes, and returns what they print."""

    def __init__(self) -> None:
        self._program = typer.Typer()
        linking_commands.register(self._program)
        incident_commands.register(self._program)

    def __call__(self, *arguments: str, code: int = 0) -> str:
        command, *rest = arguments
        result = CliRunner().invoke(self._program, [command, "road.case", *rest])
        assert result.exit_code == code, (result.output, result.exception)
        return result.stdout if code == 0 else result.stderr


@pytest.fixture
def tell(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Tell:
    """A program on a linked case: see the tests of linking."""
    filled(tmp_path / "road.case").close()

    def opened(path: Path, *, read_only: bool = False) -> Case:
        assert isinstance(read_only, bool)
        return linking_case(path)

    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(wiring, "open_case", opened)
    return Tell()


def codes(tell: Tell) -> list[str]:
    return [line.split()[0] for line in tell("incidents").splitlines()]


def test_linking_again_gives_no_codes(tell: Tell) -> None:
    before = codes(tell)
    tell("link")
    assert codes(tell) == before


def test_a_pair_is_listed_decided_and_taken_back(tell: Tell) -> None:
    _number, one, two, reason = tell("doubtful").splitlines()
    assert reason.strip() == "for: no town is named"
    first, second = one.split()[0], two.split()[0]
    decision = tell("decide", "same", first, second, "--why", "one street").strip()
    assert tell("doubtful") == ""
    tell("undo", decision)
    assert len(tell("doubtful").splitlines()) == 4


def test_a_merge_prints_the_code_that_stays(tell: Tell) -> None:
    one, two, *_rest = codes(tell)
    kept = tell("merge", one, two).strip()
    assert kept in {one, two}
    assert len(codes(tell)) == 4


def claims_of(tell: Tell, code: str) -> list[str]:
    lines = tell("explain", code).splitlines()
    return [line.split()[1] for line in lines if line.startswith("    claim")]


def test_a_split_prints_a_new_code_and_its_undo_takes_it_back(tell: Tell) -> None:
    before = codes(tell)
    whole = max(before, key=lambda code: len(claims_of(tell, code)))
    made = tell("split", whole, claims_of(tell, whole)[0]).strip()
    assert made not in before
    (line,) = [line for line in tell("incident", whole).splitlines() if "split off" in line]
    tell("undo", line.rpartition("[")[2].rstrip("]"))
    assert codes(tell) == before


def test_a_grade_without_a_reason_says_what_to_do(tell: Tell) -> None:
    code = codes(tell)[0]
    told = tell("grade", code, "fair", code=2)
    assert "A grade needs a reason." in told
    assert "[grade.no_reason]" in told
    tell("grade", code, "fair", "--why", "two camps")
    assert "grade: fair (airwars), decided by reviewer-1: two camps" in tell("incident", code)


def test_a_claim_that_is_not_there_is_refused(tell: Tell) -> None:
    assert "[link.no_claim]" in tell("decide", "same", "zzzz", "zzzy", code=2)
    assert "Give one of" in tell("decide", "alike", "zzzz", "zzzy", code=2)


def test_readings_are_linked_from_standard_input() -> None:
    program = typer.Typer()
    linking_commands.register(program)
    incident_commands.register(program)
    told = CliRunner().invoke(program, ["link", "-"], input="no json\n")
    assert told.exit_code == 2
    assert "[link.no_reading]" in told.stderr
    assert CliRunner().invoke(program, ["link", "-"], input="").stdout == ""
