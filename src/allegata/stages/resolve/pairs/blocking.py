"""Which accounts are compared at all: those that share a key.

In: columns. Out: pairs of rows. Keys are the ground with the days (two accounts within a quarter of
a degree and four days of each other share one), the division with the days where a place is told no
finer, the names of victims, telling words, copies' sketches, and what is cited. A key of names,
words or citations that too many share says nothing and is left out; of the accounts of a key of
ground and days, each is compared with its ``WINDOW`` neighbours in time.

Days are those told; where none are, the week before publication.
"""

from dataclasses import dataclass

import numpy as np

from allegata.stages.resolve.pairs.columns import FINE, LONGEST, Array, Columns

WINDOW = 60  # neighbours that an account is compared with under one key
MOST = 40  # accounts under a name, word or citation
CELL = 0.5  # degrees; two grids, half a cell apart either way
BUCKET = 8  # days; two series, half a bucket apart
BEFORE = 7  # days before publication in which an undated act is looked for
TELLING = 200  # the least weight of a word that is a key
_BANDS, _ROWS = 8, 4
_GROUND, _UNIT, _SITE, _NAME, _WORD, _COPY, _CITE, _TOPONYM = range(1, 9)
_DROPPED = (_SITE, _NAME, _WORD, _COPY, _CITE)  # kinds of keys that may be too common
_KIND_SHIFT = 59


@dataclass(frozen=True, slots=True, eq=False)
class Keys:
    """Which row has which key; ``fine`` rows of a key are compared with the others alone."""

    rows: Array
    keys: Array
    fine: Array

    def without(self, keys: Array) -> "Keys":
        """Return these but for some."""
        kept = ~np.isin(self.keys, keys)
        return Keys(self.rows[kept], self.keys[kept], self.fine[kept])


def keys_of(columns: Columns) -> Keys:
    """Return the keys of every account."""
    days = _days(columns)
    parts = [
        _ground_keys(columns, *days),
        *_unit_keys(columns, *days),
        _name_keys(columns, *days),
        _wide(columns.ground, _SITE, columns.precision <= FINE),
        _wide(columns.named, _NAME),
        _wide(columns.cites, _CITE),
        _wide(columns.terms, _WORD, (columns.terms & 255) >= TELLING),
        _copy_keys(columns),
    ]
    rows = np.concatenate([part[0] for part in parts])
    keys = np.concatenate([part[1] for part in parts])
    fine = np.concatenate([np.full(len(part[0]), part[2]) for part in parts])
    return Keys(rows, keys, fine)


def is_dropped_when_common(keys: Array) -> Array:
    """Say of each key whether it says nothing once more than ``MOST`` accounts have it."""
    return np.isin(keys >> _KIND_SHIFT, _DROPPED)


def pairs_of(columns: Columns, keys: Keys) -> tuple[Array, Array, int]:
    """Return the rows of each pair, the smaller first, and how many keys were too common."""
    if not len(keys.rows):
        none = np.zeros(0, dtype=np.int64)
        return none, none, 0
    order = np.lexsort((keys.rows, middle_of(columns)[keys.rows], keys.keys))
    rows, key, fine = keys.rows[order], keys.keys[order], keys.fine[order]
    starts = np.flatnonzero(np.r_[True, key[1:] != key[:-1]])
    sizes = np.diff(np.r_[starts, len(key)])
    common = is_dropped_when_common(key[starts]) & (sizes > MOST)
    kept = np.repeat(~common & (sizes > 1), sizes)
    rows, key, fine = rows[kept], key[kept], fine[kept]
    found = [np.zeros(0, dtype=np.int64)]
    count = np.int64(len(columns))
    for apart in range(1, min(WINDOW, max(len(rows) - 1, 0)) + 1):
        same = np.flatnonzero(key[apart:] == key[:-apart])
        if not len(same):
            break
        same = same[~(fine[same] & fine[same + apart])]
        one, other = rows[same], rows[same + apart]
        low, high = np.minimum(one, other).astype(np.int64), np.maximum(one, other)
        found.append(_distinct(low * count + high))
    code = _distinct(np.concatenate(found))
    low, high = code // count, code % count
    may = (low != high) & (columns.document[low] != columns.document[high])
    may &= (columns.roll[low] == 0) | (columns.roll[low] != columns.roll[high])
    return low[may], high[may], int(common.sum())


def _distinct(codes: Array) -> Array:
    """Return the codes in order, each once: millions are sorted faster than they are hashed."""
    codes.sort()
    return codes[np.r_[True, codes[1:] != codes[:-1]]] if len(codes) else codes


def middle_of(columns: Columns) -> Array:
    """Return the day by which accounts of one key are ordered."""
    first, last, _ = _days(columns)
    return (first.astype(np.int64) + last) // 2


