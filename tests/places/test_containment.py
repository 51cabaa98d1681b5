"""What stands right behind a name may hold it; what a list or "and" joins does not."""

import pytest

from allegata.places.asking import Ask
from allegata.places.containment import contained


def asked(text: str, *names: str, kind: str = "unknown") -> list[tuple[int, int, str, bool]]:
    asks = [
        Ask(at := text.index(name), at + len(name), (name,), kind if n == 0 else "unknown")
        for n, name in enumerate(names)
    ]
    told = contained(text, asks, is_address=False)
    return [(one.inner, one.outer, one.side, one.may_be_town) for one in told]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Corun, Zuhur", [(0, 1, "", False)]),
        ("Corun (Zuhur)", [(0, 1, "", False)]),
        ("Corun in Zuhur", [(0, 1, "", True)]),
        ("Corun in the southern Zuhur", [(0, 1, "S", True)]),
        ("Corun, in northern Zuhur", [(0, 1, "N", False)]),
        ("Corun dans le Zuhur", [(0, 1, "", True)]),
        ("Corun and Zuhur", []),
        ("Corun. Zuhur", []),
        ("Corun; Zuhur", []),
        ("Corun to Zuhur", []),
    ],
)
def test_joints(text: str, found: list[tuple[int, int, str, bool]]) -> None:
    assert asked(text, "Corun", "Zuhur") == found


def test_a_chain_leads_on_to_the_larger_ones() -> None:
    pairs = [one[:2] for one in asked("Corun, Zuhur, Corvel", "Corun", "Zuhur", "Corvel")]
    assert pairs == [(0, 1), (0, 2), (1, 2)]


def test_a_neighbourhood_lies_in_the_town_behind_the_comma() -> None:
    assert asked("Corun, Zuhur", "Corun", "Zuhur", kind="neighbourhood") == [(0, 1, "", True)]
