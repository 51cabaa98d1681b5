"""Two releases of a list: added, removed, changed, renumbered, reused, possible, doubled."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from allegata.model.victims import ListedPerson
from allegata.people.releases import compare_releases


def person(number: str, name: str, row: int = 1, **more: object) -> ListedPerson:
    entry = ListedPerson(f"t:{row}", name, number=number, row=row)
    return replace(entry, **more)  # type: ignore[arg-type]


def test_who_came_and_who_went_is_told() -> None:
    found = compare_releases([person("1", "Ahmad Corun")], [person("2", "Zuhur Salim")])
    assert [one.number for one in found.added] == ["2"]
    assert [one.number for one in found.removed] == ["1"]


def test_a_changed_field_is_told_with_both_values() -> None:
    found = compare_releases(
        [person("1", "Ahmad Corun", age=7)], [person("1", "Ahmed Corun", age=8)]
    )
    (changed,) = found.changed
    assert [(one.field, one.old, one.new) for one in changed.changes] == [
        ("name", "Ahmad Corun", "Ahmed Corun"),
        ("age", "7", "8"),
    ]


def test_a_number_that_stands_for_another_person_is_told_and_neither_is_merged() -> None:
    found = compare_releases([person("1", "Ahmad Corun")], [person("1", "Zuhur Salim")])
    assert [(one.old.name, one.new.name) for one in found.reused] == [
        ("Ahmad Corun", "Zuhur Salim")
    ]
    assert found.changed == ()


def test_one_person_under_another_number_is_told() -> None:
    born = "1999-05-04"
    found = compare_releases(
        [person("1", "Ahmad Salim Corun", born=born)], [person("9", "Ahmad Salim Corun", born=born)]
    )
    assert [(one.old.number, one.new.number) for one in found.renumbered] == [("1", "9")]
    assert (found.added, found.removed) == ((), ())


def test_who_may_be_one_person_stays_added_and_removed() -> None:
    found = compare_releases([person("1", "Ahmad Corun")], [person("9", "Ahmad Corun")])
    assert len(found.possible) == 1
    assert (len(found.added), len(found.removed)) == (1, 1)


def test_a_number_given_twice_is_told() -> None:
    twice = [person("1", "Ahmad Corun"), person("1", "Zuhur Salim", row=2)]
    assert compare_releases(twice, []).doubled == ("1",)


ENTRIES = st.lists(
    st.builds(
        person,
        st.sampled_from("1234"),
        st.sampled_from(["Ahmad Corun", "Ahmed Corun", "Zuhur Salim", "Yusuf Zuhur"]),
        st.integers(1, 99),
    ),
    max_size=5,
    unique_by=lambda one: one.row,
)


@given(ENTRIES)
def test_a_list_compared_with_itself_has_no_news(entries: list[ListedPerson]) -> None:
    unique = list({one.number: one for one in entries}.values())
    found = compare_releases(unique, unique)
    assert (found.added, found.removed, found.changed) == ((), (), ())
    assert found.unchanged == len(unique)


@given(ENTRIES, ENTRIES)
def test_nobody_is_lost(old: list[ListedPerson], new: list[ListedPerson]) -> None:
    found = compare_releases(old, new)
    reused = len(found.reused)
    kept = found.unchanged + len(found.changed) + len(found.renumbered)
    assert kept + len(found.removed) == len(old)
    assert kept + len(found.added) == len(new)
    assert reused <= min(len(found.removed) + len(found.renumbered), len(old))
