from hypothesis import given
from hypothesis import strategies as st

from allegata.stages.acquire.csv_records import BadRecord, records


def test_an_unclosed_quotation_mark_costs_one_line_only() -> None:
    lines = ["id,text\n", '1,"One\n', "2,Two\n", '3,"Three,\nstill three"\n']
    found = list(records(iter(lines)))
    assert found[1] == BadRecord("line 2", found[1].reason)  # type: ignore[union-attr]
    assert found[0] == ["id", "text"]
    assert found[2:] == [["2", "Two"], ["3", "Three,\nstill three"]]


def test_the_delimiter_is_that_of_the_first_line() -> None:
    assert list(records(iter(["id;text\n", "1;a, b\n"]))) == [["id", "text"], ["1", "a, b"]]


def test_blank_lines_are_no_records() -> None:
    assert list(records(iter(["a\n", "\n", "b\n"]))) == [["a"], ["b"]]


@given(st.lists(st.text(alphabet='ab,"\n', max_size=12), max_size=12))
def test_every_broken_file_is_read_to_its_end(lines: list[str]) -> None:
    found = list(records(iter([*(line.replace("\n", "") + "\n" for line in lines), "end\n"])))
    assert found[-1] == ["end"]
