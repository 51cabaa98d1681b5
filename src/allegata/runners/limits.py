"""What a process that reads a hostile file may use.

>>> Limits().cpu_seconds
30
"""

import resource
from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True)
class Limits:
    """Ample for a thousand pages, and little enough for a laptop to shrug off."""

    cpu_seconds: int = 30
    wall_seconds: int = 60
    memory_bytes: int = 2 << 30
    output_bytes: int = 128 << 20


_SECONDS_A_MEGABYTE = 20
_MOST_SECONDS = 600


def limits_for(content_bytes: int) -> Limits:
    """Return the limits for a file of this size: a large one may take longer.

    A thousand pages of text are a megabyte or more, and take 15 seconds and more on a slow machine.

    >>> limits_for(2_000_000).cpu_seconds, limits_for(10_000_000_000).cpu_seconds
    (70, 600)
    """
    usual = Limits()
    more = _SECONDS_A_MEGABYTE * content_bytes // 1_000_000
    cpu = min(usual.cpu_seconds + more, _MOST_SECONDS)
    return replace(usual, cpu_seconds=cpu, wall_seconds=2 * cpu)


def apply_limits(limits: Limits) -> None:
    """Limit this process for good: CPU, memory, no file grown, no core dump, few open files."""
    resource.setrlimit(resource.RLIMIT_CPU, (limits.cpu_seconds, limits.cpu_seconds + 1))
    resource.setrlimit(resource.RLIMIT_AS, (limits.memory_bytes, limits.memory_bytes))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_NOFILE, (16, 16))
