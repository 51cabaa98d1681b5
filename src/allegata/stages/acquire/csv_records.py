r"""CSV lines to records, where one broken quotation mark must not swallow the rest of the file.

Python's reader takes everything after an unclosed quotation mark for one cell. Here, when a record
turns out broken, only its first line is given up and reading goes on at the next line.

>>> [len(record) for record in records(iter(['a,"b\n', "c,d\n"])) if isinstance(record, list)]
[2]
"""

import csv
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass

LONGEST_CELL = 4_000_000  # characters
_DELIMITERS = ",;\t|"


@dataclass(frozen=True, slots=True)
class BadRecord:
    """A record that is no CSV: ``where`` names its line, counted from 1."""

    where: str
    reason: str


def records(lines: Iterator[str]) -> Iterator[list[str] | BadRecord]:
    """Yield the cells of each record; the delimiter is the commonest one of the first line."""
    csv.field_size_limit(LONGEST_CELL)
    feed = _Feed(lines)
    delimiter = _delimiter(feed.peek())
    while True:
        reader = csv.reader(feed, delimiter=delimiter, strict=True)
        feed.start()
        try:
            record = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            yield BadRecord(f"line {feed.first_line}", str(error))
            feed.give_back()
            continue
        if record:
            yield record


def _delimiter(first: str) -> str:
    return max(_DELIMITERS, key=first.count)  # a tie, such as one column, is a comma


class _Feed:
    """Lines that can be given back, all but the first of the record being read."""

    def __init__(self, lines: Iterator[str]) -> None:
        self._lines = lines
        self._waiting: deque[str] = deque()
        self._taken: list[str] = []
        self._number = 0
        self.first_line = 1

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        line = self._waiting.popleft() if self._waiting else next(self._lines)
        self._taken.append(line)
        self._number += 1
        return line

    def peek(self) -> str:
        """Return the first line without taking it."""
        if not self._waiting:
            self._waiting.extend(line for line in [next(self._lines, None)] if line is not None)
        return self._waiting[0] if self._waiting else ""

    def start(self) -> None:
        """Begin a record."""
        self._taken = []
        self.first_line = self._number + 1

    def give_back(self) -> None:
        """Put back every line of the record but its first."""
        again = self._taken[1:]
        self._waiting.extendleft(reversed(again))
        self._number -= len(again)
