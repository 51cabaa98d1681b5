"""Landlock: this process gives up, for good, the right to paths and to TCP ports.

Three system calls of Linux 5.13 and later, without a library. Files already open stay usable, so
call it after everything that is needed has been imported. A process that is to run a program keeps
the right to read and run what lies below some folders, and nothing else.

>>> landlock_version() >= 0
True
"""

import ctypes
import os
import sys
from collections.abc import Sequence

# The same numbers on every architecture.
_CREATE_RULESET, _ADD_RULE, _RESTRICT_SELF = 444, 445, 446
_BENEATH = 1  # the kind of rule that names a path
_RUN, _READ_FILE, _READ_FOLDER = 1 << 0, 1 << 2, 1 << 3
_ASK_VERSION = 1
_NO_NEW_PRIVILEGES = 38

# How many access rights to files each version of the interface knows (linux/landlock.h).
_FILE_RIGHTS = {1: 13, 2: 14, 3: 15, 4: 15}
_FILE_RIGHTS_NOW = 16  # version 5 and later
_NET_FROM, _SCOPE_FROM = 4, 6


class _Ruleset(ctypes.Structure):
    _fields_ = (
        ("files", ctypes.c_uint64),
        ("net", ctypes.c_uint64),  # bind and connect of TCP, from version 4
        ("scoped", ctypes.c_uint64),  # abstract sockets and signals, from version 6
    )


class _Beneath(ctypes.Structure):
    _pack_ = 1
    _fields_ = (("rights", ctypes.c_uint64), ("descriptor", ctypes.c_int32))


def landlock_version() -> int:
    """Return the version of Landlock that the kernel offers, 0 if it offers none."""
    if not sys.platform.startswith("linux"):
        return 0
    found = _libc().syscall(
        _CREATE_RULESET, None, ctypes.c_size_t(0), ctypes.c_uint32(_ASK_VERSION)
    )
    return max(int(found), 0)


def forbid_new_privileges() -> None:
    """Give up gaining rights by running a program; needed before Landlock and seccomp.

    Raises:
        OSError: the kernel refused.
    """
    if _libc().prctl(_NO_NEW_PRIVILEGES, 1, 0, 0, 0):
        raise OSError(ctypes.get_errno(), "no_new_privs was refused")


def lock_paths(readable: Sequence[str] = ()) -> None:
    """Keep, of all paths, the right to read and run those below ``readable``; and no TCP port.

    Paths that are not there are passed over. Call ``forbid_new_privileges`` first.

    Raises:
        OSError: the kernel has no Landlock, or refused.
    """
    version = landlock_version()
    rights = (1 << _FILE_RIGHTS.get(version, _FILE_RIGHTS_NOW)) - 1
    ruleset = _Ruleset(rights, 0b11, 0b11)
    size = 24 if version >= _SCOPE_FROM else 16 if version >= _NET_FROM else 8
    libc = _libc()
    descriptor = libc.syscall(
        _CREATE_RULESET, ctypes.byref(ruleset), ctypes.c_size_t(size), ctypes.c_uint32(0)
    )
    if descriptor < 0:
        raise OSError(ctypes.get_errno(), "Landlock was refused")
    try:
        for path in readable:
            _allow(libc, descriptor, path)
        if libc.syscall(_RESTRICT_SELF, ctypes.c_int(descriptor), ctypes.c_uint32(0)):
            raise OSError(ctypes.get_errno(), "Landlock was refused")
    finally:
        os.close(descriptor)


def _allow(libc: ctypes.CDLL, ruleset: int, path: str) -> None:
    """Add a rule: what lies below ``path`` may be read and run."""
    try:
        opened = os.open(path, os.O_PATH | os.O_CLOEXEC)
    except FileNotFoundError:
        return
    try:
        rights = _RUN | _READ_FILE | (_READ_FOLDER if os.path.isdir(path) else 0)  # noqa: PTH112
        rule = _Beneath(rights, opened)
        if libc.syscall(
            _ADD_RULE, ctypes.c_int(ruleset), _BENEATH, ctypes.byref(rule), ctypes.c_uint32(0)
        ):
            raise OSError(ctypes.get_errno(), "a rule of Landlock was refused")
    finally:
        os.close(opened)


def _libc() -> ctypes.CDLL:
    return ctypes.CDLL(None, use_errno=True)
