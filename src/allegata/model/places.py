"""Where: the words, and the ground they stand for with honest precision."""

from dataclasses import dataclass

from allegata.model.span import Span
from allegata.model.vocabularies import PlacePrecision


@dataclass(frozen=True, slots=True)
class AdminUnit:
    """A first- or second-level division."""

    code: str
    name: str


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
    """A resolved place: degrees WGS 84, ``radius_km`` around the point, ``score`` 0 to 1."""

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


@dataclass(frozen=True, slots=True)
class PlaceMention:
    """A place as written; ``place`` is None where nothing certain enough is known.

    ``kind``: settlement, admin, country, facility, neighbourhood, region, unknown. ``name`` is the
    proper name inside ``raw``, without type words: "Raqqah" of "Raqqah city", and the place that a
    facility is named after; "" where nobody has told the two apart.
    """

    raw: str
    kind: str
    span: Span
    place: Place | None = None
    name: str = ""


@dataclass(frozen=True, slots=True)
class GazetteerEntry:
    """A row of a gazetteer. ``feature``: settlement, adm1 or country; what is unknown is None.

    ``radius_km`` is how far the place reaches from its point, where the gazetteer knows it.
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
