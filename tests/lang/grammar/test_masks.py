"""Numbers that must never become counts."""

import re
from collections.abc import Iterable
from typing import Any

import pytest

from allegata.lang.grammar.masks import find_masks
from allegata.lang.pack import Table, load_pack, rows, words

PACK = load_pack("en")


@pytest.mark.parametrize("row", rows(PACK.table("masks"), "mask"), ids=lambda row: row["example"])
def test_the_examples_of_the_pack(row: Table) -> None:
    text = str(row["example"])
    assert row["masked"] in [text[start:end] for start, end, _ in find_masks(text, PACK)]


def test_people_stay_countable() -> None:
    assert find_masks("At least 12 people and 3 children were killed.", PACK) == []


def _written(parsed: Iterable[tuple[object, Any]]) -> list[str]:
    """Return every way to write what an expression matches; a blank sheet stands for the rest."""
    texts = [""]
    for code, told in parsed:
        texts = [text + more for text in texts for more in _one_written(str(code), told)]
    return texts


def _one_written(code: str, told: Any) -> list[str]:
    if code == "LITERAL":
        return [chr(told)]
    if code == "BRANCH":
        return [text for branch in told[1] for text in _written(branch)]
    if code == "SUBPATTERN":
        return _written(told[-1])
    if code == "ASSERT":
        return _written(told[1])
    if code == "AT" or code == "ASSERT_NOT":
        return [""]
    return ["\0"]


@pytest.mark.parametrize(
    "row",
    [row for row in rows(PACK.table("masks"), "mask") if row["begins"] == "lead"],
    ids=lambda row: row["example"],
)
def test_what_a_lead_needs_stands_wherever_it_does(row: Table) -> None:
    parsed = re._parser.parse(str(row["pattern"]).format(num=r"\d"))  # type: ignore[attr-defined]
    texts = _written(parsed)
    assert len(texts) > 0
    for text in texts:
        assert any(need in text for need in words(row, "needs")), text
