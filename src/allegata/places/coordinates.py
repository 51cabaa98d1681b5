"""Coordinates where a text gives them: decimal, degrees and minutes, UTM, MGRS.

In: a text. Out: ``FoundPoint``s in order: the span, degrees WGS 84, and how far the last digit
leaves the point open, in kilometres. Dates, scores, prices and document symbols are no coordinates:
two numbers alone need four decimals each, or a hemisphere, a degree sign or a word that says what
they are.

>>> [(point.lat, point.lon) for point in find_coordinates("at 35.9528, 39.0079 near the bridge")]
[(35.9528, 39.0079)]
>>> [(point.lat, point.lon) for point in find_coordinates("36°12'30\\"N 37°09'00\\"E")]
[(36.20833, 37.15)]
>>> [(round(p.lat, 3), round(p.lon, 3)) for p in find_coordinates("grid 37S DV 40000 75000")]
[(35.917, 38.335)]
>>> find_coordinates("by 12.5, 13.5 per cent, S/2017/675, on 3.4.2017")
()
"""

import math
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

_NUMBER: Final = r"[-+\u2212]?\d{1,3}(?:\.\d+)?"
_DECIMALS: Final = r"[-+\u2212]?\d{1,3}\.\d{4,}"
_APART: Final = r"\s*[,;/ ]\s*"
_DEGREE: Final = r"\s*[°\u00ba\u02da]\s*"
_MINUTE: Final = r"\s*['\u2019\u2032]\s*"
_SECOND: Final = r"\s*(?:\"|\u201d|\u2033|''|\u2019\u2019|\u2032\u2032)\s*"
_PART: Final = r"(\d{1,2}(?:\.\d+)?)"
_HALF: Final = rf"(\d{{1,3}}(?:\.\d+)?){_DEGREE}(?:{_PART}{_MINUTE}(?:{_PART}{_SECOND})?)?"
_DMS = re.compile(rf"(?<!\w){_HALF}([NS])\b{_APART}?\s*{_HALF}([EW])\b")
_LETTERED = re.compile(
    rf"(?<![\w.])(\d{{1,2}}\.\d+)\s*°?\s*([NS])\b{_APART}?\s*(\d{{1,3}}\.\d+)\s*°?\s*([EW])\b"
)
_PLAIN = re.compile(rf"(?<![\w.,$€£])({_DECIMALS})°?{_APART}({_DECIMALS})°?(?![\w.]*\d)")
_LABELLED = re.compile(
    rf"\blat(?:itude)?\.?\s*[:=]?\s*({_NUMBER})°?\s*[,;]?\s*"
    rf"lon(?:g(?:itude)?)?\.?\s*[:=]?\s*({_NUMBER})(?![\d.]*\d)",
    re.IGNORECASE,
)
_UTM = re.compile(r"\b(\d{1,2})\s?([C-HJ-NP-X])\s+(\d{6})(?:\s?m?E)?[,\s]+(\d{6,7})(?:\s?m?N)?\b")
_MGRS = re.compile(
    r"\b(\d{1,2})([C-HJ-NP-X])\s?([A-HJ-NP-Z]{2})\s?(?:(\d{2,5})\s(\d{2,5})|(\d{4,10}))\b"
)
_BANDS: Final = "CDEFGHJKLMNPQRSTUVWX"
_COLUMNS: Final = ("ABCDEFGH", "JKLMNPQR", "STUVWXYZ")
_ROWS: Final = "ABCDEFGHJKLMNPQRSTUV"
_SHARES: Final = ((3, 1 / 3600), (2, 1 / 60), (1, 1.0))  # of a degree: seconds, minutes, degrees
_KM_A_DEGREE: Final = 111.2
_LEAST_KM: Final = 0.01


@dataclass(frozen=True, slots=True)
class FoundPoint:
    """A point at ``start..end`` of a text; ``lat``, ``lon`` in degrees, ``radius_km`` around it."""

    start: int
    end: int
    lat: float
    lon: float
    radius_km: float


def find_coordinates(text: str) -> tuple[FoundPoint, ...]:
    """Return the points that ``text`` gives, in order, without overlap."""
    found: list[FoundPoint] = []
    for find in (_dms, _lettered, _labelled, _utm, _mgrs, _plain):
        for point in find(text):
            is_on_globe = abs(point.lat) <= 90 and abs(point.lon) <= 180
            free = all(point.end <= one.start or one.end <= point.start for one in found)
            if is_on_globe and free:
                found.append(point)
    return tuple(sorted(found, key=lambda point: point.start))


def point_of(raw: str) -> FoundPoint | None:
    """Return the point that a whole mention gives; None where it gives none."""
    found = find_coordinates(raw)
    return found[0] if len(found) == 1 else None


def _dms(text: str) -> Iterator[FoundPoint]:
    for match in _DMS.finditer(text):
        lat = _degrees(match[1], match[2], match[3], match[4])
        lon = _degrees(match[5], match[6], match[7], match[8])
        if lat is None or lon is None:
            continue
        group, share = next(one for one in _SHARES if match[one[0]])
        yield _point(match, lat, lon, share / 10.0 ** _decimals(match[group]))


