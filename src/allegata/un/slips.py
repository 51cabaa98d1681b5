"""Words as optical reading spells them: "NATIQNS", "GENERAI,", "26 Kay 1992".

In: a printed word and the words it may be. Out: what it must mean, or None where two are as near or
none is near enough. Nothing is guessed: a day is known only if its month can be told.

>>> nearest("GENERAI,", {"general": "G", "limited": "L"}), nearest("Kay", {"may": 5, "march": 3})
('G', 5)
>>> nearest("Mar", {"may": 5, "mars": 3}) is None
True
>>> slipped_day("26 Kay 1992").iso, slipped_day("~9 September 1971") is None
('1992-05-26', True)
"""

import re
from collections.abc import Mapping
from functools import cache
from typing import TypeVar

from allegata.un.days import FoundDay
from allegata.un.words import all_words, plain

T = TypeVar("T")

LETTERS_PER_SLIP = 4  # one wrong letter in four is still the word
SHORTEST = 3
_YEARS = range(1945, 2100)
_AS_DIGITS = str.maketrans("OoQIl|!", "0001111")
_NUMBER = r"[\dOoQIl|!]"
_DAY = re.compile(
    rf"(?<![\w~^*.?-])(?P<day>{_NUMBER}{{1,2}})\s+(?:de\s+)?(?P<month>[^\W\d_]{{3,10}})\.?"
    rf"\s+(?:de\s+)?(?P<year>{_NUMBER}{{4}})(?!\w)"
)
_PLAIN_WORDS = re.compile(r"[^\W\d_]+(?:[ -][^\W\d_]+)*")


def nearest(printed: str, words: Mapping[str, T]) -> T | None:
    """Return what the nearest of ``words`` means, a slip allowed for each four letters.

    None where no word is near enough, or where the nearest mean different things.
    """
    bare = _bare(printed)
    if len(bare) < SHORTEST:
        return None
    found: dict[str, int] = {}
    for word in words:
        target = _bare(word)
        most = max(1, len(target) // LETTERS_PER_SLIP)
        if abs(len(target) - len(bare)) <= most:
            distance = _distance(bare, target)
            if distance <= most:
                found[word] = distance
    least = min(found.values(), default=0)
    meanings = {words[word] for word, distance in found.items() if distance == least}
    return meanings.pop() if len(meanings) == 1 else None


def slipped_day(line: str) -> FoundDay | None:
    """Return the day in ``line`` though letters and digits of it slipped; None if it is unsure."""
    match = _DAY.search(plain(line))
    if match is None:
        return None
    day, year = (int(match[name].translate(_AS_DIGITS)) for name in ("day", "year"))
    month = nearest(match["month"], _months())
    if month is None or year not in _YEARS:
        return None
    return FoundDay(*match.span(), year, month, day)


@cache
def plain_words(table: str) -> Mapping[str, str]:
    """Return the entries of a table that are words and no expressions, with their codes."""
    return {
        alternative: code
        for words in all_words()
        if words.bounded
        for code, expression in words.table(table).items()
        for alternative in expression.split("|")
        if _PLAIN_WORDS.fullmatch(alternative)
    }


def _bare(printed: str) -> str:
    return re.sub(r"[^\w]+", "", plain(printed)).casefold()


@cache
def _months() -> dict[str, int]:
    """Return the months' names that are plain words, with their numbers."""
    return {
        name.casefold(): number
        for words in all_words()
        for number, name in enumerate(words.months, start=1)
        if _PLAIN_WORDS.fullmatch(name)
    }


def _distance(one: str, other: str) -> int:
    """Return in how many letters two words differ, one put in or left out counting as one."""
    row = list(range(len(other) + 1))
    for at, letter in enumerate(one, start=1):
        diagonal, row[0] = row[0], at
        for to, against in enumerate(other, start=1):
            diagonal, row[to] = (
                row[to],
                min(row[to] + 1, row[to - 1] + 1, diagonal + (letter != against)),
            )
    return row[-1]
