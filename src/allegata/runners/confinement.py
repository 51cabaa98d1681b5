"""All the locks at once, and what they amount to on this machine.

A process that parses is locked entirely (``confine``). One that is to become another program, such
as an OCR engine, keeps what it takes to start it and to read the system's libraries and data.

On Linux: Landlock (no path, no TCP), a seccomp allow list (no open, socket, exec, fork; x86_64 and
aarch64), no new privileges, and resource limits. Elsewhere only the limits hold: a hostile file
then meets a separate process, but not a locked one.
"""

import ctypes
import os
import signal
import sys
from collections.abc import Sequence

from allegata.runners.landlock import forbid_new_privileges, landlock_version, lock_paths
from allegata.runners.limits import Limits, apply_limits
from allegata.runners.seccomp import is_supported, keep_only_computing

_PARENT_DEATH_SIGNAL = 1


def isolation_level() -> str:
    """Return what holds a hostile file here: ``landlock+seccomp+limits`` down to ``limits``."""
    locks = [
        *(["landlock"] if landlock_version() else []),
        *(["seccomp"] if is_supported() else []),
        "limits",
    ]
    return "+".join(locks)


def confine(limits: Limits, *, parent: int | None = None) -> None:
    """Lock this process for good; everything that is needed must be imported and warm.

    ``parent`` is the process that started it: if that is gone already, this one ends.

    Raises:
        OSError: a lock that this machine offers was refused; then nothing must be parsed.
    """
    apply_limits(limits)
    if sys.platform.startswith("linux"):
        _end_with(parent)
        forbid_new_privileges()
        if landlock_version():
            lock_paths()
        if is_supported():
            keep_only_computing()


def confine_to_run(readable: Sequence[str], limits: Limits, *, parent: int | None = None) -> None:
    """Lock this process for good, but for becoming a program that lies below ``readable``.

    ``parent`` is the process that started it: if that is gone already, this one ends.

    Raises:
        OSError: a lock that this machine offers was refused; then nothing must be run.
    """
    apply_limits(limits)
    if sys.platform.startswith("linux"):
        _end_with(parent)
        forbid_new_privileges()
        if landlock_version():
            lock_paths(readable)
        if is_supported():
            keep_only_computing(starting_a_program=True)


def _end_with(parent: int | None) -> None:
    """Ask the kernel to kill this process when the one that started it ends."""
    ctypes.CDLL(None).prctl(_PARENT_DEATH_SIGNAL, signal.SIGKILL, 0, 0, 0)
    if parent is not None and os.getppid() != parent:
        sys.exit("the process that started this one is gone")
