"""The set ``persons``: invented lists of people in which every tenth stands twice, with a slip.

Output is the format of the scorer: each entry with the group that it is proposed to belong to.
"""

import csv
from collections.abc import Iterator
from pathlib import Path

from allegata.model.victims import ListedPerson
from allegata.people.matching import groups, propose


def predict(data: Path) -> Iterator[dict[str, object]]:
    """Yield a prediction for each entry of the lists at ``data``."""
    for path in sorted([*data.glob("persons/*.csv"), *data.glob("RLdata*.csv")]):
        entries = list(people(path))
        for number, ids in enumerate(groups(entries, propose(entries)), 1):
            for own in ids:
                yield {"id": own, "entity": f"{path.stem}-{number}"}


def people(path: Path) -> Iterator[ListedPerson]:
    """Yield the entries of a list; parts that it lacks are "NA"."""
    with path.open(encoding="utf-8") as file:
        for at, row in enumerate(csv.DictReader(file), 1):
            told = {name: value for name, value in row.items() if value != "NA"}
            given = "-".join(told[name] for name in ("fname_c1", "fname_c2") if name in told)
            family = "-".join(told[name] for name in ("lname_c1", "lname_c2") if name in told)
            born = "-".join(told.get(name, "").zfill(2) for name in ("by", "bm", "bd"))
            yield ListedPerson(
                f"{path.stem}/{row['rec_id']}", f"{given} {family}", born=born, row=at
            )
