"""How much likelier it is that two entries are one person than that they are two.

In: two entries, and how common each part of a name is in the list. Out: log odds and reasons in
words. What is common tells little: two called Muhammad are two people, two with one rare family
name, father's name and day of birth are likely one. The shares of slips are those of lists typed by
hand, read off the invented list of 500 people that ``bench`` measures on.

>>> common = Commonness([ListedPerson("a", "Ahmad Corun"), ListedPerson("b", "Ahmad Zuhur")])
>>> one, other = ListedPerson("a", "Ahmad Corun"), ListedPerson("b", "Ahmed Corun")
>>> odds, reasons = weigh(one, other, common)
>>> reasons
('for: given name in another spelling', 'for: same family name')
"""

from collections import Counter
from collections.abc import Iterable
from math import log
from typing import Final

from allegata.model.victims import ListedPerson
from allegata.model.vocabularies import Sex
from allegata.people.likeness import Alike, alike
from allegata.people.names import PersonName, read_name
from allegata.places.keys import name_key

LEAST_SIZE: Final = 200  # a shorter list says no more of how common a name is than one so long
FOR: Final = "for: "
AGAINST: Final = "against: "
# How often the names of one person's two entries agree so, and what it is worth of a full match.
_SHARES: Final = {Alike.SAME: 1.0, Alike.SPELLED: 0.9, Alike.SLIP: 0.75, Alike.SIMILAR: 0.4}
_AGREES: Final = log(0.93)
_NAME_DIFFERS: Final = log(0.03)
_FATHER_DIFFERS: Final = log(0.02)
_SEX_DIFFERS: Final = log(0.03)
_DAY_SLIP, _DAY_DIFFERS, _MONTH_DIFFERS = -2.0, -3.7, -2.9
_YEAR_SLIP, _YEAR_DIFFERS = -1.2, -4.4
_DATE_AGREES: Final = (log(0.95 * 70), log(0.95 * 12), log(0.95 * 30))  # year, month, day
_AGES: Final = ((1, 1.5), (3, 0.0), (200, -4.0))  # years apart, and what it says
_SAME_DAY_OF_DEATH, _OTHER_DAY_OF_DEATH = 1.5, -1.0


class Commonness:
    """How common each part of a name is among the entries of a list."""

    def __init__(self, entries: Iterable[ListedPerson]) -> None:
        self.size = 0
        self._given: Counter[str] = Counter()
        self._others: Counter[str] = Counter()
        for entry in entries:
            self.size += 1
            name = read_name(entry.name)
            self._given[name_key(name.given)] += 1
            self._others.update({name_key(part) for part in name.parts[1:]})
        self.size = max(self.size, LEAST_SIZE)

    def of(self, part: str, *, is_given: bool) -> float:
        """Return the share of entries that have a part of a name."""
        counted = self._given if is_given else self._others
        return max(counted[name_key(part)], 1) / self.size


def weigh(
    one: ListedPerson, other: ListedPerson, common: Commonness
) -> tuple[float, tuple[str, ...]]:
    """Return the log odds that two entries are one person, and the reasons."""
    odds, reasons = _names(one, other, common)
    for part, told in (
        _births(one, other),
        _ages(one, other),
        _sexes(one, other),
        _deaths(one, other),
    ):
        odds += part
        reasons += told
    return round(odds - log(common.size), 6), tuple(reasons)


def _names(one: ListedPerson, other: ListedPerson, common: Commonness) -> tuple[float, list[str]]:
    """Return what the likeliest two of the spellings say."""
    spelled = [
        _name(read_name(mine), read_name(theirs), common)
        for mine in (one.name, *one.other_names)
        for theirs in (other.name, *other.other_names)
    ]
    return max(spelled, key=lambda found: found[0])


