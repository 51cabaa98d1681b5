"""Counts are judged only where gold can tell: texts and gold of our own."""

import pytest
from bench.labels import labels_of
from bench.parts import Item
from bench.sets.calibration import binned, error, scatter

from bench.sets import dronestream, isaf, msa


def shot(text: str, killed: str, injured: str) -> list[bool]:
    item: Item = {
        "CaseID": "1",
        "Description": text,
        "Number of Civilian Fatalities": killed,
        "Number of Civilian Injured": injured,
    }
    return list(labels_of("msa", item, msa.read_item(item)).counts.values())


@pytest.mark.parametrize(
    ("text", "killed", "injured", "expected"),
    [
        ("He shot dead two clerks and wounded three guests.", "2", "3", [True, True]),
        ("He shot dead two clerks and wounded three guests.", "2", "4", [True, False]),
        # the sum of the groups is gold's: every group is right
        ("He shot dead two clerks and three guests.", "5", "0", [True, True]),
        # one group alone is gold's
        ("He shot dead two clerks and three guests.", "3", "0", [False, True]),
        # nothing comes to gold's figure
        ("He shot dead two clerks and three guests.", "9", "0", [False, False]),
    ],
)
def test_a_count_is_right_where_it_makes_up_golds_figure(
    text: str, killed: str, injured: str, expected: list[bool]
) -> None:
    assert shot(text, killed, injured) == expected


def test_a_figure_that_gold_lacks_judges_nothing() -> None:
    assert shot("He shot dead two clerks and wounded three guests.", "2", "") == [True]


def test_an_end_that_the_words_leave_open_is_not_judged() -> None:
    item: Item = {
        "_id": "1",
        "date": "2031-03-05",
        "deaths_min": "4",
        "deaths_max": "7",
        "bij_summary_short": "At least four militants were killed.",
        "tbij": None,
    }
    labels = labels_of("dronestream", item, dronestream.read_item(item))
    assert list(labels.counts.values()) == [True]


def test_zero_injured_may_mean_that_nobody_looked() -> None:
    item: Item = {
        "_id": "1",
        "date": "2031-03-05",
        "deaths_min": "4",
        "deaths_max": "4",
        "bij_summary_short": "Four militants were killed and two wounded.",
        "tbij": {"injured": [0, 0]},
    }
    labels = labels_of("dronestream", item, dronestream.read_item(item))
    assert list(labels.counts.values()) == [True]


def test_a_claim_is_right_where_all_its_judged_counts_are() -> None:
    item: Item = {
        "id": "a",
        "text": "The force killed two insurgents and detained four suspects.",
        "gold": {"min_killed": 2, "min_captured": 3},
    }
    labels = labels_of("isaf", item, isaf.read_item(item))
    assert list(labels.counts.values()) == [True, False]
    assert list(labels.claims.values()) == [False]


def test_the_error_is_the_distance_of_confidence_from_the_share_right() -> None:
    told = [(0.95, True), (0.95, True), (0.25, True), (0.25, False)]
    assert [one.of for one in binned(told)] == [2, 2]
    assert error(told) == 15.0


def test_chance_alone_scatters_few_counts() -> None:
    few, many = [(0.7, True)] * 10, [(0.7, True)] * 1000
    assert scatter(few) > 4 * scatter(many) > 0
    assert scatter(few) == scatter(few)
