"""Acts: who attacked, destroyed or used what, told by a verb or by the noun of an attack.

>>> from allegata.lang.grammar.rows import harm_row
>>> row = harm_row("The criminal coalition launched missiles at homes.")
>>> (act,) = find_acts(row)
>>> act.rule, act.agent.name, act.means[0].entry.lemma, len(act.targets)
('act.fired', 'coalition', 'missiles', 1)
"""

import re
from dataclasses import dataclass, replace

from allegata.lang.grammar.actors import ActorPhrase, PlatformPhrase
from allegata.lang.grammar.objects import TargetPhrase
from allegata.lang.grammar.units import Units, code, compile_pattern
from allegata.lang.pack import Entry

Agent = ActorPhrase | PlatformPhrase


@dataclass(frozen=True, slots=True)
class MeansPhrase:
    """A weapon's words at ``start..end``, and the range of a norm said of it ("prohibited")."""

    start: int
    end: int
    entry: Entry
    norm: tuple[int, int] | None


@dataclass(frozen=True, slots=True)
class ActFrame:
    """One act at units ``first..last``; its verb or noun stands at text ``start..end``.

    ``perfect`` is the present perfect ("has targeted"), which tells of no one moment;
    ``systematic`` a habit; ``places`` are objects that are places ("bombarded the town of X").
    """

    first: int
    last: int
    start: int
    end: int
    entry: Entry
    agent: Agent | None
    targets: tuple[TargetPhrase, ...]
    places: tuple[int, ...]
    means: tuple[MeansPhrase, ...]
    perfect: bool
    systematic: bool
    noun: bool
    rule: str


WITH = "act.with"
_OBJECT = compile_pattern(
    "<ADV|EMPTY|DET|SYSTEMATIC>*(?P<list><TARGET|PLACE|GROUP>(?:<COMMA|AND>+<TARGET|PLACE|GROUP>)*)"
)
_FIRED = compile_pattern(
    "<ADV|EMPTY|DET|ART|QTY|MORE|MOD|GROUP|WORD>{0,4}(?P<means><MEANS>)"
    "(?:<AT|ON|TO|IN|WORD>(?P<list><DET>?<TARGET|PLACE|GROUP>(?:<COMMA|AND>+<TARGET|PLACE|GROUP>)*))?"
)
_USED = compile_pattern("<ADV|EMPTY|DET|ART|QTY|WORD>{0,3}(?P<norm><NORM>)?(?P<means><MEANS>)")
_CARRIED = compile_pattern(
    "<ADV|EMPTY|DET|ART|QTY|MORE|MOD|FRAMING|WORD|CAP|GROUP|DEMONYM>{0,5}(?P<noun><ACTN>)"
)
_WITH_MEANS = compile_pattern(
    "<WITH><DET|ART|QTY|MOD|WORD>{0,3}(?P<norm><NORM>)?(?P<means><MEANS>)"
)
_PASSIVE = compile_pattern("<BE><ADV|HAVE|BE>*$")
# "the covered market of Harazi was hit"
_PASSIVE_OBJECT = compile_pattern(
    "(?P<list><TARGET|PLACE>(?:<COMMA|AND>+<TARGET|PLACE>)*)(?:<OF|IN|AT|ON><DET>?<PLACE>)?"
    "<REL|COMMA>*<HAVE|MODAL|BE|ADV>+$"
)
_BY_AGENT = compile_pattern("<BY><DET|ART>?(?P<agent><ACTOR|PLATFORM>)")
_BY_MEANS = compile_pattern("<BY><DET|ART|QTY|MOD|WORD>{0,3}(?P<means><MEANS>)")
_ON_OBJECT = compile_pattern("(?:<BY><ACTOR|PLATFORM>)?<ON|TO|IN|WORD>(?P<list><TARGET|PLACE>)")
_AUXILIARY = compile_pattern("<HAVE|BE|MODAL|ADV|DO|NOT|SYSTEMATIC|COMMA>*$")
_SUBJECT = compile_pattern(
    "(?P<agent><ACTOR|PLATFORM>)<REL>?<HAVE|BE|MODAL|ADV|DO|NOT|SYSTEMATIC|COMMA>*$"
)
_COORDINATED = compile_pattern("<COMMA|AND>+<HAVE|ADV|SYSTEMATIC>*$")
_NEGATED = compile_pattern("<NOT><ADV|BE|HAVE|DO>*$")
_PERFECT = compile_pattern("(?P<have><HAVE>)<BE|ADV|SYSTEMATIC>*$")
_SYSTEMATIC = compile_pattern("<SYSTEMATIC><ADV>*$")
_VERBS = {code(name): name for name in ("ACT", "FIREAT", "USE", "CARRY")}
_NO = compile_pattern("<NO><MOD|TMOD|PMOD|ADV|WORD>{0,2}$")
# "engaged the men with an air strike": the noun tells what was done
_WITH_NOUN = compile_pattern("<WITH|BY><DET|ART|QTY|NUM|MOD|TMOD|ADV|WORD>{0,3}$")
_ACTN, _OF, _BY = code("ACTN"), code("OF"), code("BY")
_AGENTS = {code("ACTOR"), code("PLATFORM")}
_MEANS_OF = code("MEANS") + code("OF")
_BEFORE_OTHER_ROLES = {code(name) for name in ("BY", "ON", "OF", "AT", "TO", "FROM", "WITH", "IN")}


