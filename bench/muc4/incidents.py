"""Incidents of a reading as this set tells them apart: their type, stage, day, place and words.

In: the mentions of events in a reading. Out: one ``Told`` for each incident. Two mentions are of
one incident unless their type, day or place differ, for those are what the set tells incidents
apart by; what only followed ("killing two") goes to what it followed from.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from allegata.model.claim import Claim
from allegata.model.happening import EventMention, Participant
from allegata.model.reading import Reading
from allegata.model.vocabularies import Event, Modality, Outcome, Stage
from bench.muc4.places import Named, country_of, ground, named_kind
from bench.muc4.template import date, dateline_of

_TYPES = {
    Event.BOMBING: "BOMBING",
    Event.SUICIDE_ATTACK: "BOMBING",
    Event.KIDNAPPING: "KIDNAPPING",
    Event.ARSON: "ARSON",
    Event.ROBBERY: "ROBBERY",
    Event.HIJACKING: "HIJACKING",
}
_FOLLOWS = (Outcome.INJURED, Outcome.KILLED)
_EXPLOSIVE = re.compile(r"\b(?:BOMBS?|DYNAMITE|EXPLOSIVES?|CHARGES?|DEVICES?|MINES?)\b")
_AIR = re.compile(r"\b(?:AIR FORCE|PLANES?|HELICOPTERS?|AIRCRAFT|ARMY|ARMED FORCES)\b")
_WORD = re.compile(r"[A-Z][A-Z'-]{2,}")
_EMPTY = frozenset(
    ("THE", "AND", "FOR", "HIS", "HER", "THEIR", "ITS", "OTHER", "OTHERS", "WHO", "WHICH", "TWO")
)
_ENOUGH = 2  # places after which later sentences add none
_NEAR = 1  # sentences within which a consequence goes to what it followed from


@dataclass
class Told:
    """One incident that may become a template; ``kind`` and ``stage`` are the set's words."""

    kind: str
    stage: str
    events: list[EventMention] = field(default_factory=list)
    claims: list[Claim] = field(default_factory=list)
    places: list[Named] = field(default_factory=list)
    sentences: list[int] = field(default_factory=list)  # their numbers, in order
    date: str | None = None
    location: str = ""


@dataclass
class Account:
    """A text as incidents are read from it: its sentences' starts, its places, its dateline."""

    reading: Reading
    text: str
    starts: list[int]
    places: list[Named]
    country: str
    day: str | None

    def number_of(self, event: EventMention) -> int:
        """Return the number of the sentence that an event stands in."""
        return self.starts.index(event.sentence.start)

    def places_in(self, event: EventMention) -> list[Named]:
        """Return the places of the list in an event's sentence that are in nobody's name."""
        taken = [role.span for role in (*event.agents, *event.objects) if role.kind != "unknown"]
        return [
            place
            for place in self.places
            if event.sentence.start <= place.start < event.sentence.end
            and not any(s.start <= place.start and place.end <= s.end for s in taken)
        ]


def account_of(reading: Reading) -> Account:
    """Return what is needed of a reading to tell its incidents apart."""
    text = reading.document.layers[0].text
    end, day = dateline_of(text)
    country = country_of(text, end)
    found = [*ground().find(text), *ground().capital(text, country)]
    places = sorted((p for p in found if p.start >= end), key=lambda place: place.start)
    starts = sorted({event.sentence.start for event in reading.mentions.events})
    return Account(reading, text, starts, places, country, day)


def told_in(reading: Reading) -> Iterator[Told]:
    """Yield the incidents of a reading, in order."""
    account = account_of(reading)
    found: list[Told] = []
    for event in reading.mentions.events:
        if not _is_told(event):
            continue
        number = account.number_of(event)
        told = _incident_of(event, number, found, account) or _caused(event, number, found)
        if told is None:
            told = Told(kind_of(event), _stage_of(event))
            found.append(told)
        _add(told, event, number, account)
    for told in found:
        _complete(told, account)
        yield told


def kind_of(event: EventMention) -> str:
    """Return the set's type of an event."""
    explosive = _EXPLOSIVE.search(_said(event.means))
    if event.event is Event.BOMBING and _AIR.search(_said(event.agents)):
        return "ATTACK"
    if event.event in (Event.UNKNOWN, Event.DESTRUCTION) and explosive and event.outcome is None:
        return "BOMBING"
    return _TYPES.get(event.event, "ATTACK")


