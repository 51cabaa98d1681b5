"""The engine's process: what it can reach when a picture has taken it over."""

import json
import os
import subprocess
import sys
from pathlib import Path

from allegata.model.wire import to_json
from allegata.runners.confinement import isolation_level
from allegata.runners.limits import Limits
from allegata.runners.ocr_launcher import Permit

SYSTEM = ("/usr", "/lib", "/lib64", "/bin", "/etc/ld.so.cache")


def launch(*command: str, given: bytes = b"", limits: Limits | None = None) -> tuple[int, bytes]:
    permit = Permit(limits or Limits(), (*SYSTEM, command[0]), os.getpid())
    line = [
        *(sys.executable, "-I", "-m", "allegata.runners.ocr_launcher"),
        *(json.dumps(to_json(permit)), *command),
    ]
    done = subprocess.run(line, input=given, capture_output=True, check=False, timeout=60)
    return done.returncode, done.stdout


def test_the_program_gets_its_input_and_says_its_answer() -> None:
    assert launch("/bin/cat", given=b"grey") == (0, b"grey")


def test_a_private_file_is_not_reached(tmp_path: Path) -> None:
    private = tmp_path / "private.txt"
    private.write_text("private")
    code, said = launch("/bin/cat", str(private))
    if "landlock" in isolation_level():
        assert (code, said) == (1, b"")


def test_nothing_is_written(tmp_path: Path) -> None:
    code, _ = launch("/usr/bin/tee", str(tmp_path / "new.txt"), given=b"x")
    assert code != 0
    assert sorted(tmp_path.iterdir()) == []


def test_no_process_is_started() -> None:
    code, said = launch("/bin/sh", "-c", "/bin/echo one; echo two & wait; true")
    if "seccomp" in isolation_level():
        assert b"one" not in said
        assert code != 0


def test_a_program_that_is_not_there_is_an_error() -> None:
    assert launch("/no/such/program")[0] == 1
