"""Converting ahead: in order, one at a time, and in this thread where nothing waits."""

import threading
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from allegata.app.ahead import convert_ahead


@given(st.lists(st.integers(0, 9)), st.sets(st.integers(0, 9)))
def test_everything_comes_in_order_whatever_waits(items: list[int], waiting: set[int]) -> None:
    def convert(number: int) -> int:
        if number == 7:
            raise ValueError("seven cannot be converted")
        return number * 10

    found = list(convert_ahead(items, convert, lambda number: number in waiting))
    assert [item for item, _ in found] == items
    for item, outcome in found:
        assert isinstance(outcome, ValueError) if item == 7 else outcome == item * 10


def test_what_waits_for_nothing_is_converted_where_it_is_read() -> None:
    threads = [
        outcome
        for _, outcome in convert_ahead("abc", lambda _: threading.get_ident(), lambda _: False)
    ]
    assert threads == [threading.get_ident()] * 3


def test_from_the_first_that_waits_on_another_thread_converts() -> None:
    threads = [
        outcome == threading.get_ident()
        for _, outcome in convert_ahead("abc", lambda _: threading.get_ident(), "bc".__contains__)
    ]
    assert threads == [True, False, False]


def test_a_slow_stream_holds_nothing_back() -> None:
    taken: list[int] = []

    def stream() -> Iterator[int]:
        for number in range(3):
            taken.append(number)
            yield number

    found = convert_ahead(stream(), lambda number: number, lambda _: False)
    assert next(found) == (0, 0)
    assert taken == [0]


def test_inputs_that_fail_are_raised_where_they_are_waited_for() -> None:
    def broken() -> Iterator[int]:
        yield 1
        raise OSError("the stick was pulled out")

    found = convert_ahead(broken(), lambda number: number)
    assert next(found) == (1, 1)
    with pytest.raises(OSError, match="pulled out"):
        next(found)
