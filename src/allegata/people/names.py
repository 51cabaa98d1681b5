"""A person's name taken apart: given name, those of the fathers, family, and what stands before it.

In: a name as written, in any script. Out: a ``PersonName`` whose parts are as written. Titles are
left out; "Abu Zuhur" is one part, as are "Abd al-Salim" and a name with its article; "bin" and
"bint" stand between parts and are none.

>>> read_name("Dr. Ahmad bin Salim al-Corun").parts
('Ahmad', 'Salim', 'al-Corun')
>>> read_name("Abu Zuhur").kunya
'Abu Zuhur'
"""

import re
import tomllib
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import resources
from typing import Final

from allegata.places.keys import plain_key

_WORD: Final = re.compile(r"[^\W\d_]+(?:[.'’ʿ‘ʾ`-][^\W\d_]+)*\.?")
_LAST_WORD: Final = re.compile(r"([^\W\d_]+)[ -]\Z")
_FAMILY_FIRST: Final = re.compile(r"^\s*([^,]+),\s*([^,]+)$")


@dataclass(frozen=True, slots=True)
class PersonName:
    """``parts`` in order, the given name first and the family's last; ``kunya`` where it is one.

    A name of one part has no family name. ``kunya`` alone ("Abu Zuhur") tells whose father
    somebody is, and no given name.
    """

    parts: tuple[str, ...]
    kunya: str = ""

    @property
    def given(self) -> str:
        """The first part, "" where none is given."""
        return self.parts[0] if self.parts else ""

    @property
    def family(self) -> str:
        """The last of several parts."""
        return self.parts[-1] if len(self.parts) > 1 else ""

    @property
    def fathers(self) -> tuple[str, ...]:
        """What stands between the given name and the family's."""
        return self.parts[1:-1]


@lru_cache(maxsize=1 << 15)
def read_name(written: str) -> PersonName:
    """Return the parts of a name."""
    turned = _FAMILY_FIRST.match(written)
    words = _WORD.findall(f"{turned[2]} {turned[1]}" if turned else written)
    while words and _is(words[0], "titles"):
        words = words[1:]
    parts = _joined(words)
    if len(parts) == 1 and _is(parts[0].split()[0], "kunya") and " " in parts[0]:
        return PersonName((), parts[0])
    if parts and _is(parts[0].split()[0], "kunya") and len(parts) > 2:
        return PersonName(tuple(parts[1:]), parts[0])
    return PersonName(tuple(parts))


def with_kunya(text: str, start: int) -> int:
    """Return where a name begins, with "Abu" or "Umm" where it stands right before ``start``.

    >>> with_kunya("killed Abu Zuhur", 11)
    7
    """
    before = _LAST_WORD.search(text, 0, start)
    return before.start(1) if before is not None and _is(before[1], "kunya") else start


def _joined(words: list[str]) -> list[str]:
    """Return words as parts: what belongs to the next word is one with it."""
    parts: list[str] = []
    held: list[str] = []
    for at, word in enumerate(words):
        is_last = at == len(words) - 1
        if _is(word, "descent") and parts and not is_last:
            continue
        if not is_last and any(_is(word, kind) for kind in ("kunya", "servant", "articles")):
            held.append(word)
            continue
        parts.append(" ".join([*held, word]))
        held = []
    return parts


def _is(word: str, kind: str) -> bool:
    return plain_key(word) in _words()[kind]


@cache
def _words() -> dict[str, frozenset[str]]:
    text = resources.files("allegata.people").joinpath("name_words.toml").read_text("utf-8")
    return {
        kind: frozenset(map(plain_key, told["words"])) for kind, told in tomllib.loads(text).items()
    }
