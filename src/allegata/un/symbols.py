"""United Nations document symbols: what is one, its parts, its normal form and its order.

In: text. Out: ``Symbol`` values, each rendered in one normal form beside the printed one.
A symbol is an organ, parts, suffixes, a note in brackets and a star for a reissue; the symbols of
one document are joined by a hyphen, a dash or a line break
(research.un.org/en/docs/symbols).

>>> render(parse_symbol("S/RES/2253(2015)"))
'S/RES/2253 (2015)'
>>> [found.raw for found in find_symbols("and/or on 8/8/2017, see S/2017/684 and SC/14982")]
['S/2017/684']
>>> symbol = parse_symbol("A/75/574–S/2020/1083")
>>> render(symbol), render(symbol.joined)
('A/75/574-S/2020/1083', 'S/2020/1083')
"""

import dataclasses
import re
from dataclasses import dataclass
from typing import Any

from allegata.model.errors import InputError
from allegata.un.series import JOINED, ORGANS, is_series, is_told_apart
from allegata.un.symbol_repairs import repaired

LONGEST = 160  # characters of a symbol with those joined to it

_SLASH = r"(?:/|%2[Ff])(?:[ ]?\n[ ]?|[ ](?=[\dR(]))?"  # a line may break after the stroke
_SESSION = r"(?:ES|S)-\d{1,2}"
_YEAR_OR_ROMAN = r"(?:[ \n]|%20){0,2}\((?:\d{4}|(?:E?S-)?[IVXL]+)\)"
_PAIR = r"[A-Z](?:-[A-Z](?!\w|/(?!(?i:Add|Corr|Rev|Amend|Summ))))?"  # "1A-B", not "1A-S/2017/1"
_LETTERS = rf"(?:{_PAIR}(?!\w)|[ ]{_PAIR}(?=[ ]?[,;)\]]|\Z))"
_ACT = (
    rf"(?:RES|DEC){_SLASH}(?:(?:{_SESSION}|\d{{1,4}}){_SLASH})?"
    rf"\d{{1,5}}(?:{_YEAR_OR_ROMAN})?{_LETTERS}?"
)
_SUFFIX_WORD = r"(?i:Add|Corr|Rev|Amend)"
_DOTTED = rf"(?!{_SUFFIX_WORD}\.)[A-Z][A-Za-z]{{0,5}}\.(?:[ ]?\d{{1,4}}|[IVX]{{1,5}}|[A-Z])(?!\w)"
_SECTION = r"\d{1,5}[ ]?\((?:Sect|Vol|Part|Prog)\.?[ ]?[\dIVXL]{1,5}\)(?=/)"
_BRACKETED = r"\(\d{1,4}\)|[A-Z]{2,6}\(\d{1,3}\)"
_WORD = r"(?:Agenda|Res|[A-Z]{1,8})(?![\w.(])"
_PART = rf"(?:{_ACT}|{_SESSION}(?!\w)|{_DOTTED}|{_SECTION}|{_BRACKETED}|\d{{1,5}}(?!\w)|{_WORD})"
_SUFFIX = rf"(?:{_SUFFIX_WORD}[.,]?[ ]?\d{{1,3}}|(?i:Summary))(?!\w)"
_NOTE = (
    r"/?[ ]?\((?i:Resumption|Resumed|Vols?\.?|Volume|Parts?|Suppl?\.?|Sect\.?|Closed)"
    r"[ ]?[\dIVXLABC-]*\)"
)
_ORGAN = "|".join(ORGANS)
_ONE = re.compile(
    rf"(?P<organ>{_ORGAN})(?P<gap>[ ]?)"
    rf"(?P<parts>(?:{_SLASH}{_PART})+)(?P<suffixes>(?:{_SLASH}{_SUFFIX})*)"
    rf"(?P<notes>(?:{_NOTE}){{0,2}})(?P<star>(?:/?-)?\*(?!\*))?(?![\w@]|/\d|%2[Ff])"
)
_ADDRESS = r"(?:undocs\.org|docs\.un\.org)/(?:(?:ar|zh|en|fr|ru|es|de)/)?"
_QUERY = r"[?&](?:[Ff]inal)?[Ss](?:ymbol)?="
# After a stroke, a letter or a hyphen stands the rest of something else: "SC/14982", a path.
_START = re.compile(
    rf"(?:(?i:{_ADDRESS})(?=(?P<address>[a-zA-Z]{{1,5}}/))|{_QUERY}|(?<![\w/.@=&%#:+~\\-]))"
    rf"(?:(?P<organ>{_ORGAN})(?=[ ]?/|%2[Ff])"
    r"|(?P<slip>(?:[$§АЕ]|[85s](?=/(?:\d{5}|19\d\d/|20\d\d/)\b))(?=/\d))"  # Cyrillic А, Е
    r"|(?=(?P<lower>[a-z]{1,5}/)))"
)
_DASH = re.compile(r"[ ]?[-\u2010-\u2015\u2212][ ]?\n?[ ]?")
_BREAK = re.compile(r"[ ]*\n[ ]*")
_BLANK = re.compile(r"[ ]{1,3}")  # "A/67/828 S/2013/210": the dash between them has no letter
_IN_ORDER = ("A", "E", "S", "T", "CD")  # organs whose symbols stand one below the other
_CODE_GOES_ON = re.compile(r"-[\dA-Z]|\.\d|[:+=]\w")


