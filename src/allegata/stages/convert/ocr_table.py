"""The table that an OCR engine prints, to words; nothing in it is trusted.

Tesseract prints tab-separated lines of twelve fields; those of level 5 are words. A line that is
none, a box outside its picture and characters that could disguise the text are dropped.

>>> row = "5\\t1\\t1\\t1\\t1\\t1\\t10\\t20\\t60\\t30\\t96.5\\tTwo"
>>> parse_table(row.encode(), 600, 800)[0].box
Box(x0=10.0, y0=20.0, x1=70.0, y1=50.0)
"""

import re
import unicodedata
from collections.abc import Iterable

from allegata.model.document import Box
from allegata.model.pictures import PictureWord

MOST_WORDS = 20_000  # on one page
LONGEST_WORD = 200
_FIELDS = 12
_WORD = "5"
_INTEGER = re.compile(r"-?\d{1,9}")
_DECIMAL = re.compile(r"-?\d{1,9}(?:\.\d{1,12})?")
_WAVE = re.compile(r"(?<=[^\W\d_])~-?(?=[^\W\d_])")
_JOINERS = "\u200c\u200d"  # letters of Arabic and Indic scripts change their shape by them


def parse_table(table: bytes, width: int, height: int) -> tuple[PictureWord, ...]:
    """Return the words of a picture of this size, in the engine's order."""
    lines: dict[tuple[str, ...], int] = {}
    words: list[PictureWord] = []
    for row in table.decode("utf-8", "replace").split("\n"):
        fields = row.rstrip("\r").split("\t")
        if len(fields) != _FIELDS or fields[0] != _WORD or len(words) >= MOST_WORDS:
            continue
        box = _box(fields[6:10], width, height)
        text = _clean(fields[11])
        if box is None or not text or not _DECIMAL.fullmatch(fields[10]):
            continue
        line = lines.setdefault(tuple(fields[1:5]), len(lines))
        confidence = min(max(float(fields[10]) / 100, 0.0), 1.0)
        words.append(PictureWord(text, box, round(confidence, 3), line))
    return tuple(words)


def mean_confidence(words: Iterable[PictureWord]) -> float:
    """Return the mean confidence, long words counting more; 0 where there are none.

    >>> mean_confidence(())
    0.0
    """
    weighted = [(len(word.text), word.confidence) for word in words]
    total = sum(weight for weight, _ in weighted)
    return sum(weight * confidence for weight, confidence in weighted) / total if total else 0.0


def _box(fields: list[str], width: int, height: int) -> Box | None:
    if not all(_INTEGER.fullmatch(field) for field in fields):
        return None
    left, top, across, down = (int(field) for field in fields)
    x0, y0 = max(left, 0), max(top, 0)
    x1, y1 = min(left + across, width), min(top + down, height)
    return Box(float(x0), float(y0), float(x1), float(y1)) if x0 < x1 and y0 < y1 else None


def _clean(text: str) -> str:
    """Return a word without blanks, controls and marks of direction, its hyphens as hyphens.

    A typed hyphen is often read as a wave; no writing has one between two letters.

    >>> _clean("\\u200f23\\x1b"), _clean("cease~fire")
    ('23', 'cease-fire')
    """
    kept = (
        char
        for char in text[:LONGEST_WORD]
        if unicodedata.category(char)[0] not in "CZ" or char in _JOINERS
    )
    return _WAVE.sub("-", "".join(kept).strip(_JOINERS))