def find_acts(units: Units) -> tuple[ActFrame, ...]:
    """Return the acts told in a row of units of one sentence, in order; a verb takes its noun."""
    found: list[ActFrame] = []
    taken: set[int] = set()
    for index, character in enumerate(units.classes):
        if index in taken:
            continue
        frame = None
        if character in _VERBS:
            frame = _verb(units, index, found[-1] if found else None)
        elif character == _ACTN:
            frame = _noun(units, index)
        if frame is not None:
            found.append(frame)
            taken.update(range(frame.first, frame.last))
    return tuple(found)


def subject_before(units: Units, index: int) -> Agent | None:
    """Return the actor or platform that the verb at ``index`` has as its subject, if it is told."""
    match = _SUBJECT.search(units.classes, 0, index)
    if match is not None and not _in_other_role(units, match.start("agent")):
        return _agent(units, match)
    end = _AUXILIARY.search(units.classes, 0, index)
    for at in range(end.start() - 1 if end else index - 1, -1, -1):
        if units.classes[at] in _AGENTS and not _in_other_role(units, at):
            value = units.values[at]
            return value if isinstance(value, ActorPhrase | PlatformPhrase) else None
    return None


def agent_after(units: Units, index: int) -> Agent | None:
    """Return the agent that "by" names somewhere after the passive verb at ``index``."""
    match = _BY_AGENT.search(units.classes, index)
    return _agent(units, match) if match else None


def _bare(units: Units, index: int, entry: Entry) -> ActFrame:
    """Return the frame of one word, before anything around it is read."""
    start, end = units.range(index, index + 1)
    return ActFrame(
        first=index,
        last=index + 1,
        start=start,
        end=end,
        entry=entry,
        agent=None,
        targets=(),
        places=(),
        means=(),
        perfect=False,
        systematic=False,
        noun=False,
        rule="",
    )


def _verb(units: Units, index: int, previous: ActFrame | None) -> ActFrame | None:
    entry = units.values[index]
    if not isinstance(entry, Entry) or _NEGATED.search(units.classes, 0, index):
        return None
    frame = replace(
        _bare(units, index, entry),
        perfect=_is_perfect(units, index, previous),
        systematic=_SYSTEMATIC.search(units.classes, 0, index) is not None,
    )
    filled = _FILLERS[_VERBS[units.classes[index]]](units, index, frame)
    if filled is None or filled.agent is not None:
        return filled
    if previous is not None and _COORDINATED.search(units.classes, 0, index):
        return replace(filled, agent=previous.agent)
    return replace(filled, agent=subject_before(units, index))