def _degrees(degrees: str, minutes: str | None, seconds: str | None, half: str) -> float | None:
    """Return decimal degrees; None where minutes or seconds are past 60."""
    parts = [float(part or 0) for part in (degrees, minutes, seconds)]
    if parts[1] >= 60 or parts[2] >= 60:
        return None
    value = parts[0] + parts[1] / 60 + parts[2] / 3600
    return -value if half in "SW" else value


def _lettered(text: str) -> Iterator[FoundPoint]:
    for match in _LETTERED.finditer(text):
        lat = float(match[1]) * (-1 if match[2] == "S" else 1)
        lon = float(match[3]) * (-1 if match[4] == "W" else 1)
        yield _point(match, lat, lon, 10.0 ** -_decimals(match[1]))


def _plain(text: str) -> Iterator[FoundPoint]:
    return _signed(_PLAIN, text)


def _labelled(text: str) -> Iterator[FoundPoint]:
    return _signed(_LABELLED, text)


def _signed(pattern: re.Pattern[str], text: str) -> Iterator[FoundPoint]:
    for match in pattern.finditer(text):
        lat, lon = (float(match[group].replace("\u2212", "-")) for group in (1, 2))
        yield _point(match, lat, lon, 10.0 ** -_decimals(match[1]))


def _utm(text: str) -> Iterator[FoundPoint]:
    for match in _UTM.finditer(text):
        zone, north = int(match[1]), match[2] >= "N"
        if 1 <= zone <= 60:
            lat, lon = _from_utm(zone, float(match[3]), float(match[4]), is_north=north)
            yield FoundPoint(match.start(), match.end(), round(lat, 5), round(lon, 5), _LEAST_KM)


def _mgrs(text: str) -> Iterator[FoundPoint]:
    """Yield grid references; digits are a square's south-west corner, its middle is meant."""
    for match in _MGRS.finditer(text):
        zone, band, square = int(match[1]), match[2], match[3]
        digits = (match[4] or "") + (match[5] or "") or match[6]
        columns = _COLUMNS[(zone - 1) % 3]
        is_pair = match[4] is None or len(match[4]) == len(match[5])
        if not 1 <= zone <= 60 or len(digits) % 2 or not is_pair or square[0] not in columns:
            continue
        if square[1] not in _ROWS:
            continue
        half = len(digits) // 2
        size = 10.0 ** (5 - half)  # metres
        east = (columns.index(square[0]) + 1) * 100_000 + int(digits[:half]) * size + size / 2
        row = (_ROWS.index(square[1]) - (0 if zone % 2 else 5)) % 20
        northing = row * 100_000 + int(digits[half:]) * size + size / 2
        northing = _in_band(northing, band)
        lat, lon = _from_utm(zone, east, northing, is_north=band >= "N")
        radius_km = max(_LEAST_KM, round(size / 2000 * math.sqrt(2), 2))
        yield FoundPoint(match.start(), match.end(), round(lat, 5), round(lon, 5), radius_km)


def _in_band(northing: float, band: str) -> float:
    """Return the northing that lies in a band of latitude: rows repeat every 2,000 km."""
    south = -80 + 8 * _BANDS.index(band)
    least = _KM_A_DEGREE * 1000 * south + (0 if band >= "N" else 10_000_000)
    while northing < least - 100_000:
        northing += 2_000_000
    return northing


def _from_utm(zone: int, east: float, north: float, *, is_north: bool) -> tuple[float, float]:
    """Return degrees of a point of UTM, in metres (Karney's series in n to the third order)."""
    major, flat = 6_378_137.0, 1 / 298.257223563
    n = flat / (2 - flat)
    radius = major / (1 + n) * (1 + n**2 / 4 + n**4 / 64)
    xi = (north - (0 if is_north else 10_000_000)) / (0.9996 * radius)
    eta = (east - 500_000) / (0.9996 * radius)
    betas = (
        n / 2 - 2 / 3 * n**2 + 37 / 96 * n**3,
        n**2 / 48 + n**3 / 15,
        17 / 480 * n**3,
    )
    xi1, eta1 = xi, eta
    for order, beta in enumerate(betas, start=1):
        xi1 -= beta * math.sin(2 * order * xi) * math.cosh(2 * order * eta)
        eta1 -= beta * math.cos(2 * order * xi) * math.sinh(2 * order * eta)
    chi = math.asin(math.sin(xi1) / math.cosh(eta1))
    deltas = (
        2 * n - 2 / 3 * n**2 - 2 * n**3,
        7 / 3 * n**2 - 8 / 5 * n**3,
        56 / 15 * n**3,
    )
    lat = chi + sum(
        delta * math.sin(2 * order * chi) for order, delta in enumerate(deltas, start=1)
    )
    lon = math.atan2(math.sinh(eta1), math.cos(xi1))
    return math.degrees(lat), zone * 6 - 183 + math.degrees(lon)


def _point(match: re.Match[str], lat: float, lon: float, step: float) -> FoundPoint:
    """Return a point whose last digit stands for ``step`` degrees."""
    radius_km = max(_LEAST_KM, round(step / 2 * _KM_A_DEGREE * math.sqrt(2), 2))
    return FoundPoint(match.start(), match.end(), round(lat, 5), round(lon, 5), radius_km)


def _decimals(number: str) -> int:
    return len(number.partition(".")[2])
