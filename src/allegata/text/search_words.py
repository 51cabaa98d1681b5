"""The small words that a search takes off other words, as ``search_words.toml`` lists them.

>>> search_words().romanised["az"]
'z'
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources


@dataclass(frozen=True, slots=True)
class SearchWords:
    """Forms as they stand after folding.

    ``romanised`` and ``hyphenated`` are articles by the letters that must follow them ("" is any),
    the second only before a hyphen. ``arabic`` are prefixes, the longest first.
    """

    elisions: frozenset[str]
    possessives: frozenset[str]
    arabic: tuple[str, ...]
    romanised: Mapping[str, str]
    hyphenated: Mapping[str, str]
    articles: frozenset[str]  # all in Latin letters


@cache
def search_words() -> SearchWords:
    """Read the file."""
    data = resources.files("allegata.text").joinpath("search_words.toml")
    told = tomllib.loads(data.read_text(encoding="utf-8"))
    arabic = told["arabic_articles"]["forms"]
    romanised = told["romanised_articles"]["forms"]
    hyphenated = told["romanised_articles_before_a_hyphen"]["forms"]
    return SearchWords(
        elisions=frozenset(told["elisions"]["forms"]),
        possessives=frozenset(told["possessives"]["forms"]),
        arabic=tuple(sorted(arabic, key=lambda prefix: (-len(prefix), prefix))),
        romanised=romanised,
        hyphenated=hyphenated,
        articles=frozenset(romanised) | frozenset(hyphenated),
    )
