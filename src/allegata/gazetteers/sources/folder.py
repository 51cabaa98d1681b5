"""Which sources of a country lie in a folder, told by the names of the files.

In: a folder, however deep, and a country. Out: ``FoundSource`` in a fixed order. Files of other
countries and of no source are passed over.
"""

from collections.abc import Iterator, Sequence
from itertools import chain
from pathlib import Path
from typing import Final

from allegata.gazetteers.sources import geoboundaries, geonames, ocha, open_syria, wof
from allegata.gazetteers.sources.ocha_workbooks import read_workbook
from allegata.gazetteers.sources.rows import FoundSource, SourceRow
from allegata.lang.countries import country_of_code
from allegata.model.shape import Shape

_CC_BY: Final = "CC BY 4.0"
_CC_BY_IGO: Final = "CC BY 3.0 IGO"


def sources_in(folder: Path, country: str) -> tuple[FoundSource, ...]:
    """Return the sources of ``country``, ISO 3166 alpha-2, in a folder."""
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    found = (
        *_ocha(files, country),
        *_geonames(files, country),
        *_open_syria(files, country),
        *_wof(files, country),
        *_geoboundaries(files, country),
    )
    return tuple(source for source in found if source.paths)


def _ocha(files: Sequence[Path], country: str) -> Iterator[FoundSource]:
    known = country_of_code(country)
    alpha3 = known.alpha3.lower() if known else ""
    lists = [
        path for path in files if path.name.startswith("global_pcodes") and path.suffix == ".csv"
    ]
    points = [
        path
        for path in files
        if path.name.startswith(f"{alpha3}_admbndp_") and path.suffix == ".geojson"
    ]

    books = [
        path for path in files if path.name.startswith(f"{alpha3}_") and path.suffix == ".xlsx"
    ]

    def read(wanted: str) -> Iterator[SourceRow]:
        for path in books:
            yield from read_workbook(path)
        for path in points:
            yield from ocha.read_centroids(path, ocha.level_of(path) or 1)
        for path in lists:
            yield from ocha.read_pcodes(path, wanted)

    yield FoundSource(
        ocha.LABEL,
        "OCHA Common Operational Datasets, administrative boundaries and populated places",
        _CC_BY_IGO,
        "https://data.humdata.org/dashboards/cod",
        (*books, *points, *lists),
        read,
    )


def _geonames(files: Sequence[Path], country: str) -> Iterator[FoundSource]:
    named = [path for path in files if path.name in (f"{country}.zip", f"{country}.txt")]
    alternates = [path for path in named if "alternate" in path.parent.name.lower()]
    dumps = [path for path in named if path not in alternates]

    def read(_: str) -> Iterator[SourceRow]:
        return geonames.read_dump(dumps[0], alternates[0] if alternates else None)

    yield FoundSource(
        geonames.LABEL,
        "GeoNames",
        _CC_BY,
        "https://www.geonames.org/",
        (*dumps[:1], *alternates[:1]) if dumps else (),
        read,
    )


def _open_syria(files: Sequence[Path], country: str) -> Iterator[FoundSource]:
    paths = [
        path
        for path in files
        if country == "SY" and path.name in open_syria.FILES and "syria" in path.parent.name.lower()
    ]
    paths.sort(key=lambda path: list(open_syria.FILES).index(path.name))

    def read(_: str) -> Iterator[SourceRow]:
        return chain.from_iterable(map(open_syria.read_file, paths))

    yield FoundSource(
        open_syria.LABEL,
        "OpenSyria data-geography",
        _CC_BY,
        "https://github.com/Open-Syria/data-geography",
        tuple(paths),
        read,
    )


def _wof(files: Sequence[Path], country: str) -> Iterator[FoundSource]:
    lower = country.lower()
    tables = [path for path in files if path.name == f"wof_{lower}.tsv.gz"]
    collections = [path for path in files if path.name == f"wof_{lower}_admin.geojson.gz"]
    named = f"whosonfirst-data-admin-{lower}"
    archives = [path for path in files if path.stem.startswith(named) and path.suffix == ".zip"]

    def read(_: str) -> Iterator[SourceRow]:
        if archives:
            return wof.read_repository(archives[0])
        outlines: dict[str, Shape] = {}
        for path in collections:
            outlines |= wof.read_outlines(path)
        return chain.from_iterable(wof.read_places(path, outlines) for path in tables)

    yield FoundSource(
        wof.LABEL,
        "Who's On First",
        "CC0 1.0, with parts of GeoNames (CC BY) and Quattroshapes (CC BY 3.0)",
        f"https://github.com/whosonfirst-data/whosonfirst-data-admin-{lower}",
        tuple(archives[:1]) or ((*tables, *collections) if tables else ()),
        read,
    )


def _geoboundaries(files: Sequence[Path], country: str) -> Iterator[FoundSource]:
    known = country_of_code(country)
    levels = {
        path: told[1]
        for path in files
        if (told := geoboundaries.country_and_level(path)) and known and told[0] == known.alpha3
    }

    def read(_: str) -> Iterator[SourceRow]:
        return chain.from_iterable(
            geoboundaries.read_outlines(path, level) for path, level in sorted(levels.items())
        )

    yield FoundSource(
        geoboundaries.LABEL,
        "geoBoundaries",
        "CC BY 4.0, or as the source of the boundaries says",
        "https://www.geoboundaries.org/",
        tuple(sorted(levels)),
        read,
    )
