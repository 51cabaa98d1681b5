"""Words and days as optical reading spells them."""

import pytest

from allegata.un.slips import nearest, plain_words, slipped_day

VALUES = {"general": "G", "limited": "L", "restricted": "R"}


@pytest.mark.parametrize(
    ("printed", "meaning"),
    [("GENERAI,", "G"), ("LlMITED", "L"), ("Restrictcd", "R"), ("GEN", None), ("Ge", None)],
)
def test_a_word_is_told_within_a_slip_for_four_letters(printed: str, meaning: str | None) -> None:
    assert nearest(printed, VALUES) == meaning


def test_two_words_as_near_leave_it_open_unless_they_mean_the_same() -> None:
    assert nearest("Mar", {"may": 5, "mars": 3}) is None
    assert nearest("Julo", {"july": 7, "julio": 7}) == 7


@pytest.mark.parametrize(
    ("printed", "iso"),
    [
        ("26 Kay 1992", "1992-05-26"),
        ("l2 May l992", "1992-05-12"),
        ("3 OCTOBFR 1991", "1991-10-03"),
        ("3 de Mavo de 1993", "1993-05-03"),
        ("31 Aprjl 1992", None),
    ],
)
def test_a_day_is_put_together_of_what_can_be_told(printed: str, iso: str | None) -> None:
    day = slipped_day(printed)
    assert day is not None
    assert day.iso == iso


@pytest.mark.parametrize("printed", ["~9 May 1992", "9 Xxx 1992", "9 May 2992", "no day"])
def test_what_cannot_be_told_is_no_day(printed: str) -> None:
    assert slipped_day(printed) is None


def test_plain_words_are_those_that_are_no_expressions() -> None:
    assert plain_words("masthead.organs")["Security Council"] == "S"
    assert "(?:" not in "".join(plain_words("masthead.languages"))
