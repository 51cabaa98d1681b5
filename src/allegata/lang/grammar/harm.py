"""Harm to people: which verb or noun says what happened, to which groups.

Active ("killing 43 civilians"), passive ("eight people were killed"), reduced ("five wounded"),
nominal ("the deaths of two men", "two deaths"), "left two people dead", tolls, and none
("no casualties"). "No casualties were reported" is no claim of zero (DESIGN §4.8).

>>> from allegata.lang.grammar.rows import harm_row
>>> frames = find_harm(harm_row("Shelling killed three people and twelve were wounded."))
>>> [(frame.outcome.value, [v.whole.quantity.best for v in frame.victims]) for frame in frames]
[('killed', [3]), ('injured', [12])]
"""

from collections.abc import Iterator
from dataclasses import replace

from allegata.lang.grammar.frames import HarmFrame, frame_of
from allegata.lang.grammar.harm_phrases import (
    hit_frames,
    number_frames,
    pattern_frames,
    zero_frames,
)
from allegata.lang.grammar.harm_verbs import died_after, verb_frame
from allegata.lang.grammar.parts import Counted
from allegata.lang.grammar.people import ONE
from allegata.lang.grammar.toll_figures import figure_frames, named_frames
from allegata.lang.grammar.units import Units, code, compile_pattern
from allegata.lang.grammar.victims import (
    OBJECT,
    OF_OBJECT,
    groups_before,
    objects_after,
)
from allegata.lang.pack import Entry

_NEGATED = compile_pattern("<NOT><ADV|BE|HAVE|DO|TO|REPORTED|SAY>*$")
# "a number of deaths and injuries"
_BEFORE_NOUN = compile_pattern(
    "(?P<list><GROUP>)<ADV|MOD|REPORTED>*(?:<HARMN><AND|OR><ADV|MOD>*)?$"
)
_OWNER = compile_pattern("(?P<list><GROUP>)<GEN><ADV|MOD>*$")
# "the killing of his daughter": "of the" and "of his" are read into the group
_OWNED = compile_pattern("(?P<list><GROUP>)")
# "put the death toll at 25", "a death toll of at least 12"
_TOLL_AT = compile_pattern(
    "<IN|ACTN|DET|PLACE>{0,4}<OF|AT|TO|BE|REACH|WHILE|HAVE|WORD|ADV>{1,4}(?P<list><GROUP>)"
)
_HARM_CODES = {code(name) for name in ("HARM", "HARMN", "CLAIMLIFE", "TOLL")}
HARMS = frozenset(_HARM_CODES | {code("CASUALTY"), code("LIVES")})
NAMING = HARMS | {code("NAMEDAS")}
_GROUP, _NOT_DONE, _WHILE = code("GROUP"), code("NOTDONE"), code("WHILE")
_STATES = {"displaced", "missing", "trapped", "rescued"}  # "two displaced men were killed"


def find_harm(units: Units) -> tuple[HarmFrame, ...]:
    """Return the harm told in a row of units of one sentence, in order of their words."""
    named = named_frames(units)
    if HARMS.isdisjoint(units.classes):
        if named:
            return tuple(named)
        return (*hit_frames(units), *_attributive_alone(units), *figure_frames(units))
    numbers = list(number_frames(units))
    counted = {index for frame in numbers for index in range(frame.first, frame.last)}
    found = [
        *named,
        *figure_frames(units),
        *zero_frames(units),
        *numbers,
        # "The number of people killed is 24" is no "killed is 24", which would count them again.
        *(frame for frame in pattern_frames(units) if frame.first not in counted),
        *hit_frames(units),
    ]
    taken = {index for frame in found for index in range(frame.first, frame.last)}
    for index, character in enumerate(units.classes):
        if character in _HARM_CODES and index not in taken:
            frame = _frame_at(units, index) or died_after(units, index, found)
            if frame is not None:
                found.append(frame)
                taken.update(range(frame.first, frame.last))
        elif character == _GROUP:
            frame = _attributive(units, index)
            if frame is not None:
                found.append(frame)
    return _with_doers(units, sorted(found, key=lambda frame: frame.start))


