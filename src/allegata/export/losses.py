"""What a format of incidents cannot say, told beside every export of it.

>>> len(losses_of("table"))
3
"""

import tomllib
from functools import cache
from importlib import resources


def losses_of(form: str) -> tuple[str, ...]:
    """Return what a format loses, a sentence each."""
    return tuple(_table()[form])


@cache
def _table() -> dict[str, list[str]]:
    source = resources.files("allegata.export") / "losses.toml"
    return tomllib.loads(source.read_text(encoding="utf-8"))
