"""Groups of people and what is said of them."""

import pytest

from allegata.lang.grammar.parts import Counted
from allegata.lang.grammar.people import GroupPhrase
from allegata.lang.grammar.rows import harm_row


def group(text: str) -> GroupPhrase:
    (counted,) = [value for value in harm_row(text).values if isinstance(value, Counted)]
    return counted.whole


@pytest.mark.parametrize(
    ("text", "status", "age", "sex", "role"),
    [
        ("43 civilians", "civilian", "unknown", "unknown", None),
        ("seven children", "unknown", "child", "unknown", None),
        ("two girls", "unknown", "child", "f", None),
        ("a woman", "unknown", "adult", "f", None),
        ("three civilian women", "civilian", "adult", "f", None),
        ("two doctors", "unknown", "unknown", "unknown", "health"),
        ("four soldiers", "armed_forces", "unknown", "unknown", None),
        ("12 women and children", "unknown", "unknown", "unknown", None),
    ],
)
def test_what_the_words_say_of_a_group(
    text: str, status: str, age: str, sex: str, role: str | None
) -> None:
    found = group(text)
    assert (found.status.value, found.age.value, found.sex.value, found.role) == (
        status,
        age,
        sex,
        role,
    )


def test_a_family_is_a_relation() -> None:
    found = group("nine civilians from one family")
    assert found.relation == "family"
    assert found.quantity is not None
    assert found.quantity.best == 9


def test_an_article_makes_one_by_inference() -> None:
    found = group("a shepherd")
    assert found.inferred
    assert found.quantity is not None
    assert found.quantity.best == 1


def test_the_children_are_not_counted() -> None:
    assert group("the children").quantity is None


def test_some_of_a_named_persons_people_are_as_many_as_told() -> None:
    found = group("two of Harazi's associates")
    assert found.quantity is not None
    assert found.quantity.best == 2
