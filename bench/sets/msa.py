"""The set ``msa``: descriptions of mass shootings, a paragraph each.

Input is ``Description`` with the country told. Output is the format of the scorer; the one who shot
is not counted among the civilians, so counts of people of whom the text says that they did it stay
out.
"""

import csv
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from allegata.model.count import Count
from allegata.model.reading import Reading
from allegata.model.vocabularies import Derivation, Outcome, Status
from allegata.stages.resolve.same_people import is_bare
from bench.files import data_file
from bench.parts import Item
from bench.reading import counts_in, principal, read_text, tallied_over

RULE, TABLE = "ibc@1", "airwars"
UNTOLD = 0  # the set codes as none what its texts do not tell beside other harm

# The set counts people and the police apart; who shot is in neither.
_NOT_CIVILIANS = (Status.POLICE, Status.DIRECT_PARTICIPANT)


def predict(data: Path) -> Iterator[dict[str, object]]:
    """Yield a prediction for each description; a case told twice has ``#2`` the second time."""
    seen: Counter[str] = Counter()
    with data_file(data).open(encoding="utf-8", newline="") as rows:
        for row in csv.DictReader(rows):
            case = row["CaseID"]
            seen[case] += 1
            key = case if seen[case] == 1 else f"{case}#{seen[case]}"
            yield {"id": key, **answer(read_item(dict(row)))}


def read_item(item: Item) -> Reading:
    """Return the reading of one description."""
    return read_text(str(item["CaseID"]), str(item["Description"]), country="US")


def answer(reading: Reading) -> dict[str, object]:
    """Return what the scorer compares."""
    incident = principal(reading)
    if incident is None:
        return {"civilians_killed": None, "civilians_injured": None, "date": None, "city": None}
    killed = _stated(reading, Outcome.KILLED)
    injured = _stated(reading, Outcome.INJURED)
    hit = _stated(reading, Outcome.KILLED_OR_INJURED)
    if injured is None and hit is not None:
        injured = max(hit - (_dead_of_them(reading) or killed or UNTOLD), 0)
    if killed is not None or injured is not None:
        killed, injured = killed or UNTOLD, injured or UNTOLD
    places = [mention for mention in incident.where if mention.kind == "settlement"]
    when = incident.when.edtf if incident.when else ""
    return {
        "civilians_killed": killed,
        "civilians_injured": injured,
        "date": when if len(when) == 10 else None,
        "city": places[0].name or places[0].raw if places else None,
    }


def _dead_of_them(reading: Reading) -> int:
    """Return how many died of those who were shot, where the words say so: "two of whom died"."""
    return sum(
        count.best or count.low or 0
        for count in counts_in(reading)
        if count.known
        and is_bare(count)
        and count.derivation is Derivation.LITERAL
        and count.outcome in (Outcome.KILLED, Outcome.DIED_LATER)
    )


def _stated(reading: Reading, outcome: Outcome) -> int | None:
    """Return the number over all that the description tells: it is of one case."""
    claims = [claim for claim in reading.claims if claim.incident is not None]
    found = tallied_over(claims, outcome, rule=RULE, table=TABLE, wanted=is_victim)
    return None if found is None else found[0]


def is_victim(count: Count) -> bool:
    """Say whether people killed or wounded are civilians, and not the one who shot."""
    return count.group.status not in _NOT_CIVILIANS and count.group.role != "perpetrator"
