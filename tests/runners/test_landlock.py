import subprocess
import sys
from pathlib import Path

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


READABLE = """
import os, sys
from allegata.runners.landlock import forbid_new_privileges, lock_paths
forbid_new_privileges()
lock_paths((sys.argv[1], "/not/there", sys.argv[1] + "/one.txt"))
print(open(sys.argv[1] + "/one.txt").read())
for attempt in (lambda: open("/etc/hostname"), lambda: open(sys.argv[1] + "/new.txt", "w")):
    try:
        attempt()
    except PermissionError:
        print("refused")
"""


def test_what_is_allowed_may_be_read_and_not_written(tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_text("one")
    command = [sys.executable, "-I", "-c", READABLE, str(tmp_path)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if landlock_version():
        assert done.stdout.split() == ["one", "refused", "refused"]
    assert not (tmp_path / "new.txt").exists()
