"""Features of pairs."""

import math

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from tests.stages.resolve.accountkit import account, ground

from allegata.model.linking import Account
from allegata.model.vocabularies import Event
from allegata.places.geodesy import distance_km
from allegata.stages.resolve.pairs.columns import columns_of
from allegata.stages.resolve.pairs.comparing import FEATURES, features_of


def features(one: Account, other: Account) -> dict[str, float]:
    columns = columns_of([one, other])
    (row,) = features_of(columns, np.array([0]), np.array([1]))
    return dict(zip(FEATURES, map(float, row), strict=True))


def test_days_apart_are_those_between_the_ends() -> None:
    found = features(account("a", day=(738000, 738002)), account("b", day=738007))
    assert (found["days_apart"], found["days_told"]) == (5.0, 2.0)


def test_the_report_of_an_undated_act_is_counted_from_the_day_of_the_other() -> None:
    found = features(account("a"), account("b", day=None, published=738030))
    assert (found["report_after"], math.isnan(found["days_apart"])) == (30.0, True)


@given(st.floats(-60, 60), st.floats(-179, 179), st.floats(-0.3, 0.3), st.floats(-0.3, 0.3))
def test_km_are_those_of_the_globe(lat: float, lon: float, north: float, east: float) -> None:
    here, there = (lat, lon), (lat + north, lon + east)
    found = features(account("a", at=ground(at=here)), account("b", at=ground("Ubi", there)))
    assert abs(found["km_apart"] - distance_km(here, there)) < 0.5


def test_the_same_ground_is_more_than_the_same_division() -> None:
    same = features(account("a", at=ground()), account("b", at=ground()))
    near = features(account("a", at=ground()), account("b", at=ground("Ubi")))
    far = features(account("a", at=ground()), account("b", at=ground("Ubi", units=("A9",))))
    assert [one["shared_units"] for one in (same, near, far)] == [4.0, 2.0, 0.0]


def test_words_of_two_languages_are_not_compared() -> None:
    text = "SPECIMEN. Nescio Quidam Lethe"
    found = features(account("a", text=text), account("b"))
    assert math.isnan(found["terms_likeness"])
    assert features(account("a", text=text), account("b", text=text))["terms_likeness"] == 1.0


def test_tolls_that_meet_are_alike_and_others_lie_apart() -> None:
    meeting = features(account("a", killed=(3, 9)), account("b", killed=7))
    assert meeting["killed_apart"] == 0.0
    assert abs(meeting["killed_alike"] - math.log1p(7)) < 1e-5
    apart = features(account("a", killed=3), account("b", killed=7))
    assert abs(apart["killed_apart"] - math.log(2)) < 1e-5
    assert apart["killed_alike"] == 0.0


def test_events_of_one_family_are_nearer_than_others() -> None:
    depths = [
        features(account("a"), account("b", event=event))["event_depth"]
        for event in (Event.AIR_STRIKE, Event.SHELLING, Event.KIDNAPPING)
    ]
    assert depths == [2.0, 1.0, 0.0]
    assert math.isnan(features(account("a"), account("b", event=Event.UNKNOWN))["event_depth"])


@given(st.permutations([0, 1]))
def test_features_do_not_depend_on_which_is_first(order: list[int]) -> None:
    both = [
        account("a", at=ground(), killed=3, text="SPECIMEN. Nescio Lethe", published=738002),
        account("b", at=ground("Ubi", (36.1, 38.1)), day=None, published=738009, killed=(2, 4)),
    ]
    columns = columns_of(both)
    one = features_of(columns, np.array([0]), np.array([1]))
    other = features_of(columns, np.array(order[:1]), np.array(order[1:]))
    assert str(one.tolist()) == str(other.tolist())