def _name(one: PersonName, other: PersonName, common: Commonness) -> tuple[float, list[str]]:
    odds, reasons = 0.0, []
    parts = [
        ("given name", one.given, other.given, True),
        ("family name", one.family, other.family, False),
        ("name by a child", one.kunya, other.kunya, False),
    ]
    for what, mine, theirs, is_given in parts:
        if not mine or not theirs:
            continue
        step = alike(mine, theirs)
        if step is Alike.NOT:
            odds += _NAME_DIFFERS
            reasons.append(f"{AGAINST}{what} differs")
        else:
            share = max(common.of(mine, is_given=is_given), common.of(theirs, is_given=is_given))
            odds += _SHARES[step] * (_AGREES - log(share))
            same = f"same {what}" if step is Alike.SAME else f"{what} in {step.value}"
            reasons.append(FOR + same)
    more, told = _fathers(one, other, common)
    return odds + more, reasons + told


def _fathers(one: PersonName, other: PersonName, common: Commonness) -> tuple[float, list[str]]:
    """Compare the names between: those of a shorter chain should all stand in the longer one."""
    short, long = sorted((one.fathers, other.fathers), key=len)
    if not short:
        return 0.0, []
    at, odds = 0, 0.0
    for part in short:
        found = next(
            (i for i in range(at, len(long)) if alike(part, long[i]) is not Alike.NOT), None
        )
        if found is None:
            return _FATHER_DIFFERS, [f"{AGAINST}a father's name differs"]
        odds += _AGREES - log(common.of(part, is_given=False))
        at = found + 1
    return odds, [f"{FOR}same father's name"]


def _births(one: ListedPerson, other: ListedPerson) -> tuple[float, list[str]]:
    mine, theirs = one.born.split("-"), other.born.split("-")
    if not one.born or not other.born:
        return 0.0, []
    odds, wrong = 0.0, []
    for at, (left, right) in enumerate(zip(mine, theirs, strict=False)):
        if left == right:
            odds += _DATE_AGREES[at]
        else:
            odds += _date_differs(at, left, right)
            wrong.append(("year", "month", "day")[at])
    if not wrong:
        return odds, [f"{FOR}same date of birth"]
    return odds, [f"{AGAINST}{' and '.join(wrong)} of birth differ{'s' if len(wrong) == 1 else ''}"]


def _date_differs(at: int, left: str, right: str) -> float:
    slip = _is_slip(left.lstrip("0"), right.lstrip("0"))
    if at == 0:
        return _YEAR_SLIP if slip else _YEAR_DIFFERS
    if at == 1:
        return _MONTH_DIFFERS
    return _DAY_SLIP if slip else _DAY_DIFFERS


def _is_slip(one: str, other: str) -> bool:
    """Say whether two numbers differ by one digit, or by two that changed places."""
    if len(one) == len(other):
        apart = sum(a != b for a, b in zip(one, other, strict=True))
        return apart == 1 or (apart == 2 and sorted(one) == sorted(other))
    return abs(len(one) - len(other)) == 1 and (one in other or other in one)


def _ages(one: ListedPerson, other: ListedPerson) -> tuple[float, list[str]]:
    if one.age is None or other.age is None or (one.born and other.born):
        return 0.0, []
    apart = abs(one.age - other.age)
    odds = next(worth for most, worth in _AGES if apart <= most)
    if apart <= _AGES[0][0]:
        return odds, [f"{FOR}ages {one.age} and {other.age}"]
    return odds, [f"{AGAINST}ages {one.age} and {other.age}"]


def _sexes(one: ListedPerson, other: ListedPerson) -> tuple[float, list[str]]:
    if Sex.UNKNOWN in (one.sex, other.sex) or one.sex is other.sex:
        return 0.0, []
    return _SEX_DIFFERS, [f"{AGAINST}sex differs"]


def _deaths(one: ListedPerson, other: ListedPerson) -> tuple[float, list[str]]:
    if not one.died or not other.died:
        return 0.0, []
    if one.died == other.died:
        return _SAME_DAY_OF_DEATH, [f"{FOR}same day of death"]
    return _OTHER_DAY_OF_DEATH, [f"{AGAINST}another day of death"]
