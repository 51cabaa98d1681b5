"""The set ``airwars``: assessments of strikes that weigh many sources.

Input is ``text`` with the country told. Output is the format of the scorer: ranges over what the
text states of the incident, people by age and sex where it tells them.
"""

from collections.abc import Iterator
from pathlib import Path

from allegata.model.count import Count
from allegata.model.incident import Incident
from allegata.model.reading import Reading
from allegata.model.vocabularies import Age, Event, Outcome, Sex
from bench.files import read_items
from bench.reading import Range, counts_of, principal, range_of, read_text

_STRIKES = {
    Event.AIR_STRIKE: "Airstrike",
    Event.DRONE_STRIKE: "Drone Strike",
    Event.SHELLING: "Artillery",
}


def predict(data: Path) -> Iterator[dict[str, object]]:
    """Yield a prediction for each assessment."""
    for item in read_items(data):
        yield {"id": item["id"], **_answer(read_text(item["id"], item["text"], country="PS"))}


def _answer(reading: Reading) -> dict[str, object]:
    incident = principal(reading)
    if incident is None:
        return {"date_start": None}
    counts = counts_of(reading, incident)
    start, end = _days(incident)
    return {
        "date_start": start,
        "date_end": end,
        "killed": _whole(counts, Outcome.KILLED),
        "killed_children": range_of(counts, lambda c: _is_dead(c) and c.group.age is Age.CHILD),
        "killed_women": range_of(counts, lambda c: _is_dead(c) and _is_adult(c, Sex.FEMALE)),
        "killed_men": range_of(counts, lambda c: _is_dead(c) and _is_adult(c, Sex.MALE)),
        "injured": _whole(counts, Outcome.INJURED),
        "strike_type": _STRIKES.get(incident.event),
        "places": [
            [mention.place.lat, mention.place.lon]
            for mention in incident.where
            if mention.place is not None
        ],
    }


def _days(incident: Incident) -> tuple[str | None, str | None]:
    if incident.when is None:
        return None, None
    first, _, last = incident.when.edtf.partition("/")
    days = [day if len(day) == 10 else None for day in (first, last or first)]
    return days[0], days[1]


def _whole(counts: list[Count], outcome: Outcome) -> Range:
    return range_of(counts, lambda c: c.outcome is outcome and c.part_of is None)


def _is_dead(count: Count) -> bool:
    return count.outcome is Outcome.KILLED


def _is_adult(count: Count, sex: Sex) -> bool:
    return count.group.sex is sex and count.group.age in (Age.ADULT, Age.UNKNOWN)
