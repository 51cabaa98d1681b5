"""seccomp: this process keeps the few system calls that computing needs, and loses all others.

An allow list: no open, socket, exec, fork, clone or kill. A deny list leaks (``os.fork`` is a
``clone``). A call that is not allowed fails with EPERM, so that Python says so instead of dying.
A process that is to become another program keeps what starting one needs too: exec, and opening
files (which ones, Landlock says).

>>> is_supported() in (True, False)
True
"""

import ctypes
import errno
import platform
import struct
import sys

_SET_SECCOMP, _FILTER = 22, 2
_LOAD, _JUMP_EQUAL, _JUMP_AT_LEAST, _RETURN = 0x20, 0x15, 0x35, 0x06
_ALLOW, _KILL, _REFUSE = 0x7FFF0000, 0x80000000, 0x00050000 | errno.EPERM
_NUMBER_AT, _ARCHITECTURE_AT = 0, 4  # offsets in struct seccomp_data

# read write writev pread64 close fstat lseek mmap mprotect munmap mremap brk madvise futex
# rt_sigaction rt_sigprocmask rt_sigreturn sigaltstack sched_yield sched_getaffinity getpid gettid
# gettimeofday clock_gettime clock_getres times getrusage sysinfo getrandom membarrier rseq
# restart_syscall exit exit_group
_X86_64 = (
    *(0, 1, 20, 17, 3, 5, 8, 9, 10, 11, 25, 12, 28, 202, 13, 14, 15, 131, 24, 204, 39, 186),
    *(96, 228, 229, 100, 98, 99, 318, 324, 334, 219, 60, 231),
)
_AARCH64 = (
    *(63, 64, 66, 67, 57, 80, 62, 222, 226, 215, 216, 214, 233, 98, 134, 135, 139, 132, 124, 123),
    *(172, 178, 169, 113, 114, 153, 165, 179, 278, 283, 293, 128, 93, 94),
)
# execve arch_prctl (x86_64) set_tid_address set_robust_list open (x86_64) openat access (x86_64)
# faccessat faccessat2 readlink (x86_64) readlinkat stat lstat (x86_64) newfstatat statx getdents64
# getcwd fcntl ioctl dup dup2 (x86_64) dup3 readv fadvise64 uname getuid geteuid getgid getegid
# nanosleep clock_nanosleep
_X86_64_START = (
    *(59, 158, 218, 273, 2, 257, 21, 269, 439, 89, 267, 4, 6, 262, 332, 217, 79, 72, 16, 32, 33),
    *(292, 19, 221, 63, 102, 107, 104, 108, 35, 230),
)
_AARCH64_START = (
    *(221, 96, 99, 56, 48, 439, 78, 79, 291, 61, 17, 25, 29, 23, 24, 65, 223, 160, 174, 175, 176),
    *(177, 101, 115),
)
_MACHINES = {
    "x86_64": (0xC000003E, _X86_64, _X86_64_START),
    "aarch64": (0xC00000B7, _AARCH64, _AARCH64_START),
}
_X32 = 0x40000000  # on x86_64, numbers from here on are another interface


class _Program(ctypes.Structure):
    _fields_ = (("length", ctypes.c_ushort), ("filter", ctypes.c_char_p))


def is_supported() -> bool:
    """Say whether there is an allow list for this machine (Linux on x86_64 or aarch64)."""
    known = sys.platform.startswith("linux") and platform.machine() in _MACHINES
    return known and sys.maxsize > 1 << 32


def keep_only_computing(*, starting_a_program: bool = False) -> None:
    """Give up every system call but those of the list; needs ``forbid_new_privileges`` first.

    Raises:
        OSError: the kernel has no seccomp, or refused.
    """
    architecture, computing, start = _MACHINES[platform.machine()]
    code = _filter(architecture, (*computing, *start) if starting_a_program else computing)
    program = _Program(len(code) // 8, code)
    libc = ctypes.CDLL(None, use_errno=True)
    if libc.prctl(_SET_SECCOMP, _FILTER, ctypes.byref(program), 0, 0):
        raise OSError(ctypes.get_errno(), "seccomp was refused")


def _filter(architecture: int, allowed: tuple[int, ...]) -> bytes:
    """Return the program: kill in a foreign architecture, allow what is listed, refuse the rest."""
    steps = [
        _step(_LOAD, _ARCHITECTURE_AT),
        _step(_JUMP_EQUAL, architecture, if_true=1),
        _step(_RETURN, _KILL),
        _step(_LOAD, _NUMBER_AT),
        _step(_JUMP_AT_LEAST, _X32, if_true=len(allowed)),
    ]
    for index, number in enumerate(allowed):
        steps.append(_step(_JUMP_EQUAL, number, if_true=len(allowed) - index))
    return b"".join([*steps, _step(_RETURN, _REFUSE), _step(_RETURN, _ALLOW)])


def _step(code: int, value: int, *, if_true: int = 0) -> bytes:
    """Return one instruction: ``if_true`` is how many to skip where a jump's test holds."""
    return struct.pack("HBBI", code, if_true, 0, value)
