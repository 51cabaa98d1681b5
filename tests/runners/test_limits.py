import subprocess
import sys

from allegata.runners.limits import Limits, limits_for

SCRIPT = """
from allegata.runners.limits import Limits, apply_limits
apply_limits(Limits(memory_bytes=400 << 20))
try:
    bytearray(600 << 20)
except MemoryError:
    print("memory")
try:
    with open("/tmp/allegata-limits-canary", "w") as target:
        target.write("x")
except OSError:
    print("size")
"""


def test_memory_and_file_size_are_limited() -> None:
    command = [sys.executable, "-I", "-c", "import signal\n" + SCRIPT]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.stdout.split() == ["memory", "size"]


def test_a_large_file_may_take_longer_up_to_an_end() -> None:
    assert limits_for(100_000) == Limits(cpu_seconds=32, wall_seconds=64)
    assert limits_for(2_000_000).cpu_seconds == 70
    assert limits_for(200_000_000).wall_seconds == 1200
    assert limits_for(200_000_000).memory_bytes == Limits().memory_bytes
