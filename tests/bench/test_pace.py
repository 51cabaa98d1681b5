"""The pace: what a slower computer needs longer for is no fault of ours."""

import pytest

from bench import pace


def test_a_slower_computer_has_a_lower_pace(monkeypatch: pytest.MonkeyPatch) -> None:
    now = [0.0]
    needed = [0.001]

    def work(_number: int) -> int:
        now[0] += needed[0]
        return 0

    monkeypatch.setattr(pace, "_round", work)
    monkeypatch.setattr("bench.pace.time.process_time", lambda: now[0])
    quick = pace.pace()
    needed[0] = 0.002
    assert pace.pace() == pytest.approx(quick / 2)
    assert quick == pytest.approx(1000 / pace.ROUNDS_A_SECOND)


def test_the_best_of_the_tries_counts(monkeypatch: pytest.MonkeyPatch) -> None:
    now = [0.0]
    rounds = [0]

    def work(_number: int) -> int:
        rounds[0] += 1
        slow = rounds[0] <= pace.ROUNDS  # somebody else took the first try's time
        now[0] += 0.01 if slow else 0.001
        return 0

    monkeypatch.setattr(pace, "_round", work)
    monkeypatch.setattr("bench.pace.time.process_time", lambda: now[0])
    assert pace.pace() == pytest.approx(1000 / pace.ROUNDS_A_SECOND)
