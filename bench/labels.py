"""Which counts of a public set are right: what a set's gold can judge, and nothing else.

In: an item with its reading. Out: for each count that gold can judge, whether it is right, which
means outcome, low, high and incident all right.

* Only counts that the set's own tally of the main incident uses are judged, for the outcomes and
  people that its gold speaks of. A count of another incident, one told again or left out for
  another reason, and one of an outcome that gold is silent on are left out: gold cannot tell.
* Where the tally is gold's, every count in it is right. Where it is not, a count that alone is
  gold's figure is right; else the one selection of the counts whose sum is gold's is right and the
  rest wrong; else all are wrong.
* A count that several figures judge (a total and its children) is right if any of them says so.
* A claim is right if every count of it that was judged is.
* An end that the words leave open ("at least five") is not judged, for nothing was said of it.
* Gold that has one end only judges that end. Zero injured of ``dronestream`` may mean that nobody
  looked, and judges nothing.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import combinations
from typing import cast

from allegata.model.claim import Claim
from allegata.model.count import Count
from allegata.model.incident import Tally
from allegata.model.reading import Reading
from allegata.model.vocabularies import Outcome, Qualifier, Sex
from allegata.stages.resolve.tallies import tally
from bench.gate import items_of
from bench.judging import JUDGES, Judge
from bench.parts import Item
from bench.sets import airwars, isaf, msa

Wanted = Callable[[Count], bool]
Ends = tuple[int | None, int | None]
_SUMMED = 6  # of more counts no selection is tried


@dataclass(frozen=True, slots=True)
class Asked:
    """One figure of gold: of which outcome and people, and its two ends."""

    outcome: Outcome
    gold: Ends
    wanted: Wanted | None = None
    cells: bool = False


@dataclass(frozen=True, slots=True)
class Labels:
    """What gold says of the counts and claims of one item, by their ids."""

    counts: Mapping[str, bool]
    claims: Mapping[str, bool]


def labels_of(name: str, item: Item, reading: Reading) -> Labels:
    """Return which counts and claims of an item are right, as far as gold can tell."""
    claims = JUDGES[name].claims(reading)
    counts: dict[str, bool] = {}
    for asked in ASKED[name](item):
        for count, right in _judged(claims, asked, JUDGES[name]):
            counts[count] = counts.get(count, False) or right
    judged = {
        claim.id: [counts[count.id] for count in claim.counts if count.id in counts]
        for claim in claims
    }
    return Labels(counts, {claim: all(told) for claim, told in judged.items() if told})


def _judged(claims: Sequence[Claim], asked: Asked, judge: Judge) -> Iterator[tuple[str, bool]]:
    made = _tally(claims, asked, judge)
    if made is None:
        return
    used = [(claim, count) for claim in claims for count in claim.counts if count.id in made.used]
    stated = _stated([count for _, count in used])
    if any(stated) and _agrees((made.low, made.high), asked.gold, stated):
        yield from ((count.id, True) for _, count in used)
        return
    alone = {
        count.id: Alone(_ends_of(claim, count, asked, judge), _stated([count]))
        for claim, count in used
    }
    right = {key for key, one in alone.items() if _agrees(one.ends, asked.gold, one.stated)}
    right = right or _selection(alone, asked.gold)
    yield from ((count.id, count.id in right) for _, count in used)


@dataclass(frozen=True, slots=True)
class Alone:
    """What a count would be as a tally of its own, and which of its ends it states."""

    ends: Ends
    stated: tuple[bool, bool]


def _stated(counts: Sequence[Count]) -> tuple[bool, bool]:
    """Return whether all counts state a low end, and a high one; "at least five" has no high."""
    no_low = {Qualifier.UP_TO, Qualifier.FEWER_THAN}
    no_high = {Qualifier.AT_LEAST, Qualifier.MORE_THAN}
    told = {count.qualifier for count in counts}
    return not told & no_low, not told & no_high


def _tally(claims: Sequence[Claim], asked: Asked, judge: Judge) -> Tally | None:
    made = tally(claims, rule=judge.rule, table=judge.table, wanted=asked.wanted, cells=asked.cells)
    return next((one for one in made if one.outcome is asked.outcome), None)


def _ends_of(claim: Claim, count: Count, asked: Asked, judge: Judge) -> Ends:
    made = _tally([replace(claim, counts=(count,))], asked, judge)
    return (made.low, made.high) if made is not None else (None, None)


def _selection(alone: Mapping[str, Alone], gold: Ends) -> set[str]:
    """Return the counts that come to gold's figure, if only one selection does."""
    if not 2 < len(alone) <= _SUMMED:
        return set()
    found = []
    for size in range(2, len(alone)):
        for chosen in combinations(alone, size):
            some = [alone[key] for key in chosen]
            stated = (all(one.stated[0] for one in some), all(one.stated[1] for one in some))
            if any(stated) and _agrees(_sum([one.ends for one in some]), gold, stated):
                found.append(set(chosen))
    return found[0] if len(found) == 1 else set()


