"""Countries by any of their names: official, short, abbreviated, in six languages, or by demonym.

In: a name as written. Out: the ``Country``, or None where no country is called that. Case,
diacritics, punctuation and "the" do not matter, except that abbreviations must be in capitals, so
that the pronoun "us" is not a country. Groups, alliances and entities that are no country of ISO
3166-1 are not here.

>>> country_named("the Syrian Arab Republic").alpha3
'SYR'
>>> country_named("Iran (Islamic Republic of)").name
'Iran'
>>> country_named("us") is None
True
>>> country_named("Israelis").alpha2
'IL'
>>> country_named("Israelis", demonyms=False) is None
True
"""

import json
import re
import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import resources

_APOSTROPHES = re.compile("['`´ʹʻʼʽʾʿˈ‘’‛′.]")
_NOT_WORD = re.compile(r"[\W_]+")
_ARABIC_FOLD = str.maketrans({"ى": "ي", "ة": "ه", "ک": "ك", "ی": "ي", "ـ": None})


@dataclass(frozen=True, slots=True)
class Country:
    """A country or territory with the names it goes by.

    ``name`` is the short English name, ``official`` the full one of the United Nations (equal to
    ``name`` for territories without one), ``demonyms`` English and singular, ``names`` all names
    and abbreviations in every language, ``name`` and ``official`` among them.
    """

    alpha2: str
    alpha3: str
    name: str
    official: str
    demonyms: tuple[str, ...]
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Table:
    """The compiled file: countries by alpha-2, and what each folded name or demonym means."""

    by_alpha2: dict[str, Country]
    by_alpha3: dict[str, Country]
    names: dict[str, str]
    abbreviations: dict[str, str]
    demonyms: dict[str, str]


def fold_country_name(name: str) -> str:
    """Return ``name`` as it is compared: no case, diacritics, punctuation or leading "the".

    >>> fold_country_name("The Côte d’Ivoire")
    'cote divoire'
    """
    decomposed = unicodedata.normalize("NFKD", _APOSTROPHES.sub("", name)).casefold()
    bare = "".join(c for c in decomposed if not unicodedata.combining(c)).translate(_ARABIC_FOLD)
    words = _NOT_WORD.sub(" ", bare.replace("&", " and ")).split()
    if len(words) > 1 and words[0] == "the":
        words = words[1:]
    return " ".join("saint" if word == "st" else word for word in words)


def is_abbreviation(name: str) -> bool:
    """Tell whether ``name`` is a short run of capitals, such as "UAE" or "U.S.".

    >>> is_abbreviation("U.S."), is_abbreviation("Mali")
    (True, False)
    """
    compact = name.replace(".", "").replace(" ", "")
    return compact.isalpha() and compact.isupper() and len(compact) <= 5  # "EE. UU.", "DPRK"


def countries() -> tuple[Country, ...]:
    """Return every country, by alpha-2."""
    return tuple(_table().by_alpha2.values())


def country_of_code(code: str) -> Country | None:
    """Return the country of an alpha-2 or alpha-3 code, in capitals.

    >>> country_of_code("SYR").alpha2
    'SY'
    """
    table = _table()
    return table.by_alpha2.get(code) or table.by_alpha3.get(code)


@lru_cache(maxsize=1 << 15)  # a text names the same few countries over and over
def country_named(name: str, *, demonyms: bool = True) -> Country | None:
    """Return the country that ``name`` names.

    Args:
        name: A name, abbreviation or, with ``demonyms``, what its people are called.
        demonyms: Whether "Syrian" and "Syrians" mean Syria; off where only the ground counts.
    """
    table = _table()
    if is_abbreviation(name):
        found = table.abbreviations.get(name.replace(".", "").replace(" ", ""))
        if found is not None:
            return table.by_alpha2[found]
    key = fold_country_name(name)
    found = table.names.get(key) or (table.demonyms.get(key) if demonyms else None)
    return None if found is None else table.by_alpha2[found]


@cache
def _table() -> _Table:
    """Read the compiled file once."""
    data = resources.files("allegata.lang") / "packs" / "_shared" / "countries.json"
    content = json.loads(data.read_text(encoding="utf-8"))
    rows = (
        Country(alpha2, alpha3, name, official, tuple(demonyms), tuple(names))
        for alpha2, alpha3, name, official, demonyms, names in content["countries"]
    )
    by_alpha2 = {row.alpha2: row for row in rows}
    by_alpha3 = {row.alpha3: row for row in by_alpha2.values()}
    return _Table(
        by_alpha2, by_alpha3, content["names"], content["abbreviations"], content["demonyms"]
    )
