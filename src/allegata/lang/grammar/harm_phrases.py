"""Harm told by more than one word: "among the dead", "claimed five lives", "no casualties".

In: a row of units. Out: the frames of the phrases whose groups stand neither right before nor
right after their word.

>>> from allegata.lang.grammar.harm import find_harm
>>> from allegata.lang.grammar.rows import harm_row
>>> [frame.rule for frame in find_harm(harm_row("The blast claimed five lives."))]
['harm.lives_claimed']
"""

from dataclasses import replace

from allegata.lang.grammar.frames import HarmFrame, frame_of
from allegata.lang.grammar.parts import PHRASE, Counted
from allegata.lang.grammar.people import NONE, GroupPhrase
from allegata.lang.grammar.units import Units, code, compile_pattern
from allegata.lang.grammar.victims import counted_in, is_of_a_thing
from allegata.lang.pack import Entry
from allegata.model.vocabularies import Status

_NO_CASUALTIES = compile_pattern(
    "<NO><MOD|PEOPLE|PERSON|DEMONYM>*(?P<what><CASUALTY|HARMN>(?:<OR|AND|COMMA>+<CASUALTY|HARMN|GROUP>)*)"
    "(?!<BE|HAVE|ADV>*<REPORTED|SAY>)"
)
# "The number of civilians killed in the strike has risen to 31"
_NUMBER_OF = compile_pattern(
    "<NUMBEROF><DEM|DET>?(?P<who><GROUP>)?<REL|BE>*(?P<what><HARM|HARMN>)<IN|ON|OF|DET|ACTN|DATE|PLACE|WORD|BY>{0,12}"
    "(?P<reach><REACH|BE|WHILE>)<ADV>*(?P<number><GROUP>)"
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
# "shot five people, three of them fatally"
_FATALLY = compile_pattern("(?P<list><GROUP>)(?P<what><FATALLY>)")
# "gunfire hit six people", "six people were struck"
_HIT = compile_pattern(
    "(?P<what><ACT>)(?P<list><GROUP>(?:<COMMA|AND>+<GROUP>)*)"
    "|(?P<who><GROUP>)<BE|HAVE|ADV>*<BE><ADV>*(?P<was><ACT>)(?!<GROUP>)"
)
_ACT = code("ACT")
# "the dead included two children and their mother"
_INCLUDED = compile_pattern(
    "<DET>(?P<what><HARM|HARMN>)<IN|ACTN|DET|PLACE|DATE>{0,4}<ADV>?<INCLUDING><ADV>*"
    "(?P<list><GROUP>(?:<COMMA|AND|ALONG>+<GROUP>)*)"
)
# "also killed were three guards"
_INVERTED = compile_pattern(
    "(?P<what><HARM>)(?:<IN><DET|ACTN|PLACE|TARGET>{1,4})?<BE>(?P<list><GROUP>(?:<COMMA|AND|ALONG>+<GROUP>)*)"
)
_PATTERNS = (
    (_AMONG, code("AMONG"), "among", True),
    (_AMONG_WERE, code("AMONG"), "among", True),
    (_INCLUDED, code("INCLUDING"), "among", True),
    (_FATALLY, code("FATALLY"), "among", True),
    (_INVERTED, code("HARM"), "passive", False),
    (_LIVES, code("LIVES"), "lives_claimed", False),
    (_COUNTED_CASUALTIES, code("CASUALTY"), "nominal", False),
)


def pattern_frames(units: Units) -> list[HarmFrame]:
    """Read phrases in which the groups stand neither right before nor right after their word."""
    found: list[HarmFrame] = []
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
            if any(frame.first == match.start("what") for frame in found):
                continue  # "among those killed was a guard" is inverted too
            if part:
                victims = tuple(
                    replace(told, whole=replace(told.whole, out_of=True)) for told in victims
                )
            found.append(frame_of(units, match.start("what"), entry, victims, rule, finite=False))
    return found


def hit_frames(units: Units) -> list[HarmFrame]:
    """Read "gunfire hit six people", "two men were struck": hurt or dead, which stays open.

    A thing that is hit ("hit six homes") harms nobody.
    """
    found = []
    for match in _HIT.finditer(units.classes) if _ACT in units.classes else ():
        index = match.start("what") if match.group("what") else match.start("was")
        entry = units.values[index]
        if not isinstance(entry, Entry) or not entry.text("of_people"):
            continue
        if match.group("who") and is_of_a_thing(units, match.start("who")):
            continue
        span = match.span("list") if match.group("list") else match.span("who")
        victims = counted_in(units, span)
        if match.group("what") and not all(told.whole.heads for told in victims):
            continue  # "hit twenty of thirty targets"
        if victims and all(told.whole.quantity is not None for told in victims):
            hit = Entry(
                entry.cls,
                entry.lemma,
                entry.form,
                {**entry.data, "outcome": entry.text("of_people")},
            )
            rule = "active" if match.group("what") else "passive"
            found.append(frame_of(units, index, hit, victims, rule, passive=rule == "passive"))
    return found


def number_frames(units: Units) -> list[HarmFrame]:
    """Read "the number of people killed is 24": the group of one phrase, the number of another."""
    found = []
    for match in _NUMBER_OF.finditer(units.classes):
        who = units.values[match.start("who")] if match.group("who") else None
        number, entry = (units.values[match.start(name)] for name in ("number", "what"))
        if isinstance(number, Counted) and isinstance(entry, Entry):
            group = number.whole
            if isinstance(who, Counted):
                group = replace(
                    who.whole, quantity=group.quantity, quantity_range=group.quantity_range
                )
            victims = (replace(number, whole=group),)
            frame = frame_of(units, match.start("what"), entry, victims, "number_of", finite=False)
            found.append(replace(frame, last=match.end()))
    return found


def zero_frames(units: Units) -> list[HarmFrame]:
    """Read "no casualties"; that none were reported is no claim of zero."""
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
                found.append(frame_of(units, index, entry, (nobody,), "none", finite=False))
    return found
