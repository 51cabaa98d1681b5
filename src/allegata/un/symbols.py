"""United Nations document symbols: what is one, its parts, its normal form and its order.

In: text. Out: ``Symbol`` values, each rendered in one normal form beside the printed one.
A symbol is an organ, parts, suffixes, a note in brackets and a star for a reissue; two symbols of
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

from allegata.model.errors import InputError

FIRST_YEAR = 1994  # Council documents carry their year since then; before, a running number
LAST_YEAR = 2099
LAST_SESSION = 120  # the Assembly's sessions; the 120th will be in 2065
LEAST_DIGITS = 3  # in running text "S/12" is more often a code of another kind

_SLASH = r"/(?:[ ]?\n[ ]?|[ ](?=\d))?"  # a line may break after the stroke
_SESSION = r"(?:ES|S)-\d{1,2}"
_YEAR_OR_ROMAN = r"[ \n]{0,2}\((?:\d{4}|(?:E?S-)?[IVXL]+)\)"
_ACT = (
    rf"(?:RES|DEC){_SLASH}(?:(?:{_SESSION}|\d{{1,4}}){_SLASH})?"
    rf"\d{{1,5}}(?:{_YEAR_OR_ROMAN})?(?:[A-Z](?:-[A-Z])?(?!\w))?"
)
_DOTTED = r"(?:CONF|CRP|Sub|Min|CN|AC|SC|WG|GC|PC|PV|SR|WP|C|L|R|Agenda|NGO|INF|SS|BUR|EA)\.\d{1,4}"
_NUMBER = r"\d{1,5}"
_WORD = r"(?:Agenda|[A-Z]{1,6})(?![\w.])"
_PART = rf"(?:{_ACT}|{_SESSION}(?!\w)|{_DOTTED}(?!\w)|{_NUMBER}(?!\w)|{_WORD})"
_SUFFIX = r"(?:(?i:Add|Corr|Rev|Amend)\.[\dlI]{1,3}|(?i:Summary))(?!\w)"
_NOTE = r"[ ]?\((?P<note>(?i:Resumption|Vol\.|Parts?|Supp\.?))[ ]?(?P<which>[\dIVXLABC-]*)\)"
_ONE = re.compile(
    r"(?P<organ>ST|S|A|E|T|DP|TD|CD|CRC|CRPD|CAT|CCPR|CEDAW|CERD|CED|CMW|UNEP|PBC|ECE|HS|UNW)"
    rf"(?P<parts>(?:{_SLASH}{_PART})+)(?P<suffixes>(?:{_SLASH}{_SUFFIX})*)"
    rf"(?:{_NOTE})?(?P<star>\*(?!\*))?(?![\w]|/\d)"
)
_ADDRESS = r"(?:undocs\.org|docs\.un\.org)/(?:(?:ar|zh|en|fr|ru|es)/)?|[?&]s(?:ymbol)?="
# After a stroke, a letter or a hyphen stands the rest of something else: "SC/14982", a path.
_START = re.compile(rf"(?:{_ADDRESS}|(?<![\w/.@=&%#-]))(?=[ASETDCUPH][A-Z]{{0,4}}/)")
_DASH = re.compile(r"[ ]?[-\u2010-\u2015][ ]?\n?[ ]?")
_BREAK = re.compile(r"[ ]*\n[ ]*")
_ASSEMBLY_WORDS = frozenset(
    ["RES", "DEC", "PRST", "INF", "NGO", "PET", "HRC", "Agenda", "BUR", "PC", "RC", "CONF", "EC"]
)
_ECOSOC_WORDS = _ASSEMBLY_WORDS | frozenset(
    ["ESCWA", "ECA", "ESCAP", "ECE", "ECLAC", "ICEF", "INCB"]
)
_BARE_ORGANS = frozenset({"S", "A", "E", "T", "CD"})
_STANDING_ALONE = ("PV.", "L.", "SR.", "INF.", "BUR.", "R.")


@dataclass(frozen=True, slots=True)
class Symbol:
    """One document symbol in parts.

    ``parts`` stand between organ and suffixes (``("RES", "2253 (2015)")``), ``note`` is a volume,
    part or resumption, ``reissued`` the printed star, ``joined`` the document's second symbol.
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


def find_symbols(text: str) -> tuple[FoundSymbol, ...]:
    """Return the symbols printed in ``text``, in order; look-alikes are left out."""
    found: list[FoundSymbol] = []
    at = 0
    while match := _START.search(text, at):
        at = match.end()
        symbol = symbol_at(text, at)
        if symbol is None or _too_short(symbol.symbol):
            at += 1
        while symbol is not None and not _too_short(symbol.symbol):
            found.append(symbol)
            at = symbol.end
            dash = _DASH.match(text, at)  # "A/75/1-A/75/9": two documents, the ends of a range
            symbol = symbol_at(text, dash.end()) if dash else None
    return tuple(found)