def _attacked(units: Units, index: int, frame: ActFrame) -> ActFrame | None:
    means = _means(units, _WITH_MEANS.search(units.classes, index))
    if _PASSIVE.search(units.classes, 0, index):
        match = _PASSIVE_OBJECT.search(units.classes, 0, index)
        if match is None:
            return None
        by_means = _means(units, _BY_MEANS.search(units.classes, index))
        return replace(
            _with_objects(units, frame, match),
            agent=agent_after(units, index),
            means=means or by_means,
            rule="act.passive",
        )
    match = _OBJECT.match(units.classes, index + 1)
    if match is None:
        return None
    return replace(_with_objects(units, frame, match), means=means, rule="act.active")


def _fired(units: Units, index: int, frame: ActFrame) -> ActFrame | None:
    match = _FIRED.match(units.classes, index + 1)
    if match is None:
        return None
    filled = _with_objects(units, frame, match) if match.group("list") else frame
    return replace(filled, means=_means(units, match), last=match.end("means"), rule="act.fired")


def _used(units: Units, index: int, frame: ActFrame) -> ActFrame | None:
    match = _USED.match(units.classes, index + 1)
    if match is None:
        return None
    return replace(frame, means=_means(units, match), last=match.end(), rule="act.used")


def _carried(units: Units, index: int, frame: ActFrame) -> ActFrame | None:
    match = _CARRIED.match(units.classes, index + 1)
    if match is None:
        return None
    noun = units.values[match.start("noun")]
    if not isinstance(noun, Entry):
        return None
    objects = _ON_OBJECT.match(units.classes, match.end())
    filled = _with_objects(units, frame, objects) if objects else frame
    start, end = units.range(match.start("noun"), match.end("noun"))
    return replace(filled, entry=noun, start=start, end=end, last=match.end(), rule="act.carried")


def _noun(units: Units, index: int) -> ActFrame | None:
    entry = units.values[index]
    if not isinstance(entry, Entry) or _NO.search(units.classes, 0, index):
        return None
    led = _WITH_NOUN.search(units.classes, 0, index) is not None
    frame = replace(_bare(units, index, entry), noun=True, rule=WITH if led else "act.noun")
    by = _BY_AGENT.match(units.classes, index + 1)
    objects = _ON_OBJECT.match(units.classes, index + 1)
    filled = _with_objects(units, frame, objects) if objects else frame
    before = units.values[index - 1] if index else None
    owner = before if isinstance(before, ActorPhrase | PlatformPhrase) else None
    return replace(filled, agent=_agent(units, by) if by else owner)


_FILLERS = {"ACT": _attacked, "FIREAT": _fired, "USE": _used, "CARRY": _carried}


def _with_objects(units: Units, frame: ActFrame, match: re.Match[str]) -> ActFrame:
    first, last = match.span("list")
    targets = tuple(
        value for at in range(first, last) if isinstance(value := units.values[at], TargetPhrase)
    )
    places = tuple(at for at in range(first, last) if units.classes[at] == code("PLACE"))
    end = last if last > frame.last else frame.last
    return replace(frame, targets=targets, places=places, last=end)


def _means(units: Units, match: re.Match[str] | None) -> tuple[MeansPhrase, ...]:
    if match is None:
        return ()
    index = match.start("means")
    entry = units.values[index]
    if not isinstance(entry, Entry):
        return ()
    norm = None
    if "norm" in match.groupdict() and match.group("norm"):
        norm = units.range(match.start("norm"), match.end("norm"))
    return (MeansPhrase(*units.range(index, index + 1), entry, norm),)


def _agent(units: Units, match: re.Match[str]) -> Agent | None:
    value = units.values[match.start("agent")]
    return value if isinstance(value, ActorPhrase | PlatformPhrase) else None


def _in_other_role(units: Units, index: int) -> bool:
    """Say whether a preposition makes it no subject; "artillery of the army" is the army's."""
    if index > 1 and units.classes[index - 2 : index] == _MEANS_OF:
        return False
    return index > 0 and units.classes[index - 1] in _BEFORE_OTHER_ROLES


def _is_perfect(units: Units, index: int, previous: ActFrame | None) -> bool:
    match = _PERFECT.search(units.classes, 0, index)
    if match is not None:
        return units.words(match.start("have"), match.end("have")).lower() != "had"
    coordinated = _COORDINATED.search(units.classes, 0, index) is not None
    return coordinated and previous is not None and previous.perfect
