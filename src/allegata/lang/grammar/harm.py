"""Harm to people: which verb or noun says what happened, to which groups.

Active ("killing 43 civilians"), passive ("eight people were killed"), reduced ("five wounded"),
nominal ("the deaths of two men", "two deaths"), "left two people dead", tolls, and none
("no casualties"). "No casualties were reported" is no claim of zero (DESIGN §4.8).

>>> from allegata.lang.grammar.rows import harm_row
>>> frames = find_harm(harm_row("Shelling killed three people and twelve were wounded."))
>>> [(frame.outcome.value, [v.whole.quantity.best for v in frame.victims]) for frame in frames]
[('killed', [3]), ('injured', [12])]
"""

import re
from dataclasses import dataclass, replace

from allegata.lang.grammar.parts import Counted
from allegata.lang.grammar.people import NONE, GroupPhrase
from allegata.lang.grammar.units import Units, code, compile_pattern
from allegata.lang.pack import Entry
from allegata.model.vocabularies import Age, Outcome, Sex, Status


@dataclass(frozen=True, slots=True)
class HarmFrame:
    """One verb or noun of harm at units ``first..last`` and text ``start..end``.

    ``finite`` is False for "-ing" forms and nouns, which take their agent from the clause around.
    ``cumulative`` marks a toll.
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


_AUX = "<BE|HAVE|MODAL|ADV|DO|REL|COMMA>*"
_ACTIVE_OBJECT = compile_pattern(
    "<ADV|EMPTY|DET>*(?P<list><GROUP>(?:<COMMA|AND>+<GROUP>(?!<ADV|COMMA|AND>*<BE|HAVE|HARM>))*)"
)
# "Two shepherds, brothers aged 34 and 29, were killed": an apposition counts nobody anew.
# "Two neighbours who came to their aid were wounded"
_SUBJECT = compile_pattern(
    "(?P<list>(?:<GROUP><COMMA|AND>+)*<GROUP>)"
    "(?:<COMMA><GROUP|MASK|WORD|CAP|FROM|OF|IN|DET|ART|PLACE>+<COMMA>|<REL>(?!<BE|HAVE>)[^{stop}{harm}]{{1,8}}?(?=<BE>))?"
    "<REL>?{aux}$".format(stop=code("STOP"), harm=code("HARM"), aux=_AUX)
)
_REDUCED = compile_pattern("(?P<list><GROUP>)<COMMA|ADV|AND>*$")
_PASSIVE = compile_pattern("<BE><ADV|HAVE|BE>*$")
_NEGATED = compile_pattern("<NOT><ADV|BE|HAVE|DO>*$")
_OF_GROUP = compile_pattern("<OF>(?P<list><GROUP>(?:<COMMA|AND>+<GROUP>)*)")
_DEAD_BEFORE = compile_pattern("(?P<list><GROUP>)<ADV>*$")
_NO_CASUALTIES = compile_pattern(
    "<NO><MOD|PEOPLE|DEMONYM>*(?P<what><CASUALTY|HARMN>(?:<OR|AND|COMMA>+<CASUALTY|HARMN|GROUP>)*)"
    "(?!<BE|HAVE|ADV>*<REPORTED|SAY>)"
)
_TRAILING = compile_pattern(
    "[^{group}{harm}]*?<INCLUDING><ADV>*(?P<list><GROUP>(?:<COMMA|AND>+<GROUP>"
    "(?!<ADV|COMMA|AND>*<BE|HAVE|HARM>))*)".format(group=code("GROUP"), harm=code("HARM"))
)
# "The number of civilians killed in the strike has risen to 31"
_NUMBER_OF = compile_pattern(
    "<NUMBEROF>(?P<who><GROUP>)(?P<what><HARM|HARMN>)<IN|ON|OF|DET|ACTN|DATE|PLACE|WORD|BY>{0,12}"
    "(?P<reach><REACH|BE>)<ADV>*(?P<number><GROUP>)"
)
_HARM_CODES = {code(name) for name in ("HARM", "HARMN", "CLAIMLIFE", "TOLL")}
_HARM, _GROUP = code("HARM"), code("GROUP")


def find_harm(units: Units) -> tuple[HarmFrame, ...]:
    """Return the harm told in a row of units of one sentence, in order of their words."""
    found = [*_zero_frames(units), *_number_frames(units)]
    taken = {index for frame in found for index in range(frame.first, frame.last)}
    for index, character in enumerate(units.classes):
        if character in _HARM_CODES and index not in taken:
            frame = _frame_at(units, index)
            if frame is not None:
                found.append(frame)
    return tuple(sorted(found, key=lambda frame: frame.start))


def _frame_at(units: Units, index: int) -> HarmFrame | None:
    entry = units.values[index]
    if not isinstance(entry, Entry) or _NEGATED.search(units.classes, 0, index):
        return None
    if entry.cls == "HARM":
        return _verb_frame(units, index, entry)
    if entry.cls == "HARMN":
        return _noun_frame(units, index, entry)
    victims = _list(units, _ACTIVE_OBJECT.match(units.classes, index + 1))
    if not victims:
        return None
    rule = "toll" if entry.cls == "TOLL" else "lives_claimed"
    return _frame(units, index, entry, victims, rule, cumulative=entry.cls == "TOLL")


def _verb_frame(units: Units, index: int, entry: Entry) -> HarmFrame | None:
    classes = units.classes
    passive = _PASSIVE.search(classes, 0, index) is not None
    if entry.flag("intransitive"):
        victims = _before(units, _SUBJECT, index)
        return _frame(units, index, entry, victims, "died") if victims else None
    if passive:
        victims = _before(units, _SUBJECT, index)
        return _frame(units, index, entry, victims, "passive", passive=True) if victims else None
    victims = _list(units, _ACTIVE_OBJECT.match(classes, index + 1))
    if victims:
        return _frame(units, index, entry, victims, "active", finite=entry.form != "ing")
    if entry.form in ("past", "participle", ""):
        victims = _before(units, _REDUCED, index)
        if victims:
            return _frame(units, index, entry, victims, "reduced", passive=True)
    return None


def _noun_frame(units: Units, index: int, entry: Entry) -> HarmFrame | None:
    victims = _list(units, _OF_GROUP.match(units.classes, index + 1))
    if not victims:
        victims = _before(units, _DEAD_BEFORE, index)
    if not victims:
        return None
    return _frame(units, index, entry, victims, "nominal", finite=False)


def _frame(
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
    start, end = units.range(index, index + 1)
    if not any(told.parts for told in victims):
        victims = (*victims[:-1], _with_trailing_parts(units, index, victims[-1]))
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
    )


def _with_trailing_parts(units: Units, index: int, told: Counted) -> Counted:
    """Add parts that follow the verb: "twelve people died, among them two girls"."""
    match = _TRAILING.match(units.classes, index + 1)
    if match is None:
        return told
    return replace(told, parts=tuple(part.whole for part in _counted(units, match.span("list"))))


def _list(units: Units, match: re.Match[str] | None) -> tuple[Counted, ...]:
    return _counted(units, match.span("list")) if match else ()


def _before(units: Units, pattern: re.Pattern[str], index: int) -> tuple[Counted, ...]:
    """Return the groups that ``pattern`` finds to the left; objects of another verb stay out."""
    match = pattern.search(units.classes, 0, index)
    if match is None:
        return ()
    first, last = match.span("list")
    before = units.classes[first - 1] if first else ""
    if before == _HARM and units.classes[first:last].count(_GROUP) > 1:
        first = last - 1
    return _counted(units, (first, last))


def _counted(units: Units, span: tuple[int, int]) -> tuple[Counted, ...]:
    return tuple(
        value for index in range(*span) if isinstance(value := units.values[index], Counted)
    )


def _number_frames(units: Units) -> list[HarmFrame]:
    """Read "the number of people killed is 24": the group of one phrase, the number of another."""
    found = []
    for match in _NUMBER_OF.finditer(units.classes):
        who, number = (units.values[match.start(name)] for name in ("who", "number"))
        entry = units.values[match.start("what")]
        if isinstance(who, Counted) and isinstance(number, Counted) and isinstance(entry, Entry):
            group = replace(
                who.whole,
                quantity=number.whole.quantity,
                quantity_range=number.whole.quantity_range,
            )
            victims = (replace(number, whole=group),)
            frame = _frame(units, match.start("what"), entry, victims, "number_of", finite=False)
            found.append(replace(frame, last=match.end()))
    return found


def _zero_frames(units: Units) -> list[HarmFrame]:
    found = []
    for match in _NO_CASUALTIES.finditer(units.classes):
        start, end = units.range(*match.span())
        for index in range(*match.span("what")):
            entry = units.values[index]
            if isinstance(entry, Entry) and entry.text("outcome"):
                group = GroupPhrase(
                    start,
                    end,
                    (end, end),
                    NONE,
                    units.range(match.start(), match.start() + 1),
                    Status.UNKNOWN,
                    Age.UNKNOWN,
                    Sex.UNKNOWN,
                    None,
                    None,
                    (),
                )
                first, last = units.range(index, index + 1)
                found.append(
                    HarmFrame(
                        index,
                        index + 1,
                        first,
                        last,
                        Outcome(entry.text("outcome")),
                        None,
                        (Counted(group, (), ()),),
                        passive=False,
                        finite=False,
                        cumulative=False,
                        rule="harm.none",
                    )
                )
    return found
