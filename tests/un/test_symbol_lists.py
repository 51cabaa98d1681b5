"""Symbols whose shared beginning is printed once."""

import pytest

from allegata.un.symbol_lists import read_symbols
from allegata.un.symbols import render


def read(text: str) -> list[tuple[str, str]]:
    return [(text[one.start : one.end], render(one.symbol)) for one in read_symbols(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("S/3516 and Add.1", [("S/3516", "S/3516"), ("Add.1", "S/3516/Add.1")]),
        (
            "A/60/6, Corr.1 and Add.2",
            [
                ("A/60/6", "A/60/6"),
                ("Corr.1", "A/60/6/Corr.1"),
                ("Add.2", "A/60/6/Add.2"),
            ],
        ),
        (
            "S/2031/4/Add.1 and Add.2",
            [
                ("S/2031/4/Add.1", "S/2031/4/Add.1"),
                ("Add.2", "S/2031/4/Add.2"),
            ],
        ),
        (
            "S/2031/4/Add.1 and Corr.1",
            [
                ("S/2031/4/Add.1", "S/2031/4/Add.1"),
                ("Corr.1", "S/2031/4/Add.1/Corr.1"),
            ],
        ),
        (
            "S/11353/Add.24 and 25.",
            [
                ("S/11353/Add.24", "S/11353/Add.24"),
                ("25", "S/11353/Add.25"),
            ],
        ),
        (
            "S/2031/4/Add.1-3",
            [
                ("S/2031/4/Add.1", "S/2031/4/Add.1"),
                ("3", "S/2031/4/Add.2"),
                ("3", "S/2031/4/Add.3"),
            ],
        ),
        (
            "(S/PRST/1994/14 and 57)",
            [
                ("S/PRST/1994/14", "S/PRST/1994/14"),
                ("57", "S/PRST/1994/57"),
            ],
        ),
        ("(S/2031/7 and 8)", [("S/2031/7", "S/2031/7"), ("8", "S/2031/8")]),
        ("S/2031/7 and 8 people", [("S/2031/7", "S/2031/7")]),
        ("S/2031/7, 43 dead.", [("S/2031/7", "S/2031/7")]),
        ("S/2031/7, 43.", [("S/2031/7", "S/2031/7")]),
        ("A/67/828 S/2013/210", [("A/67/828 S/2013/210", "A/67/828-S/2013/210")]),
        ("A/67/828, S/2013/210", [("A/67/828", "A/67/828"), ("S/2013/210", "S/2013/210")]),
        ("文件S/2031/7和A/85/1号", [("S/2031/7", "S/2031/7"), ("A/85/1", "A/85/1")]),
        ("PRST/2031/9", [("PRST/2031/9", "S/PRST/2031/9")]),
        ("S/PRST/2031/9", [("S/PRST/2031/9", "S/PRST/2031/9")]),
        ("RES/2253 (2015)", [("RES/2253 (2015)", "S/RES/2253 (2015)")]),
        ("S/ 450 millones", []),
    ],
)
def test_shortened_symbols_are_read_in_full(text: str, expected: list[tuple[str, str]]) -> None:
    assert read(text) == expected
