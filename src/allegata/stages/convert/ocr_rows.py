"""Words with their places to lines in reading order: what OCR read, set in rows and columns.

An engine's own grouping breaks rows at wide gaps and mixes a masthead's columns. Here words are
gathered into rows by their places; a page set in two columns of running text is read column by
column, and so is the stack of short lines at the right of a masthead; scraps that the engine took
from emblems, stamps and rules are told apart as noise.

>>> label = PictureWord("1.", Box(0, 0, 9, 9), 0.9, line=0)
>>> words = [label, PictureWord("Two", Box(40, 0, 70, 9), 0.9, line=1)]
>>> [[word.text for word in row.words] for row in set_in_rows(words, height=100)]
[['1.', 'Two']]
"""

import re
import statistics
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from allegata.model.document import Box
from allegata.model.pictures import PictureWord
from allegata.stages.convert.printed import around

_GAP = 3.5  # word heights; a wider gap parts what stands on one line
_RTL = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
_NARROWEST = 10.0  # word heights: a column of running text
_FILLED = 0.55  # of a column's width, by its mean line
_FEWEST = 5  # lines of a column
_TOP = 0.3  # of the page: where emblems and stamps are
_STACK = 4  # lines: "Distr.", "GENERAL", a symbol, a date
_STACK_GAP = 3.2  # word heights, between two lines of a stack


@dataclass(frozen=True)
class Segment:
    """Words that stand close together on one line."""

    words: tuple[PictureWord, ...]

    @cached_property
    def box(self) -> Box:
        """The box around the words."""
        return around([word.box for word in self.words])

    @property
    def middle(self) -> float:
        """The height of the middle."""
        return (self.box.y0 + self.box.y1) / 2


@dataclass(frozen=True, slots=True)
class Row:
    """Words of one printed line, in reading order."""

    words: tuple[PictureWord, ...]
    noise: bool = False


def set_in_rows(words: Sequence[PictureWord], *, height: float) -> list[Row]:
    """Return the rows of a page of this height (pixels), in reading order, with its noise."""
    if not words:
        return []
    unit = statistics.median(word.box.y1 - word.box.y0 for word in words)
    text, noise = _part(words, unit, height)
    rtl = _is_rtl(words)
    rows = [Row(row) for row in _in_order(text, unit, rtl=rtl)]
    for scrap in noise:
        rows.insert(_place(rows, scrap), Row(scrap.words, noise=True))
    return rows


def _part(
    words: Sequence[PictureWord], unit: float, height: float
) -> tuple[list[Segment], list[Segment]]:
    """Return the segments of text and those of noise."""
    text: list[Segment] = []
    noise: list[Segment] = []
    for segment in _segments(words, unit):
        if _is_noise(segment, height):
            noise.append(segment)
            continue
        before, kept, after = _peel(segment.words, unit, height)
        text.append(Segment(kept))
        noise.extend(Segment(part) for part in (before, after) if part)
    return text, noise


def _segments(words: Sequence[PictureWord], unit: float) -> Iterable[Segment]:
    group: list[PictureWord] = []
    for word in words:
        if group and (word.line != group[-1].line or _apart(group[-1], word) > _GAP * unit):
            yield Segment(tuple(group))
            group = []
        group.append(word)
    yield Segment(tuple(group))


def _apart(one: PictureWord, other: PictureWord) -> float:
    return max(one.box.x0, other.box.x0) - min(one.box.x1, other.box.x1)


def _is_noise(segment: Segment, height: float) -> bool:
    """Say whether no word of it is one that the engine half believes."""
    top = segment.box.y1 < _TOP * height
    sure = 0.6 if top else 0.4
    return (top and not any(map(_signs, segment.words))) or all(
        word.confidence < 0.2 or (word.confidence < sure and _signs(word) <= 3)
        for word in segment.words
    )


def _peel(
    words: tuple[PictureWord, ...], unit: float, height: float
) -> tuple[tuple[PictureWord, ...], ...]:
    """Return scraps at the beginning, the words between, and scraps at the end.

    An emblem stands so close to "Security Council" that the engine reads both as one line.
    """
    first, last = 0, len(words)
    while first < last - 1 and _is_scrap(words[first], unit, height):
        first += 1
    while last - 1 > first and _is_scrap(words[last - 1], unit, height):
        last -= 1
    return words[:first], words[first:last], words[last:]


def _is_scrap(word: PictureWord, unit: float, height: float) -> bool:
    tall = word.box.y1 - word.box.y0 > 1.6 * unit
    sure = 0.6 if tall else 0.3
    return word.box.y1 < _TOP * height and word.confidence < sure and _signs(word) <= 2


def _signs(word: PictureWord) -> int:
    return sum(1 for char in word.text if char.isalnum())


def _is_rtl(words: Iterable[PictureWord]) -> bool:
    text = "".join(word.text for word in words)
    return 2 * len(_RTL.findall(text)) > sum(1 for char in text if char.isalpha())


