"""Symbols in lists that print the shared beginning once: "S/3516 and Add.1", "Add.24 and 25".

In: cleared text. Out: every symbol with its place; a shortened one has the words that are printed
and the whole symbol. Two symbols of one document with a blank between them are joined.

>>> found = read_symbols("S/3516 and Add.1; S/11353/Add.24 and 25, A/67/828 S/2013/2.")
>>> [(one.raw, render(one.symbol)) for one in found][1:]
[('Add.1', 'S/3516/Add.1'), ('S/11353/Add.24', 'S/11353/Add.24'), ('25', 'S/11353/Add.25'),
 ('A/67/828 S/2013/2', 'A/67/828-S/2013/2')]
"""

import dataclasses
import re
from collections.abc import Iterator
from functools import cache, lru_cache

from allegata.un.lookup import alternatives
from allegata.un.provision_words import joint
from allegata.un.symbols import FoundSymbol, Symbol, find_symbols, parse_symbol, render

_BARE_SERIES = re.compile(
    r"(?<![\w/.-])(?:PRST/(?:19|20)\d\d/\d{1,3}(?![\w/])|RES/\d{1,4}\s?\((?:19|20)\d\d\))"
)
_SUFFIX = re.compile(r"(?i:(Add|Corr|Rev|Amend))\.\s?(\d{1,3})(?![\w/])")
_NUMBER = re.compile(r"(\d{1,4})(?![\w/]|[.,-]\d|\s?\()")
_RANGE = re.compile(r"\s?[-\u2013]\s?(?=\d)")
_LAST_NUMBER = re.compile(r"\d+$")
_CLOSED = re.compile(r"\s*(?:[)\];]|$)")
_ENDED = re.compile(r"\s*(?:[)\];,.]|$)")
_NUMBERED_SERIES = ("PRST", "PV.", "SR.", "L.")
_OTHER_SCRIPTS = re.compile("[\u0600-\u06ff\u2e80-\u9fff\uf900-\ufaff]")
MOST_IN_RANGE = 40


def read_symbols(text: str, *, scanned: bool = False) -> tuple[FoundSymbol, ...]:
    """Return the symbols of ``text``, in order, the shortened ones in full.

    ``scanned``: the text was read from pictures, so that more slips are put right.
    """
    return _read(text, scanned)


@lru_cache(maxsize=2)
def _read(text: str, scanned: bool) -> tuple[FoundSymbol, ...]:  # noqa: FBT001
    found: list[FoundSymbol] = list(_without_organ(text))
    for symbol in _joined(text, find_symbols(_spaced_out(text), scanned=scanned)):
        if _is_money(text, symbol):
            continue
        found.append(symbol)
        found += _shortened(text, symbol)
    return tuple(sorted(found, key=lambda one: one.start))


def _without_organ(text: str) -> Iterator[FoundSymbol]:
    """Yield the Council's symbols that the news prints without its letter: "PRST/2031/9"."""
    for series in ("PRST/", "RES/"):
        at = text.find(series)
        while at >= 0:
            match = _BARE_SERIES.match(text, at)
            if match is not None:
                yield _found(text, at, match.end(), parse_symbol(f"S/{match.group()}"))
            at = text.find(series, at + 1)


def _spaced_out(text: str) -> str:
    """Return the text with blanks for letters of scripts that set none around a symbol.

    "S/Res/2118" is written as the series is: neither moves an offset.
    """
    text = text.replace("/Res/", "/RES/").replace("/Dec/", "/DEC/")
    if text.isascii() or not any(map(_OTHER_SCRIPTS.match, set(text))):
        return text
    return _OTHER_SCRIPTS.sub(" ", text)


def _is_money(text: str, found: FoundSymbol) -> bool:
    """Say whether "S/ 450 millones" is a sum in soles and no document of the old series."""
    running = len(found.symbol.parts) == 1 and found.symbol.parts[0].isdigit()
    return running and _money_ahead().match(text, found.end) is not None


