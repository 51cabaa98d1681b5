"""Tallies by status: unknown stays unknown, and a contested status has a low of 0."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.stages.resolve.test_reckoning import ARMY, GROUP, MINISTRY, MONITOR, RADIO, held, said
from tests.web import records

from allegata.model.count import Count
from allegata.model.incident import Tally
from allegata.model.record import Origin, StatusGroup, StatusTally
from allegata.model.vocabularies import Basis, Outcome, Status
from allegata.stages.resolve.reckoning import Held, reckon, rules
from allegata.stages.resolve.statuses import by_status

CIVILIAN, COMBATANT, UNKNOWN = StatusGroup
Bounds = tuple[int | None, int | None, int | None]


def bounds(*told: Held, rule: str = "added@1") -> dict[StatusGroup, Bounds]:
    """The ranges of the killed by status."""
    return {
        each.group: (each.tally.low, each.tally.best, each.tally.high)
        for each in by_status(told, rule=rule)
    }


def counted(document: str, origin: Origin, *counts: Count) -> Held:
    """A claim with several counts."""
    one = held(document, origin, counts[0], None)
    return replace(one, claim=replace(one.claim, counts=counts))


def count(
    id_: str, people: int, status: Status = Status.UNKNOWN, part_of: str | None = None
) -> Count:
    whole = records.SAID["a"].counts[0]
    return replace(
        whole,
        id=id_,
        low=people,
        best=people,
        high=people,
        raw=f"{people}",
        basis=Basis.PART if part_of else Basis.TOTAL,
        part_of=part_of,
        group=replace(whole.group, status=status),
    )


def test_people_of_unknown_status_are_no_civilians() -> None:
    told = (said("a", MONITOR, 9, status=Status.CIVILIAN), said("b", RADIO, 12))
    assert bounds(*told) == {CIVILIAN: (9, 9, 9), UNKNOWN: (12, 12, 12)}


def test_a_part_whose_status_is_told_is_taken_off_its_whole() -> None:
    told = counted("a", MONITOR, count("c1", 8), count("c2", 3, Status.MILITANT, part_of="c1"))
    assert bounds(told) == {COMBATANT: (3, 3, 3), UNKNOWN: (5, 5, 5)}


def test_where_one_camp_says_civilians_and_another_fighters_alone_the_low_of_both_is_zero() -> None:
    told = (
        said("a", GROUP, 9, status=Status.CIVILIAN),
        said("b", ARMY, 12, status=Status.MILITANT),
        said("c", MONITOR, 10),
    )
    assert bounds(*told) == {
        CIVILIAN: (0, None, 9),
        COMBATANT: (0, None, 12),
        UNKNOWN: (10, 10, 10),
    }
    civil, armed, unknown = by_status(told)
    for each in (civil, armed):
        assert each.is_contested
        assert (each.as_civilians, each.as_fighters) == ((GROUP,), (ARMY,))
    assert not unknown.is_contested


def test_two_organs_of_one_camp_contest_nothing() -> None:
    told = (
        said("a", MINISTRY, 9, status=Status.CIVILIAN),
        said("b", ARMY, 3, status=Status.MILITANT),
    )
    assert bounds(*told) == {CIVILIAN: (9, 9, 9), COMBATANT: (3, 3, 3)}


def test_an_origin_that_tells_of_both_side_by_side_contests_nothing() -> None:
    both = counted("a", MONITOR, count("c1", 9, Status.CIVILIAN), count("c2", 3, Status.MILITANT))
    assert bounds(both) == {CIVILIAN: (9, 9, 9), COMBATANT: (3, 3, 3)}
    agreed = said("b", ARMY, 3, status=Status.MILITANT)
    assert bounds(both, agreed) == {CIVILIAN: (9, 9, 9), COMBATANT: (3, 3, 3)}
    more = said("b", ARMY, 12, status=Status.MILITANT)
    assert bounds(both, more) == {CIVILIAN: (0, None, 9), COMBATANT: (0, None, 12)}


def test_a_police_officer_among_the_dead_contests_no_civilian() -> None:
    told = (said("a", GROUP, 9, status=Status.CIVILIAN), said("b", ARMY, 1, status=Status.POLICE))
    assert bounds(*told) == {CIVILIAN: (9, 9, 9), COMBATANT: (1, 1, 1)}


def test_no_civilians_killed_makes_nobody_a_civilian_or_a_fighter() -> None:
    told = (said("a", ARMY, 0, status=Status.CIVILIAN), said("b", GROUP, 3, status=Status.MILITANT))
    assert not any(each.is_contested for each in by_status(told))


def test_a_voice_that_says_itself_that_it_is_contested_makes_it_so() -> None:
    told = (
        said("a", GROUP, 9, status=Status.CIVILIAN),
        said("b", MONITOR, 9, status=Status.CONTESTED),
    )
    civil, unknown = by_status(told)
    assert (civil.tally.low, civil.tally.high, civil.undecided) == (0, 9, (MONITOR,))
    assert (unknown.group, unknown.tally.low) == (UNKNOWN, 9)


@pytest.mark.parametrize("rule", rules())
def test_every_rule_tallies_each_status_apart(rule: str) -> None:
    told = (said("a", MONITOR, 9, status=Status.CIVILIAN), said("b", RADIO, 12))
    found = bounds(*told, rule=rule)
    assert found[CIVILIAN][0] == found[CIVILIAN][2] == 9
    assert found[UNKNOWN][0] == found[UNKNOWN][2] == 12


statuses = st.sampled_from([Status.CIVILIAN, Status.MILITANT, Status.UNKNOWN, Status.POLICE])
origins = st.sampled_from([MINISTRY, ARMY, GROUP, MONITOR, RADIO])


@given(st.lists(st.tuples(origins, st.integers(0, 20), statuses), min_size=1, max_size=6))
def test_no_status_has_more_people_than_the_highest_figure_told_of_it(
    told: list[tuple[Origin, int, Status]],
) -> None:
    claims = [said(f"d{at}", *one[:2], status=one[2]) for at, one in enumerate(told)]
    found = by_status(claims)
    assert found == by_status(list(reversed(claims)))
    (whole,) = reckon(claims)
    for each in found:
        assert each.tally.outcome is Outcome.KILLED
        assert each.tally.high is not None
        assert each.tally.high <= sum(people for _, people, _ in told)
        if each.is_contested:
            assert each.tally.low == 0
    assert {each.tally.rule for each in found} == {whole.rule}


def test_what_is_contested_is_told_in_one_noun() -> None:
    tally = Tally(Outcome.KILLED, None, 0, None, 9, "added@1", (), ())
    assert not StatusTally(CIVILIAN, tally).is_contested
    assert StatusTally(CIVILIAN, tally, undecided=(MONITOR,)).is_contested
