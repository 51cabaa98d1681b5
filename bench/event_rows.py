"""Rows of tables of conflict events as accounts, for training and for the set ``meltt``.

In: rows of ``claims.csv`` (a source, dates, a point, counts, words). Out: accounts; each source is
a list that holds an incident once, so that no two of its rows are one.

>>> account_of_row({"source": "acled", "row": "1", "date": "2031-01-02", "enddate": "",
...     "lat": "1.5", "lon": "2.5", "place": "Nescio", "geo_precision": "1"}).days[0]
741444
"""

import csv
import datetime as dt
from collections.abc import Iterator, Mapping
from pathlib import Path

from allegata.model.count import Bounds
from allegata.model.linking import Account, Ground, Toll
from allegata.model.vocabularies import Event, Outcome, PlacePrecision
from allegata.places.keys import plain_key
from allegata.stages.resolve.wording import sketch_of, terms_of, words_of
from allegata.text.folding import fold

Row = Mapping[str, str]
# Precision of a point by list and code, and how far off it may be in kilometres.
_EXACT = (PlacePrecision.SETTLEMENT, 5.0)
_NEAR = (PlacePrecision.NEAR_SETTLEMENT, 25.0)
_SECOND = (PlacePrecision.ADM2, 40.0)
_FIRST = (PlacePrecision.ADM1, 100.0)
_COUNTRY = (PlacePrecision.COUNTRY, 500.0)
_PRECISIONS = {
    "acled": {"1": _EXACT, "2": _NEAR, "3": _FIRST},
    "ged": {"1": _EXACT, "2": _NEAR, "3": _SECOND, "4": _FIRST, "5": _FIRST, "6": _COUNTRY},
    "gtd": {"1": _EXACT, "2": _NEAR, "3": _NEAR, "4": _FIRST, "5": _COUNTRY},
    "scad": {"1": _EXACT, "2": _EXACT, "3": _NEAR, "4": _FIRST, "5": _COUNTRY, "6": _COUNTRY},
}
# Kinds of events by source and the beginning of its word or code.
_EVENTS = {
    "acled": {
        "Violence against civilians": Event.MASSACRE,
        "Remote violence": Event.BOMBING,
        "Battle": Event.CLASH,
    },
    "ged": {"1": Event.CLASH, "2": Event.CLASH, "3": Event.MASSACRE},
    "gtd": {
        "1": Event.SHOOTING,
        "2": Event.SHOOTING,
        "3": Event.BOMBING,
        "6": Event.KIDNAPPING,
        "7": Event.DESTRUCTION,
    },
}


def read_rows(path: Path) -> Iterator[dict[str, str]]:
    """Yield the rows of a table."""
    with path.open(encoding="utf-8", newline="") as lines:
        yield from csv.DictReader(lines)


def account_of_row(row: Row) -> Account:
    """Return one row as an account; its id is ``source:row``."""
    words = words_of(row.get("text", ""))
    first = dt.date.fromisoformat(row["date"]).toordinal()
    last = dt.date.fromisoformat(row["enddate"]).toordinal() if row.get("enddate") else first
    name = f"{row['source']}:{row['row']}"
    return Account(
        id=name,
        document=name,
        claims=("1",),
        event=_event(row),
        days=(first, max(first, last)),
        grounds=_grounds(row),
        toponyms=tuple(key for key in (plain_key(row.get("place", "")),) if key),
        tolls=tuple(_tolls(row)),
        actors=tuple(sorted({row[key] for key in ("actor1", "actor2") if row.get(key)})),
        words=sketch_of(words),
        terms=terms_of(words),
        language="en",
        origin=row.get("publisher", ""),
        roll=row["source"],
        coded=True,
    )


def _event(row: Row) -> Event:
    """Return the kind of event that the source's words name, UNKNOWN where they name none."""
    told = row.get("event_type", "")
    known = _EVENTS.get(row["source"], {})
    return next((event for word, event in known.items() if told.startswith(word)), Event.UNKNOWN)


def _grounds(row: Row) -> tuple[Ground, ...]:
    if not row.get("lat") or not row.get("lon"):
        return ()
    codes = _PRECISIONS.get(row["source"], {})
    precision, radius = codes.get(row.get("geo_precision", ""), _FIRST)
    units = [row.get("admin1", ""), row.get("admin2", "")]
    place = " ".join(map(fold, row.get("place", "").split()))
    lat, lon = float(row["lat"]), float(row["lon"])
    return (
        Ground(
            id=place or f"{lat:.2f},{lon:.2f}",
            name=row.get("place", ""),
            lat=lat,
            lon=lon,
            precision=precision,
            radius_km=radius,
            units=tuple(fold(unit) for unit in units if unit),
        ),
    )


def _tolls(row: Row) -> Iterator[Toll]:
    killed = [_whole(row.get(f"killed_{end}", "")) for end in ("low", "best", "high")]
    known = sorted(value for value in killed if value is not None)
    if known:
        yield Toll(Outcome.KILLED, Bounds(known[0], killed[1], known[-1]))
    wounded = _whole(row.get("wounded", ""))
    if wounded is not None:
        yield Toll(Outcome.INJURED, Bounds(wounded, wounded, wounded))


def _whole(text: str) -> int | None:
    """Return a count; a fraction, of deaths divided among attacks, is rounded up."""
    try:
        return max(0, -int(-float(text) // 1)) if text else None
    except ValueError:
        return None