@dataclass(frozen=True, slots=True)
class Symbol:
    """One document symbol in parts.

    ``parts`` stand between organ and suffixes (``("RES", "2253 (2015)")``), ``note`` is a volume,
    part or resumption (two stand as "Part II) (closed"), ``reissued`` the printed star, ``joined``
    the document's next symbol.
    """

    organ: str
    parts: tuple[str, ...]
    suffixes: tuple[str, ...] = ()
    note: str | None = None
    reissued: bool = False
    joined: "Symbol | None" = None

    @property
    def is_resolution(self) -> bool:
        """Whether the symbol is that of an adopted resolution."""
        return "RES" in self.parts

    @property
    def halves(self) -> "tuple[Symbol, ...]":
        """The symbols of the one document, each alone."""
        alone = dataclasses.replace(self, joined=None)
        return (alone, *(self.joined.halves if self.joined else ()))


@dataclass(frozen=True, slots=True)
class FoundSymbol:
    """A symbol at ``start..end`` as printed (``raw``). ``repaired``: "Add.l" was read as Add.1."""

    start: int
    end: int
    raw: str
    symbol: Symbol
    repaired: bool = False


def parse_symbol(text: str) -> Symbol:
    """Return the symbol that ``text`` is, blanks around it aside.

    Raises:
        InputError: ``un.symbol.unknown`` where the text is no document symbol.
    """
    bare = text.strip()
    found = symbol_at(bare, 0)
    if found is None or found.end != len(bare):
        raise InputError(
            "un.symbol.unknown",
            f"{text!r} is not a United Nations document symbol.",
            "Give one such as S/2017/684, A/71/1024 or S/RES/2253 (2015).",
        )
    return found.symbol


def find_symbols(text: str, *, scanned: bool = False) -> tuple[FoundSymbol, ...]:
    """Return the symbols printed in ``text``, in order; look-alikes are left out.

    ``scanned`` says that the text was read from pictures, so that more slips are put right.
    """
    if "/" not in text and "%2" not in text:
        return ()
    found: list[FoundSymbol] = []
    at = 0
    while match := _START.search(text, at):
        lower = match["lower"] is not None
        start = match.end() if match["organ"] is None else match.start("organ")
        start = match.start("slip") if match["slip"] is not None else start
        at = max(match.end(), start + 1)
        if (match["slip"] is not None and not scanned) or (lower and match["address"] is None):
            continue
        window = text[start : start + LONGEST]
        symbol = symbol_at(window.upper() if lower else window, 0, scanned=scanned)
        while symbol is not None and _is_clear(text, start, symbol):
            end = start + symbol.end
            found.append(dataclasses.replace(symbol, start=start, end=end, raw=text[start:end]))
            at = end
            dash = _DASH.match(text, end)  # "A/75/1-A/75/9": two documents, the ends of a range
            if dash is None:
                break
            start = dash.end()
            symbol = symbol_at(text[start : start + LONGEST], 0, scanned=scanned)
    return tuple(found)


def symbol_at(text: str, start: int, *, scanned: bool = False) -> FoundSymbol | None:
    """Return the symbol that begins at ``start``, with those joined to it, if one does."""
    first = _single_at(text, start, scanned=scanned)
    if first is None or first.symbol.organ not in JOINED:
        return first
    for joint in (_DASH, _BREAK, _BLANK):
        match = joint.match(text, first.end)
        second = symbol_at(text, match.end(), scanned=scanned) if match else None
        if second is None or not _may_join(first, second, broken=joint is not _DASH):
            continue
        both = dataclasses.replace(first.symbol, joined=second.symbol)
        slips = first.repaired or second.repaired or joint is _BLANK
        return FoundSymbol(start, second.end, text[start : second.end], both, slips)
    return first


