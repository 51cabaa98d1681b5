"""Numbers that must never become counts."""

import pytest

from allegata.lang.grammar.masks import find_masks
from allegata.lang.pack import Table, load_pack, rows

PACK = load_pack("en")


@pytest.mark.parametrize("row", rows(PACK.table("masks"), "mask"), ids=lambda row: row["example"])
def test_the_examples_of_the_pack(row: Table) -> None:
    text = str(row["example"])
    assert row["masked"] in [text[start:end] for start, end, _ in find_masks(text, PACK)]


def test_people_stay_countable() -> None:
    assert find_masks("At least 12 people and 3 children were killed.", PACK) == []
