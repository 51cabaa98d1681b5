"""Groups of people: who is counted, with status, age, sex, role and relation as the words say.

Units in, units out: "nine civilians from one family" becomes one GROUP unit. A
modifier may be a noun of people too ("civilian residents"); several heads under one number
("women and children") are one group whose age and sex stay unknown.

>>> from allegata.lang.grammar.lexing import lex
>>> from allegata.lang.grammar.numbers import find_quantities
>>> from allegata.lang.pack import load_pack
>>> text = "nine civilians from one family"
>>> units = find_groups(find_quantities(lex(text, [(0, len(text))], load_pack("en").lexicon)))
>>> phrase = units.values[1]
>>> (phrase.quantity.best, phrase.status, phrase.relation)
(9, <Status.CIVILIAN: 'civilian'>, 'family')
"""

import re
from dataclasses import dataclass

from allegata.lang.grammar.numbers import Quantity
from allegata.lang.grammar.units import Units, code, collapse, compile_pattern
from allegata.lang.pack import Entry
from allegata.model.vocabularies import Age, Qualifier, Sex, Status

ONE = Quantity(1, 1, 1, Qualifier.STATED)
NONE = Quantity(0, 0, 0, Qualifier.STATED)


@dataclass(frozen=True, slots=True)
class GroupPhrase:
    """A group as written, at ``start..end``; ``head`` is the range without the number.

    ``quantity`` is None for "the children"; ``quantity_range`` holds the number's words.
    ``by_article`` says that "a" alone makes it one.
    """

    start: int
    end: int
    head: tuple[int, int]
    quantity: Quantity | None
    quantity_range: tuple[int, int]
    status: Status
    age: Age
    sex: Sex
    role: str | None
    relation: str | None
    heads: tuple[str, ...]
    by_article: bool = False


_GROUP = compile_pattern(
    "(?P<det><DET|ART|DEM|POSS|SAME>)?(?P<qty><QTY|NO>)?(?:<OF><DET|DEM|POSS>)?"
    "(?P<mods>(?:<MOD|DEMONYM|STATE|EMPTY|ADV|FRAMING|MORE|ACTOR>|<PEOPLE>(?=<PEOPLE>))*)"
    "(?P<heads><PEOPLE>(?:(?:<COMMA><PEOPLE>)*<COMMA>?<AND|OR><PEOPLE>)?)"
    "(?P<relation><COMMA>?<RELATION>)?"
)
_PEOPLE = code("PEOPLE")


def find_groups(units: Units) -> Units:
    """Return the row with every group of people collapsed to a GROUP unit."""
    return collapse(units, _GROUP, "GROUP", _build)


def _build(units: Units, match: re.Match[str]) -> GroupPhrase:
    start, end = units.range(*match.span())
    heads = [
        entry
        for index in range(*match.span("heads"))
        if units.classes[index] == _PEOPLE and isinstance(entry := units.values[index], Entry)
    ]
    mods = [
        entry
        for index in range(*match.span("mods"))
        if isinstance(entry := units.values[index], Entry)
    ]
    quantity, quantity_range = _quantity(units, match, heads)
    described = [*mods, *heads]
    relation = _agreed(described, "relation")
    if match.group("relation"):
        told = units.values[match.end("relation") - 1]
        relation = told.text("relation") if isinstance(told, Entry) else relation
    head_end = match.end("heads")
    head_start = min(match.start("mods"), match.start("heads"))
    return GroupPhrase(
        start=start,
        end=end,
        head=units.range(head_start, head_end),
        quantity=quantity,
        quantity_range=quantity_range,
        status=Status(_agreed(described, "status") or "unknown"),
        age=Age(_agreed(heads, "age", all_heads=True) or "unknown"),
        sex=Sex(_agreed(described, "sex", all_heads=len(heads) > 1) or "unknown"),
        role=_agreed(heads, "role"),
        relation=relation,
        heads=tuple(entry.lemma for entry in heads),
        by_article=quantity is ONE,
    )


def _quantity(
    units: Units, match: re.Match[str], heads: list[Entry]
) -> tuple[Quantity | None, tuple[int, int]]:
    if match.group("qty"):
        index = match.start("qty")
        value = units.values[index]
        where = units.range(index, index + 1)
        return (value, value.words) if isinstance(value, Quantity) else (NONE, where)
    if heads[0].flag("zero"):
        return NONE, units.range(match.start("heads"), match.start("heads") + 1)
    if match.group("det") and len(heads) == 1 and is_singular(heads[0].lemma):
        entry = units.values[match.start("det")]
        if isinstance(entry, Entry) and entry.cls == "ART":
            return ONE, units.range(match.start("det"), match.start("det") + 1)
    return None, (0, 0)


def is_singular(word: str) -> bool:
    """Say whether a word for people speaks of one person."""
    return not word.endswith("s") and word.rsplit(maxsplit=1)[-1] not in {
        "people",
        "men",
        "women",
        "children",
    }


def _agreed(entries: list[Entry], key: str, *, all_heads: bool = False) -> str | None:
    """Return what the entries say of ``key`` where they do not contradict each other."""
    said = {entry.text(key) for entry in entries if entry.text(key)}
    if all_heads and any(not entry.text(key) for entry in entries):
        return None
    return said.pop() if len(said) == 1 else None
