"""The two parts of the development data: ``read`` to learn from, ``check`` scored and never opened.

An item whose hash begins 0 to 5 is for reading and training, 6 or 7 is check (DESIGN §8); 8 and
above were never in the data. Each set says what is hashed, as its MANIFEST does. Floors and asked
figures are on check; error pages show read items alone.

>>> part_of(hash_of("ispt00012"))
'read'
"""

import csv
import hashlib
import io
import json
from collections.abc import Callable
from pathlib import Path

PARTS = ("read", "check", "all")
Item = dict[str, object]


def hash_of(value: object) -> str:
    """Return the sha1 of what a set hashes to split its items."""
    return hashlib.sha1(str(value).encode()).hexdigest()  # noqa: S324


def part_of(digest: str) -> str:
    """Return the part of the item with this hash; a hash of the other half is a ValueError."""
    if digest[0] > "7":
        raise ValueError(f"an item with the hash {digest[:8]} is not development data")
    return "read" if digest[0] <= "5" else "check"


def copy_part(
    source: Path, folder: Path, digest_of: Callable[[Item], str], *, part: str
) -> list[Item]:
    """Write the items of ``part`` (``all``: both) into ``folder``, under the file's own name.

    Args:
        source: The set's file.
        folder: Where to write.
        digest_of: The hash that splits the set's items.
        part: One of ``PARTS``.

    A JSON Lines file keeps its lines; a CSV file its header and rows.
    """
    text = source.read_text(encoding="utf-8")
    if source.suffix == ".csv":
        rows = list(csv.DictReader(io.StringIO(text)))
        kept = [dict(row) for row in rows if part in ("all", part_of(digest_of(dict(row))))]
        with (folder / source.name).open("w", encoding="utf-8", newline="") as out:
            writer = csv.DictWriter(out, list(rows[0]))
            writer.writeheader()
            writer.writerows(kept)
        return [dict(row) for row in kept]
    lines = [line for line in text.split("\n") if line.strip()]  # U+2028 ends none
    items = [(line, json.loads(line)) for line in lines]
    chosen = [(line, item) for line, item in items if part in ("all", part_of(digest_of(item)))]
    (folder / source.name).write_text("".join(f"{line}\n" for line, _ in chosen), encoding="utf-8")
    return [item for _, item in chosen]