def _in_order(
    segments: Sequence[Segment], unit: float, *, rtl: bool
) -> Iterable[tuple[PictureWord, ...]]:
    """Yield rows top to bottom, but two columns of running text one after the other."""
    columns = _columns(segments, unit) or (None if rtl else _masthead(segments, unit))
    if columns is None:
        for row in _rows(segments):
            row.sort(key=lambda segment: segment.box.x0, reverse=rtl)
            yield tuple(word for segment in row for word in segment.words)
        return
    above, left, right, below = columns
    for part in (above, *((right, left) if rtl else (left, right)), below):
        yield from _in_order(part, unit, rtl=rtl)


def _rows(segments: Iterable[Segment]) -> list[list[Segment]]:
    """Gather segments that stand side by side."""
    rows: list[list[Segment]] = []
    for segment in sorted(segments, key=lambda one: (one.middle, one.box.x0)):
        row = next((row for row in reversed(rows[-4:]) if _is_beside(segment, row)), None)
        if row is None:
            rows.append([segment])
        else:
            row.append(segment)
    return rows


def _is_beside(segment: Segment, row: Sequence[Segment]) -> bool:
    """Say whether it shares its height with the nearest of the row, and covers none of them."""
    box = segment.box
    if any(min(box.x1, one.box.x1) > max(box.x0, one.box.x0) for one in row):
        return False
    nearest = min(row, key=lambda one: max(one.box.x0, box.x0) - min(one.box.x1, box.x1)).box
    shared = min(box.y1, nearest.y1) - max(box.y0, nearest.y0)
    return shared >= 0.5 * min(box.y1 - box.y0, nearest.y1 - nearest.y0)


def _columns(segments: Sequence[Segment], unit: float) -> tuple[list[Segment], ...] | None:
    """Return what stands above, left, right and below of the best gutter, None where is none."""
    best: tuple[list[Segment], list[Segment]] | None = None
    ordered = sorted(segments, key=lambda one: one.middle)
    places = sorted({round((one.box.x1 + unit / 2) / unit) * unit for one in segments})
    for at in places:
        for run in _uncrossed(ordered, at):
            left = [one for one in run if one.box.x1 <= at]
            right = [one for one in run if one.box.x0 >= at]
            if _is_text(left, unit) and _is_text(right, unit) and _side_by_side(left, right):
                count = len(best[0]) + len(best[1]) if best else 0
                best = (left, right) if len(run) > count else best
    if best is None:
        return None
    chosen = {id(one) for side in best for one in side}
    top = min(one.middle for side in best for one in side)
    rest = [one for one in ordered if id(one) not in chosen]
    above = [one for one in rest if one.middle < top]
    return above, *best, [one for one in rest if one.middle >= top]


def _masthead(segments: Sequence[Segment], unit: float) -> tuple[list[Segment], ...] | None:
    """Return what stands above, left of, in and below a stack of short lines at the right."""
    across = around([one.box for one in segments]) if segments else None
    ordered = sorted(segments, key=lambda one: one.middle)
    stack: list[Segment] = []
    for segment in ordered:
        if across is None or segment.box.x0 < (across.x0 + across.x1) / 2:
            continue
        aligned = not stack or abs(segment.box.x0 - stack[-1].box.x0) < 1.5 * unit
        near = not stack or segment.box.y0 - stack[-1].box.y1 < _STACK_GAP * unit
        if aligned and near:
            stack.append(segment)
        elif len(stack) >= _STACK:
            break
        else:
            stack = [segment]
    if len(stack) < _STACK:
        return None
    at = min(one.box.x0 for one in stack)
    band = (stack[0].box.y0, stack[-1].box.y1)
    beside = [one for one in ordered if one not in stack and band[0] < one.middle < band[1]]
    if not beside or any(one.box.x1 > at for one in beside):
        return None
    above = [one for one in ordered if one not in stack and one.middle <= band[0]]
    below = [one for one in ordered if one not in stack and one.middle >= band[1]]
    return above, beside, stack, below


def _uncrossed(ordered: Sequence[Segment], at: float) -> Iterable[list[Segment]]:
    run: list[Segment] = []
    for segment in ordered:
        if segment.box.x0 < at < segment.box.x1:
            yield run
            run = []
        else:
            run.append(segment)
    yield run


def _is_text(side: Sequence[Segment], unit: float) -> bool:
    """Say whether these are lines of running text: enough of them, wide, and filling a column."""
    if len(side) < _FEWEST:
        return False
    across = around([one.box for one in side])
    mean = statistics.mean(one.box.x1 - one.box.x0 for one in side)
    return mean > _NARROWEST * unit and mean > _FILLED * (across.x1 - across.x0)


def _side_by_side(left: Sequence[Segment], right: Sequence[Segment]) -> bool:
    one, other = around([x.box for x in left]), around([x.box for x in right])
    shared = min(one.y1, other.y1) - max(one.y0, other.y0)
    return shared > 0.5 * max(one.y1 - one.y0, other.y1 - other.y0)


def _place(rows: Sequence[Row], scrap: Segment) -> int:
    """Return where noise goes: after the last row that stands wholly above it."""
    for index, row in enumerate(rows):
        if not row.noise and around([word.box for word in row.words]).y0 > scrap.middle:
            return index
    return len(rows)
