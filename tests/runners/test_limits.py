import subprocess
import sys

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
