"""OCHA's workbooks of one country: units by level, and populated places with neighbourhoods.

In: an XLSX such as ``syr_admin_boundaries.xlsx`` or ``syr_pplp_adm4.xlsx``. Out: rows. Sheets are
known by their heads, which differ from year to year: ``ADM2_PCODE`` or ``adm2_pcode``, names as
``ADM2_EN``, ``adm2_name`` and ``adm2_name1``, points as ``center_lat`` or ``Y``. A sheet without
P-codes is passed over. No real workbook was at hand when this was written: heads are those that
OCHA's own documentation and code name.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Final
from zipfile import BadZipFile

from allegata.gazetteers.sources.ocha import LABEL
from allegata.gazetteers.sources.rows import SourceRow
from allegata.model.errors import InputError
from allegata.model.places import GazetteerName

_UNIT: Final = re.compile(r"ad(?:m|min)([1-3])_?p_?code")
_PLACE_CODE: Final = re.compile(r"(?:location_?|loc_?|pplp?_?|community_?)?p_?code")
_PLACE_NAME: Final = re.compile(
    r"(?:location_?name|loc_?name|pplp?_?name|community_?name|feature_?name|name)_?([a-z]{2})?"
)
_LATS: Final = ("center_lat", "latitude", "lat", "latitude_y", "y")
_LONS: Final = ("center_lon", "longitude", "lon", "long", "longitude_x", "x")
_TYPES: Final = ("location_type", "type", "feature_type", "pplp_type", "class")
Cells = Mapping[str, str]


def read_workbook(path: Path) -> Iterator[SourceRow]:
    """Yield the units and places of every sheet that has P-codes.

    Raises:
        InputError: the file is no whole workbook.
    """
    for heads, rows in _sheets(path):
        levels = [int(found[1]) for head in heads if (found := _UNIT.fullmatch(head))]
        own = next((head for head in heads if _PLACE_CODE.fullmatch(head)), None)
        for cells in rows:
            row = _place(cells, own, levels) if own else _unit(cells, levels)
            if row is not None:
                yield row


def _sheets(path: Path) -> Iterator[tuple[Sequence[str], Iterator[Cells]]]:
    """Yield the heads, in small letters, and the rows of each sheet."""
    from openpyxl import load_workbook  # noqa: PLC0415  # heavy
    from openpyxl.utils.exceptions import InvalidFileException  # noqa: PLC0415

    try:
        book = load_workbook(path, read_only=True, data_only=True)
    except (InvalidFileException, BadZipFile, KeyError, ValueError, OSError) as error:
        raise InputError(
            "gazetteer.workbook",
            f"{path.name} is no whole workbook.",
            "Fetch it again and compare its size.",
        ) from error
    for sheet in book.worksheets:
        rows = sheet.iter_rows(values_only=True)
        heads = [_text(value).casefold().replace(" ", "_") for value in next(rows, ())]
        yield heads, (dict(zip(heads, map(_text, row), strict=False)) for row in rows)


def _unit(cells: Cells, levels: Sequence[int]) -> SourceRow | None:
    """Return the unit of the finest level that a row gives a P-code of."""
    codes = {level: _code(cells, level) for level in levels}
    level = max((level for level, code in codes.items() if code), default=0)
    if not level:
        return None
    names = tuple(_unit_names(cells, level))
    if not names:
        return None
    point = _point(cells)
    return SourceRow(
        id=f"pcode:{codes[level]}",
        source=LABEL,
        feature=f"adm{level}",
        name=names[0].text,
        names=names,
        lat=point[0],
        lon=point[1],
        within=_within(codes, below=level),
        code=codes[level],
    )


def _place(cells: Cells, own: str, levels: Sequence[int]) -> SourceRow | None:
    names = tuple(_place_names(cells))
    point = _point(cells)
    if not cells.get(own) or not names or point[0] is None:
        return None
    kind = next((cells[head].casefold() for head in _TYPES if cells.get(head)), "")
    codes = {level: _code(cells, level) for level in levels}
    return SourceRow(
        id=f"pcode:{cells[own]}",
        source=LABEL,
        feature="neighbourhood" if "neighb" in kind else "settlement",
        name=names[0].text,
        names=names,
        lat=point[0],
        lon=point[1],
        within=_within(codes, below=max(levels, default=0) + 1),
        kind=kind,
    )


def _within(codes: Mapping[int, str], *, below: int) -> tuple[str, ...]:
    """Return the units that hold a row, the smallest first."""
    return tuple(
        f"pcode:{codes[up]}" for up in sorted(codes, reverse=True) if up < below and codes[up]
    )


def _code(cells: Cells, level: int) -> str:
    heads = (head for head in cells if (found := _UNIT.fullmatch(head)) and int(found[1]) == level)
    return next((cells[head] for head in heads if cells[head]), "")


def _unit_names(cells: Cells, level: int) -> Iterator[GazetteerName]:
    """Yield a unit's names, the English or first one first."""
    since = cells.get("validon") or cells.get("valid_on") or ""
    shape = re.compile(rf"ad(?:m|min){level}_?(?:name_?(en|ar|fr|es|[1-3])?|([a-z]{{2}}))")
    found = [
        (told[1] or told[2] or "", cells[head])
        for head in cells
        if (told := shape.fullmatch(head)) and cells[head]
    ]
    for language, text in sorted(found, key=lambda one: one[0] not in ("en", "")):
        known = language if language.isalpha() else ""
        yield GazetteerName(text, known, "official", LABEL, since=since[:10])


def _place_names(cells: Cells) -> Iterator[GazetteerName]:
    found = [
        (told[1] or "", cells[head])
        for head in cells
        if (told := _PLACE_NAME.fullmatch(head)) and cells[head]
    ]
    for language, text in sorted(found, key=lambda one: one[0] not in ("en", "")):
        yield GazetteerName(text, language, "official", LABEL)


def _point(cells: Cells) -> tuple[float, float] | tuple[None, None]:
    lat, lon = (
        next((cells[head] for head in heads if cells.get(head)), "") for heads in (_LATS, _LONS)
    )
    try:
        point = float(lat), float(lon)
    except ValueError:
        return None, None
    return point if abs(point[0]) <= 90 and abs(point[1]) <= 180 else (None, None)


def _text(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value).strip()
