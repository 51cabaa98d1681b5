"""Verbs of harm: whom "killed", "were killed" or "died" take, and whom their pronouns mean.

In: a row of units and the place of a verb. Out: its frame, or none where it harms nobody told.

>>> from allegata.lang.grammar.harm import find_harm
>>> from allegata.lang.grammar.rows import harm_row
>>> (frame,) = find_harm(harm_row("They shot the two men to death."))
>>> frame.outcome.value, frame.rule
('killed', 'harm.active')
"""

from collections.abc import Sequence
from dataclasses import replace

from allegata.lang.grammar.dates import FoundDate
from allegata.lang.grammar.frames import HarmFrame, frame_of
from allegata.lang.grammar.nobody import counts_things, harms_nobody
from allegata.lang.grammar.parts import Counted
from allegata.lang.grammar.people import ONE, PAIR, GroupPhrase
from allegata.lang.grammar.units import Units, code, compile_pattern
from allegata.lang.grammar.victims import (
    AFTER_PRONOUN,
    BY_WHOM,
    OBJECT,
    REDUCED,
    SUBJECT,
    counted_in,
    groups_before,
    objects_after,
    pronoun_at,
)
from allegata.lang.pack import Entry
from allegata.model.vocabularies import Outcome

# "were captured and shot": the second participle has the subject of the first
_PASSIVE = compile_pattern(
    "<BE><ADV|HAVE|BE|REPORTED|SAY|TO|DET>*"
    f"(?:<WORD|ACT|HARM|FIREAT><ADV>*{BY_WHOM}<COMMA|AND|OR>+<ADV>*)?$"
)
_SHARES_NEXT = compile_pattern("<ADV>*<AND|OR><ADV>*(?P<next><HARM>)")
# "to kill or capture a commander"
_PAIRED = "(?:<HARM><ADV>*<AND|OR><ADV>*)?$"
_PURPOSE = compile_pattern(f"<TO><ADV>*{_PAIRED}")
# "aimed at capturing a commander", "focused their efforts on killing commanders"
_AIMED = compile_pattern(f"(?:<AT>|<WORD><ON>){_PAIRED}")
# "he was killed", "they were killed", "both died": a word for people told of before
_HE = compile_pattern("(?P<who><PRON|DET>)<REL>?<BE|HAVE|ADV|REPORTED|SAY|TO|DET|MODAL|COMMA>*$")
# "died three days later", "died in hospital a day later"
_AFTERWARDS = compile_pattern("<IN|AT|DET|ART|QTY|NUM|WORD|TARGET|DATE>{0,6}<ADV|DATE>")
# "shot a farmer dead", "shot his wife and two sons dead"
_SHOT_DEAD = compile_pattern(
    "<ADV|DET>*(?P<list><GROUP>(?:(?:<COMMA><GROUP>)*<COMMA>?<AND><GROUP>)?)(?P<dead><HARM>)"
)
# "killed his wife, and then himself"
_AND_SELF = compile_pattern("<COMMA>?<AND|WHILE><ADV|WHILE>*(?P<self><SELF>)")
_NAMED_OBJECT = compile_pattern("(?:<DET>?<AGED><COMMA>?|<DET>)<CAP|NAME|TITLE|PARTICLE>")
_HARM, _GROUP, _TO_DEATH, _AT = (code(name) for name in ("HARM", "GROUP", "TODEATH", "AT"))
_BEFORE_VERB = {code(name) for name in ("ADV", "BE", "HAVE")}
_DEATHS = (Outcome.KILLED, Outcome.DIED_LATER)
_DEATH_WORDS = tuple(outcome.value for outcome in _DEATHS)
_HURT = (Outcome.INJURED, Outcome.KILLED_OR_INJURED)
_OF_SUBJECT = ("harm.passive", "harm.reduced", "harm.active")
# what may stand between a wound and the death of the same people: where, when and how, and nobody
_MEANWHILE = "[^{never}]{{0,16}}?".format(
    never="".join(code(name) for name in ("GROUP", "PRON", "STOP", "HARM", "SAY", "VOICE", "QUOTE"))
)
_AND_DIED = compile_pattern(f"{_MEANWHILE}<COMMA>?<AND><ADV|BE|HAVE|WHILE|DATE>*")
_HAS_DIED = compile_pattern(f"{_MEANWHILE}<HAVE|BE|ADV|COMMA>*")
_WHO_WAS = compile_pattern("<REL><BE|HAVE|ADV>*$")
_PARTICIPLES = ("past", "participle", "")


