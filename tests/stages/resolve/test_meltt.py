"""The rule of MELTT: windows, taxonomies, best pairs first, episodes apart."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from allegata.model.matching import EventRow, Window
from allegata.stages.resolve.meltt import agreement, apart_km, match_tables

WINDOW = Window(1, 3.0)
RAID, BOMB, MARCH = ("raid", "attack"), ("bomb", "attack"), ("march", "protest")


def row(
    table: str,
    number: int,
    day: int = 100,
    *,
    last: int | None = None,
    at: tuple[float, float] = (9.0, 8.0),
    code: tuple[str, ...] = RAID,
) -> EventRow:
    return EventRow(table, number, str(number), day, last or day, *at, (code,))


def events(*tables: list[EventRow], window: Window = WINDOW) -> list[list[str]]:
    found = match_tables(tables, window).events
    return [[f"{one.table}{one.row}" for one in event] for event in found]


def test_near_rows_of_two_tables_are_one_event() -> None:
    assert events([row("a", 1)], [row("b", 1, 101, at=(9.01, 8.01))]) == [["a1", "b1"]]


@pytest.mark.parametrize(
    "other",
    [
        row("b", 1, 102),
        row("b", 1, at=(9.1, 8.0)),
        row("b", 1, code=MARCH),
        row("b", 1, 100, last=101),
    ],
)
def test_what_is_too_late_too_far_of_another_kind_or_longer_is_not(other: EventRow) -> None:
    assert events([row("a", 1)], [other]) == [["a1"], ["b1"]]


def test_rows_of_one_table_are_never_one_event() -> None:
    assert events([row("a", 1), row("a", 2)]) == [["a1"], ["a2"]]


def test_the_best_pair_is_taken_first_and_each_row_once() -> None:
    first = [row("a", 1, code=BOMB), row("a", 2, code=RAID)]
    assert events(first, [row("b", 1, code=RAID)]) == [["a1"], ["a2", "b1"]]


def test_a_third_table_is_matched_with_what_the_first_two_made() -> None:
    assert events([row("a", 1)], [row("b", 1)], [row("c", 1)]) == [["a1", "b1", "c1"]]


def test_an_episode_and_an_event_are_flagged_and_not_matched() -> None:
    found = match_tables([[row("a", 1)], [row("b", 1, 100, last=101)]], WINDOW)
    assert [len(event) for event in found.events] == [1, 1]
    assert [(one.a.table, one.b.table) for one in found.flagged] == [("a", "b")]


def test_a_match_says_how_near_the_two_are() -> None:
    (match,) = match_tables([[row("a", 1, code=BOMB)], [row("b", 1, 101)]], WINDOW).matches
    assert (match.days, match.km, match.levels, match.score) == (1, 0.0, (1,), 1.0)


def test_a_code_that_no_taxonomy_knows_agrees_with_nothing() -> None:
    assert agreement(row("a", 1, code=()), row("b", 1)) is None
    assert agreement(row("a", 1, code=()), row("b", 1, code=())) is None


def test_a_degree_is_as_long_as_the_authors_have_it() -> None:
    assert apart_km(row("a", 1, at=(0.0, 0.0)), row("b", 1, at=(0.0, 1.0))) == pytest.approx(
        111.111
    )


ROWS = st.builds(
    lambda number, day, lat, lon, code: row("x", number, day, at=(lat, lon), code=code),
    st.integers(1, 99),
    st.integers(100, 104),
    st.floats(9.0, 9.05),
    st.floats(8.0, 8.05),
    st.sampled_from((RAID, BOMB, MARCH)),
)


@given(st.lists(ROWS, max_size=8), st.lists(ROWS, max_size=8))
def test_every_row_is_in_one_event_and_every_match_within_the_window(
    first: list[EventRow], second: list[EventRow]
) -> None:
    found = match_tables([first, second], WINDOW)
    rows = [one for event in found.events for one in event]
    assert sorted(map(id, rows)) == sorted(map(id, [*first, *second]))
    for match in found.matches:
        assert match.days <= WINDOW.days
        assert match.km <= WINDOW.km
        assert agreement(match.a, match.b) == match.levels


@given(st.lists(ROWS, max_size=10), st.lists(ROWS, max_size=10))
def test_looking_near_by_cells_misses_no_pair(
    first: list[EventRow], second: list[EventRow]
) -> None:
    found = match_tables([first, second], WINDOW)
    matched = {id(one) for match in found.matches for one in (match.a, match.b)}
    for one in first:
        for other in second:
            free = id(one) not in matched and id(other) not in matched
            near = abs(one.first - other.first) <= 1 and apart_km(one, other) <= WINDOW.km
            assert not (free and near and agreement(one, other) is not None)
