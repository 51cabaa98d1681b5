"""The set ``isaf``: press releases of an armed force, one event each.

Input is ``text``; nothing else is told but the country, as a user who reads such releases would
tell it. Output is the format of the scorer. Counts are those of the release's main incident; what
vague words are worth is the codebook table ``isaf``, which is this set's rubric.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from allegata.lang.grammar.armed_groups import find_armed_groups
from allegata.lang.grammar.dateline import find_dateline
from allegata.lang.pack import load_pack
from allegata.model.count import Count
from allegata.model.dates import When
from allegata.model.incident import Incident
from allegata.model.places import PlaceMention
from allegata.model.reading import Reading
from allegata.model.vocabularies import Event, Outcome, Scope, Status
from allegata.stages.resolve.within import resolve_within
from bench.files import read_items
from bench.parts import Item
from bench.reading import counts_of, principal, read_text, tallied

COUNTRY = "AF"
RULE, TABLE = "document@1", "isaf"

_CALLED = ("province", "district")  # "A and B provinces" are as told as A
_DAY = len("2031-03-10")
_AIR = (Event.AIR_STRIKE, Event.DRONE_STRIKE)
# The set's names for the organisations that a release speaks of.
_GROUPS = {
    "Taliban": "taliban",
    "Haqqani network": "haqqani",
    "Islamic Movement of Uzbekistan": "imu",
    "Hezb-e Islami Gulbuddin": "hig",
    "Al-Qaida": "aq",
}


def predict(data: Path) -> Iterator[dict[str, object]]:
    """Yield a prediction for each release."""
    for item in read_items(data):
        yield {"id": item["id"], **answer(read_item(item))}


def read_item(item: Item) -> Reading:
    """Return the reading of one release."""
    return read_text(str(item["id"]), str(item["text"]), country=COUNTRY)


def answer(reading: Reading) -> dict[str, object]:
    """Return what the scorer compares."""
    reading = _with_total(reading)
    incident = principal(reading)
    text = "".join(layer.text for layer in reading.document.layers)
    groups = target_groups(text)
    if incident is None:
        places = _provinces(reading.mentions.places)[:1]
        release = find_dateline(text, load_pack("en"))
        told = {"date": release.day if release else None, "killed": 0, "captured": 0}
        return {**told, "provinces": places, "target_groups": groups}
    provinces = _provinces(incident.where) or _provinces(reading.mentions.places)
    found = {
        "date": _start(incident.when),
        "provinces": provinces[:1],
        "killed": _least(reading, incident, Outcome.KILLED),
        "captured": _least(reading, incident, Outcome.DETAINED),
        "airstrike": _is_from_the_air(reading, incident),
    }
    event_types = [_event_type(reading, incident, found)]
    return {**found, "event_types": event_types, "target_groups": groups}


def _provinces(mentions: Sequence[PlaceMention]) -> list[str]:
    """Return the provinces told: those called so ("X province") before those that hold a town."""
    at_home = [m for m in mentions if m.place is not None and m.place.country == COUNTRY]
    framed = [m for m in at_home if m.kind == "admin" and m.raw.lower().endswith(_CALLED)]
    units = [m.place.admin1 for m in (*framed, *at_home) if m.place is not None]
    return list(dict.fromkeys(unit.name for unit in units if unit is not None))


def _start(when: When | None) -> str | None:
    """Return the first day of an event; the coders gave one that is told undated its release's."""
    day = when.edtf.removeprefix("../")[:10] if when else ""
    return day if len(day) == _DAY else None


def _with_total(reading: Reading) -> Reading:
    """Return the reading with its total as an incident, where it tells of no single one's harm.

    The coders made one event of a release, also of one about several operations.
    """
    if any(claim.counts and claim.incident for claim in reading.claims):
        return reading
    total = tuple(
        replace(claim, incident="i0") if claim.scope is Scope.AGGREGATE else claim
        for claim in reading.claims
    )
    return replace(reading, claims=total, incidents=resolve_within(total))


def target_groups(text: str) -> list[str]:
    """Return the organisations that a release names, by the set's names for them."""
    named = dict.fromkeys(group.name for group in find_armed_groups(text, load_pack("en")))
    return [_GROUPS.get(name, name) for name in named]


def _event_type(reading: Reading, incident: Incident, told: Mapping[str, object]) -> str:
    """Return the set's label of an event: by how it was fought, then by what became of people."""
    if told["airstrike"]:
        return "airstrike"
    if told["killed"] and _is_of_civilians(reading, incident):
        return "civiliancasualty"
    if told["killed"] and told["captured"]:
        return "captureandkill"
    return "insurgentskilled" if told["killed"] else "detention"


def _is_from_the_air(reading: Reading, incident: Incident) -> bool:
    """Say whether an act of the incident, or one told without harm, was a strike from the air."""
    harmed = {one.incident for one in reading.claims if one.counts} - {incident.id}
    told = [one for one in reading.claims if one.incident and one.incident not in harmed]
    return any(claim.event in _AIR for claim in told)


def _is_of_civilians(reading: Reading, incident: Incident) -> bool:
    """Say whether all whose status is told among the dead are civilians."""
    killed = [c for c in counts_of(reading, incident) if c.outcome is Outcome.KILLED]
    told = {count.group.status for count in killed} - {Status.UNKNOWN}
    return told == {Status.CIVILIAN}


def _least(reading: Reading, incident: Incident, outcome: Outcome) -> int:
    found = tallied(reading, incident, outcome, rule=RULE, table=TABLE, wanted=is_target)
    return 0 if found is None else found[0] or 0


def is_target(count: Count) -> bool:
    """Say whether people are those whom the operation killed or took, not of its own side."""
    return count.group.status not in (Status.ARMED_FORCES, Status.POLICE)
