import subprocess
import sys

from allegata.runners.landlock import landlock_version

SCRIPT = """
import os
from allegata.runners.landlock import forbid_new_privileges, lock_paths
kept = os.open(__import__("sys").executable, os.O_RDONLY)
forbid_new_privileges()
lock_paths()
print(len(os.read(kept, 4)))
try:
    os.open("/", os.O_RDONLY)
except PermissionError:
    print("refused")
"""


def test_landlock_alone_shuts_paths_and_leaves_open_files() -> None:
    done = subprocess.run(
        [sys.executable, "-I", "-c", SCRIPT], capture_output=True, text=True, check=False
    )
    if landlock_version():
        assert done.stdout.split() == ["4", "refused"]
    else:
        assert "OSError" in done.stderr
