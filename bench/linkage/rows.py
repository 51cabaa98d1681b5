"""Rows of tables of events as accounts, as a person who brings them in would have them linked.

In: the normalised rows of a country and year. Out: accounts. What a column says is taken as it
stands; the kind of event is that of the row's code where one list is as fine as ours, else unknown.
"""

import csv
import datetime as dt
from collections.abc import Iterator
from pathlib import Path

from allegata.model.count import Bounds
from allegata.model.linking import Account, Ground, Toll
from allegata.model.vocabularies import Event, Outcome, PlacePrecision
from allegata.stages.resolve.wording import sketch_of, terms_of, words_of

# Codes of the four lists, by list; those that span several of our kinds are left unknown.
KINDS = {
    ("acled", "Battle-No change of territory"): Event.CLASH,
    ("acled", "Battle-Non-state actor overtakes territory"): Event.CLASH,
    ("acled", "Battle-Government regains territory"): Event.CLASH,
    ("gtd", "3"): Event.BOMBING,
    ("gtd", "6"): Event.KIDNAPPING,
    ("ged", "1"): Event.CLASH,
    ("ged", "2"): Event.CLASH,
}
# Precision of a point by list and code, and how far off it may be in kilometres.
_EXACT = (PlacePrecision.SETTLEMENT, 5.0)
_NEAR = (PlacePrecision.NEAR_SETTLEMENT, 25.0)
_SECOND = (PlacePrecision.ADM2, 40.0)
_FIRST = (PlacePrecision.ADM1, 100.0)
_COUNTRY = (PlacePrecision.COUNTRY, 500.0)
PRECISIONS = {
    "acled": {"1": _EXACT, "2": _NEAR, "3": _FIRST},
    "ged": {"1": _EXACT, "2": _NEAR, "3": _SECOND, "4": _FIRST, "5": _FIRST, "6": _COUNTRY},
    "gtd": {"1": _EXACT, "2": _NEAR, "3": _NEAR, "4": _FIRST, "5": _COUNTRY},
    "scad": {"1": _EXACT, "2": _EXACT, "3": _NEAR, "4": _FIRST, "5": _COUNTRY, "6": _COUNTRY},
}


def accounts(path: Path, country: str) -> Iterator[Account]:
    """Yield an account for each row; its id is list and row, such as ``acled:2``."""
    with path.open(encoding="utf-8") as file:
        for row in csv.DictReader(file):
            yield _account(row, country)


def _account(row: dict[str, str], country: str) -> Account:
    own = f"{row['source']}:{row['row']}"
    words = words_of(row["text"])
    precision, radius_km = PRECISIONS[row["source"]].get(row["geo_precision"], _FIRST)
    first = dt.date.fromisoformat(row["date"]).toordinal()
    last = dt.date.fromisoformat(row["enddate"] or row["date"]).toordinal()
    return Account(
        id=own,
        document=own,
        claims=(own,),
        event=KINDS.get((row["source"], row["event_type"]), Event.UNKNOWN),
        days=(first, max(first, last)),
        grounds=(
            Ground(
                id="",
                name=row["place"],
                lat=float(row["lat"]),
                lon=float(row["lon"]),
                precision=precision,
                radius_km=radius_km,
                country=country,
            ),
        ),
        tolls=tuple(_tolls(row)),
        actors=tuple(sorted({row[name] for name in ("actor1", "actor2") if row[name]})),
        words=sketch_of(words),
        terms=terms_of(words),
        language="en",
        roll=row["source"],
    )


def _tolls(row: dict[str, str]) -> Iterator[Toll]:
    low, best, high = (_people(row[f"killed_{name}"]) for name in ("low", "best", "high"))
    if best is not None:
        ordered = low is not None and high is not None and low <= best <= high
        bounds = Bounds(low, best, high) if ordered else Bounds(best, best, best)
        yield Toll(Outcome.KILLED, bounds)
    wounded = _people(row["wounded"])
    if wounded is not None:
        yield Toll(Outcome.INJURED, Bounds(wounded, wounded, wounded))


def _people(written: str) -> int | None:
    """Return a number of people; a list divides the dead of linked attacks, so parts round up."""
    try:
        return max(0, round(float(written)))
    except ValueError:
        return None
