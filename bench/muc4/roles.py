"""Who did it to whom and to what with what: the slots 6 to 24 of one incident.

In: a reading and one incident. Out: fillers by slot. What a word means to this set (its types, its
numbers) is this adapter's codebook; who stands in which role is the product's.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache

from allegata.lang.grammar.organisations import find_organisations
from allegata.lang.pack import load_pack
from allegata.model.happening import EventMention, Participant
from allegata.model.people import Person
from allegata.model.reading import Reading
from allegata.model.vocabularies import ActorRole, Event, Modality, Outcome
from bench.muc4.incidents import Told
from bench.muc4.kinds import is_object, is_people, kind, nation, number
from bench.muc4.template import Filler, Template, referred

_DETERMINER = (
    r"(?:THE|AN?|HIS|HER|THEIR|ITS|OUR|THIS|THAT|THESE|THOSE|SOME|SEVERAL|ONE|TWO|THREE|FOUR|FIVE|"
    r"SIX|SEVEN|EIGHT|NINE|TEN|ELEVEN|TWELVE|AT LEAST|ABOUT|APPROXIMATELY|MORE THAN|MANY|OTHERS?|"
    r"ANOTHER|BOTH|ALL|OF|THEN|VARIOUS|MORE|REMAINING|NUMEROUS|DOZENS OF|A NUMBER OF|NUMBER OF|\d+)"
)
_DETERMINERS = re.compile(rf"^(?:[\"'`]|{_DETERMINER}\s+)+")
# "it seems some people": a determiner inside the first noun begins it anew
_BEGUN = re.compile(
    rf"^(?:(?!OF\b|AND\b|IN\b|FOR\b|TO\b)[A-Z']+\s+){{1,3}}(?={_DETERMINER}\s)(?!OF\b)"
)
_NOBODY = re.compile(
    r"^(?:HE|SHE|IT|THEY|HIM|HER|THEM|WHO|WHOM|OTHERS?|NOBODY|NO ONE|NONE|WE|US|I|THOSE|THESE|"
    r"RESPONSIBILITY|DAMAGE|DEATH|LIFE|LIVES|PLACE|PART|WORDS|NAMES?|VICTIMS?|.|[\dA-Z]*\d[\d.,]*|"
    r"TWO|THREE|FOUR|FIVE|SIX|SEVEN|EIGHT|NINE|TEN|WHOMEVER|ANIMALS)$"
)
_GENERAL = frozenset(
    (
        "PEOPLE",
        "PERSON",
        "PERSONS",
        "INDIVIDUALS",
        "CITIZENS",
        "MEN",
        "MAN",
        "CIVILIANS",
        "CIVILIAN",
    )
)
_WORD = re.compile(r"[A-Z0-9][\w.'-]*")
_WHOEVER = _GENERAL | {
    *("PERPETRATORS", "SUSPECTS", "MURDERERS", "ASSASSINS", "KILLERS", "ATTACKERS", "CRIMINALS"),
    *("ASSAILANTS", "PERPETRATOR", "SUSPECT", "MURDERER", "ASSASSIN", "KILLER", "ATTACKER"),
}
_NO_PERPETRATORS = re.compile(
    r"^(?:NO|ANY|NONE)\b|^(?:PEOPLE|PERSONS?)$|\b(?:SOURCES|CASUALTIES|VICTIMS|TOWNS|BODYGUARDS?)$"
)
_WEAPON = re.compile(r"\s+(?:ATTACKS?|EXPLOSIONS?|FIRE|BLASTS?)$")
_NO_WEAPONS = frozenset(("GASOLINE", "BULLETS", "BULLET", "CHARGE", "SHOTS"))
_ADJECTIVES = frozenset(
    ("ELECTRIC", "ELECTRICAL", "PUBLIC", "PRIVATE", "NATIONAL", "UNION", "POLITICAL", "COMMERCIAL")
)
_EXPLOSIVES = frozenset(("EXPLOSIVES", "EXPLOSIVE", "DEVICE", "DEVICES"))
_FIGHTERS = re.compile(
    r"\b(?:GUERRILLAS?|TERRORISTS?|REBELS?|GUNM[AE]N|ASSASSINS?|SUBVERSIVES?|EXTREMISTS?|ATTACKERS?|"
    r"KIDNAPPERS?|MURDERERS?|INSURGENTS?|COMMANDOS?|TRAFFICKERS?|HITM[AE]N|CRIMINALS?|MAFIAS?)\b"
)
# whoever belongs to an organisation is an individual beside it
_BELONGING = re.compile(
    r"\b(?:MEMBERS?|MILITANTS?|CELLS?|SQUADS?|COMMANDOS?|GUERRILLAS?|TERRORISTS?|REBELS?|"
    r"COMBATANTS?|FIGHTERS?|ACTIVISTS?|COLUMNS?)$"
)
_MILITARY = re.compile(
    r"\b(?:GARRISONS?|BARRACKS|MILITARY|BRIGADE|BATTALION|ARMY|NATIONAL GUARD|AIR BASE|AIR FORCE|"
    r"REDOUBTS?|POSITIONS?|HELICOPTERS?|DETACHMENT|REGIMENT)\b"
)
_STATE = re.compile(
    r"\b(?:ARMY|ARMED FORCES|AIR FORCE|SOLDIERS|TROOPS|POLICE|GOVERNMENT|MILITARY|BATTALION|"
    r"NATIONAL GUARD|NAVY|OFFICERS?|REGIME|SECURITY FORCES)\b"
)
_DOUBT = re.compile(
    r"\b(?:ALLEGED(?:LY)?|PRESUM\w+|SUSPECT\w*|APPARENTLY|ACCUS\w+|BLAM\w+|ATTRIBUT\w+|CHARG\w+)\b"
)
_CLAIMED = re.compile(
    r"\b(?:CLAIM\w*|ADMIT\w*|CREDIT)\b[^.]{0,60}\b(?:RESPONSIB\w+|CREDIT|ATTACK)\b"
)
_EFFECTS = {Outcome.KILLED: "DEATH", Outcome.DIED_LATER: "DEATH", Outcome.INJURED: "INJURY"}
_GONE = re.compile(r"^(?:DESTROY|BLEW UP|BLOWN UP|BLOWING UP|BURN|SET FIRE|WRECK|DEMOLISH)")
_HURT = re.compile(r"^(?:DAMAG|SHATTER|EXPLO|DETONAT|WENT OFF|BOMB|DYNAMIT|SABOTAG)")


@dataclass
class _Human:
    name: str | None
    description: str | None
    effect: str | None
    raw: str


@dataclass
class _Found:
    """What the mentions of one incident fill; the keys are what a filler is called."""

    people: dict[str, _Human] = field(default_factory=dict)
    things: dict[str, str | None] = field(default_factory=dict)
    raws: dict[str, str] = field(default_factory=dict)
    means: dict[str, None] = field(default_factory=dict)
    individuals: dict[str, None] = field(default_factory=dict)
    organisations: dict[str, str] = field(default_factory=dict)


def _once(fillers: Iterable[str]) -> list[str]:
    """Return fillers less those whose words all stand in a longer one: "camp", "refugee camp"."""
    every = list(fillers)
    sets = {one: frozenset(_WORD.findall(one)) for one in every}
    return [one for one in every if not any(sets[one] < sets[other] for other in every)]


def roles(reading: Reading, told: Told) -> Template:
    """Return the slots of perpetrators, instruments and targets of one incident."""
    text = reading.document.layers[0].text
    people = {person.id: person for person in reading.mentions.people}
    found = _Found()
    for event in told.events:
        sentence = " ".join(text[event.sentence.start : event.sentence.end].upper().split())
        for agent in event.agents:
            _take_agent(agent, event, sentence, found, people, text)
        for target in event.objects:
            _take_target(target, event, told.kind, found, people)
        for means in event.means:
            if words := _WEAPON.sub("", _bare(means.raw)):
                found.means.setdefault(words)
    if not found.individuals and not found.organisations:
        for event in told.events:
            sentence = " ".join(text[event.sentence.start : event.sentence.end].upper().split())
            for agent in event.involved:
                _take_agent(agent, event, sentence, found, people, text)
    found.means = dict.fromkeys(_weapons(found.means))
    found.individuals = dict.fromkeys(_perpetrating(found.individuals))
    found.things = {one: found.things[one] for one in _once(found.things)}
    found.people = {one: found.people[one] for one in _once(found.people)}
    for human in found.people.values():
        human.effect = human.effect or _known_effect(human, reading)
    country = told.location.partition(":")[0].partition(" -")[0].strip()
    return {
        "inc-instr-id": list(found.means),
        "inc-instr-type": _weapon_types(found, told),
        **_perpetrators(found),
        **_things(found, country),
        **(_humans(found, country) or _unharmed(told)),
    }


def _known_effect(human: _Human, reading: Reading) -> str | None:
    """Return what became of somebody by what the text says elsewhere of the same person."""
    for person in reading.mentions.people:
        if human.name is not None and (person.name or "").upper() == human.name:
            return _EFFECTS.get(person.outcome) if person.outcome else None
    told = [
        event.outcome
        for event in reading.mentions.events
        if event.outcome is not None
        and any(_bare(one.raw) == human.description for one in event.objects)
    ]
    return _EFFECTS.get(told[0]) if told and human.name is None else None


def _unharmed(told: Told) -> Template:
    """Return that nobody was hurt, where the incident's claims count none."""
    counts = [count for claim in told.claims for count in claim.counts]
    none = bool(counts) and all(count.high == 0 for count in counts)
    return {"hum-tgt-effect": [referred("NO INJURY OR DEATH", "-")]} if none else {}


