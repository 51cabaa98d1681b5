"""What in a document does not agree with itself or with its labels: doubts, and no change.

In: a document with its anatomy, its reading view and the map between the two. Out: the document
with doubts: a misfiled language, a symbol that is not the file's name, days that never were, a
second document in the file, pages or words that are missing. What the content says stands.
"""

import dataclasses
import datetime as dt
import re
from collections.abc import Callable, Iterator

from allegata.lang.grammar.gaps import find_gaps
from allegata.model.document import Document
from allegata.model.doubt import Doubt
from allegata.model.span import Span
from allegata.stages.convert.agreement import compare_with_labels
from allegata.stages.convert.page_numbers import find_missing_pages
from allegata.text.offsets import OffsetMap
from allegata.un.bundles import find_other_mastheads
from allegata.un.days import find_days
from allegata.un.letters import read_letter
from allegata.un.masthead import read_masthead

FIRST_YEAR = 1945  # of the United Nations
MOST_GAPS = 20  # doubts about missing words: a text with more is bad throughout
_HEAD_LENGTH = 8000
_NUMERIC = re.compile(
    r"(?<![\w./-])(?:\d{4}-\d{1,2}-\d{1,2}|\d{1,2}[./]\d{1,2}[./]\d{4})(?![\w/-])"
)

ToSpan = Callable[[int, int], Span]


def check_consistency(doc: Document, view_text: str, offsets: OffsetMap) -> Document:
    """Return ``doc`` with the doubts that its own words, its name and its metadata raise.

    Args:
        doc: A document after ``read_anatomy``.
        view_text: The reading view of its first layer.
        offsets: The map from ``view_text`` to that layer.
    """

    def span(start: int, end: int) -> Span:
        return Span(doc.layers[0].id, *offsets.to_source(start, end))

    compared = compare_with_labels(doc)
    found = [*find_missing_pages(compared)]
    if compared.un is not None:
        found += _impossible_days(view_text, span)
        found += _other_documents(compared, view_text, span)
        found += _late_parts(compared)
    found += _missing_words(compared, view_text, span)
    return dataclasses.replace(compared, doubts=(*compared.doubts, *found))


def _impossible_days(view_text: str, span: ToSpan) -> Iterator[Doubt]:
    """Yield a doubt for each day of the masthead and the title that never was."""
    end = read_masthead(view_text).end
    letter = read_letter(view_text[: end + _HEAD_LENGTH])
    head = view_text[: letter.title_end if letter else end]
    for day in find_days(head):
        if day.year is not None and (day.iso is None or day.year < FIRST_YEAR):
            yield _impossible(head[day.start : day.end], span(day.start, day.end))
    for match in _NUMERIC.finditer(head):
        parts = [int(part) for part in re.split(r"\D", match.group())]
        if not _is_day(parts):
            yield _impossible(match.group(), span(match.start(), match.end()))


def _impossible(printed: str, span: Span) -> Doubt:
    words = " ".join(printed.split())
    return Doubt("un.date_impossible", f"There is no such day as {words}; it was not used.", span)


def _is_day(parts: list[int]) -> bool:
    """Say whether numbers are a day, the year first or last, day and month in either order.

    >>> _is_day([2031, 13, 5]), _is_day([31, 4, 2031]), _is_day([5, 13, 2031])
    (False, False, True)
    """
    if parts[0] > 31:
        year, readings = parts[0], [(parts[1], parts[2])]
    else:
        year, readings = parts[2], [(parts[1], parts[0]), (parts[0], parts[1])]
    for month, day in readings:
        try:
            dt.date(year, month, day)
        except ValueError:
            continue
        return year >= FIRST_YEAR
    return False


def _other_documents(doc: Document, view_text: str, span: ToSpan) -> Iterator[Doubt]:
    """Yield a doubt where another document begins: the record is that of the first alone."""
    for other in find_other_mastheads(view_text):
        where = span(other.start, other.start + 1)
        page = doc.layers[0].page_of(where.start)
        place = f" on page {page}" if page is not None else ""
        message = (
            f"Another document, {other.symbol}, begins{place}. "
            "What is said of the whole document is said of the first one."
        )
        yield Doubt("un.second_document", message, where)


def _late_parts(doc: Document) -> Iterator[Doubt]:
    """Yield a doubt for each annex that is dated after the day of issue."""
    record = doc.un
    issued = record.issued if record is not None else None
    for part in record.parts[1:] if record is not None and issued is not None else ():
        if part.dated is not None and issued is not None and part.dated > issued:
            name = part.label or part.kind
            message = f"{name} is dated {part.dated}, after the distribution on {issued}"
            where = Span(doc.layers[0].id, part.start, part.start + 1)
            yield Doubt("un.dated_after_issue", message, where)


def _missing_words(doc: Document, view_text: str, span: ToSpan) -> Iterator[Doubt]:
    """Yield a doubt for each place where words are missing, furniture aside."""
    gaps = find_gaps(view_text, doc.language) if doc.language is not None else ()
    skipped = [(block.start, block.end) for block in doc.blocks if block.kind == "furniture"]
    shown = 0
    for gap in gaps:
        where = span(gap.start, gap.end)
        if any(start < where.end and where.start < end for start, end in skipped):
            continue
        if shown == MOST_GAPS:
            message = f"Words are missing in more than {MOST_GAPS} places: look for a better copy."
            yield Doubt("convert.words_missing", message, where)
            return
        words = " ".join(view_text[gap.start : gap.end].split())
        message = f"Words seem to be missing at “{words}”. Nothing was put in their place."
        yield Doubt("convert.words_missing", message, where)
        shown += 1
