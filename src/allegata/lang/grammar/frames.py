"""Frames of harm: one verb or noun, its outcome, and the groups it takes with what follows them.

>>> from allegata.lang.grammar.harm import find_harm
>>> from allegata.lang.grammar.rows import harm_row
>>> (frame,) = find_harm(harm_row("Twelve people died, among them two girls."))
>>> [part.quantity.best for part in frame.victims[0].parts]
[2]
"""

from dataclasses import dataclass, replace

from allegata.lang.grammar.parts import Counted, adds_up, described_by, share_at
from allegata.lang.grammar.people import ONE
from allegata.lang.grammar.units import Units, code, compile_pattern
from allegata.lang.grammar.victims import (
    company_after,
    counted_in,
)
from allegata.lang.pack import Entry
from allegata.model.vocabularies import Outcome, Sex


@dataclass(frozen=True, slots=True)
class HarmFrame:
    """One verb or noun of harm at units ``first..last`` and text ``start..end``.

    ``finite`` is False for "-ing" forms and nouns, which take their agent from the clause around.
    ``cumulative`` marks a toll; ``also`` that it is told on top of what was told before ("two
    women also died"); ``both`` that one group is told to be killed and injured;
    ``of_before`` that a figure has the outcome told before it ("revised the figure to 11").
    """

    first: int
    last: int
    start: int
    end: int
    outcome: Outcome
    event: str | None
    victims: tuple[Counted, ...]
    passive: bool
    finite: bool
    cumulative: bool
    rule: str
    also: bool = False
    both: bool = False
    of_before: bool = False


_TRAILING = compile_pattern(
    # "were killed, all members of one family, including two women"
    "(?:<COMMA><GROUP>(?=<COMMA>))?[^{group}{harm}]*?<INCLUDING><ADV|COMMA>*(?P<list><GROUP>(?:<COMMA|AND|ALONG>+<GROUP>"
    "(?!<ADV|COMMA|AND>*<BE|HAVE|HARM>))*)".format(group=code("GROUP"), harm=code("HARM"))
)
# the list of "nine were killed: four men, three women and two children"
_TOLD_AGAIN = compile_pattern(
    "[^{group}{harm}]{{0,8}}?<COMMA|DASH>(?P<list><GROUP>(?:<COMMA|AND|ALONG>+<GROUP>)+)"
    "(?!<ADV|COMMA>*<BE|HAVE|HARM>)".format(group=code("GROUP"), harm=code("HARM"))
)
# "nine people were killed, all of them children"
_TRAILING_SHARE = compile_pattern(
    "[^{group}{harm}]{{0,8}}?<COMMA|DASH>(?P<share><SHARE>)<BE>?<GROUP>".format(
        group=code("GROUP"), harm=code("HARM")
    )
)
_BEFORE_VERB = {code(name) for name in ("ADV", "BE", "HAVE")}


def frame_of(
    units: Units,
    index: int,
    entry: Entry,
    victims: tuple[Counted, ...],
    rule: str,
    *,
    passive: bool = False,
    finite: bool = True,
    cumulative: bool = False,
) -> HarmFrame:
    """Return the frame of the word at ``index`` with what follows: parts, and company."""
    start, end = units.range(index, index + 1)
    if not any(told.parts for told in victims):
        victims = (*victims[:-1], _with_trailing_parts(units, index, victims[-1]))
    if passive or rule == "died":
        victims += company_after(units, index + 1)
    victims = _with_owners(victims)
    return HarmFrame(
        first=index,
        last=index + 1,
        start=start,
        end=end,
        outcome=Outcome(entry.text("outcome")),
        event=entry.text("event") or None,
        victims=victims,
        passive=passive,
        finite=finite,
        cumulative=cumulative,
        rule=f"harm.{rule}",
        also=_says_also(units, index, sequel=rule == "active"),
        both=entry.flag("both"),
    )


def _with_owners(victims: tuple[Counted, ...]) -> tuple[Counted, ...]:
    """Return the groups with what "his wife" tells of the one before: a man."""
    told = list(victims)
    for place, counted in enumerate(victims):
        group = counted.whole
        if group.owner is Sex.UNKNOWN:
            continue
        for before in range(place - 1, -1, -1):
            one = told[before].whole
            if one.quantity is ONE and one.sex in (Sex.UNKNOWN, group.owner):
                told[before] = replace(told[before], whole=replace(one, sex=group.owner))
                break
    return tuple(told)


def _says_also(units: Units, index: int, *, sequel: bool) -> bool:
    """Say whether "also" stands before the verb or opens the sentence.

    ``sequel``: "then killed a woman" tells of one more too; "was later killed" does not.
    """
    places = [1] if index > 1 else []
    at = index - 1
    while at > 0 and units.classes[at] in _BEFORE_VERB:
        places.append(at)
        at -= 1
    entries = [e for place in places if isinstance(e := units.values[place], Entry)]
    return any(entry.flag("also") or (sequel and entry.flag("next")) for entry in entries)


def _with_trailing_parts(units: Units, index: int, told: Counted) -> Counted:
    """Add what follows the verb: "twelve died, among them two girls", "all of them women"."""
    after = index + 1
    while after < len(units) and units.starts[after] < told.whole.end:
        after += 1  # an active verb's object stands between them
    match = _TRAILING.match(units.classes, after)
    if match is not None:
        parts = tuple(part.whole for part in counted_in(units, match.span("list")))
        return replace(told, parts=parts)
    match = _TOLD_AGAIN.match(units.classes, after)
    if match is not None:
        items = tuple(part.whole for part in counted_in(units, match.span("list")))
        return replace(told, parts=items) if adds_up(told.whole, items) else told
    match = _TRAILING_SHARE.match(units.classes, after)
    share = share_at(units, match.start("share")) if match is not None else None
    if share is None or told.shares:
        return told
    return replace(told, whole=described_by(told.whole, (share,)), shares=(share,))
