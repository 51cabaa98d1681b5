"""Floors hold figures from the right side."""

from bench.figures import Figure, Floor, broken, floors_of


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
