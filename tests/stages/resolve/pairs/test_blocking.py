"""Which accounts are compared."""

from hypothesis import given
from hypothesis import strategies as st
from tests.stages.resolve.accountkit import account, ground

from allegata.model.linking import Account
from allegata.model.vocabularies import PlacePrecision
from allegata.stages.resolve.pairs.blocking import MOST, keys_of, pairs_of
from allegata.stages.resolve.pairs.columns import columns_of

UNIT = ground("A1", (36.9, 38.9), precision=PlacePrecision.ADM1, radius_km=90.0, units=("A1",))


def compared(*accounts: Account) -> set[tuple[str, str]]:
    columns = columns_of(accounts)
    low, high, _ = pairs_of(columns, keys_of(columns))
    return {(columns.ids[a], columns.ids[b]) for a, b in zip(low, high, strict=True)}


@given(
    st.floats(-60, 60),
    st.floats(-170, 170),
    st.floats(-0.24, 0.24),
    st.floats(-0.24, 0.24),
    st.integers(-3, 3),
)
def test_within_a_quarter_of_a_degree_and_three_days_all_are_compared(
    lat: float, lon: float, north: float, east: float, days: int
) -> None:
    one = account("a", at=ground("Ubi", (lat, lon), units=()))
    other = account("b", at=ground("Ibi", (lat + north, lon + east), units=()), day=738000 + days)
    assert compared(one, other) == {("a", "b")}


def test_far_in_time_or_place_is_not_compared() -> None:
    here = account("a", at=ground(units=()))
    assert compared(here, account("b", at=ground("Ubi", (38.0, 40.0), units=()))) == set()
    assert compared(here, account("b", at=ground("Ubi", units=()), day=738100)) == set()


def test_a_place_told_no_finer_than_a_division_is_compared_with_places_in_it() -> None:
    assert compared(account("a", at=ground()), account("b", at=UNIT)) == {("a", "b")}


def test_two_fine_places_of_one_division_are_not_compared_for_that() -> None:
    far = ground("Ubi", (37.5, 39.5))
    assert compared(account("a", at=ground()), account("b", at=far)) == set()


def test_a_name_in_both_is_compared_however_far_apart() -> None:
    one, other = (
        account("a", named=("nemo quidam",)),
        account("b", day=None, named=("nemo quidam",)),
    )
    assert compared(one, other) == {("a", "b")}


def test_a_name_that_too_many_share_says_nothing() -> None:
    many = [account(f"a{at:03d}", day=738000 + 99 * at, named=("x y",)) for at in range(MOST + 1)]
    columns = columns_of(many)
    low, _, common = pairs_of(columns, keys_of(columns))
    assert (len(low), common) == (0, 1)


def test_accounts_of_one_document_or_roll_are_not_compared() -> None:
    assert compared(*(account(name, at=ground(), document="d") for name in "ab")) == set()
    assert compared(*(account(name, at=ground(), roll="list") for name in "ab")) == set()


def test_nothing_is_compared_where_there_is_nothing() -> None:
    assert compared() == set()
    assert compared(account("a")) == set()