def _sum(ends: Sequence[Ends]) -> Ends:
    lows, highs = ([pair[at] for pair in ends] for at in (0, 1))
    low = None if None in lows else sum(cast("list[int]", lows))
    high = None if None in highs else sum(cast("list[int]", highs))
    return low, high


def _agrees(ends: Ends, gold: Ends, stated: tuple[bool, bool]) -> bool:
    """Say whether every end that is stated and that gold has is gold's."""
    asked = [pair for pair in zip(ends, gold, stated, strict=True) if pair[1] is not None]
    return any(told for _, _, told in asked) and all(
        got == wanted for got, wanted, told in asked if told
    )


def _isaf(item: Item) -> Iterator[Asked]:
    gold = cast("Mapping[str, int]", item["gold"])
    yield Asked(Outcome.KILLED, (gold["min_killed"], None), isaf.is_target)
    yield Asked(Outcome.DETAINED, (gold["min_captured"], None), isaf.is_target)


def _airwars(item: Item) -> Iterator[Asked]:
    for outcome in (Outcome.KILLED, Outcome.INJURED):
        if (gold := _range(item[outcome.value])) is not None:
            yield Asked(outcome, gold)
    groups: dict[str, Wanted] = {
        "children": airwars.is_child,
        "women": partial(airwars.is_adult, sex=Sex.FEMALE),
        "men": partial(airwars.is_adult, sex=Sex.MALE),
    }
    told = cast("Mapping[str, object]", item["killed_by_category"] or {})
    for name, wanted in groups.items():
        if (gold := _range(told.get(name))) is not None:
            yield Asked(Outcome.KILLED, gold, wanted, cells=True)


def _msa(item: Item) -> Iterator[Asked]:
    columns = {
        Outcome.KILLED: "Number of Civilian Fatalities",
        Outcome.INJURED: "Number of Civilian Injured",
    }
    for outcome, column in columns.items():
        number = _number(item[column])
        if number is not None:
            yield Asked(outcome, (number, number), msa.is_victim)


def _dronestream(item: Item) -> Iterator[Asked]:
    yield Asked(Outcome.KILLED, (_number(item["deaths_min"]), _number(item["deaths_max"])))
    told = cast("Mapping[str, object]", item["tbij"] or {})
    injured = _range(told.get("injured"))
    if injured is not None and injured != (0, 0):
        yield Asked(Outcome.INJURED, injured)


def _range(value: object) -> Ends | None:
    if not isinstance(value, list) or value == [None, None]:
        return None
    low, high = value
    return low, high


def _number(value: object) -> int | None:
    text = str(value).strip()
    return int(text) if text.isdigit() else None


ASKED: Mapping[str, Callable[[Item], Iterator[Asked]]] = {
    "isaf": _isaf,
    "airwars": _airwars,
    "msa": _msa,
    "dronestream": _dronestream,
}


def judge_part(name: str, *, part: str) -> Iterator[tuple[str, Reading, Labels]]:
    """Yield the key, the reading and the labels of each item of a part of a set."""
    judge = JUDGES[name]
    for item in judge.texts(items_of(name, part=part)):
        reading = judge.read(item)
        yield judge.key(item), reading, labels_of(name, item, reading)