def _days(columns: Columns) -> tuple[Array, Array, Array]:
    """Return first and last day of each account, and whether they say when."""
    told = columns.first > 0
    first: Array = np.where(told, columns.first, columns.published - BEFORE)
    last: Array = np.where(told, columns.last, columns.published)
    says = (last > 0) & (last - first <= LONGEST)
    return first, last, says


def _buckets(rows: Array, first: Array, last: Array) -> tuple[Array, Array]:
    """Return rows, each once for every bucket of days that it touches, and the buckets."""
    out_rows, out_buckets = [], []
    for shift in (0, BUCKET // 2):
        low: Array = (first + shift) // BUCKET
        high: Array = (last + shift) // BUCKET
        times = high - low + 1
        again = np.repeat(np.arange(len(rows)), times)
        step = np.arange(len(again)) - np.repeat(np.cumsum(times) - times, times)
        out_rows.append(rows[again])
        out_buckets.append((low[again] + step) * 2 + (shift > 0))
    return np.concatenate(out_rows), np.concatenate(out_buckets)


def _ground_keys(
    columns: Columns, first: Array, last: Array, says: Array
) -> tuple[Array, Array, bool]:
    rows, at = np.nonzero((columns.precision <= FINE) & says[:, None])
    lat, lon = columns.lat[rows, at].astype(np.float64), columns.lon[rows, at].astype(np.float64)
    found_rows, found_keys = [], []
    place, bucket = _buckets(np.arange(len(rows)), first[rows], last[rows])
    for corner in range(4):
        y = np.floor((lat + 90) / CELL + 0.5 * (corner & 1)).astype(np.int64)
        x = np.floor((lon + 180) / CELL + 0.5 * (corner >> 1)).astype(np.int64)
        cell = (corner << 20) | (y << 10) | x
        found_rows.append(rows[place])
        found_keys.append(_keyed(_GROUND, (cell[place] << 32) | bucket))
    return np.concatenate(found_rows), np.concatenate(found_keys), False


def _unit_keys(
    columns: Columns, first: Array, last: Array, says: Array
) -> list[tuple[Array, Array, bool]]:
    """Return the division that holds a place told no finer, and those above places told finer."""
    is_fine = columns.precision <= FINE
    deepest = (columns.units != 0).sum(axis=2) - 1
    rows, at = np.nonzero(~is_fine & (deepest >= 0) & says[:, None])
    wide = (rows, columns.units[rows, at, deepest[rows, at]])
    rows, at, level = np.nonzero((columns.units != 0) & is_fine[:, :, None] & says[:, None, None])
    fine = (rows, columns.units[rows, at, level])
    rows, at, level = np.nonzero((columns.units != 0) & ~is_fine[:, :, None] & says[:, None, None])
    deepest_there: Array = deepest[rows, at]
    upper = level < deepest_there
    above = (rows[upper], columns.units[rows, at, level][upper])
    found = []
    for (rows, unit), kind in ((wide, False), (fine, True), (above, True)):
        place, bucket = _buckets(np.arange(len(rows)), first[rows], last[rows])
        key = _keyed(_UNIT, unit[place] * 1_000_003 + bucket)
        found.append((rows[place], key, kind))
    return found


def _name_keys(
    columns: Columns, first: Array, last: Array, says: Array
) -> tuple[Array, Array, bool]:
    """Return the name of each place with the days, for those whose ground is unknown."""
    rows, at = np.nonzero((columns.toponyms != 0) & says[:, None])
    place, bucket = _buckets(np.arange(len(rows)), first[rows], last[rows])
    name = columns.toponyms[rows, at]
    return rows[place], _keyed(_TOPONYM, name[place] * 1_000_003 + bucket), False


def _wide(table: Array, kind: int, wanted: Array | None = None) -> tuple[Array, Array, bool]:
    """Return a key for each number of a table."""
    told = table != 0
    rows, at = np.nonzero(told if wanted is None else told & wanted)
    return rows, _keyed(kind, table[rows, at].astype(np.int64)), False


def _copy_keys(columns: Columns) -> tuple[Array, Array, bool]:
    rows = np.flatnonzero(columns.words.any(axis=1))
    words = columns.words[rows].astype(np.int64)
    found = []
    for band in range(_BANDS):
        key = np.full(len(rows), band, dtype=np.int64)
        for at in range(band * _ROWS, (band + 1) * _ROWS):
            key = key * 1_000_000_007 + words[:, at]
        found.append(_keyed(_COPY, key))
    return np.tile(rows, _BANDS), np.concatenate(found), False


def _keyed(kind: int, value: Array) -> Array:
    """Return the key of a kind for a value, mixed so that near values lie far apart."""
    mixed = value.astype(np.uint64)
    mixed ^= mixed >> np.uint64(31)
    mixed *= np.uint64(0x9E3779B97F4A7C15)
    mixed ^= mixed >> np.uint64(29)
    low = mixed & np.uint64((1 << _KIND_SHIFT) - 1)
    return (low | np.uint64(kind << _KIND_SHIFT)).astype(np.int64)
