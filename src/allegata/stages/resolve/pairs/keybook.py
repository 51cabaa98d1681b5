"""Which account has which key, so that a new one finds those to be compared with.

In: accounts. Out: for accounts that come or go, those whose own pairs may change too: where many
share a key, a new one pushes neighbours out of reach, or makes the key too common to say anything.
"""

from collections.abc import Iterable, Sequence

import numpy as np

from allegata.model.linking import Account
from allegata.stages.resolve.pairs.blocking import (
    MOST,
    WINDOW,
    is_dropped_when_common,
    keys_of,
    middle_of,
)
from allegata.stages.resolve.pairs.columns import Array, columns_of


class KeyBook:
    """The keys of accounts, and who has each."""

    def __init__(self) -> None:
        self._keys: Array = np.zeros(0, dtype=np.int64)  # sorted
        self._owners: Array = np.zeros(0, dtype=np.int64)
        self._middles: Array = np.zeros(0, dtype=np.int64)
        self._ids: list[str] = []
        self._number: dict[str, int] = {}
        self._of: dict[int, Array] = {}

    @classmethod
    def of(cls, accounts: Sequence[Account]) -> "KeyBook":
        """Return the book of some accounts."""
        found = cls()
        found._take(accounts)
        return found

    def change(self, new: Iterable[Account], gone: Iterable[str]) -> set[str]:
        """Take accounts in and let others go; return who else's pairs may change."""
        leaving = np.array([self._number[name] for name in gone], dtype=np.int64)
        touched = self._crowded(leaving)
        sizes = self._sizes(leaving)
        keep = ~np.isin(self._owners, leaving)
        self._keys, self._owners = self._keys[keep], self._owners[keep]
        self._middles = self._middles[keep]
        for number in leaving.tolist():
            del self._number[self._ids[number]], self._of[number]
        first = len(self._ids)
        self._take(list(new))
        coming = np.arange(first, len(self._ids))
        touched |= self._crowded(coming)
        after = self._sizes(coming)
        for key in {*sizes, *after}:
            before_size = sizes.get(key, after.get(key, 0) - self._added(key, first))
            after_size = self._size(key)
            if (before_size > MOST) != (after_size > MOST) and bool(
                is_dropped_when_common(np.array([key]))[0]
            ):
                touched |= {self._ids[owner] for owner in self._block(key)[0].tolist()}
        return touched & self._number.keys()

    def near(self, names: Iterable[str]) -> tuple[set[str], Array]:
        """Return all who share a key with one of these, and these; and the keys too common."""
        asked = list(names)
        keys = [self._of[self._number[name]] for name in asked]
        if not keys:
            return set(), self._keys[:0]
        unique = np.unique(np.concatenate(keys))
        first = np.searchsorted(self._keys, unique, side="left")
        last = np.searchsorted(self._keys, unique, side="right")
        common = is_dropped_when_common(unique) & (last - first > MOST)
        found: set[int] = set()
        for start, stop in zip(first[~common], last[~common], strict=True):
            found.update(self._owners[start:stop].tolist())
        return {self._ids[owner] for owner in found} | set(asked), unique[common]

    def _take(self, accounts: Sequence[Account]) -> None:
        if not accounts:
            return
        columns = columns_of(accounts)
        first = len(self._ids)
        self._ids += columns.ids
        self._number |= {name: first + at for at, name in enumerate(columns.ids)}
        found = keys_of(columns)
        owners, middles = found.rows + first, middle_of(columns)[found.rows]
        keys = np.concatenate((self._keys, found.keys))
        order = np.argsort(keys, kind="stable")
        self._keys = keys[order]
        self._owners = np.concatenate((self._owners, owners))[order]
        self._middles = np.concatenate((self._middles, middles))[order]
        by_owner = np.argsort(owners, kind="stable")
        ends = np.searchsorted(owners[by_owner], np.arange(first, len(self._ids) + 1))
        for at in range(len(columns)):
            self._of[first + at] = found.keys[by_owner[ends[at] : ends[at + 1]]]

    def _block(self, key: int) -> tuple[Array, Array]:
        start = np.searchsorted(self._keys, key, side="left")
        stop = np.searchsorted(self._keys, key, side="right")
        return self._owners[start:stop], self._middles[start:stop]

    def _size(self, key: int) -> int:
        return len(self._block(key)[0])

    def _sizes(self, owners: Array) -> dict[int, int]:
        keys = {int(key) for owner in owners.tolist() for key in self._of[owner]}
        return {key: self._size(key) for key in keys}

    def _added(self, key: int, first: int) -> int:
        return int((self._block(key)[0] >= first).sum())

    def _crowded(self, owners: Array) -> set[str]:
        """Return those within reach of these under keys that more than a window's worth have."""
        found: set[str] = set()
        for key, size in self._sizes(owners).items():
            if size <= WINDOW or bool(is_dropped_when_common(np.array([key]))[0]):
                continue
            block, middles = self._block(key)
            names = [self._ids[owner] for owner in block.tolist()]
            order = sorted(range(size), key=lambda at: (middles[at], names[at]))
            mine = {at for at, place in enumerate(order) if block[place] in owners}
            for at in mine:
                span = order[max(0, at - WINDOW) : at + WINDOW + 1]
                found.update(names[place] for place in span)
        return found
