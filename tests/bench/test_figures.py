"""Floors hold figures from the right side."""

from bench.figures import Figure, Floor, better, broken, floors_of


def test_a_floor_that_does_not_hold_is_named_with_its_figure() -> None:
    floors = [Floor("seconds", "at_most", 2.0), Floor("recall", "at_least", 50.0)]
    figures = [Figure("seconds", 2.5, "s"), Figure("recall", 60.0, "%")]
    assert broken(floors, figures) == ["seconds: 2.5, must be at_most 2"]


def test_a_figure_that_was_not_measured_breaks_its_floor() -> None:
    assert broken([Floor("recall", "at_least", 1.0)], []) == ["recall: not measured"]


def test_every_set_has_floors() -> None:
    assert {floor.figure for floor in floors_of("speed")} >= {"cold_start_seconds_at_pace"}
    assert {floor.figure for floor in floors_of("examples")} == {
        "counts_recall",
        "counts_precision",
    }


def test_of_two_runs_each_figure_with_a_floor_is_the_one_on_its_side() -> None:
    floors = [Floor("seconds", "at_most", 2.0), Floor("rate", "at_least", 50.0)]
    one = [Figure("seconds", 1.0, "s"), Figure("rate", 40.0, ""), Figure("pace", 1.0, "")]
    other = [Figure("seconds", 3.0, "s"), Figure("rate", 60.0, ""), Figure("pace", 2.0, "")]
    assert [figure.value for figure in better(floors, one, other)] == [1.0, 60.0, 1.0]
