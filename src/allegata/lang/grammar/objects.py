"""What was hit, and with what: object phrases and weapons as single units.

>>> from allegata.lang.grammar.lexing import lex
>>> from allegata.lang.pack import load_pack
>>> text = "residential neighbourhoods and homes"
>>> units = find_targets(lex(text, [(0, len(text))], load_pack("en").lexicon))
>>> units.values[1].category, units.values[1].general
('residential', True)
"""

import re
from dataclasses import dataclass

from allegata.lang.grammar.units import Units, code, collapse, compile_pattern
from allegata.lang.pack import Entry


@dataclass(frozen=True, slots=True)
class TargetPhrase:
    """Objects that were hit, as written at ``start..end`` (articles left out of it).

    ``general`` says that kinds of objects are meant ("homes", "residential neighbourhoods") and no
    one in particular; ``named`` that the object has a name of its own.
    """

    start: int
    end: int
    category: str
    protected: bool
    general: bool
    named: bool


_MODS = "(?:<TMOD|MOD|DEMONYM|CAP|FRAMING|STATE|EMPTY|PLACE>|<PEOPLE|PERSON>(?=[{target}{tmod}]))*"
_TARGET = compile_pattern(
    "(?P<det><DET|ART|DEM|POSS|SAME|NUM|QTY>)*"
    + _MODS.format(target=code("TARGET"), tmod=code("TMOD")).join(["(?P<first>", "<TARGET>)"])
    + "(?P<rest>(?:<COMMA>?<AND|OR>(?:<DET|ART|DEM|POSS>)?"
    + _MODS.format(target=code("TARGET"), tmod=code("TMOD"))
    + "<TARGET>)*)"
)
_TARGET_CODE, _CAP, _PLACE = code("TARGET"), code("CAP"), code("PLACE")


def find_targets(units: Units) -> Units:
    """Return the row with every object phrase, or list of them, collapsed to one TARGET unit."""
    return collapse(units, _TARGET, "TARGET", _build, needs=_TARGET_CODE)


def _build(units: Units, match: re.Match[str]) -> TargetPhrase | None:
    heads = [
        entry
        for index in range(match.start("first"), match.end())
        if units.classes[index] == _TARGET_CODE and isinstance(entry := units.values[index], Entry)
    ]
    if not heads:
        return None
    first = match.start("first")
    start, end = units.range(first, match.end())
    named = any(units.classes[index] in (_CAP, _PLACE) for index in range(first, match.end()))
    return TargetPhrase(
        start=start,
        end=end,
        category=heads[0].text("category", "other"),
        protected=any(head.flag("protected") for head in heads),
        general=not named and match.group("det") is None and all(_plural(head) for head in heads),
        named=named,
    )


def _plural(entry: Entry) -> bool:
    word = entry.lemma
    return word.endswith("s") or word in {"property", "infrastructure", "farmland", "livestock"}
