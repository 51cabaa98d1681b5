"""Symbols to keys: one for the work, one for the edition."""

import pytest

from allegata.model.works import Form
from allegata.un.identity import edition_order, identity_of


@pytest.mark.parametrize(
    ("symbol", "work", "exact", "form"),
    [
        ("S/2031/7", "S/2031/7", "S/2031/7", None),
        ("S/2031/7*", "S/2031/7", "S/2031/7", Form.REISSUE),
        ("S/2031/7/Rev.1*", "S/2031/7", "S/2031/7/Rev.1", Form.REVISION),
        ("S/2031/7/Corr.1", "S/2031/7", "S/2031/7/Corr.1", Form.CORRIGENDUM),
        ("S/12829/Rev.1/Corr.2", "S/12829", "S/12829/Rev.1/Corr.2", Form.CORRIGENDUM),
        ("S/24900/Add.90", "S/24900/Add.90", "S/24900/Add.90", Form.ADDENDUM),
        ("S/12829/Rev.1/Add.1", "S/12829/Rev.1/Add.1", "S/12829/Rev.1/Add.1", Form.ADDENDUM),
        ("S/2031/7/Add.1/Rev.2", "S/2031/7/Add.1", "S/2031/7/Add.1/Rev.2", Form.REVISION),
        ("S/RES/2564 (2031)", "S/RES/2564", "S/RES/2564", None),
        ("S/RES/2564(2031)", "S/RES/2564", "S/RES/2564", None),
        ("A/RES/2758(XXVI)", "A/RES/2758(XXVI)", "A/RES/2758(XXVI)", None),
        ("A/RES/ES-11/1", "A/RES/ES-11/1", "A/RES/ES-11/1", None),
        ("S/PV.8018 (Resumption 1)",) * 3 + (None,),
        ("no symbol at all",) * 3 + (None,),
    ],
)
def test_keys_of_a_symbol(symbol: str, work: str, exact: str, form: Form | None) -> None:
    identity = identity_of(symbol)
    (half,) = identity.halves
    assert (half.work, half.exact, identity.form, identity.joined) == (work, exact, form, ())


def test_a_double_symbol_has_two_halves_in_any_print() -> None:
    printed = ("A/85/3-S/2031/7", "A/85/3–S/2031/7*", "A/85/3\nS/2031/7")
    assert {identity_of(symbol).joined for symbol in printed} == {("A/85/3", "S/2031/7")}
    assert identity_of(printed[1]).form is Form.REISSUE


@pytest.mark.parametrize(
    ("symbol", "main"),
    [
        ("S/24900/Add.90", "S/24900"),
        ("S/12829/Rev.1/Add.1", "S/12829/Rev.1"),
        ("S/2031/7/Add.1/Corr.1", "S/2031/7"),
        ("A/47/1012/Add.1-S/26416/Add.1", "A/47/1012"),
        ("S/2031/7/Rev.1", None),
        ("no symbol at all", None),
    ],
)
def test_what_an_addendum_adds_to(symbol: str, main: str | None) -> None:
    assert identity_of(symbol).supplements == main


def test_a_resolution_printed_in_parts_answers_to_each() -> None:
    (half,) = identity_of("A/RES/76/84A-C").halves
    assert half.also == ("A/RES/76/84A", "A/RES/76/84B", "A/RES/76/84C")
    assert identity_of("A/RES/76/84A").halves[0].also == ()


def test_the_year_of_a_council_resolution_is_kept_apart() -> None:
    assert [identity_of(f"S/RES/2564{year}").year for year in ("", " (2031)")] == [None, 2031]
    assert identity_of("S/RES/2564").halves[0].base == "S/RES/2564"
    assert identity_of("S/RES/2564 (2031)").halves[0].base == "S/RES/2564 (2031)"


def test_editions_sort_by_number() -> None:
    editions = [("Rev.10",), ("Corr.1",), (), ("Rev.2", "Corr.1"), ("Rev.2",)]
    assert sorted(editions, key=edition_order) == [
        (),
        ("Corr.1",),
        ("Rev.2",),
        ("Rev.2", "Corr.1"),
        ("Rev.10",),
    ]


def test_a_half_that_lost_its_suffix_is_no_half() -> None:
    assert identity_of("A/47/12/Add.1-S/26416").joined == ()
    assert identity_of("A/47/12/Add.1-S/26416/Add.2").joined == ("A/47/12/Add.1", "S/26416/Add.2")
