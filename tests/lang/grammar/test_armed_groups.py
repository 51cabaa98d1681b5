"""Armed organisations under one name each."""

import pytest

from allegata.lang.grammar.armed_groups import find_armed_groups
from allegata.lang.pack import Table, load_pack, rows

PACK = load_pack("en")
ARMED_GROUPS = [
    pytest.param(row, id=str(row["name"])) for row in rows(PACK.table("actors"), "group")
]


@pytest.mark.parametrize("row", ARMED_GROUPS)
def test_the_example_of_a_group_names_it_and_the_counter_does_not(row: Table) -> None:
    assert [group.name for group in find_armed_groups(str(row["example"]), PACK)] == [row["name"]]
    assert find_armed_groups(str(row.get("counter", "")), PACK) == ()


def test_a_longer_name_is_not_the_shorter_one_inside_it() -> None:
    found = find_armed_groups("Tehrik-e-Taliban Pakistan and the Taliban", PACK)
    assert [group.name for group in found] == ["Tehrik-e Taliban Pakistan", "Taliban"]


def test_a_name_inside_another_word_is_none() -> None:
    assert find_armed_groups("the village of Hamasabad", PACK) == ()
