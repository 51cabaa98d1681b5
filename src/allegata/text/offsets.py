"""Maps between a cleaned text and the text it was made from.

A cleaning step returns its text and an ``OffsetMap``; maps compose, so that a span found in the
last text is a span of the first. The map is a list of kept pieces ``(clean_start, source_start,
length)``: inside a piece both texts run in step; what lies between pieces was dropped (source) or
put in (clean, such as a blank for a line break).

>>> kept = OffsetMap(((0, 0, 3), (3, 5, 4)), clean_length=7, source_length=9)  # "[re" -> 2 dropped
>>> kept.to_source(2, 4)
(2, 6)
>>> kept.to_clean(5, 9)
(3, 7)
"""

import bisect
from dataclasses import dataclass
from functools import cached_property

Piece = tuple[int, int, int]


@dataclass(frozen=True)
class OffsetMap:
    """Pieces are in order, do not overlap, and have a length above zero. Units: code points."""

    pieces: tuple[Piece, ...]
    clean_length: int
    source_length: int

    @classmethod
    def identity(cls, length: int) -> "OffsetMap":
        """Return the map of a text onto itself."""
        pieces = ((0, 0, length),) if length else ()
        return cls(pieces, length, length)

    def to_source(self, start: int, end: int) -> tuple[int, int]:
        """Return the smallest source range that holds the kept characters of ``start..end``.

        A range that keeps nothing (it was put in by the cleaning) becomes an empty source range.
        """
        if self._is_one_piece and 0 <= start < end <= self.clean_length:
            moved = self.pieces[0][1]  # nothing was dropped or put in: the usual short text
            return moved + start, moved + end
        first = self._first(self._clean_starts, start, 0)
        last = bisect.bisect_left(self._clean_starts, end) - 1
        if first > last:
            at = self.pieces[first][1] if first < len(self.pieces) else self.source_length
            return at, at
        return self._point(first, start, 0), self._point_end(last, end, 0)

    def to_clean(self, start: int, end: int) -> tuple[int, int]:
        """Return the smallest clean range that holds what was kept of source ``start..end``."""
        first = self._first(self._source_starts, start, 1)
        last = bisect.bisect_left(self._source_starts, end) - 1
        if first > last:
            at = self.pieces[first][0] if first < len(self.pieces) else self.clean_length
            return at, at
        return self._point(first, start, 1), self._point_end(last, end, 1)

    def compose(self, inner: "OffsetMap") -> "OffsetMap":
        """Return the map from this map's clean text to the source of ``inner``.

        ``inner`` made this map's source text; ``outer.compose(inner)`` is "outer after inner".
        """
        if inner.clean_length != self.source_length:
            raise ValueError("the inner map does not end where the outer begins")
        pieces: list[Piece] = []
        index = 0
        for clean, middle, length in self.pieces:
            while index < len(inner.pieces) and _end(inner.pieces[index]) <= middle:
                index += 1
            here = index
            while here < len(inner.pieces) and inner.pieces[here][0] < middle + length:
                inner_clean, source, inner_length = inner.pieces[here]
                start = max(middle, inner_clean)
                end = min(middle + length, inner_clean + inner_length)
                pieces.append((clean + start - middle, source + start - inner_clean, end - start))
                here += 1
        return OffsetMap(tuple(pieces), self.clean_length, inner.source_length)

    @cached_property
    def _is_one_piece(self) -> bool:
        return len(self.pieces) == 1 and self.pieces[0][2] == self.clean_length

    @cached_property
    def _clean_starts(self) -> list[int]:
        return [piece[0] for piece in self.pieces]

    @cached_property
    def _source_starts(self) -> list[int]:
        return [piece[1] for piece in self.pieces]

    def _first(self, starts: list[int], at: int, side: int) -> int:
        """Return the index of the first piece that ends after ``at`` on that side."""
        index = max(bisect.bisect_right(starts, at) - 1, 0)
        if index < len(self.pieces) and self.pieces[index][side] + self.pieces[index][2] <= at:
            index += 1
        return index

    def _point(self, index: int, at: int, side: int) -> int:
        piece = self.pieces[index]
        return piece[1 - side] + max(at - piece[side], 0)

    def _point_end(self, index: int, at: int, side: int) -> int:
        piece = self.pieces[index]
        return piece[1 - side] + min(at - piece[side], piece[2])


def _end(piece: Piece) -> int:
    return piece[0] + piece[2]


def keep(pieces: list[tuple[str, int | None]], source_length: int) -> tuple[str, OffsetMap]:
    """Build a clean text from ``(text, source_start)`` parts; None marks text that was put in.

    >>> keep([("war", 2), (" ", None), ("plane", 9)], 14)[0]
    'war plane'
    """
    kept: list[Piece] = []
    at = 0
    for text, source in pieces:
        if source is not None and text:
            if kept and _end(kept[-1]) == at and kept[-1][1] + kept[-1][2] == source:
                kept[-1] = (kept[-1][0], kept[-1][1], kept[-1][2] + len(text))
            else:
                kept.append((at, source, len(text)))
        at += len(text)
    clean = "".join(text for text, _ in pieces)
    return clean, OffsetMap(tuple(kept), len(clean), source_length)