def verb_frame(units: Units, index: int, entry: Entry) -> HarmFrame | None:
    """Return the frame of the verb at ``index``, active, passive or alone."""
    classes = units.classes
    if _is_only_meant(units, index, entry) or harms_nobody(units, index, entry):
        return None
    if entry.flag("intransitive"):
        return _died_frame(units, index, entry)
    passive = _PASSIVE.search(classes, 0, index)
    if (passive and not _takes_objects(units, index, passive.start())) or entry.flag("passive"):
        victims = groups_before(units, SUBJECT, index) or _for_whom(units, index)
        if entry.flag("heads_only"):  # "seven were shot down" may tell of drones
            victims = tuple(told for told in victims if told.whole.heads)
        return frame_of(units, index, entry, victims, "passive", passive=True) if victims else None
    victims = _objects(units, index, entry)
    if victims:
        frame = frame_of(units, index, entry, victims, "active", finite=entry.form != "ing")
        return None if counts_things(units, index, victims) else _to_death(units, frame)
    if entry.form in _PARTICIPLES and not _goes_on(units, index, entry):
        victims = groups_before(units, REDUCED, index)
        if victims:
            return frame_of(units, index, entry, victims, "reduced", passive=True)
    return None


def _died_frame(units: Units, index: int, entry: Entry) -> HarmFrame | None:
    """Return the frame of a verb that takes no object: "two men died"."""
    victims = groups_before(units, SUBJECT, index) or _for_whom(units, index)
    if not victims:
        return None
    frame = frame_of(units, index, entry, victims, "died", passive=entry.flag("state"))
    return _died_later(units, frame) if frame.outcome in _DEATHS else frame


def died_after(units: Units, index: int, before: Sequence[HarmFrame]) -> HarmFrame | None:
    """Return the frame of a death whose subject an earlier word of harm took: of the same people.

    "A man was shot near a shop and later died", "two men who were wounded in the attack have died".
    """
    entry = units.values[index]
    if not isinstance(entry, Entry) or entry.text("outcome") not in _DEATH_WORDS:
        return None
    if not entry.flag("intransitive"):
        return None
    hurt = max(
        (frame for frame in before if frame.last <= index and frame.outcome in _HURT),
        key=lambda frame: frame.last,
        default=None,
    )
    if hurt is None or not hurt.victims or hurt.rule not in _OF_SUBJECT:
        return None
    himself = any(told.whole.role == "perpetrator" for told in hurt.victims)
    if hurt.rule == "harm.active" and not himself:
        return None
    after = hurt.last
    while after < index and units.starts[after] < hurt.victims[-1].whole.end:
        after += 1
    joined = _AND_DIED.fullmatch(units.classes, after, index)
    described = hurt.rule == "harm.reduced" or _WHO_WAS.search(units.classes, 0, hurt.first)
    alone = described and _HAS_DIED.fullmatch(units.classes, after, index)
    if not joined and not alone:
        return None
    victims = tuple(replace(told, whole=replace(told.whole, known=True)) for told in hurt.victims)
    return _died_later(units, frame_of(units, index, entry, victims, "died", passive=True))


def _is_only_meant(units: Units, index: int, entry: Entry) -> bool:
    """Say whether a verb tells an aim and no deed: "an operation to detain a commander"."""
    aim = {"base": _PURPOSE, "ing": _AIMED}.get(entry.form)
    return aim is not None and aim.search(units.classes, 0, index) is not None


def _died_later(units: Units, frame: HarmFrame) -> HarmFrame:
    """Read "one died three days later" as what came after the wound, and of whom it is said.

    A bare number of those who died later is of the wounded told before: "two died of their wounds".
    """
    after = _AFTERWARDS.match(units.classes, frame.last)
    told_later = after is not None and _is_later(units.values[after.end() - 1])
    if frame.outcome is not Outcome.DIED_LATER and not told_later:
        return frame
    victims = tuple(
        replace(told, whole=replace(told.whole, known=True))
        if not told.whole.heads and told.whole.quantity and not told.whole.quantity.additional
        else told
        for told in frame.victims
    )
    return replace(frame, outcome=Outcome.DIED_LATER, victims=victims)


def _is_later(value: object) -> bool:
    """Say whether "later" or a day counted from another is told: "three days later"."""
    if isinstance(value, FoundDate):
        return (value.phrase.shift_days or 0) > 0
    return isinstance(value, Entry) and value.flag("next")


def _for_whom(units: Units, index: int) -> tuple[Counted, ...]:
    """Return whom "he" or "they" stands for: one person, or the last number told before them."""
    match = _HE.search(units.classes, 0, index)
    if match is None:
        return ()
    at = match.start("who")
    entry = units.values[at]
    words = units.range(at, at + 1)
    if isinstance(entry, Entry) and entry.flag("he"):
        one = GroupPhrase(*words, words, ONE, words, inferred=True, known=True)
        return (Counted(one, (), ()),)
    if isinstance(entry, Entry) and entry.flag("both"):
        pair = GroupPhrase(*words, words, PAIR, words, inferred=True, known=True, plural=True)
        return (Counted(pair, (), ()),)
    if not isinstance(entry, Entry) or not entry.flag("they"):
        return ()
    for before in range(at - 1, 0, -1):
        value = units.values[before]
        if isinstance(value, Counted) and value.whole.plural and value.whole.heads:
            whole = replace(value.whole, inferred=True, known=True)
            return (Counted(whole, (), ()),)
    return ()


