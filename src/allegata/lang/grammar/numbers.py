"""Numbers and how they are hedged: units to quantities with bounds (DESIGN §4.1).

"43" is low = best = high; "at least five" has no high; "about five" is a best alone; "dozens" has
no number at all. What a vague word is worth is the codebook's business, never grammar's.

>>> from allegata.lang.pack import load_pack
>>> found = parse_quantity("more than twenty-seven", load_pack("en"))
>>> found.low, found.high, found.qualifier.value
(28, None, 'more_than')
>>> parse_quantity("dozens", load_pack("en")).low is None
True
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from allegata.lang.grammar.lexing import lex
from allegata.lang.grammar.units import Units, code, collapse, compile_pattern
from allegata.lang.pack import Entry, LanguagePack
from allegata.model.count import Bounds
from allegata.model.vocabularies import Qualifier


@dataclass(frozen=True, slots=True)
class Quantity:
    """People as stated. ``words`` is the text range of the number with its hedge.

    ``more`` is the range of "more" or "another" beside it, None where nothing says so. ``worth``
    is the row of a codebook's table for a vague word, "" for a number.
    """

    low: int | None
    best: int | None
    high: int | None
    qualifier: Qualifier
    words: tuple[int, int] = (0, 0)
    more: tuple[int, int] | None = None
    worth: str = ""

    @property
    def additional(self) -> bool:
        """Say whether the number comes on top of one told before."""
        return self.more is not None

    @property
    def bounds(self) -> Bounds:
        """The three numbers alone."""
        return Bounds(self.low, self.best, self.high)


_QUAL = "<QUAL_LOW|QUAL_OVER|QUAL_HIGH|QUAL_UNDER|QUAL_ABOUT|SOME>"
# "lowered its count from 12 to 9" tells two figures
_NOT_CHANGED = "(?<!<FIGURE|HARMN|REVISE><FROM><NUM>)"
_QUANTITY = compile_pattern(
    f"(?P<more><MORE|ANOTHER>)?"
    f"(?P<number><BETWEEN><QUAL_LOW|QUAL_OVER>?<NUM>+<AND|TO|DASH><QUAL_OVER|QUAL_HIGH>?<NUM>+"
    # "wounded from six to 14 civilians"
    f"|(?<=<HARM>)<FROM><NUM>+<TO><NUM>+"
    # "at least four and up to 19"
    f"|<QUAL_LOW><NUM>+<AND|COMMA|ADV|BE|MODAL>{{1,3}}<QUAL_HIGH><NUM>+"
    f"|(?P<qual>{_QUAL}*)(?:<NUM>+(?:{_NOT_CHANGED}<DASH|TO|OR><NUM>+)?(?P<ormore><ORMORE>)?|<VAGUE>)"
    f"|<SOME>(?=<MOD|DEMONYM|PEOPLE|OTHERS|MORE|CAP|AGED>|$)"
    f")(?P<after><MORE|OTHERS>(?!<NUM|QUAL_LOW>))?"
    # "wounded another": one more, where no number and no thing follows
    f"|(?P<another><ANOTHER>)(?!<NUM|WORD|ACTN|TARGET|TMOD|MEANS|PLATFORM|PLACE|DATE|MASK|VAGUE>)"
    # "wounded a sixth"
    f"|(?P<nth><ART><ORD>)(?=<AND|COMMA|PUNCT|WHILE|BE|IN|PEOPLE|PERSON|WITH|HARM>|$)"
)
_SCALE_AND = compile_pattern("<NUM>+<AND><NUM>+")
# injured "dozens"
_QUOTED = compile_pattern("<QUOTE><QTY><QUOTE>")
_NUM, _BETWEEN, _AND, _QUOTE = (code(name) for name in ("NUM", "BETWEEN", "AND", "QUOTE"))
_Limits = tuple[int | None, int | None, int | None]
_BOUNDS: dict[Qualifier, Callable[[int, int], _Limits]] = {
    Qualifier.AT_LEAST: lambda low, _: (low, None, None),
    Qualifier.MORE_THAN: lambda low, _: (low + 1, None, None),
    Qualifier.UP_TO: lambda _, high: (None, None, high),
    Qualifier.FEWER_THAN: lambda _, high: (None, None, max(high - 1, 0)),
}
_QUALIFIERS = {
    "QUAL_LOW": Qualifier.AT_LEAST,
    "QUAL_OVER": Qualifier.MORE_THAN,
    "QUAL_HIGH": Qualifier.UP_TO,
    "QUAL_UNDER": Qualifier.FEWER_THAN,
    "QUAL_ABOUT": Qualifier.ABOUT,
    "SOME": Qualifier.ABOUT,
}


def find_quantities(units: Units) -> Units:
    """Return the row with every number, range or vague word collapsed to a QTY unit."""
    joined = collapse(units, _SCALE_AND, "NUM", _join, needs=_AND)
    units = collapse(joined, _QUANTITY, "QTY", _build)
    return collapse(units, _QUOTED, "QTY", _inside, needs=_QUOTE)


def _inside(units: Units, match: re.Match[str]) -> object | None:
    """Return the vague word inside quotation marks; a quoted number may be a name."""
    value = units.values[match.start() + 1]
    return value if isinstance(value, Quantity) and value.worth else None


def parse_quantity(raw: str, pack: LanguagePack) -> Quantity | None:
    """Return what ``raw`` says as a whole, None where it is no quantity.

    This is the law behind ``derivation: literal``: the words alone give the number.
    """
    row = find_quantities(lex(raw, [(0, len(raw))], pack.lexicon))
    if [_says_none(value) for value in row.values[1:]] == [True]:
        return quantity_of(0, 0, Qualifier.STATED)
    found = [value for value in row.values if isinstance(value, Quantity)]
    return found[0] if len(found) == 1 else None


def _says_none(value: object) -> bool:
    """Say whether a unit is "no" or "no one"."""
    return isinstance(value, Entry) and (value.cls == "NO" or value.flag("zero"))


def quantity_of(low: int, high: int, qualifier: Qualifier) -> Quantity:
    """Return the bounds that one number (``low == high``) or a range has under a qualifier."""
    if qualifier in _BOUNDS:
        return Quantity(*_BOUNDS[qualifier](low, high), qualifier)
    if low != high:
        return Quantity(low, None, high, Qualifier.RANGE)
    if qualifier is Qualifier.ABOUT:
        return Quantity(None, low, None, qualifier)
    return Quantity(low, low, high, Qualifier.STATED)


def _build(units: Units, match: re.Match[str]) -> Quantity | None:
    if match.group("another") or match.group("nth"):
        words = units.range(*match.span())
        return Quantity(1, 1, 1, Qualifier.STATED, words, words)
    first, last = match.span("number")
    words = units.range(first, last)
    more = _more(units, match)
    runs = _number_runs(units, first, last)
    if not runs:
        return Quantity(None, None, None, Qualifier.VAGUE, words, more, _worth(units, first, last))
    values = [_value(units, *run) for run in runs]
    numbers = [value for value in values if value is not None]
    if len(numbers) != len(values) or (len(numbers) == 2 and numbers[0] > numbers[1]):
        return None
    found = quantity_of(numbers[0], numbers[-1], _qualifier(units, match, runs))
    return replace(found, words=words, more=more)


def _join(units: Units, match: re.Match[str]) -> Entry | None:
    """Make one number of "two hundred and five"; "twenty and five" stay two."""
    if not all(isinstance(value, Entry) for value in units.values[match.start() : match.end()]):
        return None
    joint = units.classes.index(_AND, match.start())
    whole, rest = _value(units, match.start(), joint), _value(units, joint + 1, match.end())
    if whole is None or rest is None or whole == 0 or whole % 100 or not 0 < rest < 100:
        return None
    return Entry("NUM", units.words(match.start(), match.end()), "", {"value": whole + rest})


def _qualifier(units: Units, match: re.Match[str], runs: list[tuple[int, int]]) -> Qualifier:
    """Return how the number is hedged: by the last hedge, or by "or more" behind it."""
    if match.group("ormore"):
        return Qualifier.AT_LEAST
    told = [
        _QUALIFIERS[entry.cls]
        for index in range(*match.span("number"))
        if isinstance(entry := units.values[index], Entry) and entry.cls in _QUALIFIERS
    ]
    between = units.classes[match.start("number")] == _BETWEEN
    if len(runs) == 2 and (len(told) == 2 or between):
        return Qualifier.STATED  # "at least four and up to 19" is a range
    return told[-1] if told else Qualifier.STATED


def _worth(units: Units, first: int, last: int) -> str:
    for index in range(first, last):
        entry = units.values[index]
        if isinstance(entry, Entry) and entry.text("worth"):
            return entry.text("worth")
    return ""


def _more(units: Units, match: re.Match[str]) -> tuple[int, int] | None:
    for name in ("more", "after"):
        if match.group(name):
            return units.range(*match.span(name))
    return None


# "12,34" says no whole number, and "31 four" are two numbers that have lost what stood between.
_GROUPED = re.compile(r"\d{1,3}(?:[,\u00a0\u202f]\d{3})+|\d+")


def _takes_on(current: int, value: int) -> bool:
    """Say whether the next word goes on with the number: "two hundred five", "twenty-seven"."""
    return (current > 0 and current % 100 == 0) or (20 <= current % 100 <= 90 and value < 10)


def _number_runs(units: Units, first: int, last: int) -> list[tuple[int, int]]:
    runs: list[tuple[int, int]] = []
    for index in range(first, last):
        if units.classes[index] == _NUM:
            if runs and runs[-1][1] == index:
                runs[-1] = (runs[-1][0], index + 1)
            else:
                runs.append((index, index + 1))
    return runs


def _value(units: Units, first: int, last: int) -> int | None:
    """Return the whole number that NUM units say together, None where they say none."""
    total = current = 0
    in_digits = False
    for index in range(first, last):
        entry = units.values[index]
        if not isinstance(entry, Entry):
            printed = units.text[units.starts[index] : units.ends[index]]
            if not _GROUPED.fullmatch(printed):
                return None
            value, scale = int(re.sub(r"\D", "", printed)), False
        else:
            number = entry.number("value")
            if number is None:
                return None
            value, scale = number, entry.flag("scale")
        if scale:
            current = max(current, 1) * value
            if value >= 1000:
                total, current = total + current, 0
        elif not in_digits and isinstance(entry, Entry) and _takes_on(current, value):
            current += value  # "two hundred five", "twenty-seven"
        elif current:
            return None
        else:
            current = value
        in_digits = not isinstance(entry, Entry)
    return total + current
