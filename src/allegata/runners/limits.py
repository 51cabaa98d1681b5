"""What a process that reads a hostile file may use.

>>> Limits().cpu_seconds
30
"""

import resource
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """Ample for a thousand pages, and little enough for a laptop to shrug off."""

    cpu_seconds: int = 30
    wall_seconds: int = 60
    memory_bytes: int = 2 << 30
    output_bytes: int = 128 << 20


def apply_limits(limits: Limits) -> None:
    """Limit this process for good: CPU, memory, no file grown, no core dump, few open files."""
    resource.setrlimit(resource.RLIMIT_CPU, (limits.cpu_seconds, limits.cpu_seconds + 1))
    resource.setrlimit(resource.RLIMIT_AS, (limits.memory_bytes, limits.memory_bytes))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_NOFILE, (16, 16))
