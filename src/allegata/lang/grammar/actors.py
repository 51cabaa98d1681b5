"""Who acts: actor phrases with loaded words set apart, who leads, and what carries the weapon.

"the so-called arab coalition led by a state that is named" is one actor with a
framing word and a leader, never two actors. "its warplanes" is a platform whose owner was named
before.

>>> from allegata.lang.grammar.lexing import lex
>>> from allegata.lang.pack import load_pack
>>> text = "the so-called arab coalition"
>>> units = find_actors(lex(text, [(0, len(text))], load_pack("en").lexicon))
>>> units.values[1].name, units.values[1].framing
('arab coalition', ('so-called',))
"""

import re
from dataclasses import dataclass, replace

from allegata.lang.grammar.units import Units, code, collapse, compile_pattern
from allegata.lang.pack import Entry


@dataclass(frozen=True, slots=True)
class StateName:
    """A country named in the text, by name or by demonym; alpha-3, or None for an unlisted one."""

    alpha3: str | None
    name: str


@dataclass(frozen=True, slots=True)
class ActorPhrase:
    """An actor as written at ``start..end``. ``head`` is its last word, for later mentions.

    ``led_by`` is alpha-3 (or the name as written); ``bare`` says that the words alone name nobody
    in particular ("the coalition", "it"), so that an earlier mention may tell who is meant.
    """

    start: int
    end: int
    name: str
    head: str
    kind: str
    led_by: str | None
    framing: tuple[str, ...]
    bare: bool


@dataclass(frozen=True, slots=True)
class PlatformPhrase:
    """Warplanes, drones, tanks: ``owner`` is None where the text does not say whose.

    ``pronoun`` marks "its warplanes". ``word`` is the range of the platform's own word.
    """

    start: int
    end: int
    word: tuple[int, int]
    entry: Entry
    owner: ActorPhrase | None
    pronoun: bool


_ACTOR = compile_pattern(
    "(?P<det><DET|DEM|POSS|ART|SAME>)?(?P<before>(?:<FRAMING|STATE|DEMONYM|CAP|MOD|TMOD>)*)"
    "(?P<head><ACTOR>)(?:<OF><DET>?(?P<of><STATE>))?"
    "(?:<COMMA>?<LED><DET>?(?P<leader><STATE|CAP>))?"
)
_STATE_ACTOR = compile_pattern("(?P<det><DET>)?(?P<before><FRAMING>*)(?P<head><STATE>)")
_PLATFORM = compile_pattern(
    "(?P<det><DET|ART|DEM|SAME>)?(?P<poss><POSS>)?"
    "(?P<owner_before><ACTOR|DEMONYM>(?:<WORD>)?)?(?P<mods><MOD|TMOD|QTY|FRAMING>*)"
    "(?P<word><PLATFORM>)(?:(?:<OF>|<BY>|<FROM>)(?P<owner_after><ACTOR>))?"
)
_FRAMING = code("FRAMING")


def find_actors(units: Units) -> Units:
    """Return the row with actors collapsed to ACTOR units and platforms to PLATFORM units."""
    units = collapse(units, _ACTOR, "ACTOR", _build_actor, needs=code("ACTOR"))
    units = collapse(units, _PLATFORM, "PLATFORM", _build_platform, needs=code("PLATFORM"))
    return collapse(units, _STATE_ACTOR, "ACTOR", _build_state, needs=code("STATE"))


def _build_actor(units: Units, match: re.Match[str]) -> ActorPhrase:
    start, end = units.range(*match.span())
    head = units.values[match.start("head")]
    if isinstance(head, ActorPhrase):  # an organisation that was told by its name before
        first = range(*match.span("before"))
        plain = all(units.classes[index] == _FRAMING for index in first)
        return replace(head, framing=_framing(units, match)) if plain else head
    lemma = head.lemma if isinstance(head, Entry) else ""
    naming = [index for index in range(*match.span("before")) if units.classes[index] != _FRAMING]
    name = " ".join(units.words(index, index + 1) for index in [*naming, match.start("head")])
    of_state = _state(units, match, "of")
    if of_state is not None:
        name = f"{name} of {of_state.name}"
    leader = _state(units, match, "leader")
    return ActorPhrase(
        start=start,
        end=end,
        name=name,
        head=lemma.split()[-1] if lemma else name,
        kind=head.text("kind", "unknown") if isinstance(head, Entry) else "unknown",
        led_by=(leader.alpha3 or leader.name) if leader else None,
        framing=_framing(units, match),
        bare=not naming and of_state is None and len(lemma.split()) == 1,
    )


def _build_state(units: Units, match: re.Match[str]) -> ActorPhrase | None:
    state = units.values[match.start("head")]
    if not isinstance(state, StateName):
        return None
    start, end = units.range(*match.span())
    return ActorPhrase(
        start=start,
        end=end,
        name=state.name,
        head=state.name,
        kind="state",
        led_by=None,
        framing=_framing(units, match),
        bare=False,
    )


def _build_platform(units: Units, match: re.Match[str]) -> PlatformPhrase | None:
    start, end = units.range(*match.span())
    index = match.start("word")
    entry = units.values[index]
    if not isinstance(entry, Entry):
        return None
    return PlatformPhrase(
        start=start,
        end=end,
        word=units.range(index, index + 1),
        entry=entry,
        owner=_owner(units, match),
        pronoun=match.group("poss") is not None,
    )


def _owner(units: Units, match: re.Match[str]) -> ActorPhrase | None:
    for name in ("owner_after", "owner_before"):
        if match.group(name):
            value = units.values[match.start(name)]
            if isinstance(value, ActorPhrase):
                return value
            if isinstance(value, StateName):
                first, last = units.range(match.start(name), match.start(name) + 1)
                return ActorPhrase(
                    first, last, value.name, value.name, "state", None, (), bare=False
                )
    return None


def _state(units: Units, match: re.Match[str], group: str) -> StateName | None:
    if not match.group(group):
        return None
    value = units.values[match.start(group)]
    if isinstance(value, StateName):
        return value
    return StateName(None, units.words(match.start(group), match.end(group)))


def _framing(units: Units, match: re.Match[str]) -> tuple[str, ...]:
    return tuple(
        entry.lemma
        for index in range(*match.span("before"))
        if units.classes[index] == _FRAMING and isinstance(entry := units.values[index], Entry)
    )
