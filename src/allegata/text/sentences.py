"""Sentence boundaries of a reading view, as ranges that leave out the blanks around them.

A paragraph break and a line break that survived cleaning (a heading, a signature) end a sentence.

>>> text = "See paras. 4 and 5. Two were hurt."
>>> [text[start:end] for start, end in split_sentences(text, "en", merge_after=("paras.",))]
['See paras. 4 and 5.', 'Two were hurt.']
"""

import re
from collections.abc import Collection, Iterable, Iterator
from itertools import pairwise

import sentencex

_WORD_BEFORE = re.compile(r"\S+\s*$")
_LINE = re.compile(r"[^\n]+")
_INITIALS = re.compile(r"(?:[a-z]\.){1,3}")
LONGEST = 3000  # characters: words without any full stop for so long are read piece by piece
_PAUSE = re.compile(r"[,;:)]\s+(?=\D)")
_BLANK = re.compile(r"(?<=\D)\s+(?=\D)")
_ANY_BLANK = re.compile(r"\s+")


def split_sentences(
    text: str, language: str, *, merge_after: Collection[str] = ()
) -> list[tuple[int, int]]:
    """Return the ``(start, end)`` of each sentence, in order, code points of ``text``.

    ``merge_after`` are abbreviations (with their full stop, lower case) that never end a sentence
    in this language, beyond those that the splitter knows. In a sentence all in capitals initials
    end none either, for what follows them begins with a capital always ("THE U.S. CONSUL").
    """
    found: list[tuple[int, int]] = []
    for line in _LINE.finditer(text):
        found += _split_line(text, line.start(), line.end(), language, merge_after)
    return found


def cut_at(
    text: str, sentences: Iterable[tuple[int, int]], cuts: Collection[int]
) -> list[tuple[int, int]]:
    """Return the sentences, those that hold one of the offsets ``cuts`` ended and begun there.

    >>> text = "RELEASE 7 Two were hurt."
    >>> [text[start:end] for start, end in cut_at(text, [(0, 24)], [9])]
    ['RELEASE 7', 'Two were hurt.']
    """
    found: list[tuple[int, int]] = []
    for start, end in sentences:
        edges = [start, *sorted(cut for cut in cuts if start < cut < end), end]
        found += [piece for pair in pairwise(edges) if (piece := _trim(text, *pair)) is not None]
    return found


def _split_line(
    text: str, start: int, end: int, language: str, merge_after: Collection[str]
) -> list[tuple[int, int]]:
    ranges: list[tuple[int, int]] = []
    line = text[start:end]
    merging = False
    for piece in sentencex.get_sentence_boundaries(language, line):
        first, last = start + piece["start_index"], start + piece["end_index"]
        if merging and ranges:
            ranges[-1] = (ranges[-1][0], last)
        else:
            ranges.append((first, last))
        word = _WORD_BEFORE.search(text, first, last)
        merging = word is not None and _merges(word.group().strip(), text[first:last], merge_after)
    pieces = (piece for pair in ranges for piece in _bounded(text, *pair))
    return [trimmed for trimmed in (_trim(text, *piece) for piece in pieces) if trimmed]


def _bounded(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield a sentence in pieces that grammar can read in time, cut at a comma or a blank.

    A number stays with the words beside it where there is any other place to cut.
    """
    while end - start > LONGEST:
        window = text[start : start + LONGEST]
        cuts: list[int] = []
        for shape in (_PAUSE, _BLANK, _ANY_BLANK):
            cuts = cuts or [match.end() for match in shape.finditer(window, LONGEST // 2)]
        cut = start + (cuts[-1] if cuts else LONGEST)
        yield start, cut
        start = cut
    yield start, end


def _merges(word: str, sentence: str, merge_after: Collection[str]) -> bool:
    small = word.lower()
    return small in merge_after or (
        _INITIALS.fullmatch(small) is not None and len(sentence) > len(word) and sentence.isupper()
    )


def _trim(text: str, start: int, end: int) -> tuple[int, int] | None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return (start, end) if start < end else None