def _stage_of(event: EventMention) -> str:
    """Return the set's stage: an attempt on somebody's life is an attack that took place."""
    if event.stage is Stage.THREATENED:
        return "THREATENED"
    if event.stage is Stage.ACCOMPLISHED or kind_of(event) == "ATTACK":
        return "ACCOMPLISHED"
    return "ATTEMPTED"


def _is_told(event: EventMention) -> bool:
    if event.general or event.modality is Modality.HYPOTHETICAL:
        return False
    return event.event is not Event.CLASH or bool(event.objects)


def _incident_of(
    event: EventMention, number: int, found: Sequence[Told], account: Account
) -> Told | None:
    """Return the incident that a mention speaks of, the latest that it may be of."""
    follows = _follows(event)
    for told in reversed(found):
        near = number - told.sentences[-1] <= _NEAR
        if follows and near and number == told.sentences[-1]:
            return told
        if (event.stage is Stage.THREATENED) != (told.stage == "THREATENED"):
            continue
        same = told.kind == kind_of(event)
        vague = not event.objects and event.event is Event.UNKNOWN
        if not same and not ((follows or vague) and near):
            continue
        if not _differs(event, told, account):
            return told
    return None


def _caused(event: EventMention, number: int, found: Sequence[Told]) -> Told | None:
    """Return the incident whose harm was told first: "two were killed when a bomb exploded"."""
    if not found or _follows(event) or event.stage is Stage.THREATENED:
        return None
    told = found[-1]
    harm_alone = all(_follows(one) for one in told.events) and told.sentences == [number]
    if not harm_alone or told.stage == "THREATENED" or told.kind != "ATTACK":
        return None
    told.kind, told.stage = kind_of(event), _stage_of(event)
    return told


def _follows(event: EventMention) -> bool:
    return event.outcome in _FOLLOWS or event.event is Event.DESTRUCTION


def _differs(event: EventMention, told: Told, account: Account) -> bool:
    """Say whether day, place or whom it was done to make a mention one of another incident."""
    if _shared(event, told):
        return False
    days = {one.when.edtf for one in told.events if one.when is not None}
    if event.when is not None and days and event.when.edtf not in days:
        return True
    names = {place.name for place in account.places_in(event)}
    known = {place.name for place in told.places}
    if names and known and not names & known and not ground().nested(names, known):
        return True
    apart = account.number_of(event) - told.sentences[-1] > _NEAR
    return bool(apart and event.objects and any(one.objects for one in told.events))


def _shared(event: EventMention, told: Told) -> bool:
    """Say whether a mention names somebody or something that the incident was done to."""
    known = {word for one in told.events for word in _words(one.objects)}
    return bool(known & _words(event.objects))


def _words(roles: Sequence[Participant]) -> set[str]:
    return {word for role in roles for word in _WORD.findall(role.raw.upper())} - _EMPTY


def _said(roles: Sequence[Participant]) -> str:
    return " ".join(role.raw.upper() for role in roles)


def _add(told: Told, event: EventMention, number: int, account: Account) -> None:
    told.events.append(event)
    told.places += [place for place in account.places_in(event) if place not in told.places]
    if number not in told.sentences:
        told.sentences.append(number)


def _complete(told: Told, account: Account) -> None:
    """Put in what all mentions together say: the day, the place, the claims made of them."""
    told.date = _date(told, account.day)
    told.location = _location(told, account)
    told.claims = [
        claim
        for claim in account.reading.claims
        if any(
            event.sentence.start <= claim.trigger.start < event.sentence.end
            for event in told.events
        )
    ]


def _date(told: Told, day: str | None) -> str | None:
    days = [date(event.when.edtf) for event in told.events if event.when is not None]
    known = [one for one in days if one is not None]
    if known:
        return known[0]
    return date(f"../{day}") if day else None


def _location(told: Told, account: Account) -> str:
    """Return where it was: by the first sentence that tells it, and what the next adds to it."""
    country = account.country
    chosen: list[Named] = []
    for sentence in dict.fromkeys(event.sentence for event in told.events):
        here = [p for p in told.places if sentence.start <= p.start < sentence.end]
        if here and len(chosen) < _ENOUGH:
            chosen += here
    for place in chosen:
        countries = ground().countries(place.name)
        if countries and country not in countries and len(countries) == 1:
            country = next(iter(countries))
            break
        if countries:
            break
    names = [(place.name, named_kind(account.text, place)) for place in chosen]
    return ground().location(names, country)
