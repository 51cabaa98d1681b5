"""Parts of names across spellings and scripts."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from allegata.people.likeness import Alike, alike


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Mohammed", "Muhamad"),
        ("Mahmoud", "محمود"),
        ("Salim", "Салим"),
        ("Abd al-Salam", "عبد السلام"),
        ("Hussein", "حسين"),
        ("Corun", "CORUN"),
    ],
)
def test_spellings_of_one_name_are_alike(one: str, other: str) -> None:
    assert alike(one, other) in (Alike.SAME, Alike.SPELLED)


@pytest.mark.parametrize(("one", "other"), [("Ahmad", "Zuhur"), ("Salim", "محمود"), ("Ali", "Ola")])
def test_other_names_are_not(one: str, other: str) -> None:
    assert alike(one, other) is Alike.NOT


def test_a_letter_mistyped_is_a_slip() -> None:
    assert alike("Corunda", "Corunba") is Alike.SLIP


@given(st.text("abcdefghmnrsu", min_size=1), st.text("abcdefghmnrsu", min_size=1))
def test_likeness_has_no_direction(one: str, other: str) -> None:
    assert alike(one, other) is alike(other, one)
