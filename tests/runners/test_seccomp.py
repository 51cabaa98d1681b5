import subprocess
import sys

import pytest

from allegata.runners.seccomp import is_supported

SCRIPT = """
import os, socket
from allegata.runners.landlock import forbid_new_privileges
from allegata.runners.seccomp import keep_only_computing
forbid_new_privileges()
keep_only_computing()
for attempt in (os.fork, lambda: socket.socket(), lambda: open("/dev/null")):
    try:
        attempt()
    except PermissionError:
        print("refused")
print(sum(range(10)))
"""


@pytest.mark.skipif(not is_supported(), reason="no allow list for this machine")
def test_seccomp_alone_leaves_nothing_but_computing() -> None:
    done = subprocess.run(
        [sys.executable, "-I", "-c", SCRIPT], capture_output=True, text=True, check=True
    )
    assert done.stdout.split() == ["refused", "refused", "refused", "45"]


STARTING = SCRIPT.replace(
    "keep_only_computing()\nfor", "keep_only_computing(starting_a_program=True)\nfor"
)


@pytest.mark.skipif(not is_supported(), reason="no allow list for this machine")
def test_a_process_that_is_to_run_a_program_may_open_files_and_nothing_else() -> None:
    assert STARTING != SCRIPT
    done = subprocess.run(
        [sys.executable, "-I", "-c", STARTING], capture_output=True, text=True, check=True
    )
    assert done.stdout.split() == ["refused", "refused", "45"]
