"""The set ``dronestream``: short summaries of strikes, and how many they say were harmed.

Input is ``bij_summary_short`` of ``dev.jsonl`` (or ``test.jsonl``, ``heldout.jsonl``), read as a
table row is: with its day and nothing else told. Output is one object an item, in the format of the
scorer. Ranges are of the counts stated; what no count states is null.
"""

from collections.abc import Callable, Iterator
from pathlib import Path

from allegata.model.count import Count
from allegata.model.incident import Incident
from allegata.model.reading import Reading
from allegata.model.vocabularies import Age, Outcome, Status
from bench.files import read_items
from bench.parts import Item
from bench.reading import Range, counts_of, principal, read_text, tallied

RULE, TABLE = "document@1", "airwars"


def predict(data: Path) -> Iterator[dict[str, object]]:
    """Yield a prediction for each item that has a text."""
    for item in read_items(data):
        if item["bij_summary_short"].strip():
            yield {"id": item["_id"], **answer(read_item(item))}


def read_item(item: Item) -> Reading:
    """Return the reading of one summary."""
    text, day = str(item["bij_summary_short"]), str(item["date"])[:10]
    return read_text(str(item["_id"]), text, published=day)


def answer(reading: Reading) -> dict[str, object]:
    """Return what the scorer compares."""
    incident = principal(reading)
    if incident is None:
        return {}

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
        "killed": counted(Outcome.KILLED),
        "civilians_killed": counted(
            Outcome.KILLED, lambda count: count.group.status is Status.CIVILIAN
        )
        or _none_but_fighters(reading, incident),
        "children_killed": counted(Outcome.KILLED, lambda count: count.group.age is Age.CHILD),
        "injured": counted(Outcome.INJURED),
    }


def _none_but_fighters(reading: Reading, incident: Incident) -> Range:
    """Return no civilians where all who were killed are told to be fighters, else nothing.

    The set's range is over what sources say; "six people were killed" says nothing of civilians.
    """
    killed = [c for c in counts_of(reading, incident) if c.outcome is Outcome.KILLED]
    wholes = [count for count in killed if count.part_of is None and count.best != 0]
    fighters = bool(wholes) and all(c.group.status is Status.MILITANT for c in wholes)
    return [0, 0] if fighters else None
