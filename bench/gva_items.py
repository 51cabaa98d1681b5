"""The articles and incidents of the set ``gva``, and the part that each belongs to.

The development half of this set was not drawn by sha1, so it holds items of every first digit. An
item belongs to a part by the hash of its incident's id, so that no pair of articles of one incident
is in two parts: 0 to 5 are read; 6, 7, e and f are check, scored and never opened; 8 to d are
learned from and not opened either.

>>> part_of_incident("104543") in ("read", "learn", "check")
True
"""

import json
from collections.abc import Iterator
from pathlib import Path

from bench.parts import Item, hash_of

READ, LEARN, CHECK = "read", "learn", "check"


def part_of_incident(incident: str) -> str:
    """Return the part of an incident."""
    digit = hash_of(incident)[0]
    if digit in "67ef":
        return CHECK
    return READ if digit <= "5" else LEARN


def part_of_article(article: Item) -> str:
    """Return the part of an article, that of its first incident."""
    incidents = article["incident_ids"]
    assert isinstance(incidents, list)
    return part_of_incident(str(incidents[0]))


def articles(folder: Path) -> Iterator[Item]:
    """Yield the articles of a folder laid out as the set is."""
    yield from _lines(_file(folder, "docs"))


def incidents(folder: Path) -> Iterator[Item]:
    """Yield the records of incidents."""
    yield from _lines(_file(folder, "incidents"))


def copy_gva(source: Path, folder: Path, *, part: str) -> int:
    """Write a part's articles and incidents into ``folder``; return how many articles."""
    parts = {READ, LEARN, CHECK} if part == "all" else {part}
    kept = [item for item in articles(source) if part_of_article(item) in parts]
    records = [
        one for one in incidents(source) if part_of_incident(str(one["incident_id"])) in parts
    ]
    (folder / "gva").mkdir(parents=True, exist_ok=True)
    for name, items in (("docs_dev", kept), ("incidents_dev", records)):
        text = "".join(json.dumps(item, ensure_ascii=False) + "\n" for item in items)
        (folder / "gva" / f"{name}.jsonl").write_text(text, encoding="utf-8")
    return len(kept)


def _file(folder: Path, stem: str) -> Path:
    """Return the file that the scorer takes."""
    home = folder / "gva" if (folder / "gva").is_dir() else folder
    for half in ("heldout", "test", "dev"):
        for name in (f"{stem}_{half}.jsonl", f"gva_{stem}_{half}.jsonl"):
            if (home / name).is_file():
                return home / name
    raise FileNotFoundError(f"{home} holds no {stem} of gva")


def _lines(path: Path) -> Iterator[Item]:
    for line in path.read_text(encoding="utf-8").split("\n"):
        if line.strip():
            yield json.loads(line)
