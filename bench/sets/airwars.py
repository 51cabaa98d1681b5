"""The set ``airwars``: assessments of strikes that weigh many sources.

Input is ``text`` with the country told. Output is the format of the scorer: ranges over what the
text states of the incident, people by age and sex where it tells them.
"""

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from allegata.model.count import Count
from allegata.model.incident import Incident
from allegata.model.reading import Reading
from allegata.model.vocabularies import Age, Event, Outcome, Sex
from bench.files import read_items
from bench.parts import Item
from bench.reading import Range, principal, read_text, tallied

RULE, TABLE = "airwars@1", "airwars"

_STRIKES = {
    Event.AIR_STRIKE: "Airstrike",
    Event.DRONE_STRIKE: "Drone Strike",
    Event.SHELLING: "Artillery",
}


def predict(data: Path) -> Iterator[dict[str, object]]:
    """Yield a prediction for each assessment."""
    for item in read_items(data):
        yield {"id": item["id"], **answer(read_item(item))}


def read_item(item: Item) -> Reading:
    """Return the reading of one assessment."""
    return read_text(str(item["id"]), str(item["text"]), country="PS")


def answer(reading: Reading) -> dict[str, object]:
    """Return what the scorer compares."""
    incident = principal(reading)
    if incident is None:
        return {"date_start": None}
    start, end = _days(reading, incident)

    def counted(outcome: Outcome, wanted: Callable[[Count], bool] | None = None) -> Range:
        return tallied(
            reading,
            incident,
            outcome,
            rule=RULE,
            table=TABLE,
            wanted=wanted,
            cells=wanted is not None,
        )

    return {
        "date_start": start,
        "date_end": end,
        "killed": counted(Outcome.KILLED),
        "killed_children": counted(Outcome.KILLED, is_child),
        "killed_women": counted(Outcome.KILLED, partial(is_adult, sex=Sex.FEMALE)),
        "killed_men": counted(Outcome.KILLED, partial(is_adult, sex=Sex.MALE)),
        "injured": counted(Outcome.INJURED),
        "strike_type": _STRIKES.get(incident.event),
        "places": [
            [mention.place.lat, mention.place.lon]
            for mention in incident.where
            if mention.place is not None
        ],
    }


def _days(reading: Reading, incident: Incident) -> tuple[str | None, str | None]:
    """Return the first and last day of the incident: its own, else the first that the text tells.

    An assessment is of one incident, and its first words say when.
    """
    told = [one.when for one in (incident, *reading.incidents)]
    told += [mention.when for mention in reading.mentions.events]
    for when in (one for one in told if one is not None):
        first, _, last = when.edtf.partition("/")
        days = [day if len(day) == 10 else None for day in (first, last or first)]
        if days[0] is not None:
            return days[0], days[1]
    return None, None


def is_child(count: Count) -> bool:
    """Say whether children are counted."""
    return count.group.age in (Age.CHILD, Age.INFANT)


def is_adult(count: Count, *, sex: Sex) -> bool:
    """Say whether men, or women, are counted."""
    return count.group.sex is sex and count.group.age in (Age.ADULT, Age.ELDERLY, Age.UNKNOWN)
