"""The two parts of the development data: ``read`` to learn from, ``check`` scored and never opened.

An item whose sha1 begins 0 to 5 is for reading and training, 6 or 7 is check (DESIGN §8). Floors
and asked figures are on check; error pages show read items alone.

>>> part_of("ISPT00012"), part_of("ISPT00014")
('read', 'read')
"""

import csv
import hashlib
import io
import json
from collections.abc import Callable
from pathlib import Path

PARTS = ("read", "check", "all")
Item = dict[str, object]


def part_of(key: str) -> str:
    """Return the part of the item with this id; the other halves are not in the data at all."""
    return "read" if hashlib.sha1(key.encode()).hexdigest()[0] <= "5" else "check"  # noqa: S324


def in_part(key: str, part: str) -> bool:
    """Say whether the item belongs to ``part``, of which ``all`` is both."""
    return part in ("all", part_of(key))


def copy_part(
    source: Path, folder: Path, key_of: Callable[[Item], str], *, part: str
) -> list[Item]:
    """Write the items of ``part`` into ``folder``, under the file's own name; return them.

    A JSON Lines file keeps its lines; a CSV file its header and rows.
    """
    text = source.read_text(encoding="utf-8")
    if source.suffix == ".csv":
        rows = list(csv.DictReader(io.StringIO(text)))
        kept = [dict(row) for row in rows if in_part(key_of(dict(row)), part)]
        with (folder / source.name).open("w", encoding="utf-8", newline="") as out:
            writer = csv.DictWriter(out, list(rows[0]))
            writer.writeheader()
            writer.writerows(kept)
        return [dict(row) for row in kept]
    lines = [line for line in text.split("\n") if line.strip()]  # U+2028 ends none
    items = [(line, json.loads(line)) for line in lines]
    chosen = [(line, item) for line, item in items if in_part(key_of(item), part)]
    (folder / source.name).write_text("".join(f"{line}\n" for line, _ in chosen), encoding="utf-8")
    return [item for _, item in chosen]
