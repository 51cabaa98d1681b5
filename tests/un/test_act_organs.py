"""Of which organ a number is: named, owned, or by its shape and its document."""

import pytest

from allegata.un.act_numbers import number_at
from allegata.un.act_organs import UNKNOWN, Act, Context
from allegata.un.clearing import clear
from allegata.un.organs import Organs


def organ(
    number: str, named: str = "", *, context: Context = UNKNOWN, before: str = "", **told: bool
) -> str:
    text = before + number
    found = number_at(text, len(before))
    assert found is not None
    act = Act(
        Organs(clear(text)),
        len(before),
        is_decision=told.get("decision", False),
        is_owned=told.get("owned", False),
        context=context,
    )
    return act.organ_of(named, found, in_council=told.get("in_council", False))


@pytest.mark.parametrize(
    ("number", "named", "code"),
    [
        ("2253 (2015)", "", "S"),
        ("2253 (2015)", "other", "other"),
        ("46/182", "", "A"),
        ("46/182", "S", "A"),
        ("22/23", "", "other"),
        ("22/23", "council", "A/HRC"),
        ("22/23", "A/HRC", "A/HRC"),
        ("2253", "council", "S"),
        ("2253", "", "other"),
        ("1996/31", "", "E"),
        ("1996/31", "A", "E"),
        ("1993/6", "commission", "E/CN.4"),
        ("377 (V)", "", "A"),
    ],
)
def test_the_shape_and_what_is_named_decide(number: str, named: str, code: str) -> None:
    assert organ(number, named) == code


@pytest.mark.parametrize(
    ("number", "context", "code"),
    [
        ("22/23", Context("A/HRC", 52), "A/HRC"),
        ("60/251", Context("A/HRC", 52), "A"),
        ("S-17/1", Context("A/HRC", 52), "A/HRC"),
        ("2253", Context("S"), "S"),
        ("1503 (XLVIII)", Context("E"), "E"),
    ],
)
def test_the_document_decides_where_the_shape_leaves_it_open(
    number: str, context: Context, code: str
) -> None:
    assert organ(number, context=context) == code


def test_the_owner_of_its_resolution_decides() -> None:
    before = "The Human Rights Council, in its resolution "
    assert organ("33/11", before=before, owned=True) == "A/HRC"
    assert organ("33/11", before=before) == "A"


def test_decisions_without_an_organ_need_the_assemblys_numbering() -> None:
    assert organ("60/551", decision=True) == "A"
    assert organ("60/4", decision=True) == "other"
    assert organ("60/4", context=Context("A"), decision=True) == "A"
    assert organ("2011/235", decision=True) == "other"
