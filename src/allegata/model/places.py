"""Where: the words, and the ground they stand for with honest precision."""

from dataclasses import dataclass
from enum import StrEnum

from allegata.model.span import Span
from allegata.model.vocabularies import PlacePrecision
from allegata.model.wire import added


@dataclass(frozen=True, slots=True)
class AdminUnit:
    """A division of the first, second or third level."""

    code: str
    name: str


@dataclass(frozen=True, slots=True)
class Area:
    """An area as GeoJSON has it: rings of (longitude, latitude), the first point again at last."""

    type: str  # "Polygon"
    coordinates: tuple[tuple[tuple[float, ...], ...], ...]


@dataclass(frozen=True, slots=True)
class PrecisionCodes:
    """A precision in the code lists of others, None where a list has no such code."""

    airwars: str | None
    ucdp: int | None  # GED where_prec
    acled: int | None  # geo_precision
    atlos: str | None


@dataclass(frozen=True, slots=True)
class Candidate:
    """Another place that the words could mean. Degrees WGS 84; ``score`` 0 to 1."""

    id: str
    name: str
    lat: float
    lon: float
    score: float


@dataclass(frozen=True, slots=True)
class Place:
    """A resolved place: degrees WGS 84, ``radius_km`` around the point, ``score`` 0 to 1.

    ``geometry`` is the area that the words tell, where it is no circle. ``method`` says how the
    place was reached: exact, romanised, skeleton (how far the name's key had to reach), parent (the
    smallest unit that surely holds it), relation, coordinates, chosen (by a person).
    """

    id: str
    same_as: tuple[str, ...]
    name: str
    country: str  # ISO 3166 alpha-2
    admin1: AdminUnit | None
    admin2: AdminUnit | None
    lat: float
    lon: float
    precision: PlacePrecision
    radius_km: float
    score: float
    alternatives: tuple[Candidate, ...] = ()
    admin3: AdminUnit | None = added(None)  # noqa: RUF009  # a field
    geometry: Area | None = added(None)  # noqa: RUF009  # a field
    method: str = added("")
    reasons: tuple[str, ...] = added(())
    codes: PrecisionCodes | None = added(None)  # noqa: RUF009  # a field


@dataclass(frozen=True, slots=True)
class PlaceMention:
    """A place as written; ``place`` is None where nothing certain enough is known.

    ``kind``: settlement, admin, country, facility, neighbourhood, region, coordinates, unknown.
    ``name`` is the proper name inside ``raw``, without type words: "Raqqah" of "Raqqah city", and
    the place that a facility is named after; "" where nobody has told the two apart.
    """

    raw: str
    kind: str
    span: Span
    place: Place | None = None
    name: str = ""


class NameMatch(StrEnum):
    """How far a spelling had to reach to the name of an entry, the nearest first."""

    EXACT = "exact"  # case, diacritics and letter variants apart
    ROMANISED = "romanised"  # another romanisation of the same name
    SKELETON = "skeleton"  # the same consonants and no more


@dataclass(frozen=True, slots=True)
class GazetteerName:
    """A name of an entry, and who says so.

    ``language`` is an ISO 639 code, "" where unknown; ``kind`` official, usual or former;
    ``source`` a label of the gazetteer's header, such as "geonames"; ``since`` and ``until`` EDTF,
    "" where unknown.
    """

    text: str
    language: str = ""
    kind: str = "usual"
    source: str = ""
    since: str = ""
    until: str = ""


@dataclass(frozen=True, slots=True)
class GazetteerEntry:
    """A row of a gazetteer; what is unknown is None or empty.

    ``feature``: continent, country, adm1, adm2, adm3, settlement, neighbourhood, site or region.
    ``kind`` is finer where the source knows it: village, city, camp, airport. ``radius_km`` is how
    far the place reaches from its point, where the gazetteer knows it. ``country`` is "" for what
    lies in several.
    """

    id: str
    name: str
    country: str
    feature: str
    lat: float
    lon: float
    population: int | None
    admin1: AdminUnit | None
    admin2: AdminUnit | None
    radius_km: float | None = None
    admin3: AdminUnit | None = None
    kind: str = ""
    same_as: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class FoundEntry:
    """An entry with how far the spelling had to reach to it."""

    entry: GazetteerEntry
    match: NameMatch
