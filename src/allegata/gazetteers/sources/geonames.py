"""GeoNames: the dump of one country, and the alternate names of it.

In: ``SY.zip`` or ``SY.txt`` (19 columns, tab-separated, no header), and the alternate names of the
same name in a folder of theirs (id, place, language, name, preferred, short, colloquial, historic,
from, to). Out: rows of settlements, units, and sites that reports name: camps, airports, dams.
"""

import io
import zipfile
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Final, TextIO

from allegata.gazetteers.sources.rows import SourceRow
from allegata.model.errors import InputError
from allegata.model.places import GazetteerName

LABEL: Final = "geonames"
COLUMNS: Final = 19
LARGEST: Final = 1 << 30  # bytes of a member: the largest country has under 200 MB
# Feature codes, or what they begin with, that stand for places which accounts of violence name.
_FEATURES: Final = (
    ("PCLI", "country", ""), ("PCLS", "country", ""), ("PCLD", "country", ""),
    ("ADM1", "adm1", ""), ("ADM2", "adm2", ""), ("ADM3", "adm3", ""),
    ("PPLX", "neighbourhood", ""), ("PPLC", "settlement", "capital"),
    ("PPLA", "settlement", "city"), ("PPLF", "settlement", "village"),
    ("PPLQ", "settlement", "abandoned"), ("PPLL", "settlement", "locality"),
    ("PPL", "settlement", ""),
    ("STLMT", "settlement", "settlement"), ("CMPRF", "site", "camp"), ("CMP", "site", "camp"),
    ("AIRP", "site", "airport"), ("AIRB", "site", "air_base"), ("AIRF", "site", "airfield"),
    ("HSP", "site", "hospital"), ("SCH", "site", "school"), ("UNIV", "site", "university"),
    ("MSQE", "site", "mosque"), ("CH", "site", "church"), ("MKT", "site", "market"),
    ("DAM", "site", "dam"), ("BDG", "site", "bridge"), ("PRN", "site", "prison"),
    ("INSM", "site", "military"), ("PS", "site", "power_station"), ("OILF", "site", "oil_field"),
    ("OILR", "site", "refinery"), ("PP", "site", "police_post"), ("RSTN", "site", "station"),
    ("BORDER", "site", "crossing"), ("CSTM", "site", "crossing"), ("RGN", "region", ""),
)  # fmt: skip


def read_dump(path: Path, alternates: Path | None) -> Iterator[SourceRow]:
    """Yield the rows of a country's dump, with the names of the alternates file where there is one.

    Raises:
        InputError: a row has not 19 columns, or a zip holds no table of its name.
    """
    names = _alternates(alternates) if alternates else {}
    with _opened(path) as file:
        for number, line in enumerate(file, start=1):
            row = line.rstrip("\n").split("\t")
            if len(row) != COLUMNS:
                raise InputError(
                    "gazetteer.geonames_columns",
                    f"Line {number} of {path.name} has {len(row)} columns, not {COLUMNS}.",
                    "Take the country's dump from download.geonames.org/export/dump as it is.",
                )
            feature, kind = _feature(row[7])
            if feature:
                yield _row(row, feature, kind, names.get(row[0], ()))


def _row(row: Sequence[str], feature: str, kind: str, names: Sequence[GazetteerName]) -> SourceRow:
    country, codes = row[8], [code for code in row[10:13] if code]
    level = int(feature[3]) if feature.startswith("adm") else 0
    own = ".".join((country, *codes[:level])) if level and len(codes) >= level else ""
    above = len(codes) if not level else level - 1
    others = [name for name in row[3].split(",") if name] if not names else []
    return SourceRow(
        id=f"geonames:{row[0]}",
        source=LABEL,
        feature=feature,
        name=row[1],
        names=(
            GazetteerName(row[1], source=LABEL),
            *names,
            *(GazetteerName(name, source=LABEL) for name in others),
        ),
        lat=float(row[4]),
        lon=float(row[5]),
        same_as=(f"geonames-adm{level}:{own}",) if own else (),
        within=tuple(
            f"geonames-adm{n}:{'.'.join((country, *codes[:n]))}"
            for n in range(min(above, 3), 0, -1)
            if codes[0] != "00"
        ),
        kind=kind,
        population=int(row[14] or 0) or None,
        code=own,
    )


def _feature(code: str) -> tuple[str, str]:
    """Return feature and kind of a feature code; ("", "") for what is left out, PPLH among it."""
    if code in ("PPLH", "ADM1H", "ADM2H", "ADM3H"):
        return "", ""
    return next(((f, kind) for start, f, kind in _FEATURES if code.startswith(start)), ("", ""))


def _alternates(path: Path) -> Mapping[str, Sequence[GazetteerName]]:
    """Return alternate names by id of the place; links, codes and airports are none."""
    found: dict[str, list[GazetteerName]] = defaultdict(list)
    with _opened(path) as file:
        for line in file:
            row = [*line.rstrip("\n").split("\t"), *[""] * 10][:10]
            if len(row[2]) > 3 or row[2] in ("iata", "icao", "faac", "link", "post"):
                continue
            kind = "former" if row[7] == "1" else "official" if row[4] == "1" else "usual"
            found[row[1]].append(GazetteerName(row[3], row[2], kind, LABEL, row[8], row[9]))
    return found


def _opened(path: Path) -> TextIO:
    """Open a table, packed or not."""
    if path.suffix != ".zip":
        return path.open(encoding="utf-8", newline="\n")
    archive = zipfile.ZipFile(path)
    for member in archive.infolist():
        if member.filename == f"{path.stem.upper()[:2]}.txt" and member.file_size <= LARGEST:
            return io.TextIOWrapper(archive.open(member), encoding="utf-8", newline="\n")
    raise InputError(
        "gazetteer.geonames_zip",
        f"{path.name} holds no table {path.stem.upper()[:2]}.txt of a fitting size.",
        "Take the country's dump from download.geonames.org/export/dump as it is.",
    )
