"""An incident of a recorder's own list as linking compares it with what documents tell.

Its list holds each incident once, so that two of its rows are never one. A place without a point is
looked up by its words, where a gazetteer is at hand and leaves no doubt.
"""

from collections.abc import Callable

from allegata.model import edtf
from allegata.model.count import Bounds
from allegata.model.dates import When
from allegata.model.importing import ImportedPlace, ImportedVictim, OwnIncident
from allegata.model.linking import Account, Ground, Toll
from allegata.model.people import Person
from allegata.model.places import Place
from allegata.model.span import Span
from allegata.model.vocabularies import DatePrecision, PlacePrecision
from allegata.places.keys import plain_key
from allegata.stages.resolve.accounts import name_keys
from allegata.stages.resolve.wording import sketch_of, terms_of, words_of

FindPlace = Callable[[str, str], Place | None]  # words, and the country's alpha-2 code or ""
# How far from a recorder's point the incident may be, in kilometres.
RADIUS_KM = {
    PlacePrecision.EXACT: 0.1,
    PlacePrecision.SITE: 0.5,
    PlacePrecision.STREET_OR_NEIGHBOURHOOD: 1.0,
    PlacePrecision.SETTLEMENT: 5.0,
    PlacePrecision.NEAR_SETTLEMENT: 25.0,
    PlacePrecision.ADM3: 20.0,
    PlacePrecision.ADM2: 40.0,
    PlacePrecision.ADM1: 100.0,
    PlacePrecision.REGION_OR_LINE: 100.0,
    PlacePrecision.COUNTRY: 500.0,
    PlacePrecision.SEA_OR_AIRSPACE: 500.0,
}
# A single day that is told to be no nearer than this is so many days to either side.
_AROUND = {DatePrecision.DAYS_2_6: 3, DatePrecision.WEEK: 6, DatePrecision.MONTH: 30}
_UNSAID = frozenset({PlacePrecision.COUNTRY, PlacePrecision.SEA_OR_AIRSPACE})


def nowhere(_words: str, _country: str) -> Place | None:
    """Find no place: what stands in where there is no gazetteer."""
    return None


def account_of(own: OwnIncident, find: FindPlace = nowhere) -> Account:
    """Return the account of one incident of a list."""
    told, words = own.told, words_of(own.text)
    return Account(
        id=f"{own.document}/{own.id}",
        document=own.document,
        claims=(own.id,),
        event=told.event,
        days=days_of(told.when),
        grounds=_grounds(told.where, find),
        toponyms=_toponyms(told.where),
        tolls=tuple(
            Toll(figure.outcome, Bounds(figure.low, figure.best, figure.high))
            for figure in told.figures
            if figure is next(each for each in told.figures if each.outcome is figure.outcome)
        ),
        named=name_keys([_person(each) for each in own.victims]),
        words=sketch_of(words),
        terms=terms_of(words),
        cites=tuple(sorted({url for source in own.sources for url in source.urls})),
        origin=own.document,
        roll=own.document,
        coded=True,
    )


def _toponyms(where: ImportedPlace | None) -> tuple[str, ...]:
    """Return the key of the place's own name: its words up to the first comma."""
    key = plain_key(where.raw.partition(",")[0]) if where is not None else ""
    return (key,) if key else ()


def _person(victim: ImportedVictim) -> Person:
    return Person("", victim.name or None, None, None, victim.sex, None, None, Span("", 0, 0))


def days_of(when: When | None) -> tuple[int, int] | None:
    """Return the first and last day on which it may have happened, as ordinals."""
    first, last = edtf.days_of(when.edtf) if when is not None else (None, None)
    if when is None or first is None or last is None:
        return None
    around = _AROUND.get(when.precision, 0) if first == last else 0
    return first - around, last + around


def _grounds(where: ImportedPlace | None, find: FindPlace) -> tuple[Ground, ...]:
    if where is None or where.precision in _UNSAID:
        return ()
    if where.lat is not None and where.lon is not None:
        precision = where.precision or PlacePrecision.SETTLEMENT
        id_ = f"point:{where.lat:.4f},{where.lon:.4f}"
        radius = RADIUS_KM[precision]
        return (Ground(id_, where.raw, where.lat, where.lon, precision, radius, where.country),)
    place = find(where.raw, where.country) if where.raw else None
    if place is None or place.precision in _UNSAID:
        return ()
    units = tuple(unit.code for unit in (place.admin1, place.admin2, place.admin3) if unit)
    return (
        Ground(
            place.id,
            place.name,
            place.lat,
            place.lon,
            place.precision,
            place.radius_km,
            place.country,
            units,
        ),
    )
