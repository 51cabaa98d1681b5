"""The SPECIMEN record with a contested status: the state tells of civilians, the monitor not."""

from dataclasses import replace

from tests.web import records

from allegata.model.record import IncidentRecord, Origin, StatusGroup, StatusTally

STATE = Origin("syr", "SYR", "state", "government")
ARMY = Origin("army", "Northern Coalition", "armed_group")


def contested() -> IncidentRecord:
    """Up to 45 civilians, up to 12 combatants, and 38 of whom nobody tells it."""
    voices = {"as_civilians": (STATE,), "as_fighters": (ARMY,)}
    tallies = (
        StatusTally(StatusGroup.CIVILIAN, records.tally("added@1", 0, None, 45), **voices),
        StatusTally(StatusGroup.COMBATANT, records.tally("added@1", 0, None, 12), **voices),
        StatusTally(StatusGroup.UNKNOWN, records.tally("added@1", 38, 38, 38)),
    )
    return replace(records.record(), by_status=tallies)
