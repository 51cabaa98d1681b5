"""The shapes of the numbers of resolutions, and the symbols they make."""

import pytest

from allegata.un.act_numbers import number_at, symbols_of
from allegata.un.clearing import clear


@pytest.mark.parametrize(
    ("text", "shape", "end"),
    [
        ("2253 (2015)", "council", 11),
        ("2253(2015)", "council", 10),
        ("749 (19921, in", "council", 10),
        ("2254 of 2015", "council", 12),
        ("43 of 2015", "bare", 2),
        ("2254/2015", "council", 9),
        ("46/182", "session", 6),
        ("46/\n182", "session", 7),
        ("70/234 A and B of", "session", 14),
        ("70/1 A new", "session", 4),
        ("ES-11/1", "special", 7),
        ("377 A (V)", "roman", 9),
        ("217 (III) A", "roman", 11),
        ("2253", "bare", 4),
    ],
)
def test_shapes(text: str, shape: str, end: int) -> None:
    found = number_at(text, 0)
    assert found is not None
    assert (found.shape, found.end) == (shape, end)


@pytest.mark.parametrize(
    "text", ["9", "22531", "43 (19921, in", "2253rd", "69.2", "1,500", "8/8/2017", "x"]
)
def test_other_numbers_are_none(text: str) -> None:
    assert number_at(text, 0) is None


@pytest.mark.parametrize(
    ("text", "organ", "symbols"),
    [
        ("2253 (2015)", "S", ("S/RES/2253 (2015)",)),
        ("2253 (2015)", "A", ()),
        ("46/182", "A", ("A/RES/46/182",)),
        ("46/182", "S", ()),
        ("46/182", "other", ()),
        ("70/234 A-C", "A", ("A/RES/70/234A", "A/RES/70/234B", "A/RES/70/234C")),
        ("S-17/1", "A/HRC", ("A/HRC/RES/S-17/1",)),
        ("1996/31", "E", ("E/RES/1996/31",)),
        ("1996/31", "A", ()),
        ("1993/6", "commission", ("E/CN.4/RES/1993/6",)),
        ("377 A (V)", "A", ("A/RES/377(V)A",)),
        ("377 ألف (د-5)", "A", ("A/RES/377(V)A",)),
        ("3201 (د إ-6)", "A", ("A/RES/3201(S-VI)",)),
        ("1503 (XLVIII)", "E", ("E/RES/1503(XLVIII)",)),
        ("2253", "S", ("S/RES/2253",)),
        ("2253", "E/CN.4", ()),
    ],
)
def test_symbols(text: str, organ: str, symbols: tuple[str, ...]) -> None:
    number = number_at(clear(text).text, 0)
    assert number is not None
    assert symbols_of(number, organ) == symbols


def test_decisions_have_a_series_of_their_own() -> None:
    number = number_at("60/551", 0)
    assert number is not None
    assert symbols_of(number, "A", decision=True) == ("A/DEC/60/551",)
