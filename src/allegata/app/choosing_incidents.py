"""Which incidents a person asks for, by place and by day.

>>> first_and_last("2031-04-05/2031-04-06"), first_and_last("../2031-04"), first_and_last("2031")
(('2031-04-05', '2031-04-06'), ('', '2031-04-31'), ('2031-01-01', '2031-12-31'))
"""

from collections.abc import Iterable

from allegata.model.record import IncidentRecord

OPEN = ".."


def chosen(
    records: Iterable[IncidentRecord], *, place: str = "", since: str = "", until: str = ""
) -> tuple[IncidentRecord, ...]:
    """Return the incidents that may have happened at the place within the days asked for."""
    return tuple(
        record
        for record in records
        if _is_at(record, place.casefold()) and _is_within(record, since, until)
    )


def first_and_last(edtf: str) -> tuple[str, str]:
    """Return the first and last day of an EDTF date or interval, "" where it is open."""
    first, _, last = edtf.partition("/")
    return _filled(first, "-01-01"), _filled(last or first, "-12-31")


def _filled(date: str, rest: str) -> str:
    """Return a day of a year or month: its first or its last; every month may have 31."""
    if date in {"", OPEN}:
        return ""
    return date + rest[len(date) - 4 :] if len(date) < len("2031-04-05") else date


def _is_at(record: IncidentRecord, place: str) -> bool:
    if not place:
        return True
    names = [each.where for each in record.own] if record.is_listed_alone else []
    names += [
        name
        for mention in record.where
        for name in (
            mention.raw,
            *([mention.place.name] if mention.place is not None else ()),
            *([mention.place.admin1.name] if mention.place and mention.place.admin1 else ()),
        )
    ]
    return any(place in name.casefold() for name in names)


def _is_within(record: IncidentRecord, since: str, until: str) -> bool:
    if not since and not until:
        return True
    if record.when is None:
        return False
    first, last = first_and_last(record.when.edtf)
    return (not since or not last or last >= since) and (not until or not first or first <= until)
