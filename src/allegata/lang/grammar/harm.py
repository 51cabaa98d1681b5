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
from dataclasses import dataclass, replace

from allegata.lang.grammar.parts import PHRASE, Counted
from allegata.lang.grammar.people import NONE, ONE, GroupPhrase
from allegata.lang.grammar.units import Units, code, compile_pattern
from allegata.lang.grammar.victims import (
    AFTER_PRONOUN,
    OBJECT,
    OF_OBJECT,
    REDUCED,
    SUBJECT,
    company_after,
    counted_in,
    groups_before,
    objects_after,
    pronoun_at,
)
from allegata.lang.pack import Entry
from allegata.model.vocabularies import Outcome, Status


@dataclass(frozen=True, slots=True)
class HarmFrame:
    """One verb or noun of harm at units ``first..last`` and text ``start..end``.

    ``finite`` is False for "-ing" forms and nouns, which take their agent from the clause around.
    ``cumulative`` marks a toll; ``also`` that it is told on top of what was told before ("two
    women also died"); ``both`` that one group is told to be killed and injured.
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


# "were captured and shot": the second participle has the subject of the first
_PASSIVE = compile_pattern(
    "<BE><ADV|HAVE|BE|REPORTED|SAY|TO|DET>*(?:<WORD|ACT|HARM|FIREAT><ADV>*<COMMA|AND|OR>+<ADV>*)?$"
)
_SHARES_NEXT = compile_pattern("<ADV>*<AND|OR><ADV>*(?P<next><HARM>)")
_NEGATED = compile_pattern("<NOT><ADV|BE|HAVE|DO|TO|REPORTED|SAY>*$")
_PURPOSE = compile_pattern("<TO><ADV>*$")
_AIMED = compile_pattern("<AT>$")  # "aimed at capturing a commander"
# "he was killed", "they were killed": a pronoun that stands for people told of before
_HE = compile_pattern("(?P<who><PRON>)<REL>?<BE|HAVE|ADV|REPORTED|SAY|TO|DET|MODAL|COMMA>*$")
_BEFORE_NOUN = compile_pattern("(?P<list><GROUP>)<ADV|MOD>*$")
_OWNER = compile_pattern("(?P<list><GROUP>)<GEN><ADV|MOD>*$")
_NO_CASUALTIES = compile_pattern(
    "<NO><MOD|PEOPLE|PERSON|DEMONYM>*(?P<what><CASUALTY|HARMN>(?:<OR|AND|COMMA>+<CASUALTY|HARMN|GROUP>)*)"
    "(?!<BE|HAVE|ADV>*<REPORTED|SAY>)"
)
_TRAILING = compile_pattern(
    "[^{group}{harm}]*?<INCLUDING><ADV|COMMA>*(?P<list><GROUP>(?:<COMMA|AND|ALONG>+<GROUP>"
    "(?!<ADV|COMMA|AND>*<BE|HAVE|HARM>))*)".format(group=code("GROUP"), harm=code("HARM"))
)
# "The number of civilians killed in the strike has risen to 31"
_NUMBER_OF = compile_pattern(
    "<NUMBEROF>(?P<who><GROUP>)(?P<what><HARM|HARMN>)<IN|ON|OF|DET|ACTN|DATE|PLACE|WORD|BY>{0,12}"
    "(?P<reach><REACH|BE>)<ADV>*(?P<number><GROUP>)"
)
# "put the death toll at 25", "a death toll of at least 12"
_TOLL_AT = compile_pattern(
    "<IN|ACTN|DET|PLACE>{0,4}<OF|AT|TO|BE|REACH|WHILE|HAVE|WORD|ADV>{1,4}(?P<list><GROUP>)"
)
# "claimed five lives", "took the two men in the car into custody"
_LIVES = compile_pattern(f"<TAKE|SAY><DET>*(?P<list><GROUP>)(?:{PHRASE})?(?P<what><LIVES>)")
_COUNTED_CASUALTIES = compile_pattern("(?P<list><GROUP>)(?P<what><CASUALTY>)")
# "the consul was among the dead"; "among those killed were two women and a driver"
_AMONG = compile_pattern(
    "(?P<list><GROUP>(?:<COMMA|AND>+<GROUP>)*)(?:<COMMA|DASH><WORD|ADV|OF|IN|ACTN|PLATFORM|CAP>{1,9}<COMMA|DASH>)?"
    "<COMMA|BE|REPORTED|SAY|TO|ADV|HAVE>*<AMONG>"
    "<DET|DEM|REL|BE|ADV>*(?P<what><HARM|HARMN>)"
)
_AMONG_WERE = compile_pattern(
    "<AMONG><DET|DEM|REL|BE>*(?P<what><HARM|HARMN>)<IN|ACTN|DET|PLACE|DATE|BY>{0,6}<BE|COMMA>+"
    "<ADV>*(?P<list><GROUP>(?:<COMMA|AND|ALONG>+<GROUP>)*)"
)
# "also killed were three guards"
_INVERTED = compile_pattern(
    "(?P<what><HARM>)(?:<IN><DET|ACTN|PLACE|TARGET>{1,4})?<BE>(?P<list><GROUP>(?:<COMMA|AND|ALONG>+<GROUP>)*)"
)
_PATTERNS = (
    (_AMONG, code("AMONG"), "among", True),
    (_AMONG_WERE, code("AMONG"), "among", True),
    (_INVERTED, code("HARM"), "passive", False),
    (_LIVES, code("LIVES"), "lives_claimed", False),
    (_COUNTED_CASUALTIES, code("CASUALTY"), "nominal", False),
)
_HARM_CODES = {code(name) for name in ("HARM", "HARMN", "CLAIMLIFE", "TOLL")}
HARMS = frozenset(_HARM_CODES | {code("CASUALTY"), code("LIVES")})
_HARM, _GROUP, _NOT_DONE = code("HARM"), code("GROUP"), code("NOTDONE")
_TO_DEATH, _AT = code("TODEATH"), code("AT")
_BEFORE_VERB = {code(name) for name in ("ADV", "BE", "HAVE")}
_STATES = {"displaced", "missing", "trapped", "rescued"}  # "two displaced men were killed"
_PARTICIPLES = ("past", "participle", "")


def find_harm(units: Units) -> tuple[HarmFrame, ...]:
    """Return the harm told in a row of units of one sentence, in order of their words."""
    if HARMS.isdisjoint(units.classes):
        return tuple(_attributive_alone(units))
    found = [*_zero_frames(units), *_number_frames(units), *_pattern_frames(units)]
    taken = {index for frame in found for index in range(frame.first, frame.last)}
    for index, character in enumerate(units.classes):
        if character in _HARM_CODES and index not in taken:
            frame = _frame_at(units, index)
            if frame is not None:
                found.append(frame)
        elif character == _GROUP:
            frame = _attributive(units, index)
            if frame is not None:
                found.append(frame)
    return tuple(sorted(found, key=lambda frame: frame.start))


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
        return _verb_frame(units, index, entry)
    if entry.cls == "HARMN":
        return _noun_frame(units, index, entry)
    victims = objects_after(units, OBJECT, index + 1)
    if not victims:
        return None
    rule = "toll" if entry.cls == "TOLL" else "lives_claimed"
    return _frame(units, index, entry, victims, rule, cumulative=entry.cls == "TOLL")


def _verb_frame(units: Units, index: int, entry: Entry) -> HarmFrame | None:
    classes = units.classes
    if _is_only_meant(units, index, entry):
        return None
    if entry.flag("intransitive"):
        victims = groups_before(units, SUBJECT, index) or _for_whom(units, index)
        return (
            _frame(units, index, entry, victims, "died", passive=entry.flag("state"))
            if victims
            else None
        )
    passive = _PASSIVE.search(classes, 0, index)
    if (passive and not _takes_objects(units, index, passive.start())) or entry.flag("passive"):
        victims = groups_before(units, SUBJECT, index) or _for_whom(units, index)
        return _frame(units, index, entry, victims, "passive", passive=True) if victims else None
    victims = _objects(units, index, entry)
    if victims:
        frame = _frame(units, index, entry, victims, "active", finite=entry.form != "ing")
        return _to_death(units, frame)
    if entry.form in _PARTICIPLES and not _goes_on(units, index, entry):
        victims = groups_before(units, REDUCED, index)
        if victims:
            return _frame(units, index, entry, victims, "reduced", passive=True)
    return None


def _is_only_meant(units: Units, index: int, entry: Entry) -> bool:
    """Say whether a verb tells an aim and no deed: "an operation to detain a commander"."""
    aim = {"base": _PURPOSE, "ing": _AIMED}.get(entry.form)
    return aim is not None and aim.search(units.classes, 0, index) is not None


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
    pronoun = not frame.victims[-1].whole.heads
    dead = isinstance(told, Entry) and told.flag("state") and pronoun  # "shot them both dead"
    if units.classes[after : after + 1] == _TO_DEATH or dead:
        return replace(frame, outcome=Outcome.KILLED)
    return frame


def _goes_on(units: Units, index: int, entry: Entry) -> bool:
    """Say whether the verb is active without an object of its own: "a man shot at two others"."""
    after = units.classes[index + 1 : index + 2]
    return after == _AT and entry.text("event") == "shooting"


def _takes_objects(units: Units, index: int, start: int) -> bool:
    """Say whether a verb after "was … and" is active again: "was wounded and killed two men"."""
    paired = any(c not in _BEFORE_VERB for c in units.classes[start:index])
    return paired and bool(objects_after(units, OBJECT, index + 1))


def _objects(units: Units, index: int, entry: Entry) -> tuple[Counted, ...]:
    """Return whom an active verb takes: groups, "him", or what the next verb of a pair takes."""
    if units.classes[index + 1 : index + 2] == _AT and entry.text("event") == "shooting":
        return ()  # "shot at five men" hit nobody yet
    victims = _pronoun(units, index + 1)
    if not victims:
        victims = objects_after(units, OBJECT, index + 1)
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


def _pronoun(units: Units, index: int) -> tuple[Counted, ...]:
    """Return "him", "them both" or "himself" at ``index`` with the groups that "and" adds."""
    one = pronoun_at(units, index)
    if one is None:
        return ()
    after = index + (2 if one.plural else 1)
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


def _noun_frame(units: Units, index: int, entry: Entry) -> HarmFrame | None:
    if units.classes[index - 1 : index] == _NOT_DONE:
        return None  # "the attempted assassination of a judge"
    victims = objects_after(units, OF_OBJECT, index + 1)
    if (not victims and "toll" in entry.lemma) or "number" in entry.lemma:
        victims = objects_after(units, _TOLL_AT, index + 1)
    if not victims:
        victims = groups_before(units, _OWNER, index)
        victims = tuple(told for told in victims if told.whole.quantity is not None)
    if not victims:
        victims = groups_before(units, _BEFORE_NOUN, index)
        victims = tuple(told for told in victims if not told.whole.named)
    if not victims:
        return None
    return _frame(units, index, entry, victims, "nominal", finite=False)


def _attributive(units: Units, index: int) -> HarmFrame | None:
    """Read the harm inside a group: "they found four injured adults"."""
    counted = units.values[index]
    if not isinstance(counted, Counted) or counted.whole.harmed is None:
        return None
    if counted.whole.quantity is None or counted.whole.harmed[0].text("outcome") in _STATES:
        return None
    entry, (start, end) = counted.whole.harmed
    frame = _frame(units, index, entry, (counted,), "reduced", passive=True)
    return replace(frame, start=start, end=end)


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
    if passive or rule == "died":
        victims += company_after(units, index + 1)
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
    """Add parts that follow the verb: "twelve people died, among them two girls"."""
    after = index + 1
    while after < len(units) and units.starts[after] < told.whole.end:
        after += 1  # an active verb's object stands between them
    match = _TRAILING.match(units.classes, after)
    if match is None:
        return told
    parts = tuple(part.whole for part in counted_in(units, match.span("list")))
    return replace(told, parts=parts)


def _pattern_frames(units: Units) -> list[HarmFrame]:
    """Read phrases in which the groups stand neither right before nor right after their word."""
    found = []
    for pattern, needs, rule, part in _PATTERNS:
        if needs not in units.classes:
            continue
        for match in pattern.finditer(units.classes):
            entry = units.values[match.start("what")]
            victims = counted_in(units, match.span("list"))
            if not isinstance(entry, Entry) or not entry.text("outcome") or not victims:
                continue
            if rule == "nominal" and victims[0].whole.quantity is None:
                continue
            if part:
                victims = tuple(
                    replace(told, whole=replace(told.whole, out_of=True)) for told in victims
                )
            found.append(_frame(units, match.start("what"), entry, victims, rule, finite=False))
    return found


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
        no = units.range(match.start(), match.start() + 1)
        described = [e for e in units.values[match.start() : match.end()] if isinstance(e, Entry)]
        status = Status(next((s for e in described if (s := e.text("status"))), "unknown"))
        nobody = Counted(GroupPhrase(start, end, (end, end), NONE, no, status), (), ())
        for index in range(*match.span("what")):
            entry = units.values[index]
            if isinstance(entry, Entry) and entry.text("outcome"):
                found.append(_frame(units, index, entry, (nobody,), "none", finite=False))
    return found
