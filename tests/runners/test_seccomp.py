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
