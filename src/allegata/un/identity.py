"""Which work a symbol stands for, and which of its editions.

In: a symbol in any form. Out: keys that are equal for all symbols of one work, and narrower ones
that are equal for one edition. A corrigendum or revision is an edition of its work; an addendum is
a work of its own. A star changes nothing, nor does the year of a Council resolution, whose number
says enough.

>>> one = identity_of("S/2017/95/Rev.1")
>>> one.halves[0].work, one.halves[0].exact, one.halves[0].edition
('S/2017/95', 'S/2017/95/Rev.1', ('Rev.1',))
>>> [half.work for half in identity_of("A/75/574-S/2020/1083").halves]
['A/75/574', 'S/2020/1083']
>>> identity_of("S/RES/2253 (2015)").halves[0].work == identity_of("S/RES/2253").halves[0].work
True
"""

import dataclasses
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from allegata.model.errors import InputError
from allegata.model.works import Form
from allegata.un.symbols import Symbol, parse_symbol, render

EDITIONS = {"Rev": Form.REVISION, "Corr": Form.CORRIGENDUM}  # suffixes that make no other work
_ADDENDUM = "Add"
_REMEMBERED = 200_000  # symbols; a case file cites the same ones again and again
_LETTERS = re.compile(r"(?P<number>.*\d)(?P<first>[A-Z])-(?P<last>[A-Z])")
_COUNCIL = re.compile(r"S/(?P<year>\d{4})/(?P<number>\d+)")
_YEAR = re.compile(r" \(\d{4}\)$")


@dataclass(frozen=True, slots=True)
class Half:
    """One symbol of a document, which may have two or three.

    ``base`` is the work's symbol as printed, ``also`` are keys of what else it answers to: the
    parts of a resolution printed together (76/84A-B holds 76/84A).
    """

    work: str
    exact: str
    base: str
    edition: tuple[str, ...] = ()
    also: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Identity:
    """A document's symbol in normal form, and its halves: as many as it has symbols."""

    symbol: str
    halves: tuple[Half, ...]
    reissued: bool = False
    supplements: str | None = None  # the symbol of the document that an addendum adds to
    year: int | None = None  # of a Council resolution
    is_resolution: bool = False

    @property
    def joined(self) -> tuple[str, ...]:
        """The works that its symbols name as one; () of a single symbol."""
        return tuple(half.work for half in self.halves) if len(self.halves) > 1 else ()

    @property
    def form(self) -> Form | None:
        """What the suffixes or the star make of the text; None for a plain symbol."""
        edition = self.halves[0].edition
        if edition:
            return EDITIONS[edition[-1].partition(".")[0]]
        if self.reissued:
            return Form.REISSUE
        return Form.ADDENDUM if f"/{_ADDENDUM}." in self.halves[0].base else None


@lru_cache(maxsize=_REMEMBERED)
def identity_of(text: str) -> Identity:
    """Return the identity of a symbol; words that are none stand for themselves alone."""
    try:
        symbol = parse_symbol(text)
    except InputError:  # a person may supply a symbol of a series that is not known here
        bare = " ".join(text.split())
        return Identity(bare, (Half(bare, bare, bare),))
    return Identity(
        render(symbol),
        _halves(symbol),
        _is_reissued(symbol),
        _supplemented(symbol),
        _year(symbol),
        symbol.is_resolution,
    )


def council_place(text: str) -> tuple[int, int] | None:
    """Return year and number of a Council document, whose numbers go up with the days of a year.

    >>> council_place("A/85/3-S/2031/7"), council_place("S/RES/2253 (2015)")
    ((2031, 7), None)
    """
    for half in identity_of(text).halves:
        found = _COUNCIL.fullmatch(half.work)
        if found is not None:
            return int(found["year"]), int(found["number"])
    return None


def edition_order(edition: tuple[str, ...]) -> tuple[tuple[str, int], ...]:
    """Return a key that puts Rev.2 before Rev.10.

    >>> sorted([("Rev.10",), ("Rev.2",), ()], key=edition_order)
    [(), ('Rev.2',), ('Rev.10',)]
    """
    parts = (suffix.partition(".") for suffix in edition)
    return tuple((word, int(number or 0)) for word, _, number in parts)


def _halves(symbol: Symbol) -> tuple[Half, ...]:
    """Return the first symbol and those of its kind: where one alone is an addendum, it is misread.

    "A/47/12/Add.1-S/26416" lost a suffix, and the document S/26416 is another one.
    """
    first, *others = _singles(symbol)
    alike = (one for one in others if _suffix_words(one) == _suffix_words(first))
    return tuple(map(_half, (first, *alike)))


def _singles(symbol: Symbol) -> Iterator[Symbol]:
    yield dataclasses.replace(symbol, joined=None, reissued=False)
    if symbol.joined is not None:
        yield from _singles(symbol.joined)


def _is_reissued(symbol: Symbol) -> bool:
    return symbol.reissued or (symbol.joined is not None and _is_reissued(symbol.joined))


def _suffix_words(symbol: Symbol) -> list[str]:
    return [suffix.partition(".")[0] for suffix in symbol.suffixes]


def _half(symbol: Symbol) -> Half:
    kept = len(symbol.suffixes)
    while kept and symbol.suffixes[kept - 1].partition(".")[0] in EDITIONS:
        kept -= 1
    base = dataclasses.replace(symbol, suffixes=symbol.suffixes[:kept])
    return Half(
        work=_key(base),
        exact=_key(symbol),
        base=render(base),
        edition=symbol.suffixes[kept:],
        also=tuple(_lettered(symbol)),
    )


def _key(symbol: Symbol) -> str:
    return render(dataclasses.replace(symbol, parts=(*symbol.parts[:-1], _number(symbol))))


def _number(symbol: Symbol) -> str:
    """Return the last part, without the year of a Council resolution."""
    last = symbol.parts[-1]
    return _YEAR.sub("", last) if _is_council_resolution(symbol) else last


def _is_council_resolution(symbol: Symbol) -> bool:
    return symbol.organ == "S" and symbol.is_resolution


def _year(symbol: Symbol) -> int | None:
    found = _YEAR.search(symbol.parts[-1]) if _is_council_resolution(symbol) else None
    return int(found.group()[2:-1]) if found else None


def _lettered(symbol: Symbol) -> Iterator[str]:
    """Yield the keys of A/RES/76/84A and B for A/RES/76/84A-B."""
    found = _LETTERS.fullmatch(symbol.parts[-1])
    if found is None:
        return
    for letter in range(ord(found["first"]), ord(found["last"]) + 1):
        part = found["number"] + chr(letter)
        yield _key(dataclasses.replace(symbol, parts=(*symbol.parts[:-1], part)))


def _supplemented(symbol: Symbol) -> str | None:
    """Return the symbol that the last Add, Amend or Summary was hung on to, if there is one."""
    at = len(symbol.suffixes)
    while at and symbol.suffixes[at - 1].partition(".")[0] in EDITIONS:
        at -= 1
    if not at:
        return None
    single = dataclasses.replace(symbol, joined=None, reissued=False)
    return render(dataclasses.replace(single, suffixes=symbol.suffixes[: at - 1]))
