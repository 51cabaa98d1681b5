"""The one door to Tesseract, the OCR program of the system: which is there, and a run on a picture.

Each run is a fresh locked process (``ocr_launcher``) that gets one grey picture on standard input
and answers with a table of words on standard output: no file is written, so a run that is killed
leaves nothing behind. What it answers is treated as hostile (``stages.convert.ocr_table``).

>>> package_of("chi_sim")
'tesseract-ocr-chi-sim'
"""

import json
import os
import re
import shutil
import subprocess
import sys
import threading
from dataclasses import dataclass
from functools import cache

from allegata.model.pictures import Picture
from allegata.model.wire import to_json
from allegata.runners.limits import Limits
from allegata.runners.ocr_launcher import Permit

LIMITS = Limits(cpu_seconds=90, wall_seconds=180, memory_bytes=2 << 30, output_bytes=16 << 20)
_SYSTEM = ("/usr", "/lib", "/lib64", "/bin", "/opt", "/etc/ld.so.cache", "/sys/devices/system/cpu")
_VERSION = re.compile(r"tesseract (?:v)?(\d+(?:\.\d+){0,3})")
_LANGUAGE = re.compile(r"[A-Za-z0-9_]{2,40}")
_DATA = "TESSDATA_PREFIX"  # where a person may keep language data of their own


class EngineError(Exception):
    """A run that gave nothing: ``why`` is ``time`` or ``crash``."""

    def __init__(self, why: str) -> None:
        super().__init__(why)
        self.why = why


@dataclass(frozen=True, slots=True)
class Engine:
    """An OCR program: ``languages`` are its own codes, such as ``eng``."""

    program: str
    version: str
    languages: frozenset[str]

    @property
    def name(self) -> str:
        """Name and version."""
        return f"tesseract {self.version}"

    def read(self, picture: Picture, languages: tuple[str, ...], *, sparse: bool = False) -> bytes:
        """Return the engine's table of words; ``sparse`` looks for scattered words.

        Raises:
            EngineError: it took too long, or failed.
        """
        layout = "11" if sparse else "3"
        options = ["--oem", "1", "--psm", layout, "-l", "+".join(languages), "tsv"]
        return self._run(picture, options)

    def look_at_script(self, picture: Picture) -> str:
        """Return the engine's report on script and orientation, empty where it cannot tell."""
        try:
            return self._run(picture, ["--psm", "0"]).decode("utf-8", "replace")
        except EngineError:
            return ""

    def _run(self, picture: Picture, options: list[str]) -> bytes:
        head = b"P5\n%d %d\n255\n" % (picture.width, picture.height)
        command = [self.program, "stdin", "stdout", "--dpi", str(picture.dpi), *options]
        return run_locked(command, head + picture.pixels)


@cache
def find_engine() -> Engine | None:
    """Return the system's Tesseract, or None; asked once in a process."""
    program = shutil.which("tesseract")
    if program is None:
        return None
    program = os.path.realpath(program)
    try:
        version = _VERSION.search(run_locked([program, "--version"]).decode("utf-8", "replace"))
        listing = run_locked([program, "--list-langs"]).decode("utf-8", "replace")
    except EngineError:
        return None
    if version is None:
        return None
    lines = (line.strip() for line in listing.splitlines()[1:])
    return Engine(program, version[1], frozenset(x for x in lines if _LANGUAGE.fullmatch(x)))


def package_of(language: str) -> str:
    """Return the Debian package that holds the data of a language."""
    return "tesseract-ocr-" + language.lower().replace("_", "-")


def run_locked(command: list[str], given: bytes = b"", limits: Limits | None = None) -> bytes:
    """Run a program in a locked process and return what it prints.

    Raises:
        EngineError: it took too long, failed, or printed more than it may.
    """
    limits = limits or LIMITS
    data = os.environ.get(_DATA, "")
    readable = (*_SYSTEM, command[0], *([data] if data else []))
    permit = json.dumps(to_json(Permit(limits, readable, os.getpid())))
    launcher = [sys.executable, "-I", "-m", "allegata.runners.ocr_launcher", permit, *command]
    environment = {"LC_ALL": "C.UTF-8", "OMP_THREAD_LIMIT": "1", **({_DATA: data} if data else {})}
    with subprocess.Popen(  # noqa: S603  (our own interpreter and module, the system's program)
        launcher,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        cwd="/",
        env=environment,
    ) as process:
        late = threading.Event()

        def _stop() -> None:
            late.set()
            process.kill()

        timer = threading.Timer(limits.wall_seconds, _stop)
        timer.start()
        try:
            answer = _exchange(process, given, limits.output_bytes)
        finally:
            timer.cancel()
            process.kill()  # it has answered, failed, or said too much
        code = process.wait()
    if late.is_set() or code == -_CPU_SPENT:
        raise EngineError("time")
    if code != 0 or len(answer) > limits.output_bytes:
        raise EngineError("crash")
    return answer


_CPU_SPENT = 24  # SIGXCPU


def _exchange(process: "subprocess.Popen[bytes]", given: bytes, most: int) -> bytes:
    """Send the picture and read the answer, up to one byte beyond its limit."""
    assert process.stdin is not None
    assert process.stdout is not None
    try:
        process.stdin.write(given)
        process.stdin.close()
    except BrokenPipeError:  # it ended before it had read everything
        pass
    answer = process.stdout.read(most + 1)
    if len(answer) <= most:
        process.wait()
    return answer
