"""Stretches in which no number may become a count: ages, calibres, distances, clock times, shares.

>>> from allegata.lang.pack import load_pack
>>> text = "A 15-year-old girl and two men, 2 km away."
>>> [text[start:end] for start, end, _ in find_masks(text, load_pack("en"))]
['15-year-old', '2 km']
"""

import re
from collections.abc import Mapping
from functools import cache
from typing import cast

from allegata.lang.pack import LanguagePack, load_pack, rows


def find_masks(text: str, pack: LanguagePack) -> list[tuple[int, int, str]]:
    """Return ``(start, end, name)`` of every masked stretch, in order, without overlap."""
    return [
        (match.start(), match.end(), str(match.lastgroup).rpartition("_")[0])
        for match in _pattern(pack.language).finditer(text)
        if match.end() > match.start()
    ]


@cache
def _pattern(language: str) -> re.Pattern[str]:
    pack = load_pack(language)
    names = [
        word
        for entry in rows(pack.table("numbers"), "entry")
        if entry["class"] == "NUM"
        for word in cast("Mapping[str, int]", entry["values"])
    ]
    number = (
        r"(?:\b\d+(?:[.,]\d+)*|\b(?:" + "|".join(sorted(names, key=len, reverse=True)) + r")\b)"
    )
    parts = [
        f"(?P<{mask['name']}_{index}>{str(mask['pattern']).format(num=number)})"
        for index, mask in enumerate(rows(pack.table("masks"), "mask"))
    ]
    return re.compile("|".join(parts), re.IGNORECASE)