def _joined(text: str, found: tuple[FoundSymbol, ...]) -> Iterator[FoundSymbol]:
    """Yield the symbols; "A/67/828 S/2013/210", whose dash was lost, is one document."""
    waiting: FoundSymbol | None = None
    for one in found:
        if waiting is not None and _is_one_document(text, waiting, one):
            both = dataclasses.replace(waiting.symbol, joined=one.symbol)
            raw = text[waiting.start : one.end]
            waiting = FoundSymbol(
                waiting.start, one.end, raw, both, waiting.repaired or one.repaired
            )
            continue
        if waiting is not None:
            yield waiting
        waiting = one
    if waiting is not None:
        yield waiting


def _is_one_document(text: str, first: FoundSymbol, second: FoundSymbol) -> bool:
    between = text[first.end : second.start]
    organs = (first.symbol.organ, second.symbol.organ)
    bare = first.symbol.joined is None and second.symbol.joined is None
    return bare and organs == ("A", "S") and between in (" ", "  ")


def _shortened(text: str, first: FoundSymbol) -> Iterator[FoundSymbol]:
    """Yield what goes on the list of a symbol: suffixes of it, or further numbers of its series."""
    last = first
    while True:
        following = _range_end(text, last) or _next(text, first, last)
        if following is None:
            return
        yield from following
        last = following[-1]


def _next(text: str, first: FoundSymbol, last: FoundSymbol) -> list[FoundSymbol] | None:
    between = joint().match(text, last.end)
    if between is None:
        return None
    at = between.end()
    suffix = _SUFFIX.match(text, at)
    if suffix is not None:
        word = f"{suffix[1].capitalize()}.{int(suffix[2])}"
        return [_found(text, at, suffix.end(), _with_suffix(first.symbol, last.symbol, word))]
    number = _NUMBER.match(text, at)
    if number is None or not _ends_list(text, number.end(), last.symbol):
        return None
    symbol = _with_number(last.symbol, number[1])
    return [_found(text, at, number.end(), symbol)] if symbol else None


def _range_end(text: str, last: FoundSymbol) -> list[FoundSymbol] | None:
    """Return the rest of "Add.1-3", one by one, at the place of the last number."""
    dash = _RANGE.match(text, last.end)
    number = _NUMBER.match(text, dash.end()) if dash and last.symbol.suffixes else None
    if number is None:
        return None
    printed = _LAST_NUMBER.search(render(last.symbol))
    first, end = int(printed[0]) if printed else 0, int(number[1])
    if not 0 < end - first <= MOST_IN_RANGE:
        return None
    symbols = [_with_number(last.symbol, str(one)) for one in range(first + 1, end + 1)]
    return [_found(text, number.start(), number.end(), one) for one in symbols if one is not None]


def _ends_list(text: str, at: int, symbol: Symbol) -> bool:
    """Say whether a number there belongs to the list; in "S/2031/7, 43 people" it does not."""
    series = "/".join(symbol.parts)
    numbered = symbol.suffixes or any(series.startswith(one) for one in _NUMBERED_SERIES)
    shape = _ENDED if numbered else _CLOSED
    return shape.match(text, at) is not None or (
        bool(numbered) and _more().match(text, at) is not None
    )


def _with_suffix(first: Symbol, last: Symbol, suffix: str) -> Symbol:
    """Return the symbol with a suffix; one of the same kind takes the last one's place."""
    kind = suffix.partition(".")[0]
    if last.suffixes and last.suffixes[-1].startswith(kind):
        return dataclasses.replace(last, suffixes=(*last.suffixes[:-1], suffix), reissued=False)
    return dataclasses.replace(first, suffixes=(*first.suffixes, suffix), reissued=False)


def _with_number(symbol: Symbol, number: str) -> Symbol | None:
    """Return the symbol with its last number replaced; None where it has none to replace."""
    bare = dataclasses.replace(symbol, note=None, reissued=False)
    if symbol.joined is not None:
        return None
    whole = _LAST_NUMBER.sub(number, render(bare))
    return None if whole == render(bare) else parse_symbol(whole)


def _found(text: str, start: int, end: int, symbol: Symbol) -> FoundSymbol:
    return FoundSymbol(start, end, text[start:end], symbol)


@cache
def _money_ahead() -> re.Pattern[str]:
    return re.compile(rf"\s{alternatives('references.money')}")


@cache
def _more() -> re.Pattern[str]:
    return re.compile(rf"\s+{alternatives('references.and')}\s")
