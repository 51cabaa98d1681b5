"""The set ``isaf``: press releases of an armed force, one event each.

Input is ``text``; nothing else is told but the country, as a user who reads such releases would
tell it. Output is the format of the scorer. Counts are those of the release's main incident; what
vague words are worth is the codebook table ``isaf``, which is this set's rubric.
"""

from collections.abc import Iterator
from pathlib import Path

from allegata.model.count import Count
from allegata.model.incident import Incident
from allegata.model.reading import Reading
from allegata.model.vocabularies import Event, Outcome, Status
from bench.files import read_items
from bench.parts import Item
from bench.reading import principal, read_text, tallied

RULE, TABLE = "document@1", "isaf"

_AIR = (Event.AIR_STRIKE, Event.DRONE_STRIKE)


def predict(data: Path) -> Iterator[dict[str, object]]:
    """Yield a prediction for each release."""
    for item in read_items(data):
        yield {"id": item["id"], **answer(read_item(item))}


def read_item(item: Item) -> Reading:
    """Return the reading of one release."""
    return read_text(str(item["id"]), str(item["text"]), country="AF")


def answer(reading: Reading) -> dict[str, object]:
    """Return what the scorer compares."""
    incident = principal(reading)
    if incident is None:
        return {"date": None, "provinces": [], "killed": 0, "captured": 0, "airstrike": False}
    places = [mention.place for mention in incident.where if mention.place is not None]
    provinces = dict.fromkeys(place.admin1.name for place in places if place.admin1)
    return {
        "date": incident.when.edtf[:10]
        if incident.when and len(incident.when.edtf) == 10
        else None,
        "provinces": list(provinces)[:1],
        "target_groups": [],
        "event_types": [],
        "killed": _least(reading, incident, Outcome.KILLED),
        "captured": _least(reading, incident, Outcome.DETAINED),
        "airstrike": incident.event in _AIR,
    }


def _least(reading: Reading, incident: Incident, outcome: Outcome) -> int:
    found = tallied(reading, incident, outcome, rule=RULE, table=TABLE, wanted=_is_target)
    return 0 if found is None else found[0] or 0


def _is_target(count: Count) -> bool:
    """Say whether people are those whom the operation killed or took, not of its own side."""
    return count.group.status not in (Status.ARMED_FORCES, Status.POLICE)
