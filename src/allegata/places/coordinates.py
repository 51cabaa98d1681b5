"""Coordinates as texts write them: decimal degrees, degrees with minutes and seconds, MGRS, UTM.

In: a text. Out: ``FoundPoint`` in order, without overlap, in degrees WGS 84. A pair of bare
decimal numbers is one only with four decimals each, or with two where a word announces it: prices,
scores, dates and symbols of documents are none.

>>> text = "at 35.3359, 40.1408 and 36°12'30\\"N 37°09'00\\"E"
>>> [(one.start, round(one.lat, 3), round(one.lon, 3)) for one in find_coordinates(text)]
[(3, 35.336, 40.141), (24, 36.208, 37.15)]
>>> find_coordinates("prices rose from 1.250, 1.375 on 12.05, 13.05 to 35.3 million")
()
"""

import re
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib import resources
from math import sqrt
from typing import Final

from allegata.places.geodesy import Point
from allegata.places.grids import from_mgrs, from_utm

_METRES_A_DEGREE: Final = 111_195.0
_LEAST_KM: Final = 0.01
_SURE_DECIMALS: Final = 4  # of a bare pair; two where a word announces it
_ANNOUNCED_DECIMALS: Final = 2
_REACH: Final = 24  # characters before a pair in which a word announces it
_GAP: Final = r"[ \t\u00a0\u202f]{0,2}"
_NUMBER: Final = r"\d{1,3}(?:[.,]\d{1,8})?"
_DEGREE: Final = "[\u00b0\u00ba\u02da]"
_MINUTE: Final = "['\u2019\u2032\u02b9]"
_SECOND: Final = "(?:[\"\u201d\u2033\u02ba]|''|\u2019\u2019|\u2032\u2032)"
_SIXTY: Final = 60.0
_MOST: Final = {"N": 90.0, "S": 90.0, "E": 180.0, "W": 180.0}
_SEPARATOR: Final = r"[ \t\u00a0\u202f]{0,2}[,;/،，、]?[ \t\u00a0\u202f]{0,2}"
# Two numbers that may be angles, near each other: without such, no pair with sides is sought.
_MARKED: Final = rf"\d(?:[.,]\d|{_GAP}{_DEGREE})"
_MAY_HAVE_SIDES: Final = re.compile(rf"{_MARKED}[^\n]{{0,40}}?{_MARKED}")
_MGRS: Final = re.compile(
    r"(?<![\w./-])(\d{1,2})[ ]?([C-HJ-NP-X])[ ]?([A-HJ-NP-Z]{2})"
    r"(?:[ ]?(\d{3,5}) (\d{3,5})|[ ]?(\d{6}|\d{8}|\d{10}))(?![\w/-]|[.,]\d)"
)
_UTM: Final = re.compile(
    r"(?<![\w./-])(\d{1,2})[ ]?([C-HJ-NP-X]),?[ ]{1,2}([1-8]\d{5}(?:\.\d{1,3})?)[ ]?m?E?,?[ ]{1,2}"
    r"(\d{6,7}(?:\.\d{1,3})?)(?:[ ]?m?N)?(?![\w/-]|[.,]\d)"
)
# Northings that in the zones of band S lie between 32 and 40 N, where "S" is no side.
_BAND_S: Final = range(3_538_000, 4_433_000)


@dataclass(frozen=True, slots=True)
class FoundPoint:
    """A point at ``start..end`` of a text; ``lat``, ``lon`` in degrees, ``radius_km`` around it."""

    start: int
    end: int
    lat: float
    lon: float
    radius_km: float


def find_coordinates(text: str) -> tuple[FoundPoint, ...]:
    """Return the coordinates that ``text`` tells, in order, without overlap."""
    found: list[FoundPoint] = []
    for find in (_with_sides, _decimal_pairs, _mgrs, _utm):
        for one in find(text):
            if all(one.end <= other.start or other.end <= one.start for other in found):
                found.append(one)
    return tuple(sorted(found, key=lambda one: one.start))


def point_of(raw: str) -> FoundPoint | None:
    """Return the point that a whole mention gives; None where it gives none."""
    found = find_coordinates(raw) or tuple(_decimal_pairs(raw, is_told=True))
    return found[0] if len(found) == 1 else None


def _found(match: re.Match[str], point: Point, step_m: float) -> FoundPoint:
    """Return a point with half the diagonal of the field that the last figures leave open."""
    lat, lon = (round(degree, 5) for degree in point)
    radius_km = max(round(step_m / 1000 * sqrt(0.5), 2), _LEAST_KM)
    return FoundPoint(*match.span(), lat, lon, radius_km)


def _decimal_pairs(text: str, *, is_told: bool = False) -> Iterator[FoundPoint]:
    for match in _decimal_pair().finditer(text):
        numbers = match["first"], match["second"]
        decimals = min(len(number.partition(".")[2]) for number in numbers)
        lat, lon = (float(number.replace("\u2212", "-")) for number in numbers)
        is_announced = is_told or _is_announced(text, match.start())
        if match["between"] and not is_announced:
            continue
        least = _ANNOUNCED_DECIMALS if is_announced else _SURE_DECIMALS
        if decimals >= least and abs(lat) <= _MOST["N"] and abs(lon) <= _MOST["E"]:
            yield _found(match, (lat, lon), _METRES_A_DEGREE / 10**decimals)


