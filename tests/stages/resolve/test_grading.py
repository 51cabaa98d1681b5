"""Grades are proposed by stated criteria, in one scheme."""

import pytest

from allegata.model.errors import ConfigError
from allegata.stages.resolve.grading import Evidence, propose, schemes, values_of

FULL = Evidence(origins=4, camps=3, kinds=3, blamed=1)


@pytest.mark.parametrize(
    ("evidence", "value"),
    [
        (Evidence(origins=1, camps=1), "weak"),
        (Evidence(origins=2, camps=1), "weak"),
        (Evidence(origins=2, camps=2, blamed=1), "fair"),
        (Evidence(origins=2, camps=2, blamed=2), "contested"),
        (Evidence(origins=2, camps=2, blamed=2, accepts=True), "confirmed"),
        (Evidence(origins=2, camps=2, only_fighters=True), "discounted"),
    ],
)
def test_airwars_criteria(evidence: Evidence, value: str) -> None:
    assert propose("airwars", evidence).value == value


def test_two_organs_of_one_camp_do_not_corroborate_each_other() -> None:
    grade = propose("airwars", Evidence(origins=2, camps=1))
    assert grade.criteria[-1] == (
        "two or more independent camps tell of it: no (2 origins in 1 camp)"
    )


def test_other_schemes_have_their_own_words() -> None:
    assert propose("ibc", Evidence(origins=1, camps=1)).value == "provisional"
    assert propose("un", FULL).value == "verified"
    assert propose("un", Evidence(origins=4, camps=3, kinds=2)).value == "pending"


@pytest.mark.parametrize("scheme", schemes())
def test_every_proposal_has_the_gloss_of_its_grade_and_is_the_machines(scheme: str) -> None:
    grade = propose(scheme, FULL)
    assert (grade.value, grade.gloss) in values_of(scheme)
    assert (grade.scheme, grade.decider) == (scheme, "machine")


def test_an_unknown_scheme_is_refused() -> None:
    with pytest.raises(ConfigError) as caught:
        values_of("stars")
    assert caught.value.code == "grade.no_scheme"