def symbol_at(text: str, start: int) -> FoundSymbol | None:
    """Return the symbol that begins at ``start``, with the one joined to it, if one does."""
    first = _single_at(text, start)
    if first is None or first.symbol.organ not in _BARE_ORGANS:
        return first
    for joint in (_DASH, _BREAK):
        match = joint.match(text, first.end)
        second = _single_at(text, match.end()) if match else None
        if second is None or second.symbol.organ == first.symbol.organ:
            continue  # two of one organ are a list or a range, not one document
        if joint is _BREAK and (first.symbol.organ, second.symbol.organ) != ("A", "S"):
            continue
        both = dataclasses.replace(first.symbol, joined=second.symbol)
        repaired = first.repaired or second.repaired
        return FoundSymbol(start, second.end, text[start : second.end], both, repaired)
    return first


def render(symbol: Symbol) -> str:
    """Return the normal form: ``render(parse_symbol(x)) == x`` for every x in that form."""
    whole = "/".join((symbol.organ, *symbol.parts, *symbol.suffixes))
    whole += f" ({symbol.note})" if symbol.note else ""
    whole += "*" if symbol.reissued else ""
    return f"{whole}-{render(symbol.joined)}" if symbol.joined else whole


def sort_key(symbol: Symbol) -> tuple[str, int, tuple[tuple[int, str], ...]]:
    """Return a key by organ, then series without a year first, then number by number.

    >>> parsed = [parse_symbol(text) for text in ("S/2017/10", "S/2017/9", "S/26360")]
    >>> [render(symbol) for symbol in sorted(parsed, key=sort_key)]
    ['S/26360', 'S/2017/9', 'S/2017/10']
    """
    era = 0 if len(symbol.parts) == 1 and symbol.parts[0].isdigit() else 1
    pieces = re.findall(r"\d+|\D+", "/".join((*symbol.parts, *symbol.suffixes)))
    numbered = tuple((int(p), "") if p.isdigit() else (-1, p) for p in pieces)
    return symbol.organ, era, numbered


def _single_at(text: str, start: int) -> FoundSymbol | None:
    match = _ONE.match(text, start)
    if match is None:
        return None
    parts = tuple(_squeezed(part) for part in match["parts"].split("/")[1:])
    suffixes = tuple(part.strip() for part in match["suffixes"].split("/")[1:])
    if not _is_well_formed(match["organ"], parts):
        return None
    note = f"{match['note']} {match['which']}".strip() if match["note"] else None
    symbol = Symbol(
        match["organ"], parts, tuple(map(_suffix, suffixes)), note, match["star"] is not None
    )
    repaired = any(re.search(r"\.\d*[lI]", suffix) for suffix in suffixes)
    return FoundSymbol(start, match.end(), match.group(), symbol, repaired)


def _squeezed(part: str) -> str:
    """Return a part in its normal form: "2253(2015)" as "2253 (2015)", "2758 (XXVI)" without."""
    part = "".join(part.split())
    return re.sub(r"(?<=\d)\((?=\d)", " (", part)


def _suffix(printed: str) -> str:
    """Return "ADD.l" as "Add.1"."""
    word, _, number = printed.partition(".")
    return f"{word.capitalize()}.{_digits(number)}" if number else word.capitalize()


def _digits(number: str) -> str:
    return str(int(number.replace("l", "1").replace("I", "1")))


def _is_well_formed(organ: str, parts: tuple[str, ...]) -> bool:
    """Say whether the parts are those of a series of this organ."""
    first = parts[0]
    if not any(character.isdigit() for character in parts[-1]):
        return False
    if len(parts) == 1:
        alone = first.startswith(_STANDING_ALONE) and organ in _BARE_ORGANS
        return alone or (first.isdigit() and organ in _BARE_ORGANS)
    if organ == "S":
        return _is_council_series(parts)
    if organ == "A":
        return _is_assembly_series(parts)
    if organ == "E":
        return all(_known(part, _ECOSOC_WORDS) for part in parts)
    return organ != "ST" or first.isalpha()


def _is_council_series(parts: tuple[str, ...]) -> bool:
    first = parts[0]
    if first.isdigit():
        return len(parts) == 2 and FIRST_YEAR <= int(first) <= LAST_YEAR and parts[1].isdigit()
    if first == "RES":
        return len(parts) == 2
    if first == "PRST":
        return len(parts) == 3 and FIRST_YEAR <= int(parts[1]) <= LAST_YEAR
    return all(_known(part, _ASSEMBLY_WORDS) for part in parts)


def _is_assembly_series(parts: tuple[str, ...]) -> bool:
    first = parts[0]
    if first == "HRC":  # A/HRC/WG.6/40/SYR/1 names the country under review
        return True
    if first.isdigit() and not 1 <= int(first) <= LAST_SESSION:
        return False
    return all(_known(part, _ASSEMBLY_WORDS) for part in parts)


def _known(part: str, words: frozenset[str]) -> bool:
    return not part.isalpha() or part in words


def _too_short(symbol: Symbol) -> bool:
    """Say whether a running number is too short to be told from a code ("S/12")."""
    return (
        len(symbol.parts) == 1 and symbol.parts[0].isdigit() and len(symbol.parts[0]) < LEAST_DIGITS
    )