def _is_announced(text: str, start: int) -> bool:
    return _announcing().search(text[max(0, start - _REACH) : start]) is not None


def _with_sides(text: str) -> Iterator[FoundPoint]:
    """Yield pairs of which each half tells its side: "36°12'N, 37.15°E", "N35.3 E40.1"."""
    if _MAY_HAVE_SIDES.search(text) is None:
        return
    for match in _sided_pair().finditer(text):
        first, second = _half(match, "a"), _half(match, "b")
        if first is None or second is None or (first.side in "NS") == (second.side in "NS"):
            continue
        north, east = (first, second) if first.side in "NS" else (second, first)
        within = max(north.unit, east.unit) * _METRES_A_DEGREE
        yield _found(match, (north.signed, east.signed), within)


@dataclass(frozen=True, slots=True)
class _Half:
    side: str
    degrees: float
    unit: float  # degrees that the last figure tells

    @property
    def signed(self) -> float:
        return -self.degrees if self.side in "SW" else self.degrees


def _half(match: re.Match[str], label: str) -> _Half | None:
    """Return a half of a pair; None where its figures are no angle, or nothing marks them so."""
    told = [match[f"{name}{label}"] for name in ("degrees", "minutes", "seconds")]
    numbers = [number.replace(",", ".") for number in told if number is not None]
    before, after = match[f"before{label}"], match[f"after{label}"]
    word = (before or after or "").lower()
    if bool(before) == bool(after) or any("." in number for number in numbers[:-1]):
        return None
    is_marked = match[f"mark{label}"] is not None or "." in numbers[-1]
    values = [float(number) for number in numbers]
    degrees = sum(value / _SIXTY**place for place, value in enumerate(values))
    side = _sides()[" ".join(word.split())]
    if not is_marked or max((0.0, *values[1:])) >= _SIXTY or degrees > _MOST[side]:
        return None
    decimals = len(numbers[-1].partition(".")[2])
    return _Half(side, degrees, 1 / _SIXTY ** (len(numbers) - 1) / 10**decimals)


def _mgrs(text: str) -> Iterator[FoundPoint]:
    for match in _MGRS.finditer(text):
        east, north = match[4] or "", match[5] or ""
        digits = match[6] or (east + north if len(east) == len(north) else "")
        point = from_mgrs(int(match[1]), match[2], match[3], digits) if digits else None
        if point is not None:
            yield _found(match, point, 10.0 ** (5 - len(digits) // 2))


def _utm(text: str) -> Iterator[FoundPoint]:
    for match in _UTM.finditer(text):
        northing = float(match[4])
        is_band_s = match[2] == "S" and int(northing) in _BAND_S
        south = match[2] < "N" or (match[2] == "S" and not is_band_s)
        point = from_utm(int(match[1]), float(match[3]), northing, south=south)
        if point is not None:
            yield _found(match, point, 1.0)


@cache
def _words() -> dict[str, tuple[str, ...]]:
    source = resources.files("allegata.lang") / "packs" / "_shared" / "coordinates.toml"
    table = tomllib.loads(source.read_text(encoding="utf-8"))
    return {
        label: tuple(form for forms in languages.values() for form in forms)
        for label, languages in table.items()
    }


@cache
def _sides() -> dict[str, str]:
    return {form.lower(): side for side in _MOST for form in _words()[side]}


@cache
def _announcing() -> re.Pattern[str]:
    forms = _alternatives(_words()["announce"])
    return re.compile(rf"(?<!\w)(?:{forms})[^\w\n]*(?:\w{{1,3}}[^\w\n]+)?$", re.IGNORECASE)


@cache
def _decimal_pair() -> re.Pattern[str]:
    between = _alternatives(_words()["between"])
    return re.compile(
        r"(?<![\w.,/+$€£-])(?P<first>[-\u2212+]?\d{1,2}\.\d{2,12})\u00b0?"
        rf"(?:{_GAP}[,;،，/]{_GAP}|[ \t\u00a0]{{1,2}})(?P<between>(?:{between})[: =]{_GAP})?"
        r"(?P<second>[-\u2212+]?\d{1,3}\.\d{2,12})\u00b0?(?![\w%/]|[.,]\d)",
        re.IGNORECASE,
    )


@cache
def _sided_pair() -> re.Pattern[str]:
    forms = _alternatives(_sides())
    between = _alternatives(_words()["between"])

    def half(label: str) -> str:
        return (
            rf"(?:(?P<before{label}>{forms}){_GAP})?"
            rf"(?P<degrees{label}>{_NUMBER}){_GAP}(?:(?P<mark{label}>{_DEGREE}){_GAP}"
            rf"(?:(?P<minutes{label}>{_NUMBER}){_GAP}{_MINUTE}{_GAP}"
            rf"(?:(?P<seconds{label}>{_NUMBER}){_GAP}{_SECOND}{_GAP})?)?)?"
            rf"(?P<after{label}>(?:{forms})(?!\w))?"
        )

    joined = rf"{_SEPARATOR}(?:(?:{between})[: ]{_GAP})?"
    return re.compile(
        rf"(?<![\w./,-]){half('a')}{joined}{half('b')}(?![\w\u00b0]|[.,]\d)", re.IGNORECASE
    )


def _alternatives(forms: Iterable[str]) -> str:
    """Return a pattern of forms, longest first."""
    return "|".join(re.escape(form) for form in sorted(forms, key=lambda form: (-len(form), form)))
