"""A country's gazetteer out of the sources in a folder and what the embedded one knows.

In: a country, a folder, the embedded gazetteer, the day. Out: the bytes of a packed gazetteer, in
which every name says whose it is and the header says under what licence.
"""

import hashlib
import math
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from allegata.gazetteers.merging import merged
from allegata.gazetteers.packed import PackedGazetteer
from allegata.gazetteers.packing import ROMANISED, Keyed, keys_of, pack
from allegata.gazetteers.sources.folder import sources_in
from allegata.gazetteers.sources.rows import FoundSource, SourceRow
from allegata.gazetteers.unit_words import bare_name
from allegata.model.errors import InputError
from allegata.model.places import AdminUnit, GazetteerEntry, GazetteerName
from allegata.model.shape import Shape, area_of

EMBEDDED: Final = "embedded"  # the rows of the embedded gazetteer, whose names are GeoNames'
_LEVELS: Final = ("adm1", "adm2", "adm3")
# Whose word counts more: for the point, and for the name that an entry goes by.
_POINTS: Final = ("ocha", "geonames", EMBEDDED, "wof", "open-syria", "geoboundaries")
# The embedded gazetteer puts a unit amid those of its settlements that it knows.
_UNIT_POINTS: Final = ("ocha", "geonames", "wof", "open-syria", "geoboundaries", EMBEDDED)
_NAMES: Final = ("geonames", EMBEDDED, "wof", "open-syria", "ocha", "geoboundaries")
_ID_IN_CODE = re.compile(r"geonames-adm2:.*\.(\d{5,})")
# Languages in which the names of a country vary as those of its own do; what others call it is
# theirs, and its consonants say nothing.
_LOOSE: Final = frozenset(
    ("", "en", "eng", "ar", "ara", "arz", "fr", "fra", "fa", "fas", "prs", "ps", "pus", "ku", "kur")
)
_KM_A_DEGREE: Final = 111.2


@dataclass(frozen=True, slots=True)
class _Unit:
    """A group of rows that is an administrative unit."""

    level: int  # 1 to 3
    unit: AdminUnit
    within: tuple[str, ...]
    shape: Shape | None


def build_country(country: str, folder: Path, embedded: PackedGazetteer, *, made: str) -> bytes:
    """Return the gazetteer of ``country`` (ISO 3166 alpha-2), made on the day ``made``.

    Raises:
        InputError: no source of the country lies in the folder, or a file is not what it should be.
    """
    sources = sources_in(folder, country)
    if not sources:
        raise InputError(
            "gazetteer.no_source",
            f"Nothing in {folder.name} is a list of places of {country}.",
            "See `docs/howto/add-a-country.md` for the files that are known, and their names.",
        )
    rows = [row for source in sources for row in source.read(country)]
    known = {own for row in rows if row.feature == "adm2" for own in (row.id, *row.same_as)}
    rows += _embedded_rows(country, embedded, known)
    header = {
        "name": country,
        "made": made,
        "sources": [_told(source) for source in sources]
        + [{"label": "geonames", "title": embedded.label, "licence": embedded.header["licence"]}],
    }
    return pack(_entries(country, rows, embedded.keys_in(country)), header)


def _told(source: FoundSource) -> dict[str, object]:
    """Return what the header says of a source."""
    files = {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in source.paths}
    return {
        "label": source.label,
        "title": source.title,
        "licence": source.licence,
        "url": source.url,
        "files": files,
    }


def _embedded_rows(country: str, embedded: PackedGazetteer, known: Set[str]) -> Iterator[SourceRow]:
    """Yield what the embedded gazetteer knows of a country.

    Where GeoNames has no code of a second-level unit its id stands there: it joins the unit with
    one of the ``known`` ids.
    """
    for entry in embedded.entries():
        if entry.country != country:
            continue
        above = ((2, entry.admin2), (1, entry.admin1))
        within = (f"geonames-adm{level}:{unit.code}" for level, unit in above if unit)
        in_code = _ID_IN_CODE.fullmatch(entry.id)
        same = f"geonames:{in_code[1]}" if in_code else ""
        yield SourceRow(
            id=entry.id,
            source=EMBEDDED,
            feature=entry.feature,
            name=entry.name,
            names=(GazetteerName(entry.name, source="geonames"),),
            lat=entry.lat,
            lon=entry.lon,
            same_as=(same,) if same in known else (),
            within=tuple(one for one in within if one != entry.id),
            population=entry.population,
            radius_km=entry.radius_km,
            code=entry.id.partition(":")[2] if entry.feature in _LEVELS else "",
        )


def _entries(
    country: str, rows: Iterable[SourceRow], carried: Mapping[str, frozenset[str]]
) -> Iterator[Keyed]:
    """Yield the places that the rows are about; a group without a point is none."""
    groups = [group for group in merged(rows) if any(row.lat is not None for row in group)]
    units: dict[str, _Unit] = {}
    for group in groups:
        if group[0].feature in _LEVELS:
            units |= dict.fromkeys(_ids(group), _unit(group))
    outlines = [unit for unit in dict.fromkeys(units.values()) if unit.shape is not None]
    for group in groups:
        yield _keyed(country, group, units, outlines, carried)


