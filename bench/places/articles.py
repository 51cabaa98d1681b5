"""The articles of LGL and TR-News, with their toponyms where they stand in the text.

In: a folder with one file of a set. Out: ``Article``s; a part of the file, laid out alike. Offsets
of TR-News are late in places and are moved to the nearest equal words, as the scorer moves them.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree as ET

from bench.parts import hash_of

ORDER = ("heldout", "test", "dev")  # as the scorer takes them
LEVELS = {"PCL": "country", "CONT": "continent", "ADM1": "adm1", "ADM2": "adm2", "ADM3": "adm3"}


@dataclass(frozen=True, slots=True)
class Toponym:
    """A toponym of gold: ``point`` in degrees where it has one, ``level`` of what it names."""

    start: int
    end: int
    point: tuple[float, float] | None
    level: str


@dataclass(frozen=True, slots=True)
class Article:
    """An article of a set."""

    id: str
    text: str
    toponyms: tuple[Toponym, ...]


def file_of(folder: Path, pattern: str) -> Path:
    """Return the file of the folder that the scorer scores; without one, FileNotFoundError."""
    found = sorted(folder.glob(pattern))
    for word in ORDER:
        for path in found:
            if word in path.name:
                return path
    if not found:
        raise FileNotFoundError(f"{folder} holds no {pattern}")
    return found[0]


def articles(path: Path) -> Iterator[Article]:
    """Yield the articles of a file."""
    for node in ET.parse(path).getroot().iter("article"):  # noqa: S314  # our own copy
        text = node.findtext("text") or ""
        toponyms = tuple(_toponym(one, text) for one in node.iter("toponym"))
        yield Article(node.get("docid") or "", text, toponyms)


def part_of_place(key: str) -> str:
    """Return the part of an item: ``rest`` is neither opened nor what floors are on.

    The halves of these sets were made by even and odd ids, so hashes beyond 7 occur.

    >>> part_of_place("1")
    'read'
    """
    first = hash_of(key)[0]
    return "read" if first <= "5" else "check" if first <= "7" else "rest"


def copy_articles(path: Path, folder: Path, *, part: str) -> None:
    """Write the articles of ``part`` (``all``: every one) into ``folder``."""
    tree = ET.parse(path)  # noqa: S314
    root = tree.getroot()
    for node in list(root):
        if part not in ("all", part_of_place(node.get("docid") or "")):
            root.remove(node)
    tree.write(folder / path.name, encoding="utf-8", xml_declaration=True)


def _toponym(node: ET.Element, text: str) -> Toponym:
    start, end = (int(node.findtext(tag) or 0) for tag in ("start", "end"))
    phrase = node.findtext("phrase") or ""
    at = start if text[start:end] == phrase else _nearest(text, phrase, start)
    lat, lon, code = (node.findtext(f".//{tag}") or "" for tag in ("lat", "lon", "fcode"))
    return Toponym(
        at,
        at + (end - start if at == start else len(phrase)),
        (float(lat), float(lon)) if lat and lon else None,
        next((level for prefix, level in LEVELS.items() if code.startswith(prefix)), "place"),
    )


def _nearest(text: str, phrase: str, start: int) -> int:
    """Return where the phrase stands nearest to ``start``; ``start`` where it stands nowhere."""
    starts = (match.start() for match in re.finditer(f"(?={re.escape(phrase)})", text))
    return min(starts, key=lambda at: (abs(at - start), at), default=start)
