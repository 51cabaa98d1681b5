"""Words that say what kind of place a name stands for, whatever the language.

In: words beside a name, a text before it. Out: kinds as in the model, or finer ones: adm1,
district, subdistrict, countryside. The words are of ``place_types.toml``.

>>> kind_said("governorate"), kind_said("national hospital"), kind_said("قرية")
('adm1', 'facility', 'settlement')
>>> kind_before("in the village of Zuhur", 18), kind_before("in Zuhur", 3)
('settlement', '')
"""

import re
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from importlib import resources
from typing import Final, TypedDict

_REACH: Final = 40  # characters before a name in which a type word leads to it

UNITS: Final = ("adm1", "district", "subdistrict", "admin")  # kinds of administrative units


class Unit(TypedDict, total=False):
    """How a language sets words of units by a name: ``behind``, ``before``, or ``joined``."""

    language: str
    stands: str
    joined: list[str]
    more: list[str]
    example: str
    counter: str


class _Table(TypedDict):
    """The file."""

    type: list[dict[str, list[str] | str]]
    unit: list[Unit]
    joints: dict[str, list[str]]


def kind_said(beside: str) -> str:
    """Return the kind that the words beside a name say, by the last of them; "" for none."""
    kinds = type_kinds()
    words = beside.strip().lower()
    return kinds.get(words) or kinds.get(words.rpartition(" ")[2], "")


def kind_before(text: str, start: int) -> str:
    """Return the kind that "village of" and its like say right before ``start``; "" for none."""
    match = _leads().search(text, max(0, start - _REACH), start)
    return "" if match is None else type_kinds()[match[1].lower()]


@cache
def type_kinds() -> Mapping[str, str]:
    """Return the kind that each word says, in small letters."""
    return {
        form.lower(): str(entry["kind"])
        for entry in _table()["type"]
        for language, forms in entry.items()
        if language != "kind"
        for form in forms
    }


def words_of(language: str, kinds: Iterable[str]) -> frozenset[str]:
    """Return the words of a language that say one of ``kinds``."""
    wanted = {*kinds}
    found = [entry for entry in _table()["type"] if entry["kind"] in wanted]
    return frozenset(form for entry in found for form in entry.get(language, ()))


def units() -> Sequence[Unit]:
    """Return how each language sets words of units by a name."""
    return _table()["unit"]


@cache
def unit_words() -> tuple[frozenset[str], frozenset[str]]:
    """Return the words of units that stand before a name, with what joins them, and behind one.

    >>> before, behind = unit_words()
    >>> "governorate of" in before, "governorate" in before, "governorate" in behind
    (True, False, True)
    """
    before: set[str] = set()
    behind: set[str] = set()
    for unit in units():
        words = words_of(unit["language"], UNITS).union(unit["more"])
        before |= {f"{word} {joint}" for word in words for joint in unit.get("joined", ())}
        if unit["stands"] != "joined":
            (before if unit["stands"] == "before" else behind).update(words)
    return frozenset(before), frozenset(behind)


def joints(label: str) -> Sequence[str]:
    """Return the words that join two names in one of the ways of the file."""
    return _table()["joints"][label]


def alternatives(forms: Iterable[str]) -> str:
    """Return a pattern of forms, the longest first."""
    return "|".join(re.escape(form) for form in sorted(forms, key=lambda one: (-len(one), one)))


@cache
def _leads() -> re.Pattern[str]:
    types, within, articles = map(
        alternatives, (type_kinds(), joints("within"), joints("articles"))
    )
    lead = rf"(?<!\w)({types})\s+(?:{within})\s+(?:(?:{articles})\s+)?\Z"
    return re.compile(lead, re.IGNORECASE)


@cache
def _table() -> _Table:
    source = resources.files("allegata.lang") / "packs" / "_shared" / "place_types.toml"
    table: _Table = tomllib.loads(source.read_text(encoding="utf-8"))  # type: ignore[assignment]
    return table
