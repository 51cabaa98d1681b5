"""Which series there are, and which symbols are clear in running text."""

import pytest

from allegata.un.series import is_series, is_told_apart


@pytest.mark.parametrize(
    ("organ", "parts", "known"),
    [
        ("S", ("2031", "7"), True),
        ("S", ("1985", "7"), False),
        ("S", ("RES", "99 (1990)"), True),
        ("S", ("RES", "99(A)"), False),
        ("A", ("71", "7"), True),
        ("A", ("121", "7"), False),
        ("A", ("31", "12", "2017"), False),
        ("E", ("2014", "NGO", "14"), True),
        ("E", ("8", "2017"), False),
        ("CRC", ("C", "15"), True),
        ("CRC", ("X", "15"), False),
        ("AT", ("DEC", "5"), True),
        ("AT", ("5", "6"), False),
        ("DP", ("2014", "6"), True),
        ("DP", ("14", "6"), False),
    ],
)
def test_a_series_is_known_or_not(organ: str, parts: tuple[str, ...], known: bool) -> None:
    assert is_series(organ, parts) is known


@pytest.mark.parametrize(
    ("organ", "parts", "suffixes", "clear"),
    [
        ("S", ("96",), (), False),
        ("S", ("96",), ("Rev.7",), True),
        ("S", ("538",), (), True),
        ("A", ("320",), (), False),
        ("A", ("3821",), (), True),
        ("A", ("9", "11"), (), False),
        ("A", ("31", "1"), (), True),
        ("A", ("L.5",), (), True),
    ],
)
def test_short_numbers_are_no_symbols_in_running_text(
    organ: str, parts: tuple[str, ...], suffixes: tuple[str, ...], clear: bool
) -> None:
    assert is_told_apart(organ, parts, suffixes) is clear
