"""Armed organisations that a text names, each under one name whatever it is called.

The words of a pack's ``[[group]]`` tables: names in any letters, blanks and hyphens alike, and
short forms only as they are written.

>>> from allegata.lang.pack import load_pack
>>> found = find_armed_groups("Two Taleban and an IMU commander were detained.", load_pack("en"))
>>> [(group.start, group.name) for group in found]
[(4, 'Taliban'), (19, 'Islamic Movement of Uzbekistan')]
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from allegata.lang.alternation import alternation, fold_text
from allegata.lang.pack import LanguagePack, load_pack, rows, words


@dataclass(frozen=True, slots=True)
class ArmedGroup:
    """An organisation named at ``start..end``; ``name`` is the one that it goes by here."""

    start: int
    end: int
    name: str
    kind: str = "armed_group"


@dataclass(frozen=True, slots=True)
class _Names:
    long: re.Pattern[str]
    short: re.Pattern[str]
    name_of: dict[str, str]
    kind_of: dict[str, str]


def find_armed_groups(text: str, pack: LanguagePack) -> tuple[ArmedGroup, ...]:
    """Return the armed organisations that ``text`` names, in order, without overlap."""
    names = _names(pack.language)
    told = [
        (match, names.name_of[_spaced(match.group())])
        for match in names.long.finditer(fold_text(text).replace("-", " "))
    ]
    told += [(match, names.name_of[match.group()]) for match in names.short.finditer(text)]
    found = [
        ArmedGroup(match.start(), match.end(), name, names.kind_of[name]) for match, name in told
    ]
    return tuple(sorted(found, key=lambda group: group.start))


def _spaced(words_said: str) -> str:
    return " ".join(words_said.replace("-", " ").split())


@cache
def _names(language: str) -> _Names:
    listed = rows(load_pack(language).table("actors"), "group")
    name_of = {_spaced(fold_text(form)): str(row["name"]) for row in listed for form in words(row)}
    short = {form: str(row["name"]) for row in listed for form in words(row, "short")}
    kind_of = {str(row["name"]): str(row.get("kind", "armed_group")) for row in listed}
    return _Names(_any_of(name_of), _any_of(short), name_of | short, kind_of)


def _any_of(forms: Iterable[str]) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{alternation(forms)})(?!\w)")
