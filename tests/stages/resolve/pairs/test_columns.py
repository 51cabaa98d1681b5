"""Accounts as columns."""

import math

from tests.stages.resolve.accountkit import account, ground

from allegata.stages.resolve.pairs.columns import columns_of, number_of


def test_unknown_days_are_zero_and_unknown_tolls_are_nan() -> None:
    found = columns_of([account("a", day=None, published=None)])
    assert (found.first.tolist(), found.published.tolist()) == ([0], [0])
    assert math.isnan(found.killed[0, 0])


def test_an_open_toll_is_what_is_known_of_it() -> None:
    found = columns_of([account("a", killed=(3, 7)), account("b", killed=4)])
    assert found.killed.tolist() == [[3.0, 7.0], [4.0, 4.0]]


def test_a_row_depends_on_its_account_alone() -> None:
    both = columns_of([account("a"), account("b", at=ground(), text="SPECIMEN. Nescio")])
    alone = columns_of([account("b", at=ground(), text="SPECIMEN. Nescio")])
    assert both.terms[1].tolist() == alone.terms[0].tolist()
    assert both.units[1].tolist() == alone.units[0].tolist()


def test_texts_have_one_number_everywhere() -> None:
    assert number_of("Nescio") == number_of("Nescio") != number_of("Ubi")
    assert number_of("") == 0


def test_no_accounts_are_empty_columns() -> None:
    assert len(columns_of([])) == 0