def _with_doers(units: Units, frames: list[HarmFrame]) -> tuple[HarmFrame, ...]:
    """Take the one killed beside a deed of theirs for who did it.

    "He killed a guard before he was shot dead", "a man was shot dead after wounding two".
    """
    told: list[HarmFrame] = []
    done = False
    for place, frame in enumerate(frames):
        after = frames[place + 1] if place + 1 < len(frames) else None
        passive = frame.rule in ("harm.passive", "harm.died")
        himself = passive and after is not None and _is_deed_of_same(units, after)
        if passive and (done or himself):
            told.append(_by_themselves(frame, alone=himself))
        else:
            told.append(frame)
        done = done or frame.rule == "harm.active"
    return tuple(told)


def _is_deed_of_same(units: Units, frame: HarmFrame) -> bool:
    """Say whether a deed has the subject of the verb before: "after wounding two"."""
    before = units.classes[frame.first - 1 : frame.first]
    return frame.rule == "harm.active" and not frame.finite and before == _WHILE


def _by_themselves(frame: HarmFrame, *, alone: bool) -> HarmFrame:
    """Return the frame with "he" (or the only one killed, if ``alone``) as the one who did it."""
    one = alone and len(frame.victims) == 1
    victims = tuple(
        replace(told, whole=replace(told.whole, role="perpetrator"))
        if _is_he(told) or (one and told.whole.role is None and told.whole.quantity is ONE)
        else told
        for told in frame.victims
    )
    return replace(frame, victims=victims)


def _is_he(told: Counted) -> bool:
    whole = told.whole
    return whole.known and whole.inferred and not whole.heads and not whole.plural


def _attributive_alone(units: Units) -> Iterator[HarmFrame]:
    """Yield the harm inside groups of a row without any other word of harm."""
    for index, character in enumerate(units.classes):
        if character == _GROUP:
            frame = _attributive(units, index)
            if frame is not None:
                yield frame


def _frame_at(units: Units, index: int) -> HarmFrame | None:
    entry = units.values[index]
    if not isinstance(entry, Entry) or _NEGATED.search(units.classes, 0, index):
        return None
    if entry.cls == "HARM":
        return verb_frame(units, index, entry)
    if entry.cls == "HARMN":
        return _noun_frame(units, index, entry)
    victims = objects_after(units, OBJECT, index + 1)
    if not victims:
        return None
    rule = "toll" if entry.cls == "TOLL" else "lives_claimed"
    return frame_of(units, index, entry, victims, rule, cumulative=entry.cls == "TOLL")


def _noun_frame(units: Units, index: int, entry: Entry) -> HarmFrame | None:
    if units.classes[index - 1 : index] == _NOT_DONE:
        return None  # "the attempted assassination of a judge"
    victims = objects_after(units, OF_OBJECT, index + 1)
    if (not victims and "toll" in entry.lemma) or "number" in entry.lemma:
        victims = objects_after(units, _TOLL_AT, index + 1)
    if not victims:
        victims = objects_after(units, _OWNED, index + 1)
        victims = tuple(told for told in victims if _is_owned(told))
    if not victims:
        victims = groups_before(units, _OWNER, index)
        victims = tuple(told for told in victims if told.whole.quantity is not None)
    if not victims:
        victims = groups_before(units, _BEFORE_NOUN, index)
        victims = tuple(told for told in victims if not told.whole.named)
    if not victims:
        return None
    return frame_of(units, index, entry, victims, "nominal", finite=False)


def _is_owned(told: Counted) -> bool:
    """Say whether a group took in the words before its noun, and is one person: "of his son"."""
    whole = told.whole
    return whole.quantity is ONE and whole.inferred and whole.start < whole.head[0]


def _attributive(units: Units, index: int) -> HarmFrame | None:
    """Read the harm inside a group: "they found four injured adults"."""
    counted = units.values[index]
    if not isinstance(counted, Counted) or counted.whole.harmed is None:
        return None
    if counted.whole.quantity is None or counted.whole.harmed[0].text("outcome") in _STATES:
        return None
    entry, (start, end) = counted.whole.harmed
    frame = frame_of(units, index, entry, (counted,), "reduced", passive=True)
    return replace(frame, start=start, end=end)
