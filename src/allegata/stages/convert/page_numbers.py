"""The printed page numbers of a document to a doubt where pages are missing.

In: a converted document with pages. Out: doubts. The numbers stand in its furniture: "3/19", "Page
4", "5 08-37790". A number that stands alone may be misread, so a jump counts only where the pages
after it go on from it.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from allegata.model.document import Document
from allegata.model.doubt import Doubt
from allegata.model.span import Span

_JOB = r"(?:\d{2}-\d{5}\S*)?"
_OF = re.compile(rf"{_JOB}\s*(\d{{1,4}})\s*/\s*(\d{{1,4}})\s*{_JOB}")
_ALONE = re.compile(rf"{_JOB}\s*(?:[^\W\d_]{{1,10}}\.?\s*)?[-–—]?\s*(\d{{1,4}})\s*[-–—]?\s*{_JOB}")
_GOES_ON = re.compile(r"/\s?\.\s?\.\s?\.")  # "/...": the page is not the last
MOST_NAMED = 12
MOST_PAGES = 1500


@dataclass(frozen=True, slots=True)
class _Label:
    """What page ``page`` of the file prints: its number, and of how many (None: not printed)."""

    page: int
    number: int
    total: int | None
    span: Span

    @property
    def shift(self) -> int:
        """How many pages must be missing before this one."""
        return self.number - self.page


def find_missing_pages(doc: Document) -> tuple[Doubt, ...]:
    """Return a doubt for each stretch of pages that the printed numbers pass over."""
    if doc.pages is None:
        return ()
    labels = _labels(doc)
    found = [*_gaps(labels, starts=doc.un is not None), *_after(labels, doc.pages)]
    if not any(labels) or labels[-1].page < doc.pages or labels[-1].total is None:
        found += _unended(doc)
    return tuple(found)


def _labels(doc: Document) -> list[_Label]:
    """Return the number of each page that has one, the form with the total before the others."""
    of: dict[int, _Label] = {}
    alone: dict[int, list[_Label]] = {}
    for page, text, span in _furniture_lines(doc):
        match = _OF.fullmatch(text)
        if match is not None and int(match[2]) <= MOST_PAGES:  # "4/2031" is a date
            of.setdefault(page, _Label(page, int(match[1]), int(match[2]), span))
        elif (match := _ALONE.fullmatch(text)) is not None:
            alone.setdefault(page, []).append(_Label(page, int(match[1]), None, span))
    totals = {label.total for label in of.values()}
    if len(of) > 2 and len(totals) > 2 and len({label.number for label in of.values()}) == 1:
        # Right-to-left text may give "19/3" for page 3 of 19.
        of = {p: _Label(p, one.total or 0, one.number, one.span) for p, one in of.items()}
    if of:
        return [of[page] for page in sorted(of)]
    return [labels[0] for _, labels in sorted(alone.items()) if len(labels) == 1]


def _furniture_lines(doc: Document) -> Iterator[tuple[int, str, Span]]:
    layer = doc.layers[0]
    for block in doc.blocks:
        if block.kind != "furniture" or block.layer != layer.id:
            continue
        page = layer.page_of(block.start)
        at = block.start
        for line in layer.text[block.start : block.end].split("\n"):
            if page is not None and line.strip():
                yield page, line.strip(), Span(layer.id, at, at + len(line))
            at += len(line) + 1


def _gaps(labels: list[_Label], *, starts: bool) -> Iterator[Doubt]:
    """Yield a doubt where the shift grows and stays: before the first label only if it ``starts``.

    A file that holds only some pages of a book has numbers that begin anywhere; those that say
    of how many they are ("4/28") begin at one.
    """
    shift = 0 if starts or any(label.total is not None for label in labels) else None
    for index, label in enumerate(labels):
        rest = labels[index + 1 : index + 2]
        stays = all(other.shift >= label.shift for other in rest)
        if not stays or (not rest and label.total is None and index > 0):
            continue
        if shift is not None and label.shift > shift:
            yield _missing(range(label.number - label.shift + shift, label.number), label.span)
        shift = label.shift


def _after(labels: list[_Label], pages: int) -> Iterator[Doubt]:
    """Yield a doubt where the total of "18/19" is not reached."""
    if not labels or labels[-1].total is None:
        return
    last = labels[-1]
    reached = last.number + pages - last.page
    same = [label for label in labels if label.total == last.total]
    if last.total is not None and reached < last.total and len(same) > len(labels) / 2:
        yield _missing(range(reached + 1, last.total + 1), last.span)


def _unended(doc: Document) -> Iterator[Doubt]:
    """Yield a doubt where the last page says at its foot that the text goes on."""
    for page, text, span in _furniture_lines(doc):
        if page == doc.pages and _GOES_ON.fullmatch(text):
            message = (
                "The last page says that the text goes on (/...): pages are missing at the end."
            )
            yield Doubt("convert.pages_missing", message, span)


def _missing(numbers: range, span: Span) -> Doubt:
    named = ", ".join(map(str, numbers[:MOST_NAMED]))
    more = f" and {len(numbers) - MOST_NAMED} more" if len(numbers) > MOST_NAMED else ""
    which = "Page" if len(numbers) == 1 else "Pages"
    message = f"{which} {named}{more} by the printed numbers: not in the file."
    return Doubt("convert.pages_missing", message, span)
