"""What words mean to this set: the types of people, things and weapons, numbers, nations.

Its lists stand in ``bench/data/muc4/words.toml``: a codebook of this set, not of the product.

>>> kind("human", "FORMER MINISTER"), kind("thing", "HOTEL HARAZI"), kind("weapon", "CAR BOMB")
('FORMER GOVERNMENT OFFICIAL', 'COMMERCIAL', 'VEHICLE BOMB')
>>> number("TWO PRIESTS"), number("PRIESTS"), number("A PRIEST")
('2', 'PLURAL', '1')
"""

import re
import tomllib
from functools import cache
from pathlib import Path

from allegata.lang.alternation import alternation
from allegata.lang.countries import country_named
from allegata.lang.grammar.lexing import lex
from allegata.lang.grammar.numbers import Quantity, find_quantities
from allegata.lang.pack import load_pack

_FILE = Path(__file__).resolve().parents[1] / "data" / "muc4" / "words.toml"
_PLURALS = re.compile(r"\b(?:MEN|WOMEN|CHILDREN|PEOPLE|POLICE|TROOPS|PERSONNEL|POPULATION|FAMILY)$")
_SINGLE = re.compile(r"(?:SS|US|IS|BUS|CORPS|'S)$")
_HEAD = re.compile(r"\s(?:OF|WHO|WHICH|IN|ON|AT|FROM|WITH|FOR|NEAR|BELONGING|OWNED|LOCATED)\s.*")


def kind(table: str, words: str) -> str | None:
    """Return the set's type for a phrase, None where no word of it is listed."""
    padded = f" {' '.join(words.lower().split())} "
    return next((name for name, pattern in _patterns(table) if pattern.search(padded)), None)


def is_people(words: str) -> bool:
    """Say whether the head of a phrase is a word for people.

    >>> is_people("MAIDS OF THE HOUSE"), is_people("HOUSE OF THE MAIDS")
    (True, False)
    """
    return bool(_head_classes(words) & {"PEOPLE", "PERSON"})


def is_object(words: str) -> bool:
    """Say whether the head of a phrase is a word for an object or an office."""
    return bool(_head_classes(words) & {"TARGET", "ORG", "PLATFORM", "MEANS"})


def _head_classes(words: str) -> set[str]:
    head = _HEAD.sub("", words.upper()).lower().split()
    if not head:
        return set()
    return {entry.cls for entry in load_pack("en").lexicon.at(head[-1:], 0)[1]}


def number(words: str) -> str:
    """Return how many a phrase says, in the set's notation."""
    said = words.title() if words.isupper() else words
    row = find_quantities(lex(said, [(0, len(said))], load_pack("en").lexicon))
    for value in row.values:
        if isinstance(value, Quantity):
            if value.best is not None:
                return str(value.best)
            return f"{value.bounds.low}-" if value.bounds.low else "PLURAL"
    head = _HEAD.sub("", words.upper())
    plural = _PLURALS.search(head) or (head.endswith("S") and not _SINGLE.search(head))
    return "PLURAL" if plural else "1"


def nation(words: str, *, at: str) -> str | None:
    """Return the nation that a phrase names, where it is another than that of the place."""
    for word in re.findall(r"U\.S\.|[A-Z][A-Z.]{3,}", words):
        country = country_named("United States" if word == "U.S." else word)
        if country is not None and country.name.upper() != at:
            name = country.name.upper()
            return {"RUSSIA": "USSR", "SOVIET UNION": "USSR"}.get(name, name)
    return None


@cache
def _patterns(table: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    listed = tomllib.loads(_FILE.read_text(encoding="utf-8"))[table]
    return tuple(
        (row["type"], re.compile(rf"(?<![\w'-])(?:{alternation(row['forms'])})(?![\w'-])"))
        for row in listed
    )
