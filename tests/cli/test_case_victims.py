"""Victims of a case on a terminal: covered unless asked for, proposed, decided and undone."""

import json
from pathlib import Path

import pytest
import typer
from tests.app.victimkit import filled, victim_case
from typer.testing import CliRunner

from allegata import wiring
from allegata.app.case import Case
from allegata.cli import linking as linking_commands
from allegata.cli import victims as victim_commands


class Tell:
    """Runs commands on the case, and returns what they print."""

    def __init__(self) -> None:
        self._program = typer.Typer()
        linking_commands.register(self._program)
        victim_commands.register(self._program)

    def __call__(self, *arguments: str, code: int = 0) -> str:
        result = CliRunner().invoke(self._program, list(arguments))
        assert result.exit_code == code, (result.output, result.exception)
        return result.stdout if code == 0 else result.stderr


@pytest.fixture
def tell(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Tell:
    filled(tmp_path / "road.case").close()

    def opened(path: Path, *, read_only: bool = False) -> Case:
        assert isinstance(read_only, bool)
        return victim_case(path)

    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(wiring, "open_case", opened)
    return Tell()


def ids(tell: Tell) -> dict[str, str]:
    """The ids of entries by document and name."""
    lines = tell("victims", "list", "road.case", "--names", "--format", "jsonl").splitlines()
    told = [json.loads(line) for line in lines]
    return {f"{each['source']} {each['listed']['name']}": each["id"] for each in told}


def test_names_are_covered_unless_asked_for(tell: Tell) -> None:
    for form in ("text", "jsonl"):
        for command in ("list", "pairs"):
            covered = tell("victims", command, "road.case", "--format", form)
            assert "[name]" in covered
            assert "Corun" not in covered
            assert "Corun" in tell("victims", command, "road.case", "--format", form, "--names")


def test_an_entry_has_its_incident_and_its_words(tell: Tell) -> None:
    lines = tell("victims", "list", "road.case", "--names").splitlines()
    at = next(number for number, line in enumerate(lines) if "Salim Dalun" in line)
    assert lines[at].endswith("  Salim Dalun  killed")
    assert lines[at + 1].startswith("    a.txt, of AL-00000")
    assert lines[at + 2] == "    “7 people were killed”"


def test_entries_of_one_incident(tell: Tell) -> None:
    told = tell("victims", "list", "road.case", "--names", "--format", "jsonl").splitlines()
    (code,) = next(each["codes"] for each in map(json.loads, told) if each["source"] == "c.txt")
    own = tell("victims", "list", "road.case", "--incident", code, "--format", "jsonl")
    assert [json.loads(line)["source"] for line in own.splitlines()] == ["c.txt"]
    assert tell("victims", "pairs", "road.case", "--incident", code) == ""


def test_a_pair_is_decided_and_taken_back(tell: Tell) -> None:
    held = ids(tell)
    one, other = held["a.txt Ahmad Corun"], held["b.txt Ahmed Corun"]
    pair = tell("victims", "pairs", "road.case", "--names")
    assert "for: given name in another spelling; for: same family name" in pair
    made = tell("victims", "decide", "road.case", "same", one[:8], other, "--why", "a son").strip()
    assert f"one person with {other}" in tell("victims", "list", "road.case")
    (line,) = tell("victims", "decisions", "road.case").splitlines()
    assert line.startswith(f"{made}  same  {one} {other}")
    assert line.endswith(": a son")
    assert tell("victims", "pairs", "road.case") == ""
    tell("undo", "road.case", made)
    assert tell("victims", "decisions", "road.case") == ""
    assert tell("victims", "pairs", "road.case", "--names") == pair


@pytest.mark.parametrize(
    "wrong", [("decide", "road.case", "perhaps", "a", "b"), ("list", "road.case", "--format", "x")]
)
def test_what_is_no_choice_is_refused(tell: Tell, wrong: tuple[str, ...]) -> None:
    tell("victims", *wrong, code=2)


def test_an_unknown_entry_is_told_in_plain_words(tell: Tell) -> None:
    told = tell("victims", "decide", "road.case", "same", "zz", "zz", code=2)
    assert "no entry of a victim" in told
