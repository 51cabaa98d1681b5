"""Canaries: a locked process tries what a hostile file would make it try."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from allegata.runners.confinement import isolation_level

CANARY = """
import json, os, signal, socket, subprocess, sys, threading
from allegata.runners.confinement import confine, confine_to_run
from allegata.runners.limits import Limits
already_open = os.open(sys.argv[1], os.O_RDONLY)
os.close(already_open)
if sys.argv[3:]:
    confine_to_run(sys.argv[3:], Limits())
else:
    confine(Limits())
attempt = {
    "read": lambda: open(sys.argv[1]).read(),
    "list": lambda: os.listdir("/"),
    "write": lambda: open("/tmp/allegata-canary", "w"),
    "delete": lambda: os.unlink(sys.argv[1]),
    "connect": lambda: socket.socket().connect(("127.0.0.1", 9)),
    "datagram": lambda: socket.socket(socket.AF_INET, socket.SOCK_DGRAM),
    "fork": lambda: os.fork(),
    "exec": lambda: os.execv("/bin/true", ["true"]),
    "kill": lambda: os.kill(os.getppid(), 0),
    "run": lambda: os.execv(sys.executable, [sys.executable, "-I", "-c", "print('ran')"]),
    "nothing": lambda: None,
}[sys.argv[2]]
try:
    attempt()
except PermissionError:
    print("refused")
else:
    print("done")
"""


def canary(attempt: str, target: Path, *readable: str) -> str:
    command = [sys.executable, "-I", "-c", CANARY, str(target), attempt, *readable]
    done = subprocess.run(command, capture_output=True, text=True, check=True, timeout=60)
    return done.stdout.strip()


@pytest.fixture
def target(tmp_path: Path) -> Path:
    path = tmp_path / "private.txt"
    path.write_text("private")
    return path


def need(lock: str) -> None:
    if lock not in isolation_level():
        reason = f"this kernel or machine has no {lock}"
        if os.environ.get("CI") == "true":
            pytest.fail(f"{reason} (a skip is a failure with CI=true)")
        pytest.skip(reason)


@pytest.mark.parametrize("attempt", ["read", "list", "write", "delete", "connect"])
def test_a_locked_process_reaches_no_file_and_no_port(attempt: str, target: Path) -> None:
    need("landlock")
    assert canary(attempt, target) == "refused"
    assert target.read_text() == "private"


@pytest.mark.parametrize("attempt", ["datagram", "fork", "exec", "kill"])
def test_a_locked_process_starts_nothing_and_signals_no_one(attempt: str, target: Path) -> None:
    need("seccomp")
    assert canary(attempt, target) == "refused"


def test_a_locked_process_still_computes(target: Path) -> None:
    assert canary("nothing", target) == "done"


SYSTEM = ("/usr", "/lib", "/lib64", "/etc/ld.so.cache", sys.base_prefix, sys.prefix)


@pytest.mark.parametrize("attempt", ["read", "list", "write", "delete", "connect"])
def test_a_process_that_is_to_run_a_program_reaches_no_other_file(
    attempt: str, target: Path
) -> None:
    need("landlock")
    assert canary(attempt, target, *SYSTEM) == "refused"
    assert target.read_text() == "private"


@pytest.mark.parametrize("attempt", ["datagram", "fork", "kill"])
def test_a_process_that_is_to_run_a_program_starts_no_other(attempt: str, target: Path) -> None:
    need("seccomp")
    assert canary(attempt, target, *SYSTEM) == "refused"


def test_a_process_that_is_to_run_a_program_runs_it(target: Path) -> None:
    assert canary("run", target, *SYSTEM) == "ran"


def test_a_process_whose_starter_is_gone_ends() -> None:
    script = (
        "from allegata.runners.confinement import confine; from allegata.runners.limits import "
        "Limits; confine(Limits(), parent=1 << 22); print('still here')"
    )
    done = subprocess.run(
        [sys.executable, "-I", "-c", script], capture_output=True, text=True, check=False
    )
    if sys.platform.startswith("linux"):
        assert (done.returncode, done.stdout) == (1, "")


def test_the_level_names_what_holds_here() -> None:
    assert isolation_level().split("+")[-1] == "limits"
