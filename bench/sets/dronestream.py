"""The set ``dronestream``: short summaries of strikes, and how many they say were harmed.

Input is ``bij_summary_short`` of ``dev.jsonl`` (or ``test.jsonl``, ``heldout.jsonl``), read as a
table row is: with its day and nothing else told. Output is one object an item, in the format of the
scorer. Ranges are of the counts stated; what no count states is null.
"""

import json
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from allegata.model.count import Count
from allegata.model.document import SourceFile
from allegata.model.ids import content_id
from allegata.model.reading import Reading
from allegata.model.vocabularies import Age, Outcome, Qualifier, Status
from allegata.wiring import read
from bench.files import data_file

Range = list[int | None] | None


def predict(data: Path) -> Iterator[dict[str, object]]:
    """Yield a prediction for each item that has a text."""
    for line in data_file(data).read_text(encoding="utf-8").splitlines():
        item = json.loads(line)
        if item["bij_summary_short"].strip():
            yield {"id": item["_id"], **_answer(item)}


def _answer(item: dict[str, str]) -> dict[str, Range]:
    content = item["bij_summary_short"].encode()
    reading = read(
        SourceFile(
            id=content_id(content),
            name=item["_id"],
            content=content,
            media_type="text/plain",
            encoding="utf-8",
            language="en",
            published=item["date"][:10],
        )
    )
    claims = reading.claims if isinstance(reading, Reading) else ()
    counts = [count for claim in claims for count in claim.counts]
    return {
        "killed": _range(counts, lambda c: c.outcome is Outcome.KILLED and c.part_of is None),
        "civilians_killed": _range(
            counts, lambda c: c.outcome is Outcome.KILLED and c.group.status is Status.CIVILIAN
        ),
        "children_killed": _range(
            counts, lambda c: c.outcome is Outcome.KILLED and c.group.age is Age.CHILD
        ),
        "injured": _range(counts, lambda c: c.outcome is Outcome.INJURED and c.part_of is None),
    }


def _range(counts: Iterable[Count], wanted: Callable[[Count], bool]) -> Range:
    found = [
        count
        for count in counts
        if wanted(count) and count.qualifier not in (Qualifier.VAGUE, Qualifier.PRESENCE)
    ]
    lows = [low for c in found if (low := c.low if c.low is not None else c.best) is not None]
    highs = [high for c in found if (high := c.high if c.high is not None else c.best) is not None]
    if not lows and not highs:
        return None
    return [min(lows, default=None), max(highs, default=None)]
