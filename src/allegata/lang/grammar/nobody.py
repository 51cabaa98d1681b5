"""Words of harm that harm nobody: animals, bills, batteries, pictures, and rules about anyone.

In: a row of units and the place of a verb. Out: whether it tells of no people at all.

>>> from allegata.lang.grammar.harm import find_harm
>>> from allegata.lang.grammar.rows import harm_row
>>> find_harm(harm_row("Nine dead batteries lay in a drawer."))
()
"""

from allegata.lang.grammar.parts import Counted
from allegata.lang.grammar.units import Units, code, compile_pattern
from allegata.lang.pack import Entry

_DESCRIBED = "<DET|ART|POSS|DEM|MOD|ADV|NO|QTY|GROUP|WORD>{0,3}<THING>"
# "seven injured goats", "killed the bill", "shot forty pictures"
_THING_NEXT = compile_pattern(_DESCRIBED)
# "killed nine lambs and injured four more": the bare number goes on counting lambs
_THINGS_BEFORE = compile_pattern(f"<HARM>{_DESCRIBED}[^" + code("GROUP") + code("STOP") + "]*$")
# "she shot nine women for the cover"
_PICTURED = compile_pattern("<HARM>[^" + code("STOP") + code("HARM") + "]{0,12}<CAMERA>")
_PEOPLE_NEXT = compile_pattern(
    "<DET|ART|POSS|DEM|MOD|ADV|QTY|GROUP|THING|AND|COMMA|WORD>{0,5}<GROUP>(?!<THING>)"
)
_SCORE = compile_pattern("<NUM><DASH><NUM>(?!<PEOPLE|PERSON|GROUP>)")  # "were massacred 14-0"
_REL = code("REL")


def harms_nobody(units: Units, index: int, entry: Entry) -> bool:
    """Say whether the verb at ``index`` takes a thing, is a camera's, or tells what is forbidden.

    "A person who kills another is liable" is a rule; "killed his dog and two men" tells of men.
    """
    if entry.form == "third" and units.classes[index - 1 : index] == _REL:
        return True
    if entry.text("event") == "shooting" and _PICTURED.match(units.classes, index):
        return True
    if _SCORE.match(units.classes, index + 1):
        return True
    thing = _THING_NEXT.match(units.classes, index + 1)
    if thing is None or _is_how_often(units.values[thing.end() - 1]):
        return False
    return entry.flag("intransitive") or _PEOPLE_NEXT.match(units.classes, index + 1) is None


def _is_how_often(value: object) -> bool:
    """Say whether a thing only tells how often: "was shot three times"."""
    return isinstance(value, Entry) and value.flag("occasions")


def counts_things(units: Units, index: int, victims: tuple[Counted, ...]) -> bool:
    """Say whether bare numbers behind a verb go on counting the things of the verb before."""
    bare = bool(victims) and all(not told.whole.heads for told in victims)
    return bare and _THINGS_BEFORE.search(units.classes, 0, index) is not None