def _to_death(units: Units, frame: HarmFrame) -> HarmFrame:
    """Read "shot the two men to death" as killing them."""
    end = frame.victims[-1].whole.end
    after = frame.last
    while after < len(units) and units.starts[after] < end:
        after += 1
    told = units.values[after] if after < len(units) else None
    shot = frame.outcome is Outcome.KILLED_OR_INJURED
    dead = isinstance(told, Entry) and told.flag("state") and shot  # "shot them both dead"
    if units.classes[after : after + 1] == _TO_DEATH or dead:
        return replace(frame, last=after + 1, outcome=Outcome.KILLED)
    return frame


def _goes_on(units: Units, index: int, entry: Entry) -> bool:
    """Say whether the verb is active without an object that is read as people.

    "A man shot at two others", "police arrested 20-year-old Harazi", "gunmen shot a farmer dead".
    """
    if _NAMED_OBJECT.match(units.classes, index + 1):
        return True
    after = units.classes[index + 1 : index + 2]
    if after == _GROUP:
        return True
    return after == _AT and entry.text("event") == "shooting"


def _takes_objects(units: Units, index: int, start: int) -> bool:
    """Say whether a verb after "was … and" is active again: "was wounded and killed two men"."""
    paired = any(c not in _BEFORE_VERB for c in units.classes[start:index])
    return paired and bool(objects_after(units, OBJECT, index + 1))


def _objects(units: Units, index: int, entry: Entry) -> tuple[Counted, ...]:
    """Return whom an active verb takes: groups, "him", or what the next verb of a pair takes."""
    if units.classes[index + 1 : index + 2] == _AT and entry.text("event") == "shooting":
        return ()  # "shot at five men" hit nobody yet
    victims = _pronoun(units, index + 1) or _shot_dead(units, index, entry)
    if not victims:
        victims = _and_self(units, index, objects_after(units, OBJECT, index + 1))
        if victims and entry.form in _PARTICIPLES and _is_subject_next(units, index, victims):
            return ()
    if victims:
        return victims
    pair = _SHARES_NEXT.match(units.classes, index + 1)
    if pair is None:
        return ()
    other = units.values[pair.start("next")]
    if not isinstance(other, Entry) or other.form != entry.form:
        return ()
    return _pronoun(units, pair.end("next")) or objects_after(units, OBJECT, pair.end("next"))


def _shot_dead(units: Units, index: int, entry: Entry) -> tuple[Counted, ...]:
    """Return whom a shot left dead; another verb there has its own subject."""
    shot = entry.text("outcome") == Outcome.KILLED_OR_INJURED.value
    match = _SHOT_DEAD.match(units.classes, index + 1) if shot else None
    dead = units.values[match.start("dead")] if match else None
    if match is None or not isinstance(dead, Entry) or dead.lemma != "dead":
        return ()
    return counted_in(units, match.span("list"))


def _and_self(units: Units, index: int, victims: tuple[Counted, ...]) -> tuple[Counted, ...]:
    """Return the objects of a verb with "and himself" behind them, who did it."""
    if not victims:
        return ()
    after = index + 1
    while after < len(units) and units.starts[after] < victims[-1].whole.end:
        after += 1
    match = _AND_SELF.match(units.classes, after)
    himself = pronoun_at(units, match.start("self")) if match else None
    return victims if himself is None else (*victims, Counted(himself, (), ()))


def _pronoun(units: Units, index: int) -> tuple[Counted, ...]:
    """Return "him", "them both" or "himself" at ``index`` with the groups that "and" adds."""
    one = pronoun_at(units, index)
    if one is None:
        return ()
    after = index + 1
    if after < len(units) and units.starts[after] < one.end:
        after += 1  # "them both"
    return (Counted(one, (), ()), *objects_after(units, AFTER_PRONOUN, after))


def _is_subject_next(units: Units, index: int, victims: tuple[Counted, ...]) -> bool:
    """Say whether the group behind belongs to the next verb: "three killed five wounded"."""
    before = units.classes[index - 1 : index]
    return (
        before == _GROUP
        and units.classes[index + 1 : index + 2] == _GROUP
        and units.classes[index + 2 : index + 3] == _HARM
        and len(victims) == 1
    )
