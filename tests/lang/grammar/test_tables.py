"""Tables of incidents: what their columns count."""

from hypothesis import given
from hypothesis import strategies as st

from allegata.lang.grammar.tables import pipe_tables, read_table
from allegata.lang.pack import load_pack

PACK = load_pack("en")


def counted(text: str) -> list[list[tuple[str, int, bool]]]:
    return [
        [(one.outcome.value, one.best, one.part) for one in row.counts]
        for cells in pipe_tables(text)
        for row in read_table(text, cells, PACK)
    ]


def test_each_row_counts_and_a_total_adds_nothing() -> None:
    text = (
        "| District | Killed | Of whom children | Injured |\n|---|---|---|---|\n"
        "| North | 41 | 9 | 1,088 |\n| South | 3 | - | 0 |\n| Total | 44 | 9 | 1,088 |\n"
    )
    assert counted(text) == [
        [("killed", 41, False), ("killed", 9, True), ("injured", 1088, False)],
        [("killed", 3, False), ("injured", 0, False)],
    ]


def test_a_table_of_other_things_counts_nobody() -> None:
    assert counted("| District | Schools |\n|---|---|\n| North | 41 |\n") == []


def test_two_tables_apart_have_two_heads() -> None:
    text = "| Town | Killed |\n| Elmet | 2 |\n\nText.\n\n| Town | Wells |\n| Elmet | 7 |\n"
    assert counted(text) == [[("killed", 2, False)]]


@given(st.integers(0, 9_999_999))
def test_a_number_is_read_as_written(number: int) -> None:
    text = f"| Town | Killed |\n| Elmet | {number} |\n"
    assert counted(text) == [[("killed", number, False)]]
    text = f"| Town | Killed |\n| Elmet | {number:,} |\n"
    assert counted(text) == [[("killed", number, False)]]
