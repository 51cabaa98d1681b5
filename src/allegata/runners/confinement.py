"""All the locks at once, and what they amount to on this machine.

On Linux: Landlock (no path, no TCP), a seccomp allow list (no open, socket, exec, fork; x86_64 and
aarch64), no new privileges, and resource limits. Elsewhere only the limits hold: a hostile file
then meets a separate process, but not a locked one.
"""

import sys

from allegata.runners.landlock import forbid_new_privileges, landlock_version, lock_all_paths
from allegata.runners.limits import Limits, apply_limits
from allegata.runners.seccomp import is_supported, keep_only_computing


def isolation_level() -> str:
    """Return what holds a hostile file here: ``landlock+seccomp+limits`` down to ``limits``."""
    locks = [
        *(["landlock"] if landlock_version() else []),
        *(["seccomp"] if is_supported() else []),
        "limits",
    ]
    return "+".join(locks)


def confine(limits: Limits) -> None:
    """Lock this process for good; everything that is needed must be imported and warm.

    Raises:
        OSError: a lock that this machine offers was refused; then nothing must be parsed.
    """
    apply_limits(limits)
    if sys.platform.startswith("linux"):
        forbid_new_privileges()
        if landlock_version():
            lock_all_paths()
        if is_supported():
            keep_only_computing()
