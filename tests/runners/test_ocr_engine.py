"""The engine is a program of the system: here it is replaced by small ones that fail on purpose."""

import stat
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.ocrkit import need_tesseract, picture

from allegata.model.pictures import Picture
from allegata.runners import ocr_engine
from allegata.runners.limits import Limits
from allegata.runners.ocr_engine import Engine, EngineError, find_engine, run_locked
from allegata.stages.convert.ocr_table import parse_table

BLANK = Picture(1, 20, 10, 300, b"\xff" * 200)
MakeProgram = Callable[[str], str]


@pytest.fixture
def program(tmp_path: Path) -> MakeProgram:
    """Return a maker of shell programs."""

    def make(script: str) -> str:
        path = tmp_path / "tesseract"
        path.write_text(f"#!/bin/sh\n{script}\n")
        path.chmod(path.stat().st_mode | stat.S_IEXEC)
        return str(path)

    return make


def fake(path: str) -> Engine:
    return Engine(path, "9", frozenset({"eng"}))


def test_a_run_gives_the_programs_table(program: MakeProgram) -> None:
    engine = fake(program("echo table of $*"))
    answer = engine.read(BLANK, ("eng", "fra"))
    assert answer == (b"table of stdin stdout --dpi 300 --oem 1 --psm 3 -l eng+fra tsv\n")
    assert b"--psm 11" in engine.read(BLANK, ("eng",), sparse=True)


@pytest.mark.parametrize("script", ["exit 3", "kill -SEGV $$", "kill -9 $$"])
def test_a_program_that_fails_is_a_crash(program: MakeProgram, script: str) -> None:
    with pytest.raises(EngineError) as caught:
        fake(program(script)).read(BLANK, ("eng",))
    assert caught.value.why == "crash"


def test_a_program_that_says_too_much_is_a_crash(program: MakeProgram) -> None:
    path = program("while :; do echo word word word word word word word word word word; done")
    with pytest.raises(EngineError) as caught:
        run_locked([path], limits=Limits(output_bytes=10_000))
    assert caught.value.why == "crash"


@pytest.mark.parametrize(
    ("script", "limits"),
    [
        ("while :; do :; done", Limits(cpu_seconds=1, wall_seconds=30)),
        ("while :; do :; done", Limits(cpu_seconds=30, wall_seconds=1)),
    ],
)
def test_a_program_that_goes_on_is_stopped(
    program: MakeProgram, script: str, limits: Limits
) -> None:
    with pytest.raises(EngineError) as caught:
        run_locked([program(script)], limits=limits)
    assert caught.value.why == "time"


def test_a_program_that_does_not_take_its_picture_is_no_bug(program: MakeProgram) -> None:
    large = Picture(1, 2000, 2000, 300, bytes(4_000_000))
    assert fake(program("exec echo done")).read(large, ("eng",)) == b"done\n"


def test_the_system_without_the_program_has_no_engine(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "/nowhere")
    find_engine.cache_clear()
    try:
        assert find_engine() is None
    finally:
        find_engine.cache_clear()


@pytest.mark.parametrize("script", ["exit 1", "echo something else"])
def test_a_program_that_is_no_tesseract_is_no_engine(
    program: MakeProgram, script: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(Path(program(script)).parent))
    find_engine.cache_clear()
    try:
        assert find_engine() is None
    finally:
        find_engine.cache_clear()


def test_version_and_languages_are_what_the_program_says(
    program: MakeProgram, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = program(
        "case $1 in --version) echo 'tesseract 5.9.1';; "
        "*) echo 'List of languages (3):'; echo eng; echo chi_sim; echo 'no/name';; esac"
    )
    monkeypatch.setenv("PATH", str(Path(path).parent))
    find_engine.cache_clear()
    try:
        assert find_engine() == Engine(path, "5.9.1", frozenset({"eng", "chi_sim"}))
    finally:
        find_engine.cache_clear()


def test_the_real_engine_reads_behind_its_locks() -> None:
    need_tesseract("eng")
    engine = find_engine()
    assert engine is not None
    page = picture(["Two people were hurt in Dorval."], size=(900, 400), letter=40)
    table = engine.read(Picture(1, 900, 400, 200, page.tobytes()), ("eng",))
    words = parse_table(table, 900, 400)
    assert [word.text for word in words] == ["Two", "people", "were", "hurt", "in", "Dorval."]
    assert all(word.confidence > 0.8 for word in words)


KILLED = """
import sys
from allegata.runners.ocr_engine import run_locked
print("begun", flush=True)
run_locked([sys.argv[1], sys.argv[2]])
"""


def test_a_killed_run_leaves_no_process_and_no_file(program: MakeProgram, tmp_path: Path) -> None:
    path = program('echo $$ > "$1"; exec sleep 60')
    # The locked program cannot write, so it says nothing; its process is found by its parent.
    before = sorted(tmp_path.iterdir())
    with subprocess.Popen(
        [sys.executable, "-c", KILLED, path, str(tmp_path / "trace")], stdout=subprocess.PIPE
    ) as run:
        assert run.stdout is not None
        assert run.stdout.readline() == b"begun\n"
        children = _wait_for(lambda: _children(run.pid))
        run.kill()
        run.wait()
        assert children
        assert _wait_for(lambda: not any(_alive(child) for child in children))
    assert sorted(tmp_path.iterdir()) == before


def _children(pid: int) -> list[int]:
    try:
        listed = Path(f"/proc/{pid}/task/{pid}/children").read_text()
    except OSError:
        return []
    return [int(child) for child in listed.split()]


def _alive(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] not in "ZX"
    except OSError:
        return False


def _wait_for(condition: Callable[[], object]) -> object:
    if not Path("/proc/self/task").exists():
        pytest.skip("needs Linux")
    until = time.monotonic() + 20
    while not (found := condition()) and time.monotonic() < until:
        time.sleep(0.02)
    return found


def test_the_limits_of_a_page_are_kept_in_one_place() -> None:
    assert ocr_engine.LIMITS.wall_seconds >= ocr_engine.LIMITS.cpu_seconds
