"""Numbers of the Council's resolutions and their years."""

import pytest

from allegata.un.council_years import is_of_year


@pytest.mark.parametrize(
    ("number", "year"),
    [
        *((1, 1946), (84, 1950), (111, 1956), (242, 1967), (338, 1973), (580, 1985), (672, 1990)),
        *((1244, 1999), (1325, 2000), (1373, 2001), (2253, 2015), (2334, 2016), (2564, 2021)),
    ],
)
def test_known_resolutions_fit_their_years(number: int, year: int) -> None:
    assert is_of_year(number, year) is True
    assert is_of_year(number, year + 20 if year < 2000 else year - 20) is False


@pytest.mark.parametrize(("number", "year"), [(43, 2015), (2253, 1999), (242, 1945), (9, 2017)])
def test_others_do_not(number: int, year: int) -> None:
    assert is_of_year(number, year) is False


def test_years_after_the_table_are_not_judged() -> None:
    assert is_of_year(9999, 2031) is None
