"""How far a group may reach."""

from tests.stages.resolve.accountkit import account

from allegata.stages.resolve.spans import LONGEST, Span, span_of


def test_accounts_too_many_days_apart_are_never_in_one_group() -> None:
    one, other = span_of(account("a")), span_of(account("b", day=738000 + LONGEST + 1))
    assert not one.may_join(other)
    assert one.may_join(span_of(account("b", day=738000 + LONGEST)))


def test_a_month_is_no_day_and_keeps_nothing_apart() -> None:
    month = span_of(account("b", day=(738100, 738130)))
    assert month.first is None
    assert span_of(account("a")).may_join(month)


def test_rows_of_one_roll_cannot_join() -> None:
    one, other = (span_of(account(name, day=None, roll="list")) for name in "ab")
    assert not one.may_join(other)
    assert one.may_join(Span())
