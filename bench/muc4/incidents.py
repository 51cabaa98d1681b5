"""Incidents of a reading as this set tells them apart: their type, their stage, their claims."""

from collections.abc import Iterator
from dataclasses import dataclass

from allegata.model.claim import Claim
from allegata.model.incident import Incident
from allegata.model.reading import Reading
from allegata.model.vocabularies import Event

_TYPES = {
    Event.BOMBING: "BOMBING",
    Event.SUICIDE_ATTACK: "BOMBING",
    Event.KIDNAPPING: "KIDNAPPING",
    Event.ARSON: "ARSON",
}
_NEVER = (Event.CLASH, Event.DETENTION, Event.AIR_STRIKE, Event.DISPLACEMENT)


@dataclass(frozen=True, slots=True)
class Told:
    """One incident that becomes a template; ``kind`` and ``stage`` are the set's words."""

    kind: str
    stage: str
    incident: Incident
    claims: tuple[Claim, ...]


def told_in(reading: Reading) -> Iterator[Told]:
    """Yield the incidents of a reading that the set counts, in order."""
    by_id = {claim.id: claim for claim in reading.claims}
    for incident in reading.incidents:
        if incident.event not in _NEVER:
            yield Told(
                _TYPES.get(incident.event, "ATTACK"),
                incident.stage.value.upper(),
                incident,
                tuple(by_id[claim] for claim in incident.claims),
            )