def _may_join(first: FoundSymbol, second: FoundSymbol, *, broken: bool) -> bool:
    """Say whether two symbols are one document's: two of one organ are a list or a range."""
    organs = [first.symbol.organ, *(half.organ for half in second.symbol.halves)]
    if len(set(organs)) < len(organs):
        return False
    if not broken:
        return True
    if not set(organs) <= set(_IN_ORDER):
        return False
    return organs == sorted(organs, key=_IN_ORDER.index)


def render(symbol: Symbol) -> str:
    """Return the normal form: ``render(parse_symbol(x)) == x`` for every x in that form."""
    whole = "/".join((symbol.organ, *symbol.parts, *symbol.suffixes))
    whole += f" ({symbol.note})" if symbol.note else ""
    whole += "*" if symbol.reissued else ""
    return f"{whole}-{render(symbol.joined)}" if symbol.joined else whole


Pieces = tuple[tuple[int, str], ...]
Key = tuple[str, int, Pieces, Pieces, bool, tuple[Any, ...]]  # Any: the key of the next half


def sort_key(symbol: Symbol) -> Key:
    """Return a key by organ, then series without a year first, then number by number.

    >>> parsed = [parse_symbol(text) for text in ("S/2017/10", "S/2017/9", "S/26360")]
    >>> [render(symbol) for symbol in sorted(parsed, key=sort_key)]
    ['S/26360', 'S/2017/9', 'S/2017/10']
    """
    era = 0 if len(symbol.parts) == 1 and symbol.parts[0].isdigit() else 1
    joined: tuple[Any, ...] = sort_key(symbol.joined) if symbol.joined else ()
    path = _pieces("/".join((*symbol.parts, *symbol.suffixes)))
    return symbol.organ, era, path, _pieces(symbol.note or ""), symbol.reissued, joined


def _pieces(text: str) -> Pieces:
    return tuple(
        (int(piece), "") if piece.isdigit() else (-1, piece)
        for piece in re.findall(r"\d+|\D+", text)
    )


def _single_at(text: str, start: int, *, scanned: bool = False) -> FoundSymbol | None:
    window = text[start : start + LONGEST]
    readable = repaired(window, scanned=scanned)
    match = _ONE.match(readable)
    if match is None:
        return None
    parts = tuple(_squeezed(part) for part in _split(match["parts"]))
    suffixes = tuple(part.strip() for part in _split(match["suffixes"]))
    if not is_series(match["organ"], parts) or (match["gap"] and len(parts) == 1):
        return None
    symbol = Symbol(
        match["organ"],
        parts,
        tuple(map(_suffix, suffixes)),
        _note(match["notes"]),
        match["star"] is not None,
    )
    end = match.end()
    end += readable[end : end + 1] != window[end : end + 1]  # a mark after it was no letter of it
    slips = readable[:end] != window[:end] or any("," in suffix for suffix in suffixes)
    return FoundSymbol(start, start + end, window[:end], symbol, slips)


def _split(parts: str) -> list[str]:
    return re.split(r"/|%2[Ff]", parts)[1:]


def _squeezed(part: str) -> str:
    """Return a part in its normal form: "2253(2015)" as "2253 (2015)", "2758 (XXVI)" without."""
    part = "".join(part.replace("%20", "").split())
    part = re.sub(r"(?<=\d)\((?=\d{4}\))", " (", part)
    return re.sub(r"\((Sect|Vol|Part|Prog)(\.?)(?=\w)", r" (\1\2 ", part)


def _suffix(printed: str) -> str:
    """Return "ADD. 1" as "Add.1"."""
    number = re.search(r"\d+", printed)
    word = re.match(r"[A-Za-z]+", printed)
    name = word.group().capitalize() if word else printed
    return f"{name}.{int(number.group())}" if number else name


def _note(printed: str) -> str | None:
    """Return "(Vol.II)" as "Vol. II", "(resumption 1)" as "Resumption 1"."""
    notes = []
    for raw in re.findall(r"\(([^)]*)\)", printed):
        word, dot, which = re.match(r"([A-Za-z]+)(\.?)[ ]?(.*)", raw, re.DOTALL).groups()  # type: ignore[union-attr]  # _NOTE matched
        name = word if word.isupper() else word.capitalize()
        notes.append(f"{name}{dot} {which}".strip())
    return ") (".join(notes) or None


def _is_clear(text: str, start: int, found: FoundSymbol) -> bool:
    """Say whether it is no code of another kind: too short a number, or one that goes on."""
    for half in found.symbol.halves:
        if not is_told_apart(half.organ, half.parts, half.suffixes):
            return False
    alone = found.symbol.joined is None and len(found.symbol.parts) == 1
    return not (alone and _CODE_GOES_ON.match(text, start + found.end))
