"""Figures that somebody puts, or puts right: "later put the toll at 16", "revised it from 12 to 9".

In: a row of units. Out: frames of the figure told last. What it is a figure of may stand in the
sentence before, so that such a frame says nothing without people who were harmed there.

>>> from allegata.lang.grammar.rows import harm_row
>>> (frame,) = figure_frames(harm_row("The ministry lowered its count from 12 to 9."))
>>> frame.rule, frame.victims[0].whole.quantity.best
('harm.corrected', 9)
"""

from dataclasses import replace

from allegata.lang.grammar.frames import HarmFrame, frame_of
from allegata.lang.grammar.numbers import Quantity
from allegata.lang.grammar.units import Units, code, compile_pattern
from allegata.lang.grammar.victims import counted_in
from allegata.lang.pack import Entry

MOST = 1_000_000  # people of one incident, where no word says that they are people
_TO = "<ADV>*(?:<FROM><ADV>*<GROUP|QTY|NUM>)?<TO|AT><ADV>*(?P<list><GROUP>)"
_FIGURES = (
    # "put the toll at 16", "revised the figure from nine to 11"
    compile_pattern(f"<REVISE><DET|POSS|ADV|MOD>{{0,3}}(?P<what><FIGURE|HARMN>){_TO}"),
    # "the toll was later revised to 16"
    compile_pattern(f"(?P<what><FIGURE|HARMN>)<BE|HAVE|ADV|MODAL>{{1,4}}<REVISE>{_TO}"),
    # "the toll has risen to 16"
    compile_pattern("(?P<what><FIGURE>)<ADV>*<REACH><ADV>*(?P<list><GROUP>)"),
)
_FIGURE, _REVISE, _NAMED = code("FIGURE"), code("REVISE"), code("NAMEDAS")
# who "the victims were identified as": Nasser Harazi and Karim Omar (14)
_NAMED_AS = compile_pattern("(?P<what><NAMEDAS>)<COMMA>?(?P<list><GROUP>(?:<COMMA|AND>+<GROUP>)*)")


def figure_frames(units: Units) -> list[HarmFrame]:
    """Return the figures that a sentence puts, each the whole of those harmed before."""
    if _FIGURE not in units.classes and _REVISE not in units.classes:
        return []
    found = []
    for pattern in _FIGURES:
        for match in pattern.finditer(units.classes):
            entry = units.values[match.start("what")]
            victims = counted_in(units, match.span("list"))
            if isinstance(entry, Entry) and victims and may_be_people(victims[0].whole.quantity):
                at = match.start("what")
                rule = "corrected" if _corrects(units, *match.span()) else "figure"
                frame = frame_of(units, at, entry, victims[:1], rule, finite=False)
                before = entry.flag("of_before")
                found.append(replace(frame, last=match.end(), also=False, of_before=before))
    return found


def may_be_people(told: Quantity | None) -> bool:
    """Say whether a figure may be of people: "put the figure at 40 million" tells of money."""
    known = [] if told is None else [n for n in (told.low, told.best, told.high) if n is not None]
    return told is not None and all(number < MOST for number in known)


def named_frames(units: Units) -> list[HarmFrame]:
    """Return the victims whom a sentence names, each one of those told before."""
    if _NAMED not in units.classes:
        return []
    found = []
    for match in _NAMED_AS.finditer(units.classes):
        entry = units.values[match.start("what")]
        victims = counted_in(units, match.span("list"))
        if not isinstance(entry, Entry) or not all(told.whole.named for told in victims):
            continue
        named = tuple(replace(told, whole=replace(told.whole, out_of=True)) for told in victims)
        frame = frame_of(units, match.start("what"), entry, named, "named", finite=False)
        found.append(replace(frame, last=match.end(), also=False, of_before=True))
    return found


def _corrects(units: Units, first: int, last: int) -> bool:
    """Say whether the words put right a figure told before: "revised", not "put"."""
    told = [value for value in units.values[first:last] if isinstance(value, Entry)]
    return any(value.cls == "REVISE" and value.flag("corrects") for value in told)