def _weapon_types(found: _Found, told: Told) -> list[Filler]:
    """Return the types of the weapons; the kind of event tells one where no words do."""
    if found.means:
        return [referred(kind("weapon", words) or "BOMB", words) for words in found.means]
    if told.kind == "BOMBING":
        return [referred("BOMB", "-")]
    shot = any(event.event is Event.SHOOTING for event in told.events)
    return [referred("GUN", "-")] if shot and told.kind == "ATTACK" else []


def _weapons(means: Iterable[str]) -> list[str]:
    """Return the weapons once each: "bomb" and "bombs" are one, explosives are what a bomb is."""
    kept: dict[str, str] = {}
    for one in _once(means):
        if one not in _NO_WEAPONS:
            kept.setdefault(one.rstrip("S"), one)
    told = list(kept.values())
    return [one for one in told if one not in _EXPLOSIVES] or told


def _perpetrating(individuals: Iterable[str]) -> list[str]:
    """Return who did it, by words that only say that somebody did where no others do."""
    kept = [one for one in _once(individuals) if not _NO_PERPETRATORS.search(one)]
    return [one for one in kept if one not in _WHOEVER] or kept


def _take_agent(
    agent: Participant,
    event: EventMention,
    sentence: str,
    found: _Found,
    people: dict[str, Person],
    text: str,
) -> None:
    words = _bare(agent.raw)
    if agent.organisation is not None:
        name = _fullest(agent.organisation, text)
        found.organisations.setdefault(name, _confidence(agent, event, sentence))
    belong = agent.organisation is not None and _BELONGING.search(words) is not None
    if not words or (agent.kind == "actor" and agent.organisation is not None and not belong):
        return
    if agent.person is not None and people[agent.person].name:
        found.individuals.setdefault(str(people[agent.person].name).upper())
    elif agent.kind == "people" or belong:
        found.individuals.setdefault(words)


