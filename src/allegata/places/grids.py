"""From the metres of a grid to degrees: UTM, and the lettered squares of MGRS.

In: a zone with easting and northing, or with letters and digits. Out: (latitude, longitude) in
degrees WGS 84, None where the grid has no such point. The projection is Krüger's series to the
third order, right to a millimetre inside a zone. Polar grids (UPS) are not read.

>>> [round(degree, 4) for degree in from_utm(17, 630084, 4833438, south=False)]
[43.6426, -79.3871]
>>> [round(degree, 4) for degree in from_mgrs(31, "U", "DQ", "4825111932")]
[48.8582, 2.2945]
>>> from_mgrs(31, "U", "ZZ", "4825111932") is None
True
"""

from math import atan, atan2, atanh, cos, cosh, degrees, sin, sinh, sqrt
from typing import Final

from allegata.places.geodesy import Point

BANDS: Final = "CDEFGHJKLMNPQRSTUVWX"  # of 8 degrees from 80 S; X reaches to 84 N
_COLUMNS: Final = ("ABCDEFGH", "JKLMNPQR", "STUVWXYZ")  # by the zone's number
_ROWS: Final = "ABCDEFGHJKLMNPQRSTUV"
_ROWS_LATER: Final = 5  # by which even zones begin
_SQUARE: Final = 100_000  # metres
_CYCLE: Final = 2_000_000  # metres in which the letters of rows come again
_FALSE_EAST, _FALSE_SOUTH = 500_000.0, 10_000_000.0
_BAND_SLACK: Final = 0.01  # degrees

_F: Final = 1 / 298.257223563
_N: Final = _F / (2 - _F)
_A: Final = 6_378_137.0 / (1 + _N) * (1 + _N**2 / 4 + _N**4 / 64)
_BETA: Final = (
    _N / 2 - 2 * _N**2 / 3 + 37 * _N**3 / 96,
    _N**2 / 48 + _N**3 / 15,
    17 * _N**3 / 480,
)
_K0: Final = 0.9996


def from_utm(zone: int, easting: float, northing: float, *, south: bool) -> Point | None:
    """Return the point at metres of a zone; None outside the zones and their reach."""
    if not (1 <= zone <= 60 and 100_000 <= easting < 900_000 and 0 <= northing <= _FALSE_SOUTH):
        return None
    xi = (northing - (_FALSE_SOUTH if south else 0.0)) / (_K0 * _A)
    eta = (easting - _FALSE_EAST) / (_K0 * _A)
    xi_, eta_ = xi, eta
    for order, beta in enumerate(_BETA, start=1):
        xi_ -= beta * sin(2 * order * xi) * cosh(2 * order * eta)
        eta_ -= beta * cos(2 * order * xi) * sinh(2 * order * eta)
    lon = degrees(atan2(sinh(eta_), cos(xi_))) + 6 * zone - 183
    lat = degrees(_geodetic(sin(xi_) / sqrt(sinh(eta_) ** 2 + cos(xi_) ** 2)))
    if not -80 <= lat <= 84:
        return None
    return lat, (lon + 540.0) % 360.0 - 180.0


def from_mgrs(zone: int, band: str, square: str, digits: str) -> Point | None:
    """Return the middle of the field that ``digits``, an even number of them, tell in a square."""
    columns = _COLUMNS[(zone - 1) % 3]
    if square[0] not in columns or square[1] not in _ROWS or band not in BANDS:
        return None
    half = len(digits) // 2
    field = 10 ** (5 - half)  # metres
    easting = (columns.index(square[0]) + 1) * _SQUARE + (int(digits[:half]) + 0.5) * field
    row = (_ROWS.index(square[1]) - (0 if zone % 2 else _ROWS_LATER)) % len(_ROWS)
    in_cycle = row * _SQUARE + (int(digits[half:]) + 0.5) * field
    south = band < "N"
    lowest = -80 + 8 * BANDS.index(band)
    highest = 84 if band == "X" else lowest + 8
    for cycle in range(5):
        point = from_utm(zone, easting, in_cycle + cycle * _CYCLE, south=south)
        if point is not None and lowest - _BAND_SLACK <= point[0] <= highest + _BAND_SLACK:
            return point
    return None


def _geodetic(wanted: float) -> float:
    """Return the geodetic latitude, in radians, of the tangent of a conformal one (Karney 2011)."""
    eccentricity = sqrt(_F * (2 - _F))
    rest = 1 - eccentricity**2
    tangent = wanted / rest
    for _ in range(4):
        secant = sqrt(1 + tangent * tangent)
        sigma = sinh(eccentricity * atanh(eccentricity * tangent / secant))
        conformal = tangent * sqrt(1 + sigma * sigma) - sigma * secant
        step = (wanted - conformal) / sqrt(1 + conformal * conformal)
        tangent += step * (1 + rest * tangent * tangent) / (rest * secant)
    return atan(tangent)
