"""What tells whether an incident counts for this set: features of it, of its text, of its rivals.

No name is a feature: words are those that English writes small, and organisations go by their kind.
"""

import datetime as dt
import re
from collections.abc import Iterator, Sequence

from allegata.lang.pack import load_pack
from allegata.lang.small_words import SmallWords
from allegata.model.happening import Participant
from bench.muc4.incidents import Account, Told
from bench.muc4.kinds import kind
from bench.muc4.places import HOME

_MILITARY = re.compile(
    r"\b(?:SOLDIERS?|TROOPS?|ARMY|BATTALIONS?|BRIGADES?|MILITARY|PATROLS?|GUARDS?|GUARDSMEN|GARRISON|"
    r"BARRACKS|POLICE|POLICEMEN|OFFICERS?|LIEUTENANT|SERGEANT|COLONEL|CAPTAIN|AIR FORCE|CONVOY|"
    r"ENEMY|POSITIONS?|COMBATANTS?|CONTRAS?|ARMED FORCES)\b"
)
_REBEL = re.compile(
    r"\b(?:GUERRILLAS?|REBELS?|TERRORISTS?|SUBVERSIVES?|EXTREMISTS?|INSURGENTS?|TRAFFICKERS?|FMLN|"
    r"ELN|EPL|FARC|MRTA|M-19|URNG|SHINING PATH|COMMANDOS?|HITMEN|GUNMEN|CRIMINALS?|CARTEL)\b"
)
_HEADERS = ("COMMUNIQUE", "COMMENTARY", "SPEECH", "EDITORIAL", "INTERVIEW", "ARTICLE", "RECORDING")
_TOKEN = re.compile(r"[A-Z]{3,}")
_MANY = 4


def features(told: Told, account: Account, rivals: Sequence[Told]) -> dict[str, float]:
    """Return the features of one incident among those of its text."""
    names = {*_of_incident(told), *_of_text(told, account), *_of_rivals(told, rivals)}
    names |= {*_together(told), *_of_day(told, account)}
    names |= {f"word:{word}" for word in _small_words(told, account)}
    return dict.fromkeys(sorted(names), 1.0)


def _of_incident(told: Told) -> Iterator[str]:
    yield "always"
    yield f"kind:{told.kind}"
    yield f"stage:{told.stage}"
    yield f"first:{told.events[0].raw.upper()}"
    yield f"events:{min(len(told.events), _MANY)}"
    yield f"outcomes:{'+'.join(sorted({e.outcome.value for e in told.events if e.outcome}))}"
    for name in ("agents", "objects", "means"):
        roles: list[Participant] = [r for e in told.events for r in getattr(e, name)]
        yield f"{name}:{min(len(roles), _MANY)}"
        for role in roles:
            yield f"{name}.kind:{role.kind}"
        said = " ".join(role.raw.upper() for role in roles)
        yield f"{name}.military:{bool(_MILITARY.search(said))}"
        yield f"{name}.rebel:{bool(_REBEL.search(said))}"
        for word in _TOKEN.findall(said):
            if _small().has(word.lower()):
                yield f"{name}.word:{word}"
    yield f"dated:{any(event.when is not None for event in told.events)}"
    yield f"exact:{told.date is not None and not told.date.startswith('-')}"
    yield f"placed:{min(len(told.places), _MANY)}"
    yield f"deep:{told.location.count(':')}"
    yield f"home:{told.location.partition(':')[0] in HOME}"


def _together(told: Told) -> Iterator[str]:
    """Yield what tells more in one than each alone: who, whom and how."""
    agents = [role for event in told.events for role in event.agents]
    objects = [role for event in told.events for role in event.objects]
    by, on = _side(agents), "+".join(sorted({_target_kind(role) for role in objects}))
    yield f"by:{by} on:{on}"
    yield f"kind:{told.kind} on:{on}"
    yield f"kind:{told.kind} by:{by}"
    for kind_ in {_target_kind(role) for role in objects}:
        yield f"on:{kind_}"
    yield f"named:{any(role.person is not None for role in objects)}"
    dated = any(event.when is not None for event in told.events)
    yield f"kind:{told.kind} dated:{dated} placed:{bool(told.places)}"
    yield f"objects:{bool(objects)} agents:{bool(agents)} dated:{dated}"


def _side(roles: Sequence[Participant]) -> str:
    said = " ".join(role.raw.upper() for role in roles)
    if not said:
        return "nobody"
    if _REBEL.search(said):
        return "rebels"
    return "forces" if _MILITARY.search(said) else "others"


def _target_kind(role: Participant) -> str:
    """Return the set's type of a target, or what the product takes it for."""
    words = role.raw.upper()
    if _REBEL.search(words):
        return "REBELS"
    human = kind("human", words) if role.kind in ("people", "name", "actor") else None
    thing = kind("thing", words) if role.kind in ("thing", "unknown", "place") else None
    return human or thing or role.kind


def _of_day(told: Told, account: Account) -> Iterator[str]:
    """Yield how long before its text the incident was."""
    days = [event.when.edtf for event in told.events if event.when is not None]
    if not days or account.day is None or len(days[0]) < len("1990-01-08"):
        yield "ago:unknown"
        return
    last = days[0].rpartition("/")[2]
    ago = (dt.date.fromisoformat(account.day) - dt.date.fromisoformat(last)).days
    yield f"ago:{next((limit for limit in (0, 1, 3, 7, 14, 60, 365) if ago <= limit), 'long')}"


def _of_text(told: Told, account: Account) -> Iterator[str]:
    head = account.text[:400].upper()
    for header in _HEADERS:
        if header in head:
            yield f"head:{header}"
    yield f"clandestine:{'CLANDESTINE' in head}"
    yield f"long:{min(len(account.text) // 1500, _MANY)}"
    first = told.events[0].sentence.start
    yield f"at:{min(first * 5 // max(len(account.text), 1), 4)}"
    yield f"begins:{min(account.text.count('.', 0, first) // 2, _MANY)}"
    before = account.text[:first].upper()
    yield f"recorded:{before.count('[BEGIN RECORDING') > before.count('[END RECORDING')}"
    yield f"quoted:{before.count(chr(34)) % 2 == 1}"


def _of_rivals(told: Told, rivals: Sequence[Told]) -> Iterator[str]:
    yield f"rivals:{min(len(rivals), 8)}"
    index = next(i for i, one in enumerate(rivals) if one is told)
    yield f"index:{min(index, _MANY)}"
    alike = [one for one in rivals if one.kind == told.kind]
    yield f"alike:{min(next(i for i, one in enumerate(alike) if one is told), _MANY)}"
    largest = max(len(one.events) for one in rivals)
    yield f"largest:{len(told.events) == largest}"


def _small_words(told: Told, account: Account) -> Iterator[str]:
    spans = {(event.sentence.start, event.sentence.end) for event in told.events}
    for start, end in sorted(spans):
        for word in _TOKEN.findall(account.text[start:end].upper()):
            if _small().has(word.lower()):
                yield word


def _small() -> SmallWords:
    small = load_pack("en").lexicon.small
    assert small is not None  # the English pack has the list
    return small
