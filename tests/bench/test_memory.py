"""The peak of a process is its own."""

import subprocess
import sys
from pathlib import Path

from bench.memory import peak_megabytes


def test_a_process_does_not_take_over_the_peak_of_the_one_that_started_it() -> None:
    held = bytearray(b"x" * 200_000_000)
    asked = [sys.executable, "-c", "from bench.memory import *; print(peak_megabytes())"]
    told = subprocess.run(asked, capture_output=True, check=True, text=True)
    assert peak_megabytes() > len(held) / 1e6 > 100 > float(told.stdout)


def test_a_module_is_run_as_a_program_and_its_peak_is_noted(tmp_path: Path) -> None:
    noted = tmp_path / "peak"
    command = [sys.executable, "-m", "bench.memory", str(noted), "allegata", "--version"]
    told = subprocess.run(command, capture_output=True, check=True, text=True)
    assert told.stdout
    assert 5 < float(noted.read_text()) < 500
