"""The keys of MUC-4's development texts, as far as training needs them.

They are read with the reader that comes with the scorer, which is not ours.
"""

import importlib
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bench.scorer import SHARED

_TARGETS = ("hum-tgt-name", "hum-tgt-desc", "phys-tgt-id")
_OTHERS = ("perp-ind-id", "perp-org-id", "inc-instr-id")
_ALIKE = {("ATTACK", "BOMBING"), ("BOMBING", "ATTACK")}


@dataclass(frozen=True, slots=True)
class Key:
    """One template: its type, and the words by which its target and the rest go."""

    kind: str
    optional: bool
    targets: tuple[tuple[str, ...], ...]
    others: tuple[tuple[str, ...], ...]

    def likeness(self, kind: str, words: str) -> float:
        """Return how well an incident of ``kind`` told in ``words`` fits; 0 where it does not."""
        if kind != self.kind and (kind, self.kind) not in _ALIKE:
            return 0.0
        right = sum(any(name in words for name in names) for names in self.targets)
        rest = sum(any(name in words for name in names) for names in self.others)
        if not right and (self.targets or not rest):
            return 0.0
        return right + rest / 4 + (kind == self.kind) / 2


def keys_of(data: Path) -> dict[str, list[Key]]:
    """Return the templates of each development text."""
    sys.path.insert(0, str(SHARED / "tools"))
    reader: Any = importlib.import_module("muc4_format")
    found: dict[str, list[Key]] = {}
    for path in sorted((data / "corpora" / "dev").glob("key-*")):
        for template in reader.read_templates(path):
            kinds = template.slots.get("inc-type", [])
            kind = kinds[0].alts[0].values[0] if kinds else "ATTACK"
            key = Key(
                kind, template.optional, _names(template, _TARGETS), _names(template, _OTHERS)
            )
            found.setdefault(template.doc, []).append(key)
    return found


def _names(template: Any, slots: tuple[str, ...]) -> tuple[tuple[str, ...], ...]:
    return tuple(
        tuple(value for alternative in fill.alts for value in alternative.values)
        for slot in slots
        for fill in template.slots.get(slot, [])
    )