def _keyed(
    country: str,
    group: Sequence[SourceRow],
    units: Mapping[str, _Unit],
    outlines: Sequence[_Unit],
    carried: Mapping[str, frozenset[str]],
) -> Keyed:
    """Return one place with its keys and names."""
    placed = [row for row in group if row.lat is not None and row.lon is not None]
    feature = group[0].feature
    point = _by(placed, _UNIT_POINTS if feature in _LEVELS else _POINTS)[0]
    lat, lon = point.lat or 0.0, point.lon or 0.0
    ids = _ids(group)
    shape = _shape(group)
    names = _names(group)
    levels = _levels(group, lat, lon, units, outlines)
    entry = GazetteerEntry(
        id=ids[0],
        name=_main(group).name,
        country=country,
        feature=feature,
        lat=round(lat, 5),
        lon=round(lon, 5),
        population=next((row.population for row in _by(group, _NAMES) if row.population), None),
        admin1=levels.get(1),
        admin2=levels.get(2),
        admin3=levels.get(3),
        radius_km=_radius_km(shape) or next((r.radius_km for r in group if r.radius_km), None),
        kind=next((row.kind for row in _by(group, _NAMES) if row.kind), ""),
        same_as=ids[1:],
    )
    keys = _keys(names, is_romanised=country in ROMANISED, is_unit=feature in _LEVELS)
    return Keyed(entry, keys.union(*(carried.get(own, frozenset()) for own in ids)), names, shape)


def _keys(names: Sequence[GazetteerName], *, is_romanised: bool, is_unit: bool) -> frozenset[str]:
    """Return the keys of names, of units with and without the word that says what they are."""

    def texts(chosen: Iterable[GazetteerName]) -> list[str]:
        own = [name.text for name in chosen]
        return [*own, *map(bare_name, own)] if is_unit else own

    loose = [name for name in names if name.language in _LOOSE]
    others = [name for name in names if name.language not in _LOOSE]
    return keys_of(texts(loose), romanised=is_romanised) | keys_of(texts(others), romanised=False)


def _rank(row: SourceRow, order: Sequence[str]) -> int:
    return order.index(row.source) if row.source in order else len(order)


def _by(group: Sequence[SourceRow], order: Sequence[str]) -> list[SourceRow]:
    return sorted(group, key=lambda row: (_rank(row, order), row.id))


def _main(group: Sequence[SourceRow]) -> SourceRow:
    """Return the row whose name the place goes by."""
    return _by(group, _NAMES)[0]


def _ids(group: Sequence[SourceRow]) -> tuple[str, ...]:
    """Return all ids of a place, the one it goes by first: GeoNames' where it has one."""
    ids = {own for row in group for own in (row.id, *row.same_as)}
    order = ("geonames", "wof", "pcode")

    def rank(own: str) -> tuple[int, int, str]:
        prefix = own.partition(":")[0]
        return (order.index(prefix) if prefix in order else len(order), len(own), own)

    return tuple(sorted(ids, key=rank))


def _names(group: Sequence[SourceRow]) -> tuple[GazetteerName, ...]:
    """Return the names of a place, its main one first, each text once a language and source."""
    main = _main(group)
    rows = [main, *(row for row in _by(group, _NAMES) if row is not main)]
    names = [
        name
        for row in rows
        for name in (row.names or (GazetteerName(row.name, source=row.source),))
        if name.text
    ]
    found: dict[tuple[str, str, str], GazetteerName] = {}
    for name in names:
        key = (name.text, name.language, name.source)
        held = found.get(key)
        found[key] = (
            replace(held, kind=name.kind) if held and name.kind == "official" else held or name
        )
    told = {(text, source) for text, language, source in found if language}
    return tuple(
        name
        for (text, language, source), name in found.items()
        if language or (text, source) not in told or text == main.name
    )


def _shape(group: Sequence[SourceRow]) -> Shape | None:
    """Return the outline with most detail: geoBoundaries' before Who's On First's."""
    return next((r.shape for r in _by(group, _POINTS[::-1]) if r.shape is not None), None)


def _unit(group: Sequence[SourceRow]) -> _Unit:
    """Return the unit that a group is: its code is GeoNames', else the country's."""
    ids = [own for row in group for own in (row.id, *row.same_as)]
    level = int(group[0].feature[-1])
    codes = sorted(own.partition(":")[2] for own in ids if own.startswith(f"geonames-adm{level}:"))
    codes += [*sorted(row.code for row in group if row.code), _ids(group)[0]]
    within = tuple(own for row in group for own in row.within)
    return _Unit(level, AdminUnit(codes[0], _main(group).name), within, _shape(group))


def _levels(
    group: Sequence[SourceRow],
    lat: float,
    lon: float,
    units: Mapping[str, _Unit],
    outlines: Sequence[_Unit],
) -> dict[int, AdminUnit]:
    """Return the units that a place lies in, by level: as the sources say, else by outline."""
    own = units.get(group[0].id)
    found = {own.level: own.unit} if own else {}
    highest = own.level if own else len(_LEVELS) + 1
    waiting = [one for row in _by(group, _NAMES) for one in row.within]
    while waiting:
        unit = units.get(waiting.pop(0))
        if unit is not None and unit.level < highest and unit.level not in found:
            found[unit.level] = unit.unit
            waiting += unit.within
    for unit in outlines:
        is_wanted = unit.level < highest and unit.level not in found
        if is_wanted and unit.shape is not None and unit.shape.covers(lat=lat, lon=lon):
            found[unit.level] = unit.unit
    return found


def _radius_km(shape: Shape | None) -> float | None:
    """Return the radius of a circle as large as an outline."""
    if shape is None:
        return None
    _, south, _, north = shape.box
    square = sum(area_of(ring) for ring in shape.rings) * math.cos(
        math.radians((south + north) / 2)
    )
    return round(math.sqrt(square / math.pi) * _KM_A_DEGREE, 1)