def _confidence(agent: Participant, event: EventMention, sentence: str) -> str:
    if agent.role is ActorRole.CLAIMS_RESPONSIBILITY or _CLAIMED.search(sentence):
        return "CLAIMED OR ADMITTED"
    if event.modality is Modality.POSSIBLE or _DOUBT.search(sentence):
        return "SUSPECTED OR ACCUSED"
    return "REPORTED AS FACT"


def _take_target(
    target: Participant,
    event: EventMention,
    template: str,
    found: _Found,
    people: dict[str, Person],
) -> None:
    for raw in _parts_of(target.raw):
        words = _bare(raw)
        if words and _is_human(target, words, event, template):
            if not _FIGHTERS.search(words):
                _take_human(target, raw, words, event, found, people)
        elif words and _is_thing(target, words):
            effect = _thing_effect(event)
            if found.things.get(words) is None or effect == "DESTROYED":
                found.things[words] = effect
            found.raws.setdefault(words, raw)


def _parts_of(raw: str) -> list[str]:
    """Return the nouns of a pair that was read as one: "squad members and civilians"."""
    said = " ".join(raw.upper().split()).split(", INCLUDING")[0]
    parts = said.split(" AND ")
    if len(parts) == 2 and all(is_people(_bare(one)) or is_object(_bare(one)) for one in parts):
        return parts
    return [said]


