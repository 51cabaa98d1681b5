"""Accounts as columns of numbers, a row for each, so that millions of pairs can be compared.

In: accounts. Out: ``Columns``; texts are numbers by their hash, 0 is "not told", and unknown
numbers are NaN. A row depends on its account alone.

>>> from allegata.model.linking import Account
>>> from allegata.model.vocabularies import Event
>>> columns_of([Account("a", "d", (), Event.SHELLING, days=(738000, 738001))]).first.tolist()
[738000]
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from hashlib import blake2b
from typing import Any  # arrays of numpy, whose types say little

import numpy as np

from allegata.model.count import Bounds
from allegata.model.linking import Account, Ground
from allegata.model.vocabularies import Cause, Event, Outcome, PlacePrecision
from allegata.places.keys import plain_key
from allegata.stages.resolve.wording import MOST_TERMS, PERMUTATIONS

Array = Any
GROUNDS, UNITS, NAMES, ACTORS, CITES, TOPONYMS = (
    3,
    3,
    8,
    4,
    4,
    6,
)  # what is compared of each at most
LONGEST = 40  # days of an interval that still says when
_EVENTS = {event: at for at, event in enumerate(Event)}
_CAUSES = {cause: 1 << at for at, cause in enumerate(Cause)}
_PRECISIONS = {precision: at for at, precision in enumerate(PlacePrecision)}
FINE = _PRECISIONS[PlacePrecision.NEAR_SETTLEMENT]  # as fine, and finer, is a point


@dataclass(frozen=True, slots=True, eq=False)
class Columns:
    """Accounts by column: days are ordinals and 0 where unknown, tolls NaN where unknown."""

    ids: tuple[str, ...]
    document: Array
    roll: Array
    coded: Array
    language: Array
    first: Array
    last: Array
    published: Array
    lat: Array
    lon: Array
    radius: Array
    precision: Array
    ground: Array
    units: Array
    toponyms: Array
    named: Array
    actors: Array
    cites: Array
    origin: Array
    terms: Array
    words: Array
    event: Array
    causes: Array
    killed: Array
    injured: Array

    def __len__(self) -> int:
        return len(self.ids)


def columns_of(accounts: Sequence[Account]) -> Columns:
    """Return the columns of accounts, in their order."""
    days = np.array([one.days or (0, 0) for one in accounts], dtype=np.int32).reshape(-1, 2)
    grounds = [one.grounds[:GROUNDS] for one in accounts]
    return Columns(
        ids=tuple(one.id for one in accounts),
        document=_hashes(one.document for one in accounts),
        roll=_hashes(one.roll for one in accounts),
        coded=np.array([one.coded for one in accounts], dtype=bool),
        language=_hashes(one.language for one in accounts),
        first=days[:, 0],
        last=days[:, 1],
        published=np.array([one.published or 0 for one in accounts], dtype=np.int32),
        lat=_of_grounds(grounds, lambda ground: ground.lat, np.nan, np.float32),
        lon=_of_grounds(grounds, lambda ground: ground.lon, np.nan, np.float32),
        radius=_of_grounds(grounds, lambda ground: ground.radius_km, np.nan, np.float32),
        precision=_of_grounds(grounds, lambda ground: _PRECISIONS[ground.precision], 99, np.int8),
        ground=_of_grounds(grounds, _number_of_ground, 0, np.int64),
        units=_units(grounds),
        toponyms=_padded(
            [tuple(map(number_of, _toponyms(one)[:TOPONYMS])) for one in accounts], TOPONYMS
        ),
        named=_padded([tuple(map(number_of, one.named[:NAMES])) for one in accounts], NAMES),
        actors=_padded([tuple(map(number_of, one.actors[:ACTORS])) for one in accounts], ACTORS),
        cites=_padded([tuple(map(number_of, one.cites[:CITES])) for one in accounts], CITES),
        origin=_hashes(one.origin for one in accounts),
        terms=_padded([one.terms for one in accounts], MOST_TERMS, np.int32),
        words=_padded([one.words for one in accounts], PERMUTATIONS, np.int32),
        event=np.array([_EVENTS[one.event] for one in accounts], dtype=np.int8),
        causes=np.array([sum(_CAUSES[c] for c in one.causes) for one in accounts], dtype=np.int16),
        killed=_tolls(accounts, Outcome.KILLED),
        injured=_tolls(accounts, Outcome.INJURED),
    )


@lru_cache(maxsize=1 << 20)
def number_of(text: str) -> int:
    """Return the number of a text, the same everywhere; 0 for none."""
    if not text:
        return 0
    return int.from_bytes(blake2b(text.encode(), digest_size=8).digest(), "big") >> 2


def _number_of_ground(ground: Ground) -> int:
    """Return the number of a ground; one of a person's list may have no id."""
    return number_of(ground.id or f"{ground.lat:.3f},{ground.lon:.3f}")


def _toponyms(account: Account) -> tuple[str, ...]:
    """Return the names of places that an account tells, those of its points among them."""
    points = (plain_key(one.name) for one in account.grounds if _PRECISIONS[one.precision] <= FINE)
    return tuple(sorted({*account.toponyms, *points} - {""}))


def _hashes(texts: Iterable[str]) -> Array:
    return np.array([number_of(text) for text in texts], dtype=np.int64)


def _of_grounds(
    grounds: Sequence[tuple[Ground, ...]],
    value: Callable[[Ground], float],
    missing: float,
    kind: type,
) -> Array:
    """Return a value of each ground, a row for each account."""
    found: Array = np.full((len(grounds), GROUNDS), missing, dtype=kind)
    rows = [row for row, told in enumerate(grounds) for _ in told]
    places = [at for told in grounds for at in range(len(told))]
    found[rows, places] = [value(ground) for told in grounds for ground in told]
    return found


def _units(grounds: Sequence[tuple[Ground, ...]]) -> Array:
    """Return the divisions that hold each ground, the largest first."""
    found: Array = np.zeros((len(grounds), GROUNDS, UNITS), dtype=np.int64)
    for row, told in enumerate(grounds):
        for at, ground in enumerate(told):
            if ground.units:
                numbers = [number_of(f"{ground.country}/{unit}") for unit in ground.units[:UNITS]]
                found[row, at, : len(numbers)] = numbers
    return found


def _padded(rows: Sequence[tuple[int, ...]], width: int, kind: type = np.int64) -> Array:
    """Return rows of numbers with zeros behind them."""
    lengths = np.array([min(len(row), width) for row in rows], dtype=np.int64)
    found: Array = np.zeros((len(rows), width), dtype=kind)
    flat = [number for row in rows for number in row[:width]]
    found[np.arange(width) < lengths[:, None]] = np.array(flat, dtype=kind)
    return found


def _tolls(accounts: Sequence[Account], outcome: Outcome) -> Array:
    """Return low and high of one outcome."""
    found: Array = np.full((len(accounts), 2), np.nan, dtype=np.float32)
    for row, account in enumerate(accounts):
        for toll in account.tolls:
            if toll.outcome is outcome:
                found[row] = _ends(toll.bounds)
    return found


def _ends(bounds: Bounds) -> tuple[float, float]:
    """Return low and high; where one is open, both are what is known."""
    known = [value for value in (bounds.low, bounds.best, bounds.high) if value is not None]
    return (known[0], known[-1]) if known else (np.nan, np.nan)
