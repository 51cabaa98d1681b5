"""The most memory that a process had, of its own and nothing else.

    python -m bench.memory FILE MODULE [ARGUMENT…]      runs a module, then writes its megabytes

``ru_maxrss`` would tell more: a process that is started takes over the peak of the one that started
it, and that of all children is the peak of the largest so far.

>>> peak_megabytes() > 1
True
"""

import runpy
import sys
from pathlib import Path

_STATUS = Path("/proc/self/status")
_PEAK = "VmHWM:"  # kilobytes of memory in use at most, since the program was started


def peak_megabytes() -> float:
    """Return the peak of this process; where Linux does not tell it, a RuntimeError."""
    for line in _STATUS.read_text(encoding="ascii").splitlines():
        if line.startswith(_PEAK):
            return int(line.split()[1]) / 1024
    raise RuntimeError("this system does not tell how much memory a process had")


def main(file: str, module: str, *arguments: str) -> None:
    """Run a module as a program and write its peak, however it ends."""
    sys.argv = [module, *arguments]
    try:
        runpy.run_module(module, run_name="__main__", alter_sys=True)
    finally:
        Path(file).write_text(f"{peak_megabytes():.1f}", encoding="ascii")


if __name__ == "__main__":
    main(*sys.argv[1:])