def _is_human(target: Participant, words: str, event: EventMention, template: str) -> bool:
    if target.person is not None or is_people(words):
        return True
    if target.kind == "people":
        return not is_object(words)
    harmed = event.outcome is not None or template == "KIDNAPPING"
    return harmed and target.kind == "name" and kind("thing", words) is None


def _is_thing(target: Participant, words: str) -> bool:
    if kind("weapon", words) is not None or _MILITARY.search(words):
        return False
    if words in _ADJECTIVES:
        return False
    return target.kind == "thing" or kind("thing", words) is not None


def _take_human(
    target: Participant,
    raw: str,
    words: str,
    event: EventMention,
    found: _Found,
    people: dict[str, Person],
) -> None:
    person = people.get(target.person or "")
    name = person.name.upper() if person is not None and person.name else None
    description = words if name is None else None
    if person is not None and person.description:
        description = _bare(person.description)
    effect = _EFFECTS.get(event.outcome) if event.outcome is not None else None
    key = name or words
    known = found.people.get(key)
    if known is None:
        found.people[key] = _Human(name, description, effect, raw.upper())
    elif known.effect is None or effect == "DEATH":
        known.effect = effect or known.effect


def _thing_effect(event: EventMention) -> str | None:
    word = " ".join(event.raw.upper().split())
    if _GONE.match(word):
        return "DESTROYED"
    if _HURT.match(word) or event.event is Event.BOMBING:
        return "SOME DAMAGE"
    return None


def _perpetrators(found: _Found) -> Template:
    said = " ".join((*found.individuals, *found.organisations))
    state = _STATE.search(said) and not re.search(r"GUERRILLA|FRONT|REBEL|LIBERATION", said)
    return {
        # of whom nothing is told counts too: the task is about terrorists
        "perp-inc-cat": ["STATE-SPONSORED VIOLENCE" if state else "TERRORIST ACT"],
        "perp-ind-id": list(found.individuals),
        "perp-org-id": list(found.organisations),
        "perp-org-conf": [referred(conf, org) for org, conf in found.organisations.items()],
    }


def _things(found: _Found, country: str) -> Template:
    nations = [
        referred(name, words) for words in found.things if (name := nation(words, at=country))
    ]
    return {
        "phys-tgt-id": list(found.things),
        "phys-tgt-type": [referred(kind("thing", w) or "OTHER", w) for w in found.things],
        "phys-tgt-num": [referred(number(found.raws[w].upper()), w) for w in found.things],
        "phys-tgt-nation": nations,
        "phys-tgt-effect": [referred(e, w) for w, e in found.things.items() if e is not None],
    }


def _humans(found: _Found, country: str) -> Template:
    names: list[Filler] = []
    slots: dict[str, list[Filler]] = {}
    for key, human in found.people.items():
        words = f"{human.description or ''} {human.name or ''}"
        if human.name is not None:
            names.append(human.name)
            if human.description:
                slots.setdefault("hum-tgt-desc", []).append(referred(human.description, human.name))
        elif human.description:
            slots.setdefault("hum-tgt-desc", []).append(human.description)
        of = {
            "hum-tgt-type": kind("human", words) or "CIVILIAN",
            "hum-tgt-num": "1" if human.name else number(human.raw),
            "hum-tgt-nation": nation(words, at=country),
            "hum-tgt-effect": human.effect,
        }
        for slot, value in of.items():
            if value is not None:
                slots.setdefault(slot, []).append(referred(value, key))
    return {"hum-tgt-name": names, **slots} if slots else {}


def _fullest(organisation: str, text: str) -> str:
    """Return the longest form in which the text itself names an organisation."""
    forms = _named_in(text).get(organisation, ())
    return max(forms, key=len, default=organisation).upper()


@lru_cache(maxsize=4)
def _named_in(text: str) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for one in find_organisations(text, load_pack("en")):
        form = " ".join(text[slice(*one.named)].split())
        found[one.name] = (*found.get(one.name, ()), form)
    return found


def _bare(raw: str) -> str:
    words = _BEGUN.sub("", " ".join(raw.upper().split()))
    words = _DETERMINERS.sub("", words).strip("\"'` ,")
    return "" if _NOBODY.match(words) else words
