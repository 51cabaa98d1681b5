"""Shares over files, and an interval that is the same every time."""

from bench.undocs.shares import Share, figure, interval, percent, total


def test_files_weigh_by_their_answers() -> None:
    shares = [Share("a", 9, 10), Share("b", 0, 2)]
    assert (total(shares), percent(shares)) == (12, 75.0)


def test_nothing_asked_is_nothing_wrong() -> None:
    assert percent([]) == 100.0
    assert interval([Share("a", 0, 0)]) == (100.0, 100.0)


def test_the_interval_holds_the_share_and_repeats() -> None:
    shares = [Share(str(at), at % 3, 3) for at in range(20)]
    low, high = interval(shares)
    assert low < percent(shares) < high
    assert interval(shares) == (low, high)


def test_like_files_leave_no_room() -> None:
    assert interval([Share(str(at), 1, 2) for at in range(5)]) == (50.0, 50.0)


def test_a_figure_tells_answers_and_interval() -> None:
    made = figure("masthead_text", [Share("a", 1, 2)])
    assert (made.name, made.value, made.unit) == ("masthead_text", 50.0, "% of 2 (50.0 to 50.0)")
