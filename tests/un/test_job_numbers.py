"""Job numbers at the foot of the first page."""

import pytest

from allegata.un.job_numbers import job_number


@pytest.mark.parametrize(
    ("foot", "job"),
    [
        ("17-01779 (E)    060217", "17-01779"),
        ("31-11576 (F) 010731 010731", "31-11576"),
        ("93-46921 (E) 260893 /...", "93-46921"),
        ("93-03565 3812f (E) 200193 20/01/93", "93-03565"),
        ("GE.16-12345(E)", "GE.16-12345"),
        ("170221 170221 21-02065 (A)", "21-02065"),
        ("170221 (A) 21-02065", "21-02065"),
        ("71-19641", "71-19641"),
        ("2/19 17-01779", "17-01779"),
    ],
)
def test_a_foot_gives_its_number(foot: str, job: str) -> None:
    assert job_number(f"The last line of the page.\n{foot}\n*1701779*\nThe next page.") == job


@pytest.mark.parametrize(
    "text",
    [
        "It fell by 12-34567 points.",
        "Call 212-96312 (E or F) now.",
        "1993-94",
        "S/2031/17-01779x",
    ],
)
def test_other_numbers_are_none(text: str) -> None:
    assert job_number(text) is None


def test_the_first_foot_with_its_letter_counts() -> None:
    assert job_number("31-90002\n\n31-90001 (E) 010131\n") == "31-90001"
